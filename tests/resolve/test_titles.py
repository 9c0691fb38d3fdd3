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
