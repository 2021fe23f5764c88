import subprocess
import sys

import pytest
from tests.fixtures.examples import FORESTRY, TRANSPORT

import govinfo

COMMANDS = ["check", "doctor", "explain", "forms", "parse", "schema"]


def test_version(run):
    assert run("--version").out == f"govinfo, version {govinfo.__version__}\n"


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command(run, option):
    ran = run(option)
    assert ran.code == 0
    assert all(f"  {name} " in ran.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_commands(run, name):
    ran = run(name, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: govinfo {name}")


@pytest.mark.parametrize("arguments", [["nonsense"], ["check"], ["parse"], ["check", "--no-such-option", "x"]])
def test_wrong_usage_exits_with_two(run, arguments):
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


def test_as_a_module():
    command = [
        sys.executable,
        "-W",
        "error",
        "-m",
        "govinfo",
        "check",
        "--output-format",
        "concise",
        str(FORESTRY.path),
    ]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_console_that_knows_no_chinese():
    command = [sys.executable, "-m", "govinfo", "check", "--lang", "zh", str(TRANSPORT.path)]
    environment = {"PYTHONIOENCODING": "ascii", "PATH": ""}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"\\u4e91" in done.stdout or b"A01" in done.stdout


def test_a_reader_that_stops_listening():
    shell = f"{sys.executable} -m govinfo parse --output-format json {FORESTRY.path} | head -c 10"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, check=False)  # noqa: S607 - own command
    assert b"Traceback" not in done.stderr
