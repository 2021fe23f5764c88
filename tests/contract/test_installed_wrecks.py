"""All broken plugins installed at once beside a good one, and the command line over them."""

import json
import re

import pytest
from tests.fixtures.examples import FOLDER
from tests.fixtures.installed import install, run
from tests.fixtures.layouts import Draft, bars
from tests.fixtures.misbehaving import CANNOT_BE_IMPORTED, GOOD, PRELUDE, bad, hook

WRECKS = (*CANNOT_BE_IMPORTED, *bad())


def own(source, number):
    """The same plugin with names and ids that no other one of them has."""
    renamed = re.sub(r"'(odd|wide)'", rf"'\g<1>{number}'", source)
    return re.sub(r"'(V|Y)90'", rf"'\g<1>{100 + number}'", renamed)


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A folder with the good plugin alone."""
    return install(tmp_path_factory.mktemp("sound"), "good", PRELUDE + GOOD)


@pytest.fixture(scope="module")
def wrecked(tmp_path_factory):
    """A folder with the good plugin and all bad ones; by their names some come before it and some behind."""
    folder = install(tmp_path_factory.mktemp("wrecked"), "good", PRELUDE + GOOD)
    for number, found in enumerate(WRECKS):
        source = found.source if found.when == "import" else PRELUDE + own(found.source, number)
        install(folder, f"{'az'[number % 2]}{number}", source)
    return folder


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("reports") / "report.txt"
    path.write_text(bars(Draft()).replace("（一）予以公开", "（一）准许提供副本"), "utf-8")
    return str(path)


COMMANDS = {
    "check": ("check", "--ignore", "X23", "--lang", "en"),
    "check as json": ("check", "--ignore", "X23", "--output-format", "json", "--select", "A,S,M,N,V80,Y80"),
    "check with a plugin's format": ("check", "--ignore", "X23", "--output-format", "good"),
    "parse": ("parse",),
    "parse with a plugin's format": ("parse", "--output-format", "good"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_printed_is_the_same_to_the_byte(sound, wrecked, report, command):
    verb, *options = COMMANDS[command]
    files = [report, str(FOLDER / "transport-2024-with-errors.txt")]
    one, other = (run(folder, "-m", "govinfo", verb, *files, *options) for folder in (sound, wrecked))
    assert one.returncode == other.returncode
    assert one.returncode == (1 if verb == "check" else 0), one.stderr.decode()
    assert one.stdout
    failed = re.compile(rb"  not assessable: [VY]\d+ \(rule [VY]\d+ of plugin .+ failed: .+\)")
    lines = other.stdout.splitlines(keepends=True)
    untouched = [line for line in lines if not failed.match(line)]
    assert b"".join(untouched) == one.stdout
    assert (len(untouched) < len(lines)) == (command == "check")


def test_each_is_told_once_with_distribution_version_and_hook(wrecked, report):
    done = run(wrecked, "-m", "govinfo", "check", report, "--select", "V,Y", "--output-format", "json", "--lang", "en")
    assert done.returncode == 0, done.stderr.decode()
    (checked,) = json.loads(done.stdout)
    told = [found["text"]["en"] for found in checked["findings"] if found["rule"] == "X23"]
    named = [re.match(r"(.+) of plugin (\w+) \(govinfo-(\w+) 2\.5\) failed: .", message) for message in told]
    assert all(named)
    wrecks = {f"{'az'[number % 2]}{number}": found for number, found in enumerate(WRECKS)}
    assert [found[2] for found in named if found] == [found[3] for found in named if found]
    counted = {found[2] for found in named if found}
    silent = {name for name, found in wrecks.items() if not found.hook}
    ranked_behind = {name for name, found in wrecks.items() if found.hook.endswith((".parse", ".read"))}
    alone = {name for name, found in wrecks.items() if found.case == "comparison raises"}
    assert counted <= wrecks.keys()
    assert counted >= wrecks.keys() - silent - ranked_behind - alone
    assert len(counted) == len(told)


@pytest.mark.parametrize("command", ["plugins", "doctor", "forms"])
def test_commands_that_look_at_plugins_go_on(wrecked, command):
    done = run(wrecked, "-m", "govinfo", command, "--lang", "zh")
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert done.stdout


def test_the_state_of_each_is_shown(wrecked):
    done = run(wrecked, "-m", "govinfo", "plugins", "--output-format", "json")
    states = {entry["name"]: entry for entry in json.loads(done.stdout)}
    assert states["good"]["state"] == states["builtin"]["state"] == "ready"
    for number, found in enumerate(WRECKS):
        entry = states[f"{'az'[number % 2]}{number}"]
        due = "faulty" if found.when in {"import", "registry"} else "ready"
        assert (entry["state"], len(entry["faults"])) == (due, int(due == "faulty")), found.case


def test_rules_and_forms_of_good_plugins_are_explained(wrecked):
    done = run(wrecked, "-m", "govinfo", "explain", "V80", "--lang", "en")
    assert done.returncode == 0
    assert done.stdout.startswith(b"V80  text")
    assert run(wrecked, "-m", "govinfo", "explain", "A01").returncode == 0
    listed = run(wrecked, "-m", "govinfo", "explain", "--list").stdout.decode()
    assert re.search(r"^V80 ", listed, re.MULTILINE)
    missing = run(wrecked, "-m", "govinfo", "explain", "V99")
    assert missing.returncode == 2
    assert b"Traceback" not in missing.stderr
    assert b"X23" not in missing.stdout


def test_a_form_of_a_plugin_is_shown(tmp_path):
    source = (
        "@govinfo.hookimpl\ndef govinfo_forms():\n    return [attrs.evolve(official_form('2021'), id='regional')]\n"
    )
    folder = install(tmp_path, "regional", PRELUDE + source)
    cells = {}
    for form in ("regional", "2021"):
        done = run(folder, "-m", "govinfo", "forms", form, "--output-format", "json")
        assert done.returncode == 0, done.stderr.decode()
        cells[form] = json.loads(done.stdout)[0]["cells"]
    assert cells["regional"] == cells["2021"]
    assert b"regional" in run(folder, "-m", "govinfo", "forms").stdout
    assert run(folder, "-m", "govinfo", "forms", "regional", "--no-plugins").returncode == 2


def test_what_failed_is_told_where_a_file_could_not_be_read(tmp_path):
    folder = install(tmp_path, "wreck", "1 / 0")
    (tmp_path / "page.txt").write_text("今日多云。", "utf-8")
    done = run(folder, "-m", "govinfo", "check", str(tmp_path / "page.txt"), "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.decode().count("import of plugin wreck (govinfo-wreck 2.5) failed: ZeroDivisionError") == 1


WRITERS = {
    "raises": "raise ValueError('no')",
    "ends the program": "raise SystemExit(0)",
    "writes nothing": "pass",
    "writes text": "stream.write('text')",
    "closes the stream": "stream.write(b'half'); stream.close()",
    "raises half-way": "stream.write(b'half'); raise KeyError('half')",
}


@pytest.mark.parametrize("case", WRITERS)
@pytest.mark.parametrize("command", ["parse", "parse to a file", "convert", "check", "forms"])
def test_a_writer_that_fails_leaves_no_file(tmp_path, report, case, command):
    if (command, case) == ("check", "writes nothing"):
        pytest.skip("a format of findings may have nothing to say")
    source = f"def save(reports, stream, *more):\n    {WRITERS[case]}\n\n"
    source += hook("writers", "return [ReportWriter('wreck', '.wreck', save)]")
    source += hook("findings_writers", "return [ResultsWriter('wreck', '.wreck', save)]")
    folder, target = install(tmp_path, "wreck", PRELUDE + source), tmp_path / "out.wreck"
    arguments = {
        "parse": ("parse", report, "--output-format", "wreck"),
        "parse to a file": ("parse", report, "--output-format", "wreck", "--output", str(target)),
        "convert": ("convert", report, "-o", str(target)),
        "check": ("check", report, "--output-format", "wreck", "--output", str(target)),
        "forms": ("forms", "--blank", "wreck", "--output", str(target)),
    }[command]
    done = run(folder, "-m", "govinfo", *arguments, "--lang", "en")
    assert done.returncode == 2
    assert done.stdout == b""
    assert not target.exists()
    assert b"wreck.write" in done.stderr
    assert b"wreck (govinfo-wreck 2.5)" in done.stderr
    assert b"Traceback" not in done.stderr


PRINTING = """
print("said")

class Talking(Claiming):
    name = 'talking'
    def recognise(self, document, context):
        print("said")

@rule('V90')
def talking(report, form):
    print("said")
    yield from ()

def save(reports, stream, context):
    print("said")
    stream.write(b"[]")
"""
PRINTING += hook("parsers", "print('said')\n    return [Talking()]") + hook("rules", "return [talking]")
PRINTING += hook("rule_specs", "return [spec_of('V90')]")
PRINTING += hook("writers", "return [ReportWriter('talk', '.talk', save)]")


@pytest.mark.parametrize(
    "command",
    [
        ("check", "--output-format", "json"),
        ("parse", "--output-format", "json"),
        ("parse", "--output-format", "talk"),
        ("parse", "--explain", "--output-format", "json"),
        ("plugins", "--output-format", "json"),
        ("cases", "check"),
    ],
)
def test_what_a_plugin_prints_does_not_stand_among_the_results(tmp_path, report, command):
    folder = install(tmp_path, "talking", PRELUDE + PRINTING)
    verb, *options = command
    files = [] if verb == "plugins" else [report]
    places = [*options, *files] if verb == "cases" else [*files, *options]
    done = run(folder, "-m", "govinfo", verb, *places)
    assert b"said" in done.stderr
    assert b"said" not in done.stdout
    if verb != "cases":
        json.loads(done.stdout)


def test_two_distributions_with_a_plugin_of_the_same_name(tmp_path):
    """The first by the name of its distribution is used, and the other is told."""
    folder = install(tmp_path, "good", PRELUDE + GOOD)
    install(folder, "later", PRELUDE + hook("labels", "return [LabelAlias('new', '甲乙丙')]"), "good")
    done = run(folder, "-m", "govinfo", "plugins", "--output-format", "json", "--lang", "zh")
    states = {entry["distribution"]: entry for entry in json.loads(done.stdout)}
    assert [states[name]["state"] for name in ("govinfo-good", "govinfo-later")] == ["ready", "faulty"]
    (told,) = states["govinfo-later"]["faults"]
    assert "名称已用于good (govinfo-good 2.5)" in told
