"""Beginning a plugin: the template as a folder of its own, with tests that pass.

The folder ``template`` is also a template of copier; here it is rendered with jinja2 alone, which works offline.
"""

from __future__ import annotations

import keyword
import re
import sys
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, get_args

import jinja2

from govinfo.errors import ConfigurationError
from govinfo.hooks import PROJECT

Kind = Literal["words", "layout", "form", "reader", "rule", "writer"]
"""What a plugin gives: wordings, the parser of a layout, a form, the reader of a file format, a rule, or a writer."""

KINDS: tuple[Kind, ...] = get_args(Kind)

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""Name of a distribution whose module has the same name with underscores."""

_SUFFIX = ".jinja"
_COMPILED = "__pycache__"
"""Folder that installers leave beside Python files."""


def new_plugin(name: str, kind: Kind, folder: Path) -> tuple[Path, ...]:
    """Write a plugin that works, to begin with.

    Args:
        name: name of the distribution.
        kind: what the plugin gives.
        folder: where it is written; a folder of that name is made in it.

    Returns:
        The files.

    Raises:
        ConfigurationError: the name cannot be that of a distribution, its module would hide another one, or there
            is such a folder.
    """
    module = name.replace("-", "_")
    taken = module == PROJECT or module in sys.stdlib_module_names or keyword.iskeyword(module)
    if taken or not NAME.fullmatch(name):
        raise ConfigurationError(
            f"{name!r} cannot be the name of a plugin; use small letters, digits and hyphens, as in govinfo-mine",
            f"“{name}”不能用作插件名称；请用小写字母、数字和连字符，如govinfo-mine",
        )
    target = folder / name
    if target.exists():
        raise ConfigurationError(f"{target} is there already; choose another name", f"{target}已经存在；请换一个名称")
    answers = {"name": name, "kind": kind, "module": module}
    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined, keep_trailing_newline=True, autoescape=jinja2.select_autoescape(())
    )
    written = []
    for path, content in _files(resources.files("govinfo.testing").joinpath("template", "project"), ()):
        parts = [environment.from_string(part.removesuffix(_SUFFIX)).render(answers) for part in path]
        if not all(parts):
            continue
        file = target.joinpath(*parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        rendered = path[-1].endswith(_SUFFIX)
        text = environment.from_string(content.decode("utf-8")).render(answers) if rendered else ""
        file.write_bytes(text.encode("utf-8") if rendered else content)
        written.append(file)
    return tuple(written)


def _files(folder: Traversable, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name == _COMPILED:
            continue
        if entry.is_dir():
            yield from _files(entry, (*path, entry.name))
        else:
            yield (*path, entry.name), entry.read_bytes()
