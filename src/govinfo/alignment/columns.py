"""Which printed column is which column of the form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from govinfo.alignment.labels import MIN_LIKENESS, LabelIndex, Likeness, likeness, nodes
from govinfo.alignment.rows import MAX_PIECES
from govinfo.alignment.strip import Token
from govinfo.forms import Block, Column
from govinfo.text.fold import fold


@attrs.frozen
class HeaderLabel:
    """A column's label as printed; `token` is None where none was found."""

    column: Column
    token: Token | None
    likeness: Likeness


@attrs.frozen
class Header:
    """The header of a block as printed.

    Attributes:
        labels: what was found for each column and group, in the form's printing order.
        order: the leaves from left to right as printed; a token stands for a column that the form
            does not have.
        certain: False where the order cannot be told from what is printed.
        moved: True where the order is not that of the form.
    """

    labels: tuple[HeaderLabel, ...]
    order: tuple[Column | Token, ...]
    certain: bool
    moved: bool

    @property
    def found(self) -> bool:
        """True where at least one label of a column was recognised."""
        return any(label.token is not None for label in self.labels)


@attrs.frozen
class _Piece:
    """A recognised stretch of the header: where it begins and how many tokens it takes."""

    start: int
    length: int
    likeness: Likeness


def read_header(tokens: Sequence[Token], block: Block, index: LabelIndex) -> Header:
    """Recognise a header among the tokens printed above the first row of a block."""
    expected = tuple(nodes(block.columns))
    pieces = _exact(tokens, expected, index)
    if pieces:
        pieces = _similar(tokens, expected, pieces, index)
    labels = tuple(
        HeaderLabel(
            column,
            _joined(tokens, pieces.get(number)),
            pieces[number].likeness if number in pieces else Likeness(0.0, "position"),
        )
        for number, column in enumerate(expected)
    )
    starts = {id(column): pieces[number].start for number, column in enumerate(expected) if number in pieces}
    extra = [(place, tokens[place]) for place in _unknown(tokens, pieces, index)]
    order, certain = _order(block.columns, starts, extra)
    return Header(
        labels, order, certain, moved=[leaf for leaf in order if isinstance(leaf, Column)] != list(block.leaves)
    )


def _exact(tokens: Sequence[Token], expected: Sequence[Column], index: LabelIndex) -> dict[int, _Piece]:
    """Find the known labels; a wording that occurs several times goes to the first open column."""
    open_columns: dict[str, list[tuple[int, Likeness]]] = {}
    for number, column in enumerate(expected):
        for position, wording in enumerate(index.wordings(column.id, column.label)):
            found = Likeness(1.0, "exact" if position == 0 else "alias")
            open_columns.setdefault(fold(wording), []).append((number, found))
    pieces: dict[int, _Piece] = {}
    place = 0
    while place < len(tokens):
        taken = 1
        for length in range(1, min(MAX_PIECES, len(tokens) - place) + 1):
            waiting = open_columns.get(fold("".join(token.text for token in tokens[place : place + length])), [])
            free = next((entry for entry in waiting if entry[0] not in pieces), None)
            if free:
                pieces[free[0]] = _Piece(place, length, free[1])
                taken = length
                break
        place += taken
    return pieces


def _similar(
    tokens: Sequence[Token], expected: Sequence[Column], pieces: dict[int, _Piece], index: LabelIndex
) -> dict[int, _Piece]:
    """Find misspelt labels among the unknown tokens between their neighbours."""
    found = dict(pieces)
    for number, column in enumerate(expected):
        if number in found:
            continue
        low = max((piece.start for other, piece in found.items() if other < number), default=-1)
        high = min((piece.start for other, piece in found.items() if other > number), default=len(tokens))
        free = [place for place in _free(tokens, found, index) if low < place < high]
        wordings = index.wordings(column.id, column.label)
        weighed = [(likeness(tokens[place].text, wordings), place) for place in free]
        best = max(weighed, key=lambda entry: entry[0].score, default=None)
        if best and best[0].score >= MIN_LIKENESS:
            found[number] = _Piece(best[1], 1, best[0])
    return dict(sorted(found.items()))


def _free(tokens: Sequence[Token], pieces: dict[int, _Piece], index: LabelIndex) -> Iterator[int]:
    taken = {place for piece in pieces.values() for place in range(piece.start, piece.start + piece.length)}
    for place, token in enumerate(tokens):
        if place not in taken and fold(token.text) not in index.other:
            yield place


def _unknown(tokens: Sequence[Token], pieces: dict[int, _Piece], index: LabelIndex) -> list[int]:
    """Places of tokens inside the header that are no label of the form."""
    if not pieces:
        return []
    first = min(piece.start for piece in pieces.values())
    last = max(piece.start for piece in pieces.values())
    return [place for place in _free(tokens, pieces, index) if first < place <= last + 1 and tokens[place].text]


def _order(
    columns: Sequence[Column], starts: dict[int, int], extra: Sequence[tuple[int, Token]]
) -> tuple[tuple[Column | Token, ...], bool]:
    """The leaves in printed order, level by level; unknown tokens follow the sibling before them."""
    placed = [(starts[id(column)], column) for column in columns if id(column) in starts]
    certain = len(placed) == len(columns) or [place for place, _ in placed] == sorted(place for place, _ in placed)
    printed: list[tuple[int, Column | Token]] = list(placed) if len(placed) == len(columns) else []
    if printed:
        low, high = min(place for place, _ in placed), max(place for place, _ in placed)
        printed += [(place, token) for place, token in extra if low < place <= high + 1]
        printed.sort(key=lambda entry: entry[0])
    sequence = [column for _, column in printed] if printed else list(columns)
    order: list[Column | Token] = []
    for column in sequence:
        if isinstance(column, Token) or not column.children:
            order.append(column)
        else:
            below, below_certain = _order(column.children, starts, extra)
            order.extend(below)
            certain = certain and below_certain
    return tuple(order), certain


def _joined(tokens: Sequence[Token], piece: _Piece | None) -> Token | None:
    if piece is None:
        return None
    parts = tokens[piece.start : piece.start + piece.length]
    return attrs.evolve(parts[0], text="".join(part.text for part in parts))
