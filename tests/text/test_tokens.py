"""How rjieba relates to jieba: the same words as `jieba.cut`, the dictionary's tags.

`jieba.posseg` cuts unknown words by a second model of its own, so that about 4 words in 100 are cut otherwise there.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable
from pathlib import Path

from kg.loaders import load
from kg.text.normalise import normalise
from kg.text.tokens import tokenise


def spans(words: Iterable[str]) -> set[tuple[int, int]]:
    found, at = set(), 0
    for word in words:
        found.add((at, at + len(word)))
        at += len(word)
    return found


def test_tokens_cover_the_text() -> None:
    clean = "株洲市2019年GDP增长7.5%。\n新 材料abc def"
    tokens = tokenise(clean)
    assert "".join(token.word for token in tokens) == clean
    assert all(clean[token.start : token.end] == token.word for token in tokens)
    assert tokens[0].pos == "ns"


def test_the_same_words_as_jieba(shared: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's own source has invalid escapes and uses pkg_resources
        import jieba
        import jieba.posseg
    jieba.setLogLevel(logging.ERROR)
    clean = normalise(load(shared / "corpus" / "baoding-2025.txt")[0].text).text
    ours = {(token.start, token.end): token.pos for token in tokenise(clean)}
    cut = spans(jieba.cut(clean))
    assert len(cut & ours.keys()) >= 0.995 * len(cut)
    tagged, at = {}, 0
    for word, flag in jieba.posseg.cut(clean):
        tagged[at, at + len(word)] = flag
        at += len(word)
    both = tagged.keys() & ours.keys()
    assert len(both) >= 0.94 * len(tagged)
    assert sum(tagged[one] == ours[one] for one in both) >= 0.98 * len(both)
