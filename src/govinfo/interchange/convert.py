"""Reports to JSON and back."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from cattrs import BaseValidationError, Converter, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.preconf.json import make_converter

from govinfo.cells import Cell, Cells, as_cells
from govinfo.collection.given import one_report
from govinfo.errors import ArgumentError, InterchangeError
from govinfo.findings import Text
from govinfo.report import Report

SCHEMA_VERSION = 1
"""Version of the JSON form.  A new version may add keys; old keys keep their meaning."""

CELLS_KEY = "cells"
"""Key of the cells, which the class calls `Report.all_cells`."""

DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?")
"""How money is written."""

_STEERING = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")

_NUMBER = {int, Decimal, type(None)}


def to_json(report: Report, *, indent: int | None = None) -> str:
    """Write a report as JSON.

    Money is a string with a decimal number, so that nothing is lost; keys with no value are left out.

    Raises:
        ArgumentError: it is no report, or the indent is no whole number.
    """
    _expect(indent, (int, NoneType), Text("缩进的空格数（整数）", "a whole number of blanks to indent by"))
    return json_text(report_to_dict(one_report(report)), indent=indent)


def json_text(value: object, *, indent: int | None = None) -> str:
    """Plain values as JSON text; characters that could steer a terminal are escaped, and nothing is lost."""
    text = json.dumps(_printable(value), ensure_ascii=False, indent=indent, allow_nan=False)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def report_to_dict(report: Report) -> dict[str, Any]:
    """The report as plain values, ready for JSON."""
    plain: dict[str, Any] = _converter().unstructure(report)
    return {"schema_version": SCHEMA_VERSION, **plain}


def from_json(text: str | bytes) -> Report:
    """Read a report from the JSON that `to_json` wrote.

    Raises:
        ArgumentError: it is no text.
        InterchangeError: the text is no JSON, of another schema version, or not of the right shape.
    """
    due = Text("年报的JSON文本，即govinfo.to_json的结果", "the JSON text of a report, as govinfo.to_json gives it,")
    _expect(text, (str, bytes, bytearray), due)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InterchangeError(f"not JSON: {error}", f"不是JSON：{error}") from error
    if not isinstance(data, dict) or data.get("schema_version") != SCHEMA_VERSION:
        found = data.get("schema_version") if isinstance(data, dict) else type(data).__name__
        raise InterchangeError(
            f"schema version {SCHEMA_VERSION} is due, found {found}; write the report again",
            f"应为第{SCHEMA_VERSION}版的年报JSON，这里是{found}；请重新写出",
        )
    fields = {key: value for key, value in data.items() if key != "schema_version"}
    try:
        return _converter().structure(fields, Report)
    except BaseValidationError as error:
        told = "; ".join(transform_error(error, path="report")).replace("report.all_cells", f"report.{CELLS_KEY}")
        raise InterchangeError(told, f"JSON与年报的结构不符：{told}") from error


def _expect(value: object, kinds: tuple[type, ...], due: Text) -> None:
    if not isinstance(value, kinds):
        kind = type(value).__name__
        raise ArgumentError(f"{due.en} is due, not {kind}", f"这里需要{due.zh}，给出的是{kind}类型的对象")


@cache
def _converter() -> Converter:
    converter = make_converter(omit_if_default=True, forbid_extra_keys=True)
    cells = override(rename=CELLS_KEY)
    converter.register_unstructure_hook(Decimal, str)
    for plain in (str, int):
        converter.register_structure_hook(plain, _exactly)
    converter.register_structure_hook(Cells, lambda value, _: as_cells(_array(value, tuple[Cell, ...], converter)))
    converter.register_unstructure_hook(Cells, lambda cells: converter.unstructure(tuple(cells), tuple[Cell, ...]))
    converter.register_structure_hook_func(_is_array, lambda value, hint: _array(value, hint, converter))
    converter.register_structure_hook_func(lambda hint: set(get_args(hint)) == _NUMBER, _number)
    converter.register_unstructure_hook(
        Report, make_dict_unstructure_fn(Report, converter, _cattrs_omit_if_default=True, all_cells=cells)
    )
    converter.register_structure_hook(
        Report, make_dict_structure_fn(Report, converter, _cattrs_forbid_extra_keys=True, all_cells=cells)
    )
    return converter


def _exactly(value: object, kind: type) -> object:
    """Take a value of just this type; nothing is converted."""
    if type(value) is not kind:
        raise ValueError(f"{value!r} is no {kind.__name__}")
    return value


def _is_array(hint: Any) -> bool:
    return get_origin(hint) is tuple


def _array(value: object, kind: Any, converter: Converter) -> tuple[Any, ...]:
    """Take an array, and nothing else over which one could iterate."""
    if not isinstance(value, list):
        raise TypeError(f"{type(value).__name__} where an array is due")
    element = get_args(kind)[0]
    return tuple(converter.structure(item, element) for item in value)


def _number(value: object, _: object) -> int | Decimal | None:
    if value is None or type(value) is int:
        return value
    if isinstance(value, str) and DECIMAL.fullmatch(value):
        return Decimal(value)
    raise ValueError(f"{value!r} is neither a whole number nor a decimal number in a string")


def _printable(value: Any) -> Any:
    """Escape lone surrogates, which file names may hold and JSON must not."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _printable(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_printable(item) for item in value]
    return value
