import pytest

from govinfo.rules.bodies import body


@pytest.mark.parametrize(
    ("agency", "level", "makes_rules"),
    [
        ("国家市场监督管理总局", "central", True),
        ("住房和城乡建设部", "central", True),
        ("贵州省人民政府", "province", True),
        ("内蒙古自治区人民政府办公厅", "province", True),
        ("北京市人民政府", "province", True),
        ("贵州省市场监督管理局", "province", None),
        ("天津市教育委员会", "province", None),
        ("国家税务总局浙江省税务局", "province", None),
        ("凉山彝族自治州人民政府", "city", True),
        ("苏州市人民政府", "city", None),
        ("吉林省吉林市人民政府", "city", None),
        ("苏州市市场监督管理局", "city", False),
        ("凉山彝族自治州林业和草原局", "city", False),
        ("国家税务总局苏州市税务局", "city", False),
        ("广西壮族自治区南宁市城市管理局", "city", False),
        ("江苏省苏州市吴江区水务局", "county", False),
        ("上海市浦东新区人民政府", "county", False),
        ("区水务局", "county", False),
        ("恭城瑶族自治县人民政府", "county", False),
        ("云山县林业局（森林公安局）", "county", False),
        ("苏州市高新技术产业开发区管理委员会", "county", False),
        ("云山镇人民政府", "town", False),
        ("苏州市吴江区松陵街道办事处", "town", False),
        ("云山县青川乡", "town", False),
        ("广州海关", None, None),
        ("厅办公室", None, None),
    ],
)
def test_level_and_power(agency: str, level: str | None, makes_rules: bool | None) -> None:
    found = body(agency)
    assert (found.level, found.makes_rules) == (level, makes_rules)
