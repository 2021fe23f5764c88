"""Reports side by side."""

import attrs
from tests.fixtures.beside import one

from govinfo.collection import Collection
from govinfo.collection.scope import scope_of
from govinfo.testing.together import random_tree, tree_of_agencies


def test_years_previous_and_copies():
    first, second, third = (one(year) for year in (2022, 2023, 2024))
    copy = attrs.evolve(second, title="另一份")
    together = Collection.of([third, copy, first, second])
    assert [report.year for report in together.years(first)] == [2022, 2023, 2023, 2024]
    assert together.previous(third) in (second, copy)
    assert together.previous(first) is None
    assert together.copies(second) == (copy,)
    assert together.copies(copy) == (second,)
    assert together.copies(first) == ()
    twice = Collection.of([first, first])
    assert twice.copies(first) == (first,)
    assert twice.agency(first).name == first.agency


def test_with_differing_copies_there_is_no_report_on_the_year():
    first = one(2022)
    together = Collection.of([first, one(2022, {"applications.new.total": 1}), one(2023)])
    assert together.on_year(first, 2022) is None
    assert together.previous(together.reports[2]) is None


def test_members_are_those_right_below():
    county = random_tree(1, departments=2, towns=2, region="青川市云山县")
    loose = one(2024, agency="青川市白水县林业局")
    city = one(2024, agency="青川市人民政府")
    own = one(2024, agency="青川市教育局")
    together = Collection.of([*county, loose, city, own])
    assert set(map(id, together.members(city))) == {id(county[0]), id(loose), id(own)}
    assert set(map(id, together.members(county[0]))) == set(map(id, county[1:]))
    assert together.members(own) == ()


def test_every_report_of_a_city_has_its_place():
    reports = tree_of_agencies(60)
    together = Collection.of(reports)
    below = [report for one in reports for report in together.members(one)]
    assert len(below) == len(reports) - 1
    assert len(set(map(id, below))) == len(below)


def test_peers_are_of_one_year_kind_level_and_name():
    this = one(2024, agency="青川市云山县林业局")
    like = one(2024, agency="白河县林业局")
    others = [
        one(2023, agency="白河县林业局"),
        one(2024, agency="白河县教育局"),
        one(2024, agency="白河市林业局"),
        one(2024, agency="白河县人民政府"),
        one(2024, agency="白河医院"),
        one(2024, agency=None),
    ]
    together = Collection.of([this, like, *others])
    assert together.peers(this) == (like,)
    towns = [one(2024, agency=f"云山县{name}镇人民政府") for name in ("石桥", "柳川")]
    together = Collection.of([*towns, one(2024, agency="云山县人民政府")])
    assert together.peers(towns[0]) == (towns[1],)


def test_scope():
    def scope(name="青云县人民政府", **texts):
        return scope_of(one(2024, agency=name, texts={int(key[1:]): text for key, text in texts.items()}))

    assert scope() == "unclear"
    assert scope(s1="全县共收到政府信息公开申请5件。") == "whole"
    assert scope(s1="2024年，全县各级各部门新收信息公开申请5件") == "whole"
    assert scope(s6="本报告数据包括县政府各部门、各镇街。") == "whole"
    assert scope(s6="本报告数据不含各镇街道。") == "own"
    assert scope(s6="统计数据仅为县本级。") == "own"
    assert scope(s1="向全县人民公开信息，收到申请5件。") == "unclear"
    assert scope("青云县教育局机关") == "own"
    assert scope("青云市税务系统") == "whole"
