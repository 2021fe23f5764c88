"""Which printed column is which column of the form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import attrs
from rapidfuzz import fuzz, process

from govinfo.alignment.candidates import MAX_PIECES
from govinfo.alignment.header_copies import agree
from govinfo.alignment.labels import MIN_LIKENESS, LabelIndex, Likeness, key_likeness, likeness, nodes
from govinfo.alignment.strip import Token
from govinfo.forms import Block, Column
from govinfo.text.fold import fold

MAX_JOINED = 24
"""Pieces of a broken column label are joined up to this length in characters."""

MAX_TOKENS = 60
"""So many tokens above a row are searched for its header; the largest header has 21 labels."""

SUBTOTALS = frozenset(["小计", "合计"])
"""Keys of labels under which agencies print subtotals that the form does not have."""

_EXACT = Likeness(1.0, "exact")
_UNSEEN = Likeness(0.0, "position")


class HeaderLabel(NamedTuple):
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
        moved: True where the order is not that of the form, or copies of the header have several.
        clean: True where every label was recognised by its key and nothing else is printed among them.
        inferred: True where words among the labels were taken for no column, and few rows show it, where the last
            cell of all rows is empty, which may be no cell at all, or where it may be the serial number of the next.
    """

    labels: tuple[HeaderLabel, ...]
    order: tuple[Column | Token, ...]
    certain: bool
    moved: bool
    clean: bool
    inferred: bool = False

    @property
    def found(self) -> bool:
        """True where at least one label of a column was recognised."""
        return any(label.token is not None for label in self.labels)


def read_header(tokens: Sequence[Token], block: Block, index: LabelIndex) -> Header:
    """Recognise a header among the tokens printed above the first row of a block."""
    keys = _official_keys(block)
    nearest = tokens[len(tokens) - len(keys) :]
    if tuple([fold(token.text) for token in nearest]) == keys:
        labels = zip(nodes(block.columns), nearest, strict=True)
        return Header(
            tuple(HeaderLabel(column, token, _EXACT) for column, token in labels),
            block.leaves,
            certain=True,
            moved=False,
            clean=True,
        )
    return _search_header(tokens, block, index)


def is_header(tokens: Sequence[Token], block: Block, index: LabelIndex) -> bool:
    """Tell whether most of a block's header is among the tokens."""
    keys = _official_keys(block)
    if len(tokens) * 2 <= len(keys):
        return False
    wanted = _wanted(block, index)
    return sum(fold(token.text) in wanted for token in tokens) * 2 > len(keys)


@lru_cache(maxsize=64)
def _official_keys(block: Block) -> tuple[str, ...]:
    return tuple(fold(column.label.zh) for column in nodes(block.columns))


def _search_header(tokens: Sequence[Token], block: Block, index: LabelIndex) -> Header:
    """Align the tokens with the labels of the header as two sequences; then look for labels that moved.

    Where a leaf was not found and pieces are left that may be it, nothing is certain.
    """
    expected = tuple(nodes(block.columns))
    pieces = tuple(_joined(tokens[-MAX_TOKENS:], block, index))
    found = _aligned(pieces, block, index)
    if found:
        found |= _moved(pieces, expected, found, block, index)
        found |= _between(pieces, expected, found, index)
    labels = tuple(
        HeaderLabel(column, *((pieces[found[number][0]], found[number][1]) if number in found else (None, _UNSEEN)))
        for number, column in enumerate(expected)
    )
    starts = {id(column): found[number][0] for number, column in enumerate(expected) if number in found}
    rest = _rest(pieces, found, block, index)
    extra = [(place, piece) for place, piece in rest if _is_unknown(piece, index)]
    order, certain = _order(block.columns, starts, extra, -1)
    again = [(place, expected[number]) for place, number in _wanted_once(rest, block, index)]
    taken = [(place, expected[number]) for number, (place, _) in found.items()]
    agreed = not again or agree([*taken, *again], block.columns, order)
    missing = any(label.token is None and not label.column.children for label in labels)
    printed = [leaf for leaf in order if isinstance(leaf, Column)]
    return Header(
        labels,
        order,
        certain=certain and agreed and not (missing and rest and found),
        moved=not agreed or printed != list(block.leaves),
        clean=not rest and all(label.likeness.score == 1 for label in labels),
    )


Found = dict[int, tuple[int, Likeness]]
"""For the number of a column in printing order: the number of the piece, and how it was recognised."""


@lru_cache(maxsize=64)
def _wanted(block: Block, index: LabelIndex) -> dict[str, tuple[int, ...]]:
    """The columns that a key may stand for, by their number in printing order."""
    wanted: dict[str, tuple[int, ...]] = {}
    for number, column in enumerate(nodes(block.columns)):
        for wording in index.wordings(column.id, column.label):
            wanted[fold(wording)] = (*wanted.get(fold(wording), ()), number)
    return wanted


def _joined(tokens: Sequence[Token], block: Block, index: LabelIndex) -> Iterator[Token]:
    """The tokens, those joined that make a label of the header only together."""
    wanted = _wanted(block, index)
    place = 0
    while place < len(tokens):
        text = ""
        whole = tokens[place], 1
        for length, token in enumerate(tokens[place : place + MAX_PIECES], 1):
            text += token.text
            if fold(text) in wanted:
                whole = attrs.evolve(tokens[place], text=text) if length > 1 else token, length
                break
            if len(text) > MAX_JOINED:
                break
        yield whole[0]
        place += whole[1]


@lru_cache(maxsize=64)
def _column_keys(block: Block, index: LabelIndex) -> tuple[tuple[str, ...], ...]:
    """The keys of the wordings of each column's label, in printing order."""
    return tuple(tuple(map(fold, index.wordings(column.id, column.label))) for column in nodes(block.columns))


def _aligned(pieces: Sequence[Token], block: Block, index: LabelIndex) -> Found:
    """The pairs in order whose likenesses add up to the most."""
    expected = _column_keys(block, index)
    scores = [_weigh(fold(piece.text), block, index) for piece in pieces]
    best = [[0.0] * (len(expected) + 1) for _ in range(len(pieces) + 1)]
    for i in range(len(pieces) - 1, -1, -1):
        row, below, most = best[i], best[i + 1], 0.0
        for j in range(len(expected) - 1, -1, -1):
            likeness_here = scores[i][j]
            paired = likeness_here.score + below[j + 1] if likeness_here else 0.0
            row[j] = most = max(below[j], most, paired)
    found: Found = {}
    i = j = 0
    while i < len(pieces) and j < len(expected):
        here = scores[i][j]
        if here and best[i][j] == here.score + best[i + 1][j + 1]:
            found[j] = (i, here)
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _weigh(key: str, block: Block, index: LabelIndex) -> list[Likeness | None]:
    """Likeness of a key to each column's label; None where it is something else or too unlike."""
    columns = _column_keys(block, index)
    found: list[Likeness | None] = [None] * len(columns)
    if not key or key in index.other or key in index.rows or key in index.headings:
        likely = _wanted(block, index).get(key, ())
    else:
        wanted = _wanted(block, index)
        alike = process.extract(key, wanted.keys(), scorer=fuzz.ratio, score_cutoff=100 * MIN_LIKENESS, limit=None)
        officials = [*(official for official, _, _ in alike), *(one for one in wanted if one.startswith(key))]
        likely = tuple({number for official in officials for number in wanted[official]})
    for number in likely:
        like = key_likeness(key, columns[number])
        found[number] = like if like.score >= MIN_LIKENESS else None
    return found


def _moved(pieces: Sequence[Token], expected: Sequence[Column], found: Found, block: Block, index: LabelIndex) -> Found:
    """Columns whose label is printed exactly, but out of order; only labels that occur once can tell."""
    taken = {place for place, _ in found.values()}
    moved: Found = {}
    for key, numbers in _wanted(block, index).items():
        if len(numbers) > 1 or numbers[0] in found:
            continue
        places = [place for place, piece in enumerate(pieces) if fold(piece.text) == key and place not in taken]
        if len(places) == 1:
            moved[numbers[0]] = (places[0], likeness(pieces[places[0]].text, (expected[numbers[0]].label.zh,)))
    return moved


def _between(pieces: Sequence[Token], expected: Sequence[Column], found: Found, index: LabelIndex) -> Found:
    """A column whose label says nothing, if between its neighbours just one piece and one column are left."""
    taken = {place for place, _ in found.values()}
    bounds = [(-1, min(taken) - 2), *sorted((number, place) for number, (place, _) in found.items())]
    bounds.append((len(expected), max(taken) + 2))
    placed: Found = {}
    for (low, start), (high, stop) in pairwise(bounds):
        numbers = [number for number in range(low + 1, high) if number not in found]
        places = [
            place
            for place in range(max(start + 1, 0), min(stop, len(pieces)))
            if place not in taken and _is_unknown(pieces[place], index)
        ]
        if len(numbers) == len(places) == 1:
            score = likeness(pieces[places[0]].text, (expected[numbers[0]].label.zh,)).score
            placed[numbers[0]] = (places[0], Likeness(score, "position"))
    return placed


def _rest(pieces: Sequence[Token], found: Found, block: Block, index: LabelIndex) -> list[tuple[int, Token]]:
    """Pieces in and around the header that are a column's label once more, or unknown, with their places."""
    places = {place for place, _ in found.values()}
    if not places:
        return []
    wanted = _wanted(block, index)
    around = range(max(min(places) - 1, 0), min(max(places) + 2, len(pieces)))
    return [
        (place, pieces[place])
        for place in around
        if place not in places and (fold(pieces[place].text) in wanted or _is_unknown(pieces[place], index))
    ]


def _wanted_once(pieces: Sequence[tuple[int, Token]], block: Block, index: LabelIndex) -> Iterator[tuple[int, int]]:
    """The places of pieces that are the label of one column alone, with its number in printing order."""
    wanted = _wanted(block, index)
    found = ((place, wanted.get(fold(piece.text), ())) for place, piece in pieces)
    return ((place, numbers[0]) for place, numbers in found if len(numbers) == 1)


def _is_unknown(piece: Token, index: LabelIndex) -> bool:
    """Tell whether a piece is a short text that the form prints nowhere in its tables."""
    key = fold(piece.text)
    return bool(key) and key not in index.other and key not in index.rows and key not in index.headings


def _order(
    columns: Sequence[Column], starts: dict[int, int], extra: Sequence[tuple[int, Token]], floor: int
) -> tuple[tuple[Column | Token, ...], bool]:
    """The leaves in printed order, level by level; unknown tokens stand where they are printed.

    A token that may belong to two levels belongs to the lower one.
    Where a sibling was not found, the others must stand in the order of the form, or nothing is certain.
    `floor` is the place of the last label of the level above, behind which this level begins.
    """
    placed = [(starts[id(column)], column) for column in columns if id(column) in starts]
    in_order = all(first[0] < second[0] for first, second in pairwise(placed))
    certain = in_order or len(placed) == len(columns)
    sequence: list[Column | Token] = list(columns)
    last = max((place for place, _ in placed), default=floor)
    if len(placed) == len(columns):
        low = floor if floor >= 0 else min(place for place, _ in placed)
        printed: list[tuple[int, Column | Token]] = [*placed]
        printed += [(place, token) for place, token in extra if low < place <= last + 1]
        sequence = [entry for _, entry in sorted(printed, key=lambda pair: pair[0])]
    inner = {
        id(column): _order(column.children, starts, extra, last if len(columns) > 1 else -1)
        for column in columns
        if column.children
    }
    deeper = {id(entry) for below, _ in inner.values() for entry in below if isinstance(entry, Token)}
    order: list[Column | Token] = []
    for entry in sequence:
        if isinstance(entry, Column) and entry.children:
            order.extend(inner[id(entry)][0])
        elif id(entry) not in deeper:
            order.append(entry)
    return tuple(order), certain and all(sure for _, sure in inner.values())
