"""The objects of a page: strokes of lines, places of images, and how its texts are printed."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import attrs
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from govinfo.errors import SourceError
from govinfo.readers.pdf.geometry import IDENTITY, Matrix
from govinfo.readers.pdf.page import Box, Stroke

THICK = 3.0
"""A drawn rectangle no thicker than so many points is a line."""

SLANT = 0.5
"""A line is level if its ends differ by no more than so many points."""

MAX_DEPTH = 12
"""So deep may forms (groups of objects) be nested."""

MAX_OBJECTS = 200_000
"""So many objects and path segments may a page have; pages of reports have some hundreds."""

WHITE = 250
"""From this value of red, green and blue on a colour is that of the paper."""

Handle = Any
"""An object of pdfium."""


@attrs.frozen
class TextObject:
    """How a text is printed.

    Attributes:
        quarter: its direction in quarter turns counter-clockwise; None where it is slanted.
        invisible: True for text that is not painted at all.
        pale: the place of text in the colour of the paper; None for any other.
    """

    quarter: int | None
    invisible: bool
    pale: Box | None


@attrs.define
class Drawings:
    """The objects of a page in the coordinates of the file; `texts` are by the address of the object.

    `windows` are the parts of the page outside of which something drawn is not shown.
    """

    texts: dict[int, TextObject] = attrs.Factory(dict)
    strokes: list[Box] = attrs.Factory(list)
    fills: list[Box] = attrs.Factory(list)
    images: list[Box] = attrs.Factory(list)
    windows: set[Box] = attrs.Factory(set)

    def placed(self, mapping: Matrix) -> tuple[list[Stroke], list[Stroke], list[Box]]:
        """Horizontal and vertical strokes and the images, as they stand on the page."""
        rows: list[Stroke] = []
        columns: list[Stroke] = []
        for ends in self.strokes:
            left, top, right, bottom = mapping.box(*ends)
            if bottom - top <= right - left:
                rows.append(Stroke((top + bottom) / 2, left, right))
            else:
                columns.append(Stroke((left + right) / 2, top, bottom))
        return rows, columns, [mapping.box(*image) for image in self.images]

    def is_backed(self, box: Box) -> bool:
        """Tell whether something coloured lies behind a place."""
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        return any(fill.holds(x, y) for fill in (*self.fills, *self.images))


def drawings_of(page: Any) -> Drawings:
    """Collect the objects of a page.

    Raises:
        SourceError: there are more than `MAX_OBJECTS`, or they are nested more than `MAX_DEPTH` deep.
    """
    found = Drawings()
    left = MAX_OBJECTS
    for handle, kind, matrix in _objects(page):
        left -= 1
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            left -= _path(handle, matrix, found, left)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            found.texts[_address(handle)] = _text(handle, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            found.images.append(_bounds(handle, matrix))
        left -= _clip(handle, matrix, found, left)
        if left < 0:
            raise SourceError(
                f"a page of the PDF file holds more than {MAX_OBJECTS} drawings, which no report has",
                f"PDF文件某页的图形超过{MAX_OBJECTS}个，年报不会这样；请核对是否选错了文件",
            )
    for address, text in found.texts.items():
        if text.pale and found.is_backed(text.pale):
            found.texts[address] = attrs.evolve(text, pale=None)
    return found


def _objects(page: Any) -> Iterator[tuple[Handle, int, Matrix]]:
    """All objects, those in forms included, each with the map of the forms around it."""
    kind_of = pdfium.FPDFPageObj_GetType
    pending: list[tuple[Handle, Matrix, int]] = []
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        handle = pdfium.FPDFPage_GetObject(page, number)
        pending.append((handle, IDENTITY, 0))
        while pending:
            item, matrix, depth = pending.pop()
            kind = kind_of(item)
            yield item, kind, matrix
            if kind == pdfium.FPDF_PAGEOBJ_FORM:
                if depth == MAX_DEPTH:
                    raise SourceError(
                        f"drawings of the PDF file are nested more than {MAX_DEPTH} deep; print it to a new PDF file",
                        f"PDF文件的图形嵌套超过{MAX_DEPTH}层；请重新打印成PDF文件",
                    )
                inner = matrix.after(_matrix(item))
                count = max(pdfium.FPDFFormObj_CountObjects(item), 0)
                parts = [pdfium.FPDFFormObj_GetObject(item, place) for place in range(min(count, MAX_OBJECTS))]
                pending.extend((part, inner, depth + 1) for part in reversed(parts))


def _address(handle: Handle) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _matrix(handle: Handle) -> Matrix:
    values = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, values):
        return IDENTITY
    return Matrix(values.a, values.b, values.c, values.d, values.e, values.f)


def _bounds(handle: Handle, matrix: Matrix) -> Box:
    """The place of an object: left, lower, right and upper edge in the coordinates of the file."""
    left, bottom, right, top = ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    if not pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return Box(0, 0, 0, 0)
    box = Box(left.value, bottom.value, right.value, top.value)
    return box if matrix is IDENTITY else matrix.box(*box)


def _is_pale(handle: Handle) -> bool:
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha):
        return False
    return alpha.value == 0 or min(red.value, green.value, blue.value) >= WHITE


def _text(handle: Handle, matrix: Matrix) -> TextObject:
    own = _matrix(handle)
    return TextObject(
        0 if own.is_plain and matrix is IDENTITY else matrix.after(own).quarter(),
        pdfium.FPDFTextObj_GetTextRenderMode(handle) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
        _bounds(handle, matrix) if _is_pale(handle) else None,
    )


def _clip(handle: Handle, matrix: Matrix, found: Drawings, most: int) -> int:
    """Add the part of the page in which an object is shown, if it is larger; returns how many segments were read."""
    path = pdfium.FPDFPageObj_GetClipPath(handle)
    count = 0
    for number in range(max(pdfium.FPDFClipPath_CountPaths(path), 0)):
        segments = range(max(pdfium.FPDFClipPath_CountPathSegments(path, number), 0))
        count += len(segments)
        if count > most or not segments:
            break
        corners = [matrix.point(*_point(pdfium.FPDFClipPath_GetPathSegment(path, number, one))) for one in segments]
        xs, ys = zip(*corners, strict=True)
        window, own = Box(min(xs), min(ys), max(xs), max(ys)), _bounds(handle, matrix)
        if own.left < window.left - SLANT or own.right > window.right + SLANT:
            found.windows.add(window)
    return count


def _point(segment: Handle) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value


def _path(handle: Handle, matrix: Matrix, found: Drawings, most: int) -> int:
    """Add the level strokes of a path; returns how many segments it has."""
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, fill, stroked)
    if not (fill.value or stroked.value):
        return 0
    count: int = max(pdfium.FPDFPath_CountSegments(handle), 0)
    box = _bounds(handle, matrix)
    if min(box.width, box.height) <= THICK:
        found.strokes.append(box)
        return 1
    if count > most:
        return count
    painted = bool(fill.value) and not _is_pale(handle)
    for points in _subpaths(handle, count, matrix.after(_matrix(handle))):
        xs, ys = zip(*points, strict=True)
        around = Box(min(xs), min(ys), max(xs), max(ys))
        if min(around.width, around.height) <= THICK:
            found.strokes.append(around)
            continue
        if painted:
            found.fills.append(around)
        if stroked.value:
            found.strokes.extend(
                Box(x0, y0, x1, y1)
                for (x0, y0), (x1, y1) in pairwise(points)
                if abs(x0 - x1) <= SLANT or abs(y0 - y1) <= SLANT
            )
    return count


def _subpaths(handle: Handle, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The corners of each part of a path that is made of straight lines; closed parts end where they begin."""
    points: list[tuple[float, float]] = []
    straight = True
    for number in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(handle, number)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and straight:
                yield points
            points, straight = [], True
        straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(matrix.point(*_point(segment)))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and straight:
        yield points
