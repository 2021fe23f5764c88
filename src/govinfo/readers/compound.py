"""The streams of a compound file, the container of the older office formats ([MS-CFB])."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import attrs
import olefile

from govinfo.errors import SourceError, UnsupportedFormat

_HEADER = struct.Struct("<30x2H10xI16xI4xI")
_SECTOR_SHIFTS = (9, 12)
_MINI_SECTOR_SHIFT = 6
_FAULTS = (
    OSError,
    struct.error,
    IndexError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    OverflowError,
    MemoryError,
    RecursionError,
)
"""What olefile raises for damaged files, beside its own kinds of OSError."""

_OTHERS = (
    (("Workbook", "Book"), "an Excel workbook", "Excel工作簿"),
    (("PowerPoint Document",), "a PowerPoint presentation", "PowerPoint演示文稿"),
    (("EncryptedPackage",), "an office file encrypted with a password", "用密码加密的办公文件"),
    (("MatOST", "CONTENTS"), "a Microsoft Works file", "Microsoft Works文件"),
    (("HwpSummaryInformation", "FileHeader"), "a Hangul file", "Hangul文件"),
    (("VisioDocument",), "a Visio drawing", "Visio绘图"),
)


@attrs.frozen(eq=False)
class Compound:
    """An open compound file; each of its streams is read once."""

    _container: olefile.OleFileIO[str]
    _size: int
    _streams: dict[str, bytes] = attrs.field(factory=dict)

    def names(self) -> frozenset[str]:
        """Names of the streams at the top."""
        with _guarded():
            return frozenset(path[0] for path in self._container.listdir())

    def stream(self, name: str) -> bytes:
        """The content of a stream at the top; empty where there is none.

        Raises:
            SourceError: it is damaged.
        """
        if name not in self._streams:
            self._streams[name] = self._read(name)
        return self._streams[name]

    def _read(self, name: str) -> bytes:
        with _guarded():
            if not self._container.exists(name):
                return b""
            if self._container.get_size(name) > self._size:
                raise _damaged(f"the stream {name} is larger than the file", f"数据流{name}比文件还大")
            content: bytes = self._container.openstream(name).read()
            return content


def compound(data: bytes) -> Compound:
    """Open a compound file.

    Raises:
        SourceError: it is damaged.
    """
    if len(data) < olefile.MINIMAL_OLEFILE_SIZE:
        raise _damaged("it is too short", "文件过短")
    sector, mini, *tables = _HEADER.unpack_from(data)
    if sector not in _SECTOR_SHIFTS or mini != _MINI_SECTOR_SHIFT or max(tables) > len(data) >> sector:
        raise _damaged("the header of the container is wrong", "容器文件头有误")
    with _guarded():
        container = olefile.OleFileIO(BytesIO(data))
        if container.root is None or container.root.size > len(data):  # type: ignore[attr-defined]
            raise _damaged("the directory of the container is wrong", "容器目录有误")
    return Compound(container, len(data))


def kind_of(names: frozenset[str]) -> UnsupportedFormat:
    """The error for a compound file that is no Word file."""
    for streams, en, zh in _OTHERS:
        if names.intersection(streams):
            return UnsupportedFormat(
                f"this is {en}, not a Word file; save the report as docx, xlsx or PDF",
                f"这是{zh}，不是Word文件；请把年报另存为docx、xlsx或PDF",
            )
    return UnsupportedFormat(
        "an OLE file without a Word document inside; save the report as docx or PDF",
        "OLE文件中没有Word文档；请把年报另存为docx或PDF",
    )


def _damaged(part: str, zh: str) -> SourceError:
    return SourceError(
        f"the file is damaged or cut off ({part}); download it again, or save it anew with an office program",
        f"文件已损坏或不完整（{zh}）；请重新下载，或用办公软件另存",
    )


@contextmanager
def _guarded() -> Iterator[None]:
    """Turn whatever olefile raises for damaged files into one error."""
    try:
        yield
    except _FAULTS as error:
        raise _damaged(f"{type(error).__name__} in the container", "容器结构有误") from error
