"""Damage to the text of number cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise
from random import Random

import attrs

from govinfo.document import GridCell
from govinfo.testing.damage.traced import NumberCell, Print, Shown, change_rows, change_some, has_numbers, ids, is_label

_FULL = {code: code + 0xFEE0 for code in range(0x30, 0x3A)}
_PLACEHOLDERS = ("/", "—", "-", "无", "——", "－")
_BLANKS = ("&nbsp;", "\xa0", "\u3000", "&nbsp;&nbsp;")
_DIGITS = "零一二三四五六七八九"
_FOOTNOTES = ("①", "*", "[1]", "（1）", "※")
_LETTERS = {"0": "O", "1": "l", "5": "S", "8": "B"}


def _rewrite(
    parts: Print,
    rate: float,
    chance: Random,
    rewrite: Callable[[str], str],
    *,
    shows: Shown = "number",
    wanted: Callable[[str], bool] = bool,
) -> Print:
    def is_wanted(cell: GridCell) -> bool:
        return isinstance(cell, NumberCell) and cell.is_plain and bool(cell.cells) and wanted(cell.text)

    def changed(cell: GridCell) -> GridCell:
        return attrs.evolve(cell, text=rewrite(cell.text), shows=shows)  # type: ignore[call-arg]

    return change_some(parts, is_wanted, changed, rate, chance)


def emptied(parts: Print, rate: float, chance: Random) -> Print:
    """Nothing in a number cell."""
    return _rewrite(parts, rate, chance, lambda _: "", shows="blank")


def blanked(parts: Print, rate: float, chance: Random) -> Print:
    """Only blanks in a number cell, or the name of one that a converter left behind."""
    return _rewrite(parts, rate, chance, lambda _: chance.choice(_BLANKS), shows="blank")


def placeholders(parts: Print, rate: float, chance: Random) -> Print:
    """A mark such as / or 无 for zero."""
    return _rewrite(
        parts,
        rate,
        chance,
        lambda _: chance.choice(_PLACEHOLDERS),
        shows="placeholder",
        wanted=lambda text: text == "0",
    )


def separators(parts: Print, rate: float, chance: Random) -> Print:
    """Thousands separators."""
    return _rewrite(
        parts,
        rate,
        chance,
        lambda text: f"{int(text):,}".replace(",", chance.choice([",", "，"])),
        wanted=lambda text: len(text) > 3,
    )


def thousands_spaced(parts: Print, rate: float, chance: Random) -> Print:
    """Blanks between thousands."""
    return _rewrite(parts, rate, chance, lambda text: f"{int(text):,}".replace(",", " "), wanted=lambda t: len(t) > 3)


def digits_spaced(parts: Print, rate: float, chance: Random) -> Print:
    """A blank somewhere inside a number."""
    return _torn(parts, rate, chance, " ")


def torn(parts: Print, rate: float, chance: Random) -> Print:
    """A line break somewhere inside a number."""
    return _torn(parts, rate, chance, "\n")


def _torn(parts: Print, rate: float, chance: Random, gap: str) -> Print:
    def rewrite(text: str) -> str:
        place = chance.randrange(1, len(text))
        return text[:place] + gap + text[place:]

    return _rewrite(parts, rate, chance, rewrite, wanted=lambda text: len(text) > 1)


def full_width(parts: Print, rate: float, chance: Random) -> Print:
    """Full-width digits."""
    return _rewrite(parts, rate, chance, lambda text: text.translate(_FULL))


def chinese(parts: Print, rate: float, chance: Random) -> Print:
    """A Chinese numeral for a number below ten."""
    return _rewrite(parts, rate, chance, lambda text: _DIGITS[int(text)], wanted=lambda text: len(text) == 1)


def signed(parts: Print, rate: float, chance: Random) -> Print:
    """A plus sign before a number."""
    return _rewrite(parts, rate, chance, lambda text: chance.choice("+＋") + text)


def decimals(parts: Print, rate: float, chance: Random) -> Print:
    """Zeros behind a point."""
    return _rewrite(parts, rate, chance, lambda text: text + chance.choice([".0", ".00"]))


def footnoted(parts: Print, rate: float, chance: Random) -> Print:
    """The mark of a footnote behind a number."""
    return _rewrite(parts, rate, chance, lambda text: text + chance.choice(_FOOTNOTES))


def misread(parts: Print, rate: float, chance: Random) -> Print:
    """A letter for a digit, as programs that recognise characters take O for 0."""

    def rewrite(text: str) -> str:
        place = chance.choice([place for place, digit in enumerate(text) if digit in _LETTERS])
        return text[:place] + _LETTERS[text[place]] + text[place + 1 :]

    return _rewrite(parts, rate, chance, rewrite, wanted=lambda text: not _LETTERS.keys().isdisjoint(text))


def units(parts: Print, rate: float, chance: Random) -> Print:
    """A unit behind the number; yuan for ten thousands of yuan."""

    def is_number(cell: GridCell) -> bool:
        return isinstance(cell, NumberCell) and cell.shows == "number" and bool(cell.cells) and cell.text.isascii()

    def changed(cell: GridCell) -> GridCell:
        return attrs.evolve(cell, text=_with_unit(cell, chance))

    return change_some(parts, is_number, changed, rate, chance)


def _with_unit(cell: GridCell, chance: Random) -> str:
    if not isinstance(cell, NumberCell) or not cell.cells[0].endswith("amount"):
        return cell.text + chance.choice(["件", "条", "项", " 件"])
    if cell.cells[0] != "proactive.fees.amount":
        return cell.text
    try:
        yuan = Decimal(cell.text) * 10_000
    except ArithmeticError:
        return cell.text
    return chance.choice([f"{cell.text}万元", f"{int(yuan)}元"])


def glued(parts: Print, rate: float, chance: Random) -> Print:
    """The numbers of two neighbours in one cell, with or without a blank between; the row is a cell short."""

    def joined(row: tuple[GridCell, ...]) -> list[GridCell]:
        place = chance.choice(_pairs(row))
        left, right = row[place], row[place + 1]
        gap, across = chance.choice([" ", ""]), chance.choice([left.colspan + right.colspan, left.colspan])
        one = NumberCell(
            left.text + gap + right.text, left.source, 1, across, cells=(*ids(left), *ids(right)), shows="unclear"
        )
        return [*row[:place], one, *row[place + 2 :]]

    return change_rows(parts, lambda row: bool(_pairs(row)), joined, rate, chance)


def _pairs(row: Sequence[GridCell]) -> list[int]:
    """Places of numbers that have a number behind them."""
    plain = [isinstance(cell, NumberCell) and cell.is_plain and bool(cell.cells) for cell in row]
    return [place for place, (left, right) in enumerate(pairwise(plain)) if left and right]


def beside_label(parts: Print, rate: float, chance: Random) -> Print:
    """The first number of a row in the cell of its label; the row is a cell short."""

    def joined(row: tuple[GridCell, ...]) -> list[GridCell]:
        place = _first(row)
        label, number = row[place - 1], row[place]
        text = label.text + chance.choice([" ", ""]) + number.text
        both = NumberCell(text, number.source, label.rowspan, label.colspan, cells=ids(number))
        return [*row[: place - 1], both, *row[place + 1 :]]

    return change_rows(parts, lambda row: _first(row) > 0, joined, rate, chance)


def _first(row: Sequence[GridCell]) -> int:
    """Place of the first number of a row, if it is plain and right behind a label; else 0."""
    place = next((place for place, cell in enumerate(row) if ids(cell)), 0)
    plain = [cell for cell in row[place : place + 1] if isinstance(cell, NumberCell) and cell.is_plain]
    return place if place and plain and is_label(row[place - 1]) else 0


def merged_across(parts: Print, rate: float, chance: Random) -> Print:
    """Neighbouring zeros of a row merged into one cell."""

    def merged(row: tuple[GridCell, ...]) -> list[GridCell]:
        cells: list[GridCell] = []
        for cell in row:
            last = cells[-1] if cells else None
            if last and last.text == cell.text == "0" and ids(last) and ids(cell):
                both, across = (*ids(last), *ids(cell)), last.colspan + cell.colspan
                cells[-1] = NumberCell("0", last.source, 1, across, cells=both, shows="merged")
            else:
                cells.append(cell)
        return cells

    return change_rows(parts, has_numbers, merged, rate, chance)
