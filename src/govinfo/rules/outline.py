"""The printed outline: which headings open a part, which part is merged or extra, which only count within one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import attrs

from govinfo.forms import Form, Label
from govinfo.report import HeadingLine, Report
from govinfo.rules.per_report import per_report
from govinfo.text.fold import fold
from govinfo.text.numbers import is_value

PART = 0
"""Rank of a heading that opens a part of the report; all others have their level as rank."""

MIN_BEGUN = 2
"""So many characters of a label tell which row the end of the document has cut off."""

MIN_UNFINISHED = 6
"""So many characters at least has a line that may be the beginning of a sentence."""

_WITHIN = re.compile(r"[，,、\u4e00-\u9fff](?<!日)$")
"""The end of a line that is no end of a sentence, nor that of a day."""

_RUN_ON = re.compile(r"[。：:；;\n]")
_STEMS: Mapping[int, re.Pattern[str]] = {
    1: re.compile(r"总体情况|概述"),
    2: re.compile(r"主动公开"),
    3: re.compile(r"依申请公开|收到和处理|公开申请的?(?:办理|处理|答复|受理)?情况"),
    4: re.compile(r"行政复议|行政诉讼|复议诉讼"),
    5: re.compile(r"问题|改进"),
    6: re.compile(r"其[他它].{0,6}事项|需要报告"),
}


@attrs.frozen
class Merged:
    """A heading that stands for several statutory sections, and their numbers."""

    line: HeadingLine
    sections: tuple[int, ...]


def clause(text: str) -> str:
    """A heading without the sentence that runs on behind it."""
    line = text.strip()
    end = _RUN_ON.search(line)
    return line[: end.start()].rstrip() if end else line


@cache
def heading_label(form: Form, number: int) -> Label:
    """The statutory heading of a section."""
    return next(heading.label for heading in form.headings if heading.number == number)


def first_section(report: Report) -> int:
    """The number of the first section that the document need not have: 1, or more where it begins inside a report.

    Such a document has no title, and its first heading does not begin to count.
    """
    first = report.headings[0] if report.headings else None
    if report.title or first is None or (first.number or 1) == 1 or (first.section and report.preamble):
        return 1
    return next((line.section for line in report.headings if line.section), 1)


@per_report
def last_section(report: Report, form: Form) -> int:
    """The number of the section in which the document breaks off; of a whole document that of the last."""
    cut = {observation.table for observation in report.observed("cut") if observation.how != "last"}
    numbers = [table.section for table in form.tables if table.id in cut]
    begun = (*_begun_row(report, form), *unfinished(report, form))
    return min([*numbers, *begun, *(heading.number for heading in form.headings[-1:])], default=0)


@per_report
def unfinished(report: Report, form: Form) -> tuple[int, ...]:
    """The last section that is there, if nothing is signed and its text ends within a sentence, a heading or a table.

    So it does, too, where nothing stands below a heading or its table; below the last table there may be nothing.
    """
    printed = [section for section in report.sections if section.heading is not None]
    tables = {table.section for table in form.tables}
    if not printed or report.signed or not tables:
        return ()
    last = printed[-1].text.rstrip().rpartition("\n")[2]
    begun = [heading.number for heading in form.headings if last and heading.label.zh.startswith(last.strip())]
    within = len(last) >= MIN_UNFINISHED and _WITHIN.search(last)
    in_table = last and printed[-1].number in tables and ("|" in last or is_value(last.split()[-1]))
    bare = not last and printed[-1].number != max(tables)
    if begun:
        return (begun[0] - 1,)
    return (printed[-1].number,) if within or in_table or bare else ()


def _begun_row(report: Report, form: Form) -> Iterator[int]:
    """The section in which a document ends with the label of a row, whole or not, where its table has no numbers."""
    unfilled = {observation.table for observation in report.observed("unfilled")}
    last = report.headings[-1] if report.headings and unfilled else None
    if last is None or last.section or not last.within:
        return
    key = fold(last.text)
    if len(key) < MIN_BEGUN or not report.section(last.within).text.rstrip().endswith(last.text.strip()):
        return
    for place in form.rows:
        if place.table.id in unfilled and fold(place.label.zh).startswith(key):
            yield place.table.section


@per_report
def merged_headings(report: Report) -> tuple[Merged, ...]:
    """The headings that name several sections, of which at least one has no heading of its own.

    Of a heading that is printed twice, as in a table of contents, the last one counts.
    """
    if None not in [section.heading for section in report.sections]:
        return ()
    return tuple({fold(found.line.text): found for found in _merged(report)}.values())


def ranked(report: Report) -> Iterator[tuple[int, HeadingLine]]:
    """Iterate over the headings with their ranks.

    A heading such as 七、 opens a part when it goes on counting the parts.  One that starts the count
    anew, and all that follow it up to the next statutory heading, only count within a part.
    """
    merged = [found.line for found in merged_headings(report)]
    last, counting_parts = 0, False
    for line in report.headings:
        if line.section is not None or line in merged:
            last, counting_parts = line.number or line.section or last, True
            yield PART, line
        elif line.level != 1:
            yield line.level, line
        elif counting_parts and line.number is not None and line.number > last:
            last = line.number
            yield PART, line
        else:
            counting_parts = False
            yield line.level, line


def extra_parts(report: Report) -> tuple[HeadingLine, ...]:
    """The headings that open a part which the form does not have."""
    if not any(line.section is None and line.level == 1 for line in report.headings):
        return ()
    merged = [found.line for found in merged_headings(report)]
    return tuple(line for rank, line in ranked(report) if rank == PART and line.section is None and line not in merged)


def _merged(report: Report) -> Iterator[Merged]:
    for line in report.headings:
        if line.level != 1 and line.section is None:
            continue
        key = fold(clause(line.text))
        named = tuple(number for number, stem in _STEMS.items() if stem.search(key))
        if len(named) > 1 and any(report.section(number).heading is None for number in named):
            yield Merged(line, named)
