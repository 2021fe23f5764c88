"""Tables that are printed just as the form prints them: known at sight, row by row.

Most reports keep to the official tables word for word.  Where every row of a table has the official labels in their
order and as many cells as are due, nothing needs to be searched for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import attrs

from govinfo.alignment.columns import is_header, read_header
from govinfo.alignment.labels import LabelIndex, label_index
from govinfo.alignment.strip import Row, Token
from govinfo.contracts import LabelAlias
from govinfo.document.official import official_grid
from govinfo.forms import Block, Form, RowPlace, Table
from govinfo.source import Source
from govinfo.text.fold import fold
from govinfo.text.numbers import MAX_TEXT, is_value

_NUMBER = "0"
_NOWHERE = Source()


@attrs.frozen
class Line:
    """A row as the form prints it: the keys of its labels from left to right, and how many numbers follow."""

    keys: tuple[str, ...]
    due: int


@attrs.frozen(eq=False)
class Pattern:
    """A table as the form prints it.

    Attributes:
        lines: its rows.
        keys: the keys of its labels.
        rows: the keys of the labels of its rows of numbers, those of groups included.
        last: the key of the last label.
        places: for each form that has this table, by id, the rows of the form; None for rows without numbers.
    """

    lines: tuple[Line, ...]
    keys: frozenset[str]
    rows: frozenset[str]
    last: str
    places: Mapping[str, tuple[RowPlace | None, ...]]


@attrs.frozen(eq=False)
class UsualTable:
    """Where in a strip a table stands that is printed as the form prints it."""

    pattern: Pattern
    start: int

    @property
    def stop(self) -> int:
        """The row behind its last."""
        return self.start + len(self.pattern.lines)


def find_usual(
    strip: Sequence[Row], forms: tuple[Form, ...], aliases: tuple[LabelAlias, ...]
) -> tuple[UsualTable, ...]:
    """The tables of a strip that are printed as one of the forms prints them."""
    return tuple(_found(strip, _patterns(forms, aliases)))


def words_of(strip: Sequence[Row], tables: Sequence[UsualTable]) -> Iterator[str]:
    """The texts of a strip outside the tables."""
    return (text for row in with_tables(strip, tables) if isinstance(row, Row) for text in row.texts if text)


def with_tables(strip: Sequence[Row], tables: Sequence[UsualTable]) -> Iterator[Row | UsualTable]:
    """The rows of a strip, each of the tables as one."""
    behind = 0
    for table in tables:
        yield from strip[behind : table.start]
        yield table
        behind = table.stop
    yield from strip[behind:]


def _found(strip: Sequence[Row], patterns: Mapping[str, tuple[Pattern, ...]]) -> Iterator[UsualTable]:
    place = 0
    while place < len(strip):
        texts = strip[place].texts
        possible = patterns.get(fold(texts[0]), ()) if texts else ()
        pattern = next((pattern for pattern in possible if _is_printed(strip, place, pattern)), None)
        if pattern is None:
            place += 1
            continue
        found = UsualTable(pattern, place)
        yield found
        place = found.stop


def _is_printed(strip: Sequence[Row], start: int, pattern: Pattern) -> bool:
    """Tell whether the rows from `start` on are those of a table; forms differ most at the end of their tables."""
    rows = strip[start : start + len(pattern.lines)]
    return len(rows) == len(pattern.lines) and all(map(_is_line, reversed(rows), reversed(pattern.lines)))


def _is_line(row: Row, line: Line) -> bool:
    """Tell whether a row has the labels of a line, and right behind them its numbers, one of them at least."""
    texts = row.texts
    count = len(texts) - line.due
    if count < len(line.keys) or row.bounds != "row" or _keys(tuple(texts[:count])) != line.keys:
        return False
    return not line.due or ((not count or bool(line.keys and texts[count - 1])) and _are_values(texts[count:]))


@lru_cache(maxsize=1024)
def _keys(labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([fold(text) for text in labels if text])


def _are_values(texts: Sequence[str]) -> bool:
    """Tell whether texts are numbers, marks or empty, and not all of them empty."""
    whole = "".join(texts)
    if whole.isdigit() and whole.isascii() and len(whole) <= MAX_TEXT:
        return True
    return bool(whole) and all(not text or is_value(text) for text in texts)


@lru_cache(maxsize=8)
def _patterns(forms: tuple[Form, ...], aliases: tuple[LabelAlias, ...]) -> Mapping[str, tuple[Pattern, ...]]:
    """The tables of the forms by the first key of their first row; what several forms print alike counts once."""
    printed: dict[tuple[Line, ...], dict[str, tuple[RowPlace | None, ...]]] = {}
    for form in forms:
        for table in form.tables:
            lines = _lines(table)
            places = tuple(_places(lines, [place for place in form.rows if place.table is table]))
            if _is_plain(lines, places, label_index(form, aliases)):
                printed.setdefault(lines, {})[form.id] = places
    found: dict[str, tuple[Pattern, ...]] = {}
    for lines, by_form in printed.items():
        keys = frozenset(key for line in lines for key in line.keys)
        rows = frozenset(key for line in lines if line.due for key in line.keys)
        last = next(line.keys[-1] for line in reversed(lines) if line.keys)
        first = lines[0].keys[0]
        found[first] = (*found.get(first, ()), Pattern(lines, keys, rows, last, by_form))
    return found


def _lines(table: Table) -> tuple[Line, ...]:
    grid = official_grid(table, lambda _: _NUMBER)
    rows = [[cell.text for cell in row if cell.text] for row in grid.rows]
    return tuple(
        Line(tuple(fold(text) for text in row if text != _NUMBER), sum(text == _NUMBER for text in row)) for row in rows
    )


def _places(lines: Sequence[Line], rows: Sequence[RowPlace]) -> Iterator[RowPlace | None]:
    waiting = iter(rows)
    return (next(waiting) if line.due else None for line in lines)


def _is_plain(lines: Sequence[Line], places: Sequence[RowPlace | None], index: LabelIndex) -> bool:
    """Tell whether the last label of every row names it, and nothing but the form's own labels is printed."""
    named = all(
        place is None or place.row.label is None or index.rows.get(line.keys[-1]) == (place.index, "exact")
        for line, place in zip(lines, places, strict=True)
    )
    known = all(key in index.vocabulary for line in lines for key in line.keys)
    return named and known and bool(lines[0].keys) and all(_are_headed(lines, places, index))


def _are_headed(lines: Sequence[Line], places: Sequence[RowPlace | None], index: LabelIndex) -> Iterator[bool]:
    """For each row of numbers, whether its header is whole and above the first row of its block alone."""
    above: list[Token] = []
    block: Block | None = None
    for line, place in zip(lines, places, strict=True):
        labels = line.keys[:-1] if place and place.row.label else line.keys
        above += [Token(key, _NOWHERE) for key in labels]
        if place is None:
            continue
        if place.block is block:
            yield not is_header(above, place.block, index)
        else:
            yield read_header(above, place.block, index).order is place.block.leaves
        block, above = place.block, []
