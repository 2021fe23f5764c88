"""Where a command writes: standard output or a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, TextIO

from govinfo.cli.apart import apart
from govinfo.cli.usage import WrongUsage
from govinfo.contracts import Writer
from govinfo.errors import GovinfoError, PluginError
from govinfo.findings import Finding, Text
from govinfo.isolation import Plugin, fault, guarded
from govinfo.registry import Registry
from govinfo.report import Report
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


def written(save: Callable[[IO[bytes]], None], owner: Plugin, hook: str) -> bytes:
    """All that a writer writes; a writer that fails has written nothing.

    Args:
        save: the writer, but for its stream.
        owner: the plugin that it is from.
        hook: what to call it where it fails.

    Raises:
        GovinfoError: the format cannot hold what there is to write.
        PluginError: the writer is broken.
    """

    def whole() -> bytes:
        stream = BytesIO()
        save(stream)
        return stream.getvalue()

    faults: list[Finding] = []
    with apart():
        content = guarded(whole, owner, hook, faults, expected=GovinfoError)
    if content is None:
        raise _broken(faults[0])
    return content


def written_reports(reports: Sequence[Report], writer: Writer, registry: Registry) -> bytes:
    """What a writer of the registry makes of reports.

    Raises:
        GovinfoError: the format cannot hold the reports.
        PluginError: the writer is broken, or has nothing to say of reports.
    """
    owner = next(owner for owner, item in registry.owned("govinfo_writers") if item is writer)
    hook = f"{writer.name}.write"
    content = written(lambda stream: writer.write(reports, stream, registry.context), owner, hook)
    if not content:
        raise _broken(fault(owner, hook, Text("没有写出任何内容", "it wrote nothing")))
    return content


def _broken(found: Finding) -> PluginError:
    return PluginError(found.message("en"), found.message("zh"))
