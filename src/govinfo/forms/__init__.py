"""The official forms as data: cells with public ids, labels, units, articles, identities."""

from govinfo.forms.loader import load_forms, official_form, official_forms
from govinfo.forms.model import (
    ANNUAL_REPORT,
    MONEY,
    Block,
    CellSpec,
    Column,
    Form,
    Group,
    Heading,
    Identity,
    Label,
    Row,
    RowPlace,
    Table,
    Unit,
)

__all__ = [
    "ANNUAL_REPORT",
    "MONEY",
    "Block",
    "CellSpec",
    "Column",
    "Form",
    "Group",
    "Heading",
    "Identity",
    "Label",
    "Row",
    "RowPlace",
    "Table",
    "Unit",
    "load_forms",
    "official_form",
    "official_forms",
]
