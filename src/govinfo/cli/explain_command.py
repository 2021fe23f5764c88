"""govinfo explain."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
from rich.console import Console

from govinfo.cli.helping import Command
from govinfo.cli.language import Language
from govinfo.cli.options import language_option
from govinfo.cli.registry_options import plugin_options, tell_faults
from govinfo.cli.usage import WrongUsage
from govinfo.cli.words import WORDS
from govinfo.errors import SelectionError
from govinfo.findings import BASES, FAMILIES, SEVERITY_WORDS, RuleSpec, Text
from govinfo.forms import ANNUAL_REPORT
from govinfo.registry import Registry

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


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
        family = (rule or "")[:1].upper()
        known = [found for found in specs if found[:1] == family]
        raise SelectionError(
            f"there is no rule {rule!r}; "
            + (f"family {family} has {', '.join(known)}, and " if known else "")
            + "`govinfo explain --list` shows them all",
            f"没有规则“{rule}”；"
            + (f"{family}类有{'、'.join(known)}，" if known else "")
            + "用 govinfo explain --list 查看全部规则",
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
        f"{word['message']}{_template(entry.template, language)}",
        f"{word['why']}{entry.why(language)}",
        f"{word['fix']}{_template(entry.fix, language)}",
    ]
    return "\n".join([*lines, f"* {word['local']}"] if entry.local else lines)


def _template(template: Text, language: Language) -> str:
    """A text with room for values, which have English names; Chinese readers tell them from the words around."""
    return _PLACEHOLDER.sub("…", template.zh) if language == "zh" else template.en


def _scope(entry: RuleSpec, language: Language) -> str:
    """Of which forms or documents, and of which years, the reports are that a rule is for."""
    if entry.forms:
        reports = [WORDS["form"](language).format(form) for form in entry.forms]
    elif entry.kinds and ANNUAL_REPORT not in entry.kinds:
        reports = [WORDS["kind"](language).format(kind) for kind in entry.kinds]
    else:
        reports = [WORDS["every form"](language)]
    return WORDS["and"](language).join([*reports, *_years(entry, language)])


def _years(entry: RuleSpec, language: Language) -> Iterator[str]:
    first, last = entry.first_year, entry.last_year
    if first or last:
        kind = "from year" if not last else "until year" if not first else "years"
        yield WORDS[kind](language).format(first=first, last=last)
