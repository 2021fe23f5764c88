"""Merged columns that a program has taken apart: the header and the number are printed once for each part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from govinfo.alignment.labels import LabelIndex
from govinfo.alignment.strip import Row, Token
from govinfo.text.fold import fold

Parts = Sequence[tuple[int, ...]]
"""The columns that are parts of one, from left to right."""


def put_together(strip: Sequence[Row], index: LabelIndex) -> Sequence[Row]:
    """The strip with the parts of each column as one; as many rows as before.

    Neighbouring columns are parts of one where every row of the header prints the same above both, the last of
    them the label of a column.  Parts that print different numbers stay apart.
    """
    rows = list(strip)
    header: list[Row] = []
    parts: Parts = ()
    below_header = False
    for place, row in enumerate(strip):
        if not row.explicit or (header and row.block != header[-1].block):
            header, parts, below_header = [], (), False
            if not row.explicit:
                continue
        if not any(token.is_number and token.text for token in row.tokens):
            if below_header:
                header = []
            header.append(row)
            below_header, parts = False, ()
            continue
        if not below_header:
            parts = _parts(header, index)
            for number in range(place - len(header), place) if parts else ():
                rows[number] = _merged(rows[number], parts)
        below_header = True
        rows[place] = _merged(row, parts) if parts else row
    return rows


def _parts(header: Sequence[Row], index: LabelIndex) -> Parts:
    """The groups of neighbouring columns under the same header."""
    above: dict[int, list[str]] = {}
    for row in header:
        for column, token in _by_column(row.tokens).items():
            above.setdefault(column, []).append(fold(token.text))
    groups: list[list[int]] = []
    for left, right in pairwise(sorted(above)):
        if right == left + 1 and above[left] == above[right] and above[left][-1] in index.columns:
            if groups and groups[-1][-1] == left:
                groups[-1].append(right)
            else:
                groups.append([left, right])
    return [tuple(group) for group in groups]


def _merged(row: Row, parts: Iterable[Sequence[int]]) -> Row:
    tokens = _by_column(row.tokens)
    dropped: set[int] = set()
    for group in parts:
        inside = [tokens[column] for column in group if column in tokens]
        filled = [token for token in inside if token.text]
        if inside and len({fold(token.text) for token in filled}) <= 1:
            kept = filled[0] if filled else inside[0]
            dropped |= {id(token) for token in inside if token is not kept}
    return row.with_tokens(tuple(token for token in row.tokens if id(token) not in dropped)) if dropped else row


def _by_column(tokens: Sequence[Token]) -> Mapping[int, Token]:
    return {token.column: token for token in tokens if token.column is not None}
