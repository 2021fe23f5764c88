"""Traditional characters, as mirror sites and converters put them in place of the simplified ones of the forms.

Mirror sites also put the pronunciation of some characters in brackets behind them.
"""

from __future__ import annotations

import re

_VOWEL = "aeiouvüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
GLOSS = re.compile(
    rf"[(（](?<=[一-鿿].)(?:(?:[zcs]h|[b-df-hj-np-tw-zɡ])?[{_VOWEL}]{{1,3}}(?:n[gɡ]?|r)?)[)）]",
)
"""The pronunciation of a character in brackets behind it."""

_PAIRS = (
    "萬万 業业 為为 爲为 舉举 於于 會会 體体 關关 內内 決决 況况 減减 劃划 務务 動动 區区 華华 單单 衹只 "
    "祇只 後后 國国 處处 復复 複复 審审 對对 屬属 廢废 開开 強强 當当 總总 執执 護护 報报 據据 數数 無无 "
    "時时 機机 權权 條条 構构 檢检 沒没 現现 確确 稱称 穩稳 類类 係系 糾纠 納纳 組组 織织 經经 結结 繼继 "
    "續续 維维 繳缴 罰罚 範范 獲获 補补 規规 計计 認认 議议 許许 訟讼 訪访 訴诉 試试 詢询 請请 購购 費费 "
    "轉转 過过 這这 進进 採采 間间 問问 題题 額额 項项 與与 發发 檔档 製制 應应 佈布 號号 "
    "繫系 監监 設设 臺台 統统 聯联 電电 話话 傳传 郵邮 編编 "
)
"""Traditional and simplified characters, those of the forms' wordings and of metadata (Unihan, kSimplifiedVariant)."""

SIMPLIFIED: dict[str, str] = {pair[0]: pair[1] for pair in _PAIRS.split()}
"""The simplified character for each traditional one that a wording of the forms may be printed with."""

TO_SIMPLIFIED = str.maketrans(SIMPLIFIED)
"""The same, for `str.translate`."""

_TRADITIONAL = re.compile(f"[{''.join(SIMPLIFIED)}]")

FREQUENT_TRADITIONAL = (
    "開務區報總體況應處結數請個機關標題於與為國動項業後實際發會過對時統計義從這種決規範權組織維護進學習聯絡電話號"
)
"""Traditional characters of which a text in that script has many."""


def unglossed(text: str) -> str:
    """The text without the pronunciation of characters in brackets behind them."""
    return GLOSS.sub("", text) if "(" in text or "（" in text else text


def simplified(text: str) -> str:
    """The text in simplified characters, as far as the wordings of the forms go, without phonetic glosses."""
    return unglossed(text).translate(TO_SIMPLIFIED) if _TRADITIONAL.search(text) else unglossed(text)


def traditional(text: str) -> str:
    """The text in traditional characters, as far as the wordings of the forms need them."""
    return text.translate(_TO_TRADITIONAL)


_TO_TRADITIONAL = str.maketrans({simple: old for old, simple in reversed(SIMPLIFIED.items())})
