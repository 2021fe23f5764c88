"""TOML files that people write: settings, wordings, known findings."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from govinfo.errors import ConfigurationError


def read_toml(path: Path) -> dict[str, Any]:
    """Read a file.

    Raises:
        ConfigurationError: it cannot be read, is not UTF-8, or is no TOML; the message names it.
    """
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise faulty(path, f"无法读取（{error.strerror}）", f"it cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise faulty(path, "不是UTF-8编码，请另存为UTF-8", "it is not UTF-8; save it as UTF-8") from error
    return parse_toml(text, path)


def parse_toml(text: str, name: Path | str) -> dict[str, Any]:
    """Read the text of such a file.

    Raises:
        ConfigurationError: it is no TOML; the message names it.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise faulty(name, f"不是正确的TOML：{error}", f"it is not TOML: {error}") from error


def faulty(name: Path | str, zh: str, en: str) -> ConfigurationError:
    """The error that says what is wrong with a file."""
    return ConfigurationError(f"{name}: {en}", f"{name}：{zh}")
