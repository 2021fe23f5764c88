"""What is worked out once for a report is never given for another, were it equal."""

import itertools
from operator import attrgetter

import attrs

from govinfo.rules.per_report import per_report
from govinfo.testing.samples import sample_report


def test_it_is_worked_out_once_for_a_report():
    numbers = itertools.count(1)
    answer = per_report(lambda _: next(numbers))
    report = sample_report()
    assert [answer(report), answer(report)] == [1, 1]
    assert answer(attrs.evolve(report)) == 2
    assert answer(report) == 3


def test_each_function_keeps_its_own():
    title, preamble = per_report(attrgetter("title")), per_report(attrgetter("preamble"))
    report = sample_report(preamble="现将有关情况报告如下。")
    assert (title(report), preamble(report)) == (report.title, "现将有关情况报告如下。")
