"""Damage by pages and converters: headers, page numbers, page heads, footnotes, tables cut in parts."""

from __future__ import annotations

from random import Random

import attrs

from govinfo.document import Grid, GridCell
from govinfo.testing.damage.shape import grid_at, inner_rows, number_rows, replaced, split, tables
from govinfo.testing.damage.traced import Print, has_numbers, hit, ids

_NOTES = ("注：数据由各科室提供。", "[1]含上年度结转。", "说明：以上为全年数。")
_FEET = ("- {} -", "— {} —", "第{}页", "第 {} 页 共 9 页", "{}/9", "·{}·", "－{}－")


def _header(grid: Grid, row: int) -> int:
    """Place of the first of the rows without numbers right above a row with numbers."""
    start = row
    while start and not has_numbers(grid.rows[start - 1]):
        start -= 1
    return start


def _cut(parts: Print, place: int, row: int, *between: str | Grid) -> Print:
    above, below = split(grid_at(parts, place), row)
    return replaced(parts, place, above, *between, below)


def _cuts(parts: Print, rate: float, chance: Random) -> list[tuple[int, int]]:
    """Rows before which a page may end, from the last to the first."""
    places = [(place, row) for place in tables(parts) for row in inner_rows(grid_at(parts, place))]
    return sorted(hit(places, rate / 5, chance), reverse=True)


def no_header(parts: Print, rate: float, chance: Random) -> Print:
    """A table without its header."""
    for place in hit(tables(parts), rate, chance):
        grid = grid_at(parts, place)
        first = number_rows(grid)[0]
        parts = replaced(parts, place, attrs.evolve(grid, rows=grid.rows[first:]))
    return parts


def header_again(parts: Print, rate: float, chance: Random) -> Print:
    """A page break inside a table, with the header repeated behind it."""
    for place, row in _cuts(parts, rate, chance):
        grid = grid_at(parts, place)
        above, below = split(grid, row)
        first = max(number for number in number_rows(grid) if number < row and number not in inner_rows(grid))
        header = grid.rows[_header(grid, first) : first]
        parts = replaced(parts, place, attrs.evolve(above, rows=(*above.rows, *header, *below.rows)))
    return parts


def row_cut(parts: Print, rate: float, chance: Random) -> Print:
    """A page break inside a row, with the header repeated behind it."""
    for place, row in _cuts(parts, rate, chance):
        grid = grid_at(parts, place)
        above, below = split(grid, row)
        first = max(number for number in number_rows(grid) if number < row and number not in inner_rows(grid))
        header = grid.rows[_header(grid, first) : first]
        torn, *rest = below.rows
        numbers = [spot for spot, cell in enumerate(torn) if ids(cell)]
        spot = chance.choice(numbers[1:] or [len(torn)])
        rows = (*above.rows, torn[:spot], *header, torn[spot:], *rest)
        parts = replaced(parts, place, attrs.evolve(above, rows=rows))
    return parts


def cut(parts: Print, rate: float, chance: Random) -> Print:
    """A table cut in two."""
    for place, row in _cuts(parts, rate, chance):
        parts = _cut(parts, place, row)
    return parts


def page_feet(parts: Print, rate: float, chance: Random) -> Print:
    """Lines such as - 3 - or 第3页 between rows."""
    style = chance.choice(_FEET)
    for number, (place, row) in enumerate(_cuts(parts, rate, chance)):
        parts = _cut(parts, place, row, style.format(9 - number % 9))
    return parts


def page_numbers(parts: Print, rate: float, chance: Random) -> Print:
    """Bare page numbers between rows, rising from page to page."""
    cuts = _cuts(parts, rate, chance)
    for number, (place, row) in enumerate(cuts):
        parts = _cut(parts, place, row, str(len(cuts) - number + 1))
    return parts


def page_heads(parts: Print, rate: float, chance: Random) -> Print:
    """The title of the document between rows, with a page number or without."""
    title = next((part for part in parts if isinstance(part, str) and part), "年度报告")
    for number, (place, row) in enumerate(_cuts(parts, rate, chance)):
        foot = (f"- {9 - number % 9} -",) if chance.random() < 0.5 else ()
        parts = _cut(parts, place, row, *foot, title)
    return parts


def footnotes(parts: Print, rate: float, chance: Random) -> Print:
    """A footnote between rows."""
    for place, row in _cuts(parts, rate, chance):
        parts = _cut(parts, place, row, chance.choice(_NOTES))
    return parts


def review_in_parts(parts: Print, rate: float, chance: Random) -> Print:
    """Table four as two tables, one for reconsideration and one for litigation, or as three."""
    del rate
    for place in tables(parts):
        grid = grid_at(parts, place)
        if len(grid.rows) != 4 or len(grid.rows[-1]) != 15 or len(grid.rows[0]) != 2 or len(grid.rows[1]) != 7:
            continue
        top, middle, bottom, numbers = grid.rows
        if not all(name.startswith("review.") for cell in numbers for name in ids(cell)) or len(bottom) != 10:
            continue
        flat = [attrs.evolve(cell, rowspan=1) for cell in middle[:5]]
        first = _rows(grid, top[:1], flat, numbers[:5])
        if chance.random() < 0.5:
            return replaced(parts, place, first, _rows(grid, top[1:], middle[5:], bottom, numbers[5:]))
        return replaced(
            parts,
            place,
            first,
            _rows(grid, [attrs.evolve(top[1], colspan=5)], middle[5:6], bottom[:5], numbers[5:10]),
            _rows(grid, [attrs.evolve(top[1], colspan=5)], middle[6:], bottom[5:], numbers[10:]),
        )
    return parts


def _rows(grid: Grid, *rows: tuple[GridCell, ...] | list[GridCell]) -> Grid:
    return attrs.evolve(grid, rows=tuple(tuple(row) for row in rows))
