"""Whether a text can hold one of some wordings at all, which most texts do not."""

from __future__ import annotations

import re

import attrs


@attrs.frozen
class Traces:
    """Pieces of wordings, one of which is in every instance of them.

    Each begins with a letter, the rarest one of the wording.  A single letter is found many times as fast as a word or
    one of several alternatives, and where it is missing, nothing else is looked for.

    Attributes:
        pieces: the letters, with patterns of them and of what is behind them.
    """

    pieces: tuple[tuple[str, re.Pattern[str]], ...]

    @classmethod
    def of(cls, *patterns: str) -> Traces:
        """The traces of some patterns, each of which begins with a letter that stands for itself."""
        return cls(tuple((one[0], re.compile(rf"{re.escape(one[0])}(?={one[1:]})")) for one in patterns))

    def within(self, text: str) -> bool:
        """Tell whether one of the pieces is in a text."""
        for letter, pattern in self.pieces:  # noqa: SIM110 - `any` with a generator takes longer than some of the letters
            if letter in text and pattern.search(text):
                return True
        return False
