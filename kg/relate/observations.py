"""Headline statistics of a region or zone: indicator, year, value, level or growth, actual or target."""

from __future__ import annotations

import dataclasses
import functools
import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.ontology import Lexicon
from kg.relate.bases import base_year
from kg.relate.completions import (
    AT_EVENT,
    COUNTED_PROJECTS,
    OF_THE_SAME,
    STAGE,
    Before,
    at_level,
    at_stage,
    for_what,
    of_class,
    of_projects,
    of_residents,
    of_so_many_people,
    with_lost_head,
)
from kg.relate.figures import Figure, FigureReader
from kg.relate.frames import Frame, read_frame
from kg.relate.indicators import Indicators
from kg.relate.judging import ADDED, CHANGE, COUNT_KINDS, DEED, ENDS, OF_NATION, WHOLE_AGAIN, Judge, Named
from kg.relate.listed import find_parts, find_stated
from kg.relate.periods import part_of_year, qualify
from kg.relate.scope import of_nation, own_place, place_above, place_untold, spoken_of, without_nation
from kg.relate.sectors import find_shares, has_ratio
from kg.relate.years import ONE_YEAR, SEVERAL_YEARS, time_at, times_in, year_at
from kg.types import Measure, Mention, Observation, ObservationKind, Ref, Rejection, Scene, Sentence, Time

_BREAK = re.compile(r"[，；：。！？（）()\n]")
_BRACKETS = re.compile(r"（[^（）]*）")
_LINK = re.compile(r"^(?:[、和与及]|，和|以及)?(?:[月年]?人均|每人)?(?:每[月年])?$")
_GOES_UP = re.compile(
    r"(?:均|都|双双|全部|全面|继续|持续|保持|实现|呈|稳步|稳定|快速|较快|大幅|同步|平稳)*(?:均|都|双双|继续|持续|保持|实现|呈|稳步|稳定|快速|较快|大幅|同步|平稳)"
    r"(?:增长|上升|回升|提升|提高|增加|向好|攀升|下降|回落)(?:态势|势头)?$"
)
_WORKS = re.compile(
    r"(?:推进|加快|抓好|实施|推动)?([^，。；推实加抓]{2,24}?项目[、和与及][^，。；]{2,24}?项目)(?:建设|实施)?(?=，)"
)
_AND = re.compile(r"(?<=项目)[、和与及]")
_IN_ALL = re.compile(r"总量|总数|总计|总规模|总人数")
# 分别增长20.1%和下降3.2%: the second figure has a verb of its own
_LINK_OPPOSED = re.compile(
    r"^(?:[、和与及]|以及)(?:分别)?(增长|增加|上升|上涨|提高|提升|下降|降低|下滑|减少|回落)(?:了)?$"
)
_FALLS = frozenset(("下降", "降低", "下滑", "减少", "回落"))
_RISES = frozenset(("提高", "提升", "增加", "上调"))
_TURNS = re.compile(
    r"(压减|压缩|削减|核减|降低|减少|下调|提高|提升|增加|上调)(.{0,14}(?:支出|经费|成本|标准|投入|费用|收费|待遇|排放|排放量|能耗|用量|费率|电价))"
)
_COMPARED = re.compile(r"(?:实现|均|都|力争|确保|基本|[，、])+$")
_TIMES_OF = re.compile(r"(?:是|为|相当于|达到?)[^，；]{0,12}的(?:约|近|超过?)?$")
_BRANCHES = re.compile(r"[两三四五六七八九十]大[^、]{0,6}?产业")
# 10亿元以上项目30个, 5000万元以上的工业项目: how large the things counted are
_OF_THAT_SIZE = re.compile(r"(?:的)?[^，。；、：\d]{0,10}?(?:项目|企业|产业|集群)(?=[^，。；、\d]{0,4}\d)")
_TO_ZERO = re.compile(r"[降减](?:低|少)?[到至为]$")
_DOUBLED = re.compile(  # 成交额翻一番、达到21亿元
    r"(?<=.{2})(?:连续|接连|先后|再|连)*(?:跨|越|上|登|突破|迈|跃)[^，、；\d]{1,12}?(?:台阶|大关|关口)、(?=(?:总量)?(?:达到?|增至|为)?$)"
    r"|(?<=.{2})(?:实现|超过|接近|较上年|比上年)*(?:翻了?(?:[一两]番|番)|翻倍|倍增|成倍增长)[、，]?(?=(?:达到?|增至|增加到|突破|超过?|为)?$)"
    r"|(?<=.{2})(?:均|都)?(?:实现)?(?:由(?:负转正|降转升|跌转涨)|止跌回升|企稳回升|稳步增长|快速增长|较快增长|稳中有升)、(?=.{0,8}$)"
)
_WITHIN = re.compile(
    r"(?:力争|确保|争取|努力)?(?:再?用|通过|经过|力争|争取|确保)(?P<from>[1-9]|[一二两三四五六七八九十])(?:[-—~～至到、]?(?P<to>[1-9]|[一二三四五六七八九十]))?年"
    r"(?:左右)?的?(?:时间|努力|奋斗|内)*[，]?(?!来|前)"
)
_TO_YEARS = re.compile(r"[-—－~～至到]\d{1,2}年")
_OVERTAKEN = re.compile(r"(?:大关|台阶|关口)[，、]?(?:分别)?(?:实现|完成)?达到?了?(?=\d)")
_LEVEL_PASSED = re.compile(r"(?:大关|台阶|关口)、")
_PASSED = re.compile(r"(?:突破|首破|跨越|跨过|越过|迈过|迈上|跃上|跃过|站上|登上|超过)$")  # 突破12亿元，达12.3亿元
_REACHES = re.compile(r"[，、](?:分别)?(?:实现|完成)?达到?了?(?=\d)")
_RANK = re.compile(r"(?:第|排名|位居|位列|名列|列全|居全|前)$")
_FROM = re.compile(r"(?:由|从)[^，；由从]{0,16}$")
_YEAR_OF = re.compile(r"(?<=[到至为])(?:(?:19|20)\d\d年|今年|本年|目前|当前|现在|“十[一二三四五]?五”)[底末度]?的?$")
_YEAR_ENDS = ("的", "年", "底", "末", "度", "前", "在", "”")
_MARK = re.compile(r"\[\d{1,3}\]")
# 超额完成年度任务2.1亿元 is about the plan, not about an indicator.
_PLAN_ITSELF = re.compile(
    r"^(?:是|为)?(?:超额|提前|超)?(?:完成)?(?:全年|年度|年初|年)?(?:[省市县区][^，]{0,4})?(?:预期)?(?:目标|计划|任务|指标|序时进度|(?:调整|变动|年初)?预算)+(?:数|任务|指标)?的?$"
)
_AIM = re.compile(
    r"(?:预期|主要|奋斗|发展|总体|工作|约束性)性?(?:目标|指标)(?:任务|体系)?(?:安排|建议)?(?:是|为|如下|具体|：)"
    r"|(?:今年|明年|全年|20\d\d年)，?(?:[^，。；]{0,10}的)?(?:预期|主要|发展|总体)*(?:目标|任务)(?:是|为|：)|(?:目标|指标体系)安排"
)
# 产值目标680亿元, 预期目标为34亿元; not 高于年初目标0.2个百分点
_AIM_VALUE = re.compile(r"(?:^|[，。；：])(?![^，。；：]*(?:于|完成|超|占|达到))[^，。；：]{2,24}目标值?(?:为|是)?$")
_AIM_HEADING = re.compile(r"(?:主要|预期|奋斗|总体|发展)(?:性)?目标$|目标任务$")
# 全市地区生产总值要增长14%，地方财政收入增长12%
_SHOULD = re.compile(r"(?<![需主重首只])要(?:实现|力争|确保)?(?:增长|达到|突破|完成(?!了)|保持在|控制在)")
_REACHED = re.compile(r"完成情况|执行情况|同比|[较比]上年|完成了|超额|圆满|累计完成|已")
# 比上半年提高1.6个百分点 after a rate of growth: how the rate itself changed, which is no statistic.
_FASTER = re.compile(
    r"[比较](?:去年|上年)?(?:上半年|上季度?|上个?月|第?[一二三四]季度|前[一二三四五六七八九十\d]|\d{1,2}(?:月|[-—~～至]))|增速|增幅|降幅|涨幅|增长率"
)
_LOWEST = re.compile(r"[较比][^，]{0,6}最[低高](?:点|时|值|位|水平|的?时候)?[^，]{0,4}$")
_BEATS = re.compile(r"[高低快慢优好多少][于出过]|领先|跑赢|超(?:过|出)?全")
# 第三产业比重提高7个百分点，对经济增长的贡献率达到54%
_CONTRIBUTES = re.compile(r"对[^，]{0,16}(?:贡献率|贡献份额)$")
_BRANCH_OF = re.compile(r"(?:实现)?(?:占比|增加值|比重|占.+比重)$")
_OF_WHOLE = re.compile(r"^[到了]|(?:的(?:比重|比例)?|比重|比例|比)?(?:为|达到?|超过?|约)?$")
_ITS_SHARE = re.compile(r"^(?:其|约|均|分别)*占(?:比|到|了)?(?:为|达到?|约|近|超过?)*$")
_PEOPLE = re.compile(r"(?:人口|人数|人次|参保|就业|游客|人员)$")
_EACH_OF_THEM = re.compile(r"均|都|皆")
_SHARED = re.compile(r"(.{2,}?)占.{2,}比重$")
_CURRENCY = re.compile(r"(本外币|人民币)存款余额$")
_STANDARD = re.compile(r"(?:月|年)?(?:保障|补助|救助)?标准")
_BOTH_KINDS = re.compile(r"城乡(?:居民)?(?:低保|最低生活保障)")
_BY_OWNER = re.compile(r"(?:国有|股份制|私营|民营|外商|港澳台|集体|三资|非公)[^，]{0,16}企业$")
_AFTER_COUNTED = re.compile(r"([^、和及与\d]{1,10})、(?=[^、]{2,})")
_OF_THEM = re.compile(r"总?规模|总?资金|总额")
_SUPPORTS = re.compile(r"^(?:大力|积极|全力|重点|继续|着力)?(?:支持|推动|推进|指导|鼓励|帮助|促进|依托|引导|确保|力争)")
_OF_SOMEBODY = re.compile(
    r"^(?:总|年)?(?:产值|出口|出口额|税收|税收收入|出口总额|营业收入|主营业务收入|销售收入|销售额|产量|投资|收入|年出口|年产值|游客|接待游客)$"
)
_POVERTY = re.compile(
    r"(?<![\d.])(?:(\d+(?:\.\d+)?)([万余多]*)户、?)?(\d+(?:\.\d+)?)([万余多]*)(?:名|个)?(?!贫困[村县乡])(?:农村|贫困|建档立卡|群众|人口|人)+[^，。；\d]{0,6}?(?:脱贫|减贫)"
)
_CUT = re.compile(
    r"(?:压减|压缩|削减|核减)了?(\d+(?:\.\d+)?)%(?:以上|左右)?的?([^\d，。；、：%]{0,8}(?:支出|经费))(?=[，。；、\n])"
)
_OUT_OF_POVERTY = re.compile(
    r"(?<![\d.])(\d+)个(?:省定|国定|国家级|省级|深度|建档立卡)?贫?困?(?:(?<=困)(村)|(?:县区|县市|县|旗县))"
    r"(?:全部|如期|均|顺利|已|实现|达标|有序|整体|[、，])*(?:退出|出列|脱贫|摘帽)"
)
_VERB_BEFORE_COUNT = re.compile(
    r"(?:新增|净增|新认定|新登记|新注册|转移|减少|引进|培育|安置|实现|新签约|新开工|签约|新引进|招引|争取|拥有|现有)(?:了|各类)?$"
)
_NEW = re.compile(rf"{ADDED.pattern}|^新建")
_COUNTED = re.compile(r"^(?:的)?([^\d，。；、：！？（）()“”]{2,16})")
_EMPLOYED = re.compile(r"(?:新增|城镇|实现)+就业(?:人数|人员)?")
_MOVED = re.compile(r"(?:搬迁|脱贫|减贫|动迁|征迁)$")
# 全市园区实现营业收入…，税收…: a part of the place without a name, and what says that the whole is meant again
_PART_OF_PLACE = re.compile(
    r"(?:各|全部)?(?:省级|国家级|省级以上|重点)*((?:产业|工业|开发)?园区|产业园|工业集中区|产业集聚区|(开发区|经开区|高新区|综保区|保税区|起步区|先行区|自贸区|自贸试验区))"
    r"(?=.{2,})(?!数|面积|建设|企业|基础设施|污水|道路)"
)
# 示范区完成投资, 新区实现产值 in the text of that zone: its own figures
_OWN_ZONE = re.compile(
    r"(示范区|试验区|先导区|合作区|度假区|保税港区|新区|新城|集团)(?=.{2,})(?!数|面积|建设|企业|基础设施)"
)
# what no park has a figure of its own for
_OF_THE_WHOLE = re.compile(
    r"居民|人均|农民|生产总值|预算|社会消费|零售|存款|贷款|旅游|房地产|商品房|支出|民生|粮食|农|保费|占"
)
_OWN_WORD = re.compile(r"(?:其中)?[全我本][省市县区镇乡州旗盟]")
_PARK_COUNTS = re.compile(r"(?:入驻|投产|在建|新入驻|规上|规模以上|规模工业)企业数?|(?:期末)?从业人员数?")
_PLAN_TITLE = re.compile(r"(?:规划|计划|方案|要点|清单|意见|目标)(?:纲要|的通知|（[^）]{1,20}）|[》”])*$")
_LENT_OUT = re.compile(r"发放|投放|新增")
_SUPPORT = 24  # characters before a place that is supported
_BY_SECTOR = re.compile(
    r"(?:分(?:三次)?(?:产业|经济类型|企业类型|所有制|登记注册类型|行业|门类|渠道|领域|类型)[^，]{0,4}看|按[^，。]{1,8}分|从(?:三次)?产业看|其中)"
)
_ONE_MORE_LIST = re.compile(r"[^，。；：]{2,10}(?:指标|目标)?方面[，：]")
_SECTOR = re.compile(r"第[一二三](?:次)?产业")
_NO_INDEX = 50  # 居民消费价格指数控制在3%以内: a rise, an index is near 100
_TO_DO = re.compile(r"(?:全年|今年)?(?:，)?(?:确保|力争|努力实现|务必|建议(?=.{0,24}(?:增长|达|完成)))")
_TO_GET = re.compile(
    r"(?:力争|争取)(?:年内|全年|今年)?(?:新增(?![^，]{0,6}(?:债|资金|额度|指标|补助))|实现(?!了)|达到?|完成(?!了)|突破|培育|引进|净增)"
)
_PLANNED = re.compile(
    r"(?<!截至)(?:^|[，。；、]|年度|年内|今年|全年)计划(?:新?开工|竣工|投产|完成|实施|新建|签约|投资)(?!完成率)"
)
_AHEAD = re.compile(
    r"将|拟|计划|预计|预期|力争|争取|确保|务必|目标|规划|明年|下一?步|下一?阶段|接下来|到20\d\d年|到“十|有望|未来|今后|即将|安排|要"
)
_DONE = re.compile(r"已(?:经)?(?:累计)?(?:完成|实现|达)|截至|(?<!力争)(?<!确保)(?<!努力)争取到(?!位|20|明年)")
_REVIEW = re.compile(r"回顾|完成情况")
_STRIVES = re.compile(
    r"力争|确保|将|计划|目标|明年|下一步|拟|努力|务必|争取(?:在|实现|达|完成|到20|突破|年内|今年|新增|培育)"
)
_GOT = re.compile(r"争取到")
_LONG_NAMES = 60  # characters of a clause that names several indicators and how they went, at most
_LONGEST_CLAUSE = 240  # characters of a clause before a figure, of which all rules are asked
_NEXT = 30  # mentions from a position on that are looked at, of all in an endless sentence
_FAR = 600  # characters of a sentence before a figure that tell of it
_PARAGRAPH = 600  # characters before a sentence of the news in which a part of the year may be named


@dataclass(slots=True)
class _State:
    """What a sentence has said so far: the subjects of its last group of figures and the place that governs.

    `joint` is a phrase with several names that is still to be split, `added` the verb of a list (新增甲3家、乙5家),
    `year` the year named and `aim` whether it speaks of aims, which both hold beyond a semicolon. `part` is a part of
    the place that the figures are about (园区), `counted` the projects that were counted last (重点项目), `said` the
    value and unit of the last figure, `shared` the phrase of several branches whose share of a whole may follow,
    `done` the year of the last figure that tells what was reached.
    """

    subjects: list[str] = field(default_factory=list)
    kind: str = ""
    recent: list[str] = field(default_factory=list)
    place: Ref | None = None
    joint: str = ""
    measure: str = ""
    added: str = ""
    year: int | None = None
    aim: bool = False
    part: str = ""
    counted: str = ""
    said: tuple[float, str] = (0.0, "")
    shared: str = ""
    done: int = 0


class ObservationReader:
    """Reads the observations of one scene after another; holds what the lexicon says, nothing of a scene."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.indicators = Indicators(lexicon)
        self.figures = FigureReader(lexicon)
        rows = [(row["kind"], row["name"], row.get("in", "all")) for row in lexicon.rows("statistic_heads")]
        rows += [(row["kind"], row["name"], row["in"]) for row in lexicon.rows("figure_heads")]
        self.heads = _heads([(kind, name) for kind, name, where in rows if where == "all"])
        self.report_heads = _heads([(kind, name) for kind, name, _ in rows])

    def read(self, scene: Scene) -> tuple[list[Observation], list[Rejection]]:
        found: list[Observation] = []
        refused: list[Rejection] = []
        starts = [m.start for m in scene.mentions]
        clean = scene.text.clean
        before: _Sentence | None = None
        reviews = _Reviews(scene)
        for sentence in scene.text.sentences:
            review = reviews.at(sentence)
            if sentence.part not in ("body", "title"):
                before = None
                continue
            figures = self.figures.find(clean, sentence.start, sentence.end)
            if not figures and clean[sentence.end - 1] != "；" and not has_ratio(clean, sentence.start, sentence.end):
                before = None
                continue
            left = bisect_right(starts, sentence.start - 1)
            mentions = scene.mentions[left : bisect_right(starts, sentence.end)]
            one = _Sentence(self, scene, sentence, figures, mentions)
            one.review = review
            if before is not None and before.goes_on(sentence):
                one.take_over(before)
            before = one
            for item in one.items():
                if isinstance(item, Observation) and item.year:
                    found.append(item)
                elif isinstance(item, Observation):  # nobody knows of what year
                    what = item.indicator + scene.text.clean[item.start : item.end]
                    refused.append(Rejection(item.start, item.end, what, "low_confidence"))
                else:
                    refused.append(item)
        return _once(found), refused


class _Reviews:
    """The several years of which the sentences of a report speak in turn: 五年来, … till one year is named."""

    def __init__(self, scene: Scene) -> None:
        self.text = scene.text
        self.top = ""
        self.several = False
        self.years: Time | None = None

    def at(self, sentence: Sentence) -> Time | None:
        """The years of the review in which the next sentence stands, None where it stands in none."""
        if self.text.document.kind != "report":
            return None
        over, self.top = self.top, sentence.path[0].text if sentence.path else ""
        entered = self.top != over
        opening = self.text.clean[sentence.start : min(sentence.end, sentence.start + 14)]
        if SEVERAL_YEARS.match(opening):
            self.several = True
        elif sentence.modality == "planned" or ONE_YEAR.match(opening):
            self.several = False
        elif entered:
            self.several = SEVERAL_YEARS.search(self.top) is not None and ONE_YEAR.search(self.top) is None
        if self.several:
            start = sentence.path[0].start if entered and sentence.path else sentence.start
            named = times_in(self.text, start, sentence.start + 20)
            several = (t for t in named if t.last - t.first >= 2 and not self.text.clean.endswith("大以来", 0, t.end))
            self.years = next(several, self.years)
        return self.years if self.several else None


class _Sentence:
    def __init__(
        self,
        reader: ObservationReader,
        scene: Scene,
        sentence: Sentence,
        figures: list[Figure],
        mentions: tuple[Mention, ...],
    ) -> None:
        self.names = reader.indicators
        self.heads = reader.report_heads if scene.text.document.kind == "report" else reader.heads
        self.scene = scene
        self.clean = scene.text.clean
        self.sentence = sentence
        self.figures = figures
        self.mentions = mentions
        self.state = _State(place=None)
        self.spoken: list[tuple[int, str]] | None = None
        self.review: Time | None = None
        self.judge = Judge(self.names, self.heads, scene, sentence, figures, mentions)

    def take_over(self, before: _Sentence) -> None:
        """Let hold here what still holds of the sentence before.

        Behind a semicolon that is all; behind a full stop what 分产业看 goes on with, and aims that are listed on.
        """
        text = self.clean[self.sentence.start : self.sentence.start + 24]
        if self.clean[before.sentence.end - 1] == "；":
            self.judge.follow(before.judge)
            same = text.startswith("其中") or self.scene.text.document.kind != "report"
            place = before.state.place if same else None
            self.state = dataclasses.replace(before.state, joint="", added="", place=place)
        elif _BY_SECTOR.match(text):
            self.state.recent, self.state.place = before.state.recent, before.state.place
        if self.clean[before.sentence.end - 1] == "；" or _ONE_MORE_LIST.match(text):
            self.state.aim = before.aimed(before.sentence.end)

    def goes_on(self, following: Sentence) -> bool:
        """Whether the next follows at once, in the same paragraph and section, or with more aims behind a semicolon."""
        if following.start > self.sentence.end + 1:
            return False
        if following.modality == self.sentence.modality:
            return True
        return self.clean[self.sentence.end - 1] == "；" and self.aimed(self.sentence.end)

    def items(self) -> Iterator[Observation | Rejection]:
        yield from self._shares()
        yield from self._poverty()
        if self.scene.text.document.kind == "report":
            yield from self._cut()
            found = (find_stated, find_parts)
            for one in (s for find in found for s in find(self.clean, self.sentence.start, self.sentence.end)):
                yield self._plain(one.name, one.value, one.unit, one.start, one.end)
        for group, floor in self._groups():
            yield from self._group(group, floor)

    def _groups(self) -> Iterator[tuple[list[Figure], int]]:
        """Runs of figures with nothing but 、 or 和 between, each with the end of what came before it."""
        floor = self.sentence.start
        group: list[Figure] = []
        for figure in (f for f in self.figures if f.kind != "time" and not self._in_a_name(f)):
            between = self.clean[group[-1].rough : figure.start] if group else ""
            if group and (_LINK.match(between) or self._opposed(between, group[-1], figure)):
                group.append(figure)
                continue
            if group:
                yield group, floor
                floor = group[-1].rough
            group = [figure]
        if group:
            yield group, floor

    def _in_a_name(self, figure: Figure) -> bool:
        """Whether a number is part of what is counted: 世界500强企业12家, 10亿元以上项目30个, 60岁以上人口, 用3—4年."""
        if figure.unit == "强":
            return self.clean.startswith("企业", figure.rough)
        if figure.unit == "岁":
            return figure.rough > figure.end and not ENDS.match(self.clean, figure.rough)
        if figure.kind == "bare":
            return _TO_YEARS.match(self.clean, figure.rough) is not None
        at_least = figure.kind == "money" and (
            self.clean.find("以上", figure.end, figure.rough) >= 0 or self.clean[figure.start - 1] in "超过逾"
        )
        return at_least and _OF_THAT_SIZE.match(self.clean, figure.rough, self.sentence.end) is not None

    def _opposed(self, between: str, last: Figure, figure: Figure) -> bool:
        """Whether a rate goes on with the last one though it has its own verb: 分别增长20.1%和下降3.2%."""
        alike = figure.kind == last.kind and figure.kind in ("percent", "points")
        return alike and _LINK_OPPOSED.match(between) is not None

    def _turned(self, group: list[Figure], sign: int) -> list[Figure]:
        """The figures of a group, those negated whose own verb turns the direction of the first."""
        turned = group[:1]
        for last, figure in itertools.pairwise(group):
            m = _LINK_OPPOSED.match(self.clean[last.rough : figure.start])
            if m is not None and (-1 if m[1] in _FALLS else 1) != sign:
                figure = dataclasses.replace(figure, value=-figure.value)
            turned.append(figure)
        return turned

    def _group(self, group: list[Figure], floor: int) -> Iterator[Observation | Rejection]:
        first = group[0]
        if first.kind == "rank":
            return
        if first.kind == "scaled":
            group = [self._supplied(f, floor) for f in group]
            first = group[0]
        words, clause = self._words(first, floor)
        if _RANK.search(words):
            return
        if first.kind == "points" and _BEATS.search(words):
            return  # 高于全国、全省0.9、0.6个百分点
        if _LOWEST.search(words):
            return  # 较年内最低点回升5.6个百分点: no change from a year before
        if CHANGE.match(self.clean, group[-1].rough) and (origin := _FROM.search(words)):
            # 由7.1%下降到1.1%: the second figure counts
            yield from self._base(group, words[: origin.start()], floor, clause)
            return
        if (
            first.kind == "bare"
            and first.value == 0
            and (self.state.kind == "percent" or "率" in words)
            and _TO_ZERO.search(words)
        ):
            group = [dataclasses.replace(first, unit="%", kind="percent")]  # 贫困发生率由11.6%降至0
            first = group[0]
        if self.clean[first.start] == "翻":
            words = _COMPARED.sub("", words) + "增长"  # 社会消费品零售总额翻一番
        if first.unit == "倍" and (ratio := _TIMES_OF.search(words)):
            words = words[: ratio.start()] + "增长"
        if _OVERTAKEN.match(self.clean, group[-1].rough) or (
            _PASSED.search(words) and _REACHES.match(self.clean, group[-1].rough)
        ):  # 突破4亿元大关，达4.8亿元: the second figure says more
            self.state.joint = self._phrase(read_frame(words, clause, "percent"))
            self.state.subjects = self._subjects(self.state.joint, len(group), first.kind) or self.state.subjects
            self.state.kind = first.kind
            return
        if "番" in words or "、" in words or "倍" in words:
            words = _DOUBLED.sub("", words)
        frame = read_frame(words, clause, first.kind)
        if frame.measure == "growth" and len(group) > 1:
            group = self._turned(group, frame.sign)
        if len(group) > 1 and (places := self._several_places(frame, len(group))):
            yield from self._by_place(group, places, frame, clause)
            return
        scope = self._scope(clause) + frame.phrase
        if nation := of_nation(scope, first.kind):
            frame = dataclasses.replace(frame, phrase=without_nation(frame.phrase))
        known = first.kind == "count" and self.names.known(self.names.strip(frame.phrase))
        kind = "money" if known else first.kind
        above = place_above(scope, kind, self.scene)
        untold = nation or place_untold(scope, kind, self.scene.home)
        phrase = self._phrase(frame)
        if first.kind == "percent" and frame.measure == "level" and (turn := _TURNS.fullmatch(phrase)):
            frame = dataclasses.replace(frame, measure="growth", sign=1 if turn[1] in _RISES else -1)
            phrase = turn[2]  # 压减一般性支出10%
        self._place_supported(phrase, clause)
        if (
            _PLAN_ITSELF.match(phrase)
            or _PLAN_ITSELF.match(frame.phrase)
            or (first.kind == "points" and self._faster(words, phrase))
        ):
            return
        told = self.names.elided(phrase) and self._before(floor, clause, len(group))
        if not told and len(group) == 1 and first.kind == "money" and frame.measure == "level":
            told = self._spent_on(phrase, first)
        told = told or self._works_before(floor, clause, phrase, len(group))
        if told:
            subjects = [self.names.canonical(n, first.kind, frame.measure == "growth") for n in told]
        elif len(group) == 1 and first.kind == "percent" and self.state.subjects and _ITS_SHARE.match(words):
            subjects = [self.names.canonical(self.state.subjects[-1] + "占比")]
        elif not phrase and not frame.verb and (first.kind != self.state.kind or self._of_the_next(words, first)):
            subjects = []
        elif phrase and self._moved(group, phrase):
            subjects = [phrase + "户数", phrase + "人数"]
        elif phrase and self._lent(group, phrase):
            subjects = [phrase + "户数", self.names.canonical(phrase, "money")]
        else:
            subjects = self._completed(group, words, phrase, frame, floor, clause)
        if added := ADDED.match(frame.phrase) or ADDED.match(phrase):
            self.state.added = added[0]
        elif self.state.added and not self._listed(floor, first, frame) and not self._among(words, first, frame):
            self.state.added = ""
        counts = first.kind in COUNT_KINDS and self.state.kind not in COUNT_KINDS
        if not subjects or (not phrase and counts and not told and not _IN_ALL.search(frame.phrase)):
            if (item := self._counted(group, words, clause)) is not None:
                yield item
            return
        before = Before(self.clean, self.sentence.start, clause, self.state.counted, True)
        subjects = [of_projects(self.names, n, first, before, self._placeless) for n in subjects]
        if first.kind == "count" and subjects[0].endswith("项目") and frame.measure == "level":
            self.state.counted = COUNTED_PROJECTS.sub("", subjects[0])
        if phrase and not self.names.elided(phrase):
            self.state.recent = [n for n in self.state.recent if n not in subjects] + subjects
        if self.state.part and self.state.place is None:
            subjects = [self.state.part + n if self._of_a_park(n) else n for n in subjects]
        if self._rounded(words, phrase, group, subjects):
            return
        self.state.subjects, self.state.kind, self.state.measure = subjects, first.kind, frame.measure
        self.state.said = (first.value, first.unit)
        if phrase:
            self.state.shared = phrase if len(group) > 1 and _BRANCHES.search(phrase) else ""
        for figure, name in self._pairs(group, subjects, words, frame):
            if (why := "low_confidence" if untold else self._refuse(figure, name, frame, clause)) is not None:
                if why:
                    yield Rejection(figure.start, figure.end, name + self.clean[figure.start : figure.end], why)
                continue
            made = self._observation(figure, name, frame, clause)
            if self.state.done and made.kind == "target" and (phrase.startswith("占") or self.names.elided(phrase)):
                made = dataclasses.replace(made, year=self.state.done, kind="actual")  # 已完成8亿元，占年计划的30%
            self.state.done = made.year if made.kind == "actual" else 0
            yield dataclasses.replace(made, place=above) if above is not None else made

    def _words(self, first: Figure, floor: int) -> tuple[str, int]:
        """What stands before a figure in its clause, without what only leads up to it, and where that begins."""
        floor = max(floor, first.start - _LONGEST_CLAUSE)
        words = _BRACKETS.sub(lambda m: "\u3000" * len(m[0]), self.clean[floor : first.start])
        clause = floor
        for m in _BREAK.finditer(words):
            clause = floor + m.end()
        words = words[clause - floor :].replace("\u3000", "")
        if "[" in words:
            words = _MARK.sub("", words)
        if clause == floor > self.sentence.start and (counted := _AFTER_COUNTED.match(words)):
            clause += counted.end()  # 组建5支基金、总规模达13亿元
            words = (counted[1] if _OF_THEM.match(words, counted.end()) else "") + words[counted.end() :]
        if passed := _LEVEL_PASSED.match(words):
            clause += passed.end()  # 突破60亿元大关、达62.3亿元
            words = words[passed.end() :]
        if "年" in words and (within := _WITHIN.search(words)):
            words = words[: within.start()] + words[within.end() :]  # 力争用3年时间突破1000亿元
        if words.endswith(_YEAR_ENDS):
            words = _YEAR_OF.sub("", words)
        return words, clause

    def _completed(
        self, group: list[Figure], words: str, phrase: str, frame: Frame, floor: int, clause: int
    ) -> list[str]:
        """The indicators that a phrase names, with what a list or the sentence before it leaves out."""
        first = group[0]
        subjects = self._subjects(phrase, len(group), first.kind, frame.measure == "growth", clause)
        last = self.state.subjects[-1] if self.state.subjects else ""
        listed = last or (self.state.recent[-1] if self.state.recent else "")
        if len(subjects) == 1 and frame.measure == "growth" and (named := of_class(self.names, phrase, listed)):
            subjects = [named]
        if len(subjects) == 1 and (named := of_residents(self.names, phrase, self.state.recent)):
            subjects = [named]
        elif len(subjects) == 1 and phrase and frame.measure == "level":
            before = Before(self.clean, self.sentence.start, clause, last, not self.state.part)
            same = at_level(phrase, last) if self._listed(floor, first, frame) else ""
            if first.kind == "count":
                same = same or at_stage(phrase, last) or at_stage(phrase, self.state.counted)
                same = same or of_so_many_people(self.names, phrase, last)
            subjects = [same or with_lost_head(self.names, subjects[0], phrase, first, before)]
        lent = frame.measure == "level" and phrase.endswith("贷款") and _LENT_OUT.search(words)
        if lent and subjects and subjects[0].endswith("贷款余额"):
            subjects[0] = phrase  # 全年发放普惠小微贷款46亿元: no balance
        among = bool(phrase) and self._among(words, first, frame)
        if among and len(subjects) == 1 and _EMPLOYED.fullmatch(last) and not subjects[0].endswith("业"):
            subjects = [subjects[0] + "就业"]  # 新增就业5.9万人，其中高校毕业生1.8万人
        if (
            subjects
            and self.state.added
            and "就业" not in subjects[0]
            and not STAGE.match(subjects[0])
            and not subjects[0].startswith(self.state.added)
            and (among or self._listed(floor, first, frame))
        ):
            subjects[0] = self.state.added + self._uncounted(subjects[0])
        return subjects

    def _pairs(self, group: list[Figure], subjects: list[str], words: str, frame: Frame) -> list[tuple[Figure, str]]:
        """Each figure with its indicator; one rate may be that of several: 甲、乙产值均增长8%."""
        first = group[0]
        if len(group) == 1 and first.kind == "percent" and not self.names.known(subjects[0]):
            shared = self.names.share(subjects[0])
            each = _EACH_OF_THEM.search(words) or all(self.names.known(n) for n in shared)
            listed = frame.measure == "growth" or self.names.full(subjects[0])
            alike = (each or (listed and "、" in subjects[0])) and "类" not in subjects[0]
            if alike and all(self.judge.fits(n, first, frame, self.state.place) for n in shared):
                return [(first, self.names.canonical(n, first.kind, frame.measure == "growth")) for n in shared]
        return list(zip(group, subjects, strict=True))

    def _scope(self, clause: int) -> str:
        """全国, 全省 … that the clauses before speak of, unless a place has been named since or is named here."""
        if self.spoken is None:
            self.spoken = spoken_of(self.scene, self.sentence.start, self.sentence.end)
        at, word = next(((at, word) for at, word in reversed(self.spoken) if at < clause), (0, ""))
        if not word or _OWN_WORD.match(self.clean, clause):
            return ""
        named = any(at < m.start <= clause for m in self.mentions if m.type in ("Region", "Zone"))
        return "" if named else word

    def _several_places(self, frame: Frame, count: int) -> list[Mention]:
        """The places that begin a phrase, one for each figure: 甲县、乙县固定资产投资分别增长8.3%、7.9%."""
        places: list[Mention] = []
        at = frame.start
        for m in self.mentions:
            if m.type in ("Region", "Zone") and m.start == at and m.end <= frame.start + len(frame.phrase):
                places.append(m)
                at = m.end + (self.clean[m.end : m.end + 1] in ("、", "和", "与", "及"))
        return places if len(places) == count and self.clean.startswith(frame.phrase, frame.start) else []

    def _by_place(
        self, group: list[Figure], places: list[Mention], frame: Frame, clause: int
    ) -> Iterator[Observation | Rejection]:
        """One figure of one indicator for each place."""
        phrase = self.names.strip(frame.phrase[places[-1].end - frame.start :])
        if not phrase and group[0].kind == self.state.kind and self.state.subjects:
            phrase = self.state.subjects[-1]  # 甲县生产总值突破90亿元，乙县、丙县分别达到80亿元、70亿元
        if len(phrase) < 2:
            return
        name = self.names.canonical(phrase, group[0].kind, frame.measure == "growth")
        for figure, place in zip(group, places, strict=True):
            if (why := self._refuse(figure, name, frame, clause)) is None:
                yield dataclasses.replace(self._observation(figure, name, frame, clause), place=place.ref)
            elif why:
                yield Rejection(figure.start, figure.end, name + self.clean[figure.start : figure.end], why)

    def _placeless(self, words: str, start: int) -> str:
        """The words without the place that they begin with."""
        for m in self._from(start):
            if m.start == start and m.type in ("Region", "Zone") and m.end - start < len(words):
                return words[m.end - start :]
        return words

    def _rounded(self, words: str, phrase: str, group: list[Figure], subjects: list[str]) -> bool:
        """Whether a figure only rounds off the one before: 总产值103亿元，突破百亿大关."""
        figure = group[0]
        value, unit = self.state.said
        passed = len(group) == 1 and self.names.elided(phrase) and _PASSED.search(words) is not None
        return passed and subjects == self.state.subjects and unit == figure.unit and figure.value <= value

    def _of_a_park(self, name: str) -> bool:
        """Whether a figure that follows one of the parks is theirs too: 园区实现营业收入…，利润总额…."""
        money = self.names.money(name) or OF_THE_SAME.fullmatch(name) is not None or _PARK_COUNTS.fullmatch(name)
        return bool(money) and not name.startswith(self.state.part) and not _OF_THE_WHOLE.search(name)

    def _among(self, words: str, figure: Figure, frame: Frame) -> bool:
        """Whether the figure says how many of those added before are of a kind: 新增企业64家，其中工业企业30家."""
        return words.startswith("其中") and figure.kind == "count" and frame.measure == "level"

    def _uncounted(self, name: str) -> str:
        """规模工业企业数 → 规模工业企业, where 新增 goes before; a name that has a verb of its own stays."""
        return name.removesuffix("数") if self.names.known(name) else name

    def _place_supported(self, phrase: str, clause: int) -> None:
        """支持甲县做强建陶产业，力争产值突破50亿元: what has no name of its own is of the place that is supported."""
        if not _OF_SOMEBODY.match(phrase) or self.state.place is not None:
            return
        last = bisect_left(self.mentions, clause, key=lambda m: m.start)
        for m in reversed(self.mentions[max(0, last - _NEXT) : last]):
            if m.end > clause or m.type not in ("Region", "Zone") or m.ref == self.scene.home:
                continue
            start = max(self.sentence.start, m.start - _SUPPORT)
            start = max((b.end() for b in _BREAK.finditer(self.clean, start, m.start)), default=start)
            if _SUPPORTS.match(self.clean[start : m.start]) and start + 8 >= m.start:
                self.state.place = m.ref
            return

    def _elsewhere(self) -> bool:
        """Whether the place named is neither the document's own, nor in it, nor above it."""
        place, home = self.state.place, self.scene.home
        if place is None or home is None or place == home or place.type != "Region" or home.type != "Region":
            return False
        parents = self.scene.parents
        return home.key not in parents.get(place.key, ()) and place.key not in parents.get(home.key, ())

    def _supplied(self, figure: Figure, floor: int) -> Figure:
        """A figure whose unit is left out, with the one that its words ask for: 财政收入突破3亿, 人口达到25万."""
        words = self.clean[max(floor, figure.start - 24) : figure.start]
        clause = words[max((m.end() for m in _BREAK.finditer(words)), default=0) :]
        name = self.names.strip(read_frame(clause, 0, "money").phrase.removesuffix("由").removesuffix("从"))
        if self.names.money(name) or self.heads["money"].search(name):
            return dataclasses.replace(figure, unit=figure.unit + "元", kind="money")
        if _PEOPLE.search(name):
            visits = name.endswith("人次") or "游客" in name or "旅游" in name
            return dataclasses.replace(figure, unit=figure.unit + ("人次" if visits else "人"), kind="count")
        if not name and self.state.kind == "money" and self.state.subjects:
            return dataclasses.replace(figure, unit=figure.unit + "元", kind="money")
        if not name and self.state.kind == "count" and self.state.subjects and _PEOPLE.search(self.state.subjects[-1]):
            return dataclasses.replace(figure, unit=figure.unit + "人", kind="count")
        return figure

    def _base(self, group: list[Figure], words: str, floor: int, clause: int) -> Iterator[Observation]:
        """The figures that a change starts from: observations of their own where their year is known.

        生产总值连跨三个台阶，由2016年的612亿元增加到…: named in the clause before. 占全省比重由4.1%提高到4.6% is no
        figure of what was named before.
        """
        phrase = self._phrase(read_frame(words, clause, "percent"))
        named = self.names.elided(phrase) and self._before(floor, clause, len(group))
        named = [self.names.canonical(n, group[0].kind) for n in named or ()]
        self.state.subjects = named or self._subjects(phrase, len(group), group[0].kind)
        if not self.state.subjects:
            self.state.recent = []
        self.state.kind, self.state.measure = group[0].kind, "level"
        for figure, name in zip(group, self.state.subjects, strict=False):
            frame = Frame(name, "level", 1, clause, "")
            if self._refuse(figure, name, frame, clause) is None:
                made = self._observation(figure, name, frame, clause)
                if (year := base_year(self.scene.text, self.sentence, figure.start, made.year)) is not None:
                    yield dataclasses.replace(made, year=year, kind="actual")

    def _phrase(self, frame: Frame) -> str:
        """The phrase of a frame without a place in front of it; the place is kept for what follows."""
        if WHOLE_AGAIN.match(frame.phrase):
            self.state.part = ""
            if own_place(frame.phrase, self.scene.home):
                self.state.place = None
        if (
            self.clean.startswith("人均", frame.start)
            and len(frame.phrase) <= 2
            and self.state.subjects[-1:] == ["地区生产总值"]
        ):
            return "人均地区生产总值"
        phrase = self.names.strip(frame.phrase)
        if part := _PART_OF_PLACE.match(phrase):
            if self._is_home(part[2] or "园区"):
                return self.names.strip(phrase[part.end() :])
            self.state.part = part[2] or "园区"
            return self.state.part + self.names.strip(phrase[part.end() :])
        home = self.scene.home
        if home is not None and home.type == "Zone" and (own := _OWN_ZONE.match(phrase)) and own[1] in home.key:
            return self.names.strip(phrase[own.end() :])
        if (event := AT_EVENT.match(phrase)) is not None:
            phrase = self.names.strip(phrase[event.end() :])
        if (deed := DEED.match(phrase)) and self.names.known(rest := self.names.strip(phrase[deed.end() :])):
            return rest
        for mention in self._from(frame.start):
            if mention.type not in ("Region", "Zone"):
                continue
            surface = self.clean[mention.start : mention.end]
            if phrase.startswith(surface) and not self._begins_a_name(mention):
                rest = self.names.strip(phrase[len(surface) :])
                if phrase[len(surface) :].startswith(("、", "和", "与")) and self._starts_a_place(mention.end + 1):
                    return "各县" + rest  # 甲县、乙县贫困人口减少2.1万人: of none of them alone
                if self._lies_above(mention.ref) and not self.names.known(rest):
                    return phrase  # 南岭省著名商标11件
                self.state.place = mention.ref
                return rest
        return phrase

    def _from(self, position: int) -> Sequence[Mention]:
        """The next mentions from a position on: a place at the start of a phrase is among them."""
        at = bisect_left(self.mentions, position, key=lambda m: m.start)
        return self.mentions[at : at + _NEXT]

    def _starts_a_place(self, position: int) -> bool:
        return any(m.start == position and m.type in ("Region", "Zone") for m in self._from(position))

    def _lies_above(self, place: Ref) -> bool:
        """Whether a place contains the one that the text is about."""
        home = self.scene.home
        return home is not None and place.key in self.scene.parents.get(home.key, ())

    def _begins_a_name(self, place: Mention) -> bool:
        """Whether a place is the beginning of a body's or firm's name: 南岭省光电孵化器在孵企业310家."""
        named = (m for m in self._from(place.start) if m.start == place.start and m.end > place.end)
        return any(m.type not in ("Region", "Zone") for m in named)

    def _is_home(self, part: str) -> bool:
        """Whether a park without a name is what the text is about: 高新区完成投资 in the news of a high-tech zone."""
        home = self.scene.home
        return home is not None and home.type == "Zone" and (part == "园区" or part[0] in home.key)

    def _faster(self, words: str, phrase: str) -> bool:
        """Whether points say how a rate of growth changed: 增长6%，比上半年提高1.6个百分点."""
        if m := _FASTER.search(words):
            return m[0][0] in "增降涨" or m.start() == 0 or self.state.measure == "growth"
        return self.state.measure == "growth" and self.names.elided(phrase) and not words.startswith("其中")

    def _before(self, floor: int, clause: int, count: int) -> list[str]:
        """The `count` indicators that the clause before names without a figure, or none.

        民间投资继续回升，同比增长9%; 财政总收入和税收收入均实现较快增长，同比分别增收2亿元和1亿元.
        """
        clauses = [
            c for c in _BREAK.split(_BRACKETS.sub("", self.clean[max(floor, clause - _LONGEST_CLAUSE) : clause])) if c
        ]
        if not clauses:
            return []
        if count == 1:
            return [name] if (name := self.names.leading(clauses[-1])) else []
        if len(clauses[-1]) > _LONG_NAMES:
            return []
        phrase = self.names.strip(_GOES_UP.sub("", clauses[-1]))
        named = self.names.split(phrase, count)
        return named if all(self.names.known(n) for n in named) else []

    def _spent_on(self, phrase: str, figure: Figure) -> list[str]:
        """投资3亿元，实施塘坝清淤改造: what a sum went to, unless that is a project with a name of its own."""
        name, end = for_what(self.clean, phrase, figure.rough, self.sentence.end)
        if not name or any(m.type == "Project" and m.start < end and m.end > figure.rough for m in self.mentions):
            return []
        return [name]

    def _works_before(self, floor: int, clause: int, phrase: str, count: int) -> list[str]:
        """推进省统筹项目和市级重点项目建设，分别完成投资20亿元和6亿元: the investment of those works."""
        if count < 2 or phrase not in ("投资", "资金", "到位资金"):
            return []
        works = _WORKS.search(self.clean, floor, clause)
        parts = _AND.split(works[1]) if works is not None and works.end() == clause - 1 else []
        if len(parts) != count:
            return []
        return [self.names.strip(part).removesuffix("项目") + "项目" + phrase for part in parts]

    def _of_the_next(self, words: str, figure: Figure) -> bool:
        """Whether a figure without a name before it counts what stands behind it: 减贫6万人，180个贫困村摘帽."""
        if figure.kind not in COUNT_KINDS or ENDS.match(self.clean, figure.rough):
            return False
        return bool(words) or self.clean[figure.start - 1 : figure.start] in "，；、：。"

    def _moved(self, group: list[Figure], phrase: str) -> bool:
        """易地搬迁310户1120人: households and people of one thing."""
        return (
            len(group) == 2
            and group[0].rough == group[1].start
            and group[0].unit.endswith("户")
            and group[1].unit[-1] in "人名"
            and _MOVED.search(phrase) is not None
        )

    def _lent(self, group: list[Figure], phrase: str) -> bool:
        """发放创业担保贷款1.2万户7.8亿元: borrowers and their sum."""
        return (
            len(group) == 2
            and group[0].rough == group[1].start
            and group[0].unit[-1] in "户人笔家"
            and group[1].kind == "money"
            and phrase.endswith(("贷款", "信贷", "补贴", "补助", "救助金", "低保金"))
        )

    def _listed(self, floor: int, figure: Figure, frame: Frame) -> bool:
        """Whether the figure goes on with a list of things added: 新增甲类企业3家、乙类企业5家."""
        return (
            self.clean[floor : floor + 1] == "、"
            and (figure.kind == self.state.kind == "count" or (figure.kind, self.state.kind) == ("area", "works"))
            and frame.measure == "level"
            and not frame.verb
        )

    def _subjects(self, phrase: str, count: int, kind: str, growth: bool = False, at: int = 0) -> list[str]:
        """Names for `count` figures: from the phrase, or those of the group before when it has none."""
        if not phrase or self.names.elided(phrase):
            last = self.state.subjects
            if kind == "percent" and growth and len(last) == 1 and (m := _SHARED.match(last[0])):
                return [m[1]]  # 增加值126亿元，占生产总值的49.7%，增速达到19.3%
            if (
                count == 1
                and len(last) == 1
                and kind in ("count", "area")
                and not growth
                and (m := _NEW.match(last[0]))
            ):
                return [self.names.canonical(last[0][m.end() :], kind)]  # 净增企业16家，总数达到21家
            if len(last) != count and self.state.joint and (named := self.names.split(self.state.joint, count)):
                return [self.names.canonical(self.names.strip(n), kind, growth) for n in named]
            return last if len(last) == count else self.state.recent[-count:] if len(self.state.recent) >= count else []
        if _CONTRIBUTES.match(phrase):
            base = self.state.subjects if len(self.state.subjects) == count else []
            return [_BRANCH_OF.sub("", n) + phrase for n in base] or ([phrase] if count == 1 else [])
        if phrase.startswith("在全") and phrase.endswith("占比"):
            self.state.joint = ""
            return []  # 在全市占比由12.6%提高到16.8%
        if phrase.startswith(("占", "合计占", "共占")):
            phrase = phrase[phrase.index("占") :]
            base = [self.state.shared] if self.state.shared else self.state.subjects[-1:]
            if not base or count != 1 or OF_NATION.search(phrase):
                return []
            whole = _OF_WHOLE.sub("", phrase[1:])
            return [self.names.canonical(f"{base[0]}占{whole}比重" if whole else base[0] + "占比")]
        if len(phrase) < 2:
            return []
        if count == 2 and _STANDARD.fullmatch(phrase) and _BOTH_KINDS.search(self.clean, self.sentence.start, at):
            return ["城市低保" + phrase, "农村低保" + phrase]
        names = [self.names.strip(n) for n in self.names.split(phrase, count)]
        if self.state.recent and self.state.recent[-1].endswith("投资"):  # 投资增长7%。分产业看，第二产业增长9%
            names = [n + "投资" if _SECTOR.fullmatch(n) or _BY_OWNER.search(n) else n for n in names]
        if (
            growth and self.state.recent and self.state.recent[-1].endswith("增加值")
        ):  # 分经济类型看，国有控股企业增长3%
            names = [n + "增加值" if _BY_OWNER.search(n) else n for n in names]
        names = [self.names.canonical(n, kind, growth) for n in names]
        if names == ["贷款余额"]:  # 金融机构人民币各项存款余额512亿元；各项贷款余额398亿元
            saved = next((n for n in reversed(self.state.recent) if n.endswith("存款余额")), "")
            names = [_CURRENCY.sub(r"\1贷款余额", saved)] if _CURRENCY.match(saved) else names
        return names

    def _refuse(self, figure: Figure, name: str, frame: Frame, clause: int) -> str | None:
        """A reason of the closed list, "" for what is no statistic at all, None to accept."""
        return self.judge.refuse(figure, name, frame, clause, Named(self.state.place, self._elsewhere()))

    def _counted(self, group: list[Figure], words: str, clause: int) -> Observation | None:
        """新增48家规模工业企业: the counted thing stands behind the figure."""
        figure = group[0]
        if figure.kind != "count" or len(group) != 1:
            return None
        verb = _VERB_BEFORE_COUNT.search(words)
        after = _COUNTED.match(self.clean, figure.rough, self.sentence.end)
        if verb is None or after is None or self.judge.about_a_thing(clause, figure.start):
            return None
        name = self.names.canonical(self.names.strip(verb[0] + after[1]))
        if not (self.names.known(name) or self.heads["count"].search(name)):
            return None
        self.state.subjects = [name]
        return self._observation(figure, name, Frame(name, "level", 1, clause, ""), clause)

    def _observation(self, figure: Figure, name: str, frame: Frame, clause: int) -> Observation:
        sentence = self.sentence
        document = self.scene.text.document
        named = time_at(self.scene.text, sentence, figure.start, clause)
        year = year_at(self.scene.text, sentence, figure.start, clause)
        last = document.plan_year or document.year
        in_years = sentence.modality == "planned" and self.clean.find("年", clause, figure.start) >= 0
        within = _WITHIN.search(self.clean, clause, figure.start) if in_years else None
        if within is not None and last is not None:
            year = last + _in_years(within) - 1
        elif named is not None:
            self.state.year = named.last
        elif self.state.year is not None:
            year = self.state.year
        elif self._named_later(year, figure):
            year = document.year  # 目前拥有上市公司4家，2022年产业规模218亿元
        kind: ObservationKind = "target" if sentence.modality == "planned" else "actual"
        plan = document.kind == "report" or _PLAN_TITLE.search(document.title) is not None
        ahead_of_it = plan or _AHEAD.search(self.clean, self._near(figure.start), figure.start)
        if kind == "target" and self._told(figure.start):
            kind, year = "actual", document.year  # 全年争取到位资金12亿元
        elif kind == "target" and not ahead_of_it:
            kind = "actual"  # 一季度实现工业投资15亿元，新签约项目31个，计划总投资98亿元
        planned = kind == "actual" and self.clean.find("计划", clause, figure.start) >= 0
        if planned and _PLANNED.search(self.clean, max(clause - 1, 0), figure.start):
            kind = "target"  # 计划开工项目24个，实际开工27个
        if kind == "actual" and self.aimed(figure.start):
            kind = "target"
            if named is None and self.state.year is None:
                year = document.plan_year or year
        if kind == "actual" and year is not None and last and year > last:
            kind = "target"  # nobody reports on years to come
        elif kind == "actual" and document.kind != "report" and self._ensured(figure.start):
            kind = "target"  # 会议要求，要确保工业增加值增长9%
        elif kind == "actual" and document.kind == "other" and _TO_DO.match(self.clean, clause):
            kind = "target"
        elif kind == "actual" and document.plan_year and self._to_do(clause):
            kind, year = "target", year if named is not None else document.plan_year
        ahead = named is not None and document.year is not None and named.last > document.year
        if kind == "target" and not ahead and _DONE.search(self.clean, clause, figure.start):
            if _GOT.search(self.clean, clause, figure.start) and named is None:
                year = document.year
            kind = "actual"  # 年度计划投资36亿元，截至6月底已完成20亿元
        year = year or document.year or 0
        known = self.names.known(name)
        grown = (name.endswith("价格指数") and figure.value < _NO_INDEX) or (
            figure.unit == "%" and self.names.money(name)
        )
        measure: Measure = "growth" if grown else frame.measure
        place = self.state.place or self.scene.home or Ref("Region", "")
        return Observation(
            place=place,
            indicator=name + self._covered(name, measure, figure, year, (clause, kind)),
            year=year,
            value=figure.value * frame.sign,
            unit=figure.unit,
            measure=measure,
            kind=kind,
            start=figure.start,
            end=figure.end,
            rule=f"observation.{frame.measure}.{'known' if known else 'shape'}",
            confidence=0.95 if known else 0.75 if frame.measure == "growth" else 0.65,
        )

    def _ensured(self, position: int) -> bool:
        """Whether the words of the sentence before say what is to be ensured."""
        at = self.clean.rfind("确保", self._near(position), position)
        return at >= 0 and not self.clean.startswith(("了", "有", "率"), at + 2)

    def _near(self, position: int) -> int:
        """Where the words of the sentence before a position begin to matter."""
        return max(self.sentence.start, position - _FAR)

    def _to_do(self, clause: int) -> bool:
        """Whether the sentence or the clause begins with what is still to be done: 力争…, …，争取新增24家."""
        return any(rule.match(self.clean, at) for rule, at in ((_TO_DO, self.sentence.start), (_TO_GET, clause)))

    def _told(self, position: int) -> bool:
        """Whether only 争取 (which is also to obtain) makes a plan of a sentence below the heading of a review."""
        path, start = self.sentence.path, self._near(position)
        if not path or not _REVIEW.search(path[0].text) or self.clean.find("争取", start, position) < 0:
            return False
        return _STRIVES.search(self.clean, start, position) is None

    def _named_later(self, year: int | None, figure: Figure) -> bool:
        """Whether the sentence names a year, before that of the document, behind a figure only."""
        text, sentence = self.scene.text, self.sentence
        if year is None or text.document.year is None or year >= text.document.year:
            return False
        later = (time.last == year for time in times_in(text, figure.end, sentence.end))
        return not times_in(text, sentence.start, figure.start) and any(later)

    def _covered(
        self, name: str, measure: Measure, figure: Figure, year: int, said: tuple[int, ObservationKind]
    ) -> str:
        """What the name needs to say where the figure is not that of one whole year, in brackets."""
        text, start = self.scene.text, self._near(figure.start)
        clause, kind = said
        if added := qualify(text, self.sentence, name, measure, figure.unit, year, figure.start, clause, self.review):
            return added
        goes_on = text.document.kind != "report" or text.document.plan_year is None
        if goes_on and kind == "actual":  # 前三季度，…。固定资产投资增长5%。
            start = max(0, start - _PARAGRAPH)
        last = bisect_left(self.mentions, figure.start, key=lambda m: m.start)
        events = (m.end for m in self.mentions[max(0, last - _NEXT) : last] if m.type == "Event" and m.end > start)
        part = part_of_year(self.clean, max(events, default=start), figure.start)  # 一季度项目签约仪式
        return f"({part})" if part else ""

    def aimed(self, position: int) -> bool:
        """Whether the words before speak of aims, though nothing else says so: 2021年主要预期目标是：…."""
        start, path = self._near(position), self.sentence.path
        if self.clean.find("标", start, position) >= 0 and _AIM.search(self.clean, start, position):
            self.state.aim = True
        if self.clean.find("目标", start, position) >= 0 and _AIM_VALUE.search(self.clean, start, position):
            self.state.aim = True
        if self.clean.find("要", start, position) >= 0 and _SHOULD.search(self.clean, start, position):
            self.state.aim = True
        aim = self.state.aim or bool(path and _AIM_HEADING.search(path[-1].text))
        return aim and _REACHED.search(self.clean, start, position) is None

    def _shares(self) -> Iterator[Observation]:
        """三次产业结构调整为6.9:44.8:48.3 → three shares, with those before where their year is known."""
        for share in find_shares(self.clean, self.sentence.start, self.sentence.end):
            figure = Figure(share.start, share.end, share.end, share.value, "%", "percent")
            made = self._observation(figure, share.name, Frame(share.name, "level", 1, share.start, ""), share.start)
            if not share.base:
                yield made
            elif (year := base_year(self.scene.text, self.sentence, share.ratio, made.year)) is not None:
                yield dataclasses.replace(made, year=year, kind="actual")

    def _poverty(self) -> Iterator[Observation]:
        """3120户9860人实现脱贫 → households and people; 12个贫困村全部退出 → villages."""
        start, end = self.sentence.start, self.sentence.end
        if "贫" not in (text := self.clean[start:end]) and "摘帽" not in text:
            return
        for m in _POVERTY.finditer(self.clean, start, end):
            for group, name, unit in ((1, "脱贫户数", "户"), (3, "脱贫人数", "人")):
                if m[group]:
                    unit = ("万" if "万" in m[group + 1] else "") + unit
                    yield self._plain(name, float(m[group]), unit, m.start(group), m.end(group + 1))
        for m in _OUT_OF_POVERTY.finditer(self.clean, start, end):
            name = "退出贫困村" if m[2] == "村" else "脱贫摘帽县"
            yield self._plain(name, float(m[1]), "个", m.start(1), m.start(1) + len(m[1]) + 1)

    def _cut(self) -> Iterator[Observation]:
        """压减10%的一般性支出: a fall that stands before what falls."""
        if self.clean.find("%", self.sentence.start, self.sentence.end) < 0:
            return
        for m in _CUT.finditer(self.clean, self.sentence.start, self.sentence.end):
            figure = Figure(m.start(1), m.end(1) + 1, m.end(1) + 1, float(m[1]), "%", "percent")
            yield self._observation(figure, m[2], Frame(m[2], "growth", -1, m.start(), ""), m.start())

    def _plain(self, name: str, value: float, unit: str, start: int, end: int) -> Observation:
        """A level that a fixed expression states."""
        frame = Frame(name, "level", 1, start, "")
        kind = "percent" if unit == "%" else "count"
        return self._observation(Figure(start, end, end, value, unit, kind), name, frame, start)


def _in_years(within: re.Match[str]) -> int:
    """How many years 用3—4年时间 gives at most."""
    said = within["to"] or within["from"]
    return int(said) if said.isdigit() else "一二三四五六七八九十".find(said) + 1 or 2


def _heads(rows: list[tuple[str, str]]) -> dict[str, re.Pattern[str]]:
    """By kind of unit, what a name ends in that figures of this kind belong to."""
    names: dict[str, list[str]] = {}
    for kind, name in rows:
        names.setdefault(kind, []).append(name)
    return {kind: re.compile(f"(?:{'|'.join(map(re.escape, ends))})[数量]?$") for kind, ends in names.items()}


def _once(found: list[Observation]) -> list[Observation]:
    """Each fact once in a document, at its first place."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Observation] = []
    for o in found:
        key = (o.place, o.indicator, o.year, o.value, o.unit, o.measure, o.kind)
        if key not in seen:
            seen.add(key)
            kept.append(o)
    return kept


@functools.lru_cache(maxsize=4)
def _reader(lexicon: Lexicon) -> ObservationReader:
    return ObservationReader(lexicon)


def find_observations(scene: Scene, lexicon: Lexicon) -> tuple[list[Observation], list[Rejection]]:
    """The statistics that a document states for its own region or for one that it names, in order of position."""
    return _reader(lexicon).read(scene)
