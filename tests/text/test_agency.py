import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.text.agency import kind_of, missing_part, relation, split_name


@pytest.mark.parametrize(
    ("name", "regions", "body"),
    [
        ("青川市林业局", ("青川市",), "林业局"),
        ("江南省青川市柳林区教育局", ("江南省", "青川市", "柳林区"), "教育局"),
        ("青川市市场监督管理局", ("青川市",), "市场监督管理局"),
        ("景德镇市市场监督管理局", ("景德镇市",), "市场监督管理局"),
        ("津市市民政局", ("津市市",), "民政局"),
        ("沙市区教育局", ("沙市区",), "教育局"),
        ("市中区人民政府", ("市中区",), "人民政府"),
        ("公安县公安局", ("公安县",), "公安局"),
        ("青川市城市管理局", ("青川市",), "城市管理局"),
        ("青川市住房和城乡建设局", ("青川市",), "住房和城乡建设局"),
        ("积石山保安族东乡族撒拉族自治县教育局", ("积石山保安族东乡族撒拉族自治县",), "教育局"),
        ("青川县文化路街道办事处", ("青川县", "文化路街道"), "办事处"),
        ("江南省省级机关事务管理局", ("江南省",), "省级机关事务管理局"),
        ("青川市 林业局（本级）", ("青川市",), "林业局"),
        ("青川市卫生健康委员会", ("青川市",), "卫生健康委"),
        ("", (), ""),
    ],
)
def test_regions_and_body(name, regions, body):
    parts = split_name(name)
    assert (parts.regions, parts.body) == (regions, body)


def test_an_authority_and_a_nameless_region_are_set_apart():
    assert split_name("国家税务总局青川市税务局").authority == "国家税务总局"
    assert split_name("市教育局").level == "市"
    assert split_name("市场监督管理局").level == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("青川市林业局", "department"),
        ("区应急管理局", "department"),
        ("青川市人民政府国有资产监督管理委员会", "department"),
        ("青川市人民政府", "government"),
        ("青川市人民政府办公室", "government"),
        ("石桥县", "government"),
        ("北山盟行政公署", "government"),
        ("柳川镇人民政府", "town"),
        ("柳川镇", "town"),
        ("青川市红旗街道办事处", "town"),
        ("柳川经济技术开发区管理委员会", None),
        ("柳川高新区管委会", None),
        ("青川市人民医院", None),
        ("青川大学", None),
        ("", None),
    ],
)
def test_kind(name, kind):
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("", "name"),
        ("青川市林业", "body"),
        ("林业", "body"),
        ("市林业局", "region"),
        ("林业局", "region"),
        ("人民政府", "region"),
        ("青川市林业局", None),
        ("石桥县", None),
        ("柳川镇", None),
        ("青川市气象部门", None),
        ("青川市教育系统", None),
        ("国家税务总局青川市税务局", None),
        ("自然资源部", None),
        ("审计署", None),
        ("广州海关", None),
        ("青川大学", None),
    ],
)
def test_missing_part(name, missing):
    assert missing_part(name) == missing


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("柳林区教育局", "青川市柳林区教育局", "same"),
        ("国家税务总局青川市税务局", "青川市税务局", "same"),
        ("柳林区教育局", "柳林教育局", "abbreviated"),
        ("青川市教育局", "市教育局", "abbreviated"),
        ("青川市发展和改革委员会", "青川市发改委", "abbreviated"),
        ("青川市应急管理局", "市应急局", "abbreviated"),
        ("柳川镇人民政府", "东湖区柳川镇", "abbreviated"),
        ("青川市人民政府", "青川市", "abbreviated"),
        ("青川市林业", "青川市林业局", "abbreviated"),
        ("柳川镇人民政府", "柳川镇党政办公室", "related"),
        ("青川市林业局", "青川市林业局办公室", "related"),
        ("青川市人民政府", "青川市人民政府办公室", "related"),
        ("青川市人民政府", "市政府办公室", "related"),
        ("青川市人民政府", "青川市政府办公厅", "related"),
        ("青川市公安局", "青川市公安局东城分局", "related"),
        ("青川市林业局", "青川市教育局", "different"),
        ("柳林区教育局", "东湖区教育局", "different"),
        ("天津市和平区教育局", "沈阳市和平区教育局", "different"),
        ("柳川镇人民政府", "石桥镇人民政府", "different"),
        ("青川市人民政府", "东湖市政府办公室", "different"),
    ],
)
def test_relation(one, other, expected):
    assert relation(one, other) == relation(other, one) == expected


@given(st.text(alphabet="省市区县镇乡街道州盟旗青川林业教育局委人民政府办事处国家总", max_size=20))
def test_no_part_of_a_name_is_lost(name):
    parts = split_name(name)
    joined = parts.authority + "".join(parts.regions) + parts.level + parts.body
    assert joined in (name, name.removeprefix("本"), name.removeprefix("我"))
    assert relation(name, name) == "same"
