"""Whether a text can hold one of some wordings at all, which most texts do not."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs


@attrs.frozen
class Traces:
    """Pieces of wordings, one of which is in every instance of them.

    Each begins with a letter, the rarest one of the wording.  A single letter is found many times as fast as a word or
    one of several alternatives, and where it is missing, nothing else is looked for.

    Attributes:
        pieces: patterns of the letters with what is behind them, by letter.
    """

    pieces: Mapping[str, re.Pattern[str]]

    @classmethod
    def of(cls, *patterns: str) -> Traces:
        """The traces of some patterns, each of which begins with a letter that stands for itself."""
        behind: dict[str, list[str]] = {}
        for pattern in patterns:
            behind.setdefault(pattern[0], []).append(pattern[1:])
        return cls(
            {letter: re.compile(f"{re.escape(letter)}(?={'|'.join(rests)})") for letter, rests in behind.items()}
        )

    def within(self, text: str) -> bool:
        """Tell whether one of the pieces is in a text."""
        return any(self.pieces[letter].search(text) for letter in filter(text.__contains__, self.pieces))
