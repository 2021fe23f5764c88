"""Styles of a Word file: what a paragraph or run has from them."""

from __future__ import annotations

import attrs
import regex
from lxml import etree

from govinfo.readers.wordml.names import VAL, is_on, number_of, w

_HEADING = regex.compile(r"(?:heading|标题) ?([1-9])", regex.IGNORECASE)
_CONTENTS = regex.compile(r"(?:toc|目录) ?[1-9]", regex.IGNORECASE)
_BODY_LEVEL = 9
_STYLE, _ID, _NAME, _BASE = w("style"), w("styleId"), w("name"), w("basedOn")
_PPR, _RPR, _OUTLINE, _NUMBERS = w("pPr"), w("rPr"), w("outlineLvl"), w("numPr")
_NUM_ID, _ILVL = w("numId"), w("ilvl")
_VANISH, _STRIKE, _DOUBLE = w("vanish"), w("strike"), w("dstrike")
_RAISED, _POSITION = w("vertAlign"), w("position")
_SIZE, _SCALE, _COLOUR = w("sz"), w("w"), w("color")
_UP = regex.compile(r"\+?[0.]*[1-9]")
"""A height above the line, in half points or with a unit (ISO/IEC 29500-1, 17.3.2.24)."""

_WHITE = "FFFFFF"
TINY = 2
"""Size in half points up to which text is too small to be seen: that of one point (17.3.2.38)."""

_NARROW = 9
"""Width in percent of the usual one up to which text is too narrow to be read: that of one digit (17.3.2.43)."""

MAX_LEVEL = 6
"""Deepest level of a heading that a document knows."""


@attrs.frozen
class NumberProperties:
    """The list and level of a paragraph or style; None where it does not say."""

    list_id: str | None
    level: int | None


@attrs.frozen
class RunProperties:
    """What a run's properties say of its visibility; None where they do not say.

    `raised` is by being a superscript or subscript, `lifted` by its height above the line; `tiny` and `narrow` text
    cannot be read, `white` text may stand on something dark.
    """

    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    lifted: bool | None = None
    tiny: bool | None = None
    narrow: bool | None = None
    white: bool | None = None

    @property
    def is_unseen(self) -> bool:
        """Tell whether the text is hidden, struck or too small."""
        return bool(self.hidden or self.struck or self.tiny or self.narrow)

    @property
    def is_usual(self) -> bool:
        """Tell whether the text is read as it stands, whatever stands beside it."""
        return not (self.is_unseen or self.raised or self.lifted or self.white)


@attrs.frozen
class Style:
    """A style with what it has from those that it is based on.

    Attributes:
        level: level of the heading, 1 to 6; None for other text.
        numbers: its automatic numbering.
        run: the visibility of its text.
        contents: True for the lines of a table of contents.
    """

    level: int | None = None
    numbers: NumberProperties | None = None
    run: RunProperties = RunProperties()
    contents: bool = False


PLAIN = Style()


def run_properties(properties: etree._Element | None) -> RunProperties:
    """Read `w:rPr`."""
    if properties is None:
        return RunProperties()
    struck = [element for element in (properties.find(_STRIKE), properties.find(_DOUBLE)) if element is not None]
    hidden, raised, height = (properties.find(name) for name in (_VANISH, _RAISED, _POSITION))
    size, scale, colour = (properties.find(name) for name in (_SIZE, _SCALE, _COLOUR))
    return RunProperties(
        hidden=None if hidden is None else is_on(hidden),
        struck=any(is_on(element) for element in struck) if struck else None,
        raised=None if raised is None else raised.get(VAL) in ("superscript", "subscript"),
        lifted=None if height is None else _UP.match(height.get(VAL, "")) is not None,
        tiny=None if size is None else number_of(size, TINY + 1) <= TINY,
        narrow=None if scale is None else number_of(scale, _NARROW + 1) <= _NARROW,
        white=None if colour is None else colour.get(VAL, "").upper() == _WHITE,
    )


def number_properties(properties: etree._Element) -> NumberProperties | None:
    """Read `w:numPr` in `w:pPr`."""
    found = properties.find(_NUMBERS)
    if found is None:
        return None
    number, level = found.find(_NUM_ID), found.find(_ILVL)
    return NumberProperties(None if number is None else number.get(VAL), None if level is None else number_of(level, 0))


def outline_level(properties: etree._Element) -> int | None:
    """Level of a heading in `w:pPr`, 1 to 6; 0 for an explicit level of body text, None where it does not say."""
    found = properties.find(_OUTLINE)
    if found is None:
        return None
    level = number_of(found, _BODY_LEVEL)
    return 0 if level >= _BODY_LEVEL else min(level + 1, MAX_LEVEL)


class Styles:
    """The styles of `word/styles.xml` by id, each resolved with what it inherits when it is asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = () if root is None else root.iterchildren(_STYLE)
        self._elements = {style.get(_ID, ""): style for style in styles}
        self._resolved: dict[str, Style] = {}

    def get(self, name: str | None) -> Style:
        """The style of an id; plain text where there is none."""
        chain: list[str] = []
        current = name
        while current in self._elements and current not in self._resolved and current not in chain:
            chain.append(current)
            current = self._parent(current)
        for link in reversed(chain):
            parent = self._resolved.get(self._parent(link) or "", PLAIN)
            self._resolved[link] = _style(self._elements[link], parent)
        return self._resolved.get(name or "", PLAIN)

    def _parent(self, name: str) -> str | None:
        base = self._elements[name].find(_BASE)
        return None if base is None else base.get(VAL)


def _style(element: etree._Element, parent: Style) -> Style:
    name = element.find(_NAME)
    printed = "" if name is None else name.get(VAL, "")
    heading = _HEADING.fullmatch(printed)
    properties = element.find(_PPR)
    level = None if properties is None else outline_level(properties)
    if level is None:
        level = min(int(heading[1]), MAX_LEVEL) if heading else parent.level
    numbers = None if properties is None else number_properties(properties)
    if numbers and parent.numbers:
        own, above = numbers, parent.numbers
        numbers = NumberProperties(
            above.list_id if own.list_id is None else own.list_id, above.level if own.level is None else own.level
        )
    return Style(
        level=level or None,
        numbers=numbers or parent.numbers,
        run=overlaid(run_properties(element.find(_RPR)), parent.run),
        contents=parent.contents or _CONTENTS.fullmatch(printed) is not None,
    )


def overlaid(own: RunProperties, below: RunProperties) -> RunProperties:
    """What holds where `own` stands over `below`."""
    return RunProperties(
        below.hidden if own.hidden is None else own.hidden,
        below.struck if own.struck is None else own.struck,
        below.raised if own.raised is None else own.raised,
        below.lifted if own.lifted is None else own.lifted,
        below.tiny if own.tiny is None else own.tiny,
        below.narrow if own.narrow is None else own.narrow,
        below.white if own.white is None else own.white,
    )
