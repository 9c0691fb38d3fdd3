"""Fit how proposals are weighed.

The tagger knows the documents it was trained on too well, so its evidence comes from models that did not see the
document: one for each fold. Thresholds come from documents that the trees did not see either. Same texts, labels, rules
and settings: same model, byte by byte.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kg.extract import fusion, marginals, propose, tagger
from kg.extract.evidence import TYPES, Evidence, Marginals, bare, gather
from kg.extract.fusion_features import COLUMNS, matrix
from kg.extract.home import find_home
from kg.extract.known import Known, learn
from kg.extract.models import TAGGER
from kg.ontology import Gazetteer, Lexicon
from kg.resolve.names import comparable
from kg.text.normalise import normalise
from kg.train.boosting import Growth, boost
from kg.train.documents import Gold
from kg.train.network import Settings
from kg.train.tagger import train
from kg.types import Text

log = logging.getLogger(__name__)

Floats = npt.NDArray[np.float64]
REAL = 6.0  # how much a document from life counts beside one written for training, where names stand more densely
FOLDS = 5  # of the tagger
LEAN = 0.9  # towards taking a name: one that is missed takes its relations and values along


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document's candidates with their features, whether each is a gold name, and how much each counts.

    `gold` is the number of the document's entities by type, those that no candidate names included.
    """

    text: Text
    evidence: Evidence
    x: npt.NDArray[np.float32]
    y: Floats
    weight: Floats
    gold: Counter[str]


def learn_arbitration(
    texts: Sequence[Text],
    golds: Sequence[Gold],
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    keep: Path,
    settings: Settings | None = None,
    growth: Growth | None = None,
    onward: Path | None = None,
) -> fusion.Fusion:
    """The arbitration learnt from texts and their gold; the others as in `marginals_held_out`."""
    at_home = [replace(t, document=replace(t.document, region=find_home(t, gazetteer))) for t in texts]
    seen = marginals_held_out(at_home, golds, lexicon, keep, settings, onward)
    documents, known = labelled(at_home, golds, seen, lexicon)
    fitted = fit(documents, known, growth or Growth())
    log.info("%d candidates, %d columns, thresholds %s", sum(len(d.y) for d in documents), len(COLUMNS),
             dict(zip(TYPES, fitted.thresholds.tolist(), strict=True)))  # fmt: skip
    return fitted


def fit(documents: Sequence[Labelled], known: Known, growth: Growth, folds: int = 8) -> fusion.Fusion:
    """The trees learnt from all documents, with thresholds from documents left out in turn."""
    odds = held_out(documents, growth, folds)
    thresholds = [threshold(documents, odds, kind) for kind in range(len(TYPES))]
    return fusion.Fusion(grow(documents, growth), np.array(thresholds), known)


def grow(documents: Sequence[Labelled], growth: Growth) -> fusion.Trees:
    """The trees learnt from documents."""
    x = np.concatenate([d.x for d in documents])
    y = np.concatenate([d.y for d in documents])
    weight = np.concatenate([d.weight for d in documents])
    return boost(x, y, weight, growth)


def held_out(documents: Sequence[Labelled], growth: Growth, folds: int) -> list[Floats]:
    """For each document the log-odds of its candidates by trees that did not see it."""
    order = sorted(range(len(documents)), key=lambda i: (-len(documents[i].y), documents[i].text.document.doc_id))
    out: list[Floats] = [np.zeros(0)] * len(documents)
    for fold in range(folds):
        test = order[fold::folds]
        trees = grow([d for i, d in enumerate(documents) if i not in test], growth)
        for i in test:
            out[i] = trees.log_odds(documents[i].x)
    return out


def threshold(documents: Sequence[Labelled], odds: Sequence[Floats], kind: int) -> float:
    """The probability from which taking a name raises the expected F1 of its type, half of the F1 that can be reached,
    times `LEAN`.

    Method: Lipton, Elkan and Naryanaswamy 2014, on the names of documents: each name's probability is that of its
    surest occurrence.
    """
    names: dict[tuple[int, str], tuple[float, float]] = {}
    for i, (d, z) in enumerate(zip(documents, odds, strict=True)):
        for k in np.flatnonzero(d.evidence.type == kind).tolist():
            name = comparable(TYPES[kind], d.text.clean[d.evidence.start[k] : d.evidence.end[k]])
            names[i, name] = max(names.get((i, name), (-99.0, 0.0)), (float(z[k]), float(d.y[k])))
    there = sum(d.gold[TYPES[kind]] for d in documents)
    if not names or not there:
        return 0.35
    ranked = np.array(sorted(names.values(), reverse=True))
    right = np.minimum(np.cumsum(ranked[:, 1]), there)
    f1 = 2 * right / (np.arange(1, len(ranked) + 1) + there)
    return round(LEAN * float(np.clip(f1.max() / 2, 0.25, 0.45)), 3)


def labelled(
    texts: Sequence[Text], golds: Sequence[Gold], seen: Sequence[Marginals], lexicon: Lexicon
) -> tuple[list[Labelled], Known]:
    """The candidates of documents, judged by their gold, and what these say of surfaces; `seen`: by the tagger."""
    found = [gather(text, propose(text, lexicon), m) for text, m in zip(texts, seen, strict=True)]
    truths = [truth(text.clean, gold, e) for text, gold, e in zip(texts, golds, found, strict=True)]
    surfaces = [
        [text.clean[a:b] for a, b in zip(e.start.tolist(), e.end.tolist(), strict=True)]
        for text, e in zip(texts, found, strict=True)
    ]
    known = learn(zip(surfaces, found, truths, strict=True))
    out = []
    for text, gold, e, y, names in zip(texts, golds, found, truths, surfaces, strict=True):
        pairs = [(kind, bare(name)) for kind, name in zip(e.type.tolist(), names, strict=True)]
        often = Counter(pairs)
        # a name counts once in the score, however often it stands
        weight = np.array([often[p] ** -0.75 for p in pairs]) * (1.0 if gold.get("written") else REAL)
        there = Counter(str(entity["type"]) for entity in gold["entities"])
        out.append(Labelled(text, e, matrix(text, lexicon, e, known, y), y, weight, there))
    return out, known


def begin(onward: Path | None, name: str) -> Path | None:
    """The model in the folder `onward` to learn on from: the one of that name, else its tagger."""
    if onward is None:
        return None
    return path if (path := onward / name).exists() else onward / TAGGER


def truth(clean: str, gold: Gold, evidence: Evidence) -> Floats:
    """1 for each candidate that a gold entity of its type bears as a name and that is no part of a longer such name."""
    forms: dict[str, set[str]] = {}
    for entity in gold["entities"]:
        for form in (*entity["mentions"], entity["name"]):
            forms.setdefault(entity["type"], set()).add(normalise(form)[0])
    spans = {kind: _spans(clean, all_of) for kind, all_of in forms.items()}
    equal = {kind: {comparable(kind, form) for form in all_of} for kind, all_of in forms.items()}
    y = np.zeros(len(evidence))
    rows = zip(evidence.start.tolist(), evidence.end.tolist(), evidence.type.tolist(), strict=True)
    for i, (a, b, at) in enumerate(rows):
        kind = TYPES[at]
        name = comparable(kind, clean[a:b])
        if name in equal.get(kind, ()):
            owner, found = spans[kind]
            around = [found[k - 1] for k in sorted(set(owner[a:b].tolist()) - {0})]
            part = any(
                c <= a and b <= d and (a, b) != (c, d) and comparable(kind, clean[c:d]) != name for c, d in around
            )
            y[i] = 0 if part else 1
    return y


def _spans(clean: str, forms: set[str]) -> tuple[npt.NDArray[np.int64], list[tuple[int, int]]]:
    """Where names stand, the longest first, and for each character the number of the name over it, from 1."""
    owner = np.zeros(len(clean) + 1, np.int64)
    found: list[tuple[int, int]] = []
    for form in sorted(forms - {""}, key=lambda f: (-len(f), f)):
        for m in re.finditer(re.escape(form), clean):
            if not owner[m.start() : m.end()].any():
                found.append(m.span())
                owner[m.start() : m.end()] = len(found)
    return owner, found


def marginals_held_out(
    texts: Sequence[Text],
    golds: Sequence[Gold],
    lexicon: Lexicon,
    keep: Path,
    settings: Settings | None = None,
    onward: Path | None = None,
) -> list[Marginals]:
    """What the tagger says of each document when it was trained without it.

    Args:
        keep: a folder in which the models of the folds are kept, or found from a run before.
        onward: a folder of models to learn on from: of a fold its own (kept there by a run before, which had the same
            documents in the same folds), else the tagger.
    """
    order = sorted(range(len(texts)), key=lambda i: (-len(texts[i].clean), texts[i].document.doc_id))
    out: list[Marginals] = [()] * len(texts)
    for fold in range(FOLDS):
        test = order[fold::FOLDS]
        path = keep / f"fold{fold}.npz"
        if not path.exists():
            seen = [i for i in range(len(texts)) if i not in test]
            train([texts[i] for i in seen], [golds[i] for i in seen], path, lexicon, settings, begin(onward, path.name))
        model = tagger.load_model(path)
        for i in test:
            out[i] = marginals(texts[i], lexicon, model)
        log.info("tagger: fold %d of %d", fold + 1, FOLDS)
    return out
