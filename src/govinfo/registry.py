"""Who contributes what: plugins are collected alone, ordered by name, checked and frozen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from types import MappingProxyType, ModuleType
from typing import Any, TypeVar

import attrs

from govinfo.contracts import Context, FindingsWriter, Parser, Reader, Writer
from govinfo.discovery import BUILTIN, Contributions, collect, installed, listed
from govinfo.errors import ArgumentError, SelectionError
from govinfo.findings import Finding, RuleSpec, catalogue
from govinfo.forms import Form
from govinfo.hooks import AnyRule
from govinfo.isolation import Plugin

_KIND_WORDS = {"parser": "解析器", "writer": "输出格式", "findings writer": "检查结果输出格式"}

T = TypeVar("T")


@attrs.frozen(slots=False, eq=False)
class Registry:
    """All contributions; immutable.

    Attributes:
        plugins: who contributed, built-ins first, then by name.
        contributions: what each hook gave, with its owner.
        faults: findings X23, one for each plugin that failed.
        failed: plugins that could not be imported or registered.
        left_out: installed plugins that are disabled.
        unknown: names in ``GOVINFO_DISABLE_PLUGINS`` that no installed plugin bears.
    """

    plugins: tuple[Plugin, ...]
    contributions: Contributions
    faults: tuple[Finding, ...]
    failed: tuple[Plugin, ...] = ()
    left_out: tuple[Plugin, ...] = ()
    unknown: tuple[str, ...] = ()

    @classmethod
    def default(cls) -> Registry:
        """The registry of the built-ins and of all installed plugins; made once."""
        return _default()

    @classmethod
    def builtin(cls) -> Registry:
        """The registry of the built-ins alone."""
        return _of((BUILTIN,))

    def with_plugins(self, *modules: ModuleType | object) -> Registry:
        """A new registry that also has these modules or objects, e.g. a format in one file."""
        added = tuple(Plugin(str(getattr(module, "__name__", type(module).__name__)), module) for module in modules)
        found = _of((*self.plugins, *added), self.faults)
        failed = (*self.failed, *found.failed)
        return attrs.evolve(found, failed=failed, left_out=self.left_out, unknown=self.unknown)

    @cached_property
    def readers(self) -> tuple[Reader, ...]:
        """The readers."""
        return self._given("govinfo_readers")

    @cached_property
    def parsers(self) -> tuple[Parser, ...]:
        """The parsers."""
        return self._given("govinfo_parsers")

    @cached_property
    def rules(self) -> tuple[AnyRule, ...]:
        """The rules, of one report and comparing ones."""
        return self._given("govinfo_rules")

    @cached_property
    def writers(self) -> tuple[Writer, ...]:
        """The writers of reports."""
        return self._given("govinfo_writers")

    @cached_property
    def findings_writers(self) -> tuple[FindingsWriter, ...]:
        """The writers of findings."""
        return self._given("govinfo_findings_writers")

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """The forms."""
        return self._given("govinfo_forms")

    @cached_property
    def context(self) -> Context:
        """The forms and the regional wordings, which parsers and writers are given."""
        return Context(self.forms, self._given("govinfo_labels"))

    @cached_property
    def catalogue(self) -> Mapping[str, RuleSpec]:
        """The catalogue with the entries of plugins."""
        own = {entry.id: entry for entry in self._given("govinfo_rule_specs")}
        return MappingProxyType({**catalogue(), **own})

    def owned(self, hook: str) -> tuple[tuple[Plugin, Any], ...]:
        """What a hook gave, each with its owner."""
        return self.contributions.get(hook, ())

    @property
    def known(self) -> tuple[Plugin, ...]:
        """All plugins, those that failed and those that are disabled at the end."""
        return (*self.plugins, *self.failed, *self.left_out)

    def given_by(self, plugin: Plugin) -> dict[str, list[str]]:
        """The names of what a plugin gives, by hook; hooks that it does not use are left out."""
        given = {
            hook: [name for owner, item in items if owner == plugin for name in listed(item)]
            for hook, items in self.contributions.items()
        }
        return {hook: names for hook, names in given.items() if names}

    def faults_of(self, plugin: Plugin) -> tuple[Finding, ...]:
        """The findings X23 about a plugin."""
        named = f" of plugin {plugin} failed: "
        return tuple(found for found in self.faults if named in found.message("en"))

    def form(self, form_id: str) -> Form:
        """The form of an id.

        Raises:
            SelectionError: there is none.
        """
        return self.context.form(form_id)

    def parser(self, name: str) -> Parser:
        """The parser of a name.

        Raises:
            SelectionError: there is none.
        """
        return _named(self.parsers, name, "parser", lambda parser: parser.name)

    def writer(self, name: str) -> Writer:
        """The writer of a name.

        Raises:
            SelectionError: there is none.
        """
        return _named(self.writers, name, "writer", lambda writer: writer.name)

    def findings_writer(self, name: str) -> FindingsWriter:
        """The writer of findings of a name.

        Raises:
            SelectionError: there is none.
        """
        return _named(self.findings_writers, name, "findings writer", lambda writer: writer.name)

    def _given(self, hook: str) -> tuple[Any, ...]:
        return tuple(item for _, item in self.owned(hook))


def _named(items: Iterable[T], name: str, kind: str, key: Callable[[T], str]) -> T:
    found = {key(item): item for item in items}
    if name not in found:
        known = sorted(found)
        raise SelectionError(
            f"there is no {kind} {name!r}; known are {', '.join(known) or 'none'}",
            f"没有名为“{name}”的{_KIND_WORDS[kind]}；现有：{'、'.join(known) or '无'}",
        )
    return found[name]


def _of(plugins: tuple[Plugin, ...], before: tuple[Finding, ...] = ()) -> Registry:
    found = collect(plugins, before)
    return Registry(found.plugins, found.contributions, found.faults, found.refused)


@cache
def _default() -> Registry:
    found = installed()
    registry = _of((BUILTIN, *found.plugins), found.faults)
    failed = (*found.failed, *registry.failed)
    return attrs.evolve(registry, failed=failed, left_out=found.left_out, unknown=found.unknown)


def given_or_default(registry: object) -> Registry:
    """The registry that a caller gave, or the default one for None.

    Raises:
        ArgumentError: it is something else.
    """
    if registry is None:
        return Registry.default()
    if isinstance(registry, Registry):
        return registry
    kind = type(registry).__name__
    raise ArgumentError(
        f"a registry is due, not {kind}; give Registry.default() or Registry.builtin(), with further plugins or not",
        f"这里需要Registry，给出的是{kind}类型的对象；请给出Registry.default()或Registry.builtin()",
    )
