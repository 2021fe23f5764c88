"""Places in a source document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import attrs


@attrs.define(unsafe_hash=True)
class Source:
    """Where a piece of text stood.

    Never changed once it is made; it is not frozen, because every cell of a document has one and is read in four
    fifths of the time then.

    Which numbers are given depends on the format: a text file has `line`, `column` and `end_column`; a web page
    `table`, `row`, `cell` and the `line` of the markup; a word processor's file `paragraph`, or `table`, `row`
    and `cell`; a PDF file `page` and `box`, and for cells `table`, `row` and `cell`; a workbook `sheet`, `row` and
    `cell`.  All numbers count from 1; `end_column` is the first column behind.

    Attributes:
        line: line of the decoded text or markup.
        column, end_column: characters of that line.
        table: number of the table in the document.
        row, cell: number of the row in the table or sheet, and of the cell in the row or of the sheet's column.
        paragraph: number of the paragraph in a word processor's file, those in tables not counted.
        page: page of a PDF file.
        box: left, top, right and bottom edge on the page in points, from its upper left corner.
        sheet: name of the sheet in a workbook.
    """

    line: int | None = None
    column: int | None = None
    end_column: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    paragraph: int | None = None
    page: int | None = None
    box: tuple[float, ...] | None = None
    sheet: str | None = None

    @property
    def path(self) -> str | None:
        """XPath of the table, row or cell in a web page; None for a place elsewhere."""
        if self.table is None or self.line is None or self.column is not None:
            return None
        table = f"(//table)[{self.table}]"
        row = table if self.row is None else f"({table}//tr)[{self.row}]"
        return row if self.cell is None else f"{row}/*[self::td or self::th][{self.cell}]"

    def copied(self) -> Source:
        """An equal place, for those who might write into this one."""
        text, table = (self.line, self.column, self.end_column), (self.table, self.row, self.cell)
        return Source(*text, *table, self.paragraph, self.page, self.box, self.sheet)

    def __str__(self) -> str:
        """A short notation: ``12:5`` for text, ``Sheet1!C4`` in a workbook, ``table 2 row 3 cell 4`` elsewhere."""
        if self.sheet is not None:
            return self.sheet if self.row is None else f"{self.sheet}!{self._reference()}"
        numbers = (("page", self.page), ("paragraph", self.paragraph), ("table", self.table))
        inside = (("row", self.row), ("cell", self.cell)) if self.table is not None else ()
        parts = [f"{name} {number}" for name, number in (*numbers, *inside) if number is not None]
        if parts:
            return " ".join(parts)
        if self.line is not None:
            return f"{self.line}:{self.column}" if self.column is not None else str(self.line)
        return "?"

    def describe(self, language: str) -> str:
        """The same place in words, Chinese for ``"zh"`` and English otherwise."""
        placed = self.sheet is not None or self.table is not None
        elsewhere = placed or self.page is not None or self.paragraph is not None
        if language != "zh":
            return str(self) if elsewhere or self.line is None else f"line {self}"
        if self.sheet is not None:
            return f"工作表“{self.sheet}”" + ("" if self.row is None else self._reference())
        numbers = ((self.page, "页"), (self.paragraph, "段"), (self.table, "张表"))
        inside = ((self.row, "行"), (self.cell, "格")) if self.table is not None else ()
        parts = [f"第{number}{unit}" for number, unit in (*numbers, *inside) if number is not None]
        if parts:
            return "".join(parts)
        if self.line is not None:
            return f"第{self.line}行" + (f"第{self.column}字" if self.column is not None else "")
        return "?"

    def _reference(self) -> str:
        """Row and column as workbooks write them, such as C4; the row alone where no column is known."""
        letters, rest = "", self.cell or 0
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return f"{letters}{self.row}"


Places = Callable[[], Iterable[Source]]
"""Gives some places, the same ones however often it is called."""


class SinglePlaces:
    """Some `Places` of which one can be had without the others."""

    __slots__ = ()

    def __call__(self) -> Iterable[Source]:
        """All of them."""
        raise NotImplementedError

    def at(self, number: int) -> Source:
        """One of them by its number, counted from 0."""
        raise NotImplementedError


def read_only(places: Mapping[str, Source]) -> Mapping[str, Source]:
    """The same places by name, which nobody can change."""
    return MappingProxyType(dict(places))
