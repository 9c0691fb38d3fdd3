"""The mentions of a sentence by where they begin and end."""

from __future__ import annotations

from itertools import product

from kg.relate.things import Things
from kg.types import Mention

MENTIONS = [
    Mention(0, 10, "Project", "甲基地二期", "r", 0.9),
    Mention(2, 5, "Zone", "乙园", "r", 0.9),
    Mention(6, 8, "Project", "丙桥", "r", 0.9),
    Mention(12, 15, "Event", "丁会", "r", 0.9),
    Mention(15, 18, "Zone", "戊园", "r", 0.9),
]


def test_questions_are_answered_as_by_going_through_all_of_them() -> None:
    things = Things(MENTIONS)
    for first, last in product(range(-1, 20), range(-1, 20)):
        assert list(things.starting(first, last)) == [m for m in MENTIONS if first <= m.start <= last]
        assert list(things.ending(first, last)) == [m for m in MENTIONS if first <= m.end <= last]
    for at in range(-1, 20):
        before = [m for m in MENTIONS if m.end <= at]
        assert things.any_before(at) is bool(before)
        for types in (frozenset({"Project"}), frozenset({"Zone", "Event"})):
            found = [m for m in before if m.type in types]
            assert things.last_before(at, types) == (found[-1] if found else None)


def test_without_a_type_and_without_anything() -> None:
    assert [m.key for m in Things(MENTIONS).without("Zone").all] == ["甲基地二期", "丙桥", "丁会"]
    nothing = Things([])
    assert not nothing.all
    assert nothing.last_before(9, frozenset({"Zone"})) is None
    assert not nothing.any_before(9)
