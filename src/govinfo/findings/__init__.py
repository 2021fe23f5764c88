"""Findings and the catalogue of rule ids."""

from govinfo.findings.catalogue import BASES, FAMILIES, RuleSpec, catalogue, load_catalogue, not_assessable, spec
from govinfo.findings.model import SEVERITIES, Finding, NotAssessable, Severity, Text, Value

__all__ = [
    "BASES",
    "FAMILIES",
    "SEVERITIES",
    "Finding",
    "NotAssessable",
    "RuleSpec",
    "Severity",
    "Text",
    "Value",
    "catalogue",
    "load_catalogue",
    "not_assessable",
    "spec",
]
