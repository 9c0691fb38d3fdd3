"""Words and their part of speech, by rjieba: jieba's dictionary and algorithm in Rust.

The words are those of `jieba.cut` (999 of 1,000), the tags those of jieba's dictionary. `jieba.posseg` cuts words that
the dictionary lacks by a second model, so that 4 in 100 differ there; where its words are the same, 99 % of tags are.
"""

from __future__ import annotations

from itertools import accumulate

import rjieba

from kg.types import Token


def tokenise(clean: str) -> tuple[Token, ...]:
    """The words of a clean text, which together cover it."""
    tagged = rjieba.tag(clean)
    words = [word for word, _ in tagged]
    ends = list(accumulate(map(len, words)))
    return tuple(map(Token._make, zip([0, *ends], ends, words, [pos for _, pos in tagged], strict=False)))
