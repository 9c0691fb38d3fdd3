"""Names that a rule knows and that nothing else claims."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.evidence import LAYERS, TYPES, Evidence
from kg.extract.unclaimed import unclaimed
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "name", "rule", "lifted"),
    [
        ("完成危桥改造20座，", "危桥改造", "program:lexicon", True),
        ("完成既有建筑节能改造18万平方米，", "既有建筑节能改造", "program:lexicon", True),
        ("推进平台公司转型，", "平台公司转型", "program:lexicon", True),
        ("启动新一轮园区扩区工作，", "园区扩区", "program:lexicon", True),
        ("推动企业“小升规”，", "小升规", "program:lexicon_short", True),
        ("发放精准扶贫贷款9亿元，", "精准扶贫", "program:lexicon", False),
        ("新型农村合作医疗参合率达95%，", "新型农村合作医疗", "program:lexicon_scheme", True),
        ("新建廉租住房2100套，", "廉租住房", "program:lexicon", True),
        ("新型农村合作医疗参合群众", "新型农村合作医疗", "program:lexicon_scheme", False),
        ("推动企业上云赋能。", "企业上云", "program:lexicon", False),
        ("完成危桥改造20座，", "危桥改造", "program:deed_work", False),
        ("云岭配套区建设有力，", "云岭配套区", "zone:place", True),
        ("云岭配套区建设有力，", "云岭配套区", "zone:area", False),
        ("开工建设涂装检测中心，", "涂装检测中心", "project:several_head_plain", True),
        ("开工建设涂装检测中心，", "涂装检测中心", "project:thing_far", False),
        ("大力培育数控机床，", "数控机床", "industry:lexicon_foster", True),
        ("加快云岭机场建设，", "云岭机场", "project:thing", True),
        ("提速S524等3条道路建设，", "S524", "project:coded", True),
        ("推进人才公寓建设，", "人才公寓", "project:before_head_plain", True),
        ("加快云岭机场航线开发，", "云岭机场", "project:thing", False),
        ("服务云岭机场，", "云岭机场", "project:thing", False),
        ("推进污水处理厂和管网建设，", "污水处理厂和管网", "project:before_head_plain", False),
    ],
)
def test_a_known_name_is_taken_where_it_ends(clean: str, name: str, rule: str, lifted: bool) -> None:
    kind = {"zone": "Zone", "project": "Project", "industry": "Industry"}.get(rule.partition(":")[0], "Program")
    evidence = _evidence(clean, (name, kind, rule))
    assert bool(unclaimed(clean, evidence, np.array([-0.9]))[0] > 0.9) is lifted
    assert not unclaimed(clean, evidence, np.array([-2.0])).any()


@pytest.mark.parametrize(
    ("clean", "name", "seen", "lifted"),
    [
        ("建设云岭博物院，", "云岭博物院", 0.5, True),
        ("建设云岭博物院，", "云岭博物院", 0.3, False),
        ("建设14个垃圾中转站，", "14个垃圾中转站", 0.5, False),
        ("参观云岭博物院，", "云岭博物院", 0.5, False),
    ],
)
def test_what_only_the_tagger_sees_is_taken_where_a_verb_of_building_governs_it(
    clean: str, name: str, seen: float, lifted: bool
) -> None:
    start = clean.index(name)
    evidence = Evidence(
        np.array([start]),
        np.array([start + len(name)]),
        np.array([TYPES.index("Project")]),
        np.zeros((1, len(LAYERS))),
        np.array([[seen, 0.0]]),
        (None,),
    )
    assert bool(unclaimed(clean, evidence, np.array([-0.9]))[0] > 0) is lifted


def test_what_lies_in_a_taken_name_is_claimed() -> None:
    clean = "推进云岭片区危桥改造，"
    evidence = _evidence(
        clean, ("云岭片区危桥改造", "Project", "project:deed"), ("危桥改造", "Program", "program:lexicon")
    )
    assert not unclaimed(clean, evidence, np.array([1.0, -1.0])).any()
    assert unclaimed(clean, evidence, np.array([-0.5, -1.0]))[1] > 1


def _evidence(clean: str, *names: tuple[str, str, str]) -> Evidence:
    starts = np.array([clean.index(name) for name, _, _ in names])
    ends = np.array([clean.index(name) + len(name) for name, _, _ in names])
    kinds = np.array([TYPES.index(kind) for _, kind, _ in names])
    best = tuple(
        Mention(int(a), int(b), kind, name, rule, 0.5)
        for a, b, (name, kind, rule) in zip(starts, ends, names, strict=True)
    )
    return Evidence(starts, ends, kinds, np.zeros((len(names), len(LAYERS))), np.zeros((len(names), 2)), best)
