"""The project's chores: ``nox -l`` lists them, ``nox -s tests`` runs one."""

from __future__ import annotations

import nox

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = ["3.11", "3.12", "3.13"]

nox.options.sessions = ["lint", "types", "tests", "docs"]


def _install(session: nox.Session, *groups: str) -> None:
    session.install("-e", ".[all]", *nox.project.dependency_groups(PROJECT, *groups))


@nox.session
def lint(session: nox.Session) -> None:
    """Style, formatting and the direction of imports."""
    _install(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Types, strictly."""
    _install(session, "lint", "test")
    session.run("mypy")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Tests with coverage; arguments go to pytest."""
    _install(session, "test", "converters")
    session.run("pytest", "-n", "auto", "--dist", "loadfile", "--cov", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation, every warning an error, and its examples."""
    _install(session, "docs", "test")
    session.run("sphinx-build", "-n", "-W", "-b", "html", "docs", "docs/_build/html")
    session.run("pytest", "tests/docs")


@nox.session
def bench(session: nox.Session) -> None:
    """Benchmarks; arguments go to pytest."""
    _install(session, "bench")
    session.run("python", "-m", "pytest", "benchmarks", "--benchmark-only", *session.posargs)


@nox.session(python="3.11")
def fuzz(session: nox.Session) -> None:
    """Coverage-guided fuzzing; arguments go to fuzz/fuzz_parse.py."""
    _install(session, "fuzz")
    session.run("python", "fuzz/fuzz_parse.py", *session.posargs)


@nox.session
def damage(session: nox.Session) -> None:
    """The table of docs/damage.md: what is read right, missed or wrong of damaged reports."""
    _install(session)
    session.run("python", "-m", "govinfo.testing.damage", *session.posargs)


@nox.session
def validator(session: nox.Session) -> None:
    """The page docs/validator.md: which mistakes are found, and which cells are named."""
    _install(session)
    session.run("python", "-m", "govinfo.testing.validator", *session.posargs)


@nox.session
def narratives(session: nox.Session) -> None:
    """The table of docs/narratives.md: how many numbers of labelled passages are read right."""
    _install(session, "test")
    session.run("python", "-m", "tests.facts.narratives", *session.posargs)


@nox.session
def divisions(session: nox.Session) -> None:
    """Compile the divisions from a checkout of yescallop/areacodes (CC0), whose folder is the argument."""
    _install(session)
    session.run("python", "-m", "govinfo.testing.divisions", *session.posargs)
