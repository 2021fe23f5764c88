"""S04: the numbers in front of the headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import HeadingLine, Report
from govinfo.rules.outline import PART, clause, ranked
from govinfo.rules.quoting import shorten
from govinfo.text.fold import split_number

_BELOW: Mapping[int, int] = {PART: 2, 1: 2, 2: 3, 3: 4}
_REPEATED = Text("重复", "repeats a number")
_SKIPPED = Text("跳号", "skips a number")
_MIXED = Text("层级混用", "uses the numbers of another level")


@rule("S04")
def numbering(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Follow the count of every list of headings; a new list may start with one at any time.

    Items that are whole sentences are no headings; a list that has some is not counted.
    """
    if not report.headings:
        yield not_assessable("S04", "没有读到标题", "no headings were read")
    last: dict[int, HeadingLine] = {}
    for rank, line in ranked(report):
        if line.number is None:
            continue
        fault = _fault(rank, line.number, last)
        if fault and (fault == _MIXED or not _has_sentences(report, last.get(rank), line)):
            yield spec("S04").finding(source=line.source, fault=fault, printed=shorten(clause(line.text)))
        last = {other: before for other, before in last.items() if other < rank} | {rank: line}


def _fault(rank: int, number: int, last: Mapping[int, HeadingLine]) -> Text | None:
    """Tell what is wrong with a number, given the last headings of the open lists by rank."""
    if rank not in last:
        above = max((other for other in last if other < rank), default=None)
        if above is not None and _BELOW.get(above) != rank:
            return _MIXED
        return _SKIPPED if number != 1 else None
    before = last[rank].number or 0
    if number == before:
        return _REPEATED
    return None if number in (1, before + 1) else _SKIPPED


def _has_sentences(report: Report, before: HeadingLine | None, line: HeadingLine) -> bool:
    """Tell whether numbered sentences of the same level stand between two headings of a section."""
    if line.section is not None or not line.within:
        return False
    paragraphs = report.section(line.within).text.split("\n")
    start = _place(paragraphs, before) + 1 if before else 0
    numbers = (split_number(paragraph)[0] for paragraph in paragraphs[start : _place(paragraphs, line, start)])
    return any(number is not None and number.level == line.level for number in numbers)


def _place(paragraphs: list[str], line: HeadingLine, start: int = 0) -> int:
    return next(
        (place for place, text in enumerate(paragraphs[start:], start) if text.strip().startswith(line.text)), start
    )
