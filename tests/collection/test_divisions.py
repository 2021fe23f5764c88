"""Which divisions there were, and what became of them."""

import pytest

from govinfo.collection.divisions import Division, Divisions, divisions
from govinfo.errors import SourceError
from govinfo.testing import divisions as compiling

ALL = divisions()


def chain(*names, year=2024):
    found = ALL.find(names, year)
    return found and ALL.chain(found, year)


def test_a_name_is_completed_where_only_one_division_bears_it():
    assert chain("临淄区") == ("山东省", "淄博市", "临淄区")
    assert chain("朝阳区") is None
    assert chain("长春市", "朝阳区") == ("吉林省", "长春市", "朝阳区")
    assert chain("吉林省", "朝阳区") == ("吉林省", "长春市", "朝阳区")
    assert chain("仙桃市") == ("湖北省", "仙桃市")
    assert chain("江苏省", "临淄区") is None
    assert chain("无此县") is None


def test_years_count():
    assert chain("蓟县", year=2015) == ("天津市", "蓟县")
    assert chain("蓟县", year=2016) == ("天津市", "蓟县")
    assert chain("蓟县", year=2018) is None
    assert chain("蓟州区", year=2014) is None
    assert chain("莱芜市", year=2017) == ("山东省", "莱芜市")
    assert chain("莱芜市", year=None) is None


@pytest.mark.parametrize(
    ("name", "year", "present"),
    [
        ("蓟县", 2015, "蓟州区"),
        ("临淄区", 2024, "临淄区"),
        ("抚宁县", 2014, "抚宁县"),
        ("芜湖县", 2019, "湾沚区"),
        ("梅列区", 2020, "梅列区"),
        ("东陵区", 2015, "浑南区"),
    ],
)
def test_a_renaming_is_followed_but_no_merger_and_no_split(name, year, present):
    division = ALL.find((name,), year)
    assert division is not None
    assert ALL.renamed(division).name == present


def test_the_data_is_whole():
    codes = {entry.code for entry in ALL.entries}
    assert [entry.code for entry in ALL.entries] == sorted(entry.code for entry in ALL.entries)
    assert len({(entry.code, entry.first) for entry in ALL.entries}) == len(ALL.entries)
    for entry in ALL.entries:
        assert len(entry.code) == 6
        assert set(entry.successors) <= codes
        assert entry.last is None or entry.first <= entry.last
        for year in {entry.first, entry.last or 2025}:
            assert ALL.chain(entry, year)[-1] == entry.name
    provinces = [entry for entry in ALL.entries if entry.code.endswith("0000") and entry.last is None]
    assert len(provinces) == 34


def write(folder, last, *diffs):
    (folder / "data").mkdir()
    (folder / "diff").mkdir()
    year = compiling.FIRST_YEAR + len(diffs)
    (folder / "data" / f"{year}.txt").write_text(last, "utf-8")
    for place, diff in enumerate(diffs):
        start = compiling.FIRST_YEAR + place
        (folder / "diff" / f"{start}-{start + 1}.diff").write_text(diff, "utf-8")
    return folder


STATE = "990000 甲省\n990100 乙市\n990102 丙区\n990104 丁区\n"


def test_the_data_is_compiled_backwards(tmp_path):
    renamed = "#![described]\n## 文号\n-990103 丁县>丁区\n+990104 丁区<丁县\n=990102\t丙区>丁区\n"
    compiled = compiling.compiled(
        write(tmp_path, STATE, "-990101\t戊区>_!\n+990102 丙区<.\n".replace("_", "丙区"), renamed)
    )
    assert [entry for entry in compiled if entry.code > "990100"] == [
        Division("990101", "戊区", 2014, 2014, ("990102",)),
        Division("990102", "丙区", 2015, None),
        Division("990103", "丁县", 2014, 2015, ("990104",)),
        Division("990104", "丁区", 2016, None),
    ]
    lines = [line for line in compiling.written(compiled).splitlines() if not line.startswith("#")]
    assert lines[-2:] == ["990103\t丁县\t2014\t2015\t990104", "990104\t丁区\t2016\t\t"]


@pytest.mark.parametrize("diff", ["+990105 己区<丙区\n", "-990102 丙区>丁区\n", "-990105 己区>庚区\n"])
def test_files_that_do_not_fit_are_refused(tmp_path, diff):
    with pytest.raises(SourceError):
        compiling.compiled(write(tmp_path, STATE, diff))


def test_of_two_names_under_a_code_the_later_counts_in_the_year_of_change():
    both = Divisions((Division("990102", "旧区", 2014, 2019), Division("990102", "新区", 2020, None)))
    assert both.at("990102", 2020).name == "新区"
    assert both.at("990102", 2019).name == "旧区"
    assert both.find(["旧区"], 2020).name == "旧区"
