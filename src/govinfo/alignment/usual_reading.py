"""Reading a document whose tables are all printed as the form prints them.

What `govinfo.alignment.tables` finds out for any table is known here beforehand.  Where anything is left to find out,
a number outside the tables, a piece of a label, a cell that cannot be read, nothing is read here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from govinfo.alignment.candidates import SERIAL, Candidate
from govinfo.alignment.cells import RowReading, columns_of, read_row
from govinfo.alignment.columns import is_header, read_header
from govinfo.alignment.editions import Run, line_below
from govinfo.alignment.fillers import ends_empty
from govinfo.alignment.labels import LabelIndex, Likeness
from govinfo.alignment.reading import BlockReading, TableReading, with_labels_above
from govinfo.alignment.rows import Alignment, Match
from govinfo.alignment.strip import Row
from govinfo.alignment.usual import UsualTable
from govinfo.text.fold import fold
from govinfo.text.numbers import is_value

_EXACT = Likeness(1.0, "exact")
_CERTAIN = frozenset(("reported", "blank", "placeholder"))


def read_usual(strip: Sequence[Row], tables: Sequence[UsualTable], index: LabelIndex) -> TableReading | None:
    """The cells of a document with no other tables than these; None where anything about it is unusual.

    Args:
        strip: the document.
        tables: the tables, in their order.
        index: the labels of the form that they are read with.
    """
    if any(index.form.id not in table.pattern.places for table in tables):
        return None
    matches = list(_matches(strip, tables, index.form.id))
    order = [match.place.index for match in matches]
    if any(below <= above for above, below in pairwise(order)):
        return None
    inside = {place for table in tables for place in range(table.start, table.stop)}
    wordings = _wordings(index)
    if not all(_is_apart(row, wordings) for place, row in enumerate(strip) if place not in inside):
        return None
    blocks = tuple(_blocks(matches, index))
    if not all(map(_is_plain, blocks)):
        return None
    return TableReading(
        index.form,
        Alignment(tuple(matches), (), (), ()),
        blocks,
        extras=(),
        differing=frozenset(),
        used=with_labels_above(inside, strip, index),
        cut=matches[-1] if matches[-1].row.position == len(strip) - 1 else None,
        alone=tuple(_runs(matches, tables, strip, index)),
        usual=True,
    )


def _matches(strip: Sequence[Row], tables: Sequence[UsualTable], form: str) -> Iterator[Match]:
    """The rows of the tables with their places in a form that has all of the tables."""
    behind = 0
    for table in tables:
        header = [token for row in strip[behind : table.start] for token in row.tokens if token.text]
        places = table.pattern.places[form]
        for position, (line, place) in enumerate(zip(table.pattern.lines, places, strict=True), table.start):
            row = strip[position]
            end = len(row.tokens) - line.due
            words = [token for token in row.tokens[:end] if token.text]
            if place is None:
                header += words
                continue
            above, label = (words[:-1], words[-1:]) if place.row.label else (words, [])
            found = Candidate(
                position, tuple(label), row.tokens[end:], (*header, *above), place.index, "exact", row.bounds
            )
            yield Match(place, found, _EXACT)
            header = []
        behind = table.stop


def _runs(
    matches: Sequence[Match], tables: Sequence[UsualTable], strip: Sequence[Row], index: LabelIndex
) -> Iterator[Run]:
    """The tables as runs, each with what the line above says."""
    behind = 0
    groups = groupby(matches, lambda match: id(match.place.table))
    for table, (_, group) in zip(tables, groups, strict=True):
        rows = list(group)
        numbers = frozenset([match.place.index for match in rows])
        line = line_below(strip[behind : table.start], index)
        yield Run(rows[0].place.table, tuple([match.row for match in rows]), numbers, line=line)
        behind = table.stop


def _blocks(matches: Sequence[Match], index: LabelIndex) -> Iterator[BlockReading]:
    for _, group in groupby(matches, lambda match: id(match.place.block)):
        rows = list(group)
        first = rows[0]
        block = first.place.block
        header = read_header(first.row.header, block, index)
        shape = columns_of(first.row.values)
        yield BlockReading(
            block,
            first.place.table.id,
            header,
            tuple([read_row(match, header, shape) for match in rows]),
            tuple([match for match in rows[1:] if match.row.header and is_header(match.row.header, block, index)]),
        )


def _is_plain(block: BlockReading) -> bool:
    """Tell whether each number stands in its column and none needs more than to be read."""
    if not block.header.clean or block.repeated_headers or ends_empty([row.match for row in block.rows]):
        return False
    return not any(row.odd or row.filled or not row.fits or _has_doubt(row) for row in block.rows)


def _has_doubt(row: RowReading) -> bool:
    return not _CERTAIN.issuperset([cell.status for cell in row.cells])


def _is_apart(row: Row, wordings: str) -> bool:
    """Tell whether a row holds no number, and nothing that is a label or a piece of one."""
    texts = [token.text for token in row.tokens if token.text]
    if len(texts) == 1 and len(texts[0]) == 1:
        return False
    return not any(is_value(text) or ((key := fold(text)) and key in wordings) for text in texts)


@lru_cache(maxsize=8)
def _wordings(index: LabelIndex) -> str:
    """The keys of all labels, one a line."""
    return "\n".join(sorted(index.vocabulary | SERIAL))
