"""Digits that style sheets add to the text of cells, which readers see and the markup does not hold."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator
from typing import Any

import regex
from lxml import etree

from govinfo.document import Note
from govinfo.readers.web.sheets import is_named, named
from govinfo.source import Source

_CONTENT = regex.compile(r"""(?<![\w-])content\s*:((?:"[^"]*+"|'[^']*+'|[^;"'])*+)""", regex.IGNORECASE)
_STRING = regex.compile(r""""([^"]*+)"|'([^']*+)'""")
_COUNTER = regex.compile(r"\bcounters?\(", regex.IGNORECASE)
_ESCAPE = regex.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_IN_CELLS: Callable[[etree._Element], Any] = etree.XPath("(//td | //th)[not(descendant::table)]/descendant-or-self::*")


def generating_names(root: etree._Element) -> Collection[str]:
    """What the style sheets of a page add digits to, before or after its text; see `named`."""
    return named(root, lambda style: any(map(_shows_digits, _CONTENT.findall(style))))


def digits_added(root: etree._Element, names: Collection[str]) -> Iterator[Note]:
    """A note on the first part of a cell to which a style sheet may add digits.

    Args:
        root: the page with all its cells.
        names: what the style sheets add digits to; see `generating_names`.
    """
    for part in _IN_CELLS(root) if names else ():
        if is_named(part, names):
            detail = "a style sheet adds digits to the text of cells"
            yield Note("X21", Source(line=part.sourceline), (("detail", detail),))
            return


def _shows_digits(content: str) -> bool:
    said = "".join("".join(quoted) for quoted in _STRING.findall(content))
    return _COUNTER.search(content) is not None or any(map(str.isdigit, _ESCAPE.sub(_character, said)))


def _character(escape: regex.Match[str]) -> str:
    """What an escape stands for, as in CSS Syntax Module 3, 4.3.7; icons stand in areas of private use."""
    return chr(min(int(escape[1], 16), sys.maxunicode))
