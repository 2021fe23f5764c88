"""Which reports are of one agency."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from govinfo.collection.agency import Agency, agency_of
from govinfo.collection.divisions import divisions
from govinfo.report import Report


@attrs.frozen
class Identified:
    """A report, its body, and a key that all reports of the body share; None where the body is not known."""

    report: Report
    agency: Agency | None
    key: str | None


def identify(reports: Sequence[Report]) -> tuple[Identified, ...]:
    """Tell whose reports they are.

    The name with its regions decides.  A credit code tells apart bodies of one name whose regions are not known,
    and joins a body to its new name; but not two bodies whose reports one portal numbers with its own code.
    """
    agencies = [agency_of(report) for report in reports]
    apart = _registered_apart(agencies)
    keys = [None if agency is None else _key(agency, apart) for report, agency in zip(reports, agencies, strict=True)]
    renamed = _renamed(zip(reports, agencies, keys, strict=True))
    return tuple(
        Identified(report, agency, renamed.get(key, key) if key else None)
        for report, agency, key in zip(reports, agencies, keys, strict=True)
    )


def name_key(agency: Agency) -> str:
    """The key of a name: regions under their present names, and the body."""
    regions = agency.regions
    if agency.division is not None:
        present = divisions().renamed(agency.division)
        narrower = regions[regions.index(agency.division.name) + 1 :]
        regions = (*divisions().chain(present, present.last), *narrower)
    return f"{agency.authority}/{''.join(regions)}/{agency.body}"


def _key(agency: Agency, apart: frozenset[str]) -> str:
    key = name_key(agency)
    return f"{key}/{_registration(agency)}" if key in apart else key


def _registration(agency: Agency) -> str:
    return agency.code[2:8] if agency.code else ""


def _registered_apart(agencies: Iterable[Agency | None]) -> frozenset[str]:
    """Names of unknown regions that bodies registered in several divisions bear."""
    registered: dict[str, set[str]] = {}
    for agency in agencies:
        if agency is not None and agency.division is None and agency.code:
            registered.setdefault(name_key(agency), set()).add(_registration(agency))
    return frozenset(name for name, places in registered.items() if len(places) > 1)


def _renamed(entries: Iterable[tuple[Report, Agency | None, str | None]]) -> Mapping[str, str]:
    """Old keys with the new ones: two names under one code, the one in use until the other begins."""
    years: dict[str, dict[str, set[int]]] = {}
    governing: set[str] = set()
    for report, agency, key in entries:
        if agency is None or key is None or agency.code is None or report.year is None:
            continue
        years.setdefault(agency.code, {}).setdefault(key, set()).add(report.year)
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
