"""How well the facts that were read of a passage agree with its labels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs
from tests.facts.passages import BreakdownLabel, Choice, FactLabel, Passage, ShareLabel, Span, TrendLabel

from govinfo.facts.model import Breakdown, Fact, Facts, Share, Trend

GROUPS = {
    "applications.new": "applications: received, carried, by applicant and channel",
    "applications.carried": "applications: received, carried, by applicant and channel",
    "applications.open": "applications: received, carried, by applicant and channel",
    "applications.channel": "applications: received, carried, by applicant and channel",
    "applications.results": "applications: results",
    "review.": "review and litigation",
    "proactive.": "documents, decisions, fees of the form",
    "fees.": "processing fees",
    "disclosure.total": "disclosure: totals and channels",
    "disclosure.channel": "disclosure: totals and channels",
    "disclosure.": "disclosure: kinds",
    "management.": "management, platforms, supervision",
    "platform.": "management, platforms, supervision",
    "supervision.": "management, platforms, supervision",
}
"""Groups of topics in the order of the table; the first beginning that fits decides."""

TOPICS = tuple(dict.fromkeys(GROUPS.values()))
RELATIONS = ("breakdowns", "parts of breakdowns", "shares", "trends", "trends: direction and number")
ATTRIBUTES = ("bound", "polarity", "scope", "span")

WRONG = {
    "value": "right topic, wrong value",
    "topic": "number of another topic",
    "subject": "number of something else",
}
"""What may be wrong about a fact."""

DEFAULTS = {"bound": "exact", "polarity": "stated", "scope": "own", "span": "reporting"}


@attrs.frozen
class Tally:
    """Labels and how many were found; answers and how many were right."""

    labelled: int = 0
    found: int = 0
    told: int = 0
    right: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(a + b for a, b in zip(attrs.astuple(self), attrs.astuple(other), strict=True)))

    @property
    def precision(self) -> float | None:
        return self.right / self.told if self.told else None

    @property
    def recall(self) -> float | None:
        return self.found / self.labelled if self.labelled else None


Score = Mapping[str, Tally]


@attrs.frozen
class Slip:
    """Something missed or told wrongly, in words."""

    passage: str
    kind: str
    text: str


def group(topic: str) -> str:
    """The group of a topic."""
    return next(name for beginning, name in GROUPS.items() if topic.startswith(beginning))


def add_up(scores: Iterable[Score]) -> Score:
    """The tallies of many passages together, with all topics in one under the name ``all facts``."""
    total: dict[str, Tally] = {kind: Tally() for kind in (*TOPICS, *RELATIONS, *ATTRIBUTES)}
    for score in scores:
        for kind, tally in score.items():
            total[kind] += tally
    return {**total, "all facts": sum((total[kind] for kind in TOPICS), Tally())}


class Judge:
    """Compares one passage with what was read of it.

    Attributes:
        score: tallies by kind.
        slips: all that was missed or wrong.
        wrong: wrong facts by what is wrong, a key of `WRONG`.
    """

    def __init__(self, passage: Passage, facts: Facts) -> None:
        self.passage = passage
        self.facts = facts
        self.score: dict[str, Tally] = defaultdict(Tally)
        self.slips: list[Slip] = []
        self.wrong: Counter[str] = Counter()
        self._starts = [0]
        for paragraph in passage.text.split("\n"):
            self._starts.append(self._starts[-1] + len(paragraph) + 1)
        self._judge_facts()
        self._judge_breakdowns()
        self._judge_shares()
        self._judge_trends()

    def _span(self, fact: Fact) -> Span:
        if fact.place.section != self.passage.section:
            return Span(-1, -1)
        start = self._starts[fact.place.paragraph]
        return Span(start + fact.place.start, start + fact.place.end)

    def _count(self, kind: str, text: str, *, labelled: bool | None = None, told: bool | None = None) -> None:
        """Count a label (`labelled` tells whether it was found) or an answer (`told` tells whether it was right)."""
        self.score[kind] += Tally(labelled is not None, bool(labelled), told is not None, bool(told))
        if labelled is False or told is False:
            self.slips.append(Slip(self.passage.id, kind, f"{'missed' if told is None else 'wrong'}: {text}"))

    def _judge_facts(self) -> None:
        taken: set[tuple[FactLabel, str]] = set()
        for fact in self.facts.facts:
            if not fact.topic or fact.measure not in {"count", "money"}:
                continue
            near = [label for label in self.passage.facts if label.span.overlaps(self._span(fact))]
            here = [label for label in near if fact.topic in label.topics]
            same = [label for label in here if label.value == fact.value and (label, fact.topic) not in taken]
            if not same:
                self.wrong["value" if here else "topic" if near else "subject"] += 1
            self._count(group(fact.topic), f"{fact.topic} = {fact.value} in {fact.text!r}", told=bool(same))
            if same:
                taken.add((same[0], fact.topic))
                self._judge_attributes(same[0], fact)
        found = {label for label, _ in taken}
        for label in self.passage.facts:
            if label in found or not label.optional:
                text = f"{label.topics[0]} = {label.value} in {self._words(label.span)!r}"
                self._count(group(next(filter(None, label.topics))), text, labelled=label in found)

    def _judge_attributes(self, label: FactLabel, fact: Fact) -> None:
        allowed = {"bound": (label.bound,), "polarity": label.polarity, "scope": label.scope, "span": label.year}
        for name, values in allowed.items():
            told = getattr(fact, name)
            text = f"{told} for {' or '.join(values)}, {fact.topic} = {fact.value} in {fact.text!r}"
            if DEFAULTS[name] not in values:
                self._count(name, text, labelled=told in values)
            if told != DEFAULTS[name]:
                self._count(name, text, told=told in values)

    def _judge_breakdowns(self) -> None:
        labels = self.passage.breakdowns
        told = self.facts.breakdowns
        for label in labels:
            found = any(self._same_breakdown(label, answer) for answer in told)
            if found or not label.optional:
                self._count("breakdowns", self._breakdown(label), labelled=found)
        for answer in told:
            right = any(self._same_breakdown(label, answer) for label in labels)
            self._count("breakdowns", f"{answer.total.text} -> {[part.text for part in answer.parts]}", told=right)
        wanted = [(label, part) for label in labels for part in label.parts]
        given = [(answer, part) for answer in told for part in answer.parts]
        for label, part in wanted:
            found = any(self._same_part(label, part, answer, other) for answer, other in given)
            if found or not label.optional:
                self._count("parts of breakdowns", f"{self._breakdown(label)}: {self._words(part)}", labelled=found)
        for answer, other in given:
            right = any(self._same_part(label, part, answer, other) for label, part in wanted)
            self._count("parts of breakdowns", f"{answer.total.text} -> {other.text}", told=right)

    def _same_breakdown(self, label: BreakdownLabel, answer: Breakdown) -> bool:
        spans = sorted((self._span(part) for part in answer.parts), key=lambda span: span.start)
        parts = sorted(label.parts, key=lambda span: span.start)
        return (
            label.total.overlaps(self._span(answer.total))
            and len(spans) == len(parts)
            and all(one.overlaps(other) for one, other in zip(spans, parts, strict=True))
            and answer.listing in label.listing
        )

    def _same_part(self, label: BreakdownLabel, part: Span, answer: Breakdown, other: Fact) -> bool:
        return label.total.overlaps(self._span(answer.total)) and part.overlaps(self._span(other))

    def _judge_shares(self) -> None:
        for label in self.passage.shares:
            found = any(self._same_share(label, share) for share in self.facts.shares)
            if found or not label.optional:
                self._count("shares", self._words(label.percent), labelled=found)
        for share in self.facts.shares:
            right = any(self._same_share(label, share) for label in self.passage.shares)
            self._count("shares", share.percent.text, told=right)

    def _same_share(self, label: ShareLabel, share: Share) -> bool:
        return (
            label.percent.overlaps(self._span(share.percent))
            and self._fits(label.part, share.part)
            and self._fits(label.whole, share.whole)
        )

    def _judge_trends(self) -> None:
        for kind in ("trends", "trends: direction and number"):
            complete = kind == "trends"
            for label in self.passage.trends:
                found = any(self._same_trend(label, trend, complete=complete) for trend in self.facts.trends)
                if found or not label.optional:
                    self._count(kind, f"{label.direction} {self._trend(label)}", labelled=found)
            for trend in self.facts.trends:
                right = any(self._same_trend(label, trend, complete=complete) for label in self.passage.trends)
                self._count(kind, f"{trend.direction} in {trend.text!r}", told=right)

    def _same_trend(self, label: TrendLabel, trend: Trend, *, complete: bool) -> bool:
        if label.direction != trend.direction or not self._fits(label.current, trend.current):
            return False
        rest = self._fits(label.amount, trend.amount), self._fits(label.previous, trend.previous)
        return all(rest) if complete else any(rest)

    def _fits(self, choice: Choice, fact: Fact | None) -> bool:
        if fact is None:
            return None in choice or not choice
        return not choice or any(span is not None and span.overlaps(self._span(fact)) for span in choice)

    def _words(self, span: Span) -> str:
        return self.passage.text[max(0, span.start - 14) : span.end + 2]

    def _breakdown(self, label: BreakdownLabel) -> str:
        return f"{self._words(label.total)!r} -> {[self.passage.text[part.start : part.end] for part in label.parts]}"

    def _trend(self, label: TrendLabel) -> str:
        spans: Iterator[Span] = (span for span in (*label.current, *label.amount, *label.previous) if span)
        return ", ".join(repr(self._words(span)) for span in spans)
