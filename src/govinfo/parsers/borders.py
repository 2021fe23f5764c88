"""Borders drawn with characters: where a line of text has bars, rules and corners."""

from __future__ import annotations

from functools import cached_property

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
_EDGE = regex.compile(rf"[{''.join(sorted(_EDGES))}]")


@attrs.frozen(slots=False, eq=False)
class Ruled:
    """A line of a drawn table.

    Attributes:
        drawn: the line.
        rules: first column and column behind the last of each stretch of a rule.
    """

    drawn: Drawn
    rules: tuple[tuple[int, int], ...]

    @cached_property
    def _places(self) -> list[int]:
        """The offsets of the bars."""
        return [found.start() for found in _EDGE.finditer(self.drawn.line.text) if found[0] in BARS]

    @cached_property
    def bars(self) -> list[int]:
        """Columns of the bars."""
        starts = self.drawn.starts
        return [starts[place] for place in self._places]

    @cached_property
    def texts(self) -> list[str]:
        """The texts between the bars."""
        text, offset = self.drawn.line.text, self.drawn.offset
        return [
            text[place + 1 : offset(stop)].strip() for place, stop in zip(self._places, self.bars[1:], strict=False)
        ]

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
    if len(_EDGE.findall(text)) > MAX_EDGES:
        return None
    starts = drawn.starts
    rules = tuple((starts[found.start()], starts[found.end()]) for found in _RULE.finditer(drawn.line.text))
    return Ruled(drawn, rules)
