import pytest

from govinfo.configuration import Configuration, find_configuration, load_configuration
from govinfo.errors import ConfigurationError

FULL = """
select = ["A", "N"]
extend-select = ["S24"]
ignore = ["A09"]
fail-level = "warning"
rule-set = ["north"]
baseline = "lists/known.toml"
lang = "zh"
[severity]
M07 = "error"
[rule-sets.north]
extend-select = ["M13"]
severity = { S24 = "warning" }
"""


def write(folder, name, text):
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_own_file_and_project_file_say_the_same(tmp_path):
    own = load_configuration(write(tmp_path, "govinfo.toml", FULL))
    nested = FULL.replace("[severity]", "[tool.govinfo.severity]").replace("[rule-sets", "[tool.govinfo.rule-sets")
    project = load_configuration(write(tmp_path, "pyproject.toml", "[tool.govinfo]" + nested))
    assert own.settings == project.settings
    assert own.rule_sets == project.rule_sets
    assert own.settings["select"] == ["A", "N"]
    assert own.settings["severity"] == {"M07": "error"}
    assert own.rule_sets["north"].severity == {"S24": "warning"}


def test_paths_are_relative_to_the_file(tmp_path):
    found = load_configuration(write(tmp_path, "govinfo.toml", FULL))
    assert found.settings["baseline"] == str(tmp_path / "lists" / "known.toml")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('selct = ["A"]', "'select' is meant"),
        ('select = "A"', "list of rule ids"),
        ("ignore = [1]", "list of rule ids"),
        ('fail-level = "grave"', "one of error, warning, info, never"),
        ('lang = "fr"', "one of zh, en"),
        ('[severity]\nA01 = "grave"', "table of rules"),
        ('severity = "error"', "table of rules"),
        ("rule-sets = 1", "must be a table"),
        ("[rule-sets]\nnorth = 1", "rule-sets.north"),
        ('[rule-sets.north]\nselect = ["A"]', "rule-sets.north.select"),
        ("select = [", "it is not TOML"),
    ],
)
def test_what_is_wrong_is_named_with_its_file(tmp_path, text, words):
    path = write(tmp_path, "govinfo.toml", text)
    with pytest.raises(ConfigurationError) as caught:
        load_configuration(path)
    assert words in str(caught.value)
    assert str(path) in str(caught.value)
    assert caught.value.zh != str(caught.value)


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(ConfigurationError, match="no such file"):
        load_configuration(tmp_path / "missing.toml")
    (tmp_path / "govinfo.toml").write_bytes('lang = "zh" # 中文'.encode("gbk"))
    with pytest.raises(ConfigurationError, match="save it as UTF-8"):
        load_configuration(tmp_path / "govinfo.toml")
    with pytest.raises(ConfigurationError, match=r"has no \[tool.govinfo\]"):
        load_configuration(write(tmp_path, "pyproject.toml", "[project]\nname = 'x'\n"))


def test_the_nearest_file_counts(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    outer = write(tmp_path, "govinfo.toml", "")
    assert find_configuration(inner) == outer
    write(tmp_path / "a", "pyproject.toml", "[project]\nname = 'x'\n")
    assert find_configuration(inner) == outer
    nearer = write(tmp_path / "a", "pyproject.toml", "[tool.govinfo]\n")
    assert find_configuration(inner) == nearer


def test_a_broken_project_file_with_settings_of_ours_is_told(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.govinfo]\nselect = ["A"\n', "utf-8")
    with pytest.raises(ConfigurationError, match="it is not TOML"):
        find_configuration(tmp_path)


def test_anothers_broken_project_file_is_passed_over(tmp_path):
    outer = write(tmp_path, "govinfo.toml", "")
    inner = tmp_path / "a"
    inner.mkdir()
    write(inner, "pyproject.toml", "[tool.other")
    assert find_configuration(inner) == outer


def test_two_files_with_settings_in_one_folder(tmp_path):
    write(tmp_path, "govinfo.toml", "")
    write(tmp_path, "pyproject.toml", "[tool.govinfo]\n")
    with pytest.raises(ConfigurationError, match="too"):
        find_configuration(tmp_path)


def test_a_rule_set_that_is_not_there(tmp_path):
    found = load_configuration(write(tmp_path, "govinfo.toml", FULL))
    assert found.chosen(["north"])[0].extend_select == ("M13",)
    with pytest.raises(ConfigurationError, match="north"):
        found.chosen(["south"])
    with pytest.raises(ConfigurationError, match="none"):
        Configuration().chosen(["south"])
