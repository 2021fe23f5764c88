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

    @cached_property
    def usual(self) -> dict[str, Usual]:
        """What is usual in each cell; a cell without a value in any report is left out."""
        found: dict[str, Usual] = {}
        for cell in self.reports[0].values:
            told = [scaled for report in self.reports if (scaled := scale(report.values.get(cell))) is not None]
            if told:
                middle = median(told)
                found[cell] = Usual(middle, median(abs(value - middle) for value in told), len(told))
        return found


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
