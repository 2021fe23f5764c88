"""What else is known of the number of a cell: doubts of the reading, last year's report, the narrative."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from govinfo.findings import Text
from govinfo.repair.problem import Number
from govinfo.report import Report

CARRIED_OVER, CARRIED_FORWARD = "applications.carried_over.", "applications.carried_forward."


@attrs.frozen
class Witness:
    """A number that something else says is the right one for a cell, and what says so."""

    value: Number
    text: Text


def doubts(report: Report) -> Mapping[str, tuple[str, ...]]:
    """The codes of the diagnostics that warn of a cell, by cell."""
    found: dict[str, list[str]] = {}
    for doubt in report.diagnostics:
        for cell in doubt.cells if doubt.severity != "info" else ():
            codes = found.setdefault(cell, [])
            if doubt.rule not in codes:
                codes.append(doubt.rule)
    return {cell: tuple(codes) for cell, codes in found.items()}


def witnesses(report: Report, previous: Report | None) -> Mapping[str, tuple[Witness, ...]]:
    """What others say of the numbers of a report, by cell.

    Args:
        report: the report.
        previous: the same agency's report on the year before, where there is one.
    """
    found: dict[str, list[Witness]] = {}
    for cell, witness in (*_last_year(report, previous),):
        found.setdefault(cell, []).append(witness)
    return {cell: tuple(heard) for cell, heard in found.items()}


def _last_year(report: Report, previous: Report | None) -> Iterator[tuple[str, Witness]]:
    """What was carried forward a year ago is carried over now."""
    for cell in report.values if previous is not None else ():
        if previous is not None and cell.startswith(CARRIED_OVER):
            value = previous.values.get(CARRIED_FORWARD + cell.removeprefix(CARRIED_OVER))
            if value is not None:
                zh = f"{previous.year}年报告同一栏的结转下年度数为{value}"
                en = f"the report on {previous.year} carried {value} forward in this column"
                yield cell, Witness(value, Text(zh, en))
