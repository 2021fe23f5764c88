"""Writers of findings."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, Protocol, runtime_checkable

import attrs

from govinfo.assessment import Results


@runtime_checkable
class FindingsWriter(Protocol):
    """Writes what a check found in one format."""

    @property
    def name(self) -> str:
        """Name by which it is selected."""

    @property
    def suffix(self) -> str:
        """Suffix of its files, with the dot; empty for a format that is not kept in files."""

    @property
    def binary(self) -> bool:
        """True for a format that no terminal can show."""

    def write(self, results: Results, stream: IO[bytes]) -> None:
        """Write the results; text is UTF-8, and the same results give the same bytes.

        Args:
            results: what the check found.
            stream: where to write it, open for bytes.

        Raises:
            GovinfoError: the format cannot hold these results.
        """


@attrs.frozen
class ResultsWriter:
    """A `FindingsWriter` made of a function; `save` may be `Deferred`."""

    name: str
    suffix: str
    save: Callable[[Results, IO[bytes]], None]
    binary: bool = False

    def write(self, results: Results, stream: IO[bytes]) -> None:
        """See `FindingsWriter.write`."""
        self.save(results, stream)
