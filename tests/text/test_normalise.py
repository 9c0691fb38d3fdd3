from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.normalise import normalise

ALPHABET = "中国城市增长项目一二三、，。！？；：“”\"'（）()《》,.;:?!%％７ＡａAb19 \n\t\u3000\xa0\ufeff\u200b·•①[]—-"


@given(st.text(st.sampled_from(ALPHABET), max_size=200))
def test_offsets_select_characters_in_order(raw: str) -> None:
    clean = normalise(raw)
    assert len(clean.text) == len(clean.offsets)
    assert all(low < high for low, high in zip(clean.offsets, clean.offsets[1:], strict=False))
    # Each character taken alone has the same clean form, but for marks whose form depends on their neighbours.
    depends = set(",.;:?!\"“”'‘’，。、；：？！ \n")
    for sign, at in zip(clean.text, clean.offsets, strict=True):
        if sign not in depends:
            assert normalise(f"中{raw[at]}中").text[1] == sign


@given(st.text(st.sampled_from(ALPHABET), max_size=200))
def test_only_blanks_and_marks_of_notes_are_removed(raw: str) -> None:
    clean = normalise(raw)
    gone = "".join(sign for at, sign in enumerate(raw) if at not in set(clean.offsets))
    assert re.fullmatch(r"(?:[\s\ufeff\u200b]|[\[〔]\d{1,3}[\]〕]|[\[〔\d\]〕７—-])*", gone)


@given(st.text(st.sampled_from(ALPHABET), max_size=200))
def test_no_blank_stands_beside_chinese(raw: str) -> None:
    assert not re.search(r"[\u4e00-\u9fff] | [\u4e00-\u9fff]", normalise(raw).text)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("ＧＤＰ增长７．５％", "GDP增长7.5%"),
        ("增长8%,达到1,234.5万元;其中:税收(地方)增长", "增长8%，达到1,234.5万元；其中：税收（地方）增长"),
        ('开展"项目年"和"服务年"活动', "开展“项目年”和“服务年”活动"),
        ("开展'项目年'和‘服务年’活动，弘扬“工匠‘匠心’”", "开展“项目年”和“服务年”活动，弘扬“工匠‘匠心’”"),
        ("引进O'Brien和L’Oréal公司", "引进O'Brien和L’Oréal公司"),
        ("开展“项目年“活动，``双百''工程、<<规划>>", "开展“项目年“活动，“双百”工程、《规划》"),
        ("开展“项目年“活动。\n实施『双百』工程", "开展“项目年”活动。\n实施“双百”工程"),
        ("📍甲厂投产✅\n1️⃣乙厂★★★", "甲厂投产\n1.乙厂★★★"),
        ("📍甲厂新建生产线\n📍乙厂投产，\n📌增资9亿元", "甲厂新建生产线\n乙厂投产，增资9亿元"),
        (
            "原创 松泉融媒 松泉发布 白鹭供稿\n今日，甲厂在园区新建生产线并增资扩产共计9亿元\n乙厂投产",
            "原创松泉融媒松泉发布白鹭供稿\n今日，甲厂在园区新建生产线并增资扩产共计9亿元\n乙厂投产",
        ),
        (
            "一、重点项目\n" + "1.松泉县石桥镇中心卫生院\n2.松泉县白鹭镇中心幼儿园\n" * 6 + "责任单位：县发改局",
            "一、重点项目\n" + "1.松泉县石桥镇中心卫生院\n2.松泉县白鹭镇中心幼儿园\n" * 6 + "责任单位：县发改局",
        ),
        (
            "1.松泉桥（续建） 建设单位：县交通局 总投资2亿元 完成年度投资8千万元",
            "1.松泉桥（续建）；建设单位：县交通局；总投资2亿元；完成年度投资8千万元",
        ),
        ("松泉桥， 总投资2亿元，松泉 投资环境好", "松泉桥，总投资2亿元，松泉投资环境好"),
        ("一 上半年工作\n甲路通车\n二 下半年计划\n建设乙路", "一、上半年工作\n甲路通车\n二、下半年计划\n建设乙路"),
        (
            "磷化工：白鹭磷业 青山化工公司\n来源：松泉日报 松泉发布",
            "磷化工：白鹭磷业、青山化工公司\n来源：松泉日报松泉发布",
        ),
        ("一 方有难\n甲路通车", "一方有难\n甲路通车"),
        ("❷增长8%.其中,甲县达到9亿元.2020年,", "②增长8%。其中，甲县达到9亿元。2020年，"),
        ("新建 5G 基站 30 个", "新建5G基站30个"),
        ("引进 New Energy 公司", "引进New Energy公司"),
        ("株洲•中国动力谷", "株洲·中国动力谷"),
        ("第一段。\n\u3000\u3000第二段。", "第一段。\n第二段。"),
        ("加快建设高\n新区，扩大开放。", "加快建设高\n新区，扩大开放。"),
        ("实施“双百”工程[6]，推进", "实施“双百”工程，推进"),
        ("比例为1:5，会议10:30开始", "比例为1:5，会议10:30开始"),
        ("⼯业⼤省，⻢⻔⻓⻰", "工业大省，马门长龙"),
        ("产值1 234.5亿元、12，300户、1，234万元", "产值1234.5亿元、12,300户、1,234万元"),
        ("101，102路，2019，2020年，产值 213 600", "101，102路，2019，2020年，产值213 600"),
        ("# 甲县\n\n## 一、概况\n\n实施“**双百**”工程。", "甲县\n一、概况\n实施“双百”工程。"),
        ("增长9.3%\n— 1 —\n；投资增长", "增长9.3%；投资增长"),
        ("加快建设高新区，\n\n第 3 页 共 8 页\n\n扩大开放。", "加快建设高新区，扩大开放。"),
        ("新建道路。\n- 12 -\n第二段。", "新建道路。\n第二段。"),
        ("甲县报告\n一句，\n3\n\f二句。", "甲县报告\n一句，二句。"),
        ("甲县\n1\n2\n乙县", "甲县\n1\n2\n乙县"),
        ("项目开工。作者：张某\n2023-08-03", "项目开工。作者：张某\n2023-08-03"),
    ],
)
def test_canonical_form(raw: str, clean: str) -> None:
    assert normalise(raw).text == clean


def test_characters_that_all_stand_apart() -> None:
    raw = "2022年甲县增长8.1%，新建道路12公里，引进企业31家，其中规上企业5家，一批项目开工建设。"
    assert normalise(" ".join(raw)).text == raw


def test_the_line_above_each_page_goes_with_its_number() -> None:
    pages = [f"推进第{n}个项目建设，\n— {n} —\n甲县工作报告\n" for n in range(1, 5)]
    assert normalise("甲县工作报告\n" + "".join(pages) + "全部开工。").text == (
        "甲县工作报告\n推进第1个项目建设，推进第2个项目建设，推进第3个项目建设，推进第4个项目建设，全部开工。"
    )


def test_lines_of_a_fixed_width_with_a_blank_line_between_any_two() -> None:
    text = "推进高新区二期工程建设，引进一批新材料企业落户园区，实施技术改造项目三十五个。" * 8
    lines = [text[i : i + 28] for i in range(0, len(text), 28)]
    assert normalise("\n\n".join(lines)).text.replace("\n", "") == text
    assert all(line.endswith("。") for line in normalise("\n\n".join(lines)).text.split("\n"))
    assert normalise("甲县\n\n建设道路\n\n完工").text == "甲县\n建设道路\n完工"


def test_bare_numbers_that_count_pages() -> None:
    page = "".join(f"推进第{n}号道路建设，完成投资八百六十万元，\n" for n in range(10, 19))
    assert (
        normalise("".join(f"{page}{n}\n" for n in range(1, 5)) + "开工。").text == page.replace("\n", "") * 4 + "开工。"
    )
    rows = "序号\n" + "\n".join(f"{n}\n甲县第{n}厂\n" + "青山镇\n" * 9 for n in range(1, 5))
    assert "\n2\n" in normalise(rows).text


def test_lines_of_a_fixed_width_are_joined() -> None:
    lines = [
        "政府工作报告",
        "一、去年工作回顾",
        "去年，全市上下坚持稳中求进，统筹发展和安全，经济运行总体平稳，",
        "社会大局保持稳定。全年新开工重大项目三十二个，其中先进装备制",
        "造项目八个，电子信息项目六个，新材料项目五个，完成投资占全年计",
        "划的百分之九十八。城市更新有序推进，改造老旧小区四十六个，惠及",
        "群众一万二千户。乡村道路提质改造一百二十公里，农村饮水安全巩固",
        "提升工程全面完工，污水处理设施覆盖所有建制镇，空气质量稳步向好",
        "发展。",
        "今年的工作安排如下。",
    ]
    text = normalise("\n".join(lines)).text
    assert "先进装备制造项目" in text
    assert "全年计划的" in text
    assert text.startswith("政府工作报告\n一、去年工作回顾\n去年")
    assert text.endswith("向好发展。\n今年的工作安排如下。")


def test_a_line_of_a_fixed_width_may_end_with_a_quotation_mark() -> None:
    line = "全县上下深入实施产业倍增行动，开工建设一批重点项目，推进"
    text = normalise("\n".join([f"{line}“双百工程”"] * 9 + ["和其他工作。"])).text
    assert "\n" not in text


def test_indented_paragraphs_whose_further_lines_are_not() -> None:
    lines = [
        "\u3000\u3000甲县政府工作报告",
        "\u3000\u30002021年，全县地区生产总值完成186.2亿元，增长7.",
        "8%；规模以上工业增加值增长9%；固定资产投资增长12",
        ".3%。",
        "\u3000\u3000推进新型城镇化，持续开展干部作风建设年活动，深入争创",
        "国家示范区。",
    ]
    text = "2021年，全县地区生产总值完成186.2亿元，增长7.8%；规模以上工业增加值增长9%；固定资产投资增长12.3%。"
    end = "推进新型城镇化，持续开展干部作风建设年活动，深入争创国家示范区。"
    assert normalise("\n".join(lines)).text == f"甲县政府工作报告\n{text}\n{end}"
    plain = ["\u3000\u3000甲县建设道路", "乙镇投产", "\u3000\u3000丙镇开工", "丁镇签约一个重点项目"]
    assert normalise("\n".join(plain)).text.count("\n") == 3


def test_blanks_before_headings_are_lost_paragraph_breaks() -> None:
    raw = "请予审议。 一、去年工作回顾去年，我们克服困难。 （一）经济稳步增长。全年完成投资。"
    assert normalise(raw).text.count("\n") == 2


def test_the_heading_of_a_field_in_the_line_of_its_text_is_a_paragraph() -> None:
    raw = "四、旅游 柳河风景区接待游客。\n五、交通和邮电业　柳河大桥通车。\n六、柳河大桥 总投资三亿元。"
    assert normalise(raw).text == (
        "四、旅游\n柳河风景区接待游客。\n五、交通和邮电业\n柳河大桥通车。\n六、柳河大桥总投资三亿元。"
    )


def test_who_did_what_in_one_line_are_lines_of_their_own() -> None:
    raw = "主办：柳河县文旅局 承办：柳河文旅集团 协办单位：县摄影家协会"
    assert normalise(raw).text == "主办：柳河县文旅局\n承办：柳河文旅集团\n协办单位：县摄影家协会"
    assert normalise("柳河 主办了会议").text == "柳河主办了会议"


def test_lines_of_a_page_are_as_wide_as_their_digits_are_narrow() -> None:
    page = (
        "松泉县2011年计划执行情况的报告\n各位代表：\n"
        "    受县人民政府委托，现将我县2011年国民经济和社会发展计\n划执行情况报告如下，请予审议。\n    一、执行情况\n"
        "    2011年，全县生产总值191.3亿元，增长10.6%；财政收入6.02\n"
        "亿元，增长31.2%；固定资产投资98.5亿元，增长27.4%；零售\n"
        "总额62.8亿元，增长18.1%；农民人均纯收入6015元，增长19.6%。\n"
        "    工业经济快速增长。规模以上工业增加值完成78.4亿元，增\n"
        "长21.3%。县产业集聚区入驻的企业达到96家，白鹭酒业公司中\n药提取车间建成投产。"
    )
    assert normalise(page).text.count("\n") == 5
