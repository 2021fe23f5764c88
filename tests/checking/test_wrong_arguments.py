"""What is given to the functions of the package and is nothing that they take: refused in words, never a bare error."""

from typing import Any

import pytest

import govinfo
from govinfo.testing.samples import sample_report

REPORT = sample_report()
TEXT = govinfo.to_json(REPORT)
THINGS: list[Any] = ["x", b"x", 5, 1.5, None, [REPORT], {"a": 1}, object(), REPORT]


def no_report(thing):
    return not isinstance(thing, govinfo.Report)


CALLS: dict[str, Any] = {
    "to_json": (govinfo.to_json, no_report),
    "indent": (lambda thing: govinfo.to_json(REPORT, indent=thing), lambda thing: not isinstance(thing, int) and thing),
    "from_json": (govinfo.from_json, lambda thing: not isinstance(thing, (str, bytes))),
    "parse": (lambda thing: govinfo.parse(TEXT.encode(), registry=thing), lambda thing: thing is not None),
    "check": (lambda thing: govinfo.check(REPORT, registry=thing), lambda thing: thing is not None),
    "assess": (lambda thing: govinfo.assess(REPORT, registry=thing), lambda thing: thing is not None),
    "assess_all": (lambda thing: govinfo.assess_all([REPORT], registry=thing), lambda thing: thing is not None),
}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: type(thing).__name__)
def test_a_wrong_argument_is_refused_in_both_languages(name, thing):
    call, is_wrong = CALLS[name]
    if not is_wrong(thing):
        return
    with pytest.raises(govinfo.ArgumentError) as caught:
        call(thing)
    assert caught.value.message("en") != caught.value.message("zh")
    assert "；" in caught.value.message("zh") or "，" in caught.value.message("zh")


def test_what_may_be_given():
    assert govinfo.from_json(TEXT.encode()) == govinfo.from_json(TEXT) == REPORT
    assert govinfo.to_json(REPORT, indent=2).startswith('{\n  "')
    assert govinfo.check(REPORT, registry=govinfo.Registry.builtin()) == govinfo.check(REPORT)
