"""Compile the administrative divisions from a checkout of yescallop/areacodes.

``python -m govinfo.testing.divisions FOLDER`` reads ``data/YEAR.txt`` of the last year and the ``diff`` files back to
`FIRST_YEAR`, and writes the data of `govinfo.collection.divisions`.  A division that was there before is entered from
that year on.  The source is dedicated to the public domain under CC0 1.0.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from govinfo.collection import divisions
from govinfo.collection.divisions import Division
from govinfo.errors import SourceError

FIRST_YEAR = 2014
"""No report in one of the official forms is on an earlier year, or compares with one."""

TARGET = Path(divisions.__file__).parent / "data" / divisions.DATA

_LINE = re.compile(r"(?P<sign>[-+]?)(?P<code>\d{6})[\t ](?P<name>[^<>!]+)(?:[<>](?P<others>[^!]*))?!?")
_SAME_NAME = frozenset({"_", "#"})
_SAME_CODE = "."
_HEADER = """\
# Divisions of county level and above at the end of each year, {first} to {last}, Taiwan, Hong Kong and Macao included.
# Compiled by govinfo.testing.divisions from https://github.com/yescallop/areacodes, CC0 1.0 (public domain).
# Code, name, first year ({first}: or earlier), last year, codes of what took its place.
"""


@attrs.frozen
class Change:
    """A division that came (``+``) or went (``-``), with the names of its successors."""

    sign: str
    code: str
    name: str
    successors: tuple[str, ...]


def compiled(folder: Path) -> tuple[Division, ...]:
    """All divisions since `FIRST_YEAR`, in the order of code and year.

    Raises:
        SourceError: the files do not fit together.
    """
    last_year = max(int(path.stem) for path in (folder / "data").glob("[0-9][0-9][0-9][0-9].txt"))
    present = {change.code: change.name for change in _changes(folder / "data" / f"{last_year}.txt")}
    open_ended: dict[str, tuple[int | None, tuple[str, ...]]] = dict.fromkeys(present, (None, ()))
    entries: list[Division] = []
    for year in range(last_year, FIRST_YEAR, -1):
        changes = list(_changes(folder / "diff" / f"{year - 1}-{year}.diff"))
        after = dict(present)
        for change in (change for change in changes if change.sign == "+"):
            if present.pop(change.code, None) != change.name:
                raise SourceError(
                    f"{change.code} {change.name} came in {year} but is not there afterwards",
                    f"{change.code} {change.name}在{year}年设立，其后却没有",
                )
            entries.append(Division(change.code, change.name, year, *open_ended.pop(change.code)))
        for change in (change for change in changes if change.sign == "-"):
            if change.code in present:
                raise SourceError(
                    f"{change.code} {change.name} went in {year} but is there afterwards",
                    f"{change.code} {change.name}在{year}年撤销，其后却还有",
                )
            present[change.code] = change.name
            open_ended[change.code] = (year - 1, tuple(_successors(change, after)))
    entries += (Division(code, name, FIRST_YEAR, *open_ended[code]) for code, name in present.items())
    return tuple(sorted(entries, key=lambda entry: (entry.code, entry.first)))


def _changes(path: Path) -> Iterator[Change]:
    for line in path.read_text("utf-8").splitlines():
        found = _LINE.fullmatch(line.strip())
        if found is not None:
            others = found["others"] or ""
            yield Change(found["sign"], found["code"], found["name"], tuple(filter(None, others.split(","))))


def _successors(change: Change, after: dict[str, str]) -> Iterator[str]:
    """The codes of the named successors; of several divisions of a name, the one with the nearest code."""
    for name in change.successors:
        if name == _SAME_CODE:
            yield change.code
            continue
        wanted = change.name if name in _SAME_NAME else name
        codes = [code for code, there in after.items() if there == wanted]
        if not codes:
            raise SourceError(
                f"{change.code} {change.name} became {wanted}, which is not there afterwards",
                f"{change.code} {change.name}改为{wanted}，其后却没有",
            )
        yield min(codes, key=lambda code: (-_common(code, change.code), abs(int(code) - int(change.code))))


def _common(one: str, other: str) -> int:
    return next((place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]), len(one))


def written(entries: Iterable[Division]) -> str:
    """The entries as they are stored."""
    rows = list(entries)
    last = max(max(entry.first, entry.last or 0) for entry in rows)
    lines = (
        "\t".join((entry.code, entry.name, str(entry.first), str(entry.last or ""), ",".join(entry.successors)))
        for entry in rows
    )
    return _HEADER.format(first=FIRST_YEAR, last=last) + "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    TARGET.write_text(written(compiled(Path(sys.argv[1]))), "utf-8")
