"""Labels gathered from the words of a page, whole or in pieces with other words between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from govinfo.alignment.labels import label_index
from govinfo.alignment.strip import Token
from govinfo.forms import official_forms
from govinfo.text.fold import fold, split_number

WINDOW = 24
"""So many words at most lie between the first piece of a label and another."""

MIN_PIECE = 3
"""So many characters at the beginning of a label show it where a line broke it."""

GROUP_LEVEL = 2
"""The level of the numbers of groups, such as （三）."""

_NOTHING: frozenset[str] = frozenset()

Pieces = tuple[int, ...]
"""The numbers of the words that make a label, in the order of the label."""


class Words:
    """Words of which labels are gathered, each taken once."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """Take up the words."""
        self._tokens = tokens
        self._keys = [fold(token.text) for token in tokens]
        self._free = [bool(key) for key in self._keys]
        self._words = [place for place, key in enumerate(self._keys) if key]
        self._ranks = {place: rank for rank, place in enumerate(self._words)}

    def take(self, wanted: Iterable[tuple[Sequence[str], bool]]) -> list[Pieces]:
        """Find labels, whole ones first; no pieces for one that is not there.

        Args:
            wanted: the keys that each label may have, with the word whether it must have a number in front, as one
                does whose key others have too.
        """
        labels = list(wanted)
        found: list[Pieces] = [() for _ in labels]
        for whole in (True, False):
            for place, (keys, numbered) in enumerate(labels):
                for key in keys:
                    if not found[place]:
                        found[place] = self._find(key, numbered=numbered, whole=whole)
                for number in found[place]:
                    self._free[number] = False
        return found

    def left(self) -> list[int]:
        """The numbers of the words that are part of no label."""
        taken = {place for place, key in enumerate(self._keys) if key and not self._free[place]}
        return [place for place in range(len(self._tokens)) if place not in taken]

    def _find(self, key: str, *, numbered: bool, whole: bool) -> Pieces:
        for start, begin in enumerate(self._keys):
            if not self._free[start] or (key != begin if whole else not key.startswith(begin)):
                continue
            if numbered and split_number(self._tokens[start].text)[0] is None:
                continue
            pieces = self._continued(start, key[len(begin) :])
            if pieces:
                return pieces
        return ()

    def _continued(self, start: int, rest: str) -> Pieces:
        """The pieces of a label from its first: those behind it in their order, or else those before it."""
        pieces = [start]
        own = self._ranks[start]
        near = (*self._words[own + 1 : own + 1 + WINDOW], *self._words[max(own - WINDOW, 0) : own])
        while rest:
            count = len(pieces)
            for place in near:
                if rest and place not in pieces and self._free[place] and rest.startswith(self._keys[place]):
                    pieces.append(place)
                    rest = rest[len(self._keys[place]) :]
            if len(pieces) == count:
                return ()
        return tuple(pieces)


def begins_label(text: str) -> bool:
    """Tell whether a text is the label of a row of an official form, or the beginning of one."""
    return fold(text) in _beginnings()


def rests(text: str) -> frozenset[str]:
    """What is lacking of labels of rows, without their groups, that begin with a text; of a whole label nothing."""
    return _rests().get(fold(text), _NOTHING)


def is_of_group(text: str) -> bool:
    """Tell whether a text is a piece of the label of a group of rows or its number, and none of a row's."""
    number, rest = split_number(text)
    if number and not rest.strip():
        return number.level == GROUP_LEVEL
    key = fold(text)
    return any(key in group for group in _groups()) and not any(label.startswith(key) for label in _own_labels())


@lru_cache(maxsize=1)
def _groups() -> frozenset[str]:
    return frozenset(key for form in official_forms() for key in label_index(form).groups)


@lru_cache(maxsize=1)
def _own_labels() -> frozenset[str]:
    labels = [place.row.label for form in official_forms() for place in form.rows]
    return frozenset(fold(label.zh) for label in labels if label)


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """The keys of the labels of rows, and how they begin."""
    keys = frozenset(key for form in official_forms() for key in label_index(form).rows)
    return keys | {key[:stop] for key in keys for stop in range(MIN_PIECE, len(key))}


@lru_cache(maxsize=1)
def _rests() -> Mapping[str, frozenset[str]]:
    """By each beginning of a label of a row that is no label itself: what is lacking of the labels."""
    found: dict[str, set[str]] = {}
    for label in _own_labels():
        for stop in range(MIN_PIECE, len(label)):
            found.setdefault(label[:stop], set()).add(label[stop:])
    return {key: frozenset(lacking) for key, lacking in found.items() if key not in _own_labels()}
