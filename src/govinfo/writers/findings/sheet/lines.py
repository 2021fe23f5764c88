"""The lines of a report outside its tables, each with its place and an anchor."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import attrs

from govinfo.report import Report
from govinfo.source import Source
from govinfo.writers.printed import closing_lines, head_lines


@attrs.frozen
class Line:
    """A heading or paragraph as printed."""

    anchor: str
    text: str
    source: Source | None


def lines_of(
    report: Report, anchor: str
) -> tuple[Sequence[Line], Sequence[tuple[Line, Sequence[Line]]], Sequence[Line]]:
    """The lines before the sections, the title first; the sections, each a heading and its paragraphs; the sign-off."""
    numbers = count(1)

    def line(text: str, source: Source | None) -> Line:
        return Line(f"{anchor}p{next(numbers)}", text, source)

    opening = [line(report.title or "", report.sources.get("title"))]
    opening += [line(text, report.sources.get(name)) for name, text in head_lines(report)]
    opening += [line(text, report.sources.get("preamble")) for text in report.preamble.splitlines()]
    sections = [
        (
            line(section.heading or section.title, section.source),
            [line(text, source) for text, source in section.paragraphs()],
        )
        for section in report.sections
    ]
    signed = report.signed.source if report.signed else None
    return opening, sections, [line(text, signed) for text in closing_lines(report)]
