"""XML parts of workbooks, parsed within a limit."""

from __future__ import annotations

import posixpath

import regex
from lxml import etree

from govinfo.readers.package import Package, read_xml
from govinfo.readers.workbooks.sheet import too_large

MAX_TAGS = 1_000_000
"""So many tags may a part have; those of reports have some thousands.  A million take about 200 MiB once parsed."""


NUMBER = regex.compile(r"[+-]?[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]{1,3})?")
"""A number as parts hold it, a double of XML Schema; no number of a report needs more digits in its exponent."""


def bounded(package: Package, name: str) -> bytes:
    """The markup of a part.

    Raises:
        SourceError: the part is missing or damaged, or there are more than `MAX_TAGS` tags.
    """
    data = package.read(name)
    tags = data.count(b"<")
    if tags > MAX_TAGS:
        raise too_large(f"{tags} tags")
    return data


def bounded_xml(package: Package, name: str) -> etree._Element:
    """The root element of a part.

    Raises:
        SourceError: see `read_xml`; or there are more than `MAX_TAGS` tags.
    """
    return read_xml(bounded(package, name), name)


def relations_of(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Kind and target of the relations of a part, by id."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in package.names:
        return {}
    found = {}
    for entry in bounded_xml(package, path).iterfind("{*}Relationship"):
        target = posixpath.normpath(posixpath.join("/", folder, entry.get("Target") or "")).lstrip("/")
        found[entry.get("Id") or ""] = ((entry.get("Type") or "").rsplit("/", 1)[-1], target)
    return found
