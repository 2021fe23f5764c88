"""govinfo plugins."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govinfo.cli.helping import Command
from govinfo.cli.language import Language
from govinfo.cli.options import language_option
from govinfo.cli.registry_options import registry_options
from govinfo.cli.words import WORDS
from govinfo.findings import Text as Words
from govinfo.registry import Registry
from govinfo.text.visible import visible

PLAIN_WIDTH = 160
"""Width of a table that is not written to a terminal, in columns."""

MOST_NAMES = 12
"""Of more contributions than these only the number is shown in the table."""

_HEADERS: dict[Language, tuple[str, ...]] = {
    "zh": ("插件", "发行包", "状态", "提供"),
    "en": ("plugin", "distribution", "state", "gives"),
}
_HOOKS: Mapping[str, Words] = {
    "govinfo_readers": Words("文件格式", "readers"),
    "govinfo_parsers": Words("版式", "parsers"),
    "govinfo_labels": Words("用语", "wordings"),
    "govinfo_rules": Words("规则", "rules"),
    "govinfo_rule_specs": Words("规则说明", "catalogue entries"),
    "govinfo_writers": Words("输出格式", "writers"),
    "govinfo_findings_writers": Words("检查结果格式", "writers of findings"),
    "govinfo_forms": Words("表格格式", "forms"),
}
_STATES: Mapping[str, Words] = {
    "ready": Words("可用", "ready"),
    "faulty": Words("有问题", "faulty"),
    "left out": Words("已停用", "left out"),
}


@click.command("plugins", cls=Command)
@click.option("--output-format", type=click.Choice(["table", "json"]), default="table", show_default=True)
@registry_options
@language_option
def command(output_format: str, registry: Registry, language: Language) -> None:
    """Show plugins."""
    found = list(_examined(registry, language))
    if output_format == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    console = Console(highlight=False, width=None if sys.stdout.isatty() else PLAIN_WIDTH)
    table = Table()
    for header in _HEADERS[language]:
        table.add_column(header, overflow="fold")
    for plugin in found:
        origin = " ".join(filter(None, (plugin["distribution"], plugin["version"])))
        table.add_row(
            *(
                Text(visible(value))
                for value in (
                    plugin["name"],
                    origin,
                    _STATES[plugin["state"]](language),
                    "\n".join([*_gives(plugin["gives"], language), *plugin["faults"]]),
                )
            )
        )
    console.print(table)


def _examined(registry: Registry, language: Language) -> Iterator[dict[str, Any]]:
    for plugin in registry.known:
        faults = [finding.message(language) for finding in registry.faults_of(plugin)]
        state = "left out" if plugin in registry.left_out else "faulty" if faults else "ready"
        yield {
            "name": plugin.name,
            "distribution": plugin.distribution,
            "version": plugin.version,
            "state": state,
            "gives": registry.given_by(plugin),
            "faults": faults,
        }


def _gives(given: Mapping[str, list[str]], language: Language) -> Iterator[str]:
    for hook, names in given.items():
        word = _HOOKS[hook](language)
        listed = WORDS["and"](language).join(names) if len(names) <= MOST_NAMES else str(len(names))
        yield word + WORDS["is"](language) + listed
