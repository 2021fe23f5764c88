"""Statements that stand for a number: none at all (未收到申请), or all of them (均已办结)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import attrs

from govinfo.facts.mentions import Mention, Passage
from govinfo.facts.model import Fact, Polarity
from govinfo.facts.quantities import Quantity
from govinfo.facts.scope import PLANS_FROM, Setting, setting, telling
from govinfo.facts.tokens import Clause, Comma, Token
from govinfo.facts.topics import Word, lexicon
from govinfo.facts.wording import words_of

MAX_REACH = 30
"""So many words are looked at behind and in front of a denial."""

MAX_TEXT = 200
"""So many characters of a clause are kept."""

_CONDITION = re.compile(r"\s*(?:对于?|如果?|若|凡|不得|防止|避免|杜绝|确保)")
_RIGHT = re.compile(r"(?:制定|制发)?权(?!利|威|益)")
_WORD = re.compile("[\u4e00-\u9fff]")
_NOTHING = frozenset({"无", "没有", "暂无"})
_SOME = frozenset({"others", "among"})
_JOINING = frozenset({"和", "与", "及", "以及", "或", "或者"})
_REVIEW = frozenset(
    {"reconsideration", "litigation", "review", "litigation_direct", "litigation_after_reconsideration"}
)
_DECISIONS = frozenset({"licensing", "penalties", "coercion"})
_OUTCOME = frozenset({"upheld", "corrected", "review_other", "pending", "dismissed", "won"})
"""What a denial may be on instead of the cases themselves (无败诉)."""

FEE_SECTION = 6
"""The section in which what is collected is the fee for processing requests."""

_DENIED = _REVIEW | {"admin_fees", "accountability"}
"""Things of which a denial needs no verb."""

_APPLICANTS = frozenset({"citizen", "natural_person", "organization", "commercial", "research", "public_welfare"})
_MONEY = frozenset({"fees.charged", "fees.received", "proactive.fees.amount"})
_OUTCOMES = ("applications.results.", "applications.new.", "applications.channel.", "review.")

Said = tuple[str, str, int]
"""A topic, its frame, and the end of the words that tell it."""


@attrs.frozen
class Context:
    """A clause with what was said before it.

    Attributes:
        passage, clause: the paragraph and the clause.
        frame: the thing that is counted.
        pending: the words of clauses without a number just before.
        label: the sentence before, where it is but a label; None at the start of the paragraph.
        among: the clause goes on of only some of what was told (其中，6件均已答复).
    """

    passage: Passage
    clause: Clause
    frame: str
    pending: tuple[Token, ...]
    label: str | None = None
    among: bool = False

    @property
    def text(self) -> str:
        """The clause, veiled."""
        return self.passage.veiled[self.clause.start : min(self.clause.end, self.clause.start + MAX_TEXT)]


def statements(context: Context, before: Setting) -> Iterator[Mention]:
    """Yield what a clause says without a number, in the setting before it."""
    passage, tokens = context.passage, context.clause.tokens
    for index, token in enumerate(tokens):
        marks = token.sense.marks if isinstance(token, Word) else frozenset()
        if marks.isdisjoint({"negation", "all"}) or _is_slogan(passage.veiled, tokens, index):
            continue
        other = _next_denial(tokens, index)
        after = tokens[index + 1 : min(other, index + 1 + MAX_REACH)]
        said = tokens[max(0, index - MAX_REACH) : index]
        some = _of_some(said) if "negation" in marks else _rest(said) or (context.among and _is_counted(said))
        if some or any(isinstance(word, Quantity) for word in after):
            continue
        told = telling(passage.veiled, tokens[max(0, index - MAX_REACH) : index])
        now = setting(before, told, passage.year, plans=passage.section >= PLANS_FROM)
        if now.planned:
            return
        denied = "negation" in marks
        found = list(_denied(context, index, after) if denied else _all(context, index, after))
        for topic, frame, end in found:
            fact = _fact(passage, topic, "denied" if denied else "all", (token.start, end), now)
            yield Mention(attrs.evolve(fact, text=_printed(context)), frame=frame, headed=True)
        if found and other == len(tokens) and not _is_zero(token, after):
            return


def _is_slogan(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Tell whether 零 only begins a word that is not known (零逾期、零差错), and denies no thing of the report."""
    stop = tokens[index].stop
    known = index + 1 < len(tokens) and tokens[index + 1].start == stop
    return text[stop - 1] == "零" and not known and _WORD.match(text, stop) is not None


def _next_denial(tokens: Sequence[Token], index: int) -> int:
    """Where the next item of a list is denied (无新收申请、无结转申请), or the end."""
    for place in range(index + 2, min(len(tokens), index + 1 + MAX_REACH)):
        token = tokens[place]
        denies = isinstance(token, Word) and token.text != "零" and "negation" in token.sense.marks
        if denies and isinstance(tokens[place - 1], Comma):
            return place
    return len(tokens)


def _of_some(before: Sequence[Token]) -> bool:
    """Tell whether something is said of pieces that were counted just before (尚有2件未到期)."""
    for token in reversed(before):
        if isinstance(token, Quantity):
            return True
        joins = isinstance(token, Comma) or (isinstance(token, Word) and token.text in _JOINING)
        if joins or (isinstance(token, Word) and token.sense.named):
            return False
    return False


def _rest(before: Sequence[Token]) -> bool:
    """Tell whether something is said of only some or the rest (其余25件均为自然人申请)."""
    return any(isinstance(word, Word) and not word.sense.marks.isdisjoint(_SOME) for word in before)


def _is_counted(before: Sequence[Token]) -> bool:
    """Tell whether all of some pieces are spoken of that were counted just before."""
    return bool(before) and isinstance(before[-1], Quantity)


def _printed(context: Context) -> str:
    clause = context.clause
    return context.passage.text[clause.start : min(clause.end, clause.start + MAX_TEXT)].strip()


def _fact(passage: Passage, topic: str, polarity: Polarity, at: tuple[int, int], now: Setting) -> Fact:
    return Fact(
        topic=topic,
        value=Decimal(0) if polarity == "denied" else None,
        measure="money" if topic in _MONEY else "count",
        unit="",
        text="",
        place=passage.place(*at),
        polarity=polarity,
        scope=now.scope,
        span="reporting" if topic == "applications.carried_over" else now.span,
    )


def _denied(context: Context, index: int, after: Sequence[Token]) -> Iterator[Said]:
    """Yield the topics that the denial at a place of a clause denies."""
    if _CONDITION.match(context.text):
        return
    words = [word for word in after if isinstance(word, Word)]
    said = frozenset().union(*(word.sense.roles for word in words)) if words else frozenset()
    before = context.clause.tokens[max(0, index - MAX_REACH) : index]
    if "turned" in said and said.isdisjoint({"over", "forward"}) and _last_year(before):
        said |= {"over"}
    if not words and any("received" in word.sense.roles for word in words_of(context.pending)):
        said |= {"received"}
    end = context.clause.tokens[index].stop
    end = max([end, *(word.stop for word in words if word.sense.roles or word.sense.named)])
    names = _things(after) or _things(before)
    if names == ["application"] and "received" in said:
        names = ["processing_fee"]
    if _is_zero(context.clause.tokens[index], after):
        names = _things(before)[-1:] or names
    names = names or _understood(context, said, alone=not words)
    if {"reconsideration", "litigation"} <= set(names):
        names = [*(name for name in names if name not in _REVIEW), "review"]
    for name in names:
        for topic in _denial(context.passage, name, said, context.text):
            yield topic, name, end


def _last_year(before: Sequence[Token]) -> bool:
    """Tell whether the year before is named (上年度无结转)."""
    return any(isinstance(word, Word) and "previous" in word.sense.spans for word in before)


def _is_zero(token: Token, after: Sequence[Token]) -> bool:
    """Tell whether a denial is the 零 of 复议零申请, where the thing stands in front."""
    behind = after[0] if after else None
    return isinstance(token, Word) and token.text == "零" and not (isinstance(behind, Word) and behind.sense.named)


def _understood(context: Context, said: frozenset[str], *, alone: bool) -> list[str]:
    """The things that a denial is on which names none."""
    if alone and context.text.strip() in _NOTHING:
        heading = [name for name in [context.passage.heading] if name]
        label = heading if context.label is None else _things(lexicon().words(context.label))
        return _things(context.pending) or label or _fee(context)
    if context.frame in {"rules", "normative", "processing_fee"} and said & {
        "repealed",
        "issued",
        "in_force",
        "received",
    }:
        return [context.frame]
    received = "receive" in said and context.frame in {"application", *_REVIEW}
    if "received" in said and (context.frame == "application" or context.passage.section == FEE_SECTION):
        return ["processing_fee"]
    if said & {"forward", "over", "turned"}:
        return ["application"]
    return [context.frame] if received else []


def _fee(context: Context) -> list[str]:
    """The fee, where a label before names it only by a verb (收费情况：无)."""
    said = any("received" in word.sense.roles for word in words_of(context.pending))
    return ["processing_fee"] if said and context.passage.section == FEE_SECTION else []


def _denial(passage: Passage, name: str, said: frozenset[str], text: str) -> Iterator[str]:
    """Yield the topics of a thing that a denial with some words denies."""
    if name == "processing_fee":
        money = "fees.received" if said & {"received", "receive"} else "fees.charged"
        yield "fees.notices" if "notices" in said else money
        return
    frame = lexicon().frames[name]
    for kept in _kept(name, said, text):
        topic = frame.topic(kept, passage.form)
        if topic:
            yield topic


def _kept(name: str, said: frozenset[str], text: str) -> Iterator[frozenset[str]]:
    """Yield the words of a denial that tell what is denied, one set for each topic."""
    if name == "application":
        carried = said & {"forward", "over"}
        if carried:
            yield from (frozenset({role}) for role in sorted(carried))
        elif "turned" in said:
            yield frozenset({"forward"})
        elif "finish" not in said or "receive" in said:
            yield frozenset({"receive"}) | (said & _APPLICANTS)
    elif name in {"rules", "normative"}:
        if not _RIGHT.search(text) and "publish" not in said:
            flows = said & {"repealed", "in_force", "issued"} | ({"issued"} if "receive" in said else frozenset())
            yield from (frozenset({role}) for role in sorted(flows or {"issued"}))
    elif name in _DECISIONS:
        if said.isdisjoint({"publish", "receive"}):
            yield frozenset({"make"})
    elif name in _DENIED and (name not in _REVIEW or said.isdisjoint(_OUTCOME)):
        yield frozenset({"named"}) | (said & {"hear"})


def _things(tokens: Sequence[Token]) -> list[str]:
    """The things that are denied: the last named, with those joined to it."""
    names: list[str] = []
    joined = False
    for token in tokens:
        if isinstance(token, Comma) or (isinstance(token, Word) and token.text in _JOINING):
            joined = True
        elif isinstance(token, Word):
            hint = token.sense.hinted
            name = token.sense.named or (hint if hint == "application" or (joined and hint in _DECISIONS) else "")
            if name and name not in names:
                names = [*names, name] if joined or _kin(names, name) else [name]
            joined = joined and not name
    return names


def _kin(names: Sequence[str], name: str) -> bool:
    """Tell whether things are named in one breath even without a mark between."""
    return name in _REVIEW and all(other in _REVIEW for other in names)


def _alternatives(after: Sequence[Token]) -> bool:
    """Tell whether several outcomes or ways are joined, of which not all have each (均来自网络和信函)."""
    joined = [token for token in after if isinstance(token, Word) and (token.sense.roles or token.text in _JOINING)]
    return any(
        second.text in _JOINING and bool(first.sense.roles) and bool(third.sense.roles) and third.text != first.text
        for first, second, third in zip(joined, joined[1:], joined[2:], strict=False)
    )


def _all(context: Context, index: int, after: Sequence[Token]) -> Iterator[Said]:
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
    if _alternatives(after):
        return
    around = (*context.clause.tokens[max(0, index - MAX_REACH) : index], *after)
    named = [word.sense.named for word in around if isinstance(word, Word) and word.sense.named]
    name = named[-1] if named else context.frame
    name = "litigation" if name.startswith("litigation") else name
    if said and name in {"application", *_REVIEW}:
        topic = lexicon().frames[name].topic(frozenset(said - {"receive", "handle"}), context.passage.form) or ""
        if topic.startswith(_OUTCOMES):
            yield topic, name, end
