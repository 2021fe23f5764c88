"""govinfo doctor."""

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
from govinfo.cli.installation import examine
from govinfo.cli.language import Language
from govinfo.cli.options import language_option
from govinfo.cli.registry_options import plugin_options
from govinfo.cli.words import WORDS
from govinfo.findings import Text as Words
from govinfo.registry import Registry
from govinfo.text.visible import visible

PLAIN_WIDTH = 160
"""Width of a table that is not written to a terminal, in columns."""

_HEADERS: dict[Language, tuple[str, ...]] = {"zh": ("项目", "状态", "说明"), "en": ("what", "state", "remark")}

_WORDS: Mapping[str, Words] = {
    "extra": Words("可选组件 {name}", "extra {name}"),
    "missing": Words("未安装", "missing"),
    "none": Words("未找到", "not found"),
    "soffice": Words(
        "用于转换RTF等格式；可安装，或用环境变量{variable}指明",
        "converts RTF and the like; install it, or name it in {variable}",
    ),
    "language": Words("语言", "language"),
    "encoding": Words("终端编码", "encoding of the console"),
    "escaped": Words("中文会以转义符显示；可设置PYTHONUTF8=1", "Chinese is shown as escapes; set PYTHONUTF8=1"),
    "plugin": Words("插件 {name}", "plugin {name}"),
    "fault": Words("有问题", "faulty"),
    "reads": Words("可读取 {name}", "reads {name}"),
    "writes": Words("可输出 {name}", "writes {name}"),
    "shows": Words("检查结果可输出 {name}", "writes findings as {name}"),
    "yes": Words("可用", "ready"),
    "no": Words("不可用", "not ready"),
}


@click.command("doctor", cls=Command)
@click.option("--output-format", type=click.Choice(["table", "json"]), default="table", show_default=True)
@plugin_options
@language_option
def command(output_format: str, registry: Registry, language: Language) -> None:
    """Show what is installed."""
    found = examine(registry, sys.stdout.encoding, language)
    if output_format == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    console = Console(highlight=False, width=None if sys.stdout.isatty() else PLAIN_WIDTH)
    table = Table()
    for header in _HEADERS[language]:
        table.add_column(header, overflow="fold")
    for row in _rows(found, language):
        table.add_row(*(Text(visible(value)) for value in row))
    console.print(table)


def _rows(found: Mapping[str, Any], language: Language) -> Iterator[tuple[str, str, str]]:
    """What was found, as rows of a table."""
    words = {name: text(language) for name, text in (*WORDS.items(), *_WORDS.items())}
    yield "Python", found["python"], found["executable"]
    yield "govinfo", found["govinfo"], found["location"]
    for extra in found["extras"]:
        versions = (f"{name} {version or words['missing']}" for name, version in extra["packages"].items())
        packages = words["and"].join(versions)
        state = words["yes"] if extra["installed"] else words["missing"]
        remark = packages if extra["installed"] else f"{packages}{words['is']}{extra['install']}"
        yield words["extra"].format(name=extra["name"]), state, remark
    office = found["libreoffice"]
    if office["path"]:
        yield "LibreOffice", office["version"] or "?", office["path"]
    else:
        yield "LibreOffice", words["none"], words["soffice"].format(variable=office["variable"])
    yield words["language"], found["language"], ""
    console = found["console"]
    yield words["encoding"], console["encoding"], "" if console["chinese"] else words["escaped"]
    for plugin in found["plugins"]:
        origin = " ".join(filter(None, (plugin["distribution"], plugin["version"])))
        yield words["plugin"].format(name=plugin["name"]), words["yes"], origin
    for fault in found["faults"]:
        yield words["plugin"].format(name=""), words["fault"], fault
    for reader in found["readers"]:
        state = words["yes" if reader["ready"] else "no"]
        yield words["reads"].format(name=reader["name"]), state, " ".join(reader["suffixes"])
    for writer in found["writers"]:
        yield words["writes"].format(name=writer["name"]), words["yes"], writer["suffix"]
    for writer in found["findings_writers"]:
        yield words["shows"].format(name=writer["name"]), words["yes"], writer["suffix"]
