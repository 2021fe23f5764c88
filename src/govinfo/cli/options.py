"""Options that several commands share."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import attrs
import click
from click.core import ParameterSource

from govinfo.cli.language import current_language, remember_language
from govinfo.cli.output import place_to_write
from govinfo.cli.usage import WrongUsage
from govinfo.configuration import Configuration, find_configuration, load_configuration
from govinfo.findings import SEVERITIES, Severity
from govinfo.selection import plain, split_entries

Command = TypeVar("Command", bound=Callable[..., Any])

EXCLUSIVE = ("--config and --no-config exclude each other", "--config和--no-config不能同时使用")

_OF_CHECK = frozenset({"output-format"})
"""Settings that are for `govinfo check` alone; other commands have an option of the same name."""

CONFIGURATION = "govinfo.configuration"
"""Key of the settings in the context of a command."""


@attrs.frozen
class Rules:
    """Which rules are asked for, as `govinfo.check` takes them, and how grave their findings are."""

    select: tuple[str, ...] | None
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: Mapping[str, Severity]


def language_option(command: Command) -> Command:
    """--lang, by default after the settings file or the locale; and the options that name the settings file."""
    return configuration_options(_language(command))


def _language(command: Command) -> Command:
    return click.option(
        "--lang",
        "language",
        type=click.Choice(["zh", "en"], case_sensitive=False),
        default=current_language,
        callback=remember_language,
    )(command)


def parser_option(command: Command) -> Command:
    """--parser."""
    return click.option("--parser", metavar="NAME")(command)


def output_option(command: Command) -> Command:
    """--output."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, writable=True, path_type=Path),
        callback=writable_output,
    )(command)


def writable_output(_: click.Context, __: click.Parameter, path: Path | None) -> Path | None:
    """The output, if it can be written; see `place_to_write`."""
    if path is not None:
        place_to_write(path)
    return path


def paths_argument(command: Command) -> Command:
    """PATHS: files, folders, or - for standard input."""
    return click.argument("paths", nargs=-1, required=True, metavar="PATH...")(command)


def configuration_options(command: Command) -> Command:
    """--config and --no-config: the file whose settings are the defaults of the other options."""
    command = click.option(
        "--no-config",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_forbid_both,
    )(command)
    return click.option(
        "--config",
        type=click.Path(dir_okay=False, path_type=Path),
        is_eager=True,
        expose_value=False,
        callback=_configure,
    )(command)


def current_configuration() -> Configuration:
    """The settings of the command that is running."""
    found: Configuration = click.get_current_context().meta[CONFIGURATION]
    return found


def _configure(context: click.Context, _: click.Parameter, path: Path | None) -> None:
    """Make the settings of the file the defaults of the command's options."""
    without = _is_given(context, "no_config")
    if without and path is not None:
        raise WrongUsage(*EXCLUSIVE)
    found = None if without else path or find_configuration(Path.cwd())
    configuration = Configuration() if found is None else load_configuration(found)
    context.meta[CONFIGURATION] = configuration
    names = {option.lstrip("-"): parameter.name for parameter in context.command.params for option in parameter.opts}
    decided = {"lang"} if _is_given(context.find_root(), "language") else set[str]()
    context.default_map = {
        str(names[key]): [f"{rule}={level}" for rule, level in value.items()] if isinstance(value, dict) else value
        for key, value in configuration.settings.items()
        if key in names and key not in decided and (key not in _OF_CHECK or context.command.name == "check")
    }


def _forbid_both(context: click.Context, _: click.Parameter, without: bool) -> None:
    if without and _is_given(context, "config"):
        raise WrongUsage(*EXCLUSIVE)


def _is_given(context: click.Context, parameter: str) -> bool:
    return context.get_parameter_source(parameter) is ParameterSource.COMMANDLINE


def baseline_option(command: Command) -> Command:
    """--baseline."""
    return click.option(
        "--baseline",
        type=click.Path(dir_okay=False, path_type=Path),
    )(command)


def rules_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--select, --extend-select, --ignore, --severity and --rule-set, handed on as one `Rules`."""
    ids = functools.partial(click.option, multiple=True, callback=split_ids, metavar="RULES")

    @functools.wraps(command)
    def with_rules(
        *,
        select: tuple[str, ...],
        extend_select: tuple[str, ...],
        ignore: tuple[str, ...],
        severity: tuple[tuple[str, Severity], ...],
        rule_set: tuple[str, ...],
        **others: Any,
    ) -> Any:
        sets = current_configuration().chosen(rule_set)
        levels = {pattern: level for chosen in sets for pattern, level in chosen.severity.items()}
        rules = Rules(
            select or None,
            (*extend_select, *(rule for chosen in sets for rule in chosen.extend_select)),
            (*ignore, *(rule for chosen in sets for rule in chosen.ignore)),
            {**levels, **dict(severity)},
        )
        return command(rules=rules, **others)

    for option in (
        click.option("--rule-set", multiple=True, metavar="NAME"),
        click.option(
            "--severity",
            multiple=True,
            callback=_levels,
            metavar="RULE=LEVEL",
        ),
        ids("--ignore"),
        ids("--extend-select"),
        ids("--select"),
    ):
        option(with_rules)
    return with_rules


def _levels(_: click.Context, __: click.Parameter, entries: tuple[str, ...]) -> tuple[tuple[str, Severity], ...]:
    levels: list[tuple[str, Severity]] = []
    for entry in (part for given in entries for part in split_entries(given)):
        pattern, _equals, level = (piece.strip() for piece in entry.replace("＝", "=").partition("="))
        known = next((severity for severity in SEVERITIES if severity == plain(level).casefold()), None)
        if not pattern or known is None:
            raise WrongUsage(
                f"--severity: {entry!r} is not RULE=LEVEL with a level of {', '.join(SEVERITIES)}",
                f"--severity：“{entry}”应写成“规则=程度”，程度为{'、'.join(SEVERITIES)}之一",
            )
        levels.append((pattern, known))
    return tuple(levels)


def split_ids(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Ids separated by commas, in one or several options."""
    return tuple(part for entry in value for part in split_entries(entry))
