"""More documents to learn from: copies of labelled ones in which names stand for others of their type.

So the tagger learns what is said around names rather than the names. Method: mention replacement (Dai and Adel 2020, An
Analysis of Simple Data Augmentation for Named Entity Recognition), a name by the same other one throughout a document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from kg.ontology.lexicon import Lexicon
from kg.text import analyse
from kg.train.documents import Gold
from kg.train.labels import spans_of
from kg.types import Article, Text


class _Name(NamedTuple):
    """A name and the names inside it, by where they stand in it and their type."""

    surface: str
    inside: tuple[tuple[int, int, str], ...]


def copies(
    texts: Sequence[Text], golds: Sequence[Gold], lexicon: Lexicon, times: int, share: float, seed: int
) -> Iterator[tuple[Text, Gold]]:
    """So many copies of each document from life (whose gold is not `written`), in which a share of the names is others.

    Names come from all documents; one between quote marks is replaced by one that stood between quote marks.
    """
    random = np.random.default_rng(seed)
    found = [_names(text, gold) for text, gold in zip(texts, golds, strict=True)]
    pools: dict[tuple[str, bool], dict[str, _Name]] = {}
    for names in found:
        for _, kind, quoted, name in names:
            pools.setdefault((kind, quoted), {})[name.surface] = name
    sorted_pools = {key: [pool[surface] for surface in sorted(pool)] for key, pool in pools.items()}
    for text, gold, names in zip(texts, golds, found, strict=True):
        for _ in range(0 if gold.get("written") else times):
            chosen: dict[tuple[str, str], _Name] = {}
            parts, done = [], 0
            for start, kind, quoted, name in names:
                if (kind, name.surface) not in chosen:
                    pool = sorted_pools[kind, quoted]
                    other = pool[random.integers(len(pool))] if random.random() < share else name
                    chosen[kind, name.surface] = other
                parts += [text.clean[done:start], chosen[kind, name.surface].surface]
                done = start + len(name.surface)
            article = Article(text.document.source, "".join(parts) + text.clean[done:])
            yield analyse(article, lexicon), _gold([(kind, name) for (kind, _), name in chosen.items()])


def _names(text: Text, gold: Gold) -> list[tuple[int, str, bool, _Name]]:
    """Of each of the longest names its place, type, whether a quote mark stands before it, and the name."""
    spans = spans_of(text.clean, gold)
    return [
        (
            start,
            kind,
            text.clean[start - 1 : start] in ("“", "《"),
            _Name(
                text.clean[start:end],
                tuple((a - start, b - start, of) for a, b, of in spans["inner"] if start <= a and b <= end),
            ),
        )
        for start, end, kind in spans["outer"]
    ]


def _gold(names: Sequence[tuple[str, _Name]]) -> Gold:
    every = {(kind, name.surface) for kind, name in names}
    every |= {(of, name.surface[a:b]) for _, name in names for a, b, of in name.inside}
    return {"entities": [{"type": kind, "name": name, "mentions": [name]} for kind, name in sorted(every)]}
