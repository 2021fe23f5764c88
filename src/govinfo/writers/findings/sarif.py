"""Writer: findings as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), for code scanning services."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

import regex

from govinfo.assessment import Checked, Results
from govinfo.findings import BASES, FAMILIES, Finding, NotAssessable, RuleSpec, Severity
from govinfo.interchange import json_text
from govinfo.source import Source
from govinfo.text.visible import visible
from govinfo.writers.findings.words import cell_name, details, related_words

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""Schema of the format, named in every file and never fetched."""

FINGERPRINT = "govinfo/v1"
"""Name of the fingerprint; it changes when the fingerprints do."""

_NO_BYTE = regex.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Surrogates that stand for no byte of a file name (PEP 383)."""

_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}


def write(results: Results, stream: IO[bytes]) -> None:
    """Write one run: its rules with help in both languages, its files, its findings, and what could not be read."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_Run(results).plain()]}
    stream.write(json_text(log, indent=2).encode() + b"\n")


class _Run:
    """One run, with the numbers by which results refer to rules and files."""

    def __init__(self, results: Results) -> None:
        self._results = results
        self._language = results.language
        named = {
            *(rule for entry in results.checked for rule in entry.assessment.outcomes),
            *(missing.rule for entry in results.checked for missing in entry.assessment.not_assessable),
            *(finding.rule for _, finding in results.findings),
            *(known.finding.rule for entry in results.checked for known in entry.suppressed),
        }
        ordered = [rule for rule in results.catalogue if rule in named]
        self._rules = {rule: number for number, rule in enumerate([*ordered, *sorted(named - set(ordered))])}
        paths = dict.fromkeys([*(entry.path for entry in results.checked), *(entry.path for entry in results.unread)])
        self._files = {path: number for number, path in enumerate(paths)}

    def plain(self) -> dict[str, Any]:
        driver = {
            "name": "govinfo",
            "version": self._results.version,
            "language": _LANGUAGES[self._language],
            "rules": [self._rule(rule) for rule in self._rules],
        }
        return {
            "tool": {"driver": driver},
            "language": _LANGUAGES[self._language],
            "columnKind": "unicodeCodePoints",
            "invocations": [
                {
                    "executionSuccessful": not self._results.unread,
                    "toolExecutionNotifications": list(self._notifications()),
                }
            ],
            "artifacts": list(self._artifacts()),
            "results": list(self._all()),
        }

    def _all(self) -> Iterator[dict[str, Any]]:
        """The findings, file after file, and behind them those kept quiet.

        Where one is, the others say that they are not: a run tells it of all results or of none (section 3.27.23).
        """
        told = any(entry.suppressed for entry in self._results.checked)
        for entry in self._results.checked:
            for finding in entry.findings:
                yield {**self._result(entry, finding), **({"suppressions": []} if told else {})}
            for known in entry.suppressed:
                justified = {"kind": "external", "status": "accepted", "justification": visible(known.reason)}
                yield {**self._result(entry, known.finding), "suppressions": [justified]}

    def _rule(self, rule: str) -> dict[str, Any]:
        entry = self._results.catalogue.get(rule)
        return {"id": rule} if entry is None else _described(entry, self._language)

    def _artifacts(self) -> Iterator[dict[str, Any]]:
        reports = {entry.path: entry.report for entry in self._results.checked}
        for path in self._files:
            artifact: dict[str, Any] = {"location": {"uri": uri(path)}, "roles": ["analysisTarget"]}
            if path in reports:
                origin = reports[path].parser
                artifact["hashes"] = {"sha-256": origin.sha256}
                artifact |= {"encoding": origin.encoding} if origin.encoding else {}
            yield artifact

    def _notifications(self) -> Iterator[dict[str, Any]]:
        """Files that could not be read, as errors; rules that could not be assessed, as notes."""
        for unread in self._results.unread:
            yield {
                "level": "error",
                "message": _message(unread.error.message(self._language)),
                "locations": [{"physicalLocation": {"artifactLocation": self._file(unread.path)}}],
                "descriptor": {"id": type(unread.error).__name__},
            }
        for entry in self._results.checked:
            for missing in entry.assessment.not_assessable:
                yield self._missing(entry, missing)

    def _missing(self, entry: Checked, missing: NotAssessable) -> dict[str, Any]:
        return {
            "level": "note",
            "message": _message(missing.text(self._language)),
            "locations": [self._location(entry, None, missing.cells)],
            "associatedRule": {"id": missing.rule, "index": self._rules[missing.rule]},
        }

    def _result(self, entry: Checked, finding: Finding) -> dict[str, Any]:
        compared = [*self._cells(entry, finding), *self._related(entry, finding)]
        plain = {
            "ruleId": finding.rule,
            "ruleIndex": self._rules[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": _message(finding.message(self._language)),
            "locations": [self._location(entry, finding.source, finding.cells)],
            "partialFingerprints": {FINGERPRINT: finding.fingerprint},
            "properties": self._properties(entry, finding),
        }
        if compared:
            plain["relatedLocations"] = [{"id": number, **place} for number, place in enumerate(compared, 1)]
        return plain

    def _properties(self, entry: Checked, finding: Finding) -> dict[str, Any]:
        """The rest of the finding.  A `fix` of SARIF is an edit of the file, which a remedy in words is not."""
        plain: dict[str, Any] = {"agency": entry.report.agency, "year": entry.report.year}
        for part, text in details(finding, entry.form, self._language):
            if part in ("equation", "basis", "fix"):
                plain[part] = visible(text)
            elif part == "repairs":
                plain.setdefault("repairs", []).append(visible(text))
        return {name: value for name, value in plain.items() if value is not None}

    def _cells(self, entry: Checked, finding: Finding) -> Iterator[dict[str, Any]]:
        """The places of the cells of a finding, with what was read there."""
        for cell in finding.cells:
            if cell in entry.report and entry.report[cell].source is not None:
                found = entry.report[cell]
                place = self._location(entry, found.source, (cell,))
                yield {**place, "message": _message(f"{cell_name(cell, entry.form, self._language)}: {found.raw}")}

    def _related(self, entry: Checked, finding: Finding) -> Iterator[dict[str, Any]]:
        for related in finding.related:
            path = entry.path if related.filename is None else related.filename
            physical: dict[str, Any] = {"artifactLocation": self._file(path)}
            if region := _region(related.source):
                physical["region"] = region
            yield {"physicalLocation": physical, "message": _message(related_words(related, self._language))}

    def _location(self, entry: Checked, source: Source | None, cells: tuple[str, ...]) -> dict[str, Any]:
        physical: dict[str, Any] = {"artifactLocation": self._file(entry.path)}
        if region := _region(source):
            physical["region"] = region
        location: dict[str, Any] = {"physicalLocation": physical}
        if cells:
            location["logicalLocations"] = [
                {
                    "name": cell.rpartition(".")[2],
                    "fullyQualifiedName": cell,
                    "decoratedName": cell_name(cell, entry.form, self._language),
                    "kind": "cell",
                }
                for cell in dict.fromkeys(cells)
            ]
        if source is not None:
            location["message"] = _message(source.describe(self._language))
        return location

    def _file(self, path: str) -> dict[str, Any]:
        """A file; one that was compared with need not be among those checked."""
        location: dict[str, Any] = {"uri": uri(path)}
        if path in self._files:
            location["index"] = self._files[path]
        return location


def uri(path: str) -> str:
    """A path as a reference (RFC 3986): relative paths stay so, bytes that are no text are kept."""
    file = Path(_NO_BYTE.sub("\ufffd", path))
    if file.is_absolute():
        return "file://" + quote(os.fsencode(file.as_posix()), safe="/:" if os.name == "nt" else "/")
    return quote(os.fsencode(file.as_posix()), safe="/")


def _described(entry: RuleSpec, language: str) -> dict[str, Any]:
    """A rule with its title, what it is for, and help in both languages, that of the run first."""
    other = "en" if language == "zh" else "zh"
    texts = [f"{entry.title(each)}\n\n{entry.why(each)}" for each in (language, other)]
    marked = [f"**{entry.title(each)}**\n\n{entry.why(each)}" for each in (language, other)]
    family = FAMILIES.get(entry.id[0])
    return {
        "id": entry.id,
        "shortDescription": {"text": entry.title(language)},
        "fullDescription": {"text": entry.why(language)},
        "help": {"text": "\n\n".join(texts), "markdown": "\n\n".join(marked)},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
        "properties": {
            "tags": [family.en] if family else [],
            "basis": [BASES[basis](language) if basis in BASES else basis for basis in entry.basis],
        },
    }


def _region(source: Source | None) -> dict[str, int] | None:
    """Line and columns in a text or in markup; None for places that are told otherwise."""
    if source is None or source.line is None:
        return None
    region = {"startLine": source.line}
    if source.column is not None:
        region["startColumn"] = source.column
        region["endColumn"] = source.end_column or source.column
    return region


def _message(text: str) -> dict[str, str]:
    return {"text": visible(text)}
