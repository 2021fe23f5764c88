"""Texts and styles that the cells of Office Open XML workbooks refer to by number."""

from __future__ import annotations

from typing import NamedTuple

import regex
from lxml import etree

from govinfo.readers.package import Package
from govinfo.readers.workbooks.number_format import BUILT_IN, GENERAL, NumberFormat, number_format
from govinfo.readers.workbooks.rich_text import Run, joined
from govinfo.readers.workbooks.sheet import SheetCell
from govinfo.readers.workbooks.sheet_xml import bounded_xml

_ESCAPED = regex.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE = frozenset(("1", "true", "on"))


class Style(NamedTuple):
    """What the style of a cell says of its content."""

    form: NumberFormat
    framed: bool
    struck: bool


UNSTYLED = Style(number_format(GENERAL), framed=False, struck=False)


class Strings:
    """The texts that cells refer to by number."""

    def __init__(self, package: Package, part: str | None) -> None:
        listed = part is not None and part in package.names
        self._items = list(bounded_xml(package, part).iterfind("{*}si")) if part is not None and listed else []
        self._texts: dict[tuple[int, bool], SheetCell] = {}

    def __len__(self) -> int:
        return len(self._items)

    def text(self, number: int, *, struck: bool) -> SheetCell:
        """The text as it looks in a cell whose own font is struck out or not."""
        if (number, struck) not in self._texts:
            self._texts[number, struck] = rich(self._items[number], struck=struck)
        return self._texts[number, struck]


def rich(item: etree._Element, *, struck: bool) -> SheetCell:
    """The text of a string item; a phonetic guide is no part of it, runs without a font have that of the cell."""
    runs = []
    for part in item:
        tag = str(part.tag).rpartition("}")[2]
        if tag == "t":
            runs.append(Run(unescaped(part.text), struck=struck))
        elif tag == "r":
            text = "".join(unescaped(piece.text) for piece in part.iterfind("{*}t"))
            font = part.find("{*}rPr")
            raised = font.find("{*}vertAlign") if font is not None else None
            mark = raised is not None and raised.get("val") != "baseline"
            runs.append(Run(text, mark, _is_on(font.find("{*}strike")) if font is not None else struck))
    return SheetCell(*joined(runs))


def unescaped(text: str | None) -> str:
    """A text with its escaped characters resolved (ECMA-376-1, 22.9.2.19 ST_Xstring)."""
    if not text or "_x" not in text:
        return text or ""
    return str(
        _ESCAPED.sub(lambda match: chr(int(match[1], 16)) if not 0xD800 <= int(match[1], 16) < 0xE000 else "", text)
    )


def is_number(text: str | None) -> bool:
    """Tell whether a text is a whole number of usual length."""
    return text is not None and text.isascii() and text.isdigit() and len(text) <= 7


def is_true(value: str | None) -> bool:
    """Tell whether an attribute says yes (ECMA-376-1, 22.9.2.7 ST_OnOff)."""
    return value in _TRUE


def _is_on(flag: etree._Element | None) -> bool:
    return flag is not None and (flag.get("val") is None or is_true(flag.get("val")))


def styles_of(package: Package, part: str | None) -> list[Style]:
    """The styles that cells refer to by number."""
    if part is None or part not in package.names:
        return []
    root = bounded_xml(package, part)
    codes = {entry.get("numFmtId"): entry.get("formatCode") or "" for entry in root.iterfind("{*}numFmts/{*}numFmt")}
    codes = {**{str(number): code for number, code in BUILT_IN.items()}, **codes}
    framed = [
        any(side.get("style", "none") != "none" for side in border) for border in root.iterfind("{*}borders/{*}border")
    ]
    struck = [_is_on(font.find("{*}strike")) for font in root.iterfind("{*}fonts/{*}font")]
    return [
        Style(
            number_format(codes.get(entry.get("numFmtId"), GENERAL)),
            framed=_flag(framed, entry.get("borderId")),
            struck=_flag(struck, entry.get("fontId")),
        )
        for entry in root.iterfind("{*}cellXfs/{*}xf")
    ]


def _flag(flags: list[bool], number: str | None) -> bool:
    return number is not None and is_number(number) and int(number) < len(flags) and flags[int(number)]
