"""Train the tagger of names on texts with gold labels.

Same texts, labels and settings: same model, byte by byte, on one machine (the matrices are multiplied by one thread).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kg.extract.blas import one_thread
from kg.extract.pieces import pieces
from kg.extract.tagger import Known, codes, inputs, letter_codes
from kg.ontology.lexicon import Lexicon
from kg.train.documents import Gold
from kg.train.labels import LAYERS, Span, spans_of
from kg.train.network import Example, Settings, fit, stored
from kg.train.replacement import copies
from kg.types import Text

SIZES = [1 + 4 * len(types) for types in LAYERS.values()]


def train(
    texts: Sequence[Text], golds: Sequence[Gold], out: Path, lexicon: Lexicon, settings: Settings | None = None
) -> None:
    """Write a model learnt from texts and their gold (`entities` with `type` and `mentions`), in the same order."""
    how = settings or Settings()
    more = copies(texts, golds, lexicon, how.copies, how.replaced, how.seed)
    labelled = [*zip(texts, golds, strict=True), *more]
    known = vocabulary(texts, how.rarest)
    some = [e for text, gold in labelled for e in examples(text, gold, lexicon, known)]
    with one_thread():
        weights = fit(some, known, SIZES, how)
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **stored(weights, known, LAYERS))


def vocabulary(texts: Sequence[Text], rarest: int) -> Known:
    """The characters, words and tags of words that occur at least `rarest` times."""
    letters, words, kinds = Counter[int](), Counter[int](), Counter[int]()
    for text in texts:
        letters.update(letter_codes(text).tolist())
        words.update(codes(t.word for t in text.tokens).tolist())
        kinds.update(codes(t.pos for t in text.tokens).tolist())
    often = (sorted(code for code, n in count.items() if n >= rarest) for count in (letters, words, kinds))
    return Known(*(np.array(found, np.uint32) for found in often))


def examples(text: Text, gold: Gold, lexicon: Lexicon, known: Known) -> list[Example]:
    """The sentences of a text, with the tags of the gold names."""
    spans = spans_of(text.clean, gold)
    columns = [tags(len(text.clean), spans[name], types) for name, types in LAYERS.items()]
    at = np.stack(columns, 1) + np.cumsum([0, *SIZES[:-1]])
    seen = inputs(text, lexicon, known)
    return [Example(seen.part(a, b), at[a:b]) for a, b in pieces(text)]


def tags(n: int, spans: Sequence[Span], types: Sequence[str]) -> npt.NDArray[np.int64]:
    """The tag of each character (see `kg.extract.crf.Layer`)."""
    out = np.zeros(n, np.int64)
    for a, b, kind in spans:
        first = 1 + 4 * types.index(kind)
        out[a:b] = first + 1
        out[a], out[b - 1] = first, first + 2
        if b - a == 1:
            out[a] = first + 3
    return out
