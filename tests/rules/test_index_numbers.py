import pytest

from govinfo.findings import NotAssessable
from govinfo.forms import official_form
from govinfo.rules.index_numbers import index_number
from govinfo.testing.samples import sample_report
from govinfo.text.creditcode import check_character

FORM = official_form("2021")
BODY = "11990000MB0000001"


def outcome(index):
    return list(index_number.check(sample_report(index_number=index), FORM))


@pytest.mark.parametrize(
    ("index", "words"), [("/2025-0000007", "机关代码"), (f"{BODY}A/2025-1", "校验位"), (f"{BODY}/2025-1", "18位")]
)
def test_malformed(index, words):
    (finding,) = outcome(index)
    assert (finding.rule, finding.severity) == ("M11", "warning")
    assert words in finding.message("zh")
    assert index in finding.message("en")


@pytest.mark.parametrize("index", [f"{BODY}{check_character(BODY)}/2025-1", "abcrmzf/2025-00017", "A01-2025-3"])
def test_well_formed(index):
    assert outcome(index) == []


def test_no_index_number():
    assert isinstance(outcome(None)[0], NotAssessable)
