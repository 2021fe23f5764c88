"""Wrong usage of the command line, told in the language that was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from govinfo.cli.language import current_language

_EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)")


class WrongUsage(click.UsageError):
    """An error of usage with a message in both languages."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(zh if current_language() == "zh" else en)


class _InChinese(click.UsageError):
    """An error of usage whose frame is Chinese as well."""

    def show(self, file: IO[Any] | None = None) -> None:
        if self.ctx is not None:
            usage, path = self.ctx.get_usage(), self.ctx.command_path
            click.echo(f"{usage}\n查看说明：{path} --help\n", file=file, err=file is None)
        click.echo(f"错误：{self.message}", file=file, err=file is None)


@contextmanager
def told() -> Iterator[None]:
    """Errors of usage from inside are told in Chinese where that is the language.

    Raises:
        click.UsageError: what was raised, or the same in Chinese.
    """
    try:
        yield
    except click.UsageError as error:
        if current_language() != "zh" or isinstance(error, _InChinese):
            raise
        raise _InChinese(_in_chinese(error), error.ctx) from error


def _in_chinese(error: click.UsageError) -> str:
    """The message in Chinese; what click says where it says something not met here."""
    match error:
        case click.NoSuchOption():
            near = "、".join(sorted(error.possibilities or ()))
            said = f"没有选项{error.option_name}" + (f"；是否为{near}" if near else "")
        case click.BadOptionUsage():
            said = f"选项{error.option_name}后面" + ("要有内容" if "requires" in error.message else "不能有内容")
        case click.MissingParameter():
            said = f"缺少{_name(error)}"
        case click.BadParameter():
            said = f"{_name(error)}{_demand(error)}"
        case _:
            extra = _EXTRA.search(error.message)
            said = f"多出的内容：{extra[1]}" if extra else error.format_message()
    return said


def _demand(error: click.BadParameter) -> str:
    """What the value of an option or argument must be."""
    match error.param:
        case click.Parameter(type=click.Choice() as choice):
            return f"只能是{'、'.join(map(str, choice.choices))}"
        case click.Parameter(type=click.Path()):
            return "所指的是文件夹，或者不能读写"
    return f"不对：{error.message}"


def _name(error: click.BadParameter) -> str:
    """What the option or the argument is called on the command line."""
    parameter = error.param
    if isinstance(parameter, click.Option):
        return f"选项{max(parameter.opts, key=len)}"
    name = (parameter.metavar or parameter.name or "") if parameter else ""
    return f"参数{name.rstrip('.')}"
