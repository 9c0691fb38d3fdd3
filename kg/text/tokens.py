"""Words and their part of speech, by rjieba (the same dictionary and algorithm as jieba, in Rust)."""

from __future__ import annotations

from itertools import accumulate

import rjieba

from kg.types import Token


def tokenise(clean: str) -> tuple[Token, ...]:
    """The words of a clean text, which together cover it."""
    tagged = rjieba.tag(clean)
    words = [word for word, _ in tagged]
    ends = list(accumulate(map(len, words)))
    return tuple(map(Token, [0, *ends], ends, words, [pos for _, pos in tagged]))
