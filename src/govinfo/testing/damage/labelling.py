"""Damage to labels."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import attrs

from govinfo.document import GridCell
from govinfo.testing.damage.edits import misspelt
from govinfo.testing.damage.traced import Print, change_some, is_label
from govinfo.text.script import traditional as in_traditional

Rewording = Callable[[str, Random], str]
"""How one label changes."""

_FULL = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_HALF = {code + 0xFEE0: code for code in range(0x21, 0x7F)}
_ITEM = re.compile(r"([1-9])\.")
_PART = re.compile(r"（([一二三四五六七])）")
_TOP = re.compile(r"([一二三四])、")
_ITEM_STYLES = ("{}、", "{}．", "({})", "（{}）", "{} ", "{}")
_CIRCLED, _BRACKETED = "①②③④⑤⑥⑦⑧⑨", "㈠㈡㈢㈣㈤㈥㈦"
_CHINESE = "一二三四五六七"
_LONGEST_UPRIGHT = 8


def _relabel(parts: Print, rate: float, chance: Random, reword: Rewording, *, longest: int = 10**6) -> Print:
    def changed(cell: GridCell) -> GridCell:
        return attrs.evolve(cell, text=reword(cell.text, chance))

    return change_some(parts, lambda cell: is_label(cell) and len(cell.text) <= longest, changed, rate, chance)


def misspelt_once(parts: Print, rate: float, chance: Random) -> Print:
    """One character of a label replaced, dropped or doubled."""
    return _relabel(parts, rate, chance, lambda text, chance: misspelt(text, 1, chance))


def misspelt_twice(parts: Print, rate: float, chance: Random) -> Print:
    """Two characters of a label replaced, dropped or doubled."""
    return _relabel(parts, rate, chance, lambda text, chance: misspelt(text, 2, chance))


def misspelt_thrice(parts: Print, rate: float, chance: Random) -> Print:
    """Three characters of a label replaced, dropped or doubled."""
    return _relabel(parts, rate, chance, lambda text, chance: misspelt(text, 3, chance))


def truncated(parts: Print, rate: float, chance: Random) -> Print:
    """Only the beginning of a label is left."""
    return _relabel(parts, rate, chance, lambda text, chance: text[: chance.randint(min(3, len(text)), len(text))])


def broken(parts: Print, rate: float, chance: Random) -> Print:
    """A label broken over two lines."""

    def reword(text: str, chance: Random) -> str:
        place = chance.randrange(len(text))
        return f"{text[:place]}\n{text[place:]}".strip("\n")

    return _relabel(parts, rate, chance, reword)


def upright(parts: Print, rate: float, chance: Random) -> Print:
    """A short label with one character a line, as in narrow columns."""
    return _relabel(parts, rate, chance, lambda text, _: "\n".join(text), longest=_LONGEST_UPRIGHT)


def spaced(parts: Print, rate: float, chance: Random) -> Print:
    """A label with blanks between its characters."""
    return _relabel(parts, rate, chance, lambda text, _: " ".join(text), longest=_LONGEST_UPRIGHT)


def traditional(parts: Print, rate: float, chance: Random) -> Print:
    """A label in traditional characters."""
    return _relabel(parts, rate, chance, lambda text, _: in_traditional(text))


def renumbered(parts: Print, rate: float, chance: Random) -> Print:
    """The number in front of a label in another style: 1、 1． (1) ① for 1., ㈠ for （一）."""

    def reword(text: str, chance: Random) -> str:
        if item := _ITEM.match(text):
            styles = [*(style.format(item[1]) for style in _ITEM_STYLES), _CIRCLED[int(item[1]) - 1]]
            return chance.choice(styles) + text[item.end() :]
        if part := _PART.match(text):
            return chance.choice([f"({part[1]})", _BRACKETED[_CHINESE.index(part[1])]]) + text[part.end() :]
        if top := _TOP.match(text):
            return chance.choice([f"{top[1]}.", f"{top[1]} ", f"{top[1]}．"]) + text[top.end() :]
        return text

    return _relabel(parts, rate, chance, reword)


def unnumbered(parts: Print, rate: float, chance: Random) -> Print:
    """A label without the number in front."""

    def reword(text: str, _: Random) -> str:
        for pattern in (_ITEM, _PART, _TOP):
            text = pattern.sub("", text, count=1) if pattern.match(text) else text
        return text

    return _relabel(parts, rate, chance, reword)


def widened(parts: Print, rate: float, chance: Random) -> Print:
    """Half-width characters of a label as full-width ones, or the other way round."""
    return _relabel(parts, rate, chance, lambda text, chance: text.translate(chance.choice([_FULL, _HALF])))
