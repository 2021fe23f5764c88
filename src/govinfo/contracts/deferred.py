"""Functions that are imported when they are first called."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cached_property
from typing import Any

import attrs

from govinfo.errors import MissingExtra


@attrs.frozen(slots=False)
class Deferred:
    """A function named ``"package.module:function"`` that is imported when it is first called.

    Attributes:
        target: the function.
        extra: the extra of govinfo that installs what the module needs; None where the base does.
        given: arguments that it gets before those of each call.
    """

    target: str
    extra: str | None = None
    given: tuple[Any, ...] = ()

    @cached_property
    def function(self) -> Callable[..., Any]:
        """The function itself.

        Raises:
            MissingExtra: a package of the extra is not installed.
        """
        module, _, name = self.target.partition(":")
        try:
            found: Callable[..., Any] = getattr(importlib.import_module(module), name)
        except ModuleNotFoundError as error:
            if self.extra is None:
                raise
            command = f'pip install "govinfo[{self.extra}]"'
            raise MissingExtra(
                f"this format needs the package {error.name}, which is not installed; run: {command}",
                f"处理这种格式需要安装{error.name}；请运行：{command}",
            ) from error
        return found

    def __call__(self, *arguments: Any) -> Any:
        """Call it."""
        return self.function(*self.given, *arguments)
