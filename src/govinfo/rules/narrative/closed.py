"""N06: where all requests are said to be closed, none is carried forward."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.facts.model import Fact, Facts
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.findings.naming import cell_name
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.narrative.places import sentence_of, table_place
from govinfo.rules.narrative.readings import speaks_for_region, told_of
from govinfo.rules.narrative.telling import narrative_rule
from govinfo.rules.quoting import shorten

HANDLED = "applications.results.total"
FORWARD = "applications.carried_forward"

SOME_ARE_OPEN = re.compile(r"结转|除[^，,。；;]{1,20}外|其余|剩余|尚在|正在办理|未到期|[未待]办结")
"""Words of a sentence that speaks of open requests as well, or of the closed ones among others."""

CLOSED = re.compile(r"办结|办毕|结案|完毕|完成|办理完|处理完|已")
IN_TIME = re.compile(r"按[时期]|及时|按照|依法|依规|规定|法定|时限|率")
"""Words of how requests were answered, which leave open whether all of them were."""


@narrative_rule("N06")
def all_closed(told: Facts, report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Compare with the requests carried forward, unless the text tells of them itself."""
    told_of_all = [fact for fact in told.about(HANDLED) if (fact.polarity, fact.span) == ("all", "reporting")]
    scopes = {"own", "whole"} if told_of_all and speaks_for_region(told, report) else {"own"}
    claims = [fact for fact in told_of_all if fact.scope in scopes]
    if not claims:
        return
    cell = f"{FORWARD}.total"
    left = report.value(cell)
    if left is None:
        yield not_assessable("N06", "有单元格没有数值", "some cells have no value", (cell,))
    elif left > 0 and not any(fact.value for fact in told_of(told, FORWARD, government=True)):
        claim = next((claim for claim in claims if _is_of_all(claim, report)), None)
        if claim is not None:
            place = cell_name(form, cell)
            yield spec("N06").finding(
                cells=(cell,),
                source=claim.place.source,
                severity=None if CLOSED.search(claim.text) else "info",
                equation=f"{left} > 0",
                related=(table_place(report, (cell,), place, str(left)),),
                quote=shorten(claim.text),
                place=place,
                printed=str(left),
            )


def _is_of_all(claim: Fact, report: Report) -> bool:
    if IN_TIME.search(claim.text) and not CLOSED.search(claim.text):
        return False
    return not SOME_ARE_OPEN.search(sentence_of(report, claim.place) or claim.text)
