"""Printed rows that carry numbers, with the label that stands before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from govinfo.alignment.headless import headless
from govinfo.alignment.labels import How, LabelIndex, is_like_row
from govinfo.alignment.strip import Bounds, Row, Token
from govinfo.text.fold import fold
from govinfo.text.numbers import is_value

SERIAL = frozenset(["序号", "编号"])
"""Keys of headings of a column of serial numbers, which the form does not have."""

MAX_PIECES = 4
"""Into how many tokens a broken label may have fallen."""


@attrs.define(unsafe_hash=True)
class Candidate:
    """A printed row that may be a row of the form; never changed once it is made, and not frozen for speed.

    Attributes:
        position: its number in the strip.
        label: tokens of its label; empty for a row without one.
        values: tokens behind the label.
        header: tokens printed since the row before, without the label: the header, if it is one.
        index: number of the row of the form whose label it has, or None.
        how: manner of recognition.
        bounds: what the layout shows of rows and cells; see `Row.bounds`.
        joined: True where a line that is no number stood among its numbers.
        width: how many cells it has in all where the layout shows its ends, else 0.
    """

    position: int
    label: tuple[Token, ...]
    values: tuple[Token, ...]
    header: tuple[Token, ...]
    index: int | None
    how: How
    bounds: Bounds
    joined: bool = False
    width: int = 0

    @property
    def printed(self) -> str:
        """The label as printed."""
        return "".join(token.text for token in self.label)


def candidates(strip: Sequence[Row], index: LabelIndex) -> Iterator[Candidate]:
    """Find the rows of a strip that carry numbers, and recognise their labels by key."""
    header: list[Token] = []
    waiting: Candidate | None = None
    for position, row in enumerate(strip):
        labels, values = _split(row, index)
        numbered = values and not _is_group(labels, values, index)
        found = _candidate(position, row, header, labels, values, index) if numbered else None
        if found and found.index is None and row.explicit and not labels:
            number = headless(header, values, index)
            found = found if number is None else attrs.evolve(found, header=(), index=number, how="exact")
        if found is None:
            header += labels
            continue
        header = []
        joined = None
        if waiting:
            joined = _joined(waiting, found, strip, index)
        if joined is None and waiting:
            yield waiting
        waiting = joined or found
    if waiting:
        yield waiting


def _candidate(
    position: int,
    row: Row,
    header: list[Token],
    labels: tuple[Token, ...],
    values: tuple[Token, ...],
    index: LabelIndex,
) -> Candidate | None:
    """The row as a candidate; None where it has no number and no known label, as a header has."""
    if header and not row.explicit:
        labels = (*header[-MAX_PIECES + 1 :], *labels)
        header = header[: -MAX_PIECES + 1]
    numbers = any(token.text for token in values)
    if index.unlabelled and _is_below([*header, *labels], index.unlabelled[1]):
        place = index.unlabelled[0]
        if not numbers and len(values) < len(place.cells):
            return None
        above = (*header, *labels)
        if values[0].is_number and any(fold(token.text) in SERIAL for token in above):
            values = values[1:]
        values = _below_gap(values, len(place.cells))
        return Candidate(position, (), values, above, place.index, "exact", row.bounds)
    found = _recognise(labels, values, index)
    if not found and row.explicit and header and labels:
        begun = (header[-1], *labels)
        found = _recognise(begun, values, index)
        if found:
            labels, header = begun, header[:-1]
    if found:
        start, stop, number, how = found
        cells = (*labels[stop:], *values)
        due = len(index.form.rows[number].cells)
        if numbers or (len(cells) >= due and not _is_header(labels[start:stop], header, labels[:start], index)):
            above = (*header, *labels[:start])
            width = len(row.texts) if row.explicit else 0
            return Candidate(position, labels[start:stop], cells, above, number, how, row.bounds, width=width)
    if not numbers:
        return None
    return Candidate(position, labels[-1:], values, (*header, *labels[:-1]), None, "position", row.bounds)


def _is_group(labels: tuple[Token, ...], values: tuple[Token, ...], index: LabelIndex) -> bool:
    """Tell whether a row is the heading of a group, with marks where other rows have numbers."""
    marks = not any(char.isdigit() for token in values for char in token.text)
    return marks and bool(labels) and any(token.text for token in values) and _key(labels[-1:]) in index.groups


def _below_gap(values: tuple[Token, ...], due: int) -> tuple[Token, ...]:
    """The cells of a row without a label; a gap between them and the header is none where they are enough."""
    first = next((place for place, token in enumerate(values) if not token.padding), 0)
    return values[first:] if len(values) - first >= due else values


def _is_header(label: tuple[Token, ...], header: Sequence[Token], before: tuple[Token, ...], index: LabelIndex) -> bool:
    """Tell whether a label that is also a column's stands among column labels."""
    key = _key(label)
    return key in index.columns and any(fold(token.text) in index.columns for token in (*header, *before))


def _joined(before: Candidate, row: Candidate, strip: Sequence[Row], index: LabelIndex) -> Candidate | None:
    """Join two rows that are one row of the form; None where they are not."""
    if row.index is not None:
        return _together(before, row, index)
    below = strip[row.position]
    if index.unlabelled and before.index == index.unlabelled[0].index and below.block == strip[before.position].block:
        return _broken(before, row)
    return _continue(before, row, below, index)


def _broken(before: Candidate, row: Candidate) -> Candidate | None:
    """Join two lines of the row without a label, whose numbers are broken over them or stand in either.

    Where both lines have a number in one column, the row gets more numbers than it has cells, so that none is read.
    """
    if (row.header and row.position > before.position + 1) or _texts(before) == _texts(row):
        return None
    columns = [token.column for token in before.values]
    if row.header or row.label or None in columns or columns != [token.column for token in row.values]:
        return _rival(before, row)
    pairs = list(zip(before.values, row.values, strict=True))
    if any(first.text and second.text for first, second in pairs):
        return attrs.evolve(before, values=(*before.values, *row.values))
    return attrs.evolve(before, values=tuple(first if first.text else second for first, second in pairs), joined=True)


def _rival(before: Candidate, row: Candidate) -> Candidate | None:
    """The row without a label in doubt, where the line below has words among its numbers or other columns.

    It may be the same row again if it has about as many numbers, and the rest of numbers if some stand below others.
    """
    if not row.header and len(row.values) * 2 > len(before.values):
        return attrs.evolve(before, values=(*before.values, *row.values))
    if _filled(before).isdisjoint(_filled(row)):
        return None
    return attrs.evolve(before, values=tuple(attrs.evolve(token, doubtful=True) for token in before.values))


def _texts(row: Candidate) -> list[str]:
    return [token.text for token in row.values]


def _filled(row: Candidate) -> set[int]:
    """The columns in which a row has a number, where the layout knows them."""
    return {token.column for token in row.values if token.text and token.column is not None}


def _continue(before: Candidate, row: Candidate, strip_row: Row, index: LabelIndex) -> Candidate | None:
    """Join a row that a word in a number cell has cut in two."""
    if before.index is None or row.index is not None or strip_row.explicit or row.header or not row.label:
        return None
    if not _are_words(row.label, index):
        return None
    values = (*before.values, *row.label, *row.values)
    filled = [token for token in values if not token.padding]
    return (
        attrs.evolve(before, values=values, joined=True)
        if len(filled) == len(index.form.rows[before.index].cells)
        else None
    )


def _together(before: Candidate, row: Candidate, index: LabelIndex) -> Candidate | None:
    """Join the parts of the row without a label, each below a header of its own."""
    place = index.unlabelled[0] if index.unlabelled else None
    if place is None or not before.index == row.index == place.index:
        return None
    short = len(before.values) < len(place.cells) and len(row.values) < len(place.cells)
    if not short or len(before.values) + len(row.values) > len(place.cells):
        return None
    return attrs.evolve(before, values=(*before.values, *row.values), header=(*before.header, *row.header))


def _split(row: Row, index: LabelIndex) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Separate the words at the left from the rest; empty cells left of a word are dropped.

    A number or mark before a word counts to the label: a serial number, a label's own number in another cell.
    """
    tokens = row.tokens
    labels = []
    end = 0
    for place, token in enumerate(tokens, 1):
        if token.text:
            if not token.is_number:
                labels.append(token)
                end = place
            elif not _is_before_label(tokens[place : place + MAX_PIECES], index):
                break
    return tuple(labels), tokens[end:]


def _is_before_label(behind: tuple[Token, ...], index: LabelIndex) -> bool:
    """Tell whether the first text behind a number is a label of the form."""
    text = next((token.text for token in behind if token.text), "")
    if not text or is_value(text):
        return False
    key = fold(text)
    return key in index.rows or key in index.other


def _recognise(
    labels: tuple[Token, ...], values: tuple[Token, ...], index: LabelIndex
) -> tuple[int, int, int, How] | None:
    """Find the known label nearest to the numbers: its first and last token, its row, its manner.

    Words behind it must be the words of number cells: with them the row has just the right length, and none is like a
    label.
    """
    filled = len(values) - sum([token.padding for token in values]) if len(labels) > 1 else 0
    for stop in range(len(labels), 0, -1):
        behind = len(labels) - stop
        for start in range(stop - 1, max(stop - 1 - MAX_PIECES, -1), -1):
            found = index.rows.get(_key(labels[start:stop]))
            if found and (not behind or behind + filled == len(index.form.rows[found[0]].cells)):
                return (start, stop, *found) if _are_words(labels[stop:], index) else None
    return None


def _are_words(tokens: tuple[Token, ...], index: LabelIndex) -> bool:
    """Tell whether tokens may be words in number cells: none is like the label of a row or group."""
    return not any(is_like_row(token.text, index) for token in tokens)


def _key(pieces: tuple[Token, ...]) -> str:
    return fold(pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces]))


def _is_below(context: Sequence[Token], keys: frozenset[str]) -> bool:
    if len(context) * 2 <= len(keys):
        return False
    seen = {fold(token.text) for token in context} | {
        fold(first.text + second.text) for first, second in pairwise(context)
    }
    return len(seen & keys) * 2 > len(keys)
