"""Layout: cells one after the other as they stand on a page, where labels and numbers may come apart.

Programs that take text out of PDF files without keeping its columns write it: a label in front of the numbers of
another row, a number behind the last section, several cells on one line and the next alone.  Labels are gathered from
their pieces, and the numbers of a table divided among its rows; see `govinfo.parsers.shares`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations

import attrs

from govinfo.alignment.labels import LabelIndex, label_index
from govinfo.alignment.strip import Row, Token
from govinfo.document import Document
from govinfo.forms import Block, Column, official_forms
from govinfo.parsers.chunks import Cut, cuts
from govinfo.parsers.cut import cut
from govinfo.parsers.gather import Pieces
from govinfo.parsers.pieces import piece_of
from govinfo.parsers.shares import Gap, Share, confirmed, fill, trusted
from govinfo.parsers.torn_tables import Section, are_numbered, assembled, is_apart, loose_lines, sections_of


def rows(document: Document) -> Sequence[Row]:
    """The rows of a document in this layout; words outside the tables are rows of their own."""
    lines = document.lines
    if not is_apart(document):
        return ()
    whole = list(cuts(lines, numbered=are_numbered(lines)))
    tried = [_reading(whole, label_index(form)) for form in official_forms()]
    return list(_rows(max(tried, key=lambda reading: (reading.found, reading.index.form.first_year))))


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
    sections: Sequence[Section]
    filled: Sequence[Share]
    used: frozenset[int]

    @property
    def found(self) -> int:
        """How many labels of the form were found."""
        rows = sum(bool(pieces) for section in self.sections for pieces in section.labels.values())
        headers = (header for section in self.sections for _, header in section.header)
        return rows + sum(bool(pieces) for header in headers for _, pieces in header)


def _reading(lines: Sequence[Cut], index: LabelIndex) -> _Reading:
    sections = list(sections_of(lines, index))
    loose = [[piece_of(line)._replace(loose=True) for line in loose_lines(section, index)] for section in sections]
    sections = [assembled(section, place, loose, index.form) for place, section in enumerate(sections)]
    entries = [entry for section in sections for entry in section.divided]
    used = {id(number) for entry in entries for number in entry.numbers}
    numbers = chain.from_iterable(piece.numbers for pieces in loose for piece in pieces)
    filled = fill(entries, tuple([number for number in numbers if id(number) not in used]), index.form)
    used |= {id(number) for share in filled for number in share.numbers}
    return _Reading(index, sections, filled, frozenset(used))


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


def _table_rows(section: Section, reading: _Reading) -> Iterator[Row]:
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
        lost = () if label or not sure else _lost(entry)
        yield Row((*_joined(label, section.region), *lost, *entry.numbers), "line" if certain and not lost else "order")


def _lost(row: Share | Gap) -> tuple[Token, ...]:
    """The label that the form has for a row of a table that adds up as a whole; the text has lost it."""
    label = row.places[0].row.label if isinstance(row, Gap) else row.place.row.label
    return (Token(label.zh, row.numbers[0].source),) if label else ()


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
