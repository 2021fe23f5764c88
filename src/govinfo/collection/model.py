"""A set of reports that are checked together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import attrs

from govinfo.collection.agency import Agency
from govinfo.collection.expected import Absent, Expectation
from govinfo.collection.given import agency_names, one_report, several_reports
from govinfo.collection.identity import Identified, identify
from govinfo.collection.likeness import Likeness, likenesses
from govinfo.collection.peers import PeerGroup, peer_groups
from govinfo.collection.scope import Scope, scope_of
from govinfo.collection.shingles import Shingles, shingles
from govinfo.collection.tree import Tree
from govinfo.errors import SelectionError
from govinfo.report import Report


@attrs.frozen(slots=False, eq=False)
class Collection:
    """Reports of several agencies and years, found by either.

    What is asked for is worked out once for all reports; the order in which they were given makes no difference.
    Whoever asks for the agency, the years or the neighbours of a report that is not among them gets a `SelectionError`.

    Attributes:
        reports: all of them, in the order given.
        expected: names of agencies that have to report each year; empty where this is not known.
    """

    reports: tuple[Report, ...]
    expected: tuple[str, ...] = ()

    @classmethod
    def of(cls, reports: Iterable[Report], expected: Iterable[str] = ()) -> Collection:
        """Put reports side by side.

        Raises:
            ArgumentError: something is no report, or no name of an agency.
        """
        return cls(tuple(several_reports(reports)), agency_names(expected))

    def agency(self, report: Report) -> Agency | None:
        """Who reports; None where the name is missing, lacks its region, or is that of several bodies here."""
        entry = self._entry(report)
        return entry.agency if entry.key is not None else None

    def is_certain(self, report: Report) -> bool:
        """Whether more than a name that other bodies may bear tells whose report it is."""
        return self._entry(report).certain

    def years(self, report: Report) -> tuple[Report, ...]:
        """All reports of the same agency with a known year, the earliest first; alone where the agency is unknown."""
        key = self._entry(report).key
        return self._series.get(key, ()) if key else ()

    def copies(self, report: Report) -> tuple[Report, ...]:
        """The other reports of the same agency on the same year."""
        same = [other for other in self.years(report) if other.year == report.year]
        given = next((place for place, other in enumerate(same) if other is report), None)
        return () if given is None else tuple(same[:given] + same[given + 1 :])

    def previous(self, report: Report) -> Report | None:
        """The same agency's report on the year before; None where there is none, or several that differ."""
        year = self._entry(report).report.year
        return None if year is None else self.on_year(report, year - 1)

    def on_year(self, report: Report, year: int) -> Report | None:
        """The same agency's report on some year; None where there is none, or several with different tables."""
        found = [other for other in self.years(report) if other.year == year]
        return found[0] if found and all(_same_tables(found[0], other) for other in found[1:]) else None

    def members(self, report: Report) -> tuple[Report, ...]:
        """The reports of the same year that a roll-up has to contain; bodies with differing reports are left out.

        Of a government these are its departments, the governments or towns right below it, and the departments of
        regions whose own government has no report here.  Of a report on a whole system (全市税务系统) these are the
        bodies of the same name in the narrower regions.
        """
        return self._tree.members.get(id(self._first(report)), ())

    def scope(self, report: Report) -> Scope:
        """Whether the report is on the body itself or also on the bodies below it."""
        return scope_of(report)

    def group(self, report: Report) -> PeerGroup | None:
        """The reports of the same year by bodies of the same kind, level and name below the region, this included."""
        return self._peers.get(id(self._first(report)))

    def peers(self, report: Report) -> tuple[Report, ...]:
        """The others in `group`."""
        group = self.group(report)
        return tuple(other for other in group.reports if other is not self._first(report)) if group else ()

    def same_tables(self, report: Report) -> tuple[Report, ...]:
        """The reports of other agencies on the same year whose tables have the same values in all cells."""
        first = self._first(report)
        found = self._tables.get(_tables_key(report), ()) if first and None not in report.values.values() else ()
        return tuple(other for other in found if other is not first)

    def alike(self, report: Report) -> tuple[Likeness, ...]:
        """The reports of other agencies on the same year whose text is nearly the same, the likest first."""
        return self._likenesses.get(id(self._first(report)), ())

    def text(self, report: Report) -> Shingles:
        """The wording of section one without the boilerplate, as it is compared."""
        found = self._shingles.get(id(report))
        if found is None:
            found = self._shingles[id(report)] = shingles(report, (1,))
        return found

    def absent(self, report: Report) -> tuple[Absent, ...]:
        """The expected agencies without a report whose absence this report has to tell."""
        return self._expectation.absent.get(id(self._first(report)), ())

    def is_expected_year(self, report: Report) -> bool:
        """Tell whether an agency that is expected has a report on the year of this one."""
        return report.year in self._expectation.years

    def is_covered(self, report: Report) -> bool:
        """Tell whether all agencies that are expected right below a government have a report here."""
        return id(self._first(report)) in self._expectation.covered

    def _first(self, report: Report) -> Report | None:
        """The first of the reports of an agency and year; None where they differ, or the agency is not known."""
        year = self._entry(report).report.year
        return None if year is None else self.on_year(report, year)

    def _entry(self, report: Report) -> Identified:
        """What is known of a report; equal ones are told apart, so that the object itself is due.

        Raises:
            ArgumentError: it is no report.
            SelectionError: it is not among the reports.
        """
        found = self._identified.get(id(report))
        if found is None:
            one = one_report(report)
            given = f"{one.agency or '?'} {one.year or '?'}"
            raise SelectionError(
                f"{given} is not in this collection; give one of its own reports, as they stand in `reports`",
                f"{given}不在这组报告中；请给出其中（reports）的一份",
            )
        return found

    @cached_property
    def _identified(self) -> dict[int, Identified]:
        return {id(entry.report): entry for entry in identify(self.reports)}

    @cached_property
    def _sorted(self) -> tuple[Identified, ...]:
        """The reports in an order of their own, copies of one object included."""
        return tuple(sorted((self._identified[id(report)] for report in self.reports), key=_place))

    @cached_property
    def _series(self) -> dict[str, tuple[Report, ...]]:
        grouped: dict[str, list[Report]] = {}
        for entry in self._sorted:
            if entry.key is not None and entry.report.year is not None:
                grouped.setdefault(entry.key, []).append(entry.report)
        return {key: tuple(reports) for key, reports in grouped.items()}

    @cached_property
    def _tree(self) -> Tree:
        firsts = (entry for entry in self._sorted if self._first(entry.report) is entry.report)
        known = tuple(entry for entry in self._sorted if entry.key is not None)
        return Tree(tuple({id(entry.report): entry for entry in firsts}.values()), known)

    @cached_property
    def _peers(self) -> dict[int, PeerGroup]:
        return peer_groups(self._tree.entries)

    @cached_property
    def _tables(self) -> dict[tuple[object, ...], list[Report]]:
        grouped: dict[tuple[object, ...], list[Report]] = {}
        for entry in self._tree.entries:
            grouped.setdefault(_tables_key(entry.report), []).append(entry.report)
        return grouped

    @cached_property
    def _likenesses(self) -> dict[int, tuple[Likeness, ...]]:
        return likenesses(self._tree.entries)

    @cached_property
    def _shingles(self) -> dict[int, Shingles]:
        return {}

    @cached_property
    def _expectation(self) -> Expectation:
        return Expectation(self.expected, self._tree)


def _place(entry: Identified) -> tuple[object, ...]:
    report = entry.report
    origin = (report.parser.filename or "", report.parser.sha256, report.title or "")
    return (entry.key or "", report.year or 0, *origin)


def _same_tables(one: Report, other: Report) -> bool:
    return one.form == other.form and one.values == other.values


def _tables_key(report: Report) -> tuple[object, ...]:
    return (report.year, report.form, *report.values.values())
