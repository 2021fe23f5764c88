import pytest

import govinfo
from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.report import Contact
from govinfo.rules.mailboxes import mailbox
from govinfo.testing.samples import sample_report

FORM = official_form("2021")


@pytest.mark.parametrize(
    ("email", "masked"),
    [("linyeju@163.com", "l***@163.com"), ("Office@QQ.com", "O***@qq.com"), ("a@vip.sina.com", "a***@vip.sina.com")],
)
def test_a_personal_domain(email, masked):
    (found,) = mailbox.check(sample_report(contact=Contact(email=email)), FORM)
    assert isinstance(found, Finding)
    assert (found.rule, found.severity, found.basis) == ("P04", "info", ("G",))
    assert found.message("zh") == f"联系邮箱{masked}为个人邮箱域"
    assert email not in str(found.to_dict())


@pytest.mark.parametrize("email", ["office@example.gov.cn", "a@mail.qq.com.gov.cn", "a@notqq.com", "a@163.com.cn"])
def test_another_domain(email):
    assert list(mailbox.check(sample_report(contact=Contact(email=email)), FORM)) == []


@pytest.mark.parametrize("contact", [None, Contact(phone="0000-1234567")])
def test_no_mailbox(contact):
    (found,) = mailbox.check(sample_report(contact=contact), FORM)
    assert isinstance(found, NotAssessable)


def test_it_is_off_unless_selected():
    report = sample_report(contact=Contact(email="office@163.com"))
    assert "P04" not in {found.rule for found in govinfo.check(report)}
    assert [found.rule for found in govinfo.check(report, select=["P04"])] == ["P04"]
