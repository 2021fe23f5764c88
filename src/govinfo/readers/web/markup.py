"""The markup of a page as the parser needs it."""

from __future__ import annotations

import re

from govinfo.readers.decode import Text
from govinfo.readers.web.quoted import unquoted
from govinfo.readers.web.text import visible

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_END_OF_PAGE = re.compile(rb"</(?:[Bb][Oo][Dd][Yy]|[Hh][Tt][Mm][Ll])(?:\s|\xc2[\x85\xa0]|\xe3\x80\x80)*>")
_LOST = "\ufffd"


def markup_of(data: bytes, decoded: Text) -> bytes:
    """The markup in UTF-8, without zero bytes, XML declaration, characters that nobody sees and ends of the page.

    Text behind the end of a page is shown by browsers and dropped by the parser.  Of markup in quotes the backslashes
    are left out, too.

    Args:
        data: the bytes of the page.
        decoded: what they mean.
    """
    text = decoded.text.replace("\x00", "") if b"\x00" in data else decoded.text
    declaration = _XML_DECLARATION.match(text)
    shown = visible(unquoted(text[declaration.end() :] if declaration else text))
    as_it_is = decoded.encoding == "utf-8" and len(shown) == len(decoded.text) and _is_whole(data, shown)
    return _END_OF_PAGE.sub(b"", data if as_it_is else shown.encode("utf-8", "replace"))


def _is_whole(data: bytes, text: str) -> bool:
    """Tell whether bytes in UTF-8 are a text, with no mark in front and nothing lost."""
    return not data.startswith(b"\xef\xbb\xbf") and _LOST not in text
