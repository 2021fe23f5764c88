"""The JSON Schema of a report, made from the classes themselves."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from govinfo.cells import Cell
from govinfo.interchange.convert import CELLS_KEY, DECIMAL, SCHEMA_VERSION
from govinfo.report import Report

_DECIMAL = {"type": "string", "pattern": f"^{DECIMAL.pattern}$"}
_PLAIN: Mapping[type, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Decimal: _DECIMAL,
    dt.date: {"type": "string", "format": "date"},
    type(None): {"type": "null"},
}
_RENAMED = {"all_cells": CELLS_KEY}
_WRITTEN_AS = {"all_cells": tuple[Cell, ...]}


def report_schema() -> dict[str, Any]:
    """The schema (JSON Schema 2020-12) of what `to_json` writes."""
    definitions: dict[str, Any] = {}
    report = _object(Report, definitions)
    report["properties"] = {"schema_version": {"const": SCHEMA_VERSION}, **report["properties"]}
    report["required"] = ["schema_version", *report["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:govinfo:report:{SCHEMA_VERSION}",
        "title": "govinfo report",
        **report,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type[attrs.AttrsInstance], definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    properties = {}
    required = []
    for field in attrs.fields(cls):
        name = _RENAMED.get(field.name, field.name)
        properties[name] = _schema(_WRITTEN_AS.get(field.name, hints[field.name]), definitions)
        if field.default is attrs.NOTHING:
            required.append(name)
    described = (cls.__doc__ or "").strip().splitlines()[0]
    return {
        "type": "object",
        "description": described,
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if isinstance(hint, type) and attrs.has(hint):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(argument, definitions) for argument in arguments]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _schema(arguments[1], definitions)}
    raise TypeError(f"no schema for {hint!r}")
