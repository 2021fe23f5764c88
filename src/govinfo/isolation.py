"""Calling strangers' code so that its faults cost one finding and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import attrs

from govinfo.findings import Finding, spec

T = TypeVar("T")

FAULT = "X23"
"""The id of findings about a plugin that failed."""


@attrs.frozen
class Plugin:
    """A plugin by name, with the distribution that it came from; empty for a module given by hand."""

    name: str
    module: object
    distribution: str = ""
    version: str = ""

    def __str__(self) -> str:
        """Name, and distribution and version where they are known."""
        origin = " ".join(part for part in (self.distribution, self.version) if part)
        return f"{self.name} ({origin})" if origin else self.name


def fault(plugin: Plugin, hook: str, detail: str) -> Finding:
    """The finding X23 about a plugin."""
    return spec(FAULT).finding(plugin=str(plugin), hook=hook, detail=detail)


def guarded(
    call: Callable[[], T], plugin: Plugin, hook: str, faults: list[Finding], *, expected: type[Exception] | None = None
) -> T | None:
    """Call a plugin's function; where it fails, add a finding to `faults` and give None.

    Args:
        call: the function.
        plugin: its owner.
        hook: the hook or member that is called.
        faults: where findings are added.
        expected: errors of this kind are part of the contract and pass through.
    """
    try:
        return call()
    except (Exception, SystemExit) as error:  # strangers may raise anything, and must cost others nothing
        if expected is not None and isinstance(error, expected):
            raise
        faults.append(fault(plugin, hook, f"{type(error).__name__}: {error}"))
        return None
