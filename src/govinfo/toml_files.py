"""TOML files that people write, with errors that they can act on."""

from __future__ import annotations

import re
import tomllib
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from govinfo.errors import ConfigurationError

_PLACE = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)

_HINTS: tuple[tuple[str, str, str], ...] = (
    ("Invalid statement", "names that are not of plain letters go in straight quotes", "中文名称和引号要用英文引号"),
    ("Invalid initial character for a key", "names that are not of plain letters go in quotes", "中文名称要加英文引号"),
    (
        "Cannot overwrite a value",
        "the same name stands there twice; put both into one entry",
        "同一名称写了两次，请合并为一处",
    ),
    ("Cannot declare", "the same part stands there twice; put both into one", "同一部分写了两次，请合并为一处"),
    ("Unescaped '\\'", "write \\\\ for a backslash, or use single quotes", "反斜杠要写两个，或改用单引号"),
    ("Unclosed array", "a bracket is not closed", "方括号没有闭合"),
    ("Invalid value", "texts go in straight quotes", "文字两边要用英文引号，表示是、否用true、false"),
)
"""What the parser of Python's library complains of, and what is to be done."""


def read_toml(file: Path | Traversable, name: str = "") -> dict[str, Any]:
    """Read a file.

    Args:
        file: the file, also one in a package.
        name: what it is called in errors; by default its path.

    Raises:
        ConfigurationError: it cannot be read, or is no TOML in UTF-8.
    """
    name = name or str(file)
    if isinstance(file, Path) and file.exists() and not file.is_file():
        raise faulty(name, "是文件夹或设备，不是文件", "it is a folder or a device, no file")
    try:
        text = file.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise faulty(name, "没有这个文件，请核对路径", "no such file; check the path") from error
    except OSError as error:
        raise faulty(name, f"无法读取（{error.strerror}）", f"it cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise faulty(name, "不是UTF-8编码，请另存为UTF-8", "it is not UTF-8; save it as UTF-8") from error
    return parse_toml(text, name)


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """Read a text.

    Args:
        text: the TOML.
        name: what the file is called in errors.

    Raises:
        ConfigurationError: it is no TOML.
    """
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise faulty(name, "嵌套过深", "it is nested too deeply") from error
    except tomllib.TOMLDecodeError as error:
        hint = next((hint for hint in _HINTS if str(error).startswith(hint[0])), None)
        place = _PLACE.fullmatch(str(error))
        zh = "不是正确的TOML"
        if place:
            zh += f"，第{place['line']}行第{place['column']}列有误" if place["line"] else "，文件末尾有误"
        zh += f"：{hint[2]}" if hint else f"：{place['what'] if place else error}"
        raise faulty(name, zh, f"it is not TOML: {error}" + (f"; {hint[1]}" if hint else "")) from error


def faulty(name: Path | str, zh: str, en: str) -> ConfigurationError:
    """The error that says what is wrong with a file."""
    return ConfigurationError(f"{name}: {en}", f"{name}：{zh}")
