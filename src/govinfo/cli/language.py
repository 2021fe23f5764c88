"""Language of the command line's own words."""

from __future__ import annotations

import locale
import os
from typing import Literal

Language = Literal["zh", "en"]


def default_language() -> Language:
    """Chinese where ``GOVINFO_LANG`` or else the locale says so, English otherwise."""
    for variable in ("GOVINFO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    name = locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"
