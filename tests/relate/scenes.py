"""A scene from marked text: `[明澈玻璃]E在[云岭高新区]Z建设[电子玻璃基地]P。`"""

from __future__ import annotations

import re

from kg.ontology import load_lexicon
from kg.text.enumerations import enumerations
from kg.types import Document, Gloss, Heading, Mention, Ref, Scene, Sentence, Span, Text

TYPES = {
    "R": "Region",
    "Z": "Zone",
    "E": "Enterprise",
    "O": "Organization",
    "P": "Project",
    "G": "Program",
    "S": "Slogan",
    "I": "Industry",
    "V": "Event",
    "H": "Honor",
}
HOME = Ref("Region", "云岭市")
PARENTS = {
    "云岭市": ("东山省",),
    "松泉县": ("云岭市", "东山省"),
    "临江市": ("东山省",),
    "柳泉市": ("云岭市", "东山省"),
    "新桥镇": ("松泉县", "云岭市", "东山省"),
}


def scene(marked: str, home: Ref | None = HOME) -> Scene:
    """A scene whose mentions are marked [surface]T or, where the key is another, [surface|key]T; marks may nest.

    A line that begins with # is a heading over what follows, one that begins with ? an entry of the 名词解释.
    """
    clean, mentions = _read(marked)
    sentences: list[Sentence] = []
    glosses: list[Gloss] = []
    path: tuple[Heading, ...] = ()
    for match in re.finditer(r"[^。；\n]+[。；\n]?", clean):
        start, end = match.span()
        line = match.group()
        modality = "planned" if re.search("力争|将|争创", line) else "done"
        entry = line.startswith("?")
        item = re.match("[①-⑳]", line) is not None
        part = "glossary" if entry else "body"
        if line.startswith("#"):
            path = (Heading(1, start, end, line.strip("#\n")),)
        if entry:
            colon = clean.index("：", start)
            glosses.append(Gloss(Span(start + 1, colon), Span(colon + 1, end)))
        sentences.append(Sentence(start, end, path, modality, 2023, part, item))  # type: ignore[arg-type]
    document = Document("0" * 16, "test", "", "report", clean, home, 2023)
    counted = enumerations(clean, glosses, load_lexicon())
    text = Text(document, clean, range(len(clean)), tuple(sentences), (), (), (), tuple(glosses), (), counted)
    return Scene(text, tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.type))), home, PARENTS)


def _read(marked: str) -> tuple[str, list[Mention]]:
    clean, mentions, keys = "", list[Mention](), list[tuple[int, str]]()
    i = 0
    while i < len(marked):
        sign = marked[i]
        if sign == "[":
            keys.append((len(clean), ""))
        elif sign == "|":
            end = marked.index("]", i)
            keys[-1] = (keys[-1][0], marked[i + 1 : end])
            i = end - 1
        elif sign == "]":
            start, key = keys.pop()
            i += 1
            mentions.append(Mention(start, len(clean), TYPES[marked[i]], key or clean[start:], "test", 1.0))
        else:
            clean += sign
        i += 1
    return clean, mentions
