"""N25: the same quantity told twice is told alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govinfo.facts.model import Fact, Facts
from govinfo.findings import Finding, NotAssessable, Related, Severity, Text, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.narrative.places import in_one_sentence
from govinfo.rules.narrative.readings import digits, told_of
from govinfo.rules.narrative.subjects import subject
from govinfo.rules.narrative.telling import narrative_rule
from govinfo.rules.quoting import shorten

HANDLED = "applications.results.total"
WAYS_OF_HANDLING = (re.compile(r"答复|回复"), re.compile(r"办结|办理|办毕|处理"))
"""Requests may be closed without an answer."""

LOOSE = ("proactive.licensing.", "proactive.penalties.", "proactive.coercion.")
"""Decisions of one kind are easily told as if they were all."""

FEE_TOPICS: dict[str, Text] = {
    "fees.notices": Text("收费通知件数", "notices of fees"),
    "fees.charged": Text("信息处理费应收金额", "processing fees charged"),
    "fees.received": Text("信息处理费实收金额", "processing fees received"),
}

NAMES: dict[str, re.Pattern[str]] = {
    "applications.": re.compile("申请"),
    "review.": re.compile("复议|诉讼|起诉|应诉"),
    "proactive.": re.compile("文件|规章|许可|处罚|强制|收费"),
    "fees.": re.compile("费|通知"),
}
"""What a clause must name by beginning of the topic; one that only goes on from another mostly tells of a part."""

OUTCOMES = ("applications.results.", "review.")

PARTIAL = re.compile(
    r"其中|另有?|分别|[上下]半年|季度|\d+月|[由从通]过?[^，,。；;]{1,12}(?:平台|渠道|网站|系统|来信|邮寄)"
)
"""Words of a clause that tells of a part only."""


@narrative_rule("N25")
def repeated(told: Facts, report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Look for two exact numbers of one topic and scope."""
    for topic in (topic for topic, facts in told.by_topic.items() if len(facts) > 1):
        name = _name(form, topic)
        facts = _exact(told, topic) if name else []
        if name is None or len(facts) < 2:
            continue
        pair = _contradiction(facts, report)
        if pair is not None:
            severity: Severity = "info" if topic.startswith(LOOSE) else "warning"
            yield _finding(pair, name, _cells(form, topic), severity)


def _exact(told: Facts, topic: str) -> list[Fact]:
    found = told_of(told, topic, government=False)
    return [fact for fact in found if (fact.bound, fact.upper, fact.scope) == ("exact", None, "own")]


def _contradiction(facts: Sequence[Fact], report: Report) -> tuple[Fact, Fact] | None:
    """The first two facts that exclude each other; the numbers of parts are not compared with their total."""
    named = next(pattern for beginning, pattern in NAMES.items() if facts[0].topic.startswith(beginning))
    whole = [fact for fact in facts if named.search(fact.text) and not PARTIAL.search(_apart(fact))]
    if _are_kinds(whole):
        return None
    return next(
        (
            (first, second)
            for place, first in enumerate(whole)
            for second in whole[place + 1 :]
            if first.value != second.value
            and _alike(first, second)
            and not in_one_sentence(report, first.place, second.place)
        ),
        None,
    )


def _apart(fact: Fact) -> str:
    """The clause without the word that any outcome stands behind."""
    outcome = fact.topic.startswith(OUTCOMES) and not fact.topic.endswith(".total")
    return fact.text.removeprefix("其中") if outcome else fact.text


def _are_kinds(facts: Sequence[Fact]) -> bool:
    """Tell whether several lesser numbers add up to the greatest."""
    numbers = [fact.value or Decimal(0) for fact in facts]
    greatest = max(numbers, default=Decimal(0))
    lesser = [number for number in numbers if number < greatest]
    return len(lesser) > 1 and sum(lesser) == greatest


def _alike(first: Fact, second: Fact) -> bool:
    """Tell whether two facts speak of the same thing in the same way."""
    if first.topic != HANDLED:
        return True
    return any(way.search(first.text) and way.search(second.text) for way in WAYS_OF_HANDLING)


def _name(form: Form, topic: str) -> Text | None:
    about = subject(form, topic)
    return FEE_TOPICS.get(topic) if about is None else about.place


def _cells(form: Form, topic: str) -> tuple[str, ...]:
    about = subject(form, topic)
    return about.cells if about else ()


def _finding(pair: tuple[Fact, Fact], name: Text, cells: tuple[str, ...], severity: Severity) -> Finding:
    first, second = (digits(fact.value or Decimal(0)) for fact in pair)
    quotes = [shorten(fact.text) for fact in pair]
    return spec("N25").finding(
        cells=cells,
        source=pair[1].place.source,
        severity=severity,
        equation=f"{first} ≠ {second}",
        related=(Related(Text(f"正文：{quotes[0]}", f"the text: {quotes[0]}"), cells=(), source=pair[0].place.source),),
        name=name,
        first=first,
        second=second,
        quotes=Text(f"“{quotes[0]}”与“{quotes[1]}”", f"“{quotes[0]}” and “{quotes[1]}”"),
    )
