"""Findings: what is wrong with a report, or unsure in the reading of one."""

from __future__ import annotations

from typing import Any, Literal

import attrs

from govinfo.forms import Label
from govinfo.source import Source

Severity = Literal["error", "warning", "info"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the gravest to the lightest."""


@attrs.frozen
class Text:
    """One statement in both languages."""

    zh: str
    en: str

    def __call__(self, language: str) -> str:
        """The Chinese text for ``"zh"``, the English one otherwise."""
        return self.zh if language == "zh" else self.en


Value = str | int | Text | Label
"""A value put into a message; of a `Text` or `Label` the fitting language is taken."""


@attrs.frozen
class Finding:
    """One fault of a report, or one doubt of its reading.

    Attributes:
        rule: id from the catalogue; X ids are doubts of the reading, all others faults of the report.
        severity: ``"error"``, ``"warning"`` or ``"info"``.
        text: the message.
        cells: ids of the cells concerned.
        source: place in the document, where there is one.
        equation: the equation with its numbers, e.g. ``2＋0＋0＋0＋0＋0＝2 ≠ 3``.
        basis: legal or logical grounds, as codes of the catalogue.
        fix: what would mend it.
    """

    rule: str
    severity: Severity
    text: Text
    cells: tuple[str, ...] = ()
    source: Source | None = None
    equation: str | None = None
    basis: tuple[str, ...] = ()
    fix: Text | None = None

    def message(self, language: str = "en") -> str:
        """The message in Chinese (``"zh"``) or English (``"en"``)."""
        return self.text(language)

    def to_dict(self) -> dict[str, Any]:
        """A mapping of plain values, ready for JSON; absent parts are left out."""
        filled: dict[str, Any] = attrs.asdict(self, filter=lambda _, value: value is not None and value != ())
        return filled


@attrs.frozen
class NotAssessable:
    """A rule that could not be applied, because something that it compares is missing.

    Attributes:
        rule: id from the catalogue.
        text: what is missing.
        cells: ids of the cells that have no value.
    """

    rule: str
    text: Text
    cells: tuple[str, ...] = ()
