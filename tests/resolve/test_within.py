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


def test_a_company_goes_by_its_fullest_name_through_one_of_middle_length() -> None:
    found = keys(
        "株洲云川新材料科技有限公司扩建，云川新材料投产，云川公司增资。",
        ("株洲云川新材料科技有限公司", "Enterprise", 0.9),
        ("云川新材料", "Enterprise", 0.7),
        ("云川公司", "Enterprise", 0.7),
    )
    assert {key for _, key in found} == {"株洲云川新材料科技有限公司"}


def test_numerals_leads_and_heads_do_not_split() -> None:
    found = keys(
        "实施省“五个100”工程，5个100工程提速。深化新一轮平台改革，平台改革见效。",
        ("省“五个100”工程", "Program", 0.9),
        ("5个100工程", "Program", 0.7),
        ("新一轮平台改革", "Program", 0.7),
        ("平台改革", "Program", 0.7),
    )
    assert [key for _, key in found] == ["省五个100工程", "省五个100工程", "新一轮平台改革", "新一轮平台改革"]


def test_a_phrase_in_quote_marks_with_more_around_it_is_the_phrase_alone() -> None:
    found = keys(
        "推行“当日办”服务模式，“当日办”深入人心，“随时办”服务模式试行。",
        ("“当日办”服务模式", "Slogan", 0.9),
        ("当日办", "Slogan", 0.7),
        ("“随时办”服务模式", "Slogan", 0.7),
    )
    assert [key for _, key in found] == ["当日办服务模式", "当日办服务模式", "随时办服务模式"]


def test_the_surest_evidence_together_gives_the_type() -> None:
    found = keys("陶艺谷开园，陶艺谷扩容。", ("陶艺谷", "Slogan", 0.95), ("陶艺谷", "Zone", 0.6))
    assert {t for t, _ in found} == {"Slogan"}
