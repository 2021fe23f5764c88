"""Where something was published, from the channels that are named before, or from the list that it goes on."""

from __future__ import annotations

from govinfo.facts.fitting import fit
from govinfo.facts.tokens import unknown
from govinfo.facts.topics import lexicon
from govinfo.facts.wording import Wording, named, words_of

_CHANNEL = "disclosure.channel."
_ENDS = frozenset("网报号端台")
"""Ends of what a channel is called (某某网、某某号、某某平台)."""

_CALLED = {"报": "press", "网": "website"}
"""What a channel that is not known is called at its end."""

_PRINTED = frozenset({"刊登", "刊发", "登载", "刊载", "收录"})
"""Verbs of what stands in a gazette."""


def published(wording: Wording, topic: str) -> str:
    """The topic of a number, by the channel where it is of something published; other topics as they are."""
    if topic == "disclosure.documents" and any(word.text in _PRINTED for word in wording.words):
        found, _ = fit(lexicon().frames["documents"], wording, (*wording.channels, *wording.own))
        return found if found.startswith(_CHANNEL) else topic
    if topic != "disclosure.total" or any("主动公开" in word.text for word in wording.words):
        return topic
    told = _on_a_list(wording, topic)
    if told is not None:
        return told
    found, _ = fit(lexicon().frames["disclosure"], wording, (*wording.channels, *wording.pending, *wording.own))
    return found if found.startswith(_CHANNEL) else topic


def _on_a_list(wording: Wording, topic: str) -> str | None:
    """The topic of a member of a list of channels or kinds (网站发布9条，新区报发布3条); None where it is none."""
    subject = _subject(wording)
    if any("among" in word.sense.marks for word in words_of((*wording.pending, *wording.own))):
        before = wording.topic or wording.before
        if before.startswith(_CHANNEL):
            return before
        return _CHANNEL + _CALLED.get(subject, "other") if subject in _ENDS else None
    before = wording.topic if wording.topics and wording.unit == wording.quantity.unit else topic
    listed = next((told for told, unit in reversed(wording.listed) if unit == wording.quantity.unit), before)
    if subject and listed.startswith(_CHANNEL):
        return _CHANNEL + _CALLED.get(subject, "other")
    return "" if subject and not listed else None


def _subject(wording: Wording) -> str:
    """The end of what stands in front of the verb and is not known; empty where nothing does."""
    verb = next((word for word in wording.words if "publish" in word.sense.roles), None)
    if verb is None or named(wording.own) or unknown(wording.text, wording.start, verb.start, wording.own) < 2:
        return ""
    return wording.text[verb.start - 1]
