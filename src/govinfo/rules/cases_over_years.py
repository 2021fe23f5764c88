"""Y08, V19: cases that go on from one year to the next, and from reconsideration to court."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.collection import Collection
from govinfo.contracts import comparison
from govinfo.findings import Finding, NotAssessable, Text, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.beside import both, last_report, related
from govinfo.rules.operands import operands

KINDS = (
    ("reconsideration", Text("行政复议", "reconsiderations")),
    ("litigation_direct", Text("未经复议直接起诉的案件", "suits without reconsideration")),
    ("litigation_after_reconsideration", Text("复议后起诉的案件", "suits after reconsideration")),
)

REVIEWS = "review.reconsideration.total"
SUITS = "review.litigation_after_reconsideration.total"


@comparison("Y08")
def pending(report: Report, _form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Look for at least as many cases as were pending at the end of last year."""
    last = last_report("Y08", report, collection)
    if isinstance(last, NotAssessable):
        yield last
        return
    for kind, name in KINDS:
        now, before = f"review.{kind}.total", f"review.{kind}.pending"
        values = both("Y08", report, (now,), last, (before,))
        if isinstance(values, NotAssessable):
            yield values
            continue
        (total,), (open_cases,) = values
        if total < open_cases:
            yield spec("Y08").finding(
                cells=(now,),
                source=report.source_of(now),
                equation=f"{total} < {open_cases}",
                related=(related(last, (before,)),),
                kind=name,
                year=str(last.year),
                pending=str(open_cases),
                total=str(total),
            )


@comparison("V19")
def suits_after_review(report: Report, _form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Compare the suits after reconsideration with the reconsiderations of this year and the last."""
    values = operands("V19", report, (SUITS, REVIEWS))
    if isinstance(values, NotAssessable):
        yield values
        return
    suits, reviews = values
    if suits <= reviews:
        return
    last = last_report("V19", report, collection)
    if isinstance(last, NotAssessable):
        yield last
        return
    earlier = both("V19", report, (SUITS,), last, (REVIEWS,))
    if isinstance(earlier, NotAssessable):
        yield earlier
        return
    before = earlier[1][0]
    if suits > reviews + before:
        yield spec("V19").finding(
            cells=(SUITS, REVIEWS),
            source=report.source_of(SUITS),
            equation=f"{suits} > {reviews}＋{before}＝{reviews + before}",
            related=(related(last, (REVIEWS,)),),
            suits=str(suits),
            reviews=str(reviews),
            before=str(before),
            year=str(last.year),
        )
