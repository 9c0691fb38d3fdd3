from __future__ import annotations

import pytest

from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.types import Article, Document
from tests.text.reports import report


def document(text: str, **hints: str) -> Document:
    return analyse(Article("folder/file.txt", text, hints), load_lexicon()).document


def test_report_of_a_feed() -> None:
    one = report().document
    assert (one.title, one.kind, one.region) == ("【甲市招商】2020年甲市政府工作报告", "report", None)
    assert (one.year, one.plan_year, one.published) == (2019, 2020, "2020-01-09")
    assert len(one.doc_id) == 16


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            "2018年乙县政府工作报告\n各位代表：\n现在，我向大会报告工作。\n一、2017年工作回顾\n完成了任务。",
            (2017, 2018),
        ),
        (
            "乙镇政府工作报告\n各位代表：\n一、2019年工作总结\n完成了任务。\n二、2020年工作安排\n抓好生产。",
            (2019, 2020),
        ),
        ("政府工作报告\n——2012年12月20日在乙市第三届人民代表大会第一次会议上\n各位代表：\n我报告工作。", (2012, 2013)),
        ("政府工作报告\n——2013年2月20日在乙市第三届人民代表大会第一次会议上\n各位代表：\n我报告工作。", (2012, 2013)),
        ("政府工作报告（2013年2月9日在乙市第三届人民代表大会第一次会议上）\n各位代表：\n我报告工作。", (2012, 2013)),
        ("在2011年全县经济工作会议上的讲话\n（2011年1月20日）\n同志们：\n全年产值增长8%。", (2010, 2011)),
        ("乙市政府工作报告\n2019年1月3日\n各位代表：\n过去一年，增长8%。2019年，增长9%。", (2018, 2019)),
        (
            "在全县经济工作会议上的讲话\n（2013年12月28日）\n同志们：\n今年以来，产值增长9%。\n关于明年的工作，要建成甲广场。",
            (2013, 2014),
        ),
        (
            "关于乙县2018年项目建设情况的报告\n主任、各位副主任、各位委员：\n一、进展\n建成甲广场。\n三、2019年打算\n建丙桥。",
            (2018, 2019),
        ),
        ("关于乙县2018年项目建设情况的报告\n受县政府委托，现将有关情况报告如下：\n建成甲广场。", (2018, None)),
        ("乙市政府工作报告（2017年1月）\n各位代表：\n我报告工作。", (2016, 2017)),
        ("2015年乙区政府工作报告\n各位代表：\n现在报告工作。", (2014, 2015)),
        ("乙镇2019年工作总结和2020年工作计划\n今年以来，完成投资3亿元。", (2019, 2020)),
        ("乙镇2018年工作报告\n各位代表：\n2018年，全镇收入8亿元。\n2019年，我们要确保收入增长8%。", (2018, 2019)),
        (
            "解读2022年乙市政府工作报告\n各位代表：\n。2023年启动甲高中迁建。2023年加快乙医院建设。2023年推进丙泵站建设。",
            (2022, 2023),
        ),
        ("乙区政府工作报告\n2007年，增长8%。2008年，要建成甲广场。到2008年底建成丙路。", (2007, 2008)),
        ("乙区政府工作报告\n2007年增长8%。2008年是关键之年，我们要建成甲路。2008年底前建成丙路。", (2007, 2008)),
        ("乙区政府工作报告\n2008年，增长8%。2008年建成甲广场。到2012年，全区要建成丙路。", (2008, 2009)),
        ("政府工作报告\n各位代表：\n十二五时期，是我乡发展最快的五年。收入由2亿元增长到4亿元。", (2015, 2016)),
        ("乙街道2022年工作总结\n一、2022年重点工作成效\n建成甲广场，预计2023年投用。", (2022, 2023)),
        (
            "政府工作报告\n各位代表：\n过去五年，产值完成90亿元，是2007年的2倍；收入比2007年增加8亿元。预计2012年增长9%。",
            (2012, 2013),
        ),
        (
            "2013年乙镇政府工作报告\n（2013年12月28日）\n2013年主要工作：\n增长8%。\n2014年计划：\n增长9%。",
            (2013, 2014),
        ),
        (
            "乙农场2020年经济社会发展情况与2021年工作安排\n2020年，产粮9万吨。\n2021年工作安排\n建成甲广场。",
            (2020, 2021),
        ),
        (
            "关于2011年工作情况和2012年工作安排的报告\n2011年，产值增长8%。\n2012年，我们将抓好工作：\n建成甲广场。",
            (2011, 2012),
        ),
        (
            "在全区招商引资暨项目建设大会上的讲话\n（2021年2月19日）\n2020年，签约项目8个。\n2021年，我们必须做到三个聚焦。",
            (2020, 2021),
        ),
        (
            "乙县2016年国民经济和社会发展计划执行情况与2017年计划（草案）\n一、2016年执行情况\n增长8%。\n二、2017年任务\n建桥。",
            (2016, 2017),
        ),
        (
            "甲市乙镇二〇二四年经济社会发展情况和2025年主要任务\n2024年，收入9亿元。\n2025年，聚焦三件大事：建成甲广场。",
            (2024, 2025),
        ),
        ("甲区乙镇二〇一〇年工作报告\n2009年，收入9亿元。\n2010年，我们要建成甲广场。", (2009, 2010)),
        (
            "在乙县2018年经济工作会议上的讲话\n同志们：\n2017年，全县产值增长8%。\n2018年，重点抓好以下工作：\n建成甲广场。",
            (2017, 2018),
        ),
        (
            "在全区经济工作会议上的讲话\n同志们：\n会议总结2018年经济工作，部署2019年任务。\n2018年，增长8%。\n2019年，增长7%，2019年，投资9亿元。",
            (2018, 2019),
        ),
        ("政府工作报告\n——2014年1月在甲县第二届人民代表大会第四次会议上\n过去的一年，建成了甲路。", (2013, 2014)),
        ("政府工作报告\n2014年，建成甲路。2014年1月开工的乙桥通车。", (2014, 2015)),
        ("关于2015年政府工作的报告\n各位代表：\n经济平稳增长。2016年主要预期目标是：增长7%。", (2015, 2016)),
    ],
)
def test_years_of_reports(text: str, years: tuple[int, int | None]) -> None:
    one = document(text)
    assert (one.kind, one.year, one.plan_year) == ("report", *years)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        # a December report looks back on its own year, whatever its headings are called
        ("2021年甲区政府工作报告\n——2021年12月14日在甲区第九届人民代表大会第一次会议上\n各位代表：", (2021, 2022)),
        ("政府工作报告\n2021年12月14日在甲区代表大会上\n各位代表：\n2021年及本届政府工作回顾\n一年来。", (2021, 2022)),
        ("甲县人民政府工作报告（2021年12月26日）\n一是加快项目建设。", (2021, 2022)),
        ("甲县人民政府工作报告（2022年3月6日）\n一是加快项目建设。", (2021, 2022)),
        # the line of the session, or the heading of a plan, in the place of a title
        ("2021年2月3日在甲市第八届人民代表大会第六次会议上\n去年，全市建成项目9个。", (2020, 2021)),
        ("二、2025年主要工作安排\n加快项目建设。", (2024, 2025)),
        ("在甲市人民代表大会上的政府工作报告（节选）\n2025年是“十四五”收官之年。我们要加快项目建设。", (2024, 2025)),
        ("甲市政府工作报告（节选）\n2025年是“十四五”收官之年。全市完成投资9亿元。", (2025, 2026)),
    ],
)
def test_reports_of_which_only_a_part_stands(text: str, years: tuple[int, int]) -> None:
    one = document(text)
    assert (one.kind, one.year, one.plan_year) == ("report", *years)


def test_a_year_that_has_just_begun_is_not_looked_back_on() -> None:
    body = "一、2020年和“十三五”工作回顾\n产值增长4%。\n二、2021年主要工作\n建成甲桥。"
    one = document(f"政府工作报告\n——2021年2月3日在甲县第七届人民代表大会第五次会议上\n{body}")
    assert (one.year, one.plan_year) == (2020, 2021)
    undated = document(f"甲县政府工作报告\n各位代表：\n{body}")
    assert (undated.year, undated.plan_year) == (2020, 2021)
    summed = document("甲县2021年政府工作报告\n各位代表：\n一、2020年主要工作\n二、2021年工作安排")
    assert (summed.year, summed.plan_year) == (2020, 2021)


def test_a_dated_plan_is_no_news() -> None:
    title = "中共甲县委关于制定第十三个五年规划的建议"
    assert document(f"{title}\n（2015年12月25日通过）\n建成乙路。").kind == "other"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            "高举旗帜 奋勇前进\n——在中国共产党松泉县第十四次代表大会上的报告\n（2016年7月26日）\n"
            "一、过去五年的工作\n甲路通车。",
            (2015, 2016),
        ),
        (
            "松泉县“十三五”规划纲要实施情况中期评估报告\n2018年9月\n2017年，产值11亿元。\n预计到2020年，产值19亿元，2020年建成甲桥。",
            (2017, 2018),
        ),
        ("2024年上半年松泉县经济社会发展情况通报\n一、完成情况\n甲路通车。", (2024, None)),
        (
            "奋力谱写新篇章——2022年1月6日在松泉县第八届人民代表大会第一次会议上\n各位代表：\n过去五年，产值翻一番。",
            (2021, 2022),
        ),
        ("在全县三级干部大会上的讲话\n（2022年2月10日）\n同志们：\n生产总值增长8%。", (2021, 2022)),
        ("在全市工业强市推进大会上的讲话\n（2022年2月16日）\n一、去年工作。\n二、今年任务。", (2021, 2022)),
        ("石桥镇二00七年工作总结及二00八年工作思路\n二00七年，生产总值11亿元。", (2007, 2008)),
        ("政府工作报告\n（二ＯＯ六年二月二十日）\n二ＯＯ五年，生产总值11亿元。", (2005, 2006)),
        ("在全县招商引资推进会上的讲话\n（2009年8月6日）\n今年1至7月份，全县引进项目76个。", (2009, None)),
        ("在全县招商引资推进会上的讲话\n（2009年8月6日）\n过去五年，今年以来，成绩显著。", (2008, 2009)),
        ("在旗县长会上的讲话提纲\n一、2013年工作回顾\n甲路通车。\n二、2014年重点工作\n建设乙路。", (2013, 2014)),
        ("关于松泉实验区2017年计划执行情况的汇报\n甲路通车。\n三、2018年工作打算\n建设乙路。", (2017, 2018)),
    ],
)
def test_reports_to_a_congress_and_circulars_are_reports(text: str, years: tuple[int, int | None]) -> None:
    one = document(text)
    assert (one.kind, one.year, one.plan_year) == ("report", *years)


def test_news_from_a_session_are_no_report() -> None:
    assert (
        document("2月3日，甲市第八届人民代表大会第六次会议开幕\n记者在会上获悉，2025年将开工项目9个。").kind == "news"
    )


@pytest.mark.parametrize(("month", "years"), [(9, (2022, 2026)), (1, (2021, 2025))])
def test_the_years_ahead_of_a_report_of_autumn_begin_behind_its_own(month: int, years: tuple[int, int]) -> None:
    text = f"在中国共产党乙县第九次代表大会上的报告\n（2021年{month}月27日）\n今后五年，产值增长8%。"
    (ahead,) = (t for t in analyse(Article("a.txt", text), load_lexicon()).times if t.last > t.first)
    assert (ahead.first, ahead.last) == years


def test_what_sums_up_a_year_calls_it_this_year() -> None:
    one = document("乙街道2022年工作总结及2023年工作思路\n发布日期：2023-01-12\n今年以来，街道引进企业8家。")
    assert (one.year, one.plan_year, one.published) == (2022, 2023, "2023-01-12")
    text = analyse(
        Article("folder/file.txt", "乙街道2022年工作总结\n发布日期：2023-01-12\n今年以来，引进企业8家。"),
        load_lexicon(),
    )
    assert [one.last for one in text.times if text.clean[one.start : one.end].startswith("今年")] == [2022]


def test_what_is_told_of_a_report_is_news() -> None:
    said = document("县长张三作县政府工作报告\n1月4日，大会开幕。报告提出，2020年，将建设新城。")
    assert (said.kind, said.year) == ("news", 2020)
    assert document("乙省：今年建设12个工程\n在大会上，乙省政府工作报告明确提出2010年的任务。").kind != "report"
    assert (
        document("08年乙省重点项目完成投资8亿元\n2009-03-31 来源：某报\n2008年，进展顺利。全年开工40项。").year == 2008
    )


def test_news_of_a_report_is_news() -> None:
    text = "云岭县两会\n2020-05-11 来源：云岭日报\n县长向大会作《政府工作报告》。报告指出，要加快发展。"
    assert document(text).kind == "news"


def test_a_report_on_part_of_a_year_plans_for_none() -> None:
    one = document("关于2018年上半年国民经济计划执行情况的报告\n上半年，投资预计完成62亿元。")
    assert (one.kind, one.year, one.plan_year) == ("report", 2018, None)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("某县2016年国民经济和社会发展统计公报\n（2017年4月12日）\n一、综合\n生产总值增长7%。", (2016, None)),
        ("某县第七次全国人口普查公报\n2021年6月8日\n全县常住人口52万人。", (2020, None)),
        ("某市第四次全国经济普查公报（第二号）\n2020年1月16日\n全市有法人单位2.6万个。", (2018, None)),
        ("某开发区2019年经济社会发展情况\n全年生产总值增长6%。", (2019, None)),
        ("某区2019年工作情况汇报\n投资增长6%。\n二、2020年工作打算\n投资增长8%。", (2019, 2020)),
    ],
)
def test_statements_and_communiques_are_reports_of_their_year(text: str, years: tuple[int, int | None]) -> None:
    one = document(text)
    assert (one.kind, one.year, one.plan_year) == ("report", *years)


def test_title_without_what_portals_add() -> None:
    assert document("2023年丙区政府工作报告—全文\n各位代表：\n现在报告工作。").title == "2023年丙区政府工作报告"


def test_a_report_without_a_title_line_is_named_by_its_file() -> None:
    assert document("各位代表：\n现在，我代表市人民政府报告工作，请予审议。").title == "file"


def test_the_day_on_which_a_page_was_printed_is_not_that_of_the_report() -> None:
    head = "甲县政府工作报告\n打印时间：2026年11月20日\n2019年1月8日在甲县第九届人民代表大会第三次会议上\n各位代表：\n"
    about = document(head + "一、2018年工作回顾\n甲路通车。")
    assert (about.year, about.plan_year) == (2018, 2019)


def test_news_take_the_year_of_their_date() -> None:
    one = document("某县签约\n8月2日，某县举行签约仪式。\n2023-08-03", published="2023-08-03")
    assert (one.kind, one.year, one.plan_year, one.published) == ("news", 2023, None, "2023-08-03")


@pytest.mark.parametrize(
    ("text", "kind", "year"),
    [
        ("代表委员热议政府工作报告\n1月6日讯 “报告提出，2023年全市生产总值增长7%左右。”市人大代表说。", "news", 2023),
        ("一九八五年至二〇〇五年 松泉县工业发展概况\n1985年，产值2.3亿元。2005年，企业56家。", "other", 2005),
        ("甲厂二期动工\n3月28日，甲厂建设期为2022年至2025年。2021年产值900亿元。", "news", 2022),
        ("大街改造竣工\n某报8月3日讯 预计2010年投用。08年底前，配套路网也将建成。", "news", 2008),
        (
            "政府工作报告解读③\n松泉日报记者 今年市政府工作报告提出，2023年全市增加值增长8.5%。今年，我市将建设乙园。",
            "news",
            2023,
        ),
        ("2024年新年贺词\n过去的一年，收入迈上160亿元台阶。\n新的一年，我们将建设乙路。", "other", 2023),
        ("关于加快工业强县步伐的决定\n（2004年3月18日）\n重点发展建材产业。", "other", 2004),
        ("— 1 —\n松泉县见闻\n2019年8月8日，甲路通车。", "news", 2019),
    ],
)
def test_kind_and_year_of_what_is_said_of_a_report_and_of_a_chronicle(text: str, kind: str, year: int) -> None:
    one = document(text)
    assert (one.kind, one.year) == (kind, year)


def test_dates_in_chinese_figures() -> None:
    line = "——一九九八年三月十日在松泉市第十二届人民代表大会第一次会议上"
    one = document(f"政府工作报告\n{line}\n各位代表：\n一、过去五年的回顾\n甲路通车。")
    assert (one.year, one.plan_year, one.published) == (1997, 1998, "1998-03-10")


def test_a_village_plans_for_the_year_behind_its_report() -> None:
    one = document("白鹭村2019年工作报告\n各位代表：\n2019年，收入605亿元。\n2020年，我村要实现收入630亿元。")
    assert (one.year, one.plan_year) == (2019, 2020)


def test_a_ranking_is_of_the_year_of_its_title() -> None:
    assert document("2023中国县域百强榜揭晓 松泉3席\n7月25日讯 松泉县入围。2022年，生产总值900亿元。").year == 2023


def test_a_listed_company_s_codes_are_no_title() -> None:
    one = document("证券代码：002999 证券简称：白鹭铝业\n白鹭铝业股份有限公司关于投资的公告\n公司拟建设项目。")
    assert one.title == "白鹭铝业股份有限公司关于投资的公告"


def test_fields_behind_a_title_are_none_of_it() -> None:
    assert document("对第36号建议的答复 文号：松经函〔2023〕57号\n建议收悉。").title == "对第36号建议的答复"


def test_a_dateline_in_the_place_of_a_title_tells_the_day() -> None:
    lines = "新华网长春5月9日电\n松泉市签约。2012年，松泉市实现进出口总额4.6亿美元，增长16%。"
    assert document(lines).year == 2013


def test_news_that_open_with_an_older_year() -> None:
    one = document("某县签约\n2020年二季度，某县举行签约仪式。\n2025-07-10", published="2025-07-10")
    assert one.year == 2020


def test_news_with_a_date_in_figures_under_the_title() -> None:
    one = document("云岭县前三季度财政收入增长\n2018-10-16\n本报讯 前三季度，全县财政收入4.5亿元，增长6%。")
    assert (one.kind, one.year) == ("news", 2018)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("某新区签约\n去年9月，某新区获批。该区将2016年确定为“项目建设年”，今年安排项目80项。\n2021-05-06", 2016),
        ("某区招商\n“十三五”伊始，某区抢抓机遇，今年签约项目12个。\n2019-05-06", 2016),
        ("某市2016年前三季度经济运行情况\n今年以来，产值增长6%。\n2018年3月1日", 2016),
        ("某市工业\n2020年是“十三五”收官之年，今年产值增长6%。\n2023年8月1日", 2020),
        ("某市工业\n自“十三五”开局以来，产值年均增长6%。\n2020-05-06", 2020),
        ("某市工业\n走进某厂，订单不断。2016年是某厂起步的一年。2019年，产值增长6%。\n2020-05-06", 2020),
        ("某市工业\n2016年，某厂投产，产值增长6%。今年，产值增长9%。\n2020-05-06", 2020),
    ],
)
def test_the_year_that_a_text_calls_its_own_wins_over_a_stray_date(text: str, year: int) -> None:
    assert document(text).year == year


def test_a_meeting_that_sums_up_is_news() -> None:
    assert document("云岭县召开2020年度招商工作总结会\n本报讯 1月12日，云岭县召开总结会。").kind == "news"


def test_a_number_with_dashes_is_no_date() -> None:
    one = document("云岭县招商活动举行\n电话 2034-5678-90\n本报讯 2021年以来，全县财政收入增长6%。")
    assert one.year == 2021


def test_a_year_of_comparison_is_not_the_year_of_the_text() -> None:
    assert document("某地假日旅游\n接待游客较2019年同期增长21%。").year is None


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("（2022-07-06 云岭日报）", "2022-07-06"),
        ("云岭融媒体中心 2022年7月6日", "2022-07-06"),
        ("2022年7月6日，园区开园。", None),
        ("咨询电话2034-56-78", None),
        ("青山盟行政公署\n2022年7月6日\n重点项目计划\n一、续建项目\n甲桥。", "2022-07-06"),
    ],
)
def test_the_date_that_signs_a_text(line: str, published: str | None) -> None:
    assert document(f"某县签约\n7月5日，某县举行签约仪式。\n项目总投资8亿元。\n{line}").published == published


def test_the_founding_of_a_company_is_not_the_year_of_the_news() -> None:
    one = document("某基地签约\n8月2日，某基地签约。甲公司成立于2009年，是行业龙头。2023年一季度产值增长。")
    assert (one.kind, one.year) == ("news", 2023)
    assert document("某基地签约\n8月2日，某基地签约。甲公司成立于2009年。").year is None
    assert document("某基地签约\n8月2日，某基地签约。甲公司2018年起在乙市布局，今年扩产。").year is None
    assert document("某旗\n深秋，景区接待游客11万人次，是2019年同期的1.8倍。\n本报记者 某某").year is None
    assert (
        document(
            "某园见闻\n本报记者 某某\n甲园2016年启动，今年1-10月，产值5亿元。县里提出，2018年要集中抓好乙路建设。"
        ).year
        == 2017
    )
    assert document("某县观摩\n4月2日，某县观摩项目。该项目2014年落地，累计投资6亿元；今年新建厂房。").year is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("某镇：小木耳大市场\n2019年以来，某镇发展木耳。2020年，全镇投资2.4亿元，比2015年增长62%。", 2020),
        ("某镇：小木耳大市场\n2020年，全镇投资2.4亿元。力争到2025年产值突破8亿元，2026年底前建成冷库。", 2020),
        ("某县扶贫综述\n贫困人口从2015年底的12.6万人减少到2020年清零，截至2020年底，贫困村悉数摘帽。", 2020),
        ("数说十年\n生产总值从2012年的86亿元跃升至2021年的128亿元。", 2021),
        ("某镇交出答卷\n2023年，产值86亿元。2024年，某镇的目标是：产值增长5%。", 2023),
        ("某园区十年\n2013年至2022年，产值从86亿元增长到812亿元。", 2022),
        ("某市观摩\n6月29日，某市观摩甲园。项目预计2026年6月竣工，乙园为2027年储备项目。", 2025),
        ("某市工业强市\n2022年，产值突破60亿元。今年1至4月，产值增长12%。", 2023),
        ("某市工业强市\n2022年3月，某市产值突破60亿元。今年以来，产值增长12%。", 2022),
        ("某市招商\n5月18日，2023年某市重大项目签约仪式举行。今年1至4月，签约项目312个。", 2023),
        ("某市：盐湖掘金\n某省日报　2022年7月19日　第三版\n甲厂6月28日奠基。乙站计划2023年6月并网。", 2022),
        ("数读某市2022：一组数据看发展\n2023-02-06 某市日报\n产值增长6%。2023年目标：产值增长7%。", 2022),
        ("数读某市2022：一组数据看发展\n2023-08-06 某市日报\n2023年，产值增长6%。", 2023),
        ("某市进位的密码\n今年前8个月，投资增长9%。2021年，产值86亿元。预计2022年，产值突破90亿元。", 2022),
        ("某区冲刺\n2022年以来，某区坚持稳字当头。1—5月，产值增长9%。今年以来，签约项目33个。", 2022),
        ("辉煌“十二五” 跨越发展的某市\n2016-01-18 来源：某市日报\n五年间，收入由6亿元增加到17亿元。", 2015),
        ("“十三五”开局看某市\n2016-01-18 来源：某市日报\n收入增长6%。", 2016),
        ("奋进2024丨某县\n回眸2023年，某县收入增长8%。新的一年，某县安排项目76个。", 2024),
        ("某市旅游\n2024年国庆假期，接待游客86万人次。今年1-9月，接待游客960万人次。", 2024),
        ("某县开工\n3月12日，某县甲产业园开工。2024年，某县计划实施项目120个。", 2024),
        ("某县开工\n3月12日，某县甲产业园开工。2026年，甲园计划启动建设二期。", 2025),
        ("某镇集中签约\n2022年一季度，某镇签约项目22个。今年以来，产值增长12%。", 2022),
        ("数读\n去年，产值增长6%。\n今年，产值增长7%。\n2023-02-08", 2023),
        ("某园区招商\n到2025年，产值突破8亿元。", 2025),
        ("某园区招商\n本报讯 2021年3月2日，某园区签约。2022年，园区建成厂房8栋。", 2021),
        ("某市制造业三年行动计划（2023—2025年）\n一、发展现状\n2021年，产值12亿元。", 2022),
        ("某园区开工\n7月2日，某园区开工。甲厂已于2022年11月动工。", 2023),
        ("某园区看投资\n2020年1-9月，产值增长9%。今年以来，签约项目12个。", 2020),
        ("某镇木瓜香\n2022年，全县农业总产值达到93亿元。今年，松泉计划新增基地3万亩。", 2023),
        ("某市招商\n今年1至10月，签约项目46个。按照三年攻坚方案，2023年至2025年，签约项目投资90亿元以上。", 2023),
        ("某园区开工\n7月2日，某园区开工。甲厂已于2022年5月动工。", 2022),
        ("云岭签约\n4月9日，2023云岭（北京）产业推介会举行，签约项目12个。", 2023),
    ],
)
def test_texts_without_a_date_are_of_the_last_year_they_tell_of(text: str, year: int) -> None:
    assert document(text).year == year


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("云岭新闻网 2024-07-18 记者 王明", "2024-07-18"),
        ("来源：云岭日报  发布时间：2025-03-12", "2025-03-12"),
        ("2025-03-12 10:20 | 来源：云岭发布 | 作者：李红", "2025-03-12"),
        ("日期：2025年3月12日", "2025-03-12"),
        ("时间:2025/3/12 浏览次数：33", "2025-03-12"),
        ("作者：李红　责任编辑：王强　发布日期：2025.03.12", "2025-03-12"),
        ("[2025-03-12]　文章来源：云岭县融媒体中心", "2025-03-12"),
        ("更新时间：2025年3月12日 字号：大 中 小", "2025-03-12"),
        ("原创 云岭发布 云岭发布 2025-03-12 08:30 发表于湖南", "2025-03-12"),
        ("2025-03-12 17:42 湖北", "2025-03-12"),
        ("2025年3月12日 星期三", "2025-03-12"),
        ("公开日期：2025-03-12", "2025-03-12"),
        ("云岭县招商指挥部办公室　2025年3月12日", "2025-03-12"),
        ("（原载《云岭日报》2025年3月12日第5版）", "2025-03-12"),
        (
            "各乡镇：\n计划已经同意，现印发给你们。\n云岭县人民政府\n2025年3月12日\n（此件主动公开）\n一、基础",
            "2025-03-12",
        ),
        ("一、基础\n各项工作有序开展。\n云岭县人民政府办公室 2025年3月12日印发\n附件", "2025-03-12"),
        ("会议时间：2025-03-12 14:30", None),
        ("签到 2025-03-12 14:30-16:00", None),
        ("来源：云岭日报  发布时间：2025-13-12", None),
        ("活动时间：2025年3月12日", None),
        ("时间：2025年3月12日\n地点：云岭会展中心", None),
        ("资金来源：财政，2025年3月12日前到位", None),
        ("项目自2025年3月12日起建设。", None),
    ],
)
def test_a_line_about_the_text_says_when_it_was_published(line: str, published: str | None) -> None:
    one = document(f"云岭县集中签约一批项目\n{line}\n本报讯 云岭县举行签约仪式，签约项目12个。")
    assert one.published == published


def test_the_date_of_publication_stands_at_the_end_too() -> None:
    body = "云岭县举行签约仪式，签约项目12个。\n" * 200
    one = document(f"云岭县集中签约\n{body}编辑：李红 发布时间：2025-03-12")
    assert one.published == "2025-03-12"


def test_what_the_file_says_of_its_date_goes_first() -> None:
    one = document("云岭县签约\n来源：云岭日报 发布时间：2025-03-12\n签约。", published="2025-03-11")
    assert one.published == "2025-03-11"


def test_what_is_held_this_year_dates_news_that_name_only_years_to_come() -> None:
    text = "徐州：再升级\n7月28日，甲园奠基，一期将于2025年6月建成。9月将举办2023世界机械大会。"
    assert document(text).year == 2023
    assert document(text.replace("2023世界", "世界")).year == 2024


def test_a_ceremony_of_a_quarter_dates_news_of_what_is_finished_later() -> None:
    text = "松泉县46个项目开工\n3月28日，松泉县2008年一季度重大项目集中开工仪式举行，全部工程2010年竣工。"
    assert document(text).year == 2008
    assert document(text.replace("2008年", "")).year == 2010


def test_this_year_is_before_the_only_year_that_is_named_as_one_to_come() -> None:
    text = "松泉县项目\n甲厂今年3月签约，6月动工，计划2024年二季度投产。"
    assert document(text).year == 2023
    assert document(text.replace("今年", "")).year == 2024


def test_a_ranked_list_names_a_year_that_is_over() -> None:
    text = "一家工厂\n2020年，甲厂建成。去年底，甲集团入选“2023东山民营企业100强”。"
    assert document(text).year == 2023


def test_dated_items_of_a_page_name_its_year() -> None:
    text = "甲港区招商热线\n2022年，产值达9亿元。\n★2025.3 甲基地二期奠基\n★2024.12 乙项目签约"
    assert document(text).year == 2025
    assert (
        document(text.replace("2025.3 甲基地二期奠基", "2025.3亿元投向甲基地").replace("2024.12", "去年底")).year
        == 2022
    )


def test_what_is_to_be_held_dates_what_looks_back_on_last_year() -> None:
    text = "甲县：绿色电池\n乙电站2023年9月开工，去年产值13亿元。6月将承办2024新能源大会。"
    assert document(text).year == 2024
    assert document(text.replace("去年产值", "产值")).year == 2023


def test_a_plan_of_years_to_come_does_not_let_a_text_be_older_than_its_making() -> None:
    text = "【走基层】榆林：药材经济\n“子洲黄芪”2017年获登记，去年建厂。到“十四五”末，产值过50亿元。"
    assert document(text).year is None
    assert document(text.replace("2017年", "2021年")).year in (2021, 2022)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("甲县：钢铁起势\n甲县6月15日讯，乙厂投运。2022年，产值9亿元。2023年，甲县力争新增企业8家。", 2023),
        ("甲县：钢铁起势\n甲县12月15日讯，乙厂投运。2022年，产值9亿元。2023年，甲县力争新增企业8家。", 2022),
        ("甲县：钢铁起势\n甲县6月15日讯，乙厂投运。2022年3月，产值9亿元。2023年，甲县力争新增企业8家。", 2022),
        ("甲港起高楼\n本报5月8日电，乙厂投运。今年投资增长8%。甲港2023年将供应标准地12宗。", 2023),
        ("甲县紧固件升级\n甲县3月9日讯，乙产线2018年12月建成。今年，甲县拟投资9亿元。", 2019),
        ("甲县紧固件升级\n甲县12月9日讯，乙产线2018年3月建成。产值9亿元。", 2018),
        ("从小镇到前沿\n2021年是开港8周年。2020年，甲港运货9万吨。今年年底前，将建成新仓。", 2021),
        ("甲县：林产起势\n8月15日，县长赴粤招商。2022年林产品产值46亿元。", 2023),
        ("甲县：林产起势\n8月15日，县长赴粤招商。2022年3月开工以来，2022年林产品产值46亿元。", 2022),
        ("车城\n5月的车城生机盎然。今年前4个月，销量3200台。乙公司2022年9月上市。", 2023),
    ],
)
def test_aims_of_the_year_date_news_of_its_first_months(text: str, year: int) -> None:
    assert document(text).year == year


def test_what_analyses_a_part_of_a_year_is_a_report() -> None:
    assert document("关于甲县2024年前三季度国民经济运行情况的通报\n产值增长8%。").kind == "report"
    assert document("甲县2018年上半年工作情况及下半年重点工作安排的汇报\n产值增长8%。").kind == "report"
    assert document("甲县2019年发展计划执行情况与2020年国民经济和社会发展计划（草案）的报告\n增长8%。").kind == "report"
    assert document("甲县召开2024年前三季度经济运行情况通报会\n5月8日，会议召开。").kind == "news"


def test_what_is_set_for_a_year_to_come_does_not_date_the_news() -> None:
    clean = (
        "港区巡礼\n本报记者 李某\n产值由2013年的98亿元升至2022年的613亿元。今年1至9月，产值增长18%。到2025年，产值突破"
        "1500亿元。松泉市提出，2025年产值达到2000亿元。"
    )
    assert document(clean).year == 2023


@pytest.mark.parametrize(
    ("foot", "title"),
    [("（原标题：云岭签约十二个项目）", "云岭签约十二个项目"), ("（原标题党不可取）", "file"), ("", "file")],
)
def test_a_text_that_begins_at_once_has_its_title_below_or_none(foot: str, title: str) -> None:
    text = f"7月5日，云岭县举行签约仪式，现场签约项目12个，总投资8亿元。\n项目即将开工。{foot}"
    assert document(text).title == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "#云岭动态#【云岭签约十二个项目】7月5日，云岭县举行签约仪式，" + "项目将开工，" * 20 + "投产。",
            "云岭签约十二个项目",
        ),
        ("问：云岭县今年签约多少？", "file"),
        ("【云岭招商】云岭签约十二个项目", "【云岭招商】云岭签约十二个项目"),
    ],
)
def test_titles_put_before_a_paragraph(line: str, title: str) -> None:
    assert document(f"{line}\n项目总投资8亿元。").title == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("《甲县政府工作报告》", "甲县政府工作报告"),
        ("甲 县 政 府 工 作 报 告", "甲县政府工作报告"),
        ("甲 县政府工作报告", "甲县政府工作报告"),
        ("⽢县政府⼯作报告（全⽂）", "甘县政府工作报告"),
    ],
)
def test_one_form_of_a_title(line: str, title: str) -> None:
    assert document(f"{line}\n各位代表：\n增长8%。").title == title


@pytest.mark.parametrize(
    ("name", "first", "title"),
    [
        ("甲区2014年工作总结.txt", "一、全年工作完成情况", "甲区2014年工作总结"),
        ("甲县2018年政府工作报告.txt", "政府工作报告", "甲县2018年政府工作报告"),
        ("甲县招商.txt", "乙县招商", "乙县招商"),
        ("甲县招商.txt", "1、项目名称：乙水库开发", "甲县招商"),
        ("d-14.txt", "一、全年工作完成情况", "一、全年工作完成情况"),
    ],
)
def test_the_name_of_a_file_tells_more_than_a_first_line(name: str, first: str, title: str) -> None:
    article = Article(f"folder/{name}", f"{first}\n今年以来，增长8%。", {"title": first})
    assert analyse(article, load_lexicon()).document.title == title


@pytest.mark.parametrize(
    ("text", "published", "month"),
    [
        ("甲市开工一批项目\n5月8日，甲市举行开工仪式。6月2日将再开工一批。", "", 5),
        ("甲市开工一批项目\n本报讯（记者林一）近日，甲市举行开工仪式。", "2023-07-28", 7),
        ("甲市开工一批项目\n11月3日讯：甲市举行开工仪式。", "2023", 11),
        ("甲市开工一批项目\n甲市近日开工一批项目，其中乙厂投资3亿元。", "", None),
        ("2023年甲市政府工作报告\n各位代表：\n1月8日，乙厂投产。", "", None),
        ("政府工作报告\n——2012年12月20日在乙市第三届人民代表大会第一次会议上\n各位代表：\n我报告工作。", "", 12),
    ],
)
def test_the_month_in_which_a_text_was_written(text: str, published: str, month: int | None) -> None:
    assert document(text, **({"published": published} if published else {})).month == month
