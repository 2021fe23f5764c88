"""The example plugins, each installed beside govinfo as a stranger would install it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples" / "plugins").glob("govinfo-example-*"))
FOUND: dict[str, dict[str, set[str]]] = {
    "govinfo-example-words": {"civil-affairs-2024.txt": set()},
    "govinfo-example-prose": {"city-2024.txt": set(), "city-2025-with-an-error.html": {"A01", "A02", "A03"}},
    "govinfo-example-statistics": {"water-2016.html": set(), "water-2017-with-an-error.txt": {"A14"}},
}
"""The arithmetical faults of the sample reports."""


def installed(package, target):
    command = ["pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--target", str(target)]
    subprocess.run([sys.executable, "-m", *command, str(package)], check=True)
    paths = [str(target), str(ROOT / "src")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}


def own_tests(folder, environment):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda folder: folder.name)
def example(request, tmp_path_factory):
    return request.param, installed(request.param, tmp_path_factory.mktemp("site"))


def test_own_tests_pass(example):
    folder, environment = example
    done = own_tests(folder, environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"\d+ passed", done.stdout)


def test_check_works_without_a_change_in_govinfo(example):
    folder, environment = example
    for name, due in FOUND[folder.name].items():
        report = folder / "tests" / "reports" / name
        command = [sys.executable, "-m", "govinfo", "check", "--output-format", "json", str(report)]
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode in {0, 1}, done.stderr
        rules = set(re.findall(r'"rule": ?"([A-Z][0-9]+)"', json.dumps(json.loads(done.stdout))))
        assert {rule for rule in rules if rule[0] == "A"} == due
        assert not {rule for rule in rules if rule[0] == "X"}, rules


def test_every_sample_has_an_expectation():
    for folder in EXAMPLES:
        reports = [path for path in (folder / "tests" / "reports").iterdir() if path.suffix != ".json"]
        assert {path.name for path in reports} == set(FOUND[folder.name])
        assert all(path.with_name(path.stem + ".expected.json").exists() for path in reports)


def lines_of(folder):
    """The lines of code and of data of a plugin."""
    files = [path for path in (folder / "src").rglob("*") if path.suffix in {".py", ".toml"}]
    counted = {".py": 0, ".toml": 0}
    for path in files:
        counted[path.suffix] += len(path.read_text("utf-8").splitlines())
    return counted[".py"], counted[".toml"]


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_the_documentation_counts_the_lines(folder):
    code, data = lines_of(folder)
    row = rf"^\| `{folder.name}` \|.*\| {code} \| {data} \|$"
    assert re.search(row, (ROOT / "docs" / "plugins.md").read_text("utf-8"), re.MULTILINE), (code, data)


def test_the_parser_of_the_layout_has_less_than_forty_lines():
    assert lines_of(ROOT / "examples" / "plugins" / "govinfo-example-prose")[0] < 40
