"""A folder of cases as a pytest suite: ``pytest_plugins = ["govinfo.testing.plugin"]`` in ``conftest.py``.

Every ``name.expected.json`` is collected as a file with one test for each thing that a reading has to show.  Files
without an expectation are found where the ini option ``govinfo_cases`` names their folders.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from govinfo.errors import GovinfoError
from govinfo.testing.conformance import (
    SUFFIX,
    Case,
    crashes,
    differences,
    find_cases,
    lost_sources,
    slow,
    unsteady,
    usurped,
)

OPTION = "govinfo_cases"
"""Name of the ini option."""


def _usurps(_: Case) -> list[str]:
    return usurped()


CHECKS: dict[str, Callable[[Case], list[str]]] = {
    "expectation": differences,
    "sources": lost_sources,
    "deterministic": unsteady,
    "time": slow,
    "damaged": crashes,
    "built-ins": _usurps,
}
"""The tests of a case by name; ``built-ins`` once a run."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the ini option."""
    parser.addini(OPTION, "folders in which every file that govinfo reads needs an expectation", "paths", [])


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.File | None:
    """Collect expectations, and files without one in the folders of the ini option."""
    if file_path.name.endswith(SUFFIX):
        return CaseFile.from_parent(parent, path=file_path)
    folders = [folder.resolve() for folder in parent.config.getini(OPTION)]
    if any(folder in file_path.resolve().parents for folder in folders):
        known = find_cases([file_path.parent])
        if any(case.source == file_path and not case.expectation.exists() for case in known):
            return CaseFile.from_parent(parent, path=file_path)
    return None


class CaseFile(pytest.File):
    """A case; its tests are those of `CHECKS`."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield the tests."""
        cases = [case for case in find_cases([self.path.parent]) if self.path in (case.source, case.expectation)]
        stash = self.config.stash
        for name, check in CHECKS.items():
            if name == "built-ins":
                if stash.get(_ASKED, False):
                    continue
                stash[_ASKED] = True
            yield CaseItem.from_parent(self, name=name, case=cases[0] if cases else None, check=check)


_ASKED = pytest.StashKey[bool]()


class CaseFailure(Exception):
    """What a case does not show."""


class CaseItem(pytest.Item):
    """One test of a case."""

    def __init__(self, *, case: Case | None, check: Callable[[Case], list[str]], **others: Any) -> None:
        super().__init__(**others)
        self.case = case
        self.check = check

    def runtest(self) -> None:
        """Run it without a network.

        Raises:
            CaseFailure: something is otherwise than it must be.
        """
        if self.case is None:
            raise CaseFailure(f"there is no file beside {self.path.name}")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(socket, "socket", _refuse)
            try:
                found = self.check(self.case)
            except GovinfoError as error:
                raise CaseFailure(str(error)) from error
        if found:
            raise CaseFailure("\n".join(found))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The differences alone, without a traceback of the suite itself."""
        if isinstance(excinfo.value, CaseFailure):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Name the file and the test."""
        return self.path, None, f"{self.path.name}: {self.name}"


def _refuse(*_: object, **__: object) -> NoReturn:
    raise CaseFailure("the plugin opened a socket; govinfo works offline")
