"""What a plugin's rules are shown, and what they may say of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import localcontext
from typing import Any

import attrs

from govinfo.cells import Cells, as_cells
from govinfo.contracts import answers
from govinfo.findings import Finding, NotAssessable
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.source import Source, read_only


def looked_at(
    call: Callable[..., Iterable[Any]], ids: Collection[str], report: Report, form: Form, *together: Any
) -> tuple[Finding | NotAssessable, ...]:
    """What a plugin's rule says, if it is what a rule may say.

    A rule over one report is shown one of its own; what it sets for decimal numbers ends with the call.

    Args:
        call: its `check` or `compare`.
        ids: the ids that it may give.
        report: the report.
        form: the form that its tables follow.
        *together: the collection, for a rule that compares.

    Raises:
        PluginError: it says something else.
    """
    with localcontext():
        return answers.findings(call(report if together else shown(report), form, *together), ids)


def shown(report: Report) -> Report:
    """An equal report that shares no place with this one, as `Source` can be written into."""
    found: Report = _own(report)
    return found


def _own(value: Any) -> Any:
    if isinstance(value, Source):
        return value.copied()
    if isinstance(value, Cells):
        return as_cells(tuple(map(_own, value)))
    if isinstance(value, tuple):
        return tuple(map(_own, value)) if value else value
    if isinstance(value, Mapping):
        return read_only({name: _own(place) for name, place in value.items()})
    changed = {name: inner for name in _fields(type(value)) if (inner := _own(own := getattr(value, name))) is not own}
    return attrs.evolve(value, **changed) if changed else value


def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind)) if attrs.has(kind) else ()
