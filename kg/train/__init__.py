"""Models learnt from labelled texts: the tagger of names and the arbitration between it and the rules."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.extract.fusion import save_fusion
from kg.extract.models import ARBITRATION, TAGGER
from kg.ontology import load_gazetteer, load_lexicon
from kg.train.arbitration import learn_arbitration
from kg.train.boosting import Growth, library
from kg.train.documents import Gold, read_all
from kg.train.marked import CODES
from kg.train.network import Settings
from kg.train.tagger import train

log = logging.getLogger(__name__)
LEAST = 30  # documents below which a user is warned

__all__ = ["LEAST", "Growth", "Settings", "few", "read_all", "train", "train_models"]


def train_models(
    texts: Path,
    gold: Sequence[Path],
    out: Path,
    *,
    marked: Sequence[Path] = (),
    without: Sequence[str] = (),
    keep: Path | None = None,
    settings: Settings | None = None,
    growth: Growth | None = None,
    onward: Path | None = None,
    warn: Callable[[str], None] = log.warning,
) -> None:
    """Write the models learnt from labelled texts to the folder `out`; same input, same models, on one machine.

    Args:
        texts: the folder of the texts that gold files name.
        gold: folders of gold files (JSON).
        marked: files of texts with marks around the names, see `kg.train.marked`.
        without: names of gold files to leave out.
        keep: a folder in which the taggers of the folds are kept, or found from a run before.
        settings: of the tagger.
        growth: of the arbitration's trees.
        onward: a folder of models; the taggers learn on from those there instead of from nothing.
        warn: is told, before learning begins, what is missing in the labels.

    Raises:
        InputError: a label or text cannot be read, or there are none.
        MissingExtraError, MissingProgramError: LightGBM is missing; told before learning begins.
    """
    library()
    lexicon = load_lexicon()
    rows = [row for row in read_all(texts, gold, marked, lexicon) if row[0] not in without]
    if len(rows) < 2:
        raise InputError(str(texts), "there are no two labelled documents", "name a folder of gold files or --marked")
    documents, labels = [text for _, text, _ in rows], [label for _, _, label in rows]
    for warning in few(labels):
        warn(warning)
    train(documents, labels, out / TAGGER, lexicon, settings, onward and onward / TAGGER)
    with tempfile.TemporaryDirectory() as folder:
        kept = keep or Path(folder)
        fusion = learn_arbitration(documents, labels, lexicon, load_gazetteer(), kept, settings, growth, onward)
    save_fusion(out / ARBITRATION, fusion)


def few(labels: Sequence[Gold]) -> list[str]:
    """What is missing in labels (those of gold files), in sentences: documents, and types without an example."""
    warnings = []
    if len(labels) < LEAST:
        warnings.append(
            f"there are only {len(labels)} labelled documents; models learnt from fewer than {LEAST} find little in "
            "other texts, and they replace those of the program. Give more."
        )
    seen = {entity["type"] for label in labels for entity in label["entities"]}
    if missing := [t for t in CODES.values() if t not in seen]:
        warnings.append(f"no document has an example of {', '.join(missing)}; the models will not know what these are.")
    return warnings
