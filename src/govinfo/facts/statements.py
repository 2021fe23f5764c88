"""Statements that stand for a number: none at all (未收到申请), or all of them (均已办结)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govinfo.facts.mentions import Mention, Passage
from govinfo.facts.model import Fact, Polarity
from govinfo.facts.quantities import Quantity
from govinfo.facts.scope import Setting, setting
from govinfo.facts.tokens import Clause, Comma, Token
from govinfo.facts.topics import Word, lexicon

MAX_REACH = 30
"""So many words are looked at behind a denial."""

_CONDITION = re.compile(r"\s*(?:对于?|如果?|若|凡|因|不得|防止|避免|杜绝|确保)")
_RIGHT = re.compile(r"(?:制定|制发)?权(?!利|威|益)")
_REVIEW = frozenset(
    {"reconsideration", "litigation", "review", "litigation_direct", "litigation_after_reconsideration"}
)
_DENIED = {
    "application": "receive",
    "rules": "issued",
    "normative": "issued",
    "licensing": "make",
    "penalties": "make",
    "coercion": "make",
    "admin_fees": "named",
    "accountability": "named",
    **dict.fromkeys(_REVIEW, "named"),
}
"""What a denial without a verb denies of a thing."""

_OUTCOMES = ("applications.results.", "applications.new.", "applications.channel.", "review.")


def statements(
    passage: Passage, clause: Clause, frame: str, pending: Sequence[Token], before: Setting, sentence: int, depth: int
) -> Iterator[Mention]:
    """Yield what a clause says without a number."""
    for index, token in enumerate(clause.tokens):
        marks = token.sense.marks if isinstance(token, Word) else frozenset()
        if "negation" in marks or "all" in marks:
            after = clause.tokens[index + 1 : index + 1 + MAX_REACH]
            if any(isinstance(word, Quantity) for word in after):
                continue
            now = setting(
                before,
                [word for word in clause.tokens[:index] if not isinstance(word, (Comma, Quantity))],
                passage.year,
                plans=passage.section >= 5,
            )
            if now.planned:
                return
            if "negation" in marks:
                topics = list(_denied(passage, clause, index, after, frame, pending))
                polarity: Polarity = "denied"
            else:
                topics, polarity = list(_all(passage, clause, after, frame)), "all"
            for topic, name, end in topics:
                fact = Fact(
                    topic=topic,
                    value=Decimal(0) if polarity == "denied" else None,
                    measure="money" if topic in {"fees.charged", "fees.received", "proactive.fees.amount"} else "count",
                    unit="",
                    text=passage.text[clause.start : clause.end].strip(),
                    place=passage.place(token.start, end),
                    polarity=polarity,
                    scope=now.scope,
                    span=now.span,
                )
                yield Mention(fact, None, sentence, depth, "", frozenset(), name, headed=True)
            if topics:
                return


def _denied(
    passage: Passage, clause: Clause, index: int, after: Sequence[Token], frame: str, pending: Sequence[Token]
) -> Iterator[tuple[str, str, int]]:
    """Yield the topics that a denial denies, their frames and the end of its words."""
    if _CONDITION.match(passage.veiled, clause.start) and not _CAUSE.match(passage.veiled, clause.start):
        return
    words = [word for word in after if isinstance(word, Word)]
    said = frozenset().union(*(word.sense.roles for word in words)) if words else frozenset()
    names = _things(after)
    if not names:
        names = _things(clause.tokens[:index])
    if not names and not words:
        alone = passage.veiled[clause.start : clause.end].strip() in _NOTHING
        names = (_things(pending) or [passage.heading]) if alone else []
    if not names and ((said & {"receive"} and frame == "application") or said & {"forward", "over"}):
        names = ["application"]
    end = max([clause.tokens[index].stop, *(word.stop for word in words if word.sense.roles or word.sense.named)])  # type: ignore[union-attr]
    if {"reconsideration", "litigation"} <= set(names):
        names = [name for name in names if name not in _REVIEW] + ["review"]
    for name in names:
        topic = _denial(passage, name, said, passage.veiled[clause.start : clause.end])
        if topic:
            yield topic, name, end


_CAUSE = re.compile(r"\s*因")
_NOTHING = frozenset({"无", "没有", "暂无"})


def _denial(passage: Passage, name: str, said: frozenset[str], text: str) -> str:
    if name == "processing_fee":
        return (
            "fees.notices"
            if "notices" in said
            else "fees.received"
            if said & {"received", "receive"}
            else "fees.charged"
        )
    if name not in _DENIED:
        return ""
    if name == "application":
        if said & {"forward", "over"}:
            kept = said & {"forward", "over"}
        elif "finish" in said and "receive" not in said:
            return ""
        else:
            kept = frozenset({"receive"})
    elif name in {"rules", "normative"}:
        if _RIGHT.search(text) or "publish" in said:
            return ""
        kept = (said & {"repealed", "in_force", "issued"}) or frozenset({"issued"})
    elif name in {"licensing", "penalties", "coercion"}:
        if said & {"publish", "receive"}:
            return ""
        kept = frozenset({"make"})
    else:
        kept = frozenset({"named"}) | (said & {"hear"})
    return lexicon().frames[name].topic(kept, passage.form) or ""


def _things(tokens: Sequence[Token]) -> list[str]:
    """The things that are denied: the last named, with those joined to it."""
    names: list[str] = []
    joined = False
    for token in tokens:
        if isinstance(token, Comma) or (
            isinstance(token, Word) and token.text in {"和", "与", "及", "以及", "或", "或者"}
        ):
            joined = True
        elif isinstance(token, Word):
            name = token.sense.named or (token.sense.hinted if token.sense.hinted == "application" else "")
            if name and name not in names:
                names = [*names, name] if joined or _kin(names, name) else [name]
            joined = joined and not name
    return names


def _kin(names: Sequence[str], name: str) -> bool:
    """Tell whether things are named in one breath even without a mark between."""
    return name in _REVIEW and all(other in _REVIEW for other in names)


def _all(passage: Passage, clause: Clause, after: Sequence[Token], frame: str) -> Iterator[tuple[str, str, int]]:
    """Yield the outcome that all have."""
    words = [word for word in after if isinstance(word, Word)]
    if any("negation" in word.sense.marks for word in words):
        return
    said: set[str] = set()
    end = 0
    for word in words:
        if word.sense.roles:
            said |= word.sense.roles
            end = word.stop
    named = next(
        (word.sense.named for word in reversed(clause.tokens) if isinstance(word, Word) and word.sense.named), ""
    )
    name = named or frame
    if name not in {"application", *_REVIEW} or not said:
        return
    topic = lexicon().frames[name].topic(said - {"receive", "handle"}, passage.form) or ""
    if topic.startswith(_OUTCOMES):
        yield topic, name, end
