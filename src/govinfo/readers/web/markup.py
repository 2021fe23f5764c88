"""The markup of a page as the parser needs it."""

from __future__ import annotations

import re

from govinfo.readers.decode import Text
from govinfo.readers.web.quoted import unquoted
from govinfo.readers.web.text import visible

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_END_OF_PAGE = re.compile(r"</(?:[Bb][Oo][Dd][Yy]|[Hh][Tt][Mm][Ll])[\s\x85\xa0\u3000]*>", re.ASCII)


def markup_of(decoded: Text) -> str:
    """The markup without zero characters, XML declaration and characters that nobody sees.

    Of markup in quotes the backslashes are left out, too.

    Args:
        decoded: the decoded page.
    """
    text = decoded.text.replace("\x00", "")
    declaration = _XML_DECLARATION.match(text)
    return visible(unquoted(text[declaration.end() :] if declaration else text))


def without_ends(markup: str) -> str:
    """The markup without the ends of the page; text behind them is shown by browsers and dropped by the parser."""
    return _END_OF_PAGE.sub("", markup)
