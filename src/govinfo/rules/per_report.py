"""What several rules need of one report is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

import attrs

from govinfo.report import Report

_Answer = TypeVar("_Answer")


@attrs.define(eq=False, unsafe_hash=False)
class _Same:
    """A report that equals itself only, so that it is found again without looking at its cells."""

    report: Report

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.report is other.report

    def __hash__(self) -> int:
        return id(self.report)


def per_report(function: Callable[[Report], _Answer]) -> Callable[[Report], _Answer]:
    """Keep the answer of a function for the report that is being checked, for one rule after the other."""

    @lru_cache(maxsize=1)
    def kept(same: _Same) -> _Answer:
        return function(same.report)

    def answer(report: Report) -> _Answer:
        return kept(_Same(report))

    return answer
