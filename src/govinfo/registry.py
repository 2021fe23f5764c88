"""Who contributes what: plugins are collected alone, ordered by name, checked and frozen."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, partial
from importlib import resources
from importlib.metadata import entry_points
from types import ModuleType
from typing import Any, TypeVar

import attrs
import pluggy

from govinfo import builtin, hooks
from govinfo.contracts import (
    ComparingRule,
    Context,
    FindingsWriter,
    LabelAlias,
    Parser,
    Reader,
    Rule,
    Writer,
)
from govinfo.errors import PluginError, SelectionError
from govinfo.findings import Finding, RuleSpec, catalogue
from govinfo.forms import Form
from govinfo.hooks import PROJECT, AnyRule
from govinfo.isolation import Plugin, fault, guarded
from govinfo.wordings import FILE, misdirected, parse_wordings

DISABLE = "GOVINFO_DISABLE_PLUGINS"
"""Environment variable: names of plugins to leave out, separated by commas; ``*`` for all."""

_KIND_WORDS = {"parser": "解析器", "writer": "输出格式", "findings writer": "检查结果输出格式"}

RULE_ID = re.compile(r"[A-WYZ][0-9]{2,3}")
"""Shape of a rule id: a family letter and a number; X is kept for doubts of the reading."""

T = TypeVar("T")

_BUILTIN = Plugin("builtin", builtin, PROJECT)

_KINDS: Mapping[str, tuple[type, ...]] = {
    "govinfo_readers": (Reader,),
    "govinfo_parsers": (Parser,),
    "govinfo_labels": (LabelAlias,),
    "govinfo_rules": (Rule, ComparingRule),
    "govinfo_rule_specs": (RuleSpec,),
    "govinfo_writers": (Writer,),
    "govinfo_findings_writers": (FindingsWriter,),
    "govinfo_forms": (Form,),
}
"""What each hook must give, one of these."""


@attrs.frozen(slots=False, eq=False)
class Registry:
    """All contributions; immutable.

    Attributes:
        plugins: who contributed, built-ins first, then by name.
        contributions: what each hook gave, with its owner.
        faults: findings X23, one for each plugin that failed.
        failed: installed plugins that could not be imported.
        left_out: installed plugins that are disabled.
    """

    plugins: tuple[Plugin, ...]
    contributions: Mapping[str, tuple[tuple[Plugin, Any], ...]]
    faults: tuple[Finding, ...]
    failed: tuple[Plugin, ...] = ()
    left_out: tuple[Plugin, ...] = ()

    @classmethod
    def default(cls) -> Registry:
        """The registry of the built-ins and of all installed plugins; made once."""
        return _default()

    @classmethod
    def builtin(cls) -> Registry:
        """The registry of the built-ins alone."""
        return _collect((_BUILTIN,), ())

    def with_plugins(self, *modules: ModuleType | object) -> Registry:
        """A new registry that also has these modules or objects, e.g. a format in one file."""
        added = tuple(Plugin(getattr(module, "__name__", type(module).__name__), module) for module in modules)
        collected = _collect((*self.plugins, *added), self.faults)
        return attrs.evolve(collected, failed=self.failed, left_out=self.left_out)

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
        """What parsers are given."""
        return Context(self.forms, self._given("govinfo_labels"))

    @cached_property
    def catalogue(self) -> Mapping[str, RuleSpec]:
        """The catalogue with the entries of plugins."""
        return {**catalogue(), **{entry.id: entry for entry in self._given("govinfo_rule_specs")}}

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
            hook: [name for owner, item in items if owner == plugin for name in _listed(item)]
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
        known = ", ".join(sorted(found))
        raise SelectionError(
            f"there is no {kind} {name!r}; known are {known or 'none'}",
            f"没有名为“{name}”的{_KIND_WORDS[kind]}；现有：{known or '无'}",
        )
    return found[name]


@cache
def _default() -> Registry:
    disabled = {name.strip() for name in os.environ.get(DISABLE, "").split(",") if name.strip()}
    loaded = [_BUILTIN]
    failed: list[Plugin] = []
    left_out: list[Plugin] = []
    faults: list[Finding] = []
    for point in sorted(entry_points(group=PROJECT), key=lambda point: point.name):
        name, version = (point.dist.name, point.dist.version) if point.dist else ("", "")
        plugin = Plugin(point.name, None, name, version)
        if "*" in disabled or point.name in disabled:
            left_out.append(plugin)
            continue
        module = guarded(point.load, plugin, "import", faults)
        if module is None:
            failed.append(plugin)
        else:
            loaded.append(attrs.evolve(plugin, module=module))
    collected = _collect(tuple(loaded), tuple(faults))
    return attrs.evolve(collected, failed=tuple(failed), left_out=tuple(left_out))


def _collect(plugins: tuple[Plugin, ...], before: tuple[Finding, ...]) -> Registry:
    """Ask each plugin alone; a plugin that fails in any hook costs one finding and gives nothing there."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hooks)
    faults = list(before)
    by_name: dict[str, Plugin] = {}
    for plugin in plugins:
        if plugin.name in by_name:
            faults.append(fault(plugin, "registration", f"the name is taken by {by_name[plugin.name]}"))
        elif guarded(partial(manager.register, plugin.module, plugin.name), plugin, "registration", faults):
            by_name[plugin.name] = plugin
            faults.extend(_misspelt(manager, plugin))
    contributions: dict[str, tuple[tuple[Plugin, Any], ...]] = {}
    for hook, kinds in _KINDS.items():
        given: list[tuple[Plugin, Any]] = []
        implementations = {impl.plugin_name: impl for impl in getattr(manager.hook, hook).get_hookimpls()}
        for name, plugin in by_name.items():
            if name in implementations:
                answer = guarded(partial(_asked, implementations[name].function, kinds), plugin, hook, faults)
                given.extend((plugin, item) for item in answer or ())
        contributions[hook] = tuple(_unique(given, hook, faults))
    contributions["govinfo_labels"] = tuple(_reachable(by_name.values(), contributions, faults))
    return Registry(tuple(by_name.values()), contributions, tuple(dict.fromkeys(faults)))


def _reachable(
    plugins: Iterable[Plugin], contributions: Mapping[str, tuple[tuple[Plugin, Any], ...]], faults: list[Finding]
) -> Iterator[tuple[Plugin, LabelAlias]]:
    """The wordings of hooks and of files in packages; one that no form can use costs a finding."""
    forms = tuple(form for _, form in contributions["govinfo_forms"])
    given = list(contributions["govinfo_labels"])
    for plugin in plugins:
        aliases = guarded(partial(_packaged, plugin), plugin, FILE, faults)
        given.extend((plugin, alias) for alias in aliases or ())
    for plugin, alias in given:
        reason = misdirected(alias, forms)
        if reason is None:
            yield plugin, alias
        else:
            faults.append(fault(plugin, "govinfo_labels", f"the wording {alias.wording!r} cannot be used: {reason}"))


def _packaged(plugin: Plugin) -> tuple[LabelAlias, ...]:
    """The wordings in the file that a plugin's package holds."""
    if not isinstance(plugin.module, ModuleType) or plugin.module.__spec__ is None:
        return ()
    if plugin.module.__spec__.submodule_search_locations is None:
        return ()
    file = resources.files(plugin.module).joinpath(FILE)
    return parse_wordings(file.read_text("utf-8"), f"{plugin.name}/{FILE}") if file.is_file() else ()


def _misspelt(manager: pluggy.PluginManager, plugin: Plugin) -> Iterator[Finding]:
    """Hooks that do not exist, and functions that bear a hook's name but not its mark."""
    given = {caller.name: caller for caller in manager.get_hookcallers(plugin.module) or ()}
    for name, caller in given.items():
        if not caller.has_spec():
            yield fault(plugin, name, f"there is no such hook; the hooks are {', '.join(_KINDS)}")
    for name in _KINDS:
        if name not in given and callable(getattr(plugin.module, name, None)):
            yield fault(plugin, name, "the function lacks the mark @govinfo.hookimpl")


def _asked(implementation: Callable[[], Iterable[Any] | None], kinds: tuple[type, ...]) -> tuple[Any, ...]:
    items = tuple(implementation() or ())
    for item in items:
        if isinstance(item, type) or not isinstance(item, kinds):
            found = f"the class {item.__name__}" if isinstance(item, type) else type(item).__name__
            due = " or ".join(kind.__name__ for kind in kinds)
            raise PluginError(f"gave {found} where an instance of {due} is due")
        if isinstance(item, RuleSpec) and not RULE_ID.fullmatch(item.id):
            raise PluginError(f"{item.id!r} is no rule id: a capital letter but X, and two or three digits")
    return items


def _unique(given: list[tuple[Plugin, Any]], hook: str, faults: list[Finding]) -> Iterator[tuple[Plugin, Any]]:
    """Leave out what bears a taken name, and name both owners."""
    owners: dict[str, Plugin] = {}
    if hook == "govinfo_rule_specs":
        owners = dict.fromkeys(catalogue(), _BUILTIN)
    for plugin, item in given:
        taken = next((name for name in _names(item) if name in owners), None)
        if taken is not None:
            faults.append(fault(plugin, hook, f"the name {taken!r} is taken by {owners[taken]}"))
            continue
        owners.update(dict.fromkeys(_names(item), plugin))
        yield plugin, item


def _listed(item: Any) -> tuple[str, ...]:
    """How a contribution is listed."""
    return (f"{item.target}={item.wording}",) if isinstance(item, LabelAlias) else _names(item)


def _names(item: Any) -> tuple[str, ...]:
    """The names that nobody else may have: rule ids, the id of a form or entry, the name of anything else."""
    if isinstance(item, LabelAlias):
        return ()
    if isinstance(item, (Form, RuleSpec)):
        return (item.id,)
    return tuple(item.ids) if isinstance(item, (Rule, ComparingRule)) else (item.name,)
