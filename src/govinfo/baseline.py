"""Known findings that stay quiet, each with the reason why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs

from govinfo.assessment import Assessment, Suppressed
from govinfo.findings import Finding
from govinfo.report import Report
from govinfo.toml_files import faulty, read_toml

VERSION = 1
"""Version of the file."""

HEAD = """\
# 已知问题清单：写明原因（reason）的条目不再提示；没有原因的照常提示。
# Known findings: an entry with a reason keeps its finding quiet, one without does not.
"""

_FIELDS = ("report", "year", "rule", "fingerprint", "message", "reason")


@attrs.frozen
class Known:
    """A finding that is known.

    Attributes:
        report: the agency, or the name of the file where the agency is not known.
        year: reporting year, or None.
        rule, fingerprint: see `Finding`.
        message: the message when it was noted, for people.
        reason: why it stays as it is; empty where nobody has said so yet.
    """

    report: str
    year: int | None
    rule: str
    fingerprint: str
    message: str
    reason: str = ""

    @property
    def key(self) -> tuple[str, int | None, str]:
        """What it is found by."""
        return (self.report, self.year, self.fingerprint)


@attrs.frozen
class Quieted:
    """An assessment without its known findings.

    Attributes:
        assessment: what is left.
        known: the entries that kept a finding quiet.
        suppressed: the findings that they kept quiet, each with its reason.
        unreasoned: entries whose findings are still shown, because they give no reason.
        gone: entries on this report whose rule was applied and whose finding does not occur any more.
    """

    assessment: Assessment
    known: tuple[Known, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    unreasoned: tuple[Known, ...] = ()
    gone: tuple[Known, ...] = ()


@attrs.frozen(slots=False)
class Baseline:
    """The known findings of some reports."""

    entries: tuple[Known, ...] = ()

    @cached_property
    def _by_report(self) -> dict[tuple[str, int | None], list[Known]]:
        grouped: dict[tuple[str, int | None], list[Known]] = {}
        for entry in self.entries:
            grouped.setdefault((entry.report, entry.year), []).append(entry)
        return grouped

    def quiet(self, assessment: Assessment) -> Quieted:
        """Take the known findings out of an assessment."""
        found = {finding.fingerprint for finding in assessment.findings}
        mine = self._by_report.get(subject(assessment.report), [])
        known = tuple(entry for entry in mine if entry.fingerprint in found and entry.reason)
        reasons = {entry.fingerprint: entry.reason for entry in known}
        left = tuple(finding for finding in assessment.findings if finding.fingerprint not in reasons)
        silent = (finding for finding in assessment.findings if finding.fingerprint in reasons)
        return Quieted(
            attrs.evolve(assessment, findings=left),
            known,
            tuple(Suppressed(finding, reasons[finding.fingerprint]) for finding in silent),
            tuple(entry for entry in mine if entry.fingerprint in found and not entry.reason),
            tuple(entry for entry in mine if entry.fingerprint not in found and _applied(entry.rule, assessment)),
        )

    def extended(self, assessments: Iterable[Assessment], language: str, reason: str = "") -> Baseline:
        """The same with all findings of some assessments; entries that are there keep their reason."""
        entries = {entry.key: entry for entry in self.entries}
        for assessment in assessments:
            for finding in assessment.findings:
                entry = _known(assessment.report, finding, language, reason)
                if not entries.get(entry.key, entry).reason and reason:
                    entries[entry.key] = entry
                entries.setdefault(entry.key, entry)
        return Baseline(tuple(entries.values()))

    def without(self, entries: Sequence[Known]) -> Baseline:
        """The same without some entries."""
        keys = {entry.key for entry in entries}
        return Baseline(tuple(entry for entry in self.entries if entry.key not in keys))


def subject(report: Report) -> tuple[str, int | None]:
    """Whose report it is, and of which year; the file's name where the agency is not known."""
    name = report.agency or (report.parser.filename or "").replace("\\", "/").rsplit("/", 1)[-1]
    return name, report.year


def load_baseline(path: Path) -> Baseline:
    """Read the file that `dump_baseline` wrote and people completed.

    Raises:
        ConfigurationError: it cannot be read, is of another version, or an entry is not complete.
    """
    if not path.exists():
        raise faulty(path, "没有这个清单，先用 govinfo baseline 写出", "no such list; `govinfo baseline` writes it")
    data = read_toml(path)
    if data.get("version") != VERSION:
        raise faulty(path, f"版本应为{VERSION}", f"version {VERSION} is due, found {data.get('version')!r}")
    known = data.get("known", [])
    if not isinstance(known, list):
        raise faulty(path, "known应为条目的列表", "known must be a list of entries")
    return Baseline(tuple(_entry(path, number, entry) for number, entry in enumerate(known, start=1)))


def dump_baseline(baseline: Baseline) -> str:
    """The file's text: TOML, one entry a finding, to be completed by people."""
    parts = [HEAD, f"version = {VERSION}\n"]
    for entry in baseline.entries:
        values = attrs.asdict(entry, filter=lambda _, value: value is not None)
        lines = (f"{name} = {json.dumps(_printable(value), ensure_ascii=False)}" for name, value in values.items())
        parts.append("\n[[known]]\n" + "\n".join(lines) + "\n")
    return "".join(parts)


def _known(report: Report, finding: Finding, language: str, reason: str) -> Known:
    name, year = subject(report)
    return Known(name, year, finding.rule, finding.fingerprint, finding.message(language), reason)


def _applied(rule: str, assessment: Assessment) -> bool:
    return assessment.outcomes.get(rule) in ("passed", "found") or rule.startswith("X")


def _entry(path: Path, number: int, entry: Any) -> Known:
    if not isinstance(entry, dict) or not set(entry) <= set(_FIELDS):
        unknown = sorted(set(entry) - set(_FIELDS)) if isinstance(entry, dict) else [repr(entry)]
        raise faulty(
            path,
            f"第{number}条有不认识的内容：{'、'.join(unknown)}",
            f"entry {number} has something unknown: {', '.join(unknown)}",
        )
    year = entry.get("year")
    texts = {name: entry.get(name, "") for name in _FIELDS if name != "year"}
    wrong = [name for name, value in texts.items() if not isinstance(value, str)]
    wrong += [name for name in ("report", "rule", "fingerprint") if not texts[name]]
    if type(year) not in (int, type(None)):
        wrong.append("year")
    if wrong:
        raise faulty(
            path,
            f"第{number}条的{'、'.join(wrong)}不对或缺少",
            f"entry {number}: {', '.join(wrong)} is missing or of the wrong type",
        )
    return Known(year=year, **texts)


def _printable(value: object) -> object:
    """Text without lone surrogates and without DEL, which TOML does not allow unescaped."""
    if not isinstance(value, str):
        return value
    return value.encode("utf-8", "backslashreplace").decode("utf-8").replace("\x7f", "\\x7f")
