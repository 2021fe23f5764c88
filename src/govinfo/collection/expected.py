"""Agencies that had to report and did not."""

from __future__ import annotations

from functools import cached_property

import attrs

from govinfo.collection.agency import named_agency
from govinfo.collection.identity import name_key
from govinfo.collection.tree import Tree
from govinfo.report import Report


@attrs.frozen
class Absent:
    """An expected agency without a report on a year."""

    name: str
    year: int


@attrs.frozen(slots=False, eq=False)
class Expectation:
    """Agencies that have to report each year, beside those that did.

    A year counts where at least one of them has a report on it.
    """

    names: tuple[str, ...]
    tree: Tree

    @cached_property
    def absent(self) -> dict[int, tuple[Absent, ...]]:
        """The absent by the `id` of the report that has to tell: that of the government above, or the year's first."""
        told: dict[int, list[Absent]] = {}
        for year, expected in self._by_year.items():
            first = next(entry.report for entry in self.tree.entries if entry.report.year == year)
            for name, above, present in expected:
                if not present:
                    told.setdefault(id(above or first), []).append(Absent(name, year))
        return {key: tuple(absent) for key, absent in told.items()}

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that count."""
        return frozenset(self._by_year)

    @cached_property
    def covered(self) -> frozenset[int]:
        """The `id` of each report right below whose body agencies are expected, and all of them are present."""
        found: dict[int, bool] = {}
        for expected in self._by_year.values():
            for _, above, present in expected:
                if above is not None:
                    found[id(above)] = found.get(id(above), True) and present
        return frozenset(key for key, complete in found.items() if complete)

    @cached_property
    def _by_year(self) -> dict[int, list[tuple[str, Report | None, bool]]]:
        """The expected agencies of each year: name, report of the government above, whether there is a report."""
        present = {(entry.name, entry.report.year) for entry in self.tree.known}
        by_year = {}
        for year in sorted({entry.report.year for entry in self.tree.known if entry.report.year is not None}):
            expected = []
            for name in self.names:
                agency = named_agency(name, None, year)
                above = self.tree.superior(agency, year) if agency else None
                expected.append((name, above, agency is not None and (name_key(agency), year) in present))
            if any(here for _, _, here in expected):
                by_year[year] = expected
        return by_year
