"""Bodies that can be compared, and what is usual among them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property
from statistics import median

import attrs

from govinfo.collection.identity import Identified
from govinfo.report import Report


@attrs.frozen
class Usual:
    """What is usual in one cell, on a scale of log(1+x): the median, the median distance from it, how many tell."""

    middle: float
    distance: float
    count: int


@attrs.frozen(slots=False, eq=False)
class PeerGroup:
    """Reports on one year, in one form, by bodies of one kind, level and name."""

    reports: tuple[Report, ...]

    def usual(self, cell: str) -> Usual | None:
        """What is usual in a cell; None where no report has a value there."""
        if cell not in self._usual:
            told = [scaled for report in self.reports if (scaled := scale(report.values.get(cell))) is not None]
            middle = median(told) if told else 0.0
            distance = median(abs(value - middle) for value in told) if told else 0.0
            self._usual[cell] = Usual(middle, distance, len(told))
        return self._usual[cell] if self._usual[cell].count else None

    @cached_property
    def _usual(self) -> dict[str, Usual]:
        """What was worked out so far."""
        return {}


def scale(value: object) -> float | None:
    """A count or an amount as log(1+x), since numbers of cases grow by factors; None for none or a negative one."""
    return math.log1p(float(str(value))) if value is not None and float(str(value)) >= 0 else None


def peer_groups(entries: Sequence[Identified]) -> dict[int, PeerGroup]:
    """The group of each report by its `id`; bodies of unknown kind or level have none."""
    grouped: dict[tuple[object, ...], list[Report]] = {}
    for entry in entries:
        agency = entry.agency
        if agency is not None and agency.kind is not None and agency.level is not None:
            key = (entry.report.year, entry.report.form, agency.kind, agency.level, agency.authority, agency.body)
            grouped.setdefault(key, []).append(entry.report)
    groups = (PeerGroup(tuple(reports)) for reports in grouped.values())
    return {id(report): group for group in groups for report in group.reports}
