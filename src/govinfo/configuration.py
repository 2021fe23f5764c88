"""Settings of a folder: ``govinfo.toml``, or the table ``[tool.govinfo]`` of ``pyproject.toml``."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs

from govinfo.errors import ConfigurationError
from govinfo.findings import SEVERITIES, Severity
from govinfo.toml_files import faulty, read_toml

OWN_FILE = "govinfo.toml"
PROJECT_FILE = "pyproject.toml"
PROJECT_TABLE = "tool.govinfo"

NEVER = "never"
"""Fail level at which findings never fail a run."""

_Shape = tuple[Callable[[object], bool], str, str]
"""A test of a value, and what it must be, in both languages."""


@attrs.frozen
class RuleSet:
    """Rules that belong together, such as what one province asks for beyond the national form.

    Attributes:
        extend_select: rules to apply as well.
        ignore: rules to leave out.
        severity: severities by id or beginning of ids.
    """

    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = attrs.field(factory=dict)


@attrs.frozen
class Configuration:
    """What a settings file says.

    Attributes:
        path: the file; None where there is none.
        settings: the settings by the names of the options that they stand for; paths are relative to the file.
        rule_sets: the sets that can be chosen by name.
    """

    path: Path | None = None
    settings: Mapping[str, Any] = attrs.field(factory=dict)
    rule_sets: Mapping[str, RuleSet] = attrs.field(factory=dict)

    def chosen(self, names: Iterable[str]) -> tuple[RuleSet, ...]:
        """The rule sets of some names.

        Raises:
            ConfigurationError: there is none of a name.
        """
        missing = [name for name in names if name not in self.rule_sets]
        if missing:
            known = "、".join(self.rule_sets) or "无"
            place = str(self.path or OWN_FILE)
            raise ConfigurationError(
                f"there is no rule set {missing[0]!r}; {place} has {', '.join(self.rule_sets) or 'none'}",
                f"没有名为“{missing[0]}”的规则集；{place}中有：{known}",
            )
        return tuple(self.rule_sets[name] for name in names)


def find_configuration(start: Path) -> Path | None:
    """The nearest settings file in a folder or the folders above it; None where there is none.

    Raises:
        ConfigurationError: a folder has settings in both files.
    """
    for folder in (start, *start.parents):
        own, project = folder / OWN_FILE, folder / PROJECT_FILE
        in_project = _is_file(project) and _project_table(project, strict=_names_us(project)) is not None
        if _is_file(own) and in_project:
            raise faulty(own, f"{PROJECT_FILE}中还有[{PROJECT_TABLE}]", f"{PROJECT_FILE} has [{PROJECT_TABLE}] too")
        if _is_file(own):
            return own
        if in_project:
            return project
    return None


def load_configuration(path: Path) -> Configuration:
    """Read a settings file; of ``pyproject.toml`` only its table ``[tool.govinfo]``.

    Raises:
        ConfigurationError: the file cannot be read, or says something that is not known or of the wrong type.
    """
    if path.name == PROJECT_FILE:
        table = _project_table(path, strict=True)
        if table is None:
            raise faulty(path, f"没有[{PROJECT_TABLE}]", f"it has no [{PROJECT_TABLE}]")
    else:
        table = read_toml(path)
    settings = {key: _checked(path, key, value, _KEYS) for key, value in table.items() if key != "rule-sets"}
    sets = _table(path, "rule-sets", table.get("rule-sets", {}))
    return Configuration(path, settings, {name: _rule_set(path, name, entry) for name, entry in sets.items()})


def _rule_set(path: Path, name: str, entry: object) -> RuleSet:
    where = f"rule-sets.{name}"
    table = _table(path, where, entry)
    values = {key: _checked(path, key, value, _SET_KEYS, where) for key, value in table.items()}
    return RuleSet(
        tuple(values.get("extend-select", ())), tuple(values.get("ignore", ())), dict(values.get("severity", {}))
    )


def _project_table(path: Path, *, strict: bool) -> dict[str, Any] | None:
    """The project's own table; a broken file is passed over unless it was asked for or names the table."""
    try:
        table = read_toml(path).get("tool", {})
    except ConfigurationError:
        if strict:
            raise
        return None
    found = table.get("govinfo") if isinstance(table, dict) else None
    return None if found is None else _table(path, PROJECT_TABLE, found)


def _names_us(path: Path) -> bool:
    """Tell whether a file seems to have settings of ours, also where it is broken."""
    try:
        return PROJECT_TABLE.encode() in path.read_bytes()
    except OSError:
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _text(value: object) -> bool:
    return isinstance(value, str)


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)


def _one_of(*words: str) -> _Shape:
    return (lambda value: value in words, f"{'、'.join(words)}之一", f"one of {', '.join(words)}")


def _severities(value: object) -> bool:
    return isinstance(value, dict) and all(level in SEVERITIES for level in value.values())


_IDS: _Shape = (_texts, '规则编号的列表，如["A", "N01"]', 'a list of rule ids such as ["A", "N01"]')
_NAMES: _Shape = (_texts, "文字的列表", "a list of texts")
_WORD: _Shape = (_text, "一段文字", "a text")
_LEVELS: _Shape = (
    _severities,
    f"规则与{'、'.join(SEVERITIES)}的对照表",
    f"a table of rules and {', '.join(SEVERITIES)}",
)
_SET_KEYS: Mapping[str, _Shape] = {"extend-select": _IDS, "ignore": _IDS, "severity": _LEVELS}
_KEYS: Mapping[str, _Shape] = {
    **_SET_KEYS,
    "select": _IDS,
    "rule-set": _NAMES,
    "fail-level": _one_of(*SEVERITIES, NEVER),
    "baseline": _WORD,
    "labels": _NAMES,
    "output-format": _WORD,
    "lang": _one_of("zh", "en"),
    "parser": _WORD,
}
_PATHS = frozenset({"baseline", "labels"})
"""Settings that are paths."""


def _checked(path: Path, key: str, value: object, keys: Mapping[str, _Shape], where: str = "") -> Any:
    name = f"{where}.{key}" if where else key
    if key not in keys:
        near = difflib.get_close_matches(key, keys, n=1)
        hint, zh_hint = (f"; {near[0]!r} is meant?", f"，是否为“{near[0]}”") if near else ("", "")
        raise faulty(
            path,
            f"没有设置项“{name}”{zh_hint}（可用：{'、'.join(keys)}）",
            f"there is no setting {name!r}{hint} ({', '.join(keys)})",
        )
    fits, zh, en = keys[key]
    if not fits(value):
        raise faulty(path, f"“{name}”应为{zh}", f"{name!r} must be {en}")
    if key not in _PATHS:
        return value
    return [str(path.parent / entry) for entry in value] if isinstance(value, list) else str(path.parent / str(value))


def _table(path: Path, name: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise faulty(path, f"“{name}”应为一个表", f"{name!r} must be a table")
    return value
