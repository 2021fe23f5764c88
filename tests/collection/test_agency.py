"""Who reports, and which reports are of one agency."""

import attrs
import pytest
from tests.fixtures.beside import one

import govinfo
from govinfo.collection import Collection
from govinfo.collection.agency import agency_of
from govinfo.report import Contact
from govinfo.text.creditcode import check_character, credit_code


def code(region, number="MB2855731"):
    """A right credit code of a body registered in a division."""
    first = f"11{region}{number}"
    return f"{first}{check_character(first)}/2024-1"


def agency(name, index=None, year=2024):
    return agency_of(one(year, agency=name, index_number=index))


def same(*reports):
    """Whether all are of one agency."""
    return len(Collection.of(reports).years(reports[0])) == len(reports)


@pytest.mark.parametrize(
    ("name", "regions", "body", "level", "governs"),
    [
        ("临淄区应急管理局", ("山东省", "淄博市", "临淄区"), "应急管理局", "county", False),
        ("山东省临淄区人民政府", ("山东省", "淄博市", "临淄区"), "", "county", True),
        ("荣成市财政局", ("山东省", "威海市", "荣成市"), "财政局", "county", False),
        ("威海市财政局", ("山东省", "威海市"), "财政局", "city", False),
        ("浙江省人民政府", ("浙江省",), "", "province", True),
        ("天津市人民政府", ("天津市",), "", "province", True),
        ("临淄区人民政府办公室", ("山东省", "淄博市", "临淄区"), "人民政府办", "county", False),
        ("临淄区云梦镇人民政府", ("山东省", "淄博市", "临淄区", "云梦镇"), "", "town", True),
        ("临淄区云梦街道办事处", ("山东省", "淄博市", "临淄区", "云梦街道"), "", "town", True),
        ("青云市云山县林业局", ("青云市", "云山县"), "林业局", "county", False),
        ("青云市云山市林业局", ("青云市", "云山市"), "林业局", "county", False),
        ("青云市林业局", ("青云市",), "林业局", "city", False),
        ("青云省林业厅", ("青云省",), "林业厅", "province", False),
        ("教育部", (), "教育部", "central", False),
    ],
)
def test_names(name, regions, body, level, governs):
    found = agency(name)
    assert (found.regions, found.body, found.level, found.governs) == (regions, body, level, governs)


@pytest.mark.parametrize("name", [None, "", "区应急管理局", "市场监督管理局"])
def test_a_name_without_its_region_is_nobody(name):
    assert agency(name) is None


def test_the_registration_completes_a_name():
    assert agency("区应急管理局", code("370305")).regions == ("山东省", "淄博市", "临淄区")
    assert agency("市应急管理局", code("370305")) is None
    assert agency("云梦镇人民政府", code("370305")).regions == ("山东省", "淄博市", "临淄区", "云梦镇")
    assert agency("朝阳区教育局", code("220104")).regions == ("吉林省", "长春市", "朝阳区")
    assert agency("朝阳区教育局", code("370305")).regions == ("朝阳区",)


def test_a_wrong_code_is_none():
    right = code("370305")
    assert credit_code(right) == right.split("/")[0]
    assert credit_code(f" {right.lower()}") == right.split("/")[0]
    wrong = right[:17] + ("0" if right[17] != "0" else "1") + right[18:]
    assert credit_code(wrong) is None
    assert agency("区应急管理局", wrong) is None
    assert credit_code("/2024-5") is None


def test_wider_regions_and_spelling_make_no_difference():
    names = ("临淄区教育局", "淄博市临淄区教育局", "山东省淄博市临淄区 教育局", "山东省临淄区教育局")
    assert same(*(one(2021 + place, agency=name) for place, name in enumerate(names)))
    assert not same(one(2023, agency="临淄区教育局"), one(2024, agency="张店区教育局"))
    assert not same(one(2023, agency="临淄区教育局"), one(2024, agency="临淄区体育局"))
    assert same(one(2023, agency="青云县卫生健康委员会"), one(2024, agency="青云县卫生健康委"))
    assert same(one(2023, agency="青云县"), one(2024, agency="青云县人民政府"))
    assert not same(one(2023, agency="青云县人民政府办公室"), one(2024, agency="青云县人民政府"))


def test_a_renamed_region_keeps_its_bodies_and_a_merged_one_does_not():
    assert same(one(2019, agency="繁昌县教育局"), one(2021, agency="繁昌区教育局"))
    assert not same(one(2019, agency="长岛县教育局"), one(2021, agency="蓬莱区教育局"))


def test_codes_tell_bodies_of_one_name_apart():
    here, there = (one(2023, agency="朝阳区教育局", index_number=code(region)) for region in ("220104", "110105"))
    later = one(2024, agency="朝阳区教育局", index_number=code("220104", "MB0000002"))
    together = Collection.of([here, there, later])
    assert together.years(here) == (here, later)
    assert together.years(there) == (there,)
    unknown = (
        one(2023, agency="云梦新区教育局", index_number=code("220104")),
        one(2024, agency="云梦新区教育局", index_number=code("110105")),
    )
    assert not same(*unknown)


def test_a_code_joins_a_body_to_its_new_name_only_where_one_ends_and_the_other_begins():
    index = code("370305")
    old = [one(year, agency="临淄区安监局", index_number=index) for year in (2021, 2022)]
    new = [one(year, agency="临淄区应急管理局", index_number=index) for year in (2023, 2024)]
    assert same(*old, *new)
    overlap = one(2022, agency="临淄区应急管理局", index_number=index)
    assert not same(*old, overlap, *new)
    third = one(2020, agency="临淄区民政局", index_number=index)
    assert not same(third, *old, *new)
    government = one(2020, agency="临淄区人民政府", index_number=index)
    assert not same(government, new[0])


TOWN = "城关镇人民政府"


def town(year, **contact):
    return one(year, agency=TOWN, contact=Contact(**contact) if contact else None)


def test_bodies_of_one_name_are_told_apart_by_their_marks():
    here = [town(2023, phone="0123-4567890"), town(2024, phone="0123 4567890", postcode="654321")]
    there = [town(2023, email="office@example.org"), town(2024, email="OFFICE@example.org")]
    together = Collection.of([*here, *there])
    assert together.years(here[0]) == tuple(here)
    assert together.years(there[1]) == tuple(there)
    linked = town(2022, postcode="654321")
    assert same(linked, *here)


def test_without_a_mark_nobody_is_taken_for_one_of_several():
    here, there, unmarked = town(2023, phone="0123-4567890"), town(2023, phone="0987-6543210"), town(2024)
    together = Collection.of([here, there, unmarked])
    assert together.agency(unmarked) is None
    assert together.previous(unmarked) is None
    assert together.agency(here) is not None


def test_with_nothing_but_a_common_name_the_findings_are_hints():
    forward, over = ("applications.carried_forward.total", "applications.carried_over.total")
    sure = one(2023, {forward: 3}), one(2024, {over: 2})
    assert [finding.severity for finding in govinfo.check(sure, select=["Y01"])] == ["warning"]
    for name, severity in ((TOWN, "info"), ("青云县城关镇人民政府", "warning"), ("临淄区教育局", "warning")):
        reports = [attrs.evolve(report, agency=name, contact=None) for report in sure]
        assert [finding.severity for finding in govinfo.check(reports, select=["Y01"])] == [severity]


def test_a_government_of_a_name_that_many_regions_bear_is_no_roll_up():
    few, many = {"applications.new.total": 1}, {"applications.new.total": 5}
    whole = {1: "全区共收到政府信息公开申请1件。"}

    def raised(region):
        reports = one(2024, few, agency=f"{region}人民政府", texts=whole), one(2024, many, agency=f"{region}林业局")
        return [finding.rule for finding in govinfo.check(reports, select=["R02"])]

    assert raised("临淄区") == ["R02"]
    assert raised("长春市朝阳区") == ["R02"]
    assert raised("朝阳区") == []
