"""Tables whose numbers are printed column by column, each column below its own label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from govinfo.alignment.strip import Token
from govinfo.forms import Block, Column, RowPlace
from govinfo.parsers.gather import Pieces
from govinfo.parsers.shares import Gap, Share
from govinfo.source import Source

_END = Token("", Source())

Header = Sequence[tuple[Column, Pieces]]
"""The columns of a block, each with the words that are its label."""


def in_columns(
    divided: Sequence[Share | Gap],
    region: Sequence[Token],
    labels: Mapping[RowPlace, Pieces],
    headers: Sequence[tuple[Block, Header]],
) -> Sequence[Share | Gap]:
    """The rows of a table with those gaps filled that are printed column by column, if that leaves no number over.

    Args:
        divided: the rows and gaps of the table.
        region: its words and numbers in their order.
        labels: the words that are the label of each row.
        headers: its blocks with their columns.
    """
    if all(isinstance(entry, Share) for entry in divided):
        return divided
    known = {entry.place: entry for entry in divided if isinstance(entry, Share)}
    filled: list[Share | Gap] = []
    for block, header in headers:
        places = [place for place in labels if place.block is block]
        rows = [known[place] for place in places if place in known]
        filled += rows if len(rows) == len(places) else _block(places, region, labels, header)
    used = [id(number) for entry in filled for number in entry.numbers]
    printed = [id(token) for token in region if token.is_number]
    return filled if len(filled) == len(labels) and sorted(used) == sorted(printed) else divided


def _block(
    places: Sequence[RowPlace], region: Sequence[Token], labels: Mapping[RowPlace, Pieces], header: Header
) -> list[Share]:
    """The rows of a block: below the label of each column as many numbers as there are rows, and no more.

    None where a label is broken or not found, or those of the rows stand in another order.
    """
    starts = [pieces[0] for _, pieces in header if len(pieces) == 1]
    rows = [labels[place][0] for place in places if labels[place]]
    is_whole = len(starts) == len(header) and len(rows) == len(places)
    if not is_whole or any(above > below for above, below in (*pairwise(starts), *pairwise(rows))):
        return []
    columns = []
    for start in starts:
        *column, behind = (*region[start + 1 : start + 2 + len(places)], _END)[: len(places) + 1]
        if len(column) < len(places) or behind.is_number or not all(token.is_number for token in column):
            return []
        columns.append(column)
    numbers = zip(*columns, strict=True)
    return [Share(place, row, beside=False, together=False) for place, row in zip(places, numbers, strict=True)]
