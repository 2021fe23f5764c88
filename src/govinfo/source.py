"""Places in a source document."""

from __future__ import annotations

import attrs


@attrs.frozen
class Source:
    """Where a piece of text stood.

    A text file has `line`, `column` and `end_column`.  A table of a web page or an office file has
    `table`, `row` and `cell`; `line` is then the line of the markup where the reader knows it.  All
    numbers count from 1; `end_column` is the first column behind.

    Attributes:
        line: line of the decoded text.
        column, end_column: characters of that line.
        table: number of the table in the document.
        row, cell: number of the row in the table and of the cell in the row, as the source has them.
    """

    line: int | None = None
    column: int | None = None
    end_column: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None

    @property
    def path(self) -> str | None:
        """XPath of the table, row or cell in a web page; None for a place in a text."""
        if self.table is None:
            return None
        table = f"(//table)[{self.table}]"
        row = table if self.row is None else f"({table}//tr)[{self.row}]"
        return row if self.cell is None else f"{row}/*[self::td or self::th][{self.cell}]"

    def __str__(self) -> str:
        """A short notation: ``12:5`` for text, ``table 2 row 3 cell 4`` for a table."""
        if self.table is not None:
            parts = [f"table {self.table}"]
            parts += [f"row {self.row}"] if self.row is not None else []
            parts += [f"cell {self.cell}"] if self.cell is not None else []
            return " ".join(parts)
        if self.line is not None:
            return f"{self.line}:{self.column}" if self.column is not None else str(self.line)
        return "?"

    def describe(self, language: str) -> str:
        """The same place in words, Chinese for ``"zh"`` and English otherwise."""
        if language != "zh":
            return f"line {self}" if self.table is None and self.line is not None else str(self)
        if self.table is not None:
            parts = [f"第{self.table}张表"]
            parts += [f"第{self.row}行"] if self.row is not None else []
            parts += [f"第{self.cell}格"] if self.cell is not None else []
            return "".join(parts)
        if self.line is not None:
            return f"第{self.line}行" + (f"第{self.column}字" if self.column is not None else "")
        return "?"
