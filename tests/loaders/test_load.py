from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.loaders import LOADERS, SUFFIXES, find, load, survey

BODY = "8月2日，某县举行重点项目集中签约仪式，现场签约项目十二个，总投资三十亿元，涉及新材料、装备制造等产业。"
FEED = (
    f"-\n【甲县招商】甲县签约 引资30亿元\n{BODY}\n2025-07-10\n-\n【乙市招商】乙市开工\n{BODY}\n2025-07-09\n-\n"
    f"【丙区招商】丙区观摩\n{BODY}\n2025-07-08\n有想补充的信息?点我投稿\n\n- 联系我们\n- 企业入驻\n\n"
)
HEADED = f"标题：2020年甲县政府工作报告\n发文单位：甲县人民政府\n发文时间：2020-02-03\n来源URL：https://example.org/a\n\n正文：\n\n{BODY}\n"


def write(folder: Path, name: str, data: str | bytes, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode(encoding))
    return path


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        load(path)
    message = str(caught.value)
    assert message.startswith(str(path)) and message.endswith(".")
    return message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    (article,) = load(write(tmp_path, "a.txt", f"某县签约\n{BODY}\n", encoding))
    assert article.text == f"某县签约\n{BODY}"
    assert article.hints == {"title": "某县签约"}


def test_a_feed_of_articles(tmp_path: Path) -> None:
    articles = load(write(tmp_path, "feed", FEED))
    assert [one.hints["title"] for one in articles] == [
        "【甲县招商】甲县签约 引资30亿元",
        "【乙市招商】乙市开工",
        "【丙区招商】丙区观摩",
    ]
    assert [one.hints["published"] for one in articles] == ["2025-07-10", "2025-07-09", "2025-07-08"]
    for one in articles:
        assert one.text in FEED
        assert one.text.startswith(one.hints["title"]) and one.text.endswith(one.hints["published"])


@pytest.mark.parametrize("width", [12, 30])
def test_a_body_of_short_lines_behind_the_date_below_its_title_stays(tmp_path: Path, width: int) -> None:
    wrapped = "\n".join(BODY[i : i + width] for i in range(0, len(BODY), width))
    text = f"甲县项目签约\n2024-05-06\n{wrapped}"
    (article,) = load(write(tmp_path, "a.txt", text))
    assert article.text == text and article.hints["published"] == "2024-05-06"


def test_what_stands_behind_the_date_of_an_article_goes(tmp_path: Path) -> None:
    text = f"甲县项目签约\n{BODY}\n2024-05-06"
    (article,) = load(write(tmp_path, "a.txt", f"{text}\n打印本页\n关闭窗口\n"))
    assert article.text == text


def test_short_and_wrapped_articles_of_a_feed_stay(tmp_path: Path) -> None:
    wrapped = "\n".join(BODY[i : i + 24] for i in range(0, len(BODY), 24))
    parts = [
        f"甲县签约\n{wrapped}\n2025-07-10",
        "乙县开工\n一个项目开工。\n2025-07-09",
        f"丙县观摩\n{BODY}\n2025-07-08",
    ]
    articles = load(write(tmp_path, "feed.txt", "-\n" + "\n-\n".join(parts)))
    assert [one.text for one in articles] == parts


def test_a_title_above_a_rule_stays(tmp_path: Path) -> None:
    text = f"甲县政府工作报告\n县长 李明\n---\n各位代表：\n{BODY}\n2025-07-08"
    (article,) = load(write(tmp_path, "report.txt", text))
    assert article.text == text and article.hints["title"] == "甲县政府工作报告"


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    feed = FEED.replace("\n", "\r\n")
    articles = load(write(tmp_path, "feed.txt", feed))
    assert len(articles) == 3
    assert all(one.text in feed for one in articles)


def test_header_lines(tmp_path: Path) -> None:
    (article,) = load(write(tmp_path, "a.md", HEADED))
    assert article.hints == {
        "title": "2020年甲县政府工作报告",
        "issuer": "甲县人民政府",
        "published": "2020-02-03",
        "url": "https://example.org/a",
    }
    assert article.text == HEADED.strip()


def test_a_page_copied_with_what_stands_around_it(tmp_path: Path) -> None:
    text = (
        "您的位置： 首页 > 政务公开 > 工作报告\n索引号：0011\n2020-02-03\n来源：甲县政府办公室\n字号：大 中 小\n"
        f"2020年甲县政府工作报告\n{BODY}\n2020-02-05\n上一篇：乙镇道路开工\n"
        "版权所有：甲县人民政府 技术支持：某网络中心 网站标识码：0000000001 地址：某路十八号 电话：00000000\n"
    )
    (article,) = load(write(tmp_path, "a.txt", text))
    assert article.hints == {"title": "2020年甲县政府工作报告", "published": "2020-02-05"}
    assert article.text == text[: text.index("\n上一篇")]


@pytest.mark.parametrize("title", ["位置优越的丙区", "首钢在甲县投产", "从2>1看乙市招商"])
def test_titles_that_are_no_way_to_a_page(tmp_path: Path, title: str) -> None:
    (article,) = load(write(tmp_path, "a.txt", f"{title}\n{BODY}\n"))
    assert article.hints == {"title": title}


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (["打印时间：2026年11月20日", "政策解读", "1", "甲县招商"], "甲县招商"),
        (["【摘要】", "备注：", "上一篇：乙县2015年政府工作报告", "您是第1234位访客", "甲县招商"], "甲县招商"),
        (["点击蓝字", "关注我们", "甲县招商", "原创 某某 甲县发布 2024-01-05 08:30"], "甲县招商"),
        (["首页", "要闻", "公开", "走进甲县", "首页>要闻", "甲县招商"], "甲县招商"),
        (["索 引 号：0011", "发布机构 甲县人民政府 发文日期 2022-01-12", "甲县招商"], "甲县招商"),
        (["甲县日报", "2023年10月19日 星期四", "第A02版：要闻", "甲县招商"], "甲县招商"),
        (["（此件公开发布）", "甲政发〔2022〕1号", "甲县人民政府", "关于用工的意见"], "甲县人民政府关于用工的意见"),
        (["甲县人民政府", "2022年工作报告"], "甲县人民政府2022年工作报告"),
        (["甲县人民政府", "甲县2022年工作报告"], "甲县2022年工作报告"),
        (["甲县第十届人大", "第一次会议文件（三）", "政府工作报告"], "政府工作报告"),
        (["在甲县人民代表大会", "会议上的政府工作报告"], "在甲县人民代表大会会议上的政府工作报告"),
        (["# **甲县招商**", "> 来源：甲县日报"], "甲县招商"),
        (["目  录", "一、2018年工作回顾\t1", "二、主要任务 …… 3", "附件：名词解释", "甲县工作报告"], "甲县工作报告"),
        (["▲ 点击上方蓝字", "好消息！", "甲县招商"], "甲县招商"),
        (["无障碍阅读 | 登录", "甲县人民政府门户网站 www.example.cn", "甲县招商"], "甲县招商"),
        (["02 综合", "[甲县招商](https://x.example/a)"], "甲县招商"),
        (["甲县报告 - 某某文库"], "甲县报告"),
        (["甲县财政局", "关于预算执行与", "下年预算草案的报告"], "甲县财政局关于预算执行与下年预算草案的报告"),
        (["关于加快工业发展的", "若干意见"], "关于加快工业发展的若干意见"),
        (["甲县关于招商的通知", "各乡镇："], "甲县关于招商的通知"),
        (["项目工作简报", "（第12期）", "甲县指挥部办公室 2021年9月4日", "编者按：现编发。", "甲县招商"], "甲县招商"),
        (["图1：现场", "甲县招商"], "甲县招商"),
        (["甲县日报"], "甲县日报"),
        (["甲县日报创刊十周年", "甲县"], "甲县日报创刊十周年"),
        (["名称：乙园区", "甲县招商"], "乙园区"),
        (["【标题】甲县招商", "【正文】"], "甲县招商"),
        (["聚链成势 向“新”而行", "甲县跑出加速度", "□ 本报记者 周某 文/图"], "聚链成势 向“新”而行 甲县跑出加速度"),
        (["——“奋进新征程”系列报道", "甲县项目跑出加速度"], "——“奋进新征程”系列报道 甲县项目跑出加速度"),
        (["总投资35亿元的甲县晶材", "产业园项目开工建设"], "总投资35亿元的甲县晶材 产业园项目开工建设"),
        (["甲县与乙集团就新能源产业园和", "装备制造基地签约"], "甲县与乙集团就新能源产业园和装备制造基地签约"),
        (["甲市2023年国民经济和社会发展", "统计公报"], "甲市2023年国民经济和社会发展统计公报"),
        (["凝心聚力谱新篇", "甲县政府工作报告"], "凝心聚力谱新篇 甲县政府工作报告"),
        (["凝心聚力谱新篇", "2019年东城港市政府工作报告"], "凝心聚力谱新篇 2019年东城港市政府工作报告"),
        (["政务公开", "甲县政府工作报告"], "甲县政府工作报告"),
        (["甲市日报 往期回顾 下一版", "----------", "甲县招商"], "甲县招商"),
        (["新闻", "甲县招商"], "甲县招商"),
        (["新闻发布会今日召开", "一、概况"], "新闻发布会今日召开"),
        (["站内搜索 | 加入收藏 | 设为首页", "甲县招商"], "甲县招商"),
        (["甲市日报", "2008年3月12日 星期三 农历戊子年二月初五 第6321期 今日八版", "甲县招商"], "甲县招商"),
        (["总投资9亿元！", "甲县项目开工！", "甲县融媒 甲县融媒"], "总投资9亿元！ 甲县项目开工！"),
        (["2021年9月29日 星期三 农历八月廿三", "第3版 综合", "甲县项目跑出", "建设加速度"], "甲县项目跑出 建设加速度"),
        (["县域观察", "一根羊绒织就产业", "——甲县纪实", BODY, "延伸链条", BODY], "县域观察 一根羊绒织就产业"),
        (["甲县政府工作报告", "县长 张三"], "甲县政府工作报告"),
        (["甲县项目跑出加速度", "张三 李四"], "甲县项目跑出加速度"),
        (["甲县项目跑出加速度", "一、概况"], "甲县项目跑出加速度"),
        (["甲县项目跑出加速度", "甲县统计局"], "甲县项目跑出加速度"),
        (["甲县经济运行平稳", "工业生产稳中有升", BODY, "消费市场持续回暖"], "甲县经济运行平稳"),
    ],
)  # fmt: skip
def test_the_title_among_what_stands_above(tmp_path: Path, above: list[str], title: str) -> None:
    (article,) = load(write(tmp_path, "a.txt", "\n".join([*above, BODY])))
    assert article.hints["title"] == title


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            f"甲县项目签约\n2024-05-06\n{BODY}\n{BODY}\n\n乙县项目开工\n2024-05-07\n{BODY}",
            ["甲县项目签约", "乙县项目开工"],
        ),
        (f"甲县项目签约\n{BODY}\n2024-05-06\n\n乙县项目开工\n{BODY}\n2024-05-07", ["甲县项目签约", "乙县项目开工"]),
        (
            f"甲县项目签约\n来源：甲县发布 2024-05-06 09:00\n{BODY}\n\n乙县项目开工\n来源：乙县网 2024-05-07\n{BODY}",
            ["甲县项目签约", "乙县项目开工"],
        ),
        (
            f"甲市日报\n2008年3月12日 星期三\n甲县项目签约\n本报讯（记者 张某）{BODY}\n{BODY}\n乙县开工\n本报讯 {BODY}",
            ["甲县项目签约", "乙县开工"],
        ),
        (f"甲县项目签约\n本报讯 {BODY}\n{BODY}\n乙县开工\n{BODY}", ["甲县项目签约"]),
        (f"甲县项目签约\n本报讯 {BODY}\n本报讯 {BODY}", ["甲县项目签约"]),
        (f"甲县大事记\n2024-05-06\n{BODY}\n2024-05-07\n{BODY}", ["甲县大事记"]),
        (f"关于印发报告的通知\n{BODY}\n2024-05-06\n报告\n2024-05-07\n甲县\n{BODY}", ["关于印发报告的通知"]),
    ],
)
def test_articles_in_a_row(tmp_path: Path, text: str, titles: list[str]) -> None:
    assert [one.hints["title"] for one in load(write(tmp_path, "a.txt", text))] == titles


def test_articles_headed_by_their_fields(tmp_path: Path) -> None:
    path = tmp_path / "feed.txt"
    pieces = [("松泉甲厂开工", "2021-03-02"), ("白鹭乙厂投产", "2021-03-03")]
    path.write_text(
        "\n\n".join(f"标题：{t}\n时间：{d}\n来源：松泉日报\n近日，项目有了进展。" for t, d in pieces), "utf-8"
    )
    assert [(a.hints["title"], a.hints["published"]) for a in load(path)] == pieces


def test_rules_between_chapters_are_no_feed(tmp_path: Path) -> None:
    text = f"某县工作报告\n{BODY}\n----\n第二部分\n{BODY}\n----\n第三部分\n{BODY}"
    (article,) = load(write(tmp_path, "a.txt", text))
    assert article.text == text


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "missing.txt")
    assert "it is a folder; name a file in it" in refusal(tmp_path)
    assert "the file is empty" in refusal(write(tmp_path, "empty.txt", ""))
    assert "the file is empty" in refusal(write(tmp_path, "blank.txt", " \n\u3000\n"))
    assert "binary" in refusal(write(tmp_path, "image.txt", b"\x7fELF\2\1\1\0\0\0\0\0"))
    assert "save it again as UTF-8" in refusal(write(tmp_path, "latin.txt", "Géographie française".encode("latin-1")))
    assert "garbled" in refusal(write(tmp_path, "garbled.txt", ("2023年" + BODY).encode().decode("gb18030", "replace")))
    assert "UTF-16" in refusal(write(tmp_path, "half.txt", b"\xff\xfea"))
    message = refusal(write(tmp_path, "a.xyz", b"x"))
    assert ".xyz is not supported" in message and ".md, " in message


def test_find(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/2.txt", "b/1.md", "a", ".hidden.txt", ".git/x.txt", "c.png"):
        write(tmp_path, name, BODY)
    expected = [tmp_path / "a", tmp_path / "b" / "1.md", tmp_path / "b" / "2.txt"]
    assert find([str(tmp_path)]) == expected
    assert find([str(tmp_path / "b" / "2.txt"), str(tmp_path)]) == expected
    assert find([str(tmp_path / "c.png")]) == [tmp_path / "c.png"]


def test_traditional_characters_in_big5(tmp_path: Path) -> None:
    text = "臺北市政府工作報告，全市工業發展計畫有大型項目，建設資金三百億元，中小企業與公司的發展在區內展開。"
    (article,) = load(write(tmp_path, "big5.txt", text.encode("big5")))
    assert article.text == text


def test_what_stands_above_a_text_in_traditional_characters(tmp_path: Path) -> None:
    text = f"發佈時間：2022-03-04\n來源：甲縣日報\n甲縣項目簽約\n{'實現生產總值九億元，增長百分之八，項目三個。' * 3}"
    (article,) = load(write(tmp_path, "a.txt", text))
    assert article.hints["title"] == "甲县项目签约"
    assert article.text == text


def test_what_a_folder_holds_besides(tmp_path: Path) -> None:
    for name in ("a.txt", "photo.jpg", "b.xlsx.map.yaml"):
        write(tmp_path, name, BODY)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe.bin")
    found = survey([str(tmp_path)])
    assert found.files == [tmp_path / "a.txt"]
    assert [(path.name, reason) for path, reason in found.skipped] == [
        ("b.xlsx.map.yaml", "it is a mapping file"),
        ("gone.txt", "it is a link to nothing"),
        ("loop", "it is a link to a folder"),
        ("photo.jpg", "the format .jpg is not supported"),
        ("pipe.bin", "it is no regular file"),
    ]


def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "no regular file" in refusal(tmp_path / "a.txt")


def test_inputs_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        find([str(tmp_path / "nowhere")])
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no file that can be read"):
        find([str(tmp_path / "empty")])


def test_a_large_file_is_one_article(tmp_path: Path) -> None:
    path = write(tmp_path, "large.txt", "某省志\n" + (BODY + "\n") * 60000)
    assert path.stat().st_size > 8_000_000
    assert len(load(path)) == 1


def test_the_table_of_formats() -> None:
    assert {*SUFFIXES.values(), "picture"} == set(LOADERS)


def test_real_documents(shared: Path) -> None:
    counts = {path.name: len(load(path)) for path in find([str(shared / "corpus")]) if path.suffix == ".txt"}
    assert counts.pop("000_464415f29fbaec6d.txt") == 10
    assert set(counts.values()) == {1}
