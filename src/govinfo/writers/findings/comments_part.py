"""The part of a Word file that holds its comments, and the two parts that announce it (ISO/IEC 29500-2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

import attrs
from lxml import etree

from govinfo.errors import SourceError
from govinfo.writers.findings.markup import Insertion, inserted, spans_of

_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = {
    _TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    _STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_TYPES = "[Content_Types].xml"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@attrs.frozen
class CommentsPart:
    """Where comments are held.

    Attributes:
        namespace: that of the text, of the strict or the transitional variant.
        first: the first number that no comment bears.
    """

    namespace: str
    first: int
    _parts: Mapping[str, bytes]
    _name: str
    _relations: str

    def changed(self, comments: str) -> dict[str, bytes]:
        """The parts that change when comments are added behind those that are there."""
        if self._name in self._parts:
            return {self._name: _appended(self._parts[self._name], comments)}
        empty = f'{_DECLARATION}<w:comments xmlns:w="{self.namespace}"></w:comments>'
        relations = self._parts.get(
            self._relations, f'{_DECLARATION}<Relationships xmlns="{_RELATIONS}"></Relationships>'.encode()
        )
        changed = {
            self._name: _appended(empty.encode(), comments),
            self._relations: _appended(relations, self._relation(relations)),
        }
        if _TYPES in self._parts:
            types = self._parts[_TYPES]
            override = f'<{_prefix(types)}Override PartName="/{self._name}" ContentType="{_CONTENT}"/>'
            changed[_TYPES] = _appended(types, override)
        return changed

    def _relation(self, relations: bytes) -> str:
        taken = {relation.get("Id") for relation in _relationships(relations)}
        number = next(number for number in range(1, len(taken) + 2) if f"govinfo{number}" not in taken)
        return (
            f'<{_prefix(relations)}Relationship Id="govinfo{number}" Type="{_KINDS[self.namespace]}" '
            f'Target="/{self._name}"/>'
        )


def comments_part(parts: Mapping[str, bytes], text: str) -> CommentsPart:
    """Find the part with the comments on a text, or a name for a new one.

    Args:
        parts: all parts of the file.
        text: name of the part with the text.
    """
    folder, _, own = text.rpartition("/")
    relations = posixpath.join(folder, "_rels", f"{own}.rels")
    namespace = _STRICT if _STRICT.encode() in parts[text] else _TRANSITIONAL
    listed = _relationships(parts[relations]) if relations in parts else ()
    named = [
        posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        for relation in listed
        if relation.get("Type") in _KINDS.values()
    ]
    free = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(len(parts) + 1))
    name = next((name for name in named if name in parts), None) or next(name for name in free if name not in parts)
    taken = [*_numbers(parts[text]), *_numbers(parts.get(name, b"<none/>"))]
    return CommentsPart(namespace, max(taken, default=-1) + 1, parts, name, relations)


def _numbers(markup: bytes) -> Iterator[int]:
    """The numbers of the comments and of their marks in a part."""
    for element in _xml(markup).iter("{*}comment", "{*}commentRangeStart", "{*}commentReference"):
        number = next((value for name, value in element.attrib.items() if etree.QName(name).localname == "id"), "")
        if str(number).isdecimal():
            yield int(number)


def _relationships(markup: bytes) -> list[etree._Element]:
    return list(_xml(markup).iter(f"{{{_RELATIONS}}}Relationship"))


def _prefix(markup: bytes) -> str:
    """The prefix that the root bears, with its colon."""
    prefix = _xml(markup).prefix
    return f"{prefix}:" if prefix else ""


def _xml(markup: bytes) -> etree._Element:
    """The root of a part.

    Raises:
        SourceError: it is no XML, or declares a document type.
    """
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    try:
        root = etree.fromstring(markup, parser)
    except etree.XMLSyntaxError as error:
        raise _unreadable(str(error.msg)) from error
    if root.getroottree().docinfo.doctype:
        raise _unreadable("DOCTYPE")
    return root


def _unreadable(why: str) -> SourceError:
    return SourceError(
        f"the parts of the file that announce comments are no plain XML ({why}); save it again with an office program",
        f"文件中登记批注的部分不是可读的XML（{why}）；请用办公软件重新保存",
    )


def _appended(markup: bytes, more: str) -> bytes:
    """The markup with more at the end of its root."""
    return inserted(markup, [Insertion(spans_of(markup, {0})[0], "", more)])
