import pytest

from govinfo.text.creditcode import check_character, index_fault, is_credit_code

BODY = "11990000MB0000001"
CODE = f"{BODY}{check_character(BODY)}"


def test_check_character_of_a_public_example():
    # Example of the standard's own calculation, as widely printed.
    assert check_character("91350100M000100Y4") == "3"


def test_credit_code():
    assert is_credit_code(CODE)
    assert not is_credit_code(CODE[:-1])
    assert not is_credit_code(f"{BODY}{'0' if CODE[-1] != '0' else '1'}")
    assert not is_credit_code("1199O000MB00000010")


def test_a_letter_that_is_not_allowed_has_no_check_character():
    assert check_character("11990000MB000000I") is None


@pytest.mark.parametrize("index", [f"{CODE}/2025-0001", f"{CODE}／２０２５－0001", f" {CODE.lower()}/2025-1 "])
def test_a_right_code_is_no_fault(index):
    assert index_fault(index) is None


@pytest.mark.parametrize(
    "index",
    [
        "014416330/2018-04736",
        "01425845-9/2021-00012",
        "330523/2019-04682",
        "kysrmzf/2026-00017",
        "430S00/2009-69063",
        "000014349-2024-00012",
        "GA-01-2024-3",
        "无",
        "/",
    ],
)
def test_other_shapes_are_not_judged(index):
    assert index_fault(index) is None


@pytest.mark.parametrize(
    ("index", "fault"),
    [
        ("/2025-0001", "prefix"),
        (f"{CODE}/", "number"),
        (f"{BODY}/2025-0001", "length"),
        (f"{CODE}0/2025-0001", "length"),
        (f"{BODY[:-2]}1{BODY[-1]}{CODE[-1]}/2025-0001", "checksum"),
    ],
)
def test_faults(index, fault):
    assert index_fault(index) == fault
