"""The text of a cell that is made of several runs of characters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

MAX_MARK = 4
"""Longest mark of a footnote in characters, such as [1] or ①."""


class Run(NamedTuple):
    """Characters of one look; `mark` if they are raised or lowered, `struck` if they are struck out."""

    text: str
    mark: bool = False
    struck: bool = False


def joined(runs: Sequence[Run]) -> tuple[str, bool]:
    """The text of a cell without what is struck out.

    The mark of a footnote counts only where there is no other text, so that it never becomes a digit of the
    number before it.  Also tells whether digits come from several runs, or were left out.
    """
    if len(runs) == 1:
        return ("" if runs[0].struck else runs[0].text), False
    kept = [run for run in runs if not run.struck]
    main = [run.text for run in kept if not (run.mark and len(run.text.strip()) <= MAX_MARK)]
    text = "".join(main)
    if not text.strip():
        text = "".join(run.text for run in kept)
    digits = sum(any(char.isdigit() for char in run.text) for run in runs)
    return text, digits > 1
