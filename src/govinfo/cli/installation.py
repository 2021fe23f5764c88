"""What is installed here: versions, extras, programs, plugins, formats."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

import regex

import govinfo
from govinfo.cli.language import Language
from govinfo.contracts import Deferred, FileReader, Reader
from govinfo.readers.soffice import VARIABLE, find_soffice, version_of
from govinfo.registry import Registry

_REQUIREMENT = regex.compile(r"""(?P<name>[\w.-]+).*;.*\bextra\s*==\s*["'](?P<extra>[\w.-]+)["']""")
_CHINESE = "政府信息公开"


def examine(registry: Registry, encoding: str | None, language: Language) -> dict[str, Any]:
    """Find out; everything is plain enough for JSON.

    Args:
        registry: readers, writers and plugins.
        encoding: that of standard output.
        language: that of the messages, for the faults of plugins.
    """
    extras = list(_extras())
    ready = {extra["name"]: extra["installed"] for extra in extras}
    program = find_soffice()
    return {
        "python": platform.python_version(),
        "executable": sys.executable or "?",
        "govinfo": govinfo.__version__,
        "location": str(Path(govinfo.__file__).parent),
        "extras": extras,
        "libreoffice": {
            "path": str(program) if program else None,
            "version": version_of(program) if program else None,
            "variable": VARIABLE,
        },
        "language": language,
        "console": {"encoding": encoding or "?", "chinese": _can_write(_CHINESE, encoding)},
        "plugins": [
            {"name": plugin.name, "distribution": plugin.distribution, "version": plugin.version}
            for plugin in registry.plugins
        ],
        "faults": [fault.message(language) for fault in registry.faults],
        "readers": [
            {
                "name": reader.name,
                "suffixes": list(reader.suffixes),
                "ready": _is_ready(reader, ready, has_program=program is not None),
            }
            for reader in registry.readers
        ],
        "writers": [{"name": writer.name, "suffix": writer.suffix} for writer in registry.writers],
        "findings_writers": [{"name": writer.name, "suffix": writer.suffix} for writer in registry.findings_writers],
    }


def _extras() -> Iterator[dict[str, Any]]:
    """The extras of the installed distribution, with the packages that they ask for; those made of others left out."""
    by_extra: dict[str, dict[str, str | None]] = {}
    try:
        requirements = requires("govinfo") or ()
    except PackageNotFoundError:
        requirements = ()
    for match in filter(None, map(_REQUIREMENT.match, requirements)):
        if match["name"] != "govinfo":
            by_extra.setdefault(match["extra"], {})[match["name"]] = _version(match["name"])
    for name, packages in sorted(by_extra.items()):
        yield {
            "name": name,
            "installed": None not in packages.values(),
            "packages": packages,
            "install": f'pip install "govinfo[{name}]"',
        }


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _is_ready(reader: Reader, extras: Mapping[str, bool], *, has_program: bool) -> bool:
    """Tell whether what a reader needs is installed; a plugin's reader is taken at its word."""
    if not isinstance(reader, FileReader) or not isinstance(reader.load, Deferred):
        return True
    if reader.name == "libreoffice":
        return has_program
    return reader.load.extra is None or extras.get(reader.load.extra, False)


def _can_write(text: str, encoding: str | None) -> bool:
    try:
        text.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
