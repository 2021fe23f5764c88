"""Which reports a roll-up has to contain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

import attrs

from govinfo.collection.agency import Agency
from govinfo.collection.divisions import divisions
from govinfo.collection.identity import Identified
from govinfo.collection.scope import scope_of
from govinfo.report import Report

_SYSTEM = re.compile(r"(?:系统|部门)$")
_SHORTENED = re.compile(r"(?:局|委|厅)$")


@attrs.frozen(slots=False, eq=False)
class Tree:
    """Reports of bodies below and above each other.

    Attributes:
        entries: one report of each body and year; none where there are several with different tables.
        known: all reports of known bodies.
    """

    entries: tuple[Identified, ...]
    known: tuple[Identified, ...]

    def superior(self, agency: Agency, year: int | None) -> Report | None:
        """The report of the nearest government above a body.

        The bodies of a national chain, and those that are neither government nor department nor town, have none.
        """
        if agency.authority or agency.kind is None or year is None:
            return None
        wider = len(agency.regions) - 1 if agency.governs else len(agency.regions)
        regions = ("".join(agency.regions[:length]) for length in range(wider, 0, -1))
        return next((found for region in regions if (found := self._governments.get((year, region)))), None)

    @cached_property
    def members(self) -> dict[int, tuple[Report, ...]]:
        """The reports right below a report, by its `id`: below a government, or in a system."""
        below: dict[int, list[Report]] = {}
        for entry in self.entries:
            above = self.superior(entry.agency, entry.report.year) if entry.agency else None
            if above is not None:
                below.setdefault(id(above), []).append(entry.report)
        for system, member in self._of_systems():
            below.setdefault(id(system), []).append(member)
        return {key: tuple(reports) for key, reports in below.items()}

    @cached_property
    def _governments(self) -> dict[tuple[int | None, str], Report]:
        return {
            (entry.report.year, "".join(entry.agency.regions)): entry.report
            for entry in self.entries
            if entry.agency and _is_superior(entry.agency)
        }

    def _of_systems(self) -> Iterator[tuple[Report, Report]]:
        """Reports on a whole system, each with those of the bodies of its name in the narrower regions."""
        systems: dict[tuple[int | None, str, str], list[Identified]] = {}
        for entry in self.entries:
            agency = entry.agency
            if agency and agency.body and agency.kind == "department" and scope_of(entry.report) == "whole":
                key = (entry.report.year, agency.authority, _SYSTEM.sub("", agency.body))
                systems.setdefault(key, []).append(entry)
        for entry in self.entries if systems else ():
            agency = entry.agency
            for stem in sorted({agency.body, _SHORTENED.sub("", agency.body)}) if agency and agency.body else ():
                for system in systems.get((entry.report.year, agency.authority, stem), ()) if agency else ():
                    if system.agency and agency and _is_narrower(agency, system.agency):
                        yield system.report, entry.report


def _is_superior(agency: Agency) -> bool:
    """Tell whether a report is that of a government whose region cannot be mistaken for another one's."""
    if not agency.governs or agency.kind != "government" or not agency.regions:
        return False
    return agency.is_placed or not divisions().are_several(agency.regions[-1])


def _is_narrower(agency: Agency, wider: Agency) -> bool:
    depth = len(wider.regions)
    return len(agency.regions) > depth and agency.regions[:depth] == wider.regions
