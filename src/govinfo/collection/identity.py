"""Which reports are of one agency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from govinfo.collection.agency import Agency, agency_of
from govinfo.collection.divisions import divisions
from govinfo.collection.marks import bodies, is_marked
from govinfo.report import Report


@attrs.frozen
class Identified:
    """A report and whose it is.

    Attributes:
        report: the report.
        agency: its body; None where the body is not known.
        name: the key of the body's name.
        key: the key that all reports of the body share; None where the body is not known.
        certain: False where nothing but a name that others may bear as well tells whose it is.
    """

    report: Report
    agency: Agency | None
    name: str | None
    key: str | None
    certain: bool


def identify(reports: Sequence[Report]) -> tuple[Identified, ...]:
    """Tell whose reports they are.

    The name with its regions decides.  A credit code or other marks tell apart bodies of one name whose regions are
    not known.  A credit code joins a body to its new name, but not two bodies whose reports one portal numbers with its
    own code.
    """
    entries = [_named(report) for report in reports]
    keyed = [entry if entry.agency is None else attrs.evolve(entry, key=key) for entry, key in _keys(entries)]
    renamed = _renamed(keyed)
    return tuple(attrs.evolve(entry, key=renamed.get(entry.key, entry.key) if entry.key else None) for entry in keyed)


def name_key(agency: Agency) -> str:
    """The key of a name: regions under their present names, and the body."""
    regions = agency.regions
    if agency.division is not None:
        present = divisions().renamed(agency.division)
        narrower = regions[regions.index(agency.division.name) + 1 :]
        regions = (*divisions().chain(present, present.last), *narrower)
    return f"{agency.authority}/{''.join(regions)}/{agency.body}"


def _named(report: Report) -> Identified:
    agency = agency_of(report)
    if agency is None:
        return Identified(report, None, None, None, certain=False)
    return Identified(report, agency, name_key(agency), None, agency.is_placed or is_marked(report))


def _keys(entries: Sequence[Identified]) -> Iterator[tuple[Identified, str | None]]:
    """The name for a body that is placed; for others the name with what tells it from bodies of the same name."""
    apart = _registered_apart(entries)
    unplaced: dict[str, list[Identified]] = {}
    for entry in entries:
        if entry.agency is None or entry.name is None or entry.agency.is_placed:
            yield entry, entry.name
        else:
            registered = f"/{_registration(entry.agency)}" if entry.name in apart else ""
            unplaced.setdefault(f"{entry.name}{registered}", []).append(entry)
    for name, several in unplaced.items():
        for entry, body in zip(several, bodies([entry.report for entry in several]), strict=True):
            yield entry, None if body is None else f"{name}/{body}"


def _registration(agency: Agency) -> str:
    return agency.code[2:8] if agency.code else ""


def _registered_apart(entries: Iterable[Identified]) -> frozenset[str]:
    """Names of bodies that are not placed and are registered in several divisions."""
    registered: dict[str, set[str]] = {}
    for entry in entries:
        if entry.agency is not None and entry.name is not None and not entry.agency.is_placed and entry.agency.code:
            registered.setdefault(entry.name, set()).add(_registration(entry.agency))
    return frozenset(name for name, places in registered.items() if len(places) > 1)


def _renamed(entries: Iterable[Identified]) -> Mapping[str, str]:
    """Old keys with the new ones: two names under one code, the one in use until the other begins."""
    years: dict[str, dict[str, set[int]]] = {}
    governing: set[str] = set()
    for entry in entries:
        agency, key, year = entry.agency, entry.key, entry.report.year
        if agency is None or key is None or agency.code is None or year is None:
            continue
        years.setdefault(agency.code, {}).setdefault(key, set()).add(year)
        if agency.governs:
            governing.add(key)
    renamed: dict[str, str] = {}
    for names in years.values():
        if len(names) != 2:
            continue
        old, new = sorted(names, key=lambda key: (max(names[key]), key))
        if max(names[old]) < min(names[new]) and (old in governing) == (new in governing) and new not in renamed:
            renamed[old] = new
    return renamed
