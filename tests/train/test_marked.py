"""Labels written inside a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.ontology.lexicon import load_lexicon
from kg.train.documents import read_all
from kg.train.marked import read_marked

TWO = """# title: 云岭市招商快报
# region: 云岭市
{R:云岭市}签约{P:{E:明澈|明澈玻璃}二期项目}，{E:明澈玻璃}投资2亿元。

# title:
# region:
“{G:春晖}行动”在{Z:云岭高新区}启动。
"""


def written(folder: Path, content: str) -> Path:
    path = folder / "marked.txt"
    path.write_text(content, "utf-8")
    return path


def test_documents_lose_their_marks_and_keep_their_labels(tmp_path: Path) -> None:
    (first, labels), (second, others) = read_marked(written(tmp_path, TWO))
    assert first.text == "云岭市招商快报\n云岭市签约明澈二期项目，明澈玻璃投资2亿元。"
    assert second.text == "“春晖行动”在云岭高新区启动。"
    assert [(e["type"], e["name"], e["mentions"]) for e in labels["entities"]] == [
        ("Region", "云岭市", ["云岭市"]),
        ("Project", "明澈二期项目", ["明澈二期项目"]),
        ("Enterprise", "明澈玻璃", ["明澈", "明澈玻璃"]),
    ]
    assert [e["name"] for e in others["entities"]] == ["春晖", "云岭高新区"]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("{E:明澈在此", "is not closed"),
        ("明澈}在此", "was not opened"),
        ("{P:明澈二期|{E:明澈}二期项目}在此", "behind a bar holds a mark"),
        ("{X:明澈}在此", "no type X"),
        ("{E:}在此", "is empty"),
    ],
)
def test_a_wrong_mark_is_named_with_its_line(tmp_path: Path, body: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem) as error:
        read_marked(written(tmp_path, f"# title: 甲\n# region:\n好。\n{body}\n"))
    assert "line 4" in str(error.value)


def test_text_before_the_first_title_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="line 1 stands before the first title"):
        read_marked(written(tmp_path, "{E:明澈}在此\n"))


def test_marked_documents_are_read_beside_gold_files(tmp_path: Path) -> None:
    rows = read_all(tmp_path, [], [written(tmp_path, TWO)], load_lexicon())
    assert [name for name, _, _ in rows] == ["marked.txt#1", "marked.txt#2"]


def test_the_texts_written_for_training_can_be_read() -> None:
    folder = Path(__file__).parents[1] / "gold" / "written"
    paths = sorted(folder.glob("*.txt"))
    assert paths
    for path in paths:
        for article, label in read_marked(path):
            assert label["entities"], article.source
            assert all(name in article.text for e in label["entities"] for name in e["mentions"]), article.source
