"""The files that describe the project agree with it."""

import re
from pathlib import Path

import pytest

import govinfo

ROOT = Path(__file__).parents[2]
LINKING = ["README.md", "README.zh.md", "CONTRIBUTING.md", "CHANGELOG.md"]


def test_version_is_the_same_everywhere():
    assert f"version: {govinfo.__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"## [{govinfo.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("name", LINKING)
def test_links_to_files_lead_somewhere(name):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / name).read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def _commands(name):
    return re.findall(r"^```sh\n(.*?)^```", (ROOT / name).read_text("utf-8"), re.MULTILINE | re.DOTALL)


def test_both_readmes_give_the_same_commands():
    check, test = _commands("README.md")
    assert "govinfo check examples/reports" in check
    assert "-m pytest" in test
    assert _commands("README.zh.md") == [check, test]
