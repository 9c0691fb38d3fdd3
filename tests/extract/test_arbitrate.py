from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.arbitrate import NESTS, arbitrate, rejections
from kg.types import Mention
from tests.builders import mention

TEXT = "醴陵旗滨电子玻璃二期项目在东富工业园投产。"


def test_a_region_nests_in_a_project_but_not_in_a_company() -> None:
    project = mention(TEXT, "醴陵旗滨电子玻璃二期项目", "Project")
    accepted, _ = arbitrate([project, mention(TEXT, "醴陵", "Region"), mention(TEXT, "旗滨", "Enterprise")])
    assert [m.type for m in accepted] == ["Project", "Region", "Enterprise"]
    company = mention(TEXT, "醴陵旗滨", "Enterprise")
    accepted, refused = arbitrate([company, mention(TEXT, "醴陵", "Region", 0.6)])
    assert accepted == [company]
    assert [m.type for m in refused] == ["Region"]


def test_independent_layers_strengthen_each_other_and_rules_of_one_layer_do_not() -> None:
    a, b = mention(TEXT, "东富工业园", "Zone", 0.6, "zone:head"), mention(TEXT, "东富工业园", "Zone", 0.5, "tagger")
    c = mention(TEXT, "东富工业园", "Zone", 0.5, "zone:list")
    assert arbitrate([a, b])[0][0].confidence == 0.8
    assert arbitrate([a, c])[0][0].confidence == 0.6


def test_refused_proposals_get_a_reason() -> None:
    weak = mention(TEXT, "玻璃", "Industry", 0.2)
    _, refused = arbitrate([weak])
    assert [(r.what, r.reason) for r in rejections(TEXT, refused)] == [("Industry 玻璃 (test:rule)", "low_confidence")]


mentions = st.builds(
    lambda start, length, type_, rule, c: Mention(start, start + length, type_, "x", rule, c),
    st.integers(0, 30),
    st.integers(1, 10),
    st.sampled_from(["Region", "Zone", "Enterprise", "Project", "Slogan"]),
    st.sampled_from(["a:1", "a:2", "b:1"]),
    st.floats(0.1, 1.0),
)


@given(st.lists(mentions, max_size=25))
def test_what_is_accepted_nests_as_allowed_and_never_crosses(proposals: list[Mention]) -> None:
    accepted, refused = arbitrate(proposals)
    assert arbitrate(list(reversed(proposals)))[0] == accepted
    assert len({(m.start, m.end, m.type) for m in proposals}) == len(accepted) + len(refused)
    for i, a in enumerate(accepted):
        for b in accepted[i + 1 :]:
            if b.start < a.end:
                assert b.end <= a.end
                assert b.type in NESTS[a.type]
                assert (a.start, a.end) != (b.start, b.end)
