"""Which plugins and wordings a command works with."""

from __future__ import annotations

import functools
import importlib
import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import click

from govinfo.cli.apart import apart
from govinfo.cli.language import Language, default_language
from govinfo.contracts import LabelAlias
from govinfo.discovery import DISABLE
from govinfo.errors import ConfigurationError, PluginError
from govinfo.findings import Finding, Text
from govinfo.hooks import hookimpl
from govinfo.isolation import IMPORT, Plugin, guarded
from govinfo.registry import Registry
from govinfo.text.visible import visible
from govinfo.wordings import read_wordings, refusals, unusable

FILE_MODULE = "govinfo_plugin_file_"
"""Beginning of the name under which a plugin in one file is imported, so that it hides no other module."""


@attrs.frozen
class Wordings:
    """The wordings of files, as a plugin.

    Attributes:
        aliases: the wordings.
        __name__: the names of the files.
    """

    aliases: tuple[LabelAlias, ...]
    __name__: str = "labels"

    @hookimpl
    def govinfo_labels(self) -> tuple[LabelAlias, ...]:
        """The wordings."""
        return self.aliases


def plugin_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--plugin and --no-plugins, handed on as one `Registry`."""

    @functools.wraps(command)
    def with_registry(*, plugin: tuple[str, ...], no_plugins: bool, **others: Any) -> Any:
        with apart():
            registry = Registry.builtin() if no_plugins else Registry.default()
            _tell_unknown(registry)
            for name in plugin:
                registry = _with_plugin(name, registry)
        return command(registry=registry, **others)

    for option in (
        click.option("--no-plugins", is_flag=True),
        click.option("--plugin", multiple=True, metavar="MODULE"),
    ):
        option(with_registry)
    return with_registry


def registry_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The same with --labels, for commands that read reports."""

    @functools.wraps(command)
    def with_labels(*, labels: tuple[Path, ...], registry: Registry, **others: Any) -> Any:
        if labels:
            names = ", ".join(map(str, labels))
            registry = registry.with_plugins(Wordings(_usable(labels, registry), names))
        return command(registry=registry, **others)

    click.option(
        "--labels",
        multiple=True,
        type=click.Path(dir_okay=False, path_type=Path),
    )(with_labels)
    return plugin_options(with_labels)


def tell_faults(registry: Registry, language: Language) -> None:
    """Say on standard error what is wrong with plugins, for commands whose results do not tell it."""
    for found in registry.faults:
        click.echo(f"govinfo: {visible(found.message(language))}", err=True)


def _tell_unknown(registry: Registry) -> None:
    """Say on standard error which names to leave out are those of no plugin: the variable may be set for long."""
    if registry.unknown:
        names = list(map(visible, registry.unknown))
        told = Text(
            f"{DISABLE}中的{'、'.join(names)}不是已安装的插件，不起作用；用govinfo plugins查看已安装的插件",
            f"{DISABLE} names {', '.join(names)}, which no installed plugin is called; `govinfo plugins` shows them",
        )
        click.echo(f"govinfo: {told(default_language())}", err=True)


def _with_plugin(name: str, registry: Registry) -> Registry:
    """The registry with a plugin that was asked for.

    Raises:
        PluginError: it cannot be imported, or not a single hook of it can be used.
    """
    module = load_plugin(name)
    found = registry.with_plugins(module)
    if found.contributions == registry.contributions and found.faults != registry.faults:
        added = [fault for fault in found.faults if fault not in registry.faults]
        raise PluginError("; ".join(fault.message("en") for fault in added), "；".join(f.message("zh") for f in added))
    return found


def load_plugin(name: str) -> ModuleType:
    """Import a plugin that was asked for.

    Args:
        name: name of a module, or path of a ``.py`` file.

    Raises:
        PluginError: it cannot be imported.
    """
    faults: list[Finding] = []
    call = functools.partial(_from_file, Path(name)) if name.endswith(".py") else functools.partial(_module, name)
    module = guarded(call, Plugin(name, None), IMPORT, faults)
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
    """The wordings of files; all must be usable.

    Raises:
        ConfigurationError: one is not.
    """
    given = [(str(file), alias) for file in dict.fromkeys(files) for alias in read_wordings(file)]
    for (file, alias), reason in zip(given, refusals(given, registry.forms), strict=True):
        if reason is not None:
            told = unusable(alias, reason)
            raise ConfigurationError(f"{file}: {told.en}", f"{file}：{told.zh}")
    return tuple(alias for _, alias in given)
