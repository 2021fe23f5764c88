"""A finding in words: its cells, its place, its grounds, what would mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from govinfo.cells import Status
from govinfo.findings import BASES, Finding, Related, Repair, Text
from govinfo.forms import Form

Part = Literal["equation", "cells", "basis", "fix", "repairs", "related"]
"""A part of a finding beside its message."""

PARTS: Mapping[Part, Text] = {
    "equation": Text("算式", "equation"),
    "cells": Text("单元格", "cells"),
    "basis": Text("依据", "basis"),
    "fix": Text("改法", "remedy"),
    "repairs": Text("疑误", "possible corrections"),
    "related": Text("对照", "compared with"),
}
"""What the parts are called."""

STATUS_WORDS: Mapping[Status, Text] = {
    "reported": Text("", ""),
    "blank": Text("空白", "blank"),
    "placeholder": Text("占位符", "placeholder"),
    "absent": Text("缺此格", "absent"),
    "unreadable": Text("读不出", "unreadable"),
    "conflict": Text("读法不一", "ambiguous"),
}
"""Why a cell has no value."""

COLON = Text("：", ": ")
"""Between the name of a part and the part."""

ONLY = Text("（改动最少，仅此一种）", " (no other change of so few cells does)")
"""Behind the only repair of so few cells."""

AGAIN = Text("；", "; ")
"""Before each reason for a repair."""

AND = Text("、", ", ")
"""Between the parts of an enumeration."""


def cell_name(cell: str, form: Form, language: str) -> str:
    """A cell by its labels; by its id where the form has none for it."""
    found = form.by_id.get(cell)
    if found is None:
        return cell
    return found.label.zh if language == "zh" else found.label.en


def cell_names(finding: Finding, form: Form, language: str) -> str:
    """The cells of a finding by their labels."""
    return AND(language).join(cell_name(cell, form, language) for cell in finding.cells)


def suspects_of(finding: Finding) -> tuple[str, ...]:
    """The cells that the likeliest proposal changes, where no other changes as few; empty where nothing is as sure."""
    first = next(iter(finding.repairs), None)
    return tuple(change.cell for change in first.changes) if first is not None and first.unique else ()


def basis_of(finding: Finding, language: str) -> str:
    """The grounds of a finding."""
    return AND(language).join(BASES[basis](language) if basis in BASES else basis for basis in finding.basis)


def place_of(finding: Finding, language: str) -> str:
    """Where a finding stands; empty where it has no place."""
    return finding.source.describe(language) if finding.source else ""


def repair_words(repair: Repair, language: str) -> str:
    """A proposed repair, whether it is the only one, and what speaks for it."""
    only = ONLY(language) if repair.unique else ""
    return repair.text(language) + only + "".join(AGAIN(language) + reason(language) for reason in repair.support)


def related_words(related: Related, language: str) -> str:
    """Something that was compared with, with its file and place."""
    where = [related.filename, related.source.describe(language) if related.source else None]
    named = " ".join(part for part in where if part)
    return (f"{named}{COLON(language)}" if named else "") + related.text(language)


def details(finding: Finding, form: Form, language: str) -> Iterator[tuple[Part, str]]:
    """What there is of a finding beside its message; a part with several entries comes once for each."""
    if finding.equation:
        yield "equation", finding.equation
    if finding.cells:
        yield "cells", cell_names(finding, form, language)
    if finding.basis:
        yield "basis", basis_of(finding, language)
    if finding.fix:
        yield "fix", finding.fix(language)
    for repair in finding.repairs:
        yield "repairs", repair_words(repair, language)
    for related in finding.related:
        yield "related", related_words(related, language)


def detail_lines(finding: Finding, form: Form, language: str) -> Iterator[str]:
    """The same as lines, each with the name of its part."""
    for part, text in details(finding, form, language):
        yield f"{PARTS[part](language)}{COLON(language)}{text}"
