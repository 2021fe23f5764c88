"""Asking plugins what they contribute: each alone, so that a fault of one costs one finding and nothing else."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import resources
from importlib.metadata import entry_points
from types import ModuleType
from typing import Any

import attrs
import pluggy

from govinfo import builtin, hooks
from govinfo.contracts import ComparingRule, FindingsWriter, LabelAlias, Parser, Reader, Rule, Writer
from govinfo.errors import PluginError
from govinfo.findings import Finding, RuleSpec, catalogue
from govinfo.forms import Form
from govinfo.hooks import PROJECT
from govinfo.isolation import Plugin, fault, guarded
from govinfo.wordings import FILE, misdirected, parse_wordings

DISABLE = "GOVINFO_DISABLE_PLUGINS"
"""Environment variable: names of plugins to leave out, separated by commas; ``*`` for all."""

RULE_ID = re.compile(r"[A-WYZ][0-9]{2,3}")
"""Shape of a rule id: a family letter and a number; X is kept for doubts of the reading."""

BUILTIN = Plugin("builtin", builtin, PROJECT)
"""The plugin of the built-ins."""

Contributions = Mapping[str, tuple[tuple[Plugin, Any], ...]]
"""What each hook gave, with its owner."""

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


@attrs.frozen
class Installed:
    """The plugins of the installed distributions.

    Attributes:
        plugins: those that could be imported, by name.
        failed: those that could not.
        left_out: those that are disabled.
        faults: a finding for each that failed.
    """

    plugins: tuple[Plugin, ...]
    failed: tuple[Plugin, ...]
    left_out: tuple[Plugin, ...]
    faults: tuple[Finding, ...]


@attrs.frozen
class Collected:
    """What plugins contribute.

    Attributes:
        plugins: those that were registered.
        contributions: what each hook gave.
        faults: findings about plugins, those from before included.
    """

    plugins: tuple[Plugin, ...]
    contributions: Contributions
    faults: tuple[Finding, ...]


def installed() -> Installed:
    """Import the plugins that are announced in the entry-point group, but for those that are disabled."""
    disabled = {name.strip() for name in os.environ.get(DISABLE, "").split(",") if name.strip()}
    loaded: list[Plugin] = []
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
    return Installed(tuple(loaded), tuple(failed), tuple(left_out), tuple(faults))


def collect(plugins: tuple[Plugin, ...], before: tuple[Finding, ...] = ()) -> Collected:
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
    faults.extend(_not_catalogued(contributions))
    return Collected(tuple(by_name.values()), contributions, tuple(dict.fromkeys(faults)))


def _not_catalogued(contributions: Contributions) -> Iterator[Finding]:
    """Rules of plugins that can never be selected, and entries that no rule stands behind."""
    entries = {*catalogue(), *(entry.id for _, entry in contributions["govinfo_rule_specs"])}
    ids = {rule_id for _, rule in contributions["govinfo_rules"] for rule_id in rule.ids}
    for plugin, rule in contributions["govinfo_rules"]:
        for rule_id in sorted(set(rule.ids) - entries):
            yield fault(plugin, "govinfo_rules", f"{rule_id} has no entry in the catalogue and is never applied")
    for plugin, entry in contributions["govinfo_rule_specs"]:
        if entry.id not in ids:
            yield fault(plugin, "govinfo_rule_specs", f"no rule gives {entry.id}")


def _reachable(
    plugins: Iterable[Plugin], contributions: Contributions, faults: list[Finding]
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
        owners = dict.fromkeys(catalogue(), BUILTIN)
    for plugin, item in given:
        taken = next((name for name in _names(item) if name in owners), None)
        if taken is not None:
            faults.append(fault(plugin, hook, f"the name {taken!r} is taken by {owners[taken]}"))
            continue
        owners.update(dict.fromkeys(_names(item), plugin))
        yield plugin, item


def listed(item: Any) -> tuple[str, ...]:
    """How a contribution is listed."""
    return (f"{item.target}={item.wording}",) if isinstance(item, LabelAlias) else _names(item)


def _names(item: Any) -> tuple[str, ...]:
    """The names that nobody else may have: rule ids, the id of a form or entry, the name of anything else."""
    if isinstance(item, LabelAlias):
        return ()
    if isinstance(item, (Form, RuleSpec)):
        return (item.id,)
    return tuple(item.ids) if isinstance(item, (Rule, ComparingRule)) else (item.name,)
