import json
import subprocess
import sys
from importlib.metadata import PackageNotFoundError

import pytest

import govinfo
from govinfo.cli import installation
from govinfo.registry import Registry


@pytest.fixture(autouse=True)
def without_soffice(monkeypatch):
    monkeypatch.setenv("GOVINFO_SOFFICE", "")


def doctor(run, *options):
    ran = run("doctor", "--output-format", "json", *options)
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


@pytest.mark.parametrize(("language", "words"), [("en", ["what", "not found"]), ("zh", ["项目", "未找到"])])
def test_table(run, language, words):
    ran = run("doctor", "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    for word in (*words, "Python", "LibreOffice", govinfo.__version__, ".html", ".doc", "csv"):
        assert word in ran.out


def test_versions_and_formats(run):
    found = doctor(run)
    assert found["python"] == ".".join(map(str, sys.version_info[:3]))
    assert found["govinfo"] == govinfo.__version__
    assert [reader["name"] for reader in found["readers"]] == [reader.name for reader in Registry.default().readers]
    assert {writer["name"] for writer in found["writers"]} >= {"json", "csv", "html"}
    assert {writer["name"] for writer in found["findings_writers"]} >= {"json", "sarif", "html"}
    assert found["plugins"][0]["name"] == "builtin"
    assert found["faults"] == []


def test_extras_are_those_of_the_distribution(run, monkeypatch):
    asked = [
        'pypdfium2<6,>=5; extra == "pdf"',
        'no-such-thing>=1; extra == "pdf"',
        "attrs>=24",
        'govinfo[pdf]; extra == "all"',
    ]
    monkeypatch.setattr(installation, "requires", lambda _name: [*asked, "pytest; extra == 'dev'"])
    dev, pdf = doctor(run)["extras"]
    assert (dev["name"], dev["installed"]) == ("dev", True)
    assert dev["packages"]["pytest"]
    assert (pdf["name"], pdf["installed"]) == ("pdf", False)
    assert pdf["packages"]["no-such-thing"] is None
    assert 'pip install "govinfo[pdf]"' in run("doctor").out


def test_a_source_tree_that_is_not_installed(run, monkeypatch):
    def missing(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(installation, "requires", missing)
    assert doctor(run)["extras"] == []


@pytest.mark.parametrize("there", [True, False])
def test_libreoffice(run, monkeypatch, tmp_path, there):
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\necho LibreOffice 7.4.7.2\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("GOVINFO_SOFFICE", str(program) if there else "")
    found = doctor(run)
    assert found["libreoffice"]["path"] == (str(program) if there else None)
    assert found["libreoffice"]["version"] == ("LibreOffice 7.4.7.2" if there else None)
    (reader,) = [reader for reader in found["readers"] if reader["name"] == "libreoffice"]
    assert reader["ready"] is there


def test_faults_of_plugins(run, monkeypatch):
    class Broken:
        def govinfo_readers(self):
            return ()

    registry = Registry.builtin().with_plugins(Broken())
    monkeypatch.setattr(Registry, "default", classmethod(lambda _cls: registry))
    (fault,) = doctor(run)["faults"]
    assert "govinfo_readers" in fault
    assert "govinfo_readers" in run("doctor").out


def test_a_console_that_knows_no_chinese():
    command = [sys.executable, "-m", "govinfo", "doctor", "--lang", "zh"]
    environment = {"PYTHONIOENCODING": "ascii", "PATH": "", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"PYTHONUTF8=1" in done.stdout
