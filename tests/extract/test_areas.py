"""Areas by the letters of several places and by their shape."""

from __future__ import annotations

from kg.extract.areas import lettered_areas, shaped_areas
from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.types import Article

LEXICON = load_lexicon()


def test_areas_by_letters_and_by_shape() -> None:
    text = analyse(
        Article(
            "test",
            "工作\n推进沪甬合作，建设杭绍都市圈，京九铁路通过，构建现代化都市圈，融入杭绍大都市圈，建设国际大都市圈。",
        ),
        LEXICON,
    )
    found = [*lettered_areas(text, []), *shaped_areas(text, [])]
    assert [m.key for m in found] == ["沪甬", "杭绍都市圈", "杭绍大都市圈"]
    assert [m.key for m in lettered_areas(analyse(Article("test", "京津保地区率先联动。"), LEXICON), [])][
        -1
    ] == "京津保"
    assert [m.key for m in shaped_areas(text, [(found[1].start, found[1].end)])] == ["杭绍大都市圈"]
