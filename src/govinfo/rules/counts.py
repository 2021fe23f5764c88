"""V01 to V03 and V16: what stands in a cell is no plausible count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import compress
from typing import Any

from govinfo.cells import Cell
from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, spec
from govinfo.findings.naming import cell_name, gathered, quoted
from govinfo.forms import MONEY, Form
from govinfo.report import Report
from govinfo.rules.concerns import without_numbers
from govinfo.rules.operands import in_status, unread

DECIMAL = re.compile(r"[+\-−]?[\d,]*\.\d+[^\d\s百千万亿]{0,3}")
DIGITS = re.compile(r"[+\-−]?[\d,]+")
LEADING_ZERO = re.compile(r"[+\-−]?0\d+")

LARGEST = {"proactive": 100_000_000, "applications": 1_000_000, "review": 100_000}
"""Counts of a table that no agency reaches."""

MANY_DIGITS = min(len(str(count)) for count in LARGEST.values())
"""A count with fewer digits is too large for no table."""


@rule("V01")
def negative(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Only the change of a number may be negative."""
    yield from unread("V01", report, "absent", "unreadable", "conflict")
    numbers: Iterator[Any] = filter(None, report.all_cells.values)
    if min(numbers, default=0) >= 0:
        return
    for cell in report.all_cells:
        if cell.value is not None and cell.value < 0 and form.by_id[cell.id].unit != "change":
            yield spec("V01").finding(
                cells=(cell.id,), source=cell.source, cell=cell_name(form, cell.id), value=str(cell.value)
            )


@rule("V02", concerns=without_numbers)
def decimal(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Counts are whole numbers."""
    yield from unread("V02", report, "absent", "conflict")
    found = {cell.id: cell.raw.strip() for cell in _unreadable(report) if _is_decimal(form, cell)}
    yield from _told("V02", report, form, found)


@rule("V03", concerns=without_numbers)
def no_number(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Cells hold numbers, not words."""
    yield from unread("V03", report, "absent", "conflict")
    found = {
        cell.id: _short(cell.raw)
        for cell in _unreadable(report)
        if not _is_decimal(form, cell) and not DIGITS.fullmatch(_plain(cell))
    }
    yield from _told("V03", report, form, found)


@rule("V16")
def glued(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Several zeros, a leading zero or too many digits are several cells run together."""
    yield from unread("V16", report, "absent", "conflict")
    cells = report.all_cells
    odd = _odd({*cells.raws})
    printed = zip(cells.ids, cells.raws, strict=True)
    found = {
        cell: _short(raw)
        for cell, raw in (compress(printed, map(odd.__contains__, cells.raws)) if odd else ())
        if _may_be_glued(form.by_id[cell].unit, raw) and report[cell].status != "conflict"
        if _is_glued(form, report[cell])
    }
    yield from _told("V16", report, form, found)


def _told(rule_id: str, report: Report, form: Form, found: dict[str, str]) -> Iterator[Finding]:
    """One finding for the cells of a row, a column or a table, with what is printed in them."""
    for name, cells in gathered(form, found) if found else ():
        printed = quoted([found[cell] for cell in cells])
        yield spec(rule_id).finding(cells=cells, source=report.source_of(cells[0]), cell=name, printed=printed)


def _may_be_glued(unit: str, raw: str) -> bool:
    """Tell whether an odd text is one of a number of pieces, and odd by more than the sign of a change."""
    return unit not in MONEY and (unit != "change" or bool(_odd({raw.lstrip("+-")})))


def _odd(raws: set[str]) -> set[str]:
    """Those of some texts that are more than a few plain digits without a leading zero."""
    raws = raws - {"0", ""}
    signed = {raw for raw in raws if raw[0] == "-"} if min(raws, default="1") < "0" else set()
    plain = raws - signed if signed else raws
    digits = "".join(plain)
    if not (digits.isascii() and digits.isdigit() and min(plain) >= "1"):
        return {raw for raw in raws if not (raw.isascii() and raw.isdigit() and raw >= "1" and len(raw) < MANY_DIGITS)}
    if max(map(len, plain)) < MANY_DIGITS:
        return signed
    return signed.union([raw for raw in plain if len(raw) >= MANY_DIGITS])


def _unreadable(report: Report) -> list[Cell]:
    return [report[cell] for cell in in_status(report, "unreadable")]


def _is_decimal(form: Form, cell: Cell) -> bool:
    return form.by_id[cell.id].unit not in MONEY and DECIMAL.fullmatch(_plain(cell)) is not None


def _is_glued(form: Form, cell: Cell) -> bool:
    text = _plain(cell)
    if LEADING_ZERO.fullmatch(text) or (cell.status == "unreadable" and DIGITS.fullmatch(text)):
        return True
    largest = LARGEST.get(form.by_id[cell.id].table)
    return cell.value is not None and largest is not None and cell.value >= largest


def _plain(cell: Cell) -> str:
    """The printed text in half-width characters without spaces."""
    return "".join(unicodedata.normalize("NFKC", cell.raw).split())


def _short(text: str, most: int = 20) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most]}…"
