"""What stands on a page, without the file format: glyphs, strokes and images with their places.

All places are in points from the upper left corner of the page as it is read, rotation undone.
"""

from __future__ import annotations

from typing import NamedTuple

import attrs


class Box(NamedTuple):
    """Edges of a rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Distance of the left and right edges."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Distance of the upper and lower edges."""
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def rounded(self) -> tuple[float, ...]:
        """The edges rounded to 0.1 points, as they are given for a place."""
        return tuple(round(edge, 1) for edge in self)


def around(boxes: list[Box]) -> Box:
    """The smallest rectangle around others."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


TOUCH = 0.2
"""What ends nearer than so many heights of its text to where a page is cut off may have gone on there."""


def is_cut(box: Box, window: Box | None) -> bool:
    """Tell whether something printed reaches the left or right edge of the part of a page that is shown.

    Programs leave out the characters beyond that edge, so that a number may lack digits.
    """
    if window is None:
        return False
    slack = TOUCH * box.height
    return box.left - slack < window.left < box.right or box.left < window.right < box.right + slack


class Glyph(NamedTuple):
    """A printed character and its edges.

    `text` is U+FFFD where the file does not tell which it is, and has a blank in front where one is printed there.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Stroke(NamedTuple):
    """A horizontal or vertical line: its place across, and where it begins and ends along."""

    place: float
    start: float
    stop: float


@attrs.frozen
class Page:
    """A page.

    Attributes:
        number: its number in the file, from 1.
        width, height: its size.
        glyphs: the visible upright characters, blanks left out, in the order of the file.
        sideways: texts that run up or down the page, each with its place.
        rows, columns: horizontal and vertical lines.
        images: places of images.
        unmapped: how many characters have no known meaning.
        unseen: texts that nobody sees on the page, which were left out.
        slanted: texts across the page such as watermarks, which were left out.
        annotations: how many form fields, comments and marks lie over the page, which were left out.
        recognised: True where the text is an invisible layer over a picture, made by character recognition.
        window: the part of the page outside of which something that was drawn is not shown; None where all is.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    sideways: list[tuple[str, Box]]
    rows: list[Stroke]
    columns: list[Stroke]
    images: list[Box]
    unmapped: int = 0
    unseen: int = 0
    slanted: int = 0
    annotations: int = 0
    recognised: bool = False
    window: Box | None = None
