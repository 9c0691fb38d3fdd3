"""Models learnt from labelled texts: the tagger of names and the arbitration between it and the rules."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from kg.errors import InputError
from kg.extract.fusion import save_fusion
from kg.extract.models import ARBITRATION, TAGGER
from kg.ontology import load_gazetteer, load_lexicon
from kg.train.arbitration import learn_arbitration
from kg.train.boosting import Growth
from kg.train.documents import read_all
from kg.train.network import Settings
from kg.train.tagger import train

__all__ = ["Growth", "Settings", "read_all", "train", "train_models"]


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

    Raises:
        InputError: a label or text cannot be read, or there are none.
    """
    lexicon = load_lexicon()
    rows = [row for row in read_all(texts, gold, marked, lexicon) if row[0] not in without]
    if len(rows) < 2:
        raise InputError(str(texts), "there are no two labelled documents", "name a folder of gold files or --marked")
    documents, labels = [text for _, text, _ in rows], [label for _, _, label in rows]
    train(documents, labels, out / TAGGER, lexicon, settings)
    with tempfile.TemporaryDirectory() as folder:
        kept = keep or Path(folder)
        fusion = learn_arbitration(documents, labels, lexicon, load_gazetteer(), kept, settings, growth)
    save_fusion(out / ARBITRATION, fusion)
