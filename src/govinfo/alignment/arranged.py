"""Tables in another arrangement than the form's, put into that of the form before they are aligned with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import attrs

from govinfo.alignment.crosswise import Part, in_one_row, names_of, part_of
from govinfo.alignment.labels import LabelIndex
from govinfo.alignment.placed import placed
from govinfo.alignment.strip import Row, Token
from govinfo.alignment.survey import Survey
from govinfo.alignment.turned import upright
from govinfo.findings import Finding, spec
from govinfo.text.fold import fold


@attrs.frozen
class Arranged:
    """A strip with all tables as the form has them, and a finding for each that was printed otherwise."""

    strip: Sequence[Row]
    findings: tuple[Finding, ...]


def arranged(survey: Survey, indexes: Sequence[LabelIndex]) -> Arranged:
    """Put such tables into the arrangement of the form, where their labels tell it.

    Args:
        survey: the document; tables that are printed as a form prints them stay as they are.
        indexes: the labels of the forms.
    """
    strip = survey.strip
    if not survey.has_cells:
        return Arranged(strip, ())
    known = {place for table in survey.tables for place in range(table.start, table.stop)}
    arranging = _Arranging(indexes)
    position = 0
    for block, group in groupby(strip, lambda row: row.block):
        rows = list(group)
        if block is None or position in known:
            arranging.leave(rows)
        elif len(rows) == len(rows[0].texts) == 1:
            arranging.line(rows[0])
        else:
            arranging.table(rows)
        position += len(rows)
    arranging.leave(())
    return Arranged(arranging.rows, tuple(arranging.findings)) if arranging.findings else Arranged(strip, ())


_NOTHING = Part({}, {})


class _Arranging:
    """Goes through a strip; what may be a part of a row waits until the row is whole or something else follows."""

    def __init__(self, indexes: Sequence[LabelIndex]) -> None:
        self.rows: list[Row] = []
        self.findings: list[Finding] = []
        self._indexes = indexes
        self._names = next(filter(None, map(names_of, indexes)), None)
        self._waiting: list[Row] = []
        self._part = _NOTHING
        self._heading: Token | None = None

    def leave(self, rows: Sequence[Row]) -> None:
        """Rows that stay as they are."""
        if self._waiting:
            self.rows += self._waiting
            self._waiting = []
        self.rows += rows
        self._part, self._heading = _NOTHING, None

    def line(self, row: Row) -> None:
        """A line outside tables, which may name the table below it."""
        key, names = fold(row.texts[0]), self._names
        if names is None or key not in names.above:
            self.leave([row])
            return
        self._waiting.append(row)
        if key in names.groups:
            self._heading = row.tokens[0]
        else:
            self._part = Part(self._part.numbers, {**self._part.labels, names.around[key].id: row.tokens[0]})

    def table(self, rows: Sequence[Row]) -> None:
        """A table that is not printed as the form prints it."""
        cells = placed(rows)
        made = next(filter(None, (upright(cells, rows[0], index) for index in self._indexes)), None)
        if made:
            self.leave(made)
            self._note(rows)
            return
        names = self._names
        part = part_of(cells, names, self._heading) if names else None
        if names is None or part is None:
            self.leave(rows)
            return
        if part.numbers.keys() & self._part.numbers.keys():
            self.leave(())
        self._waiting += rows
        self._heading = None
        self._part = Part({**self._part.numbers, **part.numbers}, {**self._part.labels, **part.labels})
        whole = in_one_row(self._part, names, rows[0])
        if whole:
            self._waiting = []
            self.leave(whole)
            self._note(rows)

    def _note(self, rows: Sequence[Row]) -> None:
        source = next(token.source for row in rows for token in row.tokens)
        self.findings.append(spec("X67").finding(source=source))
