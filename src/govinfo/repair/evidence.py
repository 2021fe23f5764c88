"""What else is known of the number of a cell: doubts of the reading, last year's report, the narrative."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from govinfo.facts.model import Fact
from govinfo.facts.narrative import facts
from govinfo.findings import Text
from govinfo.repair.problem import Number
from govinfo.report import Report

CARRIED_OVER, CARRIED_FORWARD = "applications.carried_over.", "applications.carried_forward."

MAX_CLAUSE = 30
"""Of a longer clause only the beginning is quoted."""


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
    for cell, witness in (*_last_year(report, previous), *_narrative(report)):
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


def _narrative(report: Report) -> Iterator[tuple[str, Witness]]:
    """What the narrative says of a cell, or of the total of a row."""
    for fact in facts(report).facts:
        cell = next((cell for cell in (fact.topic, f"{fact.topic}.total") if cell in report), None)
        if cell is not None and fact.value is not None and _is_plain(fact):
            clause = fact.text if len(fact.text) <= MAX_CLAUSE else f"{fact.text[:MAX_CLAUSE]}…"
            yield cell, Witness(fact.value, Text(f"正文称“{clause}”", f"the text says “{clause}”"))


def _is_plain(fact: Fact) -> bool:
    """Tell whether a fact is a count of just what the table counts."""
    exact = fact.measure == "count" and fact.bound == "exact" and fact.upper is None
    return exact and fact.scope == "own" and fact.span == "reporting"
