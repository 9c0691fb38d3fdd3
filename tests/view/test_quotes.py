"""Sentences around clauses, and sounds of names."""

from __future__ import annotations

from kg.export.view.pinyin import pinyin_index
from kg.export.view.quotes import quote

TEXT = "全市经济平稳。旗滨玻璃在醴陵\n市建成二期项目，投资10亿元；下一句。"


def marked(text: str, *words: str) -> list[str]:
    start = text.index("旗滨")
    spans = [(text.index(w), text.index(w) + len(w)) for w in words]
    shown, marks = quote(text, start, text.index("，"), spans)
    return [shown, *(shown[a:b] for a, b in zip(marks[::2], marks[1::2], strict=True))]


def test_the_whole_sentence_with_its_marks() -> None:
    sentence = "旗滨玻璃在醴陵市建成二期项目，投资10亿元；"
    assert marked(TEXT, "旗滨玻璃", "醴陵\n市") == [sentence, "旗滨玻璃", "醴陵市"]


def test_an_end_that_is_understood_has_no_mark() -> None:
    shown, marks = quote(TEXT, 7, 11, [(7, 11), (None, None)])
    assert shown[marks[0] : marks[1]] == "旗滨玻璃"
    assert marks[2:] == [0, 0]


def test_an_end_far_away_is_not_shown() -> None:
    text = "株洲市。" + "长" * 900 + "。旗滨玻璃扩产。"
    at = text.index("旗滨")
    assert quote(text, at, at + 6, [(at, at + 4), (0, 3)]) == ("旗滨玻璃扩产。", [0, 4, 0, 0])


def test_blanks_between_latin_words_stay() -> None:
    assert quote("A  B集 团。", 0, 4, [])[0] == "A B集团。"


def test_sounds() -> None:
    index = pinyin_index(["重庆", "重点", "重大", "ABB", "1+8+X"])
    assert index["usual"]["重"] == "zhong"
    assert index["other"] == {"重庆": "chong qing"}
