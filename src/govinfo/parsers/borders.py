"""Borders drawn with characters: where a line of text has bars, rules and corners."""

from __future__ import annotations

import attrs
import regex

from govinfo.parsers.canvas import Drawn

BARS = frozenset("|│┃║¦")
"""What separates two cells of a row."""

CORNERS = frozenset(
    "+┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬┠┨┯┷┿┝┥┰┸╂╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫╭╮╯╰"  # box drawing block of Unicode
)
"""Where rules and bars meet."""

MAX_EDGES = 200
"""So many bars and corners at most are looked at in a line."""

_STROKES = "-=─━═┄┅┈┉╌"
_RULE = regex.compile(rf"(?<=[{''.join(CORNERS)}]|^\s*\|)[{_STROKES}]+(?=[{''.join(CORNERS)}]|\|\s*$)")
_EDGES = BARS | CORNERS


@attrs.frozen
class Ruled:
    """A line of a drawn table.

    Attributes:
        drawn: the line.
        rules: first column and column behind the last of each stretch of a rule.
    """

    drawn: Drawn
    rules: tuple[tuple[int, int], ...]

    def bars(self) -> list[int]:
        """Columns of the bars."""
        return [start for start, char in zip(self.drawn.starts, self.drawn.line.text, strict=False) if char in BARS]

    def corners(self) -> list[int]:
        """Columns of the corners and bars at the ends of rules."""
        return [edge for low, high in self.rules for edge in (low - 1, high)]

    def covers(self, start: int, stop: int) -> bool:
        """Tell whether a rule runs through all columns between two bars."""
        reached = start + 1
        for low, high in self.rules:
            if low <= reached:
                reached = max(reached, high + 1)
        return reached >= stop


def ruled(drawn: Drawn) -> Ruled | None:
    """The line with its rules, or None where it does not begin and end with a bar or corner."""
    text = drawn.line.text.strip()
    if len(text) < 2 or text[0] not in _EDGES or text[-1] not in _EDGES:
        return None
    if sum(map(text.count, _EDGES)) > MAX_EDGES:
        return None
    starts = drawn.starts
    rules = tuple((starts[found.start()], starts[found.end()]) for found in _RULE.finditer(drawn.line.text))
    return Ruled(drawn, rules)
