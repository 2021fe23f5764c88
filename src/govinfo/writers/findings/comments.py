"""Writer: the Word file that was checked, with a comment at each faulty cell or paragraph.

All parts but those that hold or announce comments stay byte for byte as they were, and of the text itself only the
marks of the comments are new.
"""

from __future__ import annotations

import copy
import hashlib
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from io import BytesIO
from typing import IO

from govinfo.assessment import Checked, Results
from govinfo.errors import SourceError, UnsupportedFormat
from govinfo.findings import SEVERITY_WORDS, Finding
from govinfo.source import Source
from govinfo.text.visible import visible
from govinfo.writers.findings.comments_part import CommentsPart, comments_part
from govinfo.writers.findings.markup import Insertion, inserted, spans_of
from govinfo.writers.findings.words import COLON, PARTS, details, suspects_of

Places = Callable[[bytes], tuple[str, Mapping[Source, int]]]
"""Gives the name of the part with the text, and for each place the number of the element of its paragraph there."""

_PROPERTIES = "pPr"


def write(places: Places, results: Results, stream: IO[bytes]) -> None:
    """Write the file once more, with the findings as comments.

    Args:
        places: knows where the places of a file stand in its markup.
        results: one file that was checked.
        stream: where to write.

    Raises:
        UnsupportedFormat: it is not one Word file of 2007 or later.
        SourceError: the file has changed since it was read.
    """
    entry = _only(results)
    data = entry.content()
    if hashlib.sha256(data).hexdigest() != entry.report.parser.sha256:
        raise SourceError(
            f"{entry.path}: the file has changed since it was read; check it again",
            f"{entry.path}：读取之后文件已有改动；请重新检查",
        )
    stream.write(_commented(data, places, entry, results.language) if entry.findings else data)


def _only(results: Results) -> Checked:
    if len(results.checked) + len(results.unread) != 1:
        raise UnsupportedFormat(
            "comments are written into one Word file; check one file at a time, or choose another format",
            "批注只能写入一个Word文件；请逐个检查，或改用其他输出格式",
        )
    if not results.checked:
        raise UnsupportedFormat(
            "the file could not be read, so that no comments can be written into it",
            "文件未能读取，无法写入批注",
        )
    entry = results.checked[0]
    if entry.report.parser.reader != "docx":
        raise UnsupportedFormat(
            f"{entry.path}: comments can be written into Word files of 2007 or later only, this one was read as "
            f"{entry.report.parser.reader}; choose another format, or save it as docx and check that",
            f"{entry.path}：只能在docx文件中写入批注，这个文件是按{entry.report.parser.reader}读取的；"
            "请改用其他输出格式，或另存为docx后再检查",
        )
    return entry


def _commented(data: bytes, places: Places, entry: Checked, language: str) -> bytes:
    name, numbers = places(data)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = dict(_parts(archive))
        held = comments_part(parts, name)
        by_paragraph: dict[int, list[tuple[int, Finding]]] = {}
        for number, finding in enumerate(entry.findings, held.first):
            by_paragraph.setdefault(_paragraph(finding, entry, numbers), []).append((number, finding))
        spans = spans_of(parts[name], by_paragraph.keys(), _PROPERTIES)
        marks = [
            Insertion(spans[paragraph], *_marks([number for number, _ in own], held))
            for paragraph, own in by_paragraph.items()
        ]
        comments = "".join(
            _comment(number, list(_lines(finding, entry, language)), held)
            for number, finding in enumerate(entry.findings, held.first)
        )
        changed = {name: inserted(parts[name], marks), **held.changed(comments)}
        return _packed(archive, parts, changed)


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """All parts; also those that are only copied must be whole."""
    for info in archive.infolist():
        try:
            yield info.filename, archive.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise SourceError(
                f"the part {info.filename} is damaged ({error}); save the file again with an office program",
                f"{info.filename}部分已损坏（{error}）；请用办公软件重新保存",
            ) from error


def _paragraph(finding: Finding, entry: Checked, numbers: Mapping[Source, int]) -> int:
    """The paragraph to comment: the cell under suspicion, the finding's place, its first cell, or the title."""

    def places_of(cells: Iterable[str]) -> list[Source | None]:
        return [entry.report[cell].source for cell in cells if cell in entry.report]

    own = (*places_of(suspects_of(finding)), *_around(finding.source), *places_of(finding.cells))
    for source in (*own, entry.report.sources.get("title")):
        if source is not None and source in numbers:
            return numbers[source]
    return min(numbers.values())


def _around(source: Source | None) -> Iterator[Source]:
    """A place, and the table around it."""
    if source is not None:
        yield source
        if source.table is not None:
            yield Source(table=source.table)


def _lines(finding: Finding, entry: Checked, language: str) -> Iterator[str]:
    yield f"{SEVERITY_WORDS[finding.severity](language)} {finding.rule}{COLON(language)}{finding.message(language)}"
    for part, text in details(finding, entry.form, language):
        if part != "cells":
            yield f"{PARTS[part](language)}{COLON(language)}{text}"


def _marks(numbers: list[int], held: CommentsPart) -> tuple[str, str]:
    """The marks at the beginning and at the end of a paragraph."""
    begin = "".join(f'<w:commentRangeStart xmlns:w="{held.namespace}" w:id="{number}"/>' for number in numbers)
    end = "".join(
        f'<w:commentRangeEnd xmlns:w="{held.namespace}" w:id="{number}"/>'
        f'<w:r xmlns:w="{held.namespace}"><w:commentReference w:id="{number}"/></w:r>'
        for number in numbers
    )
    return begin, end


def _comment(number: int, lines: list[str], held: CommentsPart) -> str:
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(visible(line), quote=False)}</w:t></w:r></w:p>' for line in lines
    )
    start = f'<w:comment xmlns:w="{held.namespace}" w:id="{number}" w:author="govinfo" w:initials="govinfo">'
    return f"{start}{paragraphs}</w:comment>"


def _packed(archive: zipfile.ZipFile, parts: Mapping[str, bytes], changed: Mapping[str, bytes]) -> bytes:
    """The archive with changed and new parts; entries keep their order and dates."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for info in archive.infolist():
            target.writestr(copy.copy(info), changed.get(info.filename, parts[info.filename]))
        for name in changed.keys() - parts.keys():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, changed[name])
    return stream.getvalue()
