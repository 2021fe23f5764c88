"""A set of reports that are checked together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import attrs

from govinfo.report import Report


@attrs.frozen(slots=False, eq=False)
class Collection:
    """Reports of several agencies and years, found by either.

    Attributes:
        reports: all of them, in the order given.
    """

    reports: tuple[Report, ...]

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Collection:
        """Put reports side by side."""
        return cls(tuple(reports))

    def previous(self, report: Report) -> Report | None:
        """The same agency's report on the year before; None where there is none, or more than one."""
        if report.year is None:
            return None
        found = self._by_agency_and_year.get((report.agency, report.year - 1), ())
        return found[0] if len(found) == 1 else None

    @cached_property
    def _by_agency_and_year(self) -> dict[tuple[str | None, int | None], list[Report]]:
        grouped: dict[tuple[str | None, int | None], list[Report]] = {}
        for report in self.reports:
            grouped.setdefault((report.agency, report.year), []).append(report)
        return grouped
