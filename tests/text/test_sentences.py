from __future__ import annotations

import pytest

from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.types import Article
from tests.text.reports import BODY, news, report, sentence, shown


def path(words: str) -> list[str]:
    return [heading.text for heading in sentence(report(), words).path]


def test_headings_run_into_the_text_are_found() -> None:
    assert path("全市地区生产总值增长7.5%") == ["一、2019年工作回顾", "（一）产业发展提质增效"]
    assert path("规模工业增加值") == ["一、2019年工作回顾", "（一）产业发展提质增效", "工业经济稳步回升"]
    assert path("落实专项债券") == [
        "二、2020年工作安排",
        "（一）全力推进产业项目建设",
        "强化“三大保障”",
        "二是保障资金",
    ]
    assert path("年产5万吨")[-1] == "十大产业项目"


def test_items_of_lists() -> None:
    text = report()
    assert sentence(text, "高端装备产业园").list_item
    assert shown(text, "高端装备产业园") == "①高端装备产业园；"
    assert shown(text, "轨道交通配套园") == "③轨道交通配套园（二期）。"
    assert not sentence(text, "粮食总产量").list_item


@pytest.mark.parametrize(
    ("words", "modality", "year"),
    [
        ("现在，我代表", "done", 2020),
        ("经济社会平稳发展", "done", 2019),
        ("全市地区生产总值增长7.5%", "done", 2019),
        ("粮食总产量", "done", 2019),
        ("二期将于", "planned", 2021),
        ("地区生产总值增长7%", "planned", 2020),
        ("全年新增建设用地", "planned", 2020),
        ("落实专项债券", "planned", 2020),
        ("高端装备产业园", "planned", 2020),
        ("坚持依法行政", "planned", 2020),
    ],
)
def test_modality_and_year(words: str, modality: str, year: int) -> None:
    one = sentence(report(), words)
    assert (one.modality, one.year) == (modality, year)


def test_words_of_a_plan_do_not_turn_a_review_where_they_only_move_an_object() -> None:
    text = report(BODY.replace("粮食总产量达到110万吨", "将三万人纳入低保"))
    assert sentence(text, "将三万人").modality == "done"


def test_what_is_done_already_in_a_plan_section() -> None:
    text = report(BODY.replace("落实专项债券20亿元", "目前已完成投资3亿元。已开工项目抓进度"))
    assert sentence(text, "目前已完成").modality == "done"
    assert sentence(text, "已开工项目").modality == "planned"


def test_years_of_comparison_and_of_titles_are_not_the_sentence_s_year() -> None:
    text = report(BODY.replace("粮食总产量", "《甲市国土空间规划（2021—2035年）》获批，粮食总产量"))
    assert sentence(text, "粮食总产量").year == 2019
    assert sentence(text, "比2015年").year == 2019


def test_stops_inside_brackets_and_short_quotes_do_not_cut() -> None:
    text = news(
        "园区推行“拿地即开工！”模式（含一期；二期），效率大幅提升。“我们很满意。”企业负责人说。下一步，县里将加快建设。"
    )
    assert shown(text, "拿地即开工") == "园区推行“拿地即开工！”模式（含一期；二期），效率大幅提升。"
    assert shown(text, "我们很满意") == "“我们很满意。”企业负责人说。"


def test_plans_in_news() -> None:
    text = news("项目总投资10亿元，已完成主体工程。项目达产后年产值可达20亿元。该县力争明年引进企业50家。")
    assert sentence(text, "项目总投资").modality == "done"
    assert sentence(text, "达产后").modality == "planned"
    assert (sentence(text, "力争明年").modality, sentence(text, "力争明年").year) == ("planned", 2024)


def test_parts() -> None:
    text = report()
    assert sentence(text, "甲市政府工作报告").part == "title"
    assert sentence(text, "双百工程").part == "glossary"
    assert sentence(text, "2025-07-08").part == "furniture"
    assert sentence(text, "粮食总产量").part == "body"


def test_the_title_below_the_way_to_a_page() -> None:
    page = "当前位置：首页 > 招商\n甲县签约十个项目\n8月2日，甲县举行签约仪式，十个项目落户。"
    text = analyse(Article("a.txt", page, {"title": "甲县签约十个项目"}), load_lexicon())
    assert [one.part for one in text.sentences] == ["furniture", "title", "body"]


def test_a_title_of_two_lines() -> None:
    page = "甲县第十届人民代表大会\n第一次会议上的工作报告\n8月2日，甲县举行签约仪式，十个项目落户。"
    title = "甲县第十届人民代表大会第一次会议上的工作报告"
    text = analyse(Article("a.txt", page, {"title": title}), load_lexicon())
    assert [one.part for one in text.sentences] == ["title", "title", "body"]


def test_sentences_cover_all_but_line_breaks() -> None:
    text = report()
    at = 0
    for one in text.sentences:
        assert one.start >= at
        assert text.clean[at : one.start].strip("\n") == ""
        at = one.end
    assert at == len(text.clean)


def test_every_sentence_of_a_plan_document_is_planned() -> None:
    plan = report("第一章推进重大项目\n新建云岭机场，建成物流园。", "云岭市交通发展三年行动计划")
    assert sentence(plan, "新建云岭机场").modality == "planned"
    for title in ("云岭市2023年重点建设项目计划（摘录）", "云岭市政府投资计划"):
        assert sentence(report("一、新建项目\n新建云岭机场。", title), "新建云岭机场").modality == "planned"
    told = report("会议指出，要抓好落实。\n云岭机场已经开工。", "云岭市交通三年行动计划执行情况")
    assert sentence(told, "云岭机场").modality == "done"


def test_a_plan_looks_back_below_a_heading_that_says_so() -> None:
    text = (
        "云岭市制造业三年行动计划（2023—2025年）\n"
        "一、发展现状\n（一）规模壮大\n产值增长8%。\n二、主要目标\n产值增长9%。"
    )
    made = analyse(Article("plan.txt", text), load_lexicon())
    said = {made.clean[s.start : s.end]: (s.modality, s.year) for s in made.sentences}
    assert said["产值增长8%。"] == ("done", 2022)
    assert said["产值增长9%。"] == ("planned", 2025)


def test_a_paragraph_that_opens_with_the_year_reported_on_looks_back_amid_the_plans() -> None:
    plans = "二、2023年工作打算\n完成甲园。\n2022年，乙园竣工。丙园投产。\n建设丁园。"
    text = f"新桥开发区2022年工作总结和2023年工作打算\n{plans}"
    made = analyse(Article("a.txt", text), load_lexicon())
    said = {made.clean[s.start : s.end]: (s.modality, s.year) for s in made.sentences}
    assert said["完成甲园。"] == said["建设丁园。"] == ("planned", 2023)
    assert said["丙园投产。"] == ("done", 2022)


def test_a_paragraph_on_the_years_ahead_is_theirs_up_to_what_it_says_of_the_next() -> None:
    ahead = "今后五年，产值年均增长9%。建成甲高铁。今年，开工乙路。建设丙路。\n启动丁桥。"
    text = f"新桥县2016年政府工作报告\n各位代表：\n一、2015年工作回顾\n戊路通车。\n二、2016年工作安排\n{ahead}"
    made = analyse(Article("a.txt", text), load_lexicon())
    said = {made.clean[s.start : s.end]: (s.modality, s.year) for s in made.sentences}
    assert said["建成甲高铁。"] == ("planned", 2020)
    assert said["建设丙路。"] == said["启动丁桥。"] == ("planned", 2016)


def test_aims_of_the_next_year_open_a_plan() -> None:
    text = (
        "新桥开发区2022年工作总结和2023年工作打算\n厂房完工。\n2023年主要目标：产值增长9%。确保甲园开工。\n"
        "2022年主要目标完成情况较好。"
    )
    made = analyse(Article("a.txt", text), load_lexicon())
    said = {made.clean[s.start : s.end]: (s.modality, s.year) for s in made.sentences}
    assert said["厂房完工。"] == ("done", 2022)
    assert said["确保甲园开工。"] == ("planned", 2023)


def test_plans_for_several_years_go_on_with_the_next() -> None:
    text = (
        "甲县人民政府工作报告\n——2022年1月6日在甲县第十届人民代表大会第一次会议上\n一、工作回顾\n收入增长8%。\n"
        "二、今后五年的奋斗目标\n到2026年，产值突破90亿元。企业达到60家。\n2022年，产值增长9%。年内建成甲校。"
    )
    made = analyse(Article("a.txt", text), load_lexicon())
    said = {made.clean[s.start : s.end]: (s.modality, s.year) for s in made.sentences}
    assert said["企业达到60家。"] == ("planned", 2026)
    assert said["年内建成甲校。"] == ("planned", 2022)


def test_a_paragraph_of_a_notice_plans_for_the_year_that_it_opens_with() -> None:
    text = (
        "甲区2024年民生实事完成情况公示\n一、2024年，新增学位900个。\n"
        "二、2025年拟安排项目30项。开工建设乙馆。\n三、丙路通车。"
    )
    made = analyse(Article("a.txt", text), load_lexicon())
    said = {made.clean[s.start : s.end]: (s.modality, s.year) for s in made.sentences}
    assert said["开工建设乙馆。"] == ("planned", 2025)
    assert said["三、丙路通车。"] == ("done", 2024)


def test_what_has_been_done_so_far_stands_among_plans() -> None:
    text = (
        "甲县人民政府工作报告\n——2022年3月26日在甲县第十届人民代表大会第二次会议上\n一、2021年工作回顾\n收入增长8%。\n"
        "二、2022年工作安排\n今年排定项目28个。1—2月，已开工项目6个，完成投资5亿元。其中工业投资3亿元；园区投资1亿元。"
        "要抓进度。1—4月，要完成投资9亿元。\n去年，收入增长7%。落实资金21亿元。\n建成甲校。"
    )
    made = analyse(Article("a.txt", text), load_lexicon())
    said = {made.clean[s.start : s.end]: (s.modality, s.year) for s in made.sentences}
    assert said["1—2月，已开工项目6个，完成投资5亿元。"] == ("done", 2022)
    assert said["其中工业投资3亿元；"] == said["园区投资1亿元。"] == ("done", 2022)
    assert said["1—4月，要完成投资9亿元。"] == said["建成甲校。"] == ("planned", 2022)
    assert said["落实资金21亿元。"] == ("done", 2021)


def test_the_year_of_the_plans_opens_them() -> None:
    text = (
        "新桥镇2022年工作总结及2023年工作计划\n（一）项目建设。2022年，厂房完工。\n2023年，一要保项目。完成老街改造。"
    )
    made = analyse(Article("town.txt", text), load_lexicon())
    said = {made.clean[s.start : s.end]: (s.modality, s.year) for s in made.sentences}
    assert said["2022年，厂房完工。"] == ("done", 2022)
    assert said["完成老街改造。"] == ("planned", 2023)


@pytest.mark.parametrize("heading", ["■2023年，我们这样干", "2023年怎么干？", "◆2023年新目标"])
def test_a_picture_s_heading_of_the_year_to_come_opens_the_plans(heading: str) -> None:
    text = f"一图读懂2023年新桥区政府工作报告\n■2022年，我们这样干\n◆厂房完工。\n{heading}\n◇完成老街改造。"
    made = analyse(Article("picture.txt", text), load_lexicon())
    said = {made.clean[s.start : s.end].strip("◆◇"): (s.modality, s.year) for s in made.sentences}
    assert said["厂房完工。"] == ("done", 2022)
    assert said["完成老街改造。"] == ("planned", 2023)


def test_a_numbered_sentence_that_names_the_year_of_the_plans_opens_them() -> None:
    text = "新桥镇2022年工作总结及2023年工作思路\n一是产业发展有成效。厂房完工。\n二是2023年工作打算。完成老街改造。"
    made = analyse(Article("town.txt", text), load_lexicon())
    said = {made.clean[s.start : s.end]: (s.modality, s.year) for s in made.sentences}
    assert said["厂房完工。"] == ("done", 2022)
    assert said["完成老街改造。"] == ("planned", 2023)


@pytest.mark.parametrize(
    ("plans", "planned"),
    [
        ("明年计划：\n1.丙渠治理。\n2.完成老街改造。", True),
        ("三是明年工作打算。丙渠治理。完成老街改造。", True),
        ("街道整洁。下一步计划：开工甲厂。完成老街改造。", True),
        ("明年计划已定。完成老街改造。", False),
    ],
)
def test_a_summary_goes_on_with_the_plans_of_next_year(plans: str, planned: bool) -> None:
    text = f"新桥镇2022年工作总结\n一是产业发展有成效。厂房完工。\n{plans}\n"
    made = analyse(Article("town.txt", text), load_lexicon())
    said = {made.clean[s.start : s.end]: (s.modality, s.year) for s in made.sentences}
    last = next(said[words] for words in said if words.endswith("完成老街改造。"))
    assert last == (("planned", 2023) if planned else ("done", 2022))


def test_a_heading_that_review_and_plan_have_alike_goes_on_with_the_review() -> None:
    text = "某镇2018年工作总结及2019年工作打算\n一、指标完成情况\n收入增长。\n二、重点工作\n新增企业14家。\n"
    both = analyse(Article("x", text + "三、2019年打算\n建成甲路。"), load_lexicon())
    assert [sentence(both, w).modality for w in ("新增企业", "建成甲路")] == ["done", "planned"]
    alone = analyse(Article("x", text.replace("指标完成情况", "2018年工作回顾")), load_lexicon())
    assert sentence(alone, "新增企业").modality == "planned"


def test_an_estimate_of_the_whole_year_in_december_is_no_plan() -> None:
    text = "甲区盘点\n某地日报 2020年{}月30日\n预计全年完成产值64亿元，增长3%；投资增长9%。预计明年建成乙路。"
    for month, modality in (("12", "done"), ("3", "planned")):
        made = analyse(Article("x", text.format(month)), load_lexicon())
        assert [sentence(made, w).modality for w in ("完成产值", "乙路")] == [modality, "planned"]


def test_months_behind_this_year_are_of_the_plan_s_year() -> None:
    head = "政府工作报告\n2020年5月28日在甲县代表大会上\n各位代表：\n2019年工作回顾\n"
    made = analyse(
        Article("x", head + "今年一季度，收入下降2%。1—4月，产值增长3%。\n1—9月，投资增长4%。"), load_lexicon()
    )
    assert [sentence(made, w).year for w in ("收入下降", "产值增长", "投资增长")] == [2020, 2020, 2019]


def test_this_year_opens_the_plans_of_a_report_at_the_start_of_a_paragraph() -> None:
    text = "2023年云岭县政府工作报告\n过去一年，厂房完工。\n今年以来，形势向好。\n今年，建成老街。完成新桥改造。"
    made = analyse(Article("county.txt", text), load_lexicon())
    said = {made.clean[s.start : s.end]: s.modality for s in made.sentences}
    assert said["过去一年，厂房完工。"] == "done"
    assert said["今年以来，形势向好。"] == "done"
    assert said["今年，建成老街。"] == said["完成新桥改造。"] == "planned"


def test_the_year_so_far_is_that_reported_on() -> None:
    text = "政府工作报告\n（2022年12月21日）\n各位代表：\n一、2022年工作回顾\n今年以来，厂房完工。"
    made = analyse(Article("county.txt", text), load_lexicon())
    assert {s.year for s in made.sentences if "厂房" in made.clean[s.start : s.end]} == {2022}


def test_plans_go_on_behind_a_semicolon() -> None:
    text = "某园区招商\n本报讯 2021年，产值60亿元。力争到2025年产值突破90亿元；企业达到60家；已完成投资3亿元。"
    made = analyse(Article("news.txt", text), load_lexicon())
    said = {made.clean[s.start : s.end]: (s.modality, s.year) for s in made.sentences}
    assert said["企业达到60家；"] == ("planned", 2025)
    assert said["已完成投资3亿元。"][0] == "done"


def test_aims_of_a_list_behind_a_line_that_says_so() -> None:
    text = "云岭县政府工作报告\n各位代表：\n去年，产值增长8%。\n今年目标：\n●产值增长9%\n2023-02-08"
    made = analyse(Article("aims.txt", text), load_lexicon())
    said = {made.clean[s.start : s.end].lstrip("·●"): (s.modality, s.year) for s in made.sentences}
    assert said["去年，产值增长8%。"] == ("done", 2022)
    assert said["产值增长9%"] == ("planned", 2023)


def test_a_review_in_a_plan_is_of_the_year_that_its_heading_names() -> None:
    text = "云岭市2024年国民经济和社会发展计划\n一、2023年计划执行情况\n预计产值增长8%。\n二、2024年目标\n产值增长9%。"
    made = analyse(Article("plan.txt", text), load_lexicon())
    said = {made.clean[s.start : s.end]: (s.modality, s.year) for s in made.sentences}
    assert said["预计产值增长8%。"] == ("done", 2023)
    assert said["产值增长9%。"] == ("planned", 2024)


def test_news_of_a_report_plan_in_the_paragraph_that_says_so() -> None:
    text = news("8月4日，大会开幕。报告提出，2023年，将加快建设新城。完成甲路主体施工。\n近日建成乙桥。")
    assert (sentence(text, "完成甲路").modality, sentence(text, "近日建成").modality) == ("planned", "done")
    held = news("8月4日，大会开幕。报告指出，2022年建成甲路。完成乙桥主体施工。")
    assert sentence(held, "完成乙桥").modality == "done"


ANSWER = (
    "对政协第9号提案的答复\n近年来，乙园建成。\n一、关于产业。目前，丙厂投产。\n{}\n一是建设甲路。甲桥通车。\n"
    "四、存在的问题\n丁厂停产。"
)


@pytest.mark.parametrize(
    ("heading", "planned"),
    [
        ("三、下一步打算", True),
        ("下一步", True),
        ("三、今后五年的主要任务", True),
        ("三、重点任务完成情况", False),
        ("三、主要做法", False),
    ],
)
def test_a_chapter_of_other_texts_plans_until_the_next(heading: str, planned: bool) -> None:
    text = analyse(Article("t", ANSWER.format(heading)), load_lexicon())
    said = {text.clean[s.start : s.end]: s for s in text.sentences}
    assert [said[words].modality == "planned" for words in ("一是建设甲路。", "甲桥通车。")] == [planned] * 2
    assert said["甲桥通车。"].in_plan == planned
    assert said["丁厂停产。"].modality == said["近年来，乙园建成。"].modality == "done"


@pytest.mark.parametrize(
    ("question", "planned"),
    [
        ("今后的工作重点是什么？", True),
        ("新一年，松泉将在哪些方面发力？", True),
        ("取得了哪些成绩？今后怎么干？", False),
        ("特色是什么？", False),
    ],
)
def test_an_answer_tells_what_was_asked(question: str, planned: bool) -> None:
    lines = (
        f"访松泉县长\n记者：{question}\n县长：一是实施甲行动；二是建设乙路。\n目前，丙路建成。\n"
        "记者：有何体会？\n县长：丁路建成。"
    )
    text = analyse(Article("t", lines), load_lexicon())
    said = {text.clean[s.start : s.end]: s.modality == "planned" for s in text.sentences if s.part == "body"}
    assert said["二是建设乙路。"] == planned
    assert not said["目前，丙路建成。"] and not said["县长：丁路建成。"]


def test_a_paragraph_of_the_year_behind_a_note_s_own_is_planned() -> None:
    lines = (
        "关于2020年预算执行情况的说明\n一、2020年，甲路通车。\n二、2021年，安排资金支持乙路。丙路建成。\n三、丁路建成。"
    )
    text = analyse(Article("t", lines), load_lexicon())
    assert [s.modality == "planned" for s in text.sentences if s.part == "body"] == [False, True, True, False]


def test_the_next_month_of_a_monthly_report_is_planned() -> None:
    lines = (
        "市工信局1月份工作总结暨2月份工作安排\n一、1月份工作\n甲路通车。\n二、2月份安排\n推进乙园开工。\n2023年1月31日"
    )
    text = analyse(Article("t", lines), load_lexicon())
    said = {text.clean[s.start : s.end]: s.modality for s in text.sentences}
    assert (said["甲路通车。"], said["推进乙园开工。"]) == ("done", "planned")


def test_what_a_plenum_asks_for_is_planned() -> None:
    lines = "县委全会公报\n全会充分肯定工作，甲路通车。\n全会强调，下半年要深入实施甲行动，推进乙港。建设丙园。"
    text = analyse(Article("t", lines), load_lexicon())
    assert [s.modality == "planned" for s in text.sentences if s.part == "body"] == [False, True, True]


def test_what_a_report_sets_is_planned_in_the_news() -> None:
    lines = "报告解读\n报告提出，2023年全市工业投资增长20%。推进甲园。\n去年，乙厂投产。"
    text = analyse(Article("t", lines), load_lexicon())
    assert [s.modality == "planned" for s in text.sentences if s.part == "body"] == [True, True, False]


def test_what_opens_with_the_next_step_plans_to_the_end_of_its_paragraph() -> None:
    lines = "松泉见闻\n甲路建成。下一步，松泉县建设乙路。丙路全线贯通。目前，丁路通车。\n戊路通车。今后我们要建设己路。"
    text = analyse(Article("t", lines), load_lexicon())
    assert [s.modality == "planned" for s in text.sentences if s.part == "body"] == [
        False,
        True,
        True,
        False,
        False,
        True,
    ]


@pytest.mark.parametrize("opening", ["四季度，一要保竣工。", "希望全市上下再接再厉，"])
def test_what_a_speech_asks_for_is_planned_to_the_end_of_its_paragraph(opening: str) -> None:
    lines = f"县长在全体会议上的讲话\n甲路建成。{opening}建设乙路。丙路全线贯通。\n戊路通车。"
    text = analyse(Article("t", lines), load_lexicon())
    said = {text.clean[s.start : s.end]: s.modality for s in text.sentences if s.part == "body"}
    assert said["甲路建成。"] == said["戊路通车。"] == "done"
    assert said["丙路全线贯通。"] == "planned"


def test_the_course_of_a_plan_is_looked_back_on_in_its_assessment() -> None:
    lines = (
        "松泉市“十四五”规划实施情况中期评估报告\n（2023年8月29日在松泉市第十七届人大常委会第十四次会议上）\n"
        "一、“十四五”规划实施总体情况\n甲路通车。\n二、存在的主要问题\n乙园偏慢。\n三、“十四五”后半程的重点任务\n建设丙路。"
    )
    text = analyse(Article("t", lines), load_lexicon())
    said = {text.clean[s.start : s.end]: (s.modality, s.year) for s in text.sentences}
    assert text.document.kind == "report"
    assert said["甲路通车。"] == ("done", 2022)
    assert said["乙园偏慢。"] == ("done", 2022)
    assert said["建设丙路。"][0] == "planned"


def test_points_below_what_is_planned_are_planned() -> None:
    text = news("甲县今年将加快在建项目的进度：\n●重点完成甲路、乙桥等项目。\n●加快丙电站建设。\n目前丁水库已建成。")
    assert {sentence(text, words).modality for words in ("甲路", "丙电站")} == {"planned"}
    assert sentence(text, "丁水库").modality == "done"


def test_what_was_built_is_not_planned() -> None:
    text = news("甲路、乙桥等项目建成，标志着交通改善。丙工厂项目建成，可年产5万吨。")
    assert [sentence(text, words).modality for words in ("甲路", "丙工厂")] == ["done", "planned"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("甲路建成通车，乙桥预计2021年3月通车，丙厂建成投产。", "乙桥预计2021年3月通车，"),
        ("甲路建成通车，力争2021年开工乙桥，竣工丙厂。", "力争2021年开工乙桥，竣工丙厂。"),
        ("乙桥预计2021年3月通车，甲路建成通车。", None),  # the first clause: nobody knows what holds of the others
        ("甲路、丙厂建成。", None),
        ("会议明确，2021年粮食产量增长6%，工业投资增长10%。", None),
    ],
)
def test_what_is_to_come_in_a_sentence_of_a_review_is_an_aside(words: str, expected: str | None) -> None:
    text = report(BODY.replace("粮食总产量达到110万吨。", words))
    one = sentence(text, words)
    assert one.modality == ("done" if words.startswith("甲路、") else "planned")
    assert (text.clean[one.aside.start : one.aside.end] if one.aside else None) == expected


def test_behind_a_date_that_is_no_aim_the_review_goes_on() -> None:
    text = report(BODY.replace("粮食总产量达到110万吨。", "甲路建成通车，乙桥将于2021年3月通车；丙厂建成投产。"))
    assert sentence(text, "丙厂").modality == "done"


def test_what_is_done_is_an_aside_in_a_plan() -> None:
    text = report(BODY.replace("落实专项债券", "续建甲路，目前已完成投资2亿元，开工乙桥，落实专项债券"))
    one = sentence(text, "续建甲路")
    assert one.modality == "done" and one.aside is not None
    assert text.clean[one.aside.start : one.aside.end] == "目前已完成投资2亿元，"
    text = report(BODY.replace("落实专项债券", "已完成主体工程的丙馆开馆，落实专项债券"))
    assert sentence(text, "丙馆").modality == "planned"


def test_an_aim_of_the_year_to_come_opens_the_plans() -> None:
    text = (
        "云岭县2018年政府工作报告\n各位代表：\n过去五年，产值增长8%。\n2018年，投资增长20%以上。\n一是开工建设甲桥。\n"
    )
    made = analyse(Article("a.txt", text, {}), load_lexicon())
    said = {made.clean[s.start : s.end]: s.modality for s in made.sentences}
    assert said["一是开工建设甲桥。"] == "planned"
    text = text.replace("20%以上", "20%")
    made = analyse(Article("a.txt", text, {}), load_lexicon())
    assert {made.clean[s.start : s.end]: s.modality for s in made.sentences}["一是开工建设甲桥。"] == "done"


def _said(text: str) -> dict[str, tuple[str, int | None]]:
    made = analyse(Article("a.txt", text, {}), load_lexicon())
    return {made.clean[s.start : s.end]: (s.modality, s.year) for s in made.sentences}


def test_plans_that_open_in_the_midst_of_a_paragraph_hold_until_its_end() -> None:
    said = _said(
        "云岭县政府工作报告（2014年12月23日）\n一、2014年工作回顾\n甲厂投产。明年，产值增长9%。建成甲桥。\n乙厂投产。\n"
    )
    assert said["建成甲桥。"] == ("planned", 2015)
    assert said["乙厂投产。"] == ("done", 2014)
    said = _said("云岭县2014年工作总结\n今年，全县新增企业12家。甲厂投产。\n")
    assert said["甲厂投产。"] == ("done", 2014)


def test_a_report_without_chapters_plans_where_the_next_five_years_begin() -> None:
    said = _said(
        "云岭县2026年政府工作报告\n“十四五”时期，甲桥建成。\n“十五五”时期，我们将实施两大战略。2026年，产值增长6%左右。重点抓好七个方面工作。\n"
        "一是加快培育产业。开工建设甲桥。\n"
    )
    assert said["“十四五”时期，甲桥建成。"] == ("done", 2025)
    assert said["“十五五”时期，我们将实施两大战略。"] == ("planned", 2030)
    assert said["开工建设甲桥。"] == ("planned", 2026)
    said = _said("云岭县2016年政府工作报告\n甲厂投产。2016年，产值增长6%左右。重点抓好三项工作。\n建成甲桥。\n")
    assert said["建成甲桥。"] == ("planned", 2016)
    said = _said("云岭县2016年政府工作报告\n甲厂投产。2016年，产值增长6%左右。\n乙厂投产。\n")
    assert said["乙厂投产。"] == ("done", 2015)


@pytest.mark.parametrize(
    ("title", "last", "modality"),
    [
        ("云岭县2026年政府工作报告（摘登）", "办好甲节。", "planned"),
        ("云岭县2026年政府工作报告（摘登）", "甲节成功举办。", "done"),
        ("云岭县2026年生态环境工作报告", "办好甲节。", "done"),
    ],
)
def test_an_excerpt_that_tells_only_of_plans(title: str, last: str, modality: str) -> None:
    words = "（一）着力壮大产业。推进甲园建设，支持甲企业扩能，开展人才引育行动。（二）着力改善民生。" * 9
    made = analyse(Article("a.txt", f"{title}\n{words}{last}\n", {}), load_lexicon())
    assert sentence(made, "推进甲园").modality == modality


def test_the_rest_of_the_year_in_what_reports_on_a_part_of_it() -> None:
    said = _said("新桥镇2022年上半年工作总结\n甲厂投产。\n下半年，我镇推进改造。建成甲桥。\n")
    assert said["甲厂投产。"] == ("done", 2022)
    assert said["建成甲桥。"] == ("planned", 2022)


def test_an_estimate_of_the_whole_year_in_a_report_on_its_first_half_is_an_aim() -> None:
    said = _said("关于甲县2020年上半年经济运行情况的分析\n产值增长8%。预计全年产值增长9%。要加快甲馆建设。\n")
    assert [said[s][0] for s in ("产值增长8%。", "预计全年产值增长9%。", "要加快甲馆建设。")] == [
        "done",
        "planned",
        "planned",
    ]


def test_years_in_chinese_figures_say_the_same() -> None:
    said = _said("二〇一三年云岭县政府工作报告\n二〇一二年，甲厂投产。\n二〇一三年，我们将建成甲桥。\n")
    assert said["二〇一二年，甲厂投产。"] == ("done", 2012)
    assert said["二〇一三年，我们将建成甲桥。"] == ("planned", 2013)


def test_a_five_year_plan_looks_back_where_a_sentence_opens_with_years_that_are_over() -> None:
    said = _said(
        "云岭县国民经济和社会发展第十四个五年规划纲要\n“十三五”时期，建成甲桥。\n“十四五”时期，建成乙桥。\n2020年，产值达到9亿元。\n"
    )
    assert said["“十三五”时期，建成甲桥。"][0] == "done"
    assert said["“十四五”时期，建成乙桥。"][0] == "planned"
    assert said["2020年，产值达到9亿元。"] == ("done", 2020)


def test_a_paragraph_of_a_plan_that_opens_with_years_that_are_over_looks_back_to_its_end() -> None:
    said = _said(
        "云岭县国民经济和社会发展第十四个五年规划纲要\n“十三五”时期，建成甲桥。乙路开工建设。到2025年，丙厂投产。\n"
        "过去五年，丁馆竣工。戊港通航。\n建成己园。\n"
    )
    assert said["乙路开工建设。"] == said["过去五年，丁馆竣工。"] == said["戊港通航。"] == ("done", 2020)
    assert said["到2025年，丙厂投产。"] == said["建成己园。"] == ("planned", 2025)


def test_the_year_of_an_aim_is_not_that_of_what_was_done_for_it() -> None:
    body = "围绕实现2022年全域通水的目标，制定了供水方案。粮食总产量"
    one = sentence(report(BODY.replace("粮食总产量", body)), "制定了供水方案")
    assert (one.modality, one.year) == ("done", 2019)
    body = "力争2022年实现全域通水的目标，制定供水方案。粮食总产量"
    assert sentence(report(BODY.replace("粮食总产量", body)), "制定供水方案").modality == "planned"


def test_what_news_say_of_this_year_with_will_holds_to_the_end_of_the_sentence() -> None:
    words = "松泉项目签约\n2024年2月28日\n今年，松泉将持续开展攻坚，生成项目90个。今年，松泉将甲厂列入名单。\n"
    made = analyse(Article("a.txt", words, {}), load_lexicon())
    told = [(s.modality, s.aside) for s in made.sentences if made.clean.startswith("今年", s.start)]
    assert told == [("planned", None), ("done", None)]


@pytest.mark.parametrize(("day", "year"), [("2月22日", 2020), ("11月22日", 2021)])
def test_the_past_year_of_news_is_the_one_before_in_its_first_months(day: str, year: int) -> None:
    words = f"松泉镇召开2021年工作会议\n本报讯 {day}，松泉镇召开会议。过去一年，产值增长6%。今年以来，开工三家。\n"
    made = analyse(Article("a.txt", words, {}), load_lexicon())
    assert sentence(made, "产值增长").year == year
    assert sentence(made, "今年以来").year == 2021


def test_works_that_are_set_out_behind_an_aim_are_planned() -> None:
    words = (
        "松泉镇召开工作会议\n2021年2月22日\n会议明确，2021年，松泉镇将锚定目标，全年力争产值增长9%。"
        "突出抓好三项工作：一是盘活厂房3万平方米；二是甲中学9月投用。会上，六家企业签约。\n"
    )
    made = analyse(Article("a.txt", words, {}), load_lexicon())
    told = [(s.modality, made.clean[s.start : s.start + 2]) for s in made.sentences if s.part == "body"]
    assert [t for t in told if t[1] in ("突出", "一是", "二是", "会上")] == [
        ("planned", "突出"),
        ("planned", "一是"),
        ("planned", "二是"),
        ("done", "会上"),
    ]


def test_family_planning_is_no_plan() -> None:
    words = "松泉县见闻\n2013年5月6日\n我县计划生育工作受到表彰，甲路通车。我县计划建设乙路。\n"
    made = analyse(Article("a.txt", words, {}), load_lexicon())
    assert [s.modality for s in made.sentences if made.clean.startswith("我县", s.start)] == ["done", "planned"]
