import pytest

from govinfo.repair.digits import slip


@pytest.mark.parametrize(
    ("value", "instead", "zh"),
    [
        (21, 12, "数字前后颠倒"),
        (1243, 1234, "数字前后颠倒"),
        (18, 13, "只差一位数字"),
        (1, 12, "漏了一位数字"),
        (104, 1004, "漏了一位数字"),
        (112, 12, "多了一位数字"),
        (20, 2, "多了一位数字"),
    ],
)
def test_slips(value, instead, zh):
    assert slip(value, instead).zh == zh


@pytest.mark.parametrize(("value", "instead"), [(3, 8), (321, 123), (1234, 1), (12, 34), (0, 34), (132, 312132)])
def test_other_numbers_are_no_slip(value, instead):
    assert slip(value, instead) is None
