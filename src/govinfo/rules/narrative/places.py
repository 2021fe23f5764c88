"""Places of the narrative and of the tables, as findings name them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from govinfo.facts.model import Fact, Facts, Place
from govinfo.findings import Related, Text
from govinfo.report import Report
from govinfo.rules.per_report import per_report

SENTENCE_MARKS = "。；;！!"


def told_in(report: Report, place: Place) -> str:
    """The paragraph in which something was told; empty where the report has no such paragraph."""
    paragraphs = _paragraphs(report).get(place.section, ())
    return paragraphs[place.paragraph] if place.paragraph < len(paragraphs) else ""


@per_report
def _paragraphs(report: Report) -> dict[int, list[str]]:
    """The paragraphs of the sections by number, of the preamble by 0."""
    sections = {section.number: section.text.split("\n") for section in reversed(report.sections)}
    return {**sections, 0: report.preamble.split("\n")}


def table_place(report: Report, cells: tuple[str, ...], name: Text, number: str) -> Related:
    """The cells of a table, with what they say."""
    source = report.source_of(cells[-1])
    return Related(Text(f"{name.zh}为{number}", f"{name.en}: {number}"), cells=cells, source=source)


def sentence_of(report: Report, place: Place) -> str:
    """The sentence in which something was told; empty where the report has no such place."""
    text = told_in(report, place)
    if place.end > len(text):
        return ""
    start = max(text.rfind(mark, 0, place.start) for mark in SENTENCE_MARKS) + 1
    ends = [end for mark in SENTENCE_MARKS if (end := text.find(mark, place.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def told_before(told: Facts, place: Place, reach: int) -> Iterator[Fact]:
    """Yield the facts of the same paragraph that begin within some characters before a place."""
    first = bisect_left(told.facts, (place.section, place.paragraph, place.start - reach), key=_order)
    last = bisect_left(told.facts, (place.section, place.paragraph, place.start), key=_order)
    return iter(told.facts[first:last])


def _order(fact: Fact) -> tuple[int, int, int]:
    return fact.place.section, fact.place.paragraph, fact.place.start


def in_one_sentence(report: Report, first: Place, second: Place) -> bool:
    """Tell whether two things are told in one sentence; semicolons end one."""
    if (first.section, first.paragraph) != (second.section, second.paragraph):
        return False
    between = told_in(report, first)[min(first.end, second.end) : max(first.start, second.start)]
    return not any(mark in between for mark in SENTENCE_MARKS)
