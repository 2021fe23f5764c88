"""P04: the contact mailbox is one of the office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report

PERSONAL = re.compile(
    r"(?:vip\.)?(?:(?:qq|foxmail|163|126|188|sina|sohu|139|21cn|tom|aliyun|gmail|hotmail|outlook|live|icloud|yahoo)\.com"
    r"|(?:189|wo|sina|yahoo)\.cn|yahoo\.com\.cn|(?:yeah|263)\.net)"
)
"""Mail services that anybody can register with; their domains for paying members (vip.163.com) count as well."""


@rule("P04")
def mailbox(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """The mailbox given for contact is not on a personal domain."""
    email = report.contact.email if report.contact else None
    if not email:
        yield not_assessable("P04", "未找到联系邮箱", "no contact mailbox was found")
        return
    local, _, domain = email.rpartition("@")
    if PERSONAL.fullmatch(domain.lower()):
        masked = f"{local[:1]}***@{domain.lower()}"
        yield spec("P04").finding(source=report.sources.get("contact"), masked=masked)
