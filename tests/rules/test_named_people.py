import pytest

from govinfo.contracts import CheckRule
from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.rules.named_people import applicants, staff
from govinfo.testing.samples import sample_report


def findings(rule: CheckRule, text: str) -> list[str]:
    found = rule.check(sample_report(texts={1: text}), official_form("2021"))
    return [one.message("zh") for one in found if isinstance(one, Finding)]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("申请人王建国提出3件申请。", "王**"),
        ("因答复不及时，原告张伟不服，诉至法院。", "张*"),
        ("申请人:高远,要求公开征地批文。", "高*"),
        ("申请人姓名：方小雨", "方**"),
        ("村民刘秀英等5人申请公开补偿方案。", "刘**"),
        ("收到李国强提交的政府信息公开申请1件。", "李**"),
        ("本年审结一起案件：孙晓梅诉县自然资源局信息公开答复案。", "孙**"),
        ("业主赵敏的政府信息公开申请已答复。", "赵*"),
    ],
)
def test_a_named_applicant(text: str, masked: str) -> None:
    assert findings(applicants, text) == [f"疑似出现申请人姓名{masked}"]


@pytest.mark.parametrize(
    "text",
    [
        "申请人向我局提出申请3件。",
        "申请人张某提出申请，原告李某某不服。",
        "申请人王××要求公开文件。",
        "申请人马上提出补正。",
        "申请人何时提出、申请人任意提出均应登记。",
        "申请人于3月提出申请，申请人方可撤回。",
        "申请人周末提交的，顺延登记。",
        "公民申请公开的，应当提供身份证明。",
        "被申请人沈河区政府提出答复意见，被申请人姜堰向法院说明情况。",
        "收到马鞍山政府信息公开申请平台转来的申请。",
        "收到郑州市政府信息公开申请办公室来函。",
        "申请人曾多次申请同一信息。",
        "一方上诉，另一方申诉答复不当；败诉信息公开案1件。",
        "居民黄金周期间申请1件。",
        "申请人田地被征收，申请公开补偿标准。",
        "局长王建国主持会议，要求规范信息公开申请办理。",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert findings(applicants, text) == []


def test_a_name_is_reported_once_and_masked() -> None:
    report = sample_report(
        preamble="申请人王建国提出申请。", texts={3: "申请人王建国提出申请。\n申请人李明要求公开。", 6: "无。"}
    )
    found = [one for one in applicants.check(report, official_form("2021")) if isinstance(one, Finding)]
    assert [(one.rule, one.severity) for one in found] == [("P03", "warning")] * 2
    assert not {"建国", "李明"} & {name for one in found for name in ("建国", "李明") if name in str(one.to_dict())}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("联系人：周晓东，电话13800005678。", "点名列出工作人员周**及手机号码138****5678"),
        ("填报人 何敏 联系电话：１３８ ００００ ５６７８", "点名列出工作人员何*及手机号码138****5678"),
        ("(负责人:陈立;手机:138-0000-5678)", "点名列出工作人员陈*及手机号码138****5678"),
        ("审核人郭海，13800005678", "点名列出工作人员郭*及手机号码138****5678"),
    ],
)
def test_a_member_of_the_staff(text: str, message: str) -> None:
    assert findings(staff, text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "联系人：周晓东，电话0000-1234567。",
        "联系人：办公室，电话13800005678。",
        "负责人方便时可拨打13800005678。",
        "联系人：周晓东。值班手机13800005678。",
        "局长周晓东主持会议。",
    ],
)
def test_an_office_or_a_landline(text: str) -> None:
    assert findings(staff, text) == []


@pytest.mark.parametrize("rule", [applicants, staff])
def test_no_text(rule: CheckRule) -> None:
    (found,) = rule.check(sample_report(), official_form("2021"))
    assert isinstance(found, NotAssessable)
