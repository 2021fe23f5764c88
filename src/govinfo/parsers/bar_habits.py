"""How a document puts bars between cells: which lines are rows, what ends them, and which go on in the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from govinfo.document import Paragraph
from govinfo.text.numbers import is_value

MIN_EVEN = 12
"""So many lines with numbers at least show that each of them is a row."""

EVEN = 0.85
"""Share of lines that are alike which makes each line a row; where a table ends, they need not be."""

SINGLE = 0.8
"""Share of lines with a single cell above which no line is a whole row."""

MIN_BELOW = 2
"""So many lines of numbers below a line with the label alone show that lines end anywhere between cells."""

MIN_GOING_ON = 3
"""So few lines with several cells there must be that one may go on in the next and most do not."""


def barred(lines: Sequence[Paragraph]) -> int:
    """How many lines have a bar."""
    return sum(["|" in line.text for line in lines])


def with_bars(lines: Sequence[Paragraph]) -> list[str]:
    """The lines that hold more than bars, without the blanks around them."""
    return [line.text.strip() for line in lines if "|" in line.text.strip(" \t|")]


def is_even(lines: Sequence[Paragraph]) -> bool:
    """Tell whether lines with numbers have as many bars as the one before: each of them is a row, however it ends."""
    rows = [text.split("|") for line in lines if (text := line.text).count("|") > 1 and text.strip(" \t|")]
    counts = [len(cells) for cells in rows if any(is_value(cell.strip()) for cell in cells)]
    even = sum(above == below for above, below in pairwise(counts))
    return len(counts) >= MIN_EVEN and even >= EVEN * (len(counts) - 1)


def is_singly(lines: Sequence[Paragraph]) -> bool:
    """Tell whether nearly every line holds one cell; bars behind it, blanks between, then fill up and end its row."""
    texts = [text for line in lines if "|" in (text := line.text) and text.strip(" \t|")]
    return sum(["|" not in text.strip("| \t") for text in texts]) > SINGLE * len(texts)


def are_closed(whole: Sequence[str]) -> bool:
    """Tell whether nearly all rows end with a bar."""
    return sum([text.endswith("|") for text in whole]) > EVEN * len(whole)


def goes_on(whole: Sequence[str]) -> bool:
    """Tell whether a line that ends with a bar goes on in the next, as where rows are broken to a width.

    Few lines end so, and most of them have no room for the first piece of the next.
    """
    if sum([text.endswith("|") for text in whole]) * 2 >= len(whole):
        return False
    width = max(map(len, whole))
    open_ends = [(text, below) for text, below in pairwise(whole) if text.endswith("|")]
    full = sum(len(text) + len(below.partition("|")[0]) >= width for text, below in open_ends)
    return full * 2 > len(open_ends)


def goes_on_with_numbers(lines: Sequence[Paragraph], whole: Sequence[str]) -> bool:
    """Tell whether few lines end with a bar, and all of these go on with numbers in the next."""
    if len(whole) < MIN_GOING_ON or sum([text.endswith("|") for text in whole]) * 2 > len(whole) + 1:
        return False
    texts = [text for line in lines if (text := line.text.strip())]
    below = [other for text, other in pairwise(texts) if text.endswith("|") and text.strip("|")]
    return 0 < len(below) * 2 < len(whole) and all(is_value(other.partition("|")[0].strip()) for other in below)


def are_below_labels(lines: Sequence[Paragraph]) -> bool:
    """Tell whether some labels stand alone in a line with a bar, with nothing but several numbers in the line below."""
    begun = [place for place, line in enumerate(lines) if line.text[:1].isdigit() and line.text.count("|") > 1]
    return sum(_is_below_label(lines, place) for place in begun) >= MIN_BELOW


def _is_below_label(lines: Sequence[Paragraph], place: int) -> bool:
    above = lines[place - 1].text.rstrip() if place else ""
    label = above.strip(" \t|")
    if not label or "|" in label or not above.endswith("|") or is_value(label):
        return False
    return all(is_value(cell.strip()) for cell in lines[place].text.split("|") if cell.strip())
