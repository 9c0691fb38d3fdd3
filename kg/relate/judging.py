"""Whether a figure with a name is a statistic of a place, and why not."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from kg.relate.completions import OF_WHAT
from kg.relate.figure_events import of_a_ceremony, of_a_fair, signed_at_one
from kg.relate.figure_fits import BARE_OUTPUT, FAR, GROUPED, Fits
from kg.relate.figure_line import Line
from kg.relate.figure_owners import owners
from kg.relate.figure_sights import of_a_sight
from kg.relate.figure_small import of_single_households
from kg.relate.figure_speakers import WHOLE_AGAIN, WHOLE_PLACE, of_a_household, says_a_firm
from kg.relate.figure_things import OfThings
from kg.relate.figures import Figure
from kg.relate.frames import Frame
from kg.relate.scope import own_whole
from kg.types import Ref

_SAVED = re.compile(r"减排|节约|减少|节省")
_SAVED_FAR = 40  # characters behind 相当于 in which a list of what was saved goes on
_OF_NATION = re.compile(
    r"占(?:全国|全省|全市|全区|全州|世界|全球)(?!地区生产总值|生产总值|GDP|经济总量|一般公共|财政|固定资产|规模)"
)
_THE_ZONE = re.compile(r"(?:开发区|园区|经开区|高新区|新区|[全我]区)(?!企业|内)")
_PROSPECT = re.compile(
    r"达产|满产后|投产后|建成后|运营后|投用后|完工后|竣工后|落成后|年可实现|可年"
    r"|预计年(?:接待|产|销售|营收|营业|客流|游客|税)"
    r"|(?:产值|产量|销售额|收入|利税|利润|税收|效益)(?:预计)?可(?:达|超|突破)"
    r"|可(?:实现|新增|带动|节约|节省|减排|减少|替代|创造|提供|满足|发电|供电|供热|吸纳|容纳|安置|为[^，]{2,8}(?:节|减|创|增))(?!率)"
)
# 合作社带动农户60户，|户均增收2万元: of those whom a firm leads
_LED = re.compile(
    r"(?:带动|辐射|吸纳|惠及|联结)[^。；]{0,16}?(?:\d[\d.]*[万余多]*(?:余|多)?[户人名]|农户|村民|群众)[^。；]{0,20}$"
)
_EACH_EARNS = re.compile(r"[户人]均(?:年)?(?:增收|收入)")
# 白鹭农场2021年工作总结, 某市人民法院工作报告: the figures of a body are its own
_OF_A_BODY = re.compile(
    r"(?:农场|林场|公司|集团|银行|医院|学院|大学|学校|中学|法院|检察院|研究院)[^，。：\n]{0,12}"
    r"(?:工作报告|总结|年度报告|工作情况|工作汇报)|^(?:关于我们|发展历程|(?:公司|企业|集团)(?:简介|概况|介绍|发展历程))$"
)
_CLOCK = re.compile(r"\d(?:时|点|：)$")  # 上午9时|58分
# 最高不超过|3000万元, 对新认定企业一次性奖励|20万元: what is offered
_OFFERED = re.compile(
    r"(?:最高|上限|封顶|一次性)(?:不超过|不高于|可?给予|可?奖励|可?补助|可?补贴|资助|可达|可获|为|达)*$"
    r"|(?:^|[。；\n])(?:一是)?(?:对(?!口)|给予)[^。；]{2,80}(?:给予|奖励|补助|补贴|资助)$"
)
_INTERNAL = re.compile(r"(?:上访|信访|(?<!建议)(?<!提案)(?<!议案)办结率|见面率|答复率|办复率|采纳率)")
_PETITIONS = re.compile("[信上]访(?:总?量|[批人]次|件次)$")  # 信访总量下降12%
_PLEASED = re.compile(r"满意[率度]")
_MOTIONS = re.compile(r"建议|提案|议案|议题|工单|热线|诉求|来信|来访")
_OF_AN_INDUSTRY = re.compile(r"产业(?:集群|链)?(?:总?产值|营业收入|营收|增加值|规模)$")
_OF_A_BUILDING = re.compile(r"^(?:新增|增加)[^，]{0,6}(?:床位|学位|车位|停车位|产能|岗位|库容)")
_AIMING = re.compile(r"(?:围绕|按照|瞄准|锚定|朝着|向着|紧盯|对标)")
_YEAR_SAID = re.compile(r"年")
# 总投资3亿元|的厂房, 1—10亿元|项目4个: a thing's own figure, or the size of some
_OF_A_THING = re.compile(r"的|(?:以上|以下)?[一-龥]{0,4}项目\d+个")
_AGAINST = re.compile(r"[高低快慢]于|[高低]出|^比|比.+[高低]$|^[较比]?(?:年初|年度|全年|预期|控制)*(?:目标|计划|任务)$")
# 失业率2.3%，低于3.5%的控制目标: what was to be held
_OF_THE_AIM = re.compile(r"的[^，。；]{0,6}(?:目标|指标|任务|要求|计划|上限|红线)")
_MEASURED_BY = re.compile(r"[低高优好](?:于|出)|[超快]过|控制在[^，]{0,4}$")
_LONGEST = 36  # characters of a name
# 甲厂建成投产，完成产值3亿元: what the thing of the clause before makes or costs
_ITS_OWN = re.compile(
    r"(?:目前|现|已|年内?|全年|当年|累计|完成|实现|总|工业|出口|销售|固定资产|[，的])*(?:产值|投资|税收|利税|收入|销售额|营业收入|出口额)"
)
_ITS_POWER = re.compile(
    r"(?:年|月|今年|累计|可)*(?:发电|供电|供热|供汽|上网电量|发电量|处理|供水)"
    r"|(?:常年|年|现)*(?:存栏|出栏|饲养)[一-龥]{0,8}"
)  # 甲风电并网，年发电10亿千瓦时; 乙养殖场投用，存栏奶牛1200头
_ITS_RATE = re.compile(r"入驻率|出租率|去化率|使用率|上座率|招租率")
# 投入衔接资金480万元，实施|石桥村冷库项目: what one work costs
_ON_A_WORK = re.compile("，?(?:用于|来)?(?:实施|建成|建设|新建|修建|改造|硬化|扩建|完成)了?")
_THEN = re.compile(r"(?:去年|上年|上一年)同期(?:仅|只|则)?(?:为|是|有)?$")  # of what part of the year, nobody says
_BRACKET = re.compile(r"[”』》]?(?:项目|工程)?（")
_IN_BRACKET = 60  # characters of a bracket before a figure
_PROJECTS = re.compile("项目|(?:重点|重大)工程")
_RATIO = re.compile(r"(?:收入(?:差距)?(?:之)?比(?:值|例)?|收入差距|之比|倍差)$")
_NO_RATIO = 20


def of_another_whole(phrase: str, home: Ref | None) -> bool:
    """Whether a share is one of the nation's or of a place above: 占全省的8%; that of the own place is a statistic."""
    whole = _OF_NATION.search(phrase)
    return whole is not None and not own_whole(phrase[whole.start() + 1 :], home)


class Named(NamedTuple):
    """The place that a figure is said to be of (None: none is named), `elsewhere` where it lies outside the home."""

    ref: Ref | None
    elsewhere: bool


class Judge:
    """Judges the figures of one line."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.names = line.names
        self.scene = line.scene
        self.clean = line.clean
        self.sentence = line.sentence
        self.figures = line.figures
        self.mentions = line.mentions
        self.of_place = WHOLE_PLACE.search(self.clean, self.sentence.start, self.sentence.end)
        self.fit = Fits(line, self.of_place)
        self.things = OfThings(line, self.of_place)

    def follow(self, before: Judge) -> None:
        """Go on with what a sentence before a semicolon was about: 该公司产值8亿元；研发投入2亿元."""
        self.things.after_firm = before.things.about_a_firm(before.sentence.end)

    def refuse(self, figure: Figure, name: str, frame: Frame, clause: int, place: Named) -> str | None:
        """A reason of the closed list, "" for what is no statistic at all, None to accept."""
        if not name or (name.isascii() and not self.names.known(name)):
            return ""
        if (figure.kind == "bare" and self._without_unit(name)) or (
            figure.kind == "works" and name.endswith(("里程", "航道", "光缆线路", "公路密度", "路网密度", "楼宇"))
        ):
            return None
        if figure.kind == "bare" and figure.value < _NO_RATIO and _RATIO.search(name):
            return None  # 城乡居民收入比缩小到2.35
        if figure.kind in ("works", "bare", "scaled", "rank", "time"):
            return ""
        if figure.unit.startswith(("分", "秒")) and _CLOCK.search(self.clean, max(0, figure.start - 2), figure.start):
            return ""
        at = (figure, name, frame, clause, place)
        doubtful = (
            self._is_an_aside(*at) or self._is_of_another(*at) or not self.fit.suits(name, figure, frame, place.ref)
        )
        return "low_confidence" if doubtful else None

    def _is_an_aside(self, figure: Figure, name: str, frame: Frame, clause: int, place: Named) -> bool:
        """Whether the figure is a prospect, a saving, of a village, a sight or a fund: no statistic of the place."""
        near = max(self.sentence.start, figure.start - FAR)
        fewer = frame.measure == "growth" and _PETITIONS.search(name) is not None
        if _PROSPECT.search(self.clean, near, figure.start) or (_INTERNAL.search(name) and not fewer):
            return True
        if self._in_bracket_of_a_work(figure.start) or _OFFERED.search(self.clean, max(near - 1, 0), figure.start):
            return True
        if _SAVED.match(name) and self.clean.find("相当于", max(near, figure.start - _SAVED_FAR), figure.start) >= 0:
            return True  # 发电78亿千瓦时，相当于节约标准煤240万吨，减排二氧化碳620万吨
        if _OF_A_THING.match(self.clean, figure.rough) and frame.measure == "level" and figure.kind == "money":
            return True
        if _MEASURED_BY.search(frame.verb) and _OF_THE_AIM.match(self.clean, figure.rough):
            return True
        village = place.ref is not None and place.ref.key.endswith("村") and place.ref != self.scene.home
        if village or of_a_household(self.line, near, figure.start) or says_a_firm(self.line, figure.start):
            return True
        if _THEN.search(self.clean, clause, figure.start) or self._spent_on_a_work(figure):
            return True
        if of_single_households(self.scene.home, name, figure.kind):
            return True
        led = _EACH_EARNS.match(name) and self.scene.text.document.kind != "report"
        if led and _LED.search(self.clean, near, figure.start):
            return True
        if figure.kind == "percent" and self.clean[figure.start - 1] == "的" and self.names.money(name):
            return True  # 农民收入的80%来自烤烟
        if _PLEASED.search(name) and _MOTIONS.search(self.clean, near, figure.start):
            return True  # 办理人大代表建议126件，满意率100%
        if of_a_sight(self.line, name, place.ref, clause, figure.start):
            return True  # 金沙滩景区接待游客3万人次
        if of_another_whole(name, self.scene.home) or self._of_each(figure.start):
            return True
        if (figure.kind == "points" and _AGAINST.search(name)) or name.startswith(
            ("高于", "低于", "超过", "塌目标", "欠目标", "差目标")
        ):
            return True
        return self._is_invested(name, clause, figure.start) and not self._after_count(figure.start)

    def _spent_on_a_work(self, figure: Figure) -> bool:
        """Whether a sum goes to one named work right behind it."""
        spent = _ON_A_WORK.match(self.clean, figure.rough) if figure.kind == "money" else None
        if spent is None:
            return False
        at = bisect_left(self.mentions, spent.end(), key=lambda m: m.start)
        return (
            at < len(self.mentions) and self.mentions[at].start == spent.end() and self.mentions[at].type == "Project"
        )

    def _is_of_another(self, figure: Figure, name: str, frame: Frame, clause: int, place: Named) -> bool:
        """Whether the figure is of a ceremony, a fair, a building, a firm or another place, or of nobody knows whom."""
        near = max(self.sentence.start, figure.start - FAR)
        if figure.kind == "money" and of_a_ceremony(self.line, name, figure.start):
            return True
        if signed_at_one(self.line, name, figure.start):
            return True
        if len(name) > _LONGEST or of_a_fair(self.line, figure.start):
            return True
        if _AIMING.match(self.clean, clause) and not _YEAR_SAID.search(self.clean, clause, figure.start):
            return True  # 围绕城区人口50万的目标: of what year, nobody says
        if place.ref is None and self.of_place is None and _OF_A_BODY.search(self.scene.text.document.title):
            return True
        if place.elsewhere and not self.names.known(name):
            return True  # 江东市投入对口资金9亿元
        if (
            figure.kind == "money"
            and frame.measure == "level"
            and place.ref is None
            and OF_WHAT.fullmatch(name)
            and "引进" not in name
            and not frame.phrase.endswith("到位")
            and not self.names.known(name)
            and self.clean.find("项目", near, figure.start) < 0
        ):
            return True  # 落实资金3亿元: nobody can tell what for
        bare = figure.kind == "money" and frame.measure == "level" and BARE_OUTPUT.fullmatch(name) is not None
        if bare and place.ref is None and not self._of_the_zone(figure.start):
            return True  # 富士达项目投资5亿元，去年实现产值8亿元
        if _OF_A_BUILDING.match(name) and any(
            m.type == "Project" and m.end <= clause for m in self.mentions if m.start >= self.sentence.start
        ):
            return True
        if self.things.about_a_thing(clause, figure.start) or self._of_those(name, clause):
            return True
        if self.things.behind_a_firm(name, clause):
            return True
        own = _ITS_OWN if figure.kind == "money" else _ITS_POWER
        if (
            figure.kind == "percent"
            and _ITS_RATE.fullmatch(name)
            and any(m.type == "Project" for m in self.line.mentions_before(clause))
        ):
            return True  # 甲大厦竣工，入驻企业43家，入驻率82%
        if own.fullmatch(frame.phrase) and self.things.behind_a_thing(clause):
            return True
        if self.things.about_a_firm(figure.start) and not _OF_AN_INDUSTRY.search(name):
            return True
        # 甲公司发布年报。营业收入86亿元
        return self.line.topic.firm and place.ref is None and self.things.of_the_firm(name, figure.start)

    def _in_bracket_of_a_work(self, position: int) -> bool:
        """Whether the figure stands in the bracket that tells of one project: 甲医院新院区（|床位800张，占地120亩）."""
        start = max(self.sentence.start, position - _IN_BRACKET)
        opening = self.clean.rfind("（", start, position)
        if opening < 0 or self.clean.find("）", opening, position) >= 0:
            return False
        near = self.line.mentions_before(opening)
        works = (m for m in near if m.type in ("Project", "Organization"))
        return any(_BRACKET.fullmatch(self.clean, m.end, opening + 1) for m in works)

    def _without_unit(self, name: str) -> bool:
        """Whether an indicator is a bare number: 空气质量综合指数4.1, 农田灌溉水有效利用系数0.56."""
        return name.endswith(("指数", "性别比")) or (
            name.endswith(("系数", "死亡率", "死亡人数")) and self.names.known(name)
        )

    def _of_the_zone(self, position: int) -> bool:
        """Whether a text of a zone speaks of it in this sentence, and of no firm or work: 园区力争产值达到90亿元."""
        home, start = self.scene.home, self.sentence.start
        if home is None or home.type != "Zone" or _THE_ZONE.search(self.clean, start, position) is None:
            return False
        return not any(m.type in ("Enterprise", "Project") and m.end <= position for m in self.mentions)

    def _of_those(self, name: str, clause: int) -> bool:
        """Whether a name goes on with a count: 等3户企业产值均超5亿元."""
        at = bisect_left(self.figures, clause, key=lambda f: f.rough)
        counted = at < len(self.figures) and self.figures[at].rough == clause and self.figures[at].kind == "count"
        if counted and "总" not in name and self.clean.startswith(("村", "乡镇", "社区"), clause):
            return True  # 13个村集体经营性收入超100万元; not 59个村集体经济总收入, which is the sum
        return counted and name.startswith(("企业", "项目", "公司")) and not self.names.known(name)

    def _is_invested(self, name: str, clause: int, position: int) -> bool:
        """Whether a name is that of a sum that projects or a zone cost: 总投资; 松泉产业园总投资."""
        if (m := GROUPED.search(name)) is None:
            return False
        zone = any(clause <= x.start and x.end <= position for x in self.mentions if x.type == "Zone")
        return m.start() == 0 or (zone and "项目" not in name)

    def _of_each(self, position: int) -> bool:
        """Whether the sentence speaks of each of several parts: 每个园区完成投资5亿元，税收增长8%."""
        start = max(self.sentence.start, position - FAR)
        if self.clean.find("每", start, position) < 0:
            return False
        last = max((m.end() for m in owners().part.finditer(self.clean, start, position)), default=0)
        return last > 0 and WHOLE_AGAIN.search(self.clean, last, position) is None

    def _after_count(self, position: int) -> bool:
        """Whether the sentence counted projects before: 引进项目31个，总投资….."""
        first = bisect_left(self.figures, position - FAR, key=lambda f: f.start)
        last = bisect_left(self.figures, position, key=lambda f: f.start)
        return any(
            f.kind in ("count", "works") and _PROJECTS.search(self.clean, max(0, f.start - 8), f.rough + 12)
            for f in self.figures[first:last]
        )
