"""What a plugin's rules are shown: a report with places of its own, as `Source` can be written into."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from govinfo.report import Report
from govinfo.source import Source, read_only


def shown(report: Report) -> Report:
    """An equal report that shares no place with this one."""
    found: Report = _own(report)
    return found


def _own(value: Any) -> Any:
    if isinstance(value, Source):
        return value.copied()
    if isinstance(value, tuple):
        return tuple(map(_own, value)) if value else value
    if isinstance(value, Mapping):
        return read_only({name: _own(place) for name, place in value.items()})
    changed = {name: inner for name in _fields(type(value)) if (inner := _own(own := getattr(value, name))) is not own}
    return attrs.evolve(value, **changed) if changed else value


def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind)) if attrs.has(kind) else ()
