"""Bytes of a source, read within limits."""

from __future__ import annotations

import os
import stat
from io import BufferedIOBase, RawIOBase
from pathlib import Path
from typing import IO

import attrs

from govinfo.errors import SourceError

MAX_BYTES = 20 * 1024 * 1024
"""Largest source that is read: 20 MiB.  The largest reports known have a few MiB, images included."""

MAX_BLANK = 64
"""So many bytes that are no ASCII blanks may still be blanks of another kind."""

MAX_SHOWN = 120
"""So many characters of a path are shown in a message."""

Content = str | os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes]
"""What can be read: a `str` or path-like is a path, bytes and binary files are content."""


@attrs.frozen
class Bytes:
    """The content of a source and its name, if it has one."""

    data: bytes
    name: str | None


def read_bounded(source: Content, filename: str | None = None, limit: int = MAX_BYTES) -> Bytes:
    """Read a source whole.

    Args:
        source: path, bytes or binary file.
        filename: name to use for content without one.
        limit: largest number of bytes.

    Raises:
        SourceError: there is nothing to read, it is no regular file, or it is too large.
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        data, name = bytes(source), filename
    elif isinstance(source, (str, os.PathLike)):
        data, name = _read_file(Path(source), limit), filename or str(source)
    elif isinstance(source, (BufferedIOBase, RawIOBase)) or hasattr(source, "read"):
        data, name = _read_stream(source, limit), filename or _name_of(source)
    else:
        raise SourceError(
            f"cannot read from {type(source).__name__}; give a path, bytes or a binary file",
            f"不能读取{type(source).__name__}；请给出路径、字节串或二进制文件",
        )
    label, zh_label = name or "the content", name or "内容"
    if len(data) > limit:
        raise SourceError(
            f"{label}: larger than {limit // 2**20} MiB, which no report needs; was the right file chosen?",
            f"{zh_label}：超过{limit // 2**20} MiB，年报不会这么大；请核对是否选错了文件",
        )
    if not data:
        raise SourceError(
            f"{label}: the file is empty; download or save it again", f"{zh_label}：文件是空的；请重新下载或保存"
        )
    if _is_blank(data):
        raise SourceError(
            f"{label}: nothing but white space; download or save it again",
            f"{zh_label}：文件里只有空白；请重新下载或保存",
        )
    return Bytes(data, name)


def _is_blank(data: bytes) -> bool:
    """Tell whether the data are blanks in ASCII, UTF-8, UTF-16 or GB 18030, with or without a mark."""
    rest = data.strip(b" \t\r\n\x0b\x0c\x00")
    if len(rest) > len(data) // 2 and len(rest) > MAX_BLANK:
        return False
    return any(_decodes_to_blanks(rest, encoding) for encoding in ("utf-8", "utf-16", "utf-16-le", "gb18030"))


def _decodes_to_blanks(data: bytes, encoding: str) -> bool:
    try:
        return not data.decode(encoding).strip("\ufeff \t\r\n\x0b\x0c\x00\xa0\u2000-\u200b\u3000")
    except UnicodeDecodeError:
        return False


def _read_stream(stream: IO[bytes], limit: int) -> bytes:
    try:
        data: object = stream.read(limit + 1)
    except (OSError, ValueError) as error:
        raise SourceError(
            f"the file object cannot be read ({_reason(error)}); open it again",
            f"文件对象无法读取（{_reason(error)}）；请重新打开",
        ) from error
    if not isinstance(data, bytes):
        raise SourceError(
            'the file is open in text mode; open it in binary mode ("rb")',
            '文件以文本方式打开；请以二进制方式（"rb"）打开',
        )
    return data


def _name_of(stream: IO[bytes]) -> str | None:
    name = getattr(stream, "name", None)
    return name if isinstance(name, str) else None


def _read_file(path: Path, limit: int) -> bytes:
    shown = str(path) if len(str(path)) <= MAX_SHOWN else f"{str(path)[:MAX_SHOWN]}…"
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise SourceError(
            f"{shown}: no such file; check the path (a str is a path, content is given as bytes)",
            f"{shown}：没有这个文件；请核对路径",
        ) from None
    except (OSError, ValueError) as error:
        raise SourceError(
            f"{shown}: cannot be opened ({_reason(error)}); a str is a path, content is given as bytes",
            f"{shown}：无法打开（{_reason(error)}）；字符串视为路径，文件内容须以字节串给出",
        ) from error
    try:
        _refuse(path, os.fstat(descriptor), limit)
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            return stream.read(limit + 1)
    except OSError as error:
        raise SourceError(
            f"{path}: cannot be read ({_reason(error)})", f"{path}：无法读取（{_reason(error)}）"
        ) from error
    finally:
        os.close(descriptor)


def _refuse(path: Path, state: os.stat_result, limit: int) -> None:
    """Raise for what is no regular file of a fitting size."""
    if stat.S_ISDIR(state.st_mode):
        raise SourceError(
            f"{path}: is a directory; give a file, or use the command line, which searches folders",
            f"{path}：这是文件夹；请给出文件，或使用命令行，它会查找文件夹中的文件",
        )
    if not stat.S_ISREG(state.st_mode):
        raise SourceError(
            f"{path}: is no regular file but a pipe or device; save its content to a file first",
            f"{path}：这是管道或设备，不是普通文件；请先把内容存为文件",
        )
    if state.st_size > limit:
        raise SourceError(
            f"{path}: {state.st_size / 2**20:.1f} MiB, more than the {limit // 2**20} MiB that are read; "
            "no report is that large: was the right file chosen?",
            f"{path}：{state.st_size / 2**20:.1f} MiB，超过{limit // 2**20} MiB的上限；请核对是否选错了文件",
        )


def _reason(error: OSError | ValueError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
