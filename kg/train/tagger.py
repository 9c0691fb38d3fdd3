"""Train the tagger of names on texts with gold labels.

Same texts, labels and settings: same model, byte by byte, on one machine (the matrices are multiplied by one thread).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kg.extract.blas import one_thread
from kg.extract.pieces import pieces
from kg.extract.tagger import Known, codes, inputs, letter_codes, load_model
from kg.ontology.lexicon import Lexicon
from kg.text.normalise import normalise
from kg.train.documents import Gold
from kg.train.gradients import Example
from kg.train.network import ONWARD, Settings, fit, stored, weights_of
from kg.types import Text

LAYERS: dict[str, tuple[str, ...]] = {
    "outer": (
        "Program", "Project", "Slogan", "Honor", "Enterprise", "Organization", "Zone", "Industry", "Event", "Region",
    ),
    "inner": ("Enterprise", "Organization", "Zone", "Industry", "Region"),
}  # fmt: skip
SIZES = [1 + 4 * len(types) for types in LAYERS.values()]

Span = tuple[int, int, str]


def train(
    texts: Sequence[Text],
    golds: Sequence[Gold],
    out: Path,
    lexicon: Lexicon,
    settings: Settings | None = None,
    onward: Path | None = None,
) -> None:
    """Write a model learnt from texts and their gold, in the same order.

    Args:
        texts: the documents.
        golds: of each its `entities` with `type`, `name` and `mentions`, and `written` if it was written for training.
        out: the file to write.
        lexicon: the word lists whose hits the model reads.
        settings: default `Settings()`, or `ONWARD`.
        onward: the file of a model to learn on from, which keeps its vocabulary.
    """
    how = settings or (ONWARD if onward else Settings())
    model = load_model(onward) if onward else None
    known = model.known if model else vocabulary(texts, how.rarest)
    some = []
    for text, gold in zip(texts, golds, strict=True):
        some += examples(text, gold, lexicon, known) * (1 if gold.get("written") else how.real)
    with one_thread():
        weights = fit(some, known, SIZES, how, weights_of(model) if model else None)
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
    entities = []
    for entity in gold["entities"]:
        forms = {normalise(form)[0] for form in (*entity["mentions"], entity["name"])} - {""}
        entities.append((str(entity["type"]), frozenset(forms)))
    spans = label(text.clean, entities)
    columns = [tags(len(text.clean), spans[name], types) for name, types in LAYERS.items()]
    at = np.stack(columns, 1) + np.cumsum([0, *SIZES[:-1]])
    seen = inputs(text, lexicon, known)
    return [Example(seen.part(a, b), at[a:b]) for a, b in pieces(text)]


def label(clean: str, entities: Sequence[tuple[str, frozenset[str]]]) -> dict[str, list[Span]]:
    """The spans of each layer: every occurrence of every form, the longest first.

    What lies inside a chosen span goes to the layer `inner` when it is of another entity and type.
    """
    forms = sorted(
        ((form, kind, at) for at, (kind, all_of) in enumerate(entities) for form in all_of),
        key=lambda x: (-len(x[0]), x),
    )
    owner = np.full(len(clean), -1)
    inside = np.zeros(len(clean), bool)
    outer: list[Span] = []
    inner: list[Span] = []
    for form, kind, at in forms:
        for m in re.finditer(f"(?={re.escape(form)})", clean):
            a, b = m.start(), m.start() + len(form)
            over = owner[a:b]
            if (over == -1).all():
                owner[a:b] = len(outer)
                outer.append((a, b, kind))
            elif over[0] >= 0 and (over == over[0]).all() and not inside[a:b].any():
                around = outer[over[0]]
                same = kind == around[2] or clean[around[0] : around[1]] in entities[at][1]
                if kind in LAYERS["inner"] and not same:
                    inside[a:b] = True
                    inner.append((a, b, kind))
    return {"outer": sorted(outer), "inner": sorted(inner)}


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
