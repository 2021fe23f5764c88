"""Copies of a header, as where a page ends below it: all of them must have the columns in one order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govinfo.alignment.labels import nodes
from govinfo.alignment.strip import Token
from govinfo.forms import Column


def agree(printed: Iterable[tuple[int, Column]], columns: Sequence[Column], order: Sequence[Column | Token]) -> bool:
    """Tell whether the labels of a header and of its copies stand in one order, those of each group by themselves.

    Args:
        printed: the places of the labels, each with its column.
        columns: the columns and groups of the form.
        order: the leaves from left to right as they were read.
    """
    ranks = {id(leaf): rank for rank, leaf in enumerate(order)}
    in_print = [id(column) for _, column in sorted(printed, key=lambda entry: entry[0])]
    for group in (columns, *(column.children for column in nodes(columns))):
        leaves = {id(column) for column in group if not column.children}
        if not _are_copies([ranks[column] for column in in_print if column in leaves and column in ranks]):
            return False
    return True


def _are_copies(ranks: Iterable[int]) -> bool:
    """Tell whether numbers rise until one comes again, with which they begin anew."""
    copy: list[int] = []
    for rank in ranks:
        if rank in copy:
            copy = []
        elif copy and rank < copy[-1]:
            return False
        copy.append(rank)
    return True
