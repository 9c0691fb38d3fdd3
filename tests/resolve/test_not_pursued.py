"""Phrases that nobody carries out or follows."""

from __future__ import annotations

import pytest

from kg.resolve.not_pursued import not_pursued
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "surface", "type_", "rule", "expected"),
    [
        ("着力破解“融资之山、用工之山”。", "融资之山、用工之山", "Slogan", "slogan:quoted", True),
        ("缩小城乡“数字鸿沟”。", "数字鸿沟", "Slogan", "slogan:quoted", True),
        ("解决“两不愁三保障”突出问题。", "两不愁三保障", "Slogan", "slogan:lexicon", False),
        ("实施“破冰”行动。", "“破冰”行动", "Program", "program:quoted_head", False),
        ("各位代表！“山高人为峰，路远志更坚。”让我们奋斗！", "山高人为峰，路远志更坚", "Slogan", "tagger", True),
        ("落实省委部署。“北联、南融，东进”部署见效。", "北联、南融，东进", "Slogan", "tagger", False),
        ("党的十八大以来，全县面貌一新。", "党的十八大", "Slogan", "slogan:lexicon", True),
        ("党的十九届五中全会召开后，干部深受鼓舞。", "党的十九届五中全会", "Slogan", "slogan:meeting", True),
        ("学习党的十八大以来精神。", "党的十八大", "Slogan", "slogan:lexicon", False),
        ("认真贯彻党的二十大决策部署。", "党的二十大", "Slogan", "slogan:lexicon", False),
        ("兑现人才补贴3500万元。", "人才补贴", "Program", "tagger", True),
        ("发放购机补贴9000万元。", "购机补贴", "Program", "program:lexicon", False),
        ("比“十二五”末翻一番。", "十二五", "Program", "program:lexicon_short", True),
        ("“十二五”时期是我县发展最好的五年。", "十二五", "Program", "program:lexicon_short", False),
        ("圆满完成“十二五”规划。", "“十二五”规划", "Program", "program:lexicon", False),
        ("实现“十四五”既定目标。", "“十四五”既定目标", "Program", "tagger", True),
        ("设立家庭医生服务站。", "家庭医生服务站", "Program", "tagger", True),
        ("建设农业创新驿站。", "农业创新驿站", "Program", "tagger", False),
        ("土地流转难，机收慢。", "土地流转", "Program", "program:lexicon", True),
        ("推进土地流转，破解难题。", "土地流转", "Program", "program:lexicon", False),
        ("在新一轮科技革命加速的背景下，", "新一轮科技革命", "Program", "tagger", True),
        ("在新一轮国企改革中，", "新一轮国企改革", "Program", "tagger", False),
        ("开展燃气等领域专项整治。", "燃气等领域专项整治", "Program", "tagger", False),
    ],
)
def test_what_nobody_pursues(clean: str, surface: str, type_: str, rule: str, expected: bool) -> None:
    at = clean.index(surface)
    assert not_pursued(clean, Mention(at, at + len(surface), type_, surface, rule, 0.9)) is expected
