"""The administrative divisions of county level and above: which ones there were in a year, and what became of them.

The data are compiled by `govinfo.testing.divisions` from yescallop/areacodes, which is dedicated to the public domain
under CC0 1.0 (https://github.com/yescallop/areacodes).  They are read when a name is first looked up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from importlib import resources

import attrs

DATA = "divisions.tsv"
"""One division a line: code, name, first and last year (empty while it exists), codes of its successors."""


@attrs.frozen
class Division:
    """A division under one code and one name.

    Attributes:
        code: six digits; the last two are 00 above county level, the last four for provinces.
        name: its full name.
        first, last: the years in which it existed at the end of the year; `last` is None while it does.
        successors: codes of what took its place; one for a mere renaming, several for a division.
    """

    code: str
    name: str
    first: int
    last: int | None
    successors: tuple[str, ...] = ()

    def existed(self, year: int | None) -> bool:
        """Tell whether it existed in a year; where the year is not known, whether it exists now.

        A report on the year in which a division was renamed may bear either name.
        """
        if year is None:
            return self.last is None
        return self.first <= year and (self.last is None or year <= self.last + 1)


@attrs.frozen(slots=False, eq=False)
class Divisions:
    """All divisions, by code and by name."""

    entries: tuple[Division, ...]

    def chain(self, division: Division, year: int | None) -> tuple[str, ...]:
        """The names from the province down to the division."""
        codes = (f"{division.code[:2]}0000", f"{division.code[:4]}00", division.code)
        found = (self.at(code, year) for code in dict.fromkeys(codes))
        return tuple(entry.name for entry in found if entry)

    def at(self, code: str, year: int | None) -> Division | None:
        """The division that had a code in a year; of two in the year of a change, the later one."""
        return next((entry for entry in reversed(self._by_code.get(code, ())) if entry.existed(year)), None)

    def find(self, names: Sequence[str], year: int | None) -> Division | None:
        """The only division whose name and higher divisions are these; None where there is none, or several.

        Args:
            names: names from the widest to the narrowest; wider ones may be left out.
            year: the year in which it existed.
        """
        found = list(self._named(names, year))
        return found[0] if len(found) == 1 else None

    def are_several(self, name: str) -> bool:
        """Tell whether several divisions bear a name, now or earlier."""
        return len({entry.code[:4] for entry in self._by_name.get(name, ())}) > 1

    def renamed(self, division: Division) -> Division:
        """What a division is called after all renamings up to now; itself where it was split or merged."""
        while division.last is not None and len(division.successors) == 1:
            code, year = division.successors[0], division.last + 1
            later = self.at(code, year)
            if later is None or later.first <= division.last or self._takes_in_others(later, division):
                break
            division = later
        return division

    def _takes_in_others(self, later: Division, division: Division) -> bool:
        """Tell whether a successor took the place of several divisions at once."""
        others = (entry for entry in self._predecessors.get(later.code, ()) if entry.code != division.code)
        return any(entry.last == division.last for entry in others)

    def _named(self, names: Sequence[str], year: int | None) -> Iterator[Division]:
        *wider, name = names
        for entry in self._by_name.get(name, ()):
            if entry.existed(year):
                above = iter(self.chain(entry, year))
                if all(region in above for region in wider):
                    yield entry

    @cached_property
    def _by_code(self) -> dict[str, list[Division]]:
        return _grouped((entry.code, entry) for entry in self.entries)

    @cached_property
    def _predecessors(self) -> dict[str, list[Division]]:
        return _grouped((code, entry) for entry in self.entries for code in entry.successors)

    @cached_property
    def _by_name(self) -> dict[str, list[Division]]:
        return _grouped((entry.name, entry) for entry in self.entries)


@cache
def divisions() -> Divisions:
    """The divisions of the data in this package."""
    text = resources.files("govinfo.collection").joinpath("data", DATA).read_text("utf-8")
    return Divisions(tuple(_entry(line) for line in text.splitlines() if line and not line.startswith("#")))


def _entry(line: str) -> Division:
    code, name, first, last, successors = line.split("\t")
    return Division(code, name, int(first), int(last) if last else None, tuple(filter(None, successors.split(","))))


def _grouped(pairs: Iterator[tuple[str, Division]]) -> dict[str, list[Division]]:
    grouped: dict[str, list[Division]] = {}
    for key, entry in pairs:
        grouped.setdefault(key, []).append(entry)
    return grouped
