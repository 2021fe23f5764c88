"""Language of the command line's own words."""

from __future__ import annotations

import locale
import os
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

import click

Language = Literal["zh", "en"]


LANGUAGE = "govinfo.language"
"""Key of the language in the context of a command."""


def current_language() -> Language:
    """The language of the command that is running, as far as its options are known; else the default."""
    return language_of(click.get_current_context(silent=True))


def language_of(context: click.Context | None) -> Language:
    """The language of a command, as far as its options are known; else the default."""
    language: Language | None = context.meta.get(LANGUAGE) if context else None
    return language or default_language()


def remember_language(context: click.Context, _: click.Parameter, language: Language | None) -> Language | None:
    """Keep what ``--lang`` says for the messages from now on."""
    if language is not None:
        context.meta[LANGUAGE] = language
    return language


def language_asked_for(arguments: Sequence[str]) -> Language | None:
    """What ``--lang`` says among arguments that are not parsed yet."""
    for here, following in pairwise((*arguments, "")):
        word = following if here == "--lang" else here.removeprefix("--lang=") if here.startswith("--lang=") else ""
        if word.lower() in ("zh", "en"):
            return "zh" if word.lower() == "zh" else "en"
    return None


def default_language() -> Language:
    """Chinese where ``GOVINFO_LANG`` or else the locale says so, English otherwise."""
    for variable in ("GOVINFO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    name = locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"
