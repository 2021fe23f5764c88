"""Sphinx configuration; nothing is fetched while the documentation is built."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex

import govinfo

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from generate import write_pages  # noqa: E402 - it stands beside this file

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "govinfo"
author = "The govinfo developers"
project_copyright = "2026, The govinfo developers"
version = release = govinfo.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"govinfo {release}"

myst_heading_anchors = 3
copybutton_prompt_text = r"\$ |>>> "
copybutton_prompt_is_regexp = True
copybutton_only_copy_prompt_lines = True

default_role = "literal"
autodoc_member_order = "bysource"
napoleon_use_ivar = True
python_maximum_signature_line_length = 80

# No inventory of another project is fetched, so names from outside govinfo lead nowhere.
nitpick_ignore_regex = [
    (r"py:.*", r"(collections|datetime|decimal|hypothesis|os|pathlib|types|typing)\..*|array|Bounds"),
]


_SEVERAL_NAMES = regex.compile(r"^( +\w+)(?:, (\w+))+:")


def one_word(*event: Any) -> None:
    """Join names that share a description (``row, cell: ...``), which Sphinx takes for a type and a name.

    Args:
        *event: what autodoc tells of a docstring; its lines come last and are changed in place.
    """
    lines: list[str] = event[-1]
    lines[:] = [_SEVERAL_NAMES.sub(lambda found: found[0].replace(", ", ","), line) for line in lines]


def setup(app: Sphinx) -> None:
    """Write the pages of the rules and the forms before the sources are looked for."""
    app.connect("autodoc-process-docstring", one_word, priority=400)
    write_pages(Path(app.srcdir))
