"""Is a reading right?  What every file with an expectation has to show, for authors of plugins.

A case is a file and an expectation beside it: ``page.html`` and ``page.expected.json``.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import attrs

import govinfo
from govinfo.cells import Cell
from govinfo.contracts import Hint
from govinfo.document import Document, Grid, Paragraph
from govinfo.errors import ConfigurationError, GovinfoError
from govinfo.forms import official_forms
from govinfo.interchange import json_text
from govinfo.registry import Registry
from govinfo.report import Report
from govinfo.source import Source
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed

SUFFIX = ".expected.json"
"""Ending of an expectation; what stands before it is the name of the file without its own suffix."""

VERSION = 1

MAX_SECONDS = 20.0
"""Longest time that any file may take, in seconds of processor time."""

_FAILED = " of plugin "
"""What the message of X23 holds, also where it is the reason why nothing was read."""

FLIPS = 24
"""So many damaged copies of a file are tried beside the truncated ones."""

ATTRIBUTES = ("form", "title", "agency", "year", "published", "index_number", "document_number")


@attrs.frozen
class Case:
    """A file and its expectation.

    Attributes:
        source: the file.
        expectation: the path of the expectation, which may not exist yet.
    """

    source: Path
    expectation: Path

    def expected(self) -> dict[str, Any]:
        """The expectation.

        Raises:
            ConfigurationError: it is missing or of another version.
        """
        try:
            found = json.loads(self.expectation.read_text("utf-8"))
        except FileNotFoundError:
            raise ConfigurationError(
                f"{self.source}: there is no expectation; run `govinfo cases generate` and read it through",
                f"{self.source}：没有预期结果；请运行govinfo cases generate，并逐项核对",
            ) from None
        except (OSError, ValueError) as error:
            raise ConfigurationError(f"{self.expectation}: {error}", f"{self.expectation}：{error}") from error
        if not isinstance(found, dict) or found.get("version") != VERSION:
            raise ConfigurationError(
                f"{self.expectation}: version {VERSION} is due", f"{self.expectation}：版本应为{VERSION}"
            )
        return found


def find_cases(paths: Iterable[Path], registry: Registry | None = None) -> list[Case]:
    """The cases of some files and folders: every file whose suffix a reader knows, hidden ones left out.

    Raises:
        ConfigurationError: two files of a folder would share an expectation.
    """
    suffixes = {suffix for reader in (registry or Registry.default()).readers for suffix in reader.suffixes}
    cases: dict[Path, Case] = {}
    for path in paths:
        inside = sorted(_files(path)) if path.is_dir() else [path]
        for file in inside:
            if file.name.endswith(SUFFIX) or (path.is_dir() and file.suffix.lower() not in suffixes):
                continue
            case = Case(file, file.with_name(file.stem + SUFFIX))
            other = cases.setdefault(case.expectation, case)
            if other.source != file:
                raise ConfigurationError(
                    f"{file} and {other.source} have the same expectation; rename one of them",
                    f"{file}和{other.source}的预期结果文件同名，请改名",
                )
    return list(cases.values())


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder and those below it, hidden ones left out."""
    for file in folder.rglob("*"):
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts):
            yield file


def expectation_of(case: Case, registry: Registry | None = None) -> str:
    """The text of the expectation that a file as it is read now would have.

    Raises:
        GovinfoError: the file cannot be read.
    """
    return json_text(_expectation(case, _parse(case, registry)), indent=1) + "\n"


def differences(case: Case, registry: Registry | None = None) -> list[str]:
    """What is otherwise than expected, cell by cell; empty where nothing is.

    Raises:
        ConfigurationError: there is no expectation.
    """
    expected = case.expected()
    try:
        report = _parse(case, registry)
    except GovinfoError as error:
        return [f"not recognised: {error}"]
    found = _expectation(case, report)
    if found["sha256"] != expected.get("sha256"):
        return ["the file is not the one that the expectation was written for; generate it again"]
    cells, due = found.pop("cells"), expected.pop("cells", {})
    surplus = [doubt for doubt in report.diagnostics if doubt.rule not in expected.get("diagnostics", ())]
    in_words = {"diagnostics": "".join(f"; {doubt.rule}: {doubt.message()}" for doubt in surplus)}
    shown = [
        f"{key}: {expected.get(key)!r} is due, found {value!r}{in_words.get(key, '')}"
        for key, value in found.items()
        if value != expected.get(key)
    ]
    shown += [
        f"cell {cell}: {due.get(cell)!r} is due, found {value!r}"
        for cell, value in cells.items()
        if value != due.get(cell)
    ]
    shown += [
        f"cell {cell}: {value!r} is due, the form has no such cell" for cell, value in due.items() if cell not in cells
    ]
    return shown


def lost_sources(case: Case, registry: Registry | None = None) -> list[str]:
    """The cells whose raw text does not stand at the place that they name."""
    registry = registry or Registry.default()
    report = _parse(case, registry)
    reader = next(reader for reader in registry.readers if reader.name == report.parser.reader)
    document = reader.read(case.source.read_bytes(), Hint(case.source.name))
    places = _Places.of(document)
    return [
        f"cell {cell.id}: {cell.raw!r} does not stand at {cell.source}"
        for cell in report.cells()
        if not places.has(cell)
    ]


def unsteady(case: Case, registry: Registry | None = None) -> list[str]:
    """What differs between two readings of the same bytes, by path and by content."""
    first, again = _parse(case, registry), _parse(case, registry)
    content = govinfo.parse(case.source.read_bytes(), filename=str(case.source), registry=registry)
    return [
        f"two readings differ: {name}"
        for name, other in (("again", again), ("content instead of path", content))
        if _plain(other) != _plain(first)
    ]


def slow(case: Case, registry: Registry | None = None) -> list[str]:
    """Says so where the file takes longer than `MAX_SECONDS`."""
    start = time.process_time()
    _parse(case, registry)
    seconds = time.process_time() - start
    return [f"it took {seconds:.1f} s, at most {MAX_SECONDS:.0f} s are allowed"] if seconds > MAX_SECONDS else []


def crashes(case: Case, registry: Registry | None = None) -> list[str]:
    """Truncated and damaged copies over which a plugin fails; a report or a `GovinfoError` is no failure.

    The copies are the same in every run.  An exception that isolation does not hold back is raised.
    """
    registry = registry or Registry.default()
    known = set(registry.faults)
    failed = []
    for name, damaged in _damaged(case.source.read_bytes()):
        try:
            report = govinfo.parse(damaged, filename=case.source.name, registry=registry)
        except GovinfoError as error:
            said = [str(error)] if _FAILED in str(error) else []
        else:
            said = [doubt.message() for doubt in report.diagnostics if doubt.rule == "X23" and doubt not in known]
        failed += [f"{name}: {line}" for line in said]
    return failed


def usurped(registry: Registry | None = None) -> list[str]:
    """Reports in the layouts of the built-ins that are no longer won by a built-in parser, or read otherwise."""
    registry = registry or Registry.default()
    alone = Registry.builtin()
    wrong = []
    for form in official_forms():
        report = random_report(form, 1)
        for name, layout in LAYOUTS.items():
            content = layout(printed(report)).encode()
            usual = govinfo.parse(content, registry=alone)
            found = govinfo.parse(content, registry=registry)
            if (found.parser.reader, found.parser.parser) != (usual.parser.reader, usual.parser.parser):
                wrong.append(
                    f"{name}, form {form.id}: read by {found.parser.reader} and {found.parser.parser}"
                    f" instead of {usual.parser.reader} and {usual.parser.parser}"
                )
            elif found.values != usual.values:
                wrong.append(f"{name}, form {form.id}: the cells are read otherwise than without the plugins")
    return wrong


def _parse(case: Case, registry: Registry | None) -> Report:
    return govinfo.parse(case.source, registry=registry)


def _plain(report: Report) -> Report:
    """A report without the name under which it was given."""
    return attrs.evolve(report, parser=attrs.evolve(report.parser, filename=None))


def _expectation(case: Case, report: Report) -> dict[str, Any]:
    values = {name: getattr(report, name) for name in ATTRIBUTES}
    return {
        "version": VERSION,
        "sha256": hashlib.sha256(case.source.read_bytes()).hexdigest(),
        "parser": report.parser.parser,
        **{name: value if value is None or isinstance(value, int) else str(value) for name, value in values.items()},
        "sections": [section.number for section in report.sections if section.heading is not None],
        "diagnostics": sorted(doubt.rule for doubt in report.diagnostics),
        "cells": {cell.id: _value(cell) for cell in report.cells()},
    }


def _value(cell: Cell) -> int | str | dict[str, str]:
    if cell.value is None:
        return {"status": cell.status}
    return f"{cell.value:f}" if isinstance(cell.value, Decimal) else cell.value


def _damaged(data: bytes) -> Iterator[tuple[str, bytes]]:
    yield "empty", b""
    for eighth in range(1, 8):
        yield f"first {eighth}/8", data[: len(data) * eighth // 8]
    chance = Random(len(data))
    for number in range(FLIPS):
        copy = bytearray(data)
        for _ in range(1 + number % 8):
            if copy:
                copy[chance.randrange(len(copy))] = chance.randrange(256)
        yield f"damaged {number}", bytes(copy)
    yield "twice", data + data


@attrs.frozen
class _Places:
    """The texts of a document by their places."""

    exact: dict[Source, str]
    lines: dict[int, list[tuple[int, str]]]

    @classmethod
    def of(cls, document: Document) -> _Places:
        found = cls({}, {})
        for block in document.blocks:
            if isinstance(block, Grid):
                found.exact.update((cell.source, cell.text) for row in block.rows for cell in row)
            elif isinstance(block, Paragraph):
                found.exact[block.source] = block.text
                if block.source.line is not None:
                    start = block.source.column or 1
                    found.lines.setdefault(block.source.line, []).append((start, block.text))
        return found

    def has(self, cell: Cell) -> bool:
        """Tell whether the raw text of a cell stands where its source says; a cell without text needs no place."""
        source = cell.source
        if not cell.raw.strip():
            return True
        if source is None:
            return False
        if source in self.exact and _squeezed(cell.raw) in _squeezed(self.exact[source]):
            return True
        if source.line is None or source.column is None or source.end_column is None:
            return False
        return any(
            text[source.column - start : source.end_column - start] == cell.raw
            for start, text in self.lines.get(source.line, ())
        )


def _squeezed(text: str) -> str:
    return "".join(text.split())
