"""Calling strangers' code so that its faults cost one finding and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import localcontext
from typing import TypeVar

import attrs

from govinfo.errors import GovinfoError, PluginError
from govinfo.findings import Finding, Text, spec

T = TypeVar("T")

FAULT = "X23"
"""The id of findings about a plugin that failed."""

IMPORT = Text("导入", "import")
REGISTRATION = Text("登记", "registration")
"""What else can fail beside hooks and the members of what they gave."""

MAX_DETAIL = 400
"""Longest account of an error in a finding, in characters; a stranger's message may have any length."""

_ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]+")


@attrs.frozen
class Plugin:
    """A plugin by name, with the distribution that it came from; empty for a module given by hand.

    `foreign` is False for the built-ins, which leave the settings of decimal numbers alone.
    """

    name: str
    module: object
    distribution: str = ""
    version: str = ""
    foreign: bool = True

    def __str__(self) -> str:
        """Name, and distribution and version where they are known."""
        origin = " ".join(part for part in (self.distribution, self.version) if part)
        return f"{self.name} ({origin})" if origin else self.name


def fault(plugin: Plugin, hook: str | Text, detail: Text) -> Finding:
    """The finding X23 about a plugin; the same fault gives the same words in every run.

    Args:
        plugin: the plugin.
        hook: the hook or member that failed.
        detail: how; addresses of objects are left out, white space is folded, and it is cut at `MAX_DETAIL`.
    """
    return spec(FAULT).finding(plugin=str(plugin), hook=hook, detail=Text(_cut(detail.zh), _cut(detail.en)))


def _cut(text: str) -> str:
    plain = " ".join(_ADDRESS.sub("", text).split())
    return plain if len(plain) <= MAX_DETAIL else plain[: MAX_DETAIL - 1] + "…"


def guarded(
    call: Callable[[], T],
    plugin: Plugin,
    hook: str | Text,
    faults: list[Finding],
    *,
    expected: type[GovinfoError] | None = None,
) -> T | None:
    """Call a plugin's function; where it fails, add a finding to `faults` and give None.

    Only an interrupt of the user passes; even `SystemExit` and the panics of compiled modules, which are no
    `Exception`, end nothing but the plugin's own part.  What it sets for decimal numbers is its own as well.

    Args:
        call: the function.
        plugin: its owner.
        hook: the hook or member that is called.
        faults: where findings are added.
        expected: errors of this kind are part of the contract and pass through, but for those about plugins.
    """
    try:
        if plugin.foreign:
            with localcontext():
                return call()
        return call()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # strangers may raise anything, and must cost others nothing
        if expected is not None and isinstance(error, expected) and not isinstance(error, PluginError):
            raise
        faults.append(fault(plugin, hook, _account(error)))
        return None


def _account(error: BaseException) -> Text:
    """An error in words, also where it cannot be written; one of govinfo's own says all itself."""
    try:
        if isinstance(error, GovinfoError):
            return Text(str(error.zh), str(error))
        said = f"{type(error).__name__}: {error}"
    except Exception:  # noqa: BLE001 - the stranger's own message fails
        said = type(error).__name__
    return Text(said, said)
