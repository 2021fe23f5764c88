"""What commands and options are for, in both languages."""

from __future__ import annotations

import pkgutil
import re
import tomllib
from functools import cache

_BEHIND = re.compile("[:：；]")
"""Marks behind which a sentence goes into details."""

Texts = dict[str, dict[str, str]]
"""Texts by language, for each name."""


def command_text(command: str, language: str) -> str:
    """What a command is for.

    Args:
        command: its name behind that of the program, e.g. ``cases check``; empty for the program itself.
        language: ``"zh"`` or ``"en"``.
    """
    return help_texts()["commands"][command][language].strip()


def option_text(command: str, option: str, language: str) -> str:
    """What an option is for; where commands differ about it, in this command.

    Args:
        command: see `command_text`.
        option: its long name with the dashes.
        language: ``"zh"`` or ``"en"``.
    """
    options = help_texts()["options"]
    return options.get(f"{command} {option}", options.get(option, {})).get(language, "")


def short_text(command: str, language: str) -> str:
    """The beginning of the first sentence about a command, as a sentence of its own."""
    paragraph = command_text(command, language).split("\n\n")[0]
    return _BEHIND.split(paragraph, maxsplit=1)[0].rstrip("。.") + ("。" if language == "zh" else ".")


@cache
def help_texts() -> dict[str, Texts]:
    """All texts: of commands, and of options."""
    data = pkgutil.get_data("govinfo.cli", "data/help.toml") or b""
    return tomllib.loads(data.decode())
