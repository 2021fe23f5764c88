"""Findings and the catalogue of rule ids."""

from govinfo.findings.catalogue import (
    BASES,
    FAMILIES,
    RuleSpec,
    catalogue,
    load_catalogue,
    not_assessable,
    of_own_form,
    prescribing,
    spec,
)
from govinfo.findings.model import (
    SEVERITIES,
    SEVERITY_WORDS,
    Change,
    Finding,
    NotAssessable,
    Related,
    Repair,
    Severity,
    Text,
    Value,
)

__all__ = [
    "BASES",
    "FAMILIES",
    "SEVERITIES",
    "SEVERITY_WORDS",
    "Change",
    "Finding",
    "NotAssessable",
    "Related",
    "Repair",
    "RuleSpec",
    "Severity",
    "Text",
    "Value",
    "catalogue",
    "load_catalogue",
    "not_assessable",
    "of_own_form",
    "prescribing",
    "spec",
]
