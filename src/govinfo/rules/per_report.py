"""What several rules need of one report is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Subject = TypeVar("_Subject")
_Answer = TypeVar("_Answer")


def per_report(function: Callable[[_Subject], _Answer]) -> Callable[[_Subject], _Answer]:
    """Keep the answer of a function for the report that is being checked, or its facts, for one rule after the other.

    The report is known by itself and not by what it says, which would take longer to compare.
    """
    kept: tuple[_Subject, _Answer] | None = None

    def answer(report: _Subject) -> _Answer:
        nonlocal kept
        last = kept
        if last is None or last[0] is not report:
            last = kept = report, function(report)
        return last[1]

    return answer
