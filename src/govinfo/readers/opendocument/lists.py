"""Automatic numbering: the numbers in front of headings and labels that an office program makes when it shows a text.

OpenDocument 1.3, part 3, 5.3 (lists) and 16.30 to 16.34 (their styles).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs
import regex
from lxml import etree

from govinfo.readers.opendocument.names import count_of, names, q
from govinfo.readers.wordml.counting import counted

MAX_LEVEL = 10
"""Deepest level of a list (OpenDocument 1.3, part 3, 19.881)."""

MOST = 10**6
"""Largest number at which a list may start."""

_FORMATS = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "chineseCounting",
    "①": "decimalEnclosedCircle",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "１": "decimalFullWidth",
}
"""Formats by the first sign of the series that `style:num-format` shows."""

_LIST, _ITEM, _HEADING = q("text:list"), q("text:list-item"), q("text:h")
_PARAGRAPHS = (q("text:p"), _HEADING)
_STYLE_NAME, _CONTINUES, _CONTINUED = q("text:style-name"), q("text:continue-numbering"), q("text:continue-list")
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_START, _OUTLINE_LEVEL, _UNNUMBERED = q("text:start-value"), q("text:outline-level"), q("text:is-list-header")
_LIST_STYLES = names("text:list-style", "text:outline-style")
_OUTLINE = q("text:outline-style")
_LEVELS = (q("text:list-level-style-number"), q("text:outline-level-style"))
_NAME, _LEVEL, _SHOWN = q("style:name"), q("text:level"), q("text:display-levels")
_FORMAT, _PREFIX, _SUFFIX = q("style:num-format"), q("style:num-prefix"), q("style:num-suffix")
_PATTERN = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
_TRACKED = q("text:tracked-changes")
_PLACE = regex.compile(r"%([0-9]{1,2})%")
_CLOSING = tuple("、.．)）：:】〕")


@attrs.frozen
class _Level:
    """How one level counts: format, start, and a pattern with ``%n%`` for the number of level n."""

    form: str
    start: int
    pattern: str


Levels = Mapping[int, _Level]


def list_labels(content: etree._Element, roots: Iterable[etree._Element]) -> dict[etree._Element, str]:
    """The numbers in front of the paragraphs of a text, with a blank behind where one is due.

    Args:
        content: `office:text`.
        roots: the roots that hold the styles of lists.
    """
    styles, outline = _styles(roots)
    labels: dict[etree._Element, str] = {}
    headings: dict[int, int] = {}
    begun: dict[str, dict[int, int]] = {}
    for part in content.iterchildren():
        if part.tag == _TRACKED:
            continue
        for top in part.iter(_LIST, _HEADING):
            if top.tag == _HEADING:
                if outline and top.get(_UNNUMBERED) != "true" and top not in labels:
                    level = count_of(top, _OUTLINE_LEVEL, MAX_LEVEL)
                    labels[top] = _count(headings, outline, level, top)
                continue
            parent = top.getparent()
            if parent is not None and parent.tag == _ITEM:
                continue
            name = top.get(_STYLE_NAME, "")
            counters = begun.get(top.get(_CONTINUED) or (name if top.get(_CONTINUES) == "true" else ""), {})
            begun[name] = begun[top.get(_ID, name)] = counters
            labels.update(_items(top, styles, name, 1, counters))
    return labels


def _items(
    holder: etree._Element, styles: Mapping[str, Levels], name: str, level: int, counters: dict[int, int]
) -> Iterator[tuple[etree._Element, str]]:
    for item in holder.iterchildren(_ITEM):
        first = next(item.iterchildren(*_PARAGRAPHS), None)
        if first is not None:
            yield first, _count(counters, styles.get(name, {}), level, item)
        for inner in item.iterchildren(_LIST):
            yield from _items(inner, styles, inner.get(_STYLE_NAME, name), level + 1, counters)


def _count(counters: dict[int, int], levels: Levels, level: int, item: etree._Element) -> str:
    """Count one on a level; levels above that were not met yet count as begun."""
    style = levels.get(level)
    if style is None:
        return ""
    for above in range(1, level):
        counters.setdefault(above, levels[above].start if above in levels else 1)
    given = item.get(_START) is not None
    counters[level] = count_of(item, _START, MOST) if given else counters.get(level, style.start - 1) + 1
    for below in [at for at in counters if at > level]:
        del counters[below]

    def number(match: regex.Match[str]) -> str:
        at = int(match[1])
        return counted(counters.get(at, 1), levels[at].form) if at in levels else ""

    text: str = _PLACE.sub(number, style.pattern)
    return text if not text.strip() or text.endswith(_CLOSING) else f"{text} "


def _styles(roots: Iterable[etree._Element]) -> tuple[dict[str, Levels], Levels]:
    """The numbered levels of the list styles by name, and those of the outline."""
    styles: dict[str, Levels] = {}
    outline: Levels = {}
    for root in roots:
        for style in root.iter(*_LIST_STYLES):
            levels = {count_of(level, _LEVEL, MAX_LEVEL): level for level in style.iterchildren(*_LEVELS)}
            made = {at: _level(level, at) for at, level in levels.items() if level.get(_FORMAT)}
            if style.tag == _OUTLINE:
                outline = made
            else:
                styles[style.get(_NAME, "")] = made
    return styles, outline


def _level(element: etree._Element, level: int) -> _Level:
    shown = range(max(level - count_of(element, _SHOWN, MAX_LEVEL), 0) + 1, level + 1)
    usual = element.get(_PREFIX, "") + ".".join(f"%{at}%" for at in shown) + element.get(_SUFFIX, "")
    form = _FORMATS.get(element.get(_FORMAT, "")[:1], "decimal")
    return _Level(form, count_of(element, _START, MOST), element.get(_PATTERN, usual))
