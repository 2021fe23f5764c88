"""The hooks through which everything is contributed, built-ins included.

A plugin is a module (or any object) with functions of these names, marked with `hookimpl` and
announced in the entry-point group ``govinfo``.  Hooks return declarations; govinfo decides who acts.

A hook takes no arguments, and None stands for nothing to give.  Hooks are added and never changed: what needs another
signature gets another name.  A plugin that also runs with a version that does not have a hook yet marks it with
``hookimpl(optionalhook=True)``.
"""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from govinfo.contracts import ComparingRule, FindingsWriter, LabelAlias, Parser, Reader, Rule, Writer
from govinfo.findings import RuleSpec
from govinfo.forms import Form

PROJECT = "govinfo"
"""Name of the entry-point group and of the pluggy project."""

AnyRule = Rule | ComparingRule
"""What the hook for rules takes; an object that is both is refused."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def govinfo_readers() -> Iterable[Reader]:  # type: ignore[empty-body]
    """Readers of file formats; of those that accept a file the surest reads it.

    .. versionadded:: 0.1
    """


@hookspec
def govinfo_parsers() -> Iterable[Parser]:  # type: ignore[empty-body]
    """Parsers of layouts; of those that recognise a document the surest reads it, then by priority and name.

    .. versionadded:: 0.1
    """


@hookspec
def govinfo_labels() -> Iterable[LabelAlias]:  # type: ignore[empty-body]
    """Regional wordings of rows, columns, section headings and fields above the text.

    .. versionadded:: 0.1
    """


@hookspec
def govinfo_rules() -> Iterable[Rule | ComparingRule]:  # type: ignore[empty-body]
    """Rules over one report, and rules that compare a report with others; each is of one of these kinds.

    .. versionadded:: 0.1
    """


@hookspec
def govinfo_rule_specs() -> Iterable[RuleSpec]:  # type: ignore[empty-body]
    """Catalogue entries of the ids that the plugin's rules may give.

    .. versionadded:: 0.1
    """


@hookspec
def govinfo_writers() -> Iterable[Writer]:  # type: ignore[empty-body]
    """Writers of reports, as `govinfo convert` writes them.

    .. versionadded:: 0.1
    """


@hookspec
def govinfo_findings_writers() -> Iterable[FindingsWriter]:  # type: ignore[empty-body]
    """Writers of findings, as `govinfo check` writes them.

    .. versionadded:: 0.1
    """


@hookspec
def govinfo_forms() -> Iterable[Form]:  # type: ignore[empty-body]
    """Further forms.

    .. versionadded:: 0.1
    """
