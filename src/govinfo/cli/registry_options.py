"""Which plugins and wordings a command works with."""

from __future__ import annotations

import functools
import importlib
import importlib.util
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import click

from govinfo.contracts import LabelAlias
from govinfo.errors import ConfigurationError, PluginError
from govinfo.findings import Finding
from govinfo.hooks import hookimpl
from govinfo.isolation import Plugin, guarded
from govinfo.registry import Registry
from govinfo.wordings import misdirected, read_wordings

FILE_MODULE = "govinfo_plugin_file_"
"""Beginning of the name under which a plugin in one file is imported, so that it hides no other module."""


@attrs.frozen
class Wordings:
    """The wordings of files, as a plugin."""

    aliases: tuple[LabelAlias, ...]

    @hookimpl
    def govinfo_labels(self) -> tuple[LabelAlias, ...]:
        """The wordings."""
        return self.aliases


def plugin_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--plugin and --no-plugins, handed on as one `Registry`."""

    @functools.wraps(command)
    def with_registry(*, plugin: tuple[str, ...], no_plugins: bool, **others: Any) -> Any:
        registry = Registry.builtin() if no_plugins else Registry.default()
        if plugin:
            modules = {name: load_plugin(name) for name in plugin}
            registry = registry.with_plugins(*modules.values())
            _all_give(registry, modules)
        return command(registry=registry, **others)

    for option in (
        click.option("--no-plugins", is_flag=True, help="Do without installed plugins."),
        click.option("--plugin", multiple=True, metavar="MODULE", help="Also use a plugin: a module, or a .py file."),
    ):
        option(with_registry)
    return with_registry


def registry_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The same with --labels, for commands that read reports."""

    @functools.wraps(command)
    def with_labels(*, labels: tuple[Path, ...], registry: Registry, **others: Any) -> Any:
        if labels:
            registry = registry.with_plugins(Wordings(_usable(labels, registry)))
        return command(registry=registry, **others)

    click.option(
        "--labels",
        multiple=True,
        type=click.Path(dir_okay=False, path_type=Path),
        help="Also use the regional wordings of a TOML file.",
    )(with_labels)
    return plugin_options(with_labels)


def _all_give(registry: Registry, asked: Mapping[str, ModuleType]) -> None:
    """See that each plugin that was asked for has something to give, or a fault that is told.

    Raises:
        PluginError: one has neither.
    """
    for name, module in asked.items():
        mine = next((plugin for plugin in registry.plugins if plugin.module is module), None)
        if mine and not registry.given_by(mine) and not registry.faults_of(mine):
            raise PluginError(
                f"plugin {name} gives nothing; mark its functions with @govinfo.hookimpl",
                f"插件{name}没有提供任何内容；请用@govinfo.hookimpl标记其中的函数",
            )


def load_plugin(name: str) -> ModuleType:
    """Import a plugin that was asked for.

    Args:
        name: name of a module, or path of a ``.py`` file.

    Raises:
        PluginError: it cannot be imported.
    """
    faults: list[Finding] = []
    call = functools.partial(_from_file, Path(name)) if name.endswith(".py") else functools.partial(_module, name)
    module = guarded(call, Plugin(name, None), "import", faults)
    if module is None:
        raise PluginError(faults[0].message("en"), faults[0].message("zh"))
    return module


def _module(name: str) -> ModuleType:
    return importlib.import_module(name)


def _from_file(path: Path) -> ModuleType:
    name = FILE_MODULE + path.stem
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _usable(files: tuple[Path, ...], registry: Registry) -> tuple[LabelAlias, ...]:
    """The wordings of files; all must be for something that a form has."""
    aliases: list[LabelAlias] = []
    for file in files:
        for alias in read_wordings(file):
            reason = misdirected(alias, registry.forms)
            if reason is not None:
                raise ConfigurationError(f"{file}: the wording {alias.wording!r} cannot be used: {reason}")
            aliases.append(alias)
    return tuple(aliases)
