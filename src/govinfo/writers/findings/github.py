"""Writer: findings as workflow commands of GitHub Actions, which shows them beside the lines of the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO

from govinfo.assessment import Results
from govinfo.findings import Finding, Severity
from govinfo.text.visible import visible

_COMMANDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
"""Workflow commands by severity (GitHub documentation, workflow commands, setting a message)."""

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
"""Escapes of the message and of the properties (`escapeData` and `escapeProperty` of @actions/core)."""


def write(results: Results, stream: IO[bytes]) -> None:
    """Write a command for each finding and for each file that was not read."""
    for entry, finding in results.findings:
        stream.write(_line(_COMMANDS[finding.severity], entry.path, finding, results.language))
    for unread in results.unread:
        stream.write(_command("error", {"file": unread.path}, unread.error.message(results.language)))


def _line(command: str, path: str, finding: Finding, language: str) -> bytes:
    properties = {"file": path, **dict(_position(finding)), "title": finding.rule}
    message = finding.message(language)
    return _command(command, properties, f"{message}\n{finding.fix(language)}" if finding.fix else message)


def _position(finding: Finding) -> Iterator[tuple[str, str]]:
    """Line and columns of a text; other places have no numbers that GitHub knows."""
    source = finding.source
    if source is not None and source.line is not None:
        yield "line", str(source.line)
        if source.column is not None:
            yield "col", str(source.column)
        if source.end_column is not None:
            yield "endColumn", str(max(source.end_column - 1, source.column or 1))


def _command(name: str, properties: Mapping[str, str], message: str) -> bytes:
    listed = ",".join(f"{key}={visible(value.translate(_PROPERTY))}" for key, value in properties.items())
    return f"::{name} {listed}::{visible(message.translate(_DATA))}\n".encode()
