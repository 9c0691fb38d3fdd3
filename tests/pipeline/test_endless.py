"""Words repeated without end, as damaged files give them, are read whole in time that grows with their length."""

from __future__ import annotations

import random
import time

import pytest

from kg.pipeline.document import read_article
from kg.pipeline.reading import knowledge
from kg.types import Article

SIZE = 20_000


def mixed(*words: str) -> str:
    choose = random.Random(1).choice
    return "".join(choose(words) for _ in range(SIZE // 2))[:SIZE]


TEXTS = {
    "heads": "园区" * (SIZE // 2),
    "notes": "\n注：" * (SIZE // 3),
    "short lines": "云岭园区\n5亿元\n" * (SIZE // 10),
    "marks": mixed("“", "”", "（", "）", "《", "》", "云岭", "、"),
    "firms": mixed("云岭", "集团", "有限公司", "（", "）", "、"),
    "groups": mixed("三大", "五大", "工程", "行动", "战略", "：", "、"),
    "formulas": "（即工业强市碧空、清水、净土三大保卫战" * (SIZE // 19),
    "figures": mixed("产值", "增长", "5%", "、", "分别", "和", "青山", "，") * 3,
    "no stops": "全县完成产值5亿元增长7%建设云岭大桥" * (SIZE // 19),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_endless_texts(text: str) -> None:
    known = knowledge()
    start = time.process_time()
    read_article(Article("endless.txt", f"松泉县2021年政府工作报告\n{text}\n"), known)
    assert time.process_time() - start < 24  # a tenth of it on a machine with nothing else to do
