"""From the coordinates of a file to those of a page as it is read: from the upper left corner, text upright."""

from __future__ import annotations

from typing import NamedTuple

from govinfo.readers.pdf.page import Box


class Matrix(NamedTuple):
    """An affine map: x' = a x + c y + e, y' = b x + d y + f (ISO 32000-1, 8.3.3)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def after(self, first: Matrix) -> Matrix:
        """The map that applies `first` and then this one."""
        a, b, c, d, e, f = self
        return Matrix(
            a * first.a + c * first.b,
            b * first.a + d * first.b,
            a * first.c + c * first.d,
            b * first.c + d * first.d,
            a * first.e + c * first.f + e,
            b * first.e + d * first.f + f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The smallest rectangle around the image of a rectangle."""
        one, two = self.point(left, bottom), self.point(right, top)
        three, four = self.point(left, top), self.point(right, bottom)
        xs, ys = zip(one, two, three, four, strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    @property
    def is_plain(self) -> bool:
        """True where it neither rotates nor mirrors anything."""
        return self.b == self.c == 0 and self.a > 0 and self.d > 0

    def quarter(self) -> int | None:
        """Direction of text in quarter turns counter-clockwise; None where it is slanted."""
        a, b = self.a, self.b
        slack = 0.02 * max(abs(a), abs(b))
        if abs(b) <= slack:
            return 0 if a > 0 else 2
        if abs(a) <= slack:
            return 1 if b > 0 else 3
        return None


IDENTITY = Matrix(1, 0, 0, 1, 0, 0)
"""The map that leaves everything where it is."""


def upright(bounds: Box, turns: int) -> Matrix:
    """The map from a page's rectangle to points from its upper left corner.

    Args:
        bounds: left, lower, right and upper edge of the page in the coordinates of the file.
        turns: by how many quarter turns clockwise the page is rotated.
    """
    left, bottom, right, top = bounds
    return (
        Matrix(1, 0, 0, -1, -left, top),
        Matrix(0, 1, 1, 0, -bottom, -left),
        Matrix(-1, 0, 0, 1, right, -bottom),
        Matrix(0, -1, -1, 0, top, right),
    )[turns % 4]
