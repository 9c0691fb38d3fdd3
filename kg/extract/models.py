"""The models that were learnt from labelled texts, in one folder: the tagger's and the arbitration's."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass
from pathlib import Path

from kg.extract.fusion import Fusion, load_fusion
from kg.extract.tagger import Model, load_model

FOLDER = Path(__file__).resolve().parent / "model"
TAGGER, ARBITRATION = "tagger.npz", "arbitration.npz"


@dataclass(frozen=True, slots=True)
class Models:
    """What decides on names: the tagger, the arbitration, where they lie, and `version`, a hash of both files."""

    folder: Path
    tagger: Model
    fusion: Fusion
    version: str


@functools.cache
def load_models(folder: Path = FOLDER) -> Models:
    """The models of a folder that `kg train` wrote; without one those shipped with the package.

    Raises:
        SchemaError: a file is missing, damaged, or made by another version of the program.
    """
    paths = [folder / TAGGER, folder / ARBITRATION]
    tagger, fusion = load_model(paths[0]), load_fusion(paths[1])
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in paths))
    return Models(folder, tagger, fusion, digest.hexdigest()[:16])
