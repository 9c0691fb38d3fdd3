from __future__ import annotations

from kg.extract.evidence import TYPES, gather
from kg.train.arbitration import truth
from tests.builders import mention, text_of

CLEAN = "株洲高新区的“净地”行动，高新区扩容，云川玻璃项目投产。"


def test_a_candidate_is_true_when_its_type_bears_the_name_and_it_is_no_part_of_a_longer_one() -> None:
    gold = {
        "entities": [
            {"type": "Zone", "name": "株洲高新区", "mentions": ["株洲高新区", "高新区"]},
            {"type": "Program", "name": "净地", "mentions": ["净地"]},
            {"type": "Project", "name": "云川玻璃", "mentions": ["云川玻璃"]},
        ]
    }
    found = [
        mention(CLEAN, "株洲高新区", "Zone"),
        mention(CLEAN, "高新区", "Zone"),
        mention(CLEAN, "“净地”行动", "Program"),
        mention(CLEAN, "“净地”行动", "Slogan"),
        mention(CLEAN, "云川玻璃项目", "Project"),
    ]
    e = gather(text_of(CLEAN), found, [[], []])
    y = truth(CLEAN, gold, e)
    rows = zip(e.start.tolist(), e.end.tolist(), e.type.tolist(), y.tolist(), strict=True)
    assert [(TYPES[k], CLEAN[a:b], v) for a, b, k, v in rows] == [
        ("Zone", "株洲高新区", 1.0),
        ("Zone", "高新区", 0.0),
        ("Program", "“净地”行动", 1.0),
        ("Slogan", "“净地”行动", 0.0),
        ("Zone", "高新区", 1.0),
        ("Project", "云川玻璃", 1.0),
    ]
