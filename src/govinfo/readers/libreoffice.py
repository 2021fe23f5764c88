"""Reader: formats that LibreOffice converts, such as RTF, Microsoft Works and Word 95.

It is asked only for files that no built-in reader reads, and a note says that a converter stood between.
"""

from __future__ import annotations

import attrs

from govinfo.contracts import Hint
from govinfo.document import Document, Note
from govinfo.errors import UnsupportedFormat
from govinfo.readers.compound import compound, kind_of
from govinfo.readers.sniff import COMPOUND, known_format
from govinfo.readers.soffice import VARIABLE, convert, find_soffice
from govinfo.readers.web import html

TARGET = "html"
"""Format into which files are converted, and which `_read_converted` reads."""

_read_converted = html.read

_SUFFIXES = ((b"{\\rtf", ".rtf"), (b"\xdb\xa5", ".doc"), (b"\xffWPC", ".wpd"))
_WORD = frozenset(("WordDocument",))
_WORKS = frozenset(("MatOST", "CONTENTS"))


def read(data: bytes, _hint: Hint) -> Document:
    """Convert a file and read the result.

    Raises:
        UnsupportedFormat: it is of another format, or LibreOffice is not found.
        SourceError: LibreOffice does not manage within its limits.
    """
    suffix = _suffix(data)
    program = find_soffice()
    if program is None:
        found = known_format(data[:16])
        raise UnsupportedFormat(
            f"{found.en if found else 'a file of an old word processor'}; LibreOffice, which can convert it, is not "
            f"found: install it or name it in {VARIABLE}, or save the file as docx",
            f"{found.zh if found else '旧版文字处理软件的文件'}；可以转换它的LibreOffice没有找到：请安装，"
            f"或用环境变量{VARIABLE}指明，或把文件另存为docx",
        )
    document = _read_converted(convert(data, suffix, TARGET, program), Hint(f"converted.{TARGET}"))
    name = dict(document.metadata).get("generator", "LibreOffice")
    note = Note("X42", None, (("program", name),))
    return attrs.evolve(document, title=None, metadata=(), encoding=None, notes=(note, *document.notes))


def _suffix(data: bytes) -> str:
    """The suffix of the format, by the content.

    Raises:
        UnsupportedFormat: it is none of those that are converted.
    """
    if not data.startswith(COMPOUND):
        for magic, suffix in _SUFFIXES:
            if data.startswith(magic):
                return suffix
        raise UnsupportedFormat("no format that is converted", "不属于可转换的格式")
    names = compound(data).names()
    if names & _WORD:
        return ".doc"
    if names & _WORKS:
        return ".wps"
    raise kind_of(names)
