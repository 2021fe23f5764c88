"""Writer: a check sheet, one web page that needs nothing but itself: no script, no network.

It shows each report as it is printed, with the faulty places marked, and each finding with what was read there.
"""

from __future__ import annotations

from functools import cache
from typing import IO

import jinja2
from markupsafe import Markup

from govinfo.assessment import Results
from govinfo.document.own import GENERATOR, MARK
from govinfo.findings import SEVERITIES, SEVERITY_WORDS
from govinfo.text.visible import visible
from govinfo.writers.findings.sheet.view import view_of
from govinfo.writers.findings.sheet.words import WORDS
from govinfo.writers.findings.words import PARTS

_ICONS = {"error": "✕", "warning": "▲", "info": "●"}
"""Shapes of the severities, so that colour is never the only difference."""


def write(results: Results, stream: IO[bytes]) -> None:
    """Write the sheet; every text is escaped, control characters are shown as escapes."""
    language = results.language
    page = _template().render(
        language="zh-CN" if language == "zh" else "en",
        words={name: text(language) for name, text in (*WORDS.items(), *PARTS.items())},
        severities=SEVERITIES,
        severity_words={severity: text(language) for severity, text in SEVERITY_WORDS.items()},
        icons=_ICONS,
        reports=[view_of(entry, number, results) for number, entry in enumerate(results.checked, 1)],
        unread=[(entry.path, entry.error.message(language)) for entry in results.unread],
        version=results.version,
        generator=GENERATOR,
        mark=MARK,
    )
    stream.write(page.encode())


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("govinfo.writers.findings.sheet"),
        autoescape=True,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    return environment.get_template("sheet.html.j2")


def _harmless(value: object) -> object:
    """Text without anything that could steer what shows it; what the template itself made is left alone."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
