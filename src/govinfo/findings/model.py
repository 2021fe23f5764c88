"""Findings: what is wrong with a report, or unsure in the reading of one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Literal

import attrs

from govinfo.forms import Label
from govinfo.source import Source

Severity = Literal["error", "warning", "info"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the gravest to the lightest."""


class _Late:
    """Where a text keeps what it is made of, until somebody reads it."""

    __slots__ = ("_template", "_values")
    _template: Text
    _values: Values


@attrs.frozen
class Text(_Late):
    """One statement in both languages."""

    zh: str
    en: str

    @classmethod
    def filled(cls, template: Text, values: Values) -> Text:
        """A template with values in its placeholders; itself where it has none, as most remedies have.

        It is filled when it is read, in the language in which it is read.

        Args:
            template: the template, with ``{placeholders}``.
            values: what to put into them, or what gives that; of a `Text` or `Label` the fitting language is taken.
        """
        if "{" not in template.zh and "{" not in template.en:
            return template
        text = cls.__new__(cls)
        object.__setattr__(text, "_template", template)
        object.__setattr__(text, "_values", values)
        return text

    def __getattr__(self, name: str) -> object:
        if name not in {"zh", "en"}:
            raise AttributeError(name)
        given = self._values() if callable(self._values) else self._values
        values = {
            key: getattr(value, name) if isinstance(value, (Text, Label)) else value for key, value in given.items()
        }
        text = getattr(self._template, name).format_map(values)
        object.__setattr__(self, name, text)
        return text

    def __call__(self, language: str) -> str:
        """The Chinese text for ``"zh"``, the English one otherwise."""
        return self.zh if language == "zh" else self.en


SEVERITY_WORDS: Mapping[Severity, Text] = {
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("提示", "info"),
}
"""Words for the severities, from the gravest to the lightest."""

Value = str | int | Decimal | Text | Label
"""A value put into a message; of a `Text` or `Label` the fitting language is taken."""

Values = Mapping[str, Value] | Callable[[], Mapping[str, Value]]
"""The values of a message by placeholder, or what works them out when the message is read."""


@attrs.frozen
class Change:
    """One cell of a proposed repair: what it reads, and what it would have to read; None for a cell without a value."""

    cell: str
    value: int | Decimal | None
    instead: int | Decimal


@attrs.frozen
class Repair:
    """The fewest changes of cells after which all identities of the form hold.  Offered, never applied.

    Attributes:
        changes: the changes.
        text: the proposal in words.
        unique: False where other repairs change as few cells.
        support: what else speaks for it: the narrative, last year's report, the doubts of the reading.
    """

    changes: tuple[Change, ...]
    text: Text
    unique: bool
    support: tuple[Text, ...] = ()


@attrs.frozen
class Related:
    """A place in another report, or elsewhere in the same one, that a finding compares with.

    Attributes:
        text: what stands there.
        filename: name of the other file; None for the report itself.
        cells: ids of its cells.
        source: place in it.
    """

    text: Text
    filename: str | None = None
    cells: tuple[str, ...] = ()
    source: Source | None = None


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
        basis: legal or logical grounds, as codes of the catalogue; of several notices that of the report's own form.
        fix: what would mend it.
        related: the other places that were compared.
        repairs: proposals which cells are wrong, the likeliest first.
    """

    rule: str
    severity: Severity
    text: Text
    cells: tuple[str, ...] = ()
    source: Source | None = None
    equation: str | None = None
    basis: tuple[str, ...] = ()
    fix: Text | None = None
    related: tuple[Related, ...] = ()
    repairs: tuple[Repair, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that stay the same while the contradiction does.

        Rule, cells and message count, the place does not: text may be inserted above.
        """
        parts = (self.rule, *self.cells, self.text.en)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:16]

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
