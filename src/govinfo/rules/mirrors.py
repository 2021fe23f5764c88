"""M19: text that a mirror site has altered: phonetic glosses, traditional script, advertising of gambling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.artefacts import GLOSSES, artefacts_within
from govinfo.rules.traces import GAMBLING, TRADITIONAL, found, may_have
from govinfo.text.script import FREQUENT_TRADITIONAL, GLOSS

_ENOUGH_GLOSSES = 2
_CHARACTER = re.compile("[一-鿿]")
_TRADITIONAL = re.compile(f"[{FREQUENT_TRADITIONAL}]")
_ENOUGH_TRADITIONAL = 10
_TRADITIONAL_SHARE = 0.03
ADVERTISING = re.compile(r"博彩|娱乐城|新葡京|威尼斯人|亚博|万博体育|Bet365|bet365")


def with_signs(report: Report) -> bool:
    """Whether a report may show what such sites add or change, or has no text at all."""
    signs = (
        GLOSSES in artefacts_within(report) or may_have(report, GAMBLING) or not TRADITIONAL.isdisjoint(found(report))
    )
    return signs or not report.narrative.strip()


@rule("M19", concerns=with_signs)
def mirror(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Look for what such sites add or change; replaced names leave no trace that could be seen here."""
    head = f"{report.title or ''}\n{report.preamble}"
    headings = [heading.text for heading in report.headings]
    text = "\n".join([head, *headings, *(section.text for section in report.sections)])
    if not text.strip():
        yield not_assessable("M19", "没有读到正文", "no text was read")
        return
    signs = [
        *(_glosses(text) if GLOSSES in artefacts_within(report) else ()),
        *(_traditional(text) if not TRADITIONAL.isdisjoint(found(report)) else ()),
        *(_gambling(head) if may_have(report, GAMBLING) else ()),
    ]
    if signs:
        yield spec("M19").finding(
            source=report.sources.get("title"),
            signs=Text("；".join(sign.zh for sign in signs), "; ".join(sign.en for sign in signs)),
        )


def _glosses(text: str) -> Iterator[Text]:
    glosses = list(dict.fromkeys(text[match.start() - 1 : match.end()] for match in GLOSS.finditer(text)))
    if len(glosses) >= _ENOUGH_GLOSSES:
        number = len(glosses)
        yield Text(f"字后夹有注音“{glosses[0]}”等{number}种", f"{number} phonetic glosses such as “{glosses[0]}”")


def _traditional(text: str) -> Iterator[Text]:
    count = len(_TRADITIONAL.findall(text))
    if count >= _ENOUGH_TRADITIONAL and count >= _TRADITIONAL_SHARE * len(_CHARACTER.findall(text)):
        yield Text(f"正文为繁体字（{count}字以上）", f"the text is in traditional script (at least {count} characters)")


def _gambling(head: str) -> Iterator[Text]:
    if sign := ADVERTISING.search(head):
        yield Text(f"标题或引言含有“{sign[0]}”", f"the title or the preamble contains “{sign[0]}”")
