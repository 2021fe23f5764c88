"""The style sheets within a page: which elements their rules are for."""

from __future__ import annotations

from collections.abc import Callable, Collection

import regex
from lxml import etree

_COMMENT = regex.compile(r"/\*.*?(?:\*/|\Z)", regex.DOTALL)
_CONDITION = regex.compile(r"\([^()]*\)|\[[^\[\]]*\]|:[\w-]+")
_NAME = regex.compile(r"[.#]?[\w-]+")
_COMBINATOR = regex.compile(r"[\s>+~]+")


def named(root: etree._Element, is_meant: Callable[[str], bool]) -> Collection[str]:
    """The elements, `.classes` and `#ids` that some rules are for; `*` stands for any element.

    Only the last part of a selector counts, without its conditions.

    Args:
        root: the page.
        is_meant: tells by the declarations of a rule whether it is one of those.
    """
    names: set[str] = set()
    for sheet in root.iter("style"):
        for rule in _COMMENT.sub("", sheet.text or "").split("}"):
            before, _, style = rule.rpartition("{")
            if is_meant(style):
                selectors = before.rpartition("{")[2]
                names.update(*map(_last_names, _CONDITION.sub("", selectors).split(",")))
    return names


def is_named(element: etree._Element, names: Collection[str]) -> bool:
    """Tell whether an element is among those named; see `named`."""
    own = ("*", str(element.tag), f"#{element.get('id')}")
    return any(name in names for name in own) or any(
        f".{name}" in names for name in (element.get("class") or "").split()
    )


def _last_names(selector: str) -> Collection[str]:
    """The names in the last part of a selector: its classes and its id, else its element."""
    names = _NAME.findall(_COMBINATOR.split(selector.strip())[-1])
    return [name for name in names if name[0] in ".#"] or [name.lower() for name in names] or ["*"]
