"""Layout: cells one after the other as they stand on a page, where labels and numbers may come apart.

Programs that take text out of PDF files without keeping its columns write it: a label in front of the numbers of
another row, a number behind the last section, several cells on one line and the next alone.  Labels are gathered from
their pieces, and the numbers of a table divided among its rows; see `govinfo.parsers.shares`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, dropwhile, pairwise, takewhile

import attrs

from govinfo.alignment.labels import LabelIndex, label_index, nodes
from govinfo.alignment.strip import Row, Token
from govinfo.document import Document, Paragraph
from govinfo.forms import Block, Column, Form, RowPlace, Table, official_forms
from govinfo.parsers.apart import is_scattered
from govinfo.parsers.assembling import assemble
from govinfo.parsers.chunks import Cut, cuts
from govinfo.parsers.cut import cut
from govinfo.parsers.gather import Pieces, Words
from govinfo.parsers.pieces import Piece, piece_of, pieces_of
from govinfo.parsers.shares import Gap, Share, confirmed, fill, shares, trusted
from govinfo.text.fold import fold

MAX_PAGE = 3
"""Most digits of the number of a page."""


def rows(document: Document) -> Sequence[Row]:
    """The rows of a document in this layout; words outside the tables are rows of their own."""
    lines = document.lines
    if not is_scattered(document):
        return ()
    whole = list(cuts(lines, numbered=_are_numbered(lines)))
    tried = [_reading(whole, label_index(form)) for form in official_forms()]
    return list(_rows(max(tried, key=lambda reading: (reading.found, reading.index.form.first_year))))


def _are_numbered(lines: Sequence[Paragraph]) -> bool:
    """Tell whether the pages end with numbers that rise by one; other numbers there are those of a table."""
    ends = [above.text.strip() for above, line in pairwise(lines) if line.text.startswith("\f")]
    numbers = [int(text) for text in ends if text.isdecimal() and len(text) <= MAX_PAGE]
    return len(numbers) == len(ends) > 1 and all(below == above + 1 for above, below in pairwise(numbers))


@attrs.frozen
class _Section:
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


@attrs.frozen
class _Reading:
    """A document read with the labels of a form.

    Attributes:
        index: the labels.
        sections: the document.
        filled: the rows that numbers from elsewhere complete.
        used: these numbers, by identity.
    """

    index: LabelIndex
    sections: Sequence[_Section]
    filled: Sequence[Share]
    used: frozenset[int]

    @property
    def found(self) -> int:
        """How many labels of the form were found."""
        rows = sum(bool(pieces) for section in self.sections for pieces in section.labels.values())
        headers = (header for section in self.sections for _, header in section.header)
        return rows + sum(bool(pieces) for header in headers for _, pieces in header)


def _reading(lines: Sequence[Cut], index: LabelIndex) -> _Reading:
    tables = {table.section: table for table in index.form.tables}
    starts: list[tuple[int, Table | None]] = [(0, None)]
    for place, line in enumerate(lines):
        heading = None if line.values else index.headings.get(fold(line.line.text))
        if heading is not None:
            starts.append((place, tables.get(heading)))
    ends = [start for start, _ in starts[1:]] + [len(lines)]
    sections = [
        _Section(lines[start:stop]) if table is None else _table(lines[start:stop], table, index)
        for (start, table), stop in zip(starts, ends, strict=True)
    ]
    loose = [[piece_of(line)._replace(loose=True) for line in _loose(section)] for section in sections]
    sections = [_assembled(section, place, loose, index.form) for place, section in enumerate(sections)]
    entries = [entry for section in sections for entry in section.divided]
    used = {id(number) for entry in entries for number in entry.numbers}
    numbers = chain.from_iterable(piece.numbers for pieces in loose for piece in pieces)
    filled = fill(entries, tuple([number for number in numbers if id(number) not in used]), index.form)
    used |= {id(number) for share in filled for number in share.numbers}
    return _Reading(index, sections, filled, frozenset(used))


def _loose(section: _Section) -> list[Cut]:
    """The numbers that stand above the table of a section; those at the end of a section without one."""
    if section.table:
        return list(takewhile(_is_loose, section.lines[1:]))
    return list(takewhile(_is_loose, reversed(section.lines)))[::-1]


def _assembled(section: _Section, place: int, loose: Sequence[Sequence[Piece]], form: Form) -> _Section:
    """The section, its table put together from pieces where its rows could not be told by their order."""
    if all(isinstance(entry, Share) for entry in section.divided):
        return section
    others = [pieces for number, pieces in enumerate(loose) if number != place]
    pieces = [*loose[place], *section.pieces, *chain.from_iterable(others)]
    rows = assemble(pieces, [row for row in form.rows if row.table is section.table], form)
    return attrs.evolve(section, divided=rows) if rows else section


def _is_loose(line: Cut) -> bool:
    return not line.words


def _below_loose(lines: Sequence[Cut]) -> Iterator[Cut]:
    """The lines below the heading of a table and below the numbers that stand above its words."""
    return dropwhile(_is_loose, lines[1:])


def _table(lines: Sequence[Cut], table: Table, index: LabelIndex) -> _Section:
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
    return _Section(
        lines,
        table,
        region,
        list(pieces_of(printed, starts)),
        shares(region, labels, heads, index.form),
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


def _rows(reading: _Reading) -> Iterator[Row]:
    for section in reading.sections:
        if section.table is None:
            for line in section.lines:
                if not any(id(chunk.token) in reading.used for chunk in line.values):
                    yield _line(line)
            continue
        yield _line(section.lines[0])
        yield from (_line(line) for line in section.lines[1:] if line.prose)
        yield from (Row((section.region[place],), "line") for place in section.left)
        yield from _table_rows(section, reading)


def _table_rows(section: _Section, reading: _Reading) -> Iterator[Row]:
    """The rows of a table; those of which anything but the sums was inferred from their order are marked."""
    divided = list(_with(section.divided, {share.place.index: share for share in reading.filled}))
    sure = confirmed(divided, reading.index.form)
    block: Block | None = None
    headers = {id(block): header for block, header in section.header}
    for entry in divided if sure else trusted(divided, reading.index.form):
        if isinstance(entry, Gap) and not entry.short:
            labels = [_joined(section.labels[place.index], section.region) for place in entry.places]
            yield from (Row(label, "line") for label in labels if label)
            yield Row(tuple(attrs.evolve(number, doubtful=True) for number in entry.numbers), "row")
            continue
        place = entry.place if isinstance(entry, Share) else entry.places[0]
        if place.block is not block:
            block = place.block
            yield Row(tuple(_header(headers[id(block)], section.region)), "line")
        label = section.labels[place.index]
        beside = entry.beside if isinstance(entry, Share) and label else _is_whole(headers[id(block)])
        certain = sure and beside and _is_certain(headers[id(block)], section.region)
        yield Row((*_joined(label, section.region), *entry.numbers), "line" if certain else "order")


def _with(divided: Sequence[Share | Gap], filled: Mapping[int, Share]) -> Iterator[Share | Gap]:
    """The rows and gaps of a table, those gaps filled that can be."""
    for entry in divided:
        if isinstance(entry, Gap) and all(place.index in filled for place in entry.places):
            yield from (filled[place.index] for place in entry.places)
        else:
            yield entry


def _is_whole(labels: Sequence[tuple[Column, Pieces]]) -> bool:
    """Tell whether no label of a header is printed in pieces, so that their order tells that of the columns."""
    return all(len(pieces) == 1 for _, pieces in labels)


def _is_certain(labels: Sequence[tuple[Column, Pieces]], region: Sequence[Token]) -> bool:
    """Tell whether no label of a column in pieces begins out of order, so that its pieces may be those of another.

    Columns that have labels in common are told by their sums.
    """
    for group in (tuple(column for column, _ in labels), *(column.children for column, _ in labels)):
        leaves = [column for column in group if not column.children]
        printed = [pieces for column, pieces in labels if pieces and column in leaves]
        if _are_repeated(leaves, labels) or all(len(pieces) == 1 for pieces in printed):
            continue
        if not _in_order([pieces[0] for pieces in printed], region, several=False):
            return False
    return True


def _header(labels: Sequence[tuple[Column, Pieces]], region: Sequence[Token]) -> Iterator[Token]:
    """The labels of columns in the order of the form, if those of each group that are whole are printed in it."""
    printed = [(column, pieces) for column, pieces in labels if pieces]
    whole = {id(column): pieces[0] for column, pieces in printed if len(pieces) == 1 and not column.children}
    inner = {id(child) for column, _ in labels for child in column.children}
    outer = [column for column, _ in labels if id(column) not in inner]
    for columns in (*(column.children for column, _ in labels), outer):
        places = [whole[id(column)] for column in columns if id(column) in whole]
        if not _in_order(places, region, several=_are_repeated(columns, labels)):
            printed.sort(key=lambda entry: entry[1])
    for _, pieces in printed:
        yield from _joined(pieces, region)


def _are_repeated(columns: Sequence[Column], labels: Sequence[tuple[Column, Pieces]]) -> bool:
    """Tell whether other columns have the same labels, so that it cannot be told which is printed where."""
    names = Counter(column.label.zh for column, _ in labels)
    return any(names[column.label.zh] > 1 for column in columns)


def _in_order(places: Sequence[int], region: Sequence[Token], *, several: bool) -> bool:
    """Tell whether labels are printed in order; of labels that are printed several times those on one line."""
    lines = [region[place].source.line if several else 0 for place in places]
    return all(
        above < below
        for (above, line), (below, other) in combinations(zip(places, lines, strict=True), 2)
        if line == other
    )


def _joined(pieces: Pieces, region: Sequence[Token]) -> tuple[Token, ...]:
    if not pieces:
        return ()
    text = "".join(region[place].text for place in pieces)
    return (attrs.evolve(region[pieces[0]], text=text),)


def _line(line: Cut) -> Row:
    return Row((cut(line.line, 0, len(line.line.text)),), "line")
