"""What an honour was given for and which divisions it is for."""

from __future__ import annotations

import pytest

from kg.resolve.titles import titled
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "surface", "name"),
    [
        ("入选“四好农村路”全国示范县（市、区）名单", "“四好农村路”全国示范县", "“四好农村路”全国示范县（市、区）"),
        ("获评全国文明城市（县级）", "全国文明城市", "全国文明城市"),
        ("获评省级先进单位（县）", "省级先进单位", "省级先进单位"),
    ],
)
def test_the_divisions_in_brackets_belong_to_a_title(clean: str, surface: str, name: str) -> None:
    start = clean.index(surface)
    found = titled(clean, Mention(start, start + len(surface), "Honor", surface, "tagger", 0.9), {})
    assert clean[found.start : found.end] == found.key == name


@pytest.mark.parametrize(
    ("surface", "start", "key"),
    [
        ("县域经济竞争力跃居全国百强第46位", 9, "全国百强第46位"),
        ("政务服务评估位居全省第二", 0, "政务服务评估位居全省第二"),
        ("2021—2025年度第二批全国科普示范县", 0, "全国科普示范县"),
        ("第二批示范县", 0, "第二批示范县"),
    ],
)
def test_a_title_stands_without_what_climbs_to_it_and_without_its_batch(surface: str, start: int, key: str) -> None:
    found = titled(surface, Mention(0, len(surface), "Honor", surface, "tagger", 0.9), {})
    assert (found.start, found.key) == (start, key)


@pytest.mark.parametrize(
    ("clean", "key"),
    [
        ("征兵工作获评省级先进", "征兵工作省级先进"),
        ("白鹭社区、青山土地整治入选省级试点", "省级试点"),
    ],
)
def test_a_bare_title_tells_of_one_thing_what_it_was_given_for(clean: str, key: str) -> None:
    assert titled(clean, Mention(len(clean) - 4, len(clean), "Honor", clean[-4:], "tagger", 0.9), {}).key == key
