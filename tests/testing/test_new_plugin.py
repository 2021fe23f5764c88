"""The template: what it writes is a package whose own tests pass, and copier writes the same."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from govinfo.cli.main import cli
from govinfo.errors import ConfigurationError
from govinfo.testing import new_plugin as module
from govinfo.testing.new_plugin import KINDS, new_plugin
from govinfo.testing.plugin import CHECKS

ROOT = Path(__file__).parents[2]

TESTS = {"rule": 4, "writer": 3}
"""How many tests a plugin begins with that reads no files of its own."""

TEMPLATE = Path(module.__file__).with_name("template")


@pytest.mark.parametrize("kind", KINDS)
def test_a_fresh_plugin_passes_its_own_tests(kind, tmp_path):
    with_plugin = tmp_path / "site"
    files = new_plugin("govinfo-fresh", kind, tmp_path)
    assert all(file.is_file() and "{" not in file.name for file in files)
    folder = tmp_path / "govinfo-fresh"
    command = ["pip", "install", "-q", "--no-deps", "--no-build-isolation", "--no-index", "--target", str(with_plugin)]
    subprocess.run([sys.executable, "-m", *command, str(folder)], check=True)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(with_plugin), str(ROOT / "src")])},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{TESTS.get(kind, len(CHECKS))} passed" in done.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_left_to_fill_in(kind, tmp_path):
    for file in new_plugin("govinfo-fresh", kind, tmp_path):
        text = file.read_text("utf-8")
        assert "{{" not in text
        assert "{%" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_in_order_for_linters_and_strictly_typed(kind, tmp_path):
    pytest.importorskip("mypy", reason="mypy is in the dependency group lint")
    new_plugin("govinfo-fresh", kind, tmp_path)
    own = ["--isolated", "--line-length", "120", "--no-cache"]
    for command in (
        ("ruff", "check", *own, "--extend-select", "ANN,B,D,F,I,N,UP,RUF100", "--ignore", "D203,D213,D401", "."),
        ("ruff", "format", *own, "--check", "."),
        ("mypy", "--strict", "--cache-dir", str(ROOT / ".mypy_cache"), "src", "tests"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=tmp_path / "govinfo-fresh",
            env={**os.environ, "MYPYPATH": str(ROOT / "src")},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_what_installers_leave_in_the_template_is_not_copied(tmp_path, monkeypatch):
    """Without this a plugin begins with compiled files of another folder."""
    copied = tmp_path / "template"
    shutil.copytree(TEMPLATE, copied)
    compiled = copied / "project" / "tests" / "__pycache__"
    compiled.mkdir(exist_ok=True)
    (compiled / "conftest.cpython-311.pyc").write_bytes(b"\0")
    monkeypatch.setattr("govinfo.testing.new_plugin.resources.files", lambda _: tmp_path)
    assert not [file for file in new_plugin("govinfo-fresh", "words", tmp_path) if file.suffix == ".pyc"]


@pytest.mark.parametrize(
    "name", ["", "Mine", "my_plugin", "../mine", "mine-", "1mine", "мое", "govinfo", "json", "class"]
)
def test_other_names_are_refused(name, tmp_path):
    with pytest.raises(ConfigurationError) as caught:
        new_plugin(name, "words", tmp_path)
    assert name in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_nothing_is_overwritten(tmp_path):
    (tmp_path / "govinfo-fresh").mkdir()
    with pytest.raises(ConfigurationError, match="there already"):
        new_plugin("govinfo-fresh", "words", tmp_path)
    assert not list((tmp_path / "govinfo-fresh").iterdir())


def test_on_the_command_line(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["new-plugin", "govinfo-fresh", "--kind", "form", "--lang", "en"])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "govinfo-fresh" / "src" / "govinfo_fresh" / "form.toml").exists()
    assert "next: cd govinfo-fresh" in result.stderr


def test_copier_asks_for_the_same():
    questions = yaml.safe_load((TEMPLATE / "copier.yml").read_text("utf-8"))
    assert questions["_subdirectory"] == "project"
    assert tuple(questions["kind"]["choices"]) == KINDS
    assert {key for key in questions if not key.startswith("_")} == {"name", "kind", "module"}


@pytest.mark.tools
@pytest.mark.skipif(find_spec("copier") is None, reason="copier is not installed")
@pytest.mark.parametrize("kind", KINDS)
def test_copier_writes_the_same(kind, tmp_path):
    ours = {file.relative_to(tmp_path / "govinfo-fresh") for file in new_plugin("govinfo-fresh", kind, tmp_path)}
    theirs = tmp_path / "copied"
    command = ["copier", "copy", "--defaults", "--quiet", "-d", "name=govinfo-fresh", "-d", f"kind={kind}"]
    subprocess.run([sys.executable, "-m", *command, str(TEMPLATE), str(theirs)], check=True)
    assert {file.relative_to(theirs) for file in theirs.rglob("*") if file.is_file()} == ours
    for file in ours:
        assert (theirs / file).read_bytes() == (tmp_path / "govinfo-fresh" / file).read_bytes()
