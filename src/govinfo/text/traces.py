"""Whether a text can hold one of some wordings at all, which most texts do not."""

from __future__ import annotations

import re
from functools import cached_property

import attrs


@attrs.frozen(slots=False)
class Traces:
    """Pieces of wordings, one of which is in every instance of them.

    Each begins with a letter, the rarest one of the wording.  A single letter is found many times as fast as a word or
    one of several alternatives, and where it is missing, nothing else is looked for.

    Attributes:
        pieces: the letters, each with the pattern of it and of what is behind it.
    """

    pieces: tuple[tuple[str, re.Pattern[str]], ...]

    @classmethod
    def of(cls, *patterns: str) -> Traces:
        """The traces of some patterns, each of which begins with a letter that stands for itself."""
        behind: dict[str, list[str]] = {}
        for pattern in patterns:
            behind.setdefault(pattern[0], []).append(pattern[1:])
        return cls(tuple((letter, _of_letter(letter, rests)) for letter, rests in behind.items()))

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters with which they begin."""
        return frozenset(letter for letter, _ in self.pieces)

    def within(self, text: str) -> bool:
        """Tell whether one of the pieces is in a text."""
        for letter, pattern in self.pieces:  # noqa: SIM110 - `any` takes as long as many of the letters
            if letter in text and pattern.search(text):
                return True
        return False


def together(*traces: Traces) -> re.Pattern[str]:
    """What finds the first letters of all pieces of some traces, in the time that a few of them take alone."""
    return re.compile("|".join(pattern.pattern for each in traces for _, pattern in each.pieces))


def _of_letter(letter: str, rests: list[str]) -> re.Pattern[str]:
    """The letter alone is consumed, because a longer beginning is sought more slowly."""
    return re.compile(f"{re.escape(letter)}(?={'|'.join(rests)})")
