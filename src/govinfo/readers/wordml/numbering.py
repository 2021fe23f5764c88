"""Automatic numbering: the numbers in front of headings and labels that Word makes when it shows a file."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
import regex
from lxml import etree

from govinfo.readers.wordml.counting import counted
from govinfo.readers.wordml.names import VAL, is_on, number_of, w
from govinfo.readers.wordml.styles import NumberProperties, Styles

LEVELS = 9
"""A list has so many levels (ISO/IEC 29500-1, 17.9.6)."""

_PLACE = regex.compile(r"%([1-9])")
_CLOSING = tuple("、.．)）：:】〕")
_NUM, _ABSTRACT, _LVL = w("num"), w("abstractNum"), w("lvl")
_NUM_ID, _ABSTRACT_ID, _ILVL, _LINK = w("numId"), w("abstractNumId"), w("ilvl"), w("numStyleLink")
_START, _FORMAT, _TEXT, _SUFFIX = w("start"), w("numFmt"), w("lvlText"), w("suff")
_RESTART, _LEGAL, _STYLE = w("lvlRestart"), w("isLgl"), w("pStyle")
_OVERRIDE, _START_OVERRIDE = w("lvlOverride"), w("startOverride")


@attrs.frozen
class _Level:
    """How one level counts; see ISO/IEC 29500-1, 17.9.6."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    glued: bool = False
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@attrs.define
class _List:
    """The levels of a list, and its counters, which lists of one definition share."""

    levels: dict[int, _Level]
    counters: dict[int, int]
    starts: dict[int, int]


class Numbering:
    """Counts the numbered paragraphs in the order of the document; `active` tells whether there are any."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = {} if root is None else _lists(root, styles)
        self.active = bool(self._lists)

    def label(self, own: NumberProperties | None, style_id: str | None) -> str:
        """The number of the next paragraph with these properties, with a blank behind it where one is due.

        Must be asked once for every numbered paragraph; empty for one without a number.
        """
        inherited = self._styles.get(style_id).numbers
        list_id = own.list_id if own and own.list_id is not None else (inherited.list_id if inherited else None)
        found = self._lists.get(list_id or "")
        if found is None:
            return ""
        level = own.level if own and own.level is not None else None
        if level is None and own is None:
            level = next((at for at, one in found.levels.items() if style_id and one.style == style_id), None)
        if level is None:
            level = inherited.level if inherited and inherited.level is not None else 0
        return _count(found, level)


def _count(found: _List, level: int) -> str:
    """Count one on a level; levels above that were not met yet count as begun, as Word has it."""
    definition = found.levels.get(level)
    if definition is None:
        return ""
    counters = found.counters
    for at in found.starts.keys() & {level}:
        counters[at] = found.starts.pop(at) - 1
    for above in range(level):
        counters.setdefault(above, found.levels.get(above, _Level()).start)
    counters[level] = counters.get(level, definition.start - 1) + 1
    for below in [at for at in counters if at > level]:
        restart = found.levels[below].restart if below in found.levels else None
        if restart is None or 0 < level + 1 <= restart:
            del counters[below]

    def place(match: regex.Match[str]) -> str:
        at = int(match[1]) - 1
        other = found.levels.get(at, _Level())
        form = "decimal" if definition.legal else other.form
        return counted(counters.get(at, other.start), form)

    text: str = _PLACE.sub(place, definition.text)
    if definition.form == "bullet" or not text.strip():
        return ""
    return text if definition.glued or text.endswith(_CLOSING) else f"{text} "


def _lists(root: etree._Element, styles: Styles) -> dict[str, _List]:
    """The lists by id; those of one definition share their counters."""
    abstract = {element.get(_ABSTRACT_ID, ""): element for element in root.iterchildren(_ABSTRACT)}
    targets = {}
    for element in root.iterchildren(_NUM):
        reference = element.find(_ABSTRACT_ID)
        targets[element.get(_NUM_ID, "")] = "" if reference is None else reference.get(VAL, "")
    levels = {name: _levels(element) for name, element in abstract.items()}
    counters: dict[str, dict[int, int]] = {}
    lists = {}
    for element in root.iterchildren(_NUM):
        name = element.get(_NUM_ID, "")
        target = _resolved(targets[name], abstract, targets, styles)
        own, starts = dict(levels.get(target, {})), {}
        for override in element.iterchildren(_OVERRIDE):
            at = number_of(override, 0, _ILVL)
            start, level = override.find(_START_OVERRIDE), override.find(_LVL)
            if level is not None:
                own[at] = _level(level)
            if start is not None:
                starts[at] = number_of(start, 1)
        lists[name] = _List(own, counters.setdefault(target, {}), starts)
    return lists


def _resolved(target: str, abstract: Mapping[str, etree._Element], targets: Mapping[str, str], styles: Styles) -> str:
    """The definition that has the levels: a definition may name a style, whose list is meant; circles end."""
    seen = set()
    while target in abstract and target not in seen:
        seen.add(target)
        link = abstract[target].find(_LINK)
        numbers = None if link is None else styles.get(link.get(VAL)).numbers
        if numbers is None:
            break
        target = targets.get(numbers.list_id or "", target)
    return target


def _levels(element: etree._Element) -> dict[int, _Level]:
    return {
        at: _level(level) for level in element.iterchildren(_LVL) if (at := number_of(level, LEVELS, _ILVL)) < LEVELS
    }


def _level(element: etree._Element) -> _Level:
    form, text, suffix = element.find(_FORMAT), element.find(_TEXT), element.find(_SUFFIX)
    restart, style = element.find(_RESTART), element.find(_STYLE)
    return _Level(
        start=number_of(element.find(_START), 0),
        form="decimal" if form is None else form.get(VAL, "decimal"),
        text="" if text is None else text.get(VAL, ""),
        glued=suffix is not None and suffix.get(VAL) == "nothing",
        restart=None if restart is None else number_of(restart, 0),
        legal=is_on(element.find(_LEGAL)),
        style=None if style is None else style.get(VAL),
    )
