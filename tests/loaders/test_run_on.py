from __future__ import annotations

import time

import pytest

from kg.loaders.run_on import parted

BODY = (
    "近日，甲县举行项目集中签约仪式，八个项目成功签约，总投资61.5亿元，其中工业项目五个，总投资40亿元。会议要求落实。"
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            f"甲县八个项目签约 2022-05-21 09:31 来源：甲县日报 【字体：大 中 小】 {BODY}",
            ["甲县八个项目签约", "2022-05-21 09:31 来源：甲县日报 【字体：大 中 小】", BODY],
        ),
        (f"聚链成势 甲县八个项目签约\u3000\u3000{BODY}", ["聚链成势 甲县八个项目签约", BODY]),
        (
            f"甲县八个项目签约  发布时间：2021-03-04\n{BODY}\n{BODY}",
            ["甲县八个项目签约", "发布时间：2021-03-04", BODY, BODY],
        ),
        (f"甲县政府工作报告各位代表：{BODY}", ["甲县政府工作报告", f"各位代表：{BODY}"]),
        (f"2019年甲县政府工作报告 ——2019年1月8日在{BODY}", ["2019年甲县政府工作报告", f"——2019年1月8日在{BODY}"]),
        (f"甲县八个项目签约本报讯（记者 张三）{BODY}", ["甲县八个项目签约", f"本报讯（记者 张三）{BODY}"]),
        (
            f"甲县八个项目签约 某网8月17日电（张三 李四）{BODY}",
            ["甲县八个项目签约", f"某网8月17日电（张三 李四）{BODY}"],
        ),
        (
            f"甲县八个项目签约 {BODY} 作者：张三 2022-05-21",
            ["甲县八个项目签约", f"{BODY} 作者：张三", "2022-05-21"],
        ),
    ],
)
def test_what_runs_on_is_parted(text: str, lines: list[str]) -> None:
    assert parted(text).split("\n") == lines


@pytest.mark.parametrize(
    "text",
    [
        f"甲县 2022年工作报告\n{BODY}",
        f"2022年5月21日，甲县 举行签约。{BODY}",
        f"甲县签约\n{BODY}",
        BODY,
        "甲县八个项目签约 2022-05-21",
        "序号 项目名称 总投资\n1 甲厂 9亿元",
    ],
)
def test_what_is_not_parted(text: str) -> None:
    assert parted(text) == text


def test_a_long_row_of_words_takes_no_time() -> None:
    start = time.process_time()
    for part in ("甲 ", "来源：甲 ", "工作报告", "（", "甲县讯"):
        parted(part * 20_000)
    assert time.process_time() - start < 2
