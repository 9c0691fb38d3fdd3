"""Copies of documents with other names in them."""

from __future__ import annotations

from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.train.labels import spans_of
from kg.train.replacement import copies
from kg.types import Article

TEXT = "今年，远澜光电产业园开工，远澜光电到会。全市开展“清源”行动。远澜光电又投产一条线。"
NAMES = {"远澜光电产业园": "Project", "远澜光电": "Enterprise", "“清源”行动": "Program"}
OTHER = "明澈玻璃新材料基地竣工，明澈玻璃增资。开展“护苗”行动。"
OTHERS = {"明澈玻璃新材料基地": "Project", "明澈玻璃": "Enterprise", "“护苗”行动": "Program"}


def gold_of(names: dict[str, str], **more: object) -> dict[str, object]:
    return {"entities": [{"type": kind, "name": name, "mentions": [name]} for name, kind in names.items()], **more}


def test_names_stand_for_others_throughout_and_those_inside_go_with_them() -> None:
    lexicon = load_lexicon()
    texts = [analyse(Article("test", text), lexicon) for text in (TEXT, OTHER)]
    golds = [gold_of(NAMES), gold_of(OTHERS, written=True)]
    made = list(copies(texts, golds, lexicon, 8, 1.0, 1))
    assert len(made) == 8  # none of the written document
    surfaces = set()
    for text, gold in made:
        spans = spans_of(text.clean, gold)
        names = [(kind, text.clean[a:b]) for a, b, kind in spans["outer"]]
        assert [kind for kind, _ in names] == ["Project", "Enterprise", "Program", "Enterprise"]
        assert names[1] == names[3]
        assert names[0][1] in ("远澜光电产业园", "明澈玻璃新材料基地")
        assert [text.clean[a:b] for a, b, _ in spans["inner"]] == [names[0][1][:4]]
        assert text.clean.startswith("今年，") and text.clean.endswith("又投产一条线。")
        surfaces |= {name for _, name in names}
    assert {"明澈玻璃新材料基地", "明澈玻璃", "“护苗”行动"} <= surfaces
    again = [text.clean for text, _ in copies(texts, golds, lexicon, 8, 1.0, 1)]
    assert again == [text.clean for text, _ in made]


def test_a_share_of_none_leaves_the_text_as_it_is() -> None:
    lexicon = load_lexicon()
    text = analyse(Article("test", TEXT), lexicon)
    [(copy, gold)] = copies([text], [gold_of(NAMES)], lexicon, 1, 0.0, 1)
    assert copy.clean == text.clean
    assert spans_of(copy.clean, gold) == spans_of(text.clean, gold_of(NAMES))
