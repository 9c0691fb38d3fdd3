from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.arbitrate import NESTS, Weighed, arbitrate, rejections
from kg.types import Mention
from tests.builders import mention

TEXT = "醴陵旗滨电子玻璃二期项目在东富工业园投产。"


def weighed(surface: str, type_: str, margin: float) -> Weighed:
    return Weighed(mention(TEXT, surface, type_), margin)


def test_a_region_nests_in_a_project_but_not_in_a_company() -> None:
    project = weighed("醴陵旗滨电子玻璃二期项目", "Project", 2.0)
    accepted, _ = arbitrate([project, weighed("醴陵", "Region", 1.0), weighed("旗滨", "Enterprise", 1.0)])
    assert [m.type for m in accepted] == ["Project", "Region", "Enterprise"]
    company = weighed("醴陵旗滨", "Enterprise", 2.0)
    accepted, refused = arbitrate([company, weighed("醴陵", "Region", 1.0)])
    assert accepted == [company.mention]
    assert [c.mention.type for c in refused] == ["Region"]


def test_a_work_and_its_firm_nest_in_the_ceremony_that_is_held_for_it() -> None:
    ceremony = weighed("醴陵旗滨电子玻璃二期项目在东富工业园投产", "Event", 2.0)
    inside = [weighed("旗滨电子玻璃二期", "Project", 1.0), weighed("旗滨", "Enterprise", 0.5)]
    assert [m.type for m in arbitrate([ceremony, *inside])[0]] == ["Event", "Project", "Enterprise"]


def test_a_zone_nests_in_a_plan_that_is_made_for_it() -> None:
    plan = weighed("项目在东富工业园投产", "Program", 2.0)
    accepted, _ = arbitrate([plan, weighed("东富工业园", "Zone", 1.0)])
    assert [m.type for m in accepted] == ["Program", "Zone"]


def test_a_university_nests_in_its_institute_and_no_paper_in_what_is_its_own() -> None:
    text = "江东大学云岭研究院成立。"
    institute = Weighed(Mention(0, 9, "Organization", text[:9], "organization:place", 0.9), 2.0)
    for rule, accepted in (("organization:parent", 2), ("organization:known", 1)):
        inside = Weighed(Mention(0, 4, "Organization", text[:4], rule, 0.9), 1.0)
        assert len(arbitrate([institute, inside])[0]) == accepted


def test_a_place_however_sure_does_not_break_the_name_that_it_is_part_of() -> None:
    company, place = weighed("醴陵旗滨", "Enterprise", 0.2), weighed("醴陵", "Region", 4.0)
    assert arbitrate([company, place])[0] == [company.mention]
    unsure = weighed("醴陵旗滨", "Enterprise", -0.2)
    assert arbitrate([unsure, place])[0] == [place.mention]
    crossing = weighed("旗滨电子玻璃", "Enterprise", 3.0)  # where the longer name is lost, its place stays
    assert arbitrate([company, place, crossing])[0] == [place.mention, crossing.mention]


def test_the_surer_of_two_types_wins_and_of_two_equally_sure_names_the_fuller_one() -> None:
    accepted, _ = arbitrate([weighed("东富工业园", "Zone", 1.0), weighed("东富工业园", "Project", 1.5)])
    assert [m.type for m in accepted] == ["Project"]
    accepted, _ = arbitrate([weighed("旗滨电子玻璃", "Enterprise", 1.0), weighed("旗滨", "Enterprise", 1.0)])
    assert [TEXT[m.start : m.end] for m in accepted] == ["旗滨电子玻璃"]


def test_what_is_nested_may_nest_in_what_is_around_it_too() -> None:
    for outer, inner in NESTS.items():
        for middle in inner:
            assert NESTS.get(middle, frozenset()) <= inner, (outer, middle)


def test_refused_candidates_get_a_reason() -> None:
    _, refused = arbitrate(
        [weighed("玻璃", "Industry", -0.1), weighed("东富", "Region", 1), weighed("富工", "Zone", 0.5)]
    )
    assert [(r.what, r.reason) for r in rejections(TEXT, refused)] == [
        ("Industry 玻璃 (test:rule)", "low_confidence"),
        ("Zone 富工 (test:rule)", "overlap"),
    ]


candidates = st.builds(
    lambda start, length, type_, margin: Weighed(Mention(start, start + length, type_, "x", "a:1", 0.5), margin),
    st.integers(0, 30),
    st.integers(1, 10),
    st.sampled_from(["Region", "Zone", "Enterprise", "Project", "Slogan"]),
    st.floats(-1.0, 3.0),
)


@given(st.lists(candidates, max_size=25, unique_by=lambda c: (c.mention.start, c.mention.end, c.mention.type)))
def test_what_is_accepted_nests_as_allowed_and_never_crosses(proposed: list[Weighed]) -> None:
    accepted, refused = arbitrate(proposed)
    assert arbitrate(list(reversed(proposed)))[0] == accepted
    assert len(proposed) == len(accepted) + len(refused)
    for i, a in enumerate(accepted):
        for b in accepted[i + 1 :]:
            if b.start < a.end:
                assert b.end <= a.end
                assert b.type in NESTS[a.type]
                assert (a.start, a.end) != (b.start, b.end)
