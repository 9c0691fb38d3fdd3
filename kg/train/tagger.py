"""Train the tagger of names on texts with gold labels: `train` for programs, `python -m kg.train TEXTS GOLD -o MODEL`.

Same texts, labels and settings: same model, byte by byte. Needs python-crfsuite (extra `train`), which learns the
weights; the model that is written needs numpy alone. Thresholds and calibration are fitted on documents that were held
out in turn, so that they hold for texts not trained on.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.errors import InputError, MissingExtraError
from kg.extract import tagger
from kg.extract.features import Features, features
from kg.extract.pieces import pieces
from kg.loaders import load
from kg.ontology.lexicon import Lexicon, load_lexicon
from kg.text import analyse
from kg.text.normalise import normalise
from kg.train.marked import read_marked
from kg.types import Text

log = logging.getLogger(__name__)

LAYERS: dict[str, tuple[str, ...]] = {
    "outer": (
        "Program", "Project", "Slogan", "Honor", "Enterprise", "Organization", "Zone", "Industry", "Event", "Region",
    ),
    "inner": ("Enterprise", "Organization", "Zone", "Industry", "Region"),
}  # fmt: skip
GRID = tuple(round(0.1 + 0.05 * k, 2) for k in range(12))
DEFAULT_THRESHOLD = 0.3
SHRINK = 4  # how many grid steps a type's threshold may leave the common one: few examples make wild thresholds

Span = tuple[int, int, str]
Gold = Mapping[str, Any]
Choice = tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]  # thresholds and calibration of the types


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train.

    Attributes:
        l1, l2: penalties.
        rounds: of L-BFGS.
        rarest: features that occur less often are left out.
        folds: in how many parts documents are held out in turn to fit thresholds and calibration; 0 for fixed ones.
        like: a model whose thresholds and calibration are taken over instead.
    """

    l1: float = 0.03
    l2: float = 0.01
    rounds: int = 70
    rarest: int = 2
    folds: int = 0
    like: Path | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its features and its labelled spans by layer; `forms` are the gold surfaces by type and entity."""

    text: Text
    seen: Features
    spans: Mapping[str, Sequence[Span]]
    forms: Sequence[tuple[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Fitted:
    """What is learnt for one layer: sorted features, dense weights (features, tags), log transitions (tags, tags)."""

    keys: npt.NDArray[np.uint32]
    weights: npt.NDArray[np.float32]
    transitions: npt.NDArray[np.float32]


def train(
    texts: Sequence[Text], golds: Sequence[Gold], out: Path, lexicon: Lexicon, settings: Settings | None = None
) -> None:
    """Write a model learnt from texts and their gold (`entities` with `type` and `mentions`), in the same order.

    Raises:
        MissingExtraError: python-crfsuite is not installed.
    """
    how = settings or Settings()
    examples = [example(text, gold, lexicon) for text, gold in zip(texts, golds, strict=True)]
    fitted = {name: fit(examples, name, how) for name in LAYERS}
    if how.like:
        layers = zip(LAYERS, tagger.load_model(how.like).layers, strict=True)
        chosen = {name: (layer.thresholds, layer.platt) for name, layer in layers}
    else:
        chosen = {name: held_out(examples, name, how) if how.folds > 1 else _plain(name) for name in LAYERS}
    data = stored(fitted, chosen)
    log.info("%d features, %d weights", len(data["features"]), len(data["values"]))
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **data)


def example(text: Text, gold: Gold, lexicon: Lexicon) -> Example:
    """A text with the places of its gold names."""
    entities = []
    for entity in gold["entities"]:
        forms = {normalise(form)[0] for form in (*entity["mentions"], entity["name"])} - {""}
        entities.append((str(entity["type"]), frozenset(forms)))
    return Example(text, features(text, lexicon), label(text.clean, entities), entities)


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
    """The tag of each character (see `tagger.Layer`)."""
    out = np.zeros(n, np.int64)
    for a, b, kind in spans:
        first = 1 + 4 * types.index(kind)
        out[a:b] = first + 1
        out[a], out[b - 1] = first, first + 2
        if b - a == 1:
            out[a] = first + 3
    return out


def fit(examples: Sequence[Example], name: str, how: Settings) -> Fitted:
    """The weights of one layer, learnt by CRFsuite (L-BFGS with L1, OWL-QN)."""
    try:
        import pycrfsuite  # type: ignore[import-untyped, import-not-found, unused-ignore]
    except ImportError:
        raise MissingExtraError("python-crfsuite", "train", "Training the tagger") from None
    trainer = pycrfsuite.Trainer(verbose=False)
    for e in examples:
        rows = [[format(value, "x") for value in row if value] for row in e.seen.dense().T.tolist()]
        marks = [str(tag) for tag in tags(len(e.text.clean), e.spans[name], LAYERS[name])]
        for a, b in pieces(e.text):
            trainer.append(rows[a:b], marks[a:b])
    trainer.set_params(
        {
            "c1": how.l1,
            "c2": how.l2,
            "max_iterations": how.rounds,
            "feature.minfreq": how.rarest,
            "feature.possible_transitions": False,
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        reader = pycrfsuite.Tagger()
        reader.open(path)
        info = reader.info()
        reader.close()
    keys = np.array(sorted({int(key, 16) for key, _ in info.state_features}), np.uint32)
    row = {int(key): at for at, key in enumerate(keys)}
    size = 1 + 4 * len(LAYERS[name])
    weights = np.zeros((len(keys), size), np.float32)
    for (key, tag), value in info.state_features.items():
        weights[row[int(key, 16)], int(tag)] = value
    transitions = np.zeros((size, size), np.float32)
    for (before, after), value in info.transitions.items():
        transitions[int(before), int(after)] = value
    return Fitted(keys, weights, transitions)


def stored(fitted: Mapping[str, Fitted], chosen: Mapping[str, Choice]) -> dict[str, npt.NDArray[Any]]:
    """The arrays of a model file: sparse weights of all layers, features as differences of sorted hashes."""
    keys = np.unique(np.concatenate([f.keys for f in fitted.values()]))
    dense = np.zeros((len(keys), sum(f.weights.shape[1] for f in fitted.values())), np.float16)
    offset = 0
    data: dict[str, npt.NDArray[Any]] = {"format": np.array(tagger.FORMAT), "layers": np.array(list(fitted))}
    for name, f in fitted.items():
        size = f.weights.shape[1]
        dense[np.searchsorted(keys, f.keys), offset : offset + size] = f.weights
        offset += size
        data |= {
            f"{name}.types": np.array(LAYERS[name]),
            f"{name}.transitions": f.transitions,
            f"{name}.thresholds": chosen[name][0],
            f"{name}.platt": chosen[name][1],
        }
    some = np.flatnonzero(dense.any(1))
    at, tag = np.nonzero(dense[some])
    return data | {
        "features": np.diff(keys[some].astype(np.int64), prepend=0).astype(np.uint32),
        "counts": np.bincount(at, minlength=len(some)).astype(np.uint8),
        "tags": tag.astype(np.uint8),
        "values": dense[some][at, tag],
    }


def one_layer(name: str, fitted: Fitted) -> tagger.Model:
    """A model of one layer, ready to run."""
    return tagger.model_of(stored({name: fitted}, {name: _plain(name)}))


def _plain(name: str) -> Choice:
    """The default threshold and no calibration."""
    count = len(LAYERS[name])
    return np.full(count, DEFAULT_THRESHOLD, np.float32), np.tile(np.array([1, 0], np.float32), (count, 1))


def held_out(examples: Sequence[Example], name: str, how: Settings) -> Choice:
    """Thresholds for the best F1 of document-level names, and calibration, on documents left out in turn."""
    found: dict[int, list[tagger.Candidate]] = {}
    for fold in range(how.folds):
        # documents of all lengths in each fold
        sizes = [(-len(e.text.clean), e.text.document.doc_id, i) for i, e in enumerate(examples)]
        order = [i for _, _, i in sorted(sizes)]
        test = order[fold :: how.folds]
        model = one_layer(name, fit([e for i, e in enumerate(examples) if i not in test], name, how))
        for i in test:
            energy = tagger.emissions(examples[i].seen, model)
            (found[i],) = tagger.candidates(energy, pieces(examples[i].text), model.layers, GRID[0])
        log.info("%s: fold %d of %d", name, fold + 1, how.folds)
    return fit_thresholds(examples, found, name)


def fit_thresholds(examples: Sequence[Example], found: Mapping[int, Sequence[tagger.Candidate]], name: str) -> Choice:
    """See `held_out`; `found` are candidates by example."""
    types = LAYERS[name]
    common = max(GRID, key=lambda g: (_f1(examples, found, types, g), g))
    thresholds, platt = [], []
    for kind in types:
        near = [g for g in GRID if abs(GRID.index(g) - GRID.index(common)) <= SHRINK]
        thresholds.append(max(near, key=lambda g: (round(_f1(examples, found, (kind,), g), 4), -abs(g - common), g)))
        pairs = []
        for i in sorted(found):
            true = frozenset[str]().union(*(forms for k, forms in examples[i].forms if k == kind))
            clean = examples[i].text.clean
            pairs += [(c.probability, clean[c.start : c.end] in true) for c in found[i] if c.type == kind]
        platt.append(fit_platt(pairs))
    for kind, threshold in zip(types, thresholds, strict=True):
        log.info("%s: %s F1 %.3f at %.2f", name, kind, _f1(examples, found, (kind,), threshold), threshold)
    log.info("%s: all F1 %.3f at %.2f", name, _f1(examples, found, types, common), common)
    return np.array(thresholds, np.float32), np.array(platt, np.float32)


def _f1(
    examples: Sequence[Example], found: Mapping[int, Sequence[tagger.Candidate]], types: Sequence[str], threshold: float
) -> float:
    right = wrong = missed = 0
    bare = str.maketrans("", "", "“”《》")  # marks make no other name
    for i in sorted(found):
        clean, forms = examples[i].text.clean, examples[i].forms
        chosen = tagger.choose([c for c in found[i] if c.type in types], dict.fromkeys(types, threshold))
        names = {(c.type, clean[c.start : c.end].translate(bare)) for c in chosen}
        known = {(kind, form.translate(bare)) for kind, all_of in forms for form in all_of}
        got = [
            kind for kind, all_of in forms if kind in types and any((kind, f.translate(bare)) in names for f in all_of)
        ]
        right += len(got)
        missed += sum(kind in types for kind, _ in forms) - len(got)
        wrong += len(names - known)
    return 2 * right / max(2 * right + wrong + missed, 1)


def fit_platt(pairs: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and intercept of a logistic regression of truth on logit, by damped Newton steps, weak prior at (1, 0)."""
    if not pairs:
        return 1.0, 0.0
    p = np.clip(np.array([x for x, _ in pairs]), 1e-6, 1 - 1e-6)
    y = np.array([float(t) for _, t in pairs])
    x = np.stack([np.log(p / (1 - p)), np.ones(len(p))], 1)
    prior, w = np.array([1.0, 0.0]), np.array([1.0, 0.0])
    for _ in range(50):
        q = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (q - y) + (w - prior)
        step = np.linalg.solve((x * (q * (1 - q))[:, None]).T @ x + np.eye(2), gradient)
        w = w - step / max(1.0, float(abs(step).max()))
        if abs(step).max() < 1e-8:
            break
    return float(w[0]), float(w[1])


def read(texts: Path, gold: Path, lexicon: Lexicon) -> tuple[list[Text], list[Gold]]:
    """The labelled texts of a folder: each gold file names its `source` (a file in `texts`) and its `title`."""
    labelled = read_all(texts, [gold], [], lexicon)
    return [text for _, text, _ in labelled], [label for _, _, label in labelled]


def read_all(
    texts: Path, folders: Sequence[Path], marked: Sequence[Path], lexicon: Lexicon
) -> list[tuple[str, Text, Gold]]:
    """Name, text and labels of all documents: of the gold files in folders, and of files with marks in the text."""
    articles: dict[Path, list[Any]] = {}
    out: list[tuple[str, Text, Gold]] = []
    for path in (path for folder in folders for path in sorted(folder.glob("*.json"))):
        content = json.loads(path.read_text("utf-8"))
        source = texts / content["source"]
        if source not in articles:
            articles[source] = load(source)
        title = re.sub(r"\s", "", content["title"])
        match = [a for a in articles[source] if re.sub(r"\s", "", a.text).startswith(title)] or articles[source]
        if len(match) != 1:
            problem = f"{len(match)} articles of {source.name} have its title"
            raise InputError(str(path), problem, "give the title as it stands in the text")
        out.append((path.stem, analyse(match[0], lexicon), content))
    for path in marked:
        out += [(article.source, analyse(article, lexicon), label) for article, label in read_marked(path)]
    return out


def arguments_of(parser: argparse.ArgumentParser) -> None:
    """The arguments that say what to learn from; `chosen_documents` reads them."""
    parser.add_argument("texts", type=Path, help="folder of the labelled texts")
    parser.add_argument("gold", type=Path, nargs="+", help="folders of gold files (JSON)")
    parser.add_argument("--marked", type=Path, nargs="+", default=[], help="files of texts with marks around the names")
    parser.add_argument("--without", default="", help="names of gold files to leave out, separated by commas")


def chosen_documents(chosen: argparse.Namespace, lexicon: Lexicon) -> tuple[list[Text], list[Gold]]:
    """Texts and labels of the documents that the arguments name."""
    out = chosen.without.split(",")
    rows = [row for row in read_all(chosen.texts, chosen.gold, chosen.marked, lexicon) if row[0] not in out]
    return [text for _, text, _ in rows], [label for _, _, label in rows]


def main(arguments: Sequence[str] | None = None) -> None:
    """`python -m kg.train TEXTS GOLD -o MODEL`."""
    parser = argparse.ArgumentParser(prog="python -m kg.train", description="Train the tagger of names.")
    arguments_of(parser)
    parser.add_argument("-o", "--out", type=Path, default=tagger.MODEL, help="model file to write")
    parser.add_argument("--folds", type=int, default=6, help="folds to fit thresholds on, 0 for fixed thresholds")
    parser.add_argument("--like", type=Path, help="take thresholds and calibration from this model, fit none")
    chosen = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    lexicon = load_lexicon()
    texts, golds = chosen_documents(chosen, lexicon)
    train(texts, golds, chosen.out, lexicon, Settings(folds=chosen.folds, like=chosen.like))
