"""Where a command writes: standard output or a file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, TextIO

import click


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
        raise click.UsageError(f"{path}: cannot be written ({error.strerror})") from error


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
        raise click.UsageError(f"{path}: cannot be written ({error.strerror})") from error
