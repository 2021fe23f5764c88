"""The catalogue of rule ids and reading codes: texts, severity, basis, remedy."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import attrs

from govinfo.errors import ConfigurationError, SelectionError
from govinfo.findings.model import Finding, NotAssessable, Related, Severity, Text, Value, Values
from govinfo.forms import ANNUAL_REPORT, Form
from govinfo.source import Source

FAMILIES: Mapping[str, Text] = {
    "A": Text("算术", "arithmetic"),
    "S": Text("结构", "structure"),
    "V": Text("数值", "values"),
    "M": Text("元数据", "metadata"),
    "N": Text("文表对照", "narrative against table"),
    "Y": Text("跨年度", "across years"),
    "R": Text("跨机关", "across agencies"),
    "F": Text("信息处理费", "processing fees"),
    "P": Text("个人信息", "privacy"),
    "X": Text("读取", "reading"),
}
"""First letter of an id and what its family is about."""

BASES: Mapping[str, Text] = {
    "F19": Text("国办公开办函〔2019〕60号格式", "form of 国办公开办函〔2019〕60号"),
    "F21": Text("国办公开办函〔2021〕30号格式", "form of 国办公开办函〔2021〕30号"),
    "N30": Text("国办公开办函〔2021〕30号", "notice 国办公开办函〔2021〕30号"),
    "R14": Text("《政府信息公开条例》第十四条", "Regulations on Government Information Disclosure, article 14"),
    "R15": Text("《政府信息公开条例》第十五条", "Regulations on Government Information Disclosure, article 15"),
    "R33": Text("《政府信息公开条例》第三十三条", "Regulations on Government Information Disclosure, article 33"),
    "R49": Text("《政府信息公开条例》第四十九条", "Regulations on Government Information Disclosure, article 49"),
    "R50": Text("《政府信息公开条例》第五十条", "Regulations on Government Information Disclosure, article 50"),
    "FEE": Text("国办函〔2020〕109号", "State Council General Office letter 国办函〔2020〕109号"),
    "LEG": Text("《立法法》", "Legislation Law"),
    "REV": Text("《行政复议法》第二十三条", "Administrative Reconsideration Law, article 23"),
    "PIP": Text("《个人信息保护法》", "Personal Information Protection Law"),
    "GB": Text("GB 32100 统一社会信用代码", "GB 32100, unified social credit code"),
    "G": Text("地方做法", "local practice"),
    "X": Text("逻辑关系", "logic"),
    "L": Text("版面", "layout"),
}
"""Grounds of a rule, by the codes used in the catalogue."""

NOTICES = frozenset({"F19", "F21"})
"""Those among them that are notices which prescribe a form."""


def of_own_form(finding: Finding, form: Form) -> Finding:
    """A finding that rests on the notice of the report's own form, and not on those of the other forms as well.

    Args:
        finding: the finding of a rule that is for several forms; one that rests on a single notice stays as it is.
        form: the form of the report.
    """
    kept = _kept(finding.basis, form)
    if kept == finding.basis:
        return finding
    said = finding.rule, finding.severity, finding.text, finding.cells, finding.source, finding.equation
    return Finding(*said, kept, finding.fix, finding.related, finding.repairs)


def prescribing(form: Form) -> tuple[str, ...]:
    """The code of the notice that prescribes a form, alone in a tuple; an empty one where the catalogue has none."""
    return tuple(code for code in sorted(NOTICES) if form.basis and BASES[code].zh.startswith(form.basis))


@lru_cache(maxsize=512)
def _kept(basis: tuple[str, ...], form: Form) -> tuple[str, ...]:
    own = prescribing(form)
    several = len(NOTICES.intersection(basis)) > 1 and NOTICES.intersection(basis, own)
    return tuple(code for code in basis if code not in NOTICES or code in own) if several else basis


@attrs.frozen
class RuleSpec:
    """One entry of the catalogue.

    Attributes:
        id: public id, never reused.
        severity: usual severity; a finding may carry a lighter or graver one where the rule says so.
        basis: keys of `BASES`.
        title: what the rule demands.
        template: message with ``{placeholders}``.
        why: why it matters.
        fix: what would mend it; may use the same placeholders.
        forms: ids of the forms it is for; empty for all of its kinds.
        kinds: the kinds of forms it is for, see `Form.kind`; empty for all.  A form in `forms` may be of any.
        first_year, last_year: reporting years it is for.
        expected: whether it is only for reports checked beside a list of the agencies that have to report.
    """

    id: str
    severity: Severity
    basis: tuple[str, ...]
    title: Text
    template: Text
    why: Text
    fix: Text
    forms: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    expected: bool = False
    kinds: tuple[str, ...] = (ANNUAL_REPORT,)

    @property
    def local(self) -> bool:
        """True for a rule that rests on local practice alone; such rules are off unless selected."""
        return self.basis == ("G",)

    def is_for(self, form: Form) -> bool:
        """Tell whether the rule is for reports of a form."""
        return form.id in self.forms if self.forms else not self.kinds or form.kind in self.kinds

    def finding(
        self,
        values: Values | None = None,
        /,
        *,
        cells: tuple[str, ...] = (),
        source: Source | None = None,
        equation: str | None = None,
        severity: Severity | None = None,
        related: tuple[Related, ...] = (),
        **more: Value,
    ) -> Finding:
        """Fill the message and make a finding of it.

        Args:
            values: what to put into the placeholders; a function of nothing is called when the message is read.
            cells: ids of the cells concerned.
            source: place in the document.
            equation: the equation with its numbers.
            severity: where it differs from the usual one.
            related: the other places that were compared.
            **more: further values for the placeholders.
        """
        given = _together(values, more) if values and more else values or more
        text, fix = Text.filled(self.template, given), Text.filled(self.fix, given)
        return Finding(self.id, severity or self.severity, text, cells, source, equation, self.basis, fix, related)


_REQUIRED = (
    "severity",
    "basis",
    *(f"{name}_{tongue}" for name in ("title", "message", "why", "fix") for tongue in ("zh", "en")),
)
_OPTIONAL = ("kinds", "forms", "first_year", "last_year", "expected")
"""The keys of an entry."""


@cache
def catalogue() -> Mapping[str, RuleSpec]:
    """All entries by id, in the order of the ids within the families."""
    folder = resources.files("govinfo.findings").joinpath("data")
    specs: dict[str, RuleSpec] = {}
    for family in FAMILIES:
        entry = folder.joinpath(f"{family}.toml")
        if entry.is_file():
            specs.update(load_catalogue(entry.read_text("utf-8")))
    return MappingProxyType(specs)


def load_catalogue(text: str) -> dict[str, RuleSpec]:
    """Read entries from TOML, one table an id.

    Each has ``severity``, ``basis``, and ``title``, ``message``, ``why`` and ``fix`` with ``_zh`` and with ``_en``
    behind; it may have ``kinds``, ``forms``, ``first_year``, ``last_year`` and ``expected`` as `RuleSpec` has.

    Raises:
        ConfigurationError: the text is no TOML, or an entry lacks a key or has one that is not known.
    """
    try:
        entries = tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigurationError(f"the catalogue is not TOML: {error}", f"规则说明不是正确的TOML：{error}") from error
    return {key: _spec(key, entry) for key, entry in entries.items()}


def spec(rule: str) -> RuleSpec:
    """The entry of an id.

    Raises:
        SelectionError: the catalogue has no such id.
    """
    try:
        return catalogue()[rule]
    except KeyError:
        raise SelectionError(
            f"there is no rule {rule!r}; `govinfo explain --list` shows them all",
            f"没有规则“{rule}”；用 govinfo explain --list 查看全部规则",
        ) from None


@lru_cache(maxsize=1024)
def not_assessable(rule: str, zh: str, en: str, cells: tuple[str, ...] = ()) -> NotAssessable:
    """Say that a rule could not be applied, and why."""
    return NotAssessable(rule, Text(zh, en), cells)


def _together(values: Values, more: Mapping[str, Value]) -> Values:
    if callable(values):
        return lambda: {**values(), **more}
    return {**values, **more}


def _look_at(key: str, entry: object) -> None:
    """See that an entry has what it needs and nothing that would do nothing."""
    found = entry.keys() if isinstance(entry, dict) else frozenset[str]()
    missing = [name for name in _REQUIRED if name not in found]
    if missing:
        raise ConfigurationError(
            f"the catalogue entry {key} lacks {', '.join(missing)}", f"规则说明{key}缺少{'、'.join(missing)}"
        )
    unknown = [name for name in found if name not in (*_REQUIRED, *_OPTIONAL)]
    if unknown:
        known = (*_REQUIRED, *_OPTIONAL)
        raise ConfigurationError(
            f"the catalogue entry {key} has the key {unknown[0]!r}, which is not known ({', '.join(known)})",
            f"规则说明{key}中没有“{unknown[0]}”这一项（可用：{'、'.join(known)}）",
        )


def _spec(key: str, entry: dict[str, Any]) -> RuleSpec:
    _look_at(key, entry)

    def text(name: str) -> Text:
        return Text(str(entry[f"{name}_zh"]).strip(), str(entry[f"{name}_en"]).strip())

    return RuleSpec(
        id=key,
        severity=entry["severity"],
        basis=tuple(entry["basis"]),
        title=text("title"),
        template=text("message"),
        why=text("why"),
        fix=text("fix"),
        forms=tuple(entry.get("forms", ())),
        first_year=entry.get("first_year"),
        last_year=entry.get("last_year"),
        expected=entry.get("expected", False),
        kinds=tuple(entry.get("kinds", (ANNUAL_REPORT,))),
    )
