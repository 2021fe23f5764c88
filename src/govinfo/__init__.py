"""Read and check 政府信息公开工作年度报告, the annual reports on government information disclosure.

>>> import govinfo
>>> report = govinfo.parse("report.html")           # doctest: +SKIP
>>> report["applications.new.total"].value          # doctest: +SKIP
>>> for finding in govinfo.check(report):           # doctest: +SKIP
...     print(finding.message("zh"))

Names are loaded when they are first used, so that importing the package costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govinfo.assessment import Assessment
    from govinfo.cells import Cell
    from govinfo.checking import assess, assess_all, check
    from govinfo.errors import (
        ArgumentError,
        ConfigurationError,
        FormError,
        GovinfoError,
        InterchangeError,
        MissingExtra,
        NotAReport,
        PluginError,
        SelectionError,
        SourceError,
        UnsupportedFormat,
    )
    from govinfo.explanation import Explanation, explain
    from govinfo.findings import Finding, NotAssessable, RuleSpec
    from govinfo.forms import Form, official_form, official_forms
    from govinfo.hooks import hookimpl
    from govinfo.interchange import from_json, report_schema, to_json
    from govinfo.pipeline import parse
    from govinfo.registry import Registry
    from govinfo.report import Report, Section
    from govinfo.source import Source

__version__ = "0.1.0"

_HOMES = {
    "ArgumentError": "errors",
    "Assessment": "assessment",
    "Cell": "cells",
    "ConfigurationError": "errors",
    "Explanation": "explanation",
    "Finding": "findings",
    "Form": "forms",
    "FormError": "errors",
    "GovinfoError": "errors",
    "InterchangeError": "errors",
    "MissingExtra": "errors",
    "NotAReport": "errors",
    "NotAssessable": "findings",
    "PluginError": "errors",
    "Registry": "registry",
    "Report": "report",
    "RuleSpec": "findings",
    "Section": "report",
    "SelectionError": "errors",
    "Source": "source",
    "SourceError": "errors",
    "UnsupportedFormat": "errors",
    "assess": "checking",
    "assess_all": "checking",
    "check": "checking",
    "explain": "explanation",
    "from_json": "interchange",
    "hookimpl": "hooks",
    "official_form": "forms",
    "official_forms": "forms",
    "parse": "pipeline",
    "report_schema": "interchange",
    "to_json": "interchange",
}

__all__ = [
    "ArgumentError",
    "Assessment",
    "Cell",
    "ConfigurationError",
    "Explanation",
    "Finding",
    "Form",
    "FormError",
    "GovinfoError",
    "InterchangeError",
    "MissingExtra",
    "NotAReport",
    "NotAssessable",
    "PluginError",
    "Registry",
    "Report",
    "RuleSpec",
    "Section",
    "SelectionError",
    "Source",
    "SourceError",
    "UnsupportedFormat",
    "__version__",
    "assess",
    "assess_all",
    "check",
    "explain",
    "from_json",
    "hookimpl",
    "official_form",
    "official_forms",
    "parse",
    "report_schema",
    "to_json",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(importlib.import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
