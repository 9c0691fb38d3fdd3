"""Names that are found to be one thing."""

from __future__ import annotations

from kg.resolve.groups import Groups


def test_what_is_joined_has_one_root_and_the_smallest_is_it() -> None:
    groups: Groups[str] = Groups()
    assert groups.join("c", "b") and groups.join("d", "a") and groups.join("d", "b")
    assert {groups.root(x) for x in "abcd"} == {"a"}
    assert not groups.join("a", "c")
    assert groups.root("e") == "e"
