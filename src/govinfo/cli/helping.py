"""Commands whose help is in the language of the user; their texts stand in ``data/help.toml``."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator

import click

from govinfo.cli.language import language_of
from govinfo.text.width import width_of

_PIECE = re.compile(r"[（“‘《]*(?:\[[^\]]*\]|[!-~]+|\S)[，。；：、？！）”’》]*\s*")
"""What no line end divides: brackets, a word of Latin letters, or a Chinese character, with the punctuation around."""

_HEADS = {"Options": "选项：", "Commands": "命令："}
_USAGE = {"[OPTIONS]": "[选项]", "COMMAND": "命令", "[ARGS]": "[参数]"}
_EXTRAS = {"default: ": "默认：", "required": "必填"}


def folded(text: str, width: int) -> list[str]:
    """Break a text into lines of so many columns, of which a Chinese character takes two."""
    lines = [""]
    for piece in _PIECE.findall(" ".join(text.split())):
        if lines[-1] and width_of(lines[-1]) + width_of(piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


class _Formatter(click.HelpFormatter):
    """Breaks lines where they are full on the screen, whatever they are written in."""

    def write_heading(self, heading: str) -> None:
        self.write(f"{' ' * self.current_indent}{heading if heading.endswith('：') else heading + ':'}\n")

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        paragraphs = (folded(part, self.width - self.current_indent) for part in text.split("\n\n"))
        self.write("\n\n".join("\n".join(indent + line for line in lines) for lines in paragraphs) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        listed = list(rows)
        first = min(max(len(term) for term, _ in listed), col_max) + col_spacing
        indent = " " * self.current_indent
        for term, text in listed:
            lines = folded(text, max(self.width - self.current_indent - first, 10))
            if len(term) > first - col_spacing:
                lines = ["", *lines]
            heads = [term.ljust(first), *[" " * first] * (len(lines) - 1)]
            whole = [f"{indent}{head}{line}".rstrip() for head, line in zip(heads, lines, strict=True)]
            self.write("\n".join(whole) + "\n")


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command without texts of its own."""

    context_class = _Context

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how it is called."""
        if language_of(ctx) != "zh":
            super().format_usage(ctx, formatter)
            return
        pieces = _replaced(" ".join(self.collect_usage_pieces(ctx)), _USAGE)
        formatter.write_usage(ctx.command_path, pieces, prefix="用法：")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what it is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_told("command_text", path_of(ctx), language_of(ctx)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each of its options is for."""
        with formatter.section(_head("Options", ctx)):
            formatter.write_dl(list(self._options(ctx)))

    def _options(self, ctx: click.Context) -> Iterator[tuple[str, str]]:
        language = language_of(ctx)
        for option in self.get_params(ctx):
            record = option.get_help_record(ctx)
            if record is None or not isinstance(option, click.Option):
                continue
            extras = "" if option.help else record[1]
            shown = _replaced(extras, _EXTRAS) if language == "zh" else extras
            text = _told("option_text", path_of(ctx), max(option.opts, key=len), language)
            yield record[0], f"{text} {shown}".rstrip()


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what its options and its commands are for."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each of its commands is for."""
        language = language_of(ctx)
        paths = {name: f"{path_of(ctx)} {name}".strip() for name in self.list_commands(ctx)}
        with formatter.section(_head("Commands", ctx)):
            formatter.write_dl([(name, _told("short_text", path, language)) for name, path in paths.items()])


def path_of(ctx: click.Context) -> str:
    """The name of a command behind that of the program, e.g. ``cases check``."""
    return ctx.command_path.partition(" ")[2]


def _told(function: str, *arguments: str) -> str:
    """A text from `govinfo.cli.help_texts`, which is loaded where help is asked for and nowhere else."""
    text: str = getattr(importlib.import_module("govinfo.cli.help_texts"), function)(*arguments)
    return text


def _head(word: str, ctx: click.Context) -> str:
    return _HEADS[word] if language_of(ctx) == "zh" else word


def _replaced(text: str, words: dict[str, str]) -> str:
    for english, chinese in words.items():
        text = text.replace(english, chinese)
    return text
