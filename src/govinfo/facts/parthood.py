"""What can be a part of what: requests of requests, outcomes of a case, kinds of what was published."""

from __future__ import annotations

from govinfo.facts.mentions import Mention

HEADS = frozenset(
    {
        "applications.new",
        "applications.open",
        "applications.carried_over",
        "applications.carried_forward",
        "applications.results.total",
    }
)
OPEN = frozenset({"applications.new", "applications.carried_over"})
_BESIDE = ("applications.new.", "applications.channel.", "applications.results.", "disclosure.channel.")
"""Beginnings of topics that are told side by side and are no parts of each other."""

_ANY = "applications.new."
"""Applicants, of whom those of one kind may be divided further."""

_AUDITED = frozenset({"management.reviews", "disclosure.documents"})
_PUBLISHED = frozenset({"disclosure.total"})
_DOCUMENTS = ("proactive.rules.", "proactive.normative_documents.")
"""What may be parts of documents that were gone through or published."""


def can_divide(total: Mention, mention: Mention) -> bool:
    """Tell whether a number can be a part of another."""
    if total.fact.measure != mention.fact.measure or total.fact.polarity != "stated":
        return False
    if not (total.fact.topic or mention.fact.topic) and mention.depth > total.depth and _differ(total, mention):
        return False
    people = {"人次", "人", "名"}
    return (total.fact.unit in people) == (mention.fact.unit in people) and _family(total, mention)


def _differ(total: Mention, mention: Mention) -> bool:
    """Tell whether two numbers are of different things by their units (批次、种)."""
    return "" != total.fact.unit != mention.fact.unit != ""


def _family(total: Mention, mention: Mention) -> bool:
    whole, part = total.fact.topic, mention.fact.topic
    if part == whole:
        return part not in HEADS or mention.fact.scope == "part" or total.fact.scope != mention.fact.scope
    if not part or not whole:
        return part not in HEADS or (part in OPEN and "申请" in total.fact.text)
    if part in HEADS:
        return part in OPEN and whole in HEADS
    if whole.startswith("review."):
        return whole == "review.all.total" or part.startswith(whole.removesuffix(".total"))
    return whole.split(".")[0] == part.split(".")[0] or (whole in _AUDITED and part.startswith(_DOCUMENTS))


def is_within(mention: Mention, before: Mention) -> bool:
    """Tell whether a number can divide the part before it: it is no greater and divides it by what it is."""
    greater = (mention.fact.value or 0) > (before.fact.value or 0)
    told = bool(mention.fact.topic and before.fact.topic)
    return not greater and not (told and dimension(mention) != dimension(before))


def is_kind(total: Mention, mention: Mention) -> bool:
    """Tell whether a named number is a kind of what was published: of the same unit, and nothing is said to be done."""
    published = total.fact.topic in _PUBLISHED or total.fact.topic.startswith("disclosure.channel.")
    published = published or not (total.fact.topic or mention.fact.topic)
    alike = mention.fact.topic[:11] in {"", "disclosure."} and mention.fact.unit == total.fact.unit
    return published and alike and not mention.verbal


def dimension(mention: Mention) -> str:
    """What a list divides by: applicants, channels, outcomes or kinds."""
    topic = mention.fact.topic
    if topic in OPEN:
        return "applications.open"
    if topic == "management.reviews" or topic.startswith(_DOCUMENTS):
        return "documents"
    return _prefix(topic) or topic.split(".")[0]


def is_beside(total: Mention, mention: Mention) -> bool:
    """Tell whether two numbers stand side by side, such as those of two channels, so that neither divides the other."""
    whole, part = total.fact.topic, mention.fact.topic
    return part != whole and _prefix(part) == _prefix(whole) != "" and not part.startswith((f"{whole}.", _ANY))


def _prefix(topic: str) -> str:
    """The beginning of a topic that is one of several side by side; empty for others."""
    return next((prefix for prefix in _BESIDE if topic.startswith(prefix) and topic not in HEADS), "")
