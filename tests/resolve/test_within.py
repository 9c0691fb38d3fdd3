from __future__ import annotations

from kg.resolve.within import resolve
from kg.types import Mention
from tests.builders import text_of


def strip(name: str) -> str:
    return name.removeprefix("株洲")


def keys(clean: str, *found: tuple[str, str, float]) -> list[tuple[str, str]]:
    """Resolve mentions given as (surface, type, confidence), in their order in the text."""
    mentions, at = [], 0
    for surface, type_, confidence in found:
        at = clean.index(surface, at)
        mentions.append(Mention(at, at + len(surface), type_, surface.strip("“”"), "test", confidence))
        at += len(surface)
    return [(m.type, m.key) for m in resolve(text_of(clean), mentions, strip)]


def test_all_mentions_carry_the_fullest_name() -> None:
    found = keys(
        "株洲时代新材料科技股份有限公司投产，时代新材扩建，“净地”行动展开，净地行动收官。",
        ("株洲时代新材料科技股份有限公司", "Enterprise", 0.9),
        ("时代新材", "Enterprise", 0.7),
        ("“净地”行动", "Program", 0.9),
        ("净地行动", "Program", 0.8),
    )
    assert found == [
        ("Enterprise", "株洲时代新材料科技股份有限公司"),
        ("Enterprise", "株洲时代新材料科技股份有限公司"),
        ("Program", "净地行动"),
        ("Program", "净地行动"),
    ]


def test_a_surface_has_one_type_in_a_document() -> None:
    found = keys(
        "陶瓷谷建设提速，陶瓷谷开园，陶瓷谷揭牌。",
        ("陶瓷谷", "Zone", 0.8),
        ("陶瓷谷", "Slogan", 0.6),
        ("陶瓷谷", "Zone", 0.7),
    )
    assert {t for t, _ in found} == {"Zone"}


def test_a_zone_without_its_place_is_the_one_zone_that_ends_like_it() -> None:
    found = keys("株洲高新区加快发展，高新区收入增长。", ("株洲高新区", "Zone", 0.9), ("高新区", "Zone", 0.6))
    assert found[1] == ("Zone", "株洲高新区")


def test_a_zone_that_fits_two_stays_alone() -> None:
    found = keys(
        "株洲高新区、湘潭高新区联动，高新区收入增长。",
        ("株洲高新区", "Zone", 0.9),
        ("湘潭高新区", "Zone", 0.9),
        ("高新区", "Zone", 0.6),
    )
    assert found[2] == ("Zone", "高新区")
