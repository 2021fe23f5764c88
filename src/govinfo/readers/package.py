"""Office files that are zip archives of XML parts, read within limits and never extracted to disk."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

import attrs
from lxml import etree

from govinfo.errors import SourceError, UnsupportedFormat

MAX_ENTRIES = 10_000
"""So many entries may an archive have; office files have some dozens, with images some hundreds."""

MAX_PART = 64 * 2**20
"""Largest part in bytes after inflation."""

MAX_TOTAL = 256 * 2**20
"""Largest sum of all parts in bytes after inflation."""


_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_MEDIA_TYPE = "mimetype"


def parts_of(data: bytes) -> Package:
    """Open an archive and check it against the limits.

    Raises:
        SourceError: it is damaged, encrypted, or over a limit.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise SourceError(
            f"the file is damaged or cut off ({error}); download or save it again",
            "文件已损坏或不完整；请重新下载或保存",
        ) from error
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise _too_large(f"{len(entries)} entries, {sum(entry.file_size for entry in entries) / 2**20:.0f} MiB")
    if len(set(names)) != len(names):
        raise SourceError(
            "the archive holds two parts of the same name; save the file again with an office program",
            "压缩包中有同名的部分；请用办公软件重新保存",
        )
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise SourceError("the file is encrypted; save it without a password", "文件已加密；请取消密码后另存")
    return Package(archive, frozenset(names))


def _too_large(found: str) -> SourceError:
    return SourceError(
        f"the archive unpacks to more than any report needs ({found}); was the right file chosen?",
        f"压缩包展开后过大（{found}），年报不会这么大；请核对是否选错了文件",
    )


@attrs.frozen(eq=False)
class Package:
    """The parts of an open archive; `names` are those of all parts."""

    _archive: zipfile.ZipFile
    names: frozenset[str]

    def read(self, name: str) -> bytes:
        """The content of a part.

        Raises:
            SourceError: the part is missing, damaged or larger than `MAX_PART`.
        """
        if name not in self.names:
            raise SourceError(
                f"the part {name} is missing; save the file again with an office program",
                f"缺少{name}部分；请用办公软件重新保存",
            )
        entry = self._archive.getinfo(name)
        if entry.compress_type not in _METHODS:
            raise SourceError(
                f"the part {name} is packed with an unusual method; save the file again with an office program",
                f"{name}部分的压缩方式不常见；请用办公软件重新保存",
            )
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
            raise SourceError(
                f"the part {name} is damaged ({error}); download or save the file again",
                f"{name}部分已损坏；请重新下载或保存",
            ) from error
        if len(data) > MAX_PART:
            raise _too_large(name)
        return data

    def xml(self, name: str) -> etree._Element:
        """The root element of an XML part; see `read_xml`."""
        return read_xml(self.read(name), name)


def other_package(package: Package, english: str, chinese: str) -> UnsupportedFormat:
    """The refusal of a package of another kind; a presentation is called so.

    Args:
        package: the package.
        english: what is said of any other kind.
        chinese: the same in Chinese.
    """
    kind = package.read(_MEDIA_TYPE) if _MEDIA_TYPE in package.names else b""
    if b"presentation" in kind or any(name.startswith("ppt/") for name in package.names):
        return UnsupportedFormat(
            "this is a presentation; give the report as a Word, PDF or Excel file or as a web page",
            "这是演示文稿；请提供年报的Word、PDF、Excel文件或网页",
        )
    return UnsupportedFormat(english, chinese)


def read_xml(data: bytes, name: str) -> etree._Element:
    """Parse XML without entities, document types or network.

    Raises:
        SourceError: it is not well formed, declares a document type, or is nested too deeply.
    """
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(
            f"the part {name} is no readable XML ({error.msg}); save the file again with an office program",
            f"{name}部分不是可读的XML（{error.msg}）；请用办公软件重新保存",
        ) from error
    if root.getroottree().docinfo.doctype:
        raise SourceError(
            f"the part {name} declares a document type, which office programs never do",
            f"{name}部分含有文档类型声明，办公软件不会这样保存",
        )
    return root
