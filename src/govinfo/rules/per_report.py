"""What several rules need of one report is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

_Subject = TypeVar("_Subject")
_Answer = TypeVar("_Answer")
_More = ParamSpec("_More")


def per_report(
    function: Callable[Concatenate[_Subject, _More], _Answer],
) -> Callable[Concatenate[_Subject, _More], _Answer]:
    """Keep the answer of a function for the report that is being checked, or its facts, for one rule after the other.

    The report is known by itself and not by what it says, which would take longer to compare.  What else is given,
    such as its form, follows from the report.
    """
    kept: tuple[_Subject, _Answer] | None = None

    def answer(report: _Subject, /, *more: _More.args, **named: _More.kwargs) -> _Answer:
        nonlocal kept
        last = kept
        if last is None or last[0] is not report:
            last = kept = report, function(report, *more, **named)
        return last[1]

    return answer
