"""Where a command writes: standard output or a file."""

from __future__ import annotations

import os
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

TEXT_SUFFIXES = ("", ".txt", ".log")
"""Files that are written as a terminal shows it, unless a format is asked for."""


def format_of(output: Path | None, formats: Sequence[tuple[str, str]], otherwise: str) -> str:
    """The format that the suffix of an output tells.

    Args:
        output: the file; None for standard output, which has no suffix.
        formats: suffixes of files and names of formats; of several with one suffix the first counts.
        otherwise: the option that names a format, to be told where the suffix does not.

    Raises:
        WrongUsage: no format has such files.
    """
    suffix = output.suffix.lower() if output else ""
    found = next((name for known, name in formats if known == suffix), None)
    if found is None:
        name, known = visible_path(str(output or "")), " ".join(dict.fromkeys(entry for entry, _ in formats if entry))
        raise WrongUsage(
            f"the name {name} does not tell the format; its suffix may be {known}, or give {otherwise}",
            f"无法从文件名{name}判断输出格式；后缀可用{known}，或用{otherwise}指定",
        )
    return found


def place_to_write(path: Path, *, anew: bool = False) -> None:
    """Look whether a file can be written, so that this is told before any work is done.

    Args:
        path: the file.
        anew: folders that do not exist are made.

    Raises:
        WrongUsage: its folder does not exist, or writing is not permitted.
    """
    folder = path.parent
    while anew and not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if not folder.is_dir():
        raise _without_folder(path)
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise _forbidden(path)


def _unwritable(path: Path, error: OSError) -> WrongUsage:
    if isinstance(error, FileNotFoundError):
        return _without_folder(path)
    if isinstance(error, PermissionError):
        return _forbidden(path)
    name = visible_path(str(path))
    return WrongUsage(f"{name}: cannot be written ({error.strerror})", f"{name}：无法写入（{error.strerror}）")


def _without_folder(path: Path) -> WrongUsage:
    name = visible_path(str(path))
    return WrongUsage(f"{name}: its folder does not exist", f"{name}：所在的文件夹不存在，请先建立")


def _forbidden(path: Path) -> WrongUsage:
    name = visible_path(str(path))
    return WrongUsage(
        f"{name}: writing is not permitted; close the program that has it open, or choose another name",
        f"{name}：不能写入；请关闭正在打开它的程序，或换一个名字",
    )


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
