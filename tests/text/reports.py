"""An invented report that loses its line breaks as the feeds of portals do, and the function that analyses it."""

from __future__ import annotations

from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.types import Article, Sentence, Text

BODY = (
    "2020年1月9日在甲市第十五届人民代表大会第四次会议上甲市人民政府市长李某各位代表:现在,"
    "我代表市人民政府向大会报告工作,请予审议。"
    " 一、2019年工作回顾过去一年,我们坚持稳中求进,经济社会平稳发展。 (一)产业发展提质增效。"
    "全市地区生产总值增长7.5%,比2015年翻了近一番。"
    "工业经济稳步回升。规模工业增加值增长8%,电子新材料产业园一期建成投产,二期将于2021年6月投产。"
    "农业基础更加稳固。粮食总产量达到110万吨。"
    " 二、2020年工作安排2020年政府工作的总体要求是:坚持新发展理念。主要预期目标是:地区生产总值增长7%左右。"
    " (一)全力推进产业项目建设。强化“三大保障”。一是保障用地。全年新增建设用地2000亩,"
    "力争到2022年形成千亿产业园。二是保障资金。落实专项债券20亿元。"
    "十大产业项目:①高端装备产业园;②年产5万吨新材料生产基地;③轨道交通配套园(二期)。"
    " 三、加强政府自身建设我们将坚持依法行政。名词解释:1.双百工程(P3):即百个产业项目、百个民生项目。"
    "2.“三大保障”(P5):指用地、资金、组织保障。"
    "3.“四上”企业(P6):规模以上工业企业、资质等级建筑业企业等。"
)
TITLE = "【甲市招商】2020年甲市政府工作报告"


def report(body: str = BODY, title: str = TITLE) -> Text:
    """The analysed text of a report with a title line and a body."""
    return analyse(Article("reports.txt", f"{title}\n{body}\n2025-07-08", {"published": "2025-07-08"}), load_lexicon())


def news(body: str, published: str = "2023-08-10") -> Text:
    """The analysed text of a news item."""
    text = f"某县项目建设\n{body}\n{published}"
    return analyse(Article("news.txt", text, {"published": published}), load_lexicon())


def sentence(text: Text, words: str) -> Sentence:
    """The sentence that holds the words."""
    at = text.clean.index(words)
    return next(one for one in text.sentences if one.start <= at < one.end)


def shown(text: Text, words: str) -> str:
    """The clean characters of the sentence that holds the words."""
    one = sentence(text, words)
    return text.clean[one.start : one.end]
