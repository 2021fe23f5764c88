"""The tables of a text in which labels and numbers come apart: their labels gathered, their numbers divided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, dropwhile, pairwise, takewhile

import attrs

from govinfo.alignment.labels import LabelIndex, label_index, nodes
from govinfo.alignment.strip import Token
from govinfo.document import Document, Paragraph
from govinfo.forms import Block, Column, Form, RowPlace, Table, official_forms
from govinfo.parsers.apart import MIN_NUMBERS, has_long_runs, is_scattered, numbers_alone
from govinfo.parsers.assembling import assemble
from govinfo.parsers.chunks import Cut, cuts
from govinfo.parsers.columnwise import in_columns
from govinfo.parsers.gather import Pieces, Words
from govinfo.parsers.pieces import Piece, pieces_of
from govinfo.parsers.shares import Gap, Share, confirmed, shares
from govinfo.text.fold import fold

MAX_PAGE = 3
"""Most digits of the number of a page."""


@attrs.frozen
class Section:
    """A heading with the lines below it, or the lines above the first.

    Attributes:
        lines: the lines.
        table: the table that stands there.
        region: the words and numbers of the table in their order.
        pieces: its numbers line by line.
        divided: its rows with their numbers, and what could not be told.
        labels: the pieces of the label of each row, by the row's number in the form.
        header: the pieces of the labels of each block's columns.
        left: the words that are none of these labels.
    """

    lines: Sequence[Cut]
    table: Table | None = None
    region: Sequence[Token] = ()
    pieces: Sequence[Piece] = ()
    divided: Sequence[Share | Gap] = ()
    labels: dict[int, Pieces] = attrs.Factory(dict)
    header: Sequence[tuple[Block, Sequence[tuple[Column, Pieces]]]] = ()
    left: Sequence[int] = ()


def is_apart(document: Document) -> bool:
    """Tell whether labels and numbers come apart: most of them, or those of some rows of a table that adds up.

    In the latter the labels of these rows stand together, and then their numbers.
    """
    lines, counts = document.lines, numbers_alone(document)
    if sum(counts) < MIN_NUMBERS:
        return False
    return is_scattered(lines, counts) or (has_long_runs(counts, *_widths()) and _adds_up_apart(lines, counts))


@lru_cache(maxsize=1)
def _widths() -> tuple[int, frozenset[int]]:
    """How many cells most rows of the official forms have, and how many there are in any."""
    widths = Counter(len(place.cells) for form in official_forms() for place in form.rows)
    return max(widths, key=lambda width: widths[width]), frozenset(widths)


def _adds_up_apart(lines: Sequence[Paragraph], counts: Sequence[int]) -> bool:
    """Tell whether all numbers of a table add up in the order of the form, but not all behind their labels."""
    keys = {fold(line.text) for line, count in zip(lines, counts, strict=True) if not count}
    indexes = [index for index in map(label_index, official_forms()) if not keys.isdisjoint(index.headings)]
    whole = list(cuts(lines, numbered=are_numbered(lines))) if indexes else []
    for index in indexes:
        form = index.form
        for section in sections_of(whole, index):
            due = sum(len(place.cells) for place in form.rows if place.table is section.table)
            if _is_tied(section.table, form) and sum(len(piece.numbers) for piece in section.pieces) == due:
                divided = assembled(section, 0, [[]], form).divided
                apart = any(isinstance(entry, Share) and not entry.beside for entry in divided)
                if apart and confirmed(divided, form) and _are_behind_labels(section.pieces, divided):
                    return True
    return False


def _are_behind_labels(pieces: Sequence[Piece], divided: Sequence[Share | Gap]) -> bool:
    """Tell whether no numbers stand right behind a single label that is that of another row."""
    owners = {id(number): row for row, entry in enumerate(divided) for number in entry.numbers}
    return all(owners[id(piece.numbers[0])] == piece.rows[0] for piece in pieces if len(piece.rows) == 1)


def _is_tied(table: Table | None, form: Form) -> bool:
    """Tell whether equations hold between rows of a table."""
    cells = {cell for place in form.rows if place.table is table for cell in place.cells}
    return any(cells >= {*identity.left, *identity.right} for identity in form.identities if identity.over == "column")


def are_numbered(lines: Sequence[Paragraph]) -> bool:
    """Tell whether the pages end with numbers that rise by one; other numbers there are those of a table."""
    ends = [above.text.strip() for above, line in pairwise(lines) if line.text.startswith("\f")]
    numbers = [int(text) for text in ends if text.isdecimal() and len(text) <= MAX_PAGE]
    return len(numbers) == len(ends) > 1 and all(below == above + 1 for above, below in pairwise(numbers))


def sections_of(lines: Sequence[Cut], index: LabelIndex) -> Iterator[Section]:
    """The lines above the first heading, and those below each with the table that stands there."""
    tables = {table.section: table for table in index.form.tables}
    starts: list[tuple[int, Table | None]] = [(0, None)]
    for place, line in enumerate(lines):
        heading = None if line.values else index.headings.get(fold(line.line.text))
        if heading is not None:
            starts.append((place, tables.get(heading)))
    for (start, table), (stop, _) in pairwise([*starts, (len(lines), None)]):
        yield Section(lines[start:stop]) if table is None else _table(lines[start:stop], table, index)


def loose_lines(section: Section, index: LabelIndex) -> list[Cut]:
    """The numbers that stand above the table of a section; those at the end of a section without one.

    There, labels of columns may stand among them.
    """
    if section.table:
        return list(takewhile(_is_loose, section.lines[1:]))
    last = takewhile(lambda line: _is_loose(line) or fold(line.line.text) in index.columns, reversed(section.lines))
    return [line for line in last if _is_loose(line)][::-1]


def assembled(section: Section, place: int, loose: Sequence[Sequence[Piece]], form: Form) -> Section:
    """The section, its table put together from pieces where its rows could not be told by their order.

    Where each number stands in a row already, those right behind the label of their row keep it, even if they do not
    add up.
    """
    if confirmed(section.divided, form):
        return section
    others = [pieces for number, pieces in enumerate(loose) if number != place]
    pieces = [*loose[place], *section.pieces, *chain.from_iterable(others)]
    rows = assemble(pieces, [row for row in form.rows if row.table is section.table], form)
    shares = [entry for entry in section.divided if isinstance(entry, Share)]
    beside = {entry.place: entry.numbers for entry in shares if entry.beside}
    kept = len(shares) < len(section.divided) or all(beside.get(row.place, row.numbers) == row.numbers for row in rows)
    return attrs.evolve(section, divided=rows) if rows and kept else section


def _is_loose(line: Cut) -> bool:
    return not line.words


def _below_loose(lines: Sequence[Cut]) -> Iterator[Cut]:
    """The lines below the heading of a table and below the numbers that stand above its words."""
    return dropwhile(_is_loose, lines[1:])


def _table(lines: Sequence[Cut], table: Table, index: LabelIndex) -> Section:
    """Gather the labels of a table and divide its numbers."""
    printed = [line for line in _below_loose(lines) if not line.prose]
    region = [chunk.token for line in printed for chunk in (*line.words, *line.values)]
    words = Words([attrs.evolve(token, text="") if token.is_number else token for token in region])
    places = [place for place in index.form.rows if place.table is table]
    labels = list(zip(places, words.take([_wanted(place, index) for place in places]), strict=True))
    header = []
    for block in table.blocks:
        columns = list(nodes(block.columns))
        wanted = [(tuple(map(fold, index.wordings(column.id, column.label))), False) for column in columns]
        header.append((block, list(zip(columns, words.take(wanted), strict=True))))
    leaves = [(block, [pieces for column, pieces in found if not column.children]) for block, found in header]
    heads = {tuple(chain(*found)): block for block, found in leaves if all(len(pieces) == 1 for pieces in found)}
    starts = {pieces[0]: row for row, (_, pieces) in enumerate(labels) if pieces}
    return Section(
        lines,
        table,
        region,
        list(pieces_of(printed, starts)),
        in_columns(shares(region, labels, heads, index.form), region, dict(labels), header),
        {place.index: pieces for place, pieces in labels},
        header,
        [place for place in words.left() if not region[place].is_number],
    )


def _wanted(place: RowPlace, index: LabelIndex) -> tuple[tuple[str, ...], bool]:
    """The keys of a row's label, and whether others have one of them too."""
    if place.row.label is None:
        return (), False
    keys = tuple(map(fold, index.wordings(place.row.id, place.row.label)))
    return keys, any(key in index.columns or key in index.namesakes for key in keys)
