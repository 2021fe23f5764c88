"""Asking plugins what they contribute: each alone, so that a fault of one costs one finding and nothing else."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import resources
from importlib.metadata import EntryPoint, entry_points
from importlib.resources.abc import Traversable
from types import MappingProxyType, ModuleType
from typing import Any

import attrs
import pluggy

from govinfo import builtin, hooks
from govinfo.contracts import ComparingRule, Context, FindingsWriter, Hint, LabelAlias, Parser, Reader, Rule, Writer
from govinfo.contracts.declared import declared
from govinfo.document import Document, Paragraph, copied
from govinfo.findings import Finding, RuleSpec, Text, catalogue
from govinfo.forms import Form
from govinfo.hooks import PROJECT
from govinfo.isolation import IMPORT, REGISTRATION, Plugin, fault, guarded
from govinfo.source import Source
from govinfo.text.fold import fold
from govinfo.wordings import FILE, read_wordings, refusals, unusable

DISABLE = "GOVINFO_DISABLE_PLUGINS"
"""Environment variable: names of plugins to leave out, separated by commas; ``*`` for all."""

PROBES = (b"\0" * 64, bytes(range(1, 32)))
"""Contents that begin like no format; a reader that claims one of them claims everything."""

WEATHER = Document((Paragraph("今日多云，偏北风二级。", Source(line=1)), Paragraph("明日有雨。", Source(line=2))))
"""A document that is no report; a parser that claims it, or one without content, claims everything."""

BUILTIN = Plugin("builtin", builtin, PROJECT, foreign=False)
"""The plugin of the built-ins."""

Contributions = Mapping[str, tuple[tuple[Plugin, Any], ...]]
"""What each hook gave, with its owner."""

_Given = tuple[Plugin, Any, tuple[str, ...]]
"""Something that a plugin gave, with the names that nobody else may have."""

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
        unknown: names in `DISABLE` that no plugin bears.
    """

    plugins: tuple[Plugin, ...]
    failed: tuple[Plugin, ...]
    left_out: tuple[Plugin, ...]
    faults: tuple[Finding, ...]
    unknown: tuple[str, ...]


@attrs.frozen
class Collected:
    """What plugins contribute.

    Attributes:
        plugins: those that were registered.
        refused: those that were not.
        contributions: what each hook gave.
        faults: findings about plugins, those from before included.
    """

    plugins: tuple[Plugin, ...]
    refused: tuple[Plugin, ...]
    contributions: Contributions
    faults: tuple[Finding, ...]


def installed() -> Installed:
    """Import the plugins that are announced in the entry-point group, but for those that are disabled."""
    disabled = {name.strip() for name in os.environ.get(DISABLE, "").split(",") if name.strip()}
    loaded: list[Plugin] = []
    failed: list[Plugin] = []
    left_out: list[Plugin] = []
    faults: list[Finding] = []
    for plugin, point in sorted(_announced(), key=lambda entry: (str(entry[0]), entry[1].value)):
        if "*" in disabled or point.name in disabled:
            left_out.append(plugin)
            continue
        module = guarded(point.load, plugin, IMPORT, faults)
        if module is None:
            failed.append(plugin)
        else:
            loaded.append(attrs.evolve(plugin, module=module))
    unknown = disabled - {"*"} - {plugin.name for plugin in (*loaded, *failed, *left_out)}
    return Installed(tuple(loaded), tuple(failed), tuple(left_out), tuple(faults), tuple(sorted(unknown)))


def _announced() -> Iterator[tuple[Plugin, EntryPoint]]:
    for point in entry_points(group=PROJECT):
        name, version = (point.dist.name, point.dist.version) if point.dist else ("", "")
        yield Plugin(point.name, None, name or "", version or ""), point


def collect(plugins: tuple[Plugin, ...], before: tuple[Finding, ...] = ()) -> Collected:
    """Ask each plugin alone; a plugin that fails in any hook costs one finding and gives nothing there."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hooks)
    faults = list(before)
    by_name: dict[str, Plugin] = {}
    for plugin in plugins:
        if plugin.name in by_name:
            other = by_name[plugin.name]
            taken = Text(f"名称已用于{other}", f"the name is taken by {other}")
            faults.append(fault(plugin, REGISTRATION, taken))
        elif isinstance(plugin.module, type):
            reason = Text("给出的是类，应为模块或对象", "it is a class; give a module or an object")
            faults.append(fault(plugin, REGISTRATION, reason))
        elif guarded(partial(manager.register, plugin.module, plugin.name), plugin, REGISTRATION, faults):
            by_name[plugin.name] = plugin
            faults.extend(guarded(partial(_misspelt, manager, plugin), plugin, REGISTRATION, faults) or ())
    contributions: dict[str, tuple[tuple[Plugin, Any], ...]] = {}
    for hook, kinds in _KINDS.items():
        given: list[_Given] = []
        implementations = getattr(manager.hook, hook).get_hookimpls()
        for name, plugin in by_name.items():
            for implementation in implementations:
                if implementation.plugin_name == name:
                    call = partial(_asked, plugin, implementation.function, kinds)
                    given.extend(guarded(call, plugin, hook, faults) or ())
        contributions[hook] = tuple(_unique(given, hook, faults))
    contributions["govinfo_labels"] = tuple(_reachable(by_name.values(), contributions, faults))
    contributions["govinfo_rules"] = tuple(_explained(contributions, faults))
    for hook in ("govinfo_readers", "govinfo_parsers"):
        contributions[hook] = tuple(_particular(hook, contributions, faults))
    faults.extend(_unserved(contributions))
    registered = tuple(by_name.values())
    refused = tuple(plugin for plugin in plugins if not any(plugin is other for other in registered))
    return Collected(registered, refused, MappingProxyType(contributions), tuple(dict.fromkeys(faults)))


def _asked(plugin: Plugin, hook: Callable[[], Iterable[Any] | None], kinds: tuple[type, ...]) -> list[_Given]:
    return [(plugin, item, _names(item)) for item in declared(hook(), kinds)]


def _explained(contributions: Contributions, faults: list[Finding]) -> Iterator[tuple[Plugin, Any]]:
    """The rules all of whose ids the catalogue or their own plugin explains; what nobody can read up is not applied."""
    own = {(owner.name, entry.id) for owner, entry in contributions["govinfo_rule_specs"]}
    known = catalogue()
    for plugin, rule in contributions["govinfo_rules"]:
        missing = [rule_id for rule_id in rule.ids if rule_id not in known and (plugin.name, rule_id) not in own]
        if missing:
            reason = Text(
                f"{'、'.join(missing)}没有规则说明，请用govinfo_rule_specs提供",
                f"no catalogue entry for {', '.join(missing)}; give it with govinfo_rule_specs",
            )
            faults.append(fault(plugin, "govinfo_rules", reason))
        else:
            yield plugin, rule


def _particular(hook: str, contributions: Contributions, faults: list[Finding]) -> Iterator[tuple[Plugin, Any]]:
    """Readers and parsers but for those that claim everything, as they claim what is of no format or no report.

    One that fails here is kept: it fails again, and is told, where there is something to read.
    """
    context = Context(*(tuple(item for _, item in contributions[name]) for name in ("govinfo_forms", "govinfo_labels")))
    ignored: list[Finding] = []
    for plugin, item in contributions[hook]:
        calls = (
            [partial(item.accepts, probe, Hint()) for probe in PROBES]
            if hook == "govinfo_readers"
            else [partial(item.recognise, copied(probe), context) for probe in (Document(()), WEATHER)]
        )
        if plugin is not BUILTIN and any(guarded(call, plugin, hook, ignored) for call in calls):
            reason = Text(
                f"{item.name}什么都认，连没有格式的数据、不是报告的文件也认",
                f"{item.name} claims everything, even content of no format and documents that are no report",
            )
            faults.append(fault(plugin, hook, reason))
        else:
            yield plugin, item


def _reachable(
    plugins: Iterable[Plugin], contributions: Contributions, faults: list[Finding]
) -> Iterator[tuple[Plugin, LabelAlias]]:
    """The wordings of hooks and of files in packages; one that no form can use costs a finding."""
    forms = tuple(form for _, form in contributions["govinfo_forms"])
    given = list(contributions["govinfo_labels"])
    for plugin in plugins:
        aliases = guarded(partial(_packaged, plugin), plugin, FILE, faults)
        given.extend((plugin, alias) for alias in aliases or ())
    reasons = refusals([(str(plugin), alias) for plugin, alias in given], forms)
    told: set[tuple[str, str]] = set()
    for (plugin, alias), reason in zip(given, reasons, strict=True):
        if reason is None:
            yield plugin, alias
        elif (plugin.name, fold(alias.wording)) not in told:
            told.add((plugin.name, fold(alias.wording)))
            faults.append(fault(plugin, "govinfo_labels", unusable(alias, reason)))


def _unserved(contributions: Contributions) -> Iterator[Finding]:
    """Identities of forms that name a rule which nobody gives, so that nobody would evaluate them."""
    served = {rule_id for _, rule in contributions["govinfo_rules"] for rule_id in rule.ids}
    for plugin, form in contributions["govinfo_forms"]:
        for rule_id in dict.fromkeys(identity.rule for identity in form.identities):
            if rule_id not in served:
                problem = Text(
                    f"格式{form.id}的勾稽关系写明规则{rule_id}，但没有这条规则",
                    f"the identities of form {form.id} name {rule_id}, which no rule gives",
                )
                yield fault(plugin, "govinfo_forms", problem)


def _packaged(plugin: Plugin) -> tuple[LabelAlias, ...]:
    """The wordings in the file that a plugin's package holds."""
    file = _file(plugin)
    return read_wordings(file, f"{plugin.name}/{FILE}") if file is not None else ()


def _file(plugin: Plugin) -> Traversable | None:
    """The file of wordings in a plugin's package, where there is one."""
    if not isinstance(plugin.module, ModuleType) or plugin.module.__spec__ is None:
        return None
    if plugin.module.__spec__.submodule_search_locations is None:
        return None
    file = resources.files(plugin.module).joinpath(FILE)
    return file if file.is_file() else None


def _misspelt(manager: pluggy.PluginManager, plugin: Plugin) -> list[Finding]:
    """Hooks that do not exist, functions that bear a hook's name but not its mark, and plugins without any.

    A hook marked with ``optionalhook=True`` may be that of a later version.
    """
    given = {caller.name: caller for caller in manager.get_hookcallers(plugin.module) or ()}
    found: list[Finding] = []
    for name, caller in given.items():
        mine = [each for each in caller.get_hookimpls() if each.plugin_name == plugin.name]
        if not caller.has_spec() and not all(each.optionalhook for each in mine):
            reason = Text(
                f"没有这个接口，现有：{'、'.join(_KINDS)}", f"there is no such hook; the hooks are {', '.join(_KINDS)}"
            )
            found.append(fault(plugin, name, reason))
    unmarked = (name for name in _KINDS if name not in given)
    lacking = Text("函数没有标记@govinfo.hookimpl", "the function lacks the mark @govinfo.hookimpl")
    found.extend(
        fault(plugin, name, lacking) for name in unmarked if callable(inspect.getattr_static(plugin.module, name, None))
    )
    if not given and not found and _file(plugin) is None:
        reason = Text(
            f"既没有标记@govinfo.hookimpl的函数，也没有文件{FILE}，不起作用",
            f"it has neither a function marked with @govinfo.hookimpl nor the file {FILE}, and so gives nothing",
        )
        found.append(fault(plugin, REGISTRATION, reason))
    return found


def _unique(given: list[_Given], hook: str, faults: list[Finding]) -> Iterator[tuple[Plugin, Any]]:
    """Leave out what bears a taken name, and name both owners."""
    owners: dict[str, Plugin] = {}
    if hook == "govinfo_rule_specs":
        owners = dict.fromkeys(catalogue(), BUILTIN)
    for plugin, item, names in given:
        taken = next((name for name in names if name in owners), None)
        if taken is not None:
            reason = Text(f"名称“{taken}”已用于{owners[taken]}", f"the name {taken!r} is taken by {owners[taken]}")
            faults.append(fault(plugin, hook, reason))
            continue
        owners.update(dict.fromkeys(names, plugin))
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
