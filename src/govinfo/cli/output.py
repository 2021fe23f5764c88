"""Where a command writes: standard output or a file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, TextIO

from govinfo.cli.usage import WrongUsage
from govinfo.text.visible import visible_path


def _unwritable(path: Path, error: OSError) -> WrongUsage:
    name = visible_path(str(path))
    if isinstance(error, FileNotFoundError):
        return WrongUsage(f"{name}: its folder does not exist", f"{name}：所在的文件夹不存在，请先建立")
    if isinstance(error, PermissionError):
        return WrongUsage(
            f"{name}: writing is not permitted; close the program that has it open, or choose another name",
            f"{name}：不能写入；请关闭正在打开它的程序，或换一个名字",
        )
    return WrongUsage(f"{name}: cannot be written ({error.strerror})", f"{name}：无法写入（{error.strerror}）")


@contextmanager
def text_output(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or the file in UTF-8.

    Raises:
        click.UsageError: the file cannot be written.
    """
    if path is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
    except OSError as error:
        raise _unwritable(path, error) from error


@contextmanager
def binary_output(path: Path | None) -> Iterator[IO[bytes]]:
    """Standard output, or the file, for bytes; a file is touched only when all of them are known.

    Raises:
        click.UsageError: the file cannot be written.
    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    whole = BytesIO()
    yield whole
    try:
        path.write_bytes(whole.getvalue())
    except OSError as error:
        raise _unwritable(path, error) from error
