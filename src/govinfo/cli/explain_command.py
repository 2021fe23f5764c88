"""govinfo explain."""

from __future__ import annotations

import click
from rich.console import Console

from govinfo.cli.helping import Command
from govinfo.cli.language import Language
from govinfo.cli.options import language_option
from govinfo.cli.registry_options import plugin_options, tell_faults
from govinfo.cli.usage import WrongUsage
from govinfo.cli.words import WORDS
from govinfo.errors import SelectionError
from govinfo.findings import BASES, FAMILIES, SEVERITY_WORDS, RuleSpec
from govinfo.forms import ANNUAL_REPORT
from govinfo.registry import Registry


@click.command("explain", cls=Command)
@click.argument("rule", required=False)
@click.option("--list", "listed", is_flag=True)
@plugin_options
@language_option
def command(rule: str | None, listed: bool, registry: Registry, language: Language) -> None:
    """Explain a rule."""
    if listed == (rule is not None):
        raise WrongUsage("give a rule, such as A01, or --list", "请写明规则编号，如A01，或用--list列出全部规则")
    tell_faults(registry, language)
    specs = registry.catalogue
    console = Console(soft_wrap=True, highlight=False, markup=False)
    if listed:
        for entry in specs.values():
            mark = " *" if entry.local else ""
            console.print(f"{entry.id}  {SEVERITY_WORDS[entry.severity](language)}  {entry.title(language)}{mark}")
        console.print(f"* {WORDS['local'](language)}")
        return
    asked = specs.get((rule or "").upper())
    if asked is None:
        known = [found for found in specs if found[:1] == (rule or "")[:1].upper()] or list(specs)
        raise SelectionError(
            f"there is no rule {rule!r}; this release has {', '.join(known)}",
            f"没有规则“{rule}”；本版本有：{'、'.join(known)}",
        )
    console.print(explanation(asked, language))


def explanation(entry: RuleSpec, language: Language) -> str:
    """A rule in words."""
    word = {name: text(language) for name, text in WORDS.items()}
    lines = [
        f"{entry.id}  {entry.title(language)}",
        "",
        f"{word['family']}{FAMILIES[entry.id[0]](language)}",
        f"{word['severity']}{SEVERITY_WORDS[entry.severity](language)}",
        f"{word['basis']}{word['and'].join(BASES[basis](language) for basis in entry.basis)}",
        f"{word['applies']}{_scope(entry, language)}",
        f"{word['message']}{entry.template(language)}",
        f"{word['why']}{entry.why(language)}",
        f"{word['fix']}{entry.fix(language)}",
    ]
    return "\n".join([*lines, f"* {word['local']}"] if entry.local else lines)


def _scope(entry: RuleSpec, language: Language) -> str:
    every = WORDS["every form"](language) if not entry.kinds or ANNUAL_REPORT in entry.kinds else ""
    forms = WORDS["and"](language).join(entry.forms) or every or WORDS["and"](language).join(entry.kinds)
    years = ""
    if entry.first_year or entry.last_year:
        years = f", {entry.first_year or ''}–{entry.last_year or ''}"
    return forms + years
