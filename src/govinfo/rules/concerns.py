"""Which reports rules can have something to say of, told at once from the tables; `traces` tells it from the words."""

from __future__ import annotations

from govinfo.report import Report


def without_numbers(report: Report) -> bool:
    """Whether a cell has no number that could be read with certainty."""
    return report.by_status.keys() != {"reported"}


def printed_otherwise(report: Report) -> bool:
    """Whether the tables differ from the form in any way, or a cell has no number."""
    return bool(report.observations) or without_numbers(report)


def with_extras(report: Report) -> bool:
    """Whether the tables have numbers that the form has not."""
    return bool(report.extras)
