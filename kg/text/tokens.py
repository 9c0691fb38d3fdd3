"""Words and their part of speech, by rjieba (the same dictionary and algorithm as jieba, in Rust)."""

from __future__ import annotations

import rjieba

from kg.types import Token


def tokenise(clean: str) -> tuple[Token, ...]:
    """The words of a clean text, which together cover it."""
    tokens: list[Token] = []
    at = 0
    for word, pos in rjieba.tag(clean):
        end = at + len(word)
        tokens.append(Token(at, end, word, pos))
        at = end
    return tuple(tokens)
