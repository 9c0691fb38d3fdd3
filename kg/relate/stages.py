"""Status attributes: the stage of every project of a sentence, with the year for which it is said."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from kg.ontology import Lexicon
from kg.relate.generic import is_kind
from kg.relate.scenery import is_title, said_again, sentences_with_mentions
from kg.relate.seats import seated_elsewhere
from kg.relate.status import Stage, StatusVerbs
from kg.relate.status_cues import in_title
from kg.relate.status_lists import clauses, lists
from kg.relate.years import time_at, times_in, year_at
from kg.types import Attribute, Document, Mention, Modality, Ref, Scene, Sentence, Span

_THINGS = ("Project", "Zone", "Enterprise")
_SITES = ("Project", "Zone", "Event")
_PROJECT_LIST = re.compile(
    r"^[”』]?(?:[、和及与](?:(?!投资|公司|集团)[^，。；：]){0,40})?等?(?:[\d一二三四五六七八九十]+余?个|一批)?(?:省|市|省市|亿元以上|[0-9]+亿元以上)?(?:重点|重大|产业|在建|工业|园区){0,3}项目"
)
_BUILT_AFTER = re.compile(
    r"^[”』]?(?:、[^，。；]{0,40})?(?:[和及与][^，。；、]{2,14})?(?:等(?!.{0,12}(?:改革|试点))[^，。；]{0,14}?)?(?:项目|片区|园区|小镇|园中园|[“”]){0,3}(?:[一二三]期)?(?:全面|顺利|成功|正式|扎实|加快|开发|征拆|规划|投入"
    r"|于(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|初|份|[上中下]旬)?|确保|力争|争取|上半年|下半年|年内|年底前?|今年|正在?|已|抓紧|陆续|先后|相继|早日|尽快)*"
    r"(?:施工(?:现场|工地|正)|揭牌|挂牌(?!督办|保护|出让|上市)|通过[^，。；]{0,6}验收|获批(?:设立|建设)|建设|开工|建成|竣工|开园|投产|投用|运营|封顶|推进|启动|动工|“清零|封关|(?:挂牌|揭牌)运营|启用|完工|征拆|征迁|更新改造|提质改造|初具规模|初具雏形|初见雏形|改造(?=[，。；、]|$|全面|顺利|正式|加快|有序)|开发(?=[，。；、与和]|$))"
)
_BUILT_BEFORE = re.compile(
    r"(?:建设|开发|开工|建成|建好|规划建设|谋划建设|改造|启动|打造|新建|加快建设|规划|谋划|布局|新建|筹建|创建|构建)(?:[^，。；、]{0,4}、|[^，。；]{1,24}、|[^，。；]{1,20}[和及与])?(?:[^，。；、的]{0,6}|[^，。；、的]{2,12}的)[“『]?$"
)
# what a verb in front of a list of zones builds ends with the list: 建成甲园、乙园道路 builds a road
_LIST_ENDS = re.compile(
    r"[”』》]?(?:$|[，。；：、！？\n（]|[和与及]|以及|等|建设|开发|项目|园区|工程|规划|核心区|启动区|起步区|[一二三四]期|\d|[一二两三四五六七八九十]大|的(?:建设|开发))"
)
_AHEAD = 200  # characters of a clause behind a name that tell whether it is built
_LOCATOR = re.compile(  # 在甲新区建设…, 依托甲园区打造…: the zone is where or with what something is done
    r"(?:在|坚持|依托|围绕|对接|服务|融入|借助|抢抓|迎来|加入|承接|比邻|毗邻|环绕?|落户|入驻|位于|坐落于|辐射)(?:(?:(?!打造|建设|新建|规划|谋划|推进|加快|启动)[^，。；、]){1,12}、){0,3}[“]?$"
)
_NOT_BUILT = re.compile(  # 推进甲园、乙园等园区食品加工业建设, 抓好甲片区旅游开发: something in the zone
    r"[”』]?(?:、[^，。；、]{2,12}){0,4}(?:[和及与][^，。；、]{2,12})?(?:等[^，。；、]{0,4})?(?:[^，。；、]{0,4}加工业|产业|旅游|服务业|工业)(?:开发|发展|建设|招商)(?!区|区域)"
    r"|"
    r"[”』]?(?:[^，。；]{0,24})?(?:一体化|同城化|融合发展|联动发展|协同发展|合作共建|为(?:契机|机遇|总揽|统领|牵引))"
)
_PLAN_OF = re.compile(
    r"[”』]?的?(?:控规|总规|详规|城市设计|概念性?规划|规划编制|(?:控制性|修建性)?(?:总体|详细|概念性|专项|国土空间)规划)"
)
_LAMPS_OF = re.compile(  # 启动北环路、南环路等5条道路路灯改造: the lamps are renewed, not the roads
    r"[”』]?(?:、[^，。；、]{2,12}){0,6}(?:[和与及][^，。；、]{2,12})?等?\d*[条座个处]?(?:道路|街道|路段|小区|社区|主干道|主次干道|大街)(?:沿线|两侧)?"
    r"(?:路灯|绿化|亮化|管网|牌匾|标线|照明|排水|雨污|立面|非机动车道|人行道)"
    r"|[”』]?(?:、[^，。；、]{2,12}){0,4}(?:[和与及][^，。；、]{2,12})?等?(?:沿线|两侧)?(?:供热|供水|给水|燃气|电力|通信|通讯|雨污|排水|弱电|地下|架空|强电){1,4}"
    r"(?:管线|管网|管道|线路|杆线|缆线)(?:迁移|迁改|改造|铺设|改迁|入地|更新)"
    r"|[”』]?等?(?:沿线|两侧)?(?:户外)?(?:路灯|牌匾|标线|非机动车道|人行道|样板)"
)
_BESIDE = re.compile(r"[”』》]?(?:两侧|沿线|周边|附近|沿岸)(?!开发|整治|改造|综合)")  # 优化甲大道两侧产业布局
_FIRST_OF = re.compile(r"其中|项目中，")
_OF_WHICH = re.compile(r"[“]?(?:据介绍|据了解|据悉)?，*(?:其中|包括|涉及|涵盖|主要有|主要包括)")
_COSTS = re.compile(r"[”』》]?(?:项目)?(?:计划|预计|概算)?总投资[约近达超额]*\d")  # 其中，甲产业园总投资68亿元
_GROWS = frozenset({"建设", "高标准建设", "高水平建设"})
_BUILDS = frozenset({"建设", "投建", "打造", "新建", "投资建设", "拟投资"})
_SETTLES = frozenset({"落户", "落地", "落户建设"})  # 签订协议，甲项目将落户…
_WILL_INVEST = re.compile(r"(?:拟|计划|预计|将)(?:再|总|分期)?投资[^，。；]{0,8}\d[^，。；]{0,8}，$")
_OPENS_FIRM = re.compile(  # 甲公司正式投产, 乙支行挂牌营业
    r"[”』》]?(?:正式|顺利|成功|如期|全面|现已|已|于[^，。；于]{2,10}){0,6}"
    r"(?:建成投产|竣工投产|投产|试生产|开业|挂牌营业|开门营业|开张营业|试营业|营业(?!收|额|利|税|执|网|部|厅))"
    r"(?!仪式|达产后|后|以来|庆典|企业|项目)"
    r"|[”』》]?(?:、[^，。；]{0,40})?等(?:一批|\d+余?[家户]|大)?[^，。；、]{0,6}企业(?:相继|先后|陆续|顺利|正式)*(?:建成投产|竣工投产|投产|开业)"
)
_AGREED = re.compile(r"签订|签署|签约|达成[^，。；]{0,8}协议")  # 签订协议，投资9亿元建设…: so far it is signed
_AGREES = re.compile(
    r"(?:目前|现)?(?:已经?|正式|成功)*(?:与|同|和)[^，。；]{2,24}?(?:正式|成功)?(?:签订|签署|签约|达成)"
)
_TITLE = re.compile(  # ——甲项目。总投资3亿元，建设…
    r"(?:^|[\n。；])[^，。；：\n]{2,40}(?:项目|工程|基地|产业园)[。：]\n?$"
)
_TITLE_ENDS = tuple(head + end for head in ("项目", "工程", "基地", "产业园") for end in ("。", "：", "。\n", "：\n"))
_INTENDS = re.compile(r"(?:拟|将|计划|有望|即将|预计)[^，。；]{0,30}$")
_YEAR_END = re.compile(r"(?<=\d年)(?:年?底|末)前?(?!已|正式|，)")
_AIM = re.compile(
    r"[^，。；、：]{0,6}?(?:力争|确保|力促|(?<!成功)争取)(?!了|到)"
)  # 确保甲项目竣工、乙项目开工, in news
_CEREMONY = re.compile(
    r"(.{3,}?)(?:工程|建设)?(?:集中|正式)?(开工|动工|奠基|签约|竣工|投产|落成|通车|开园|开业)(?:仪式|典礼)"
)
_PLAN = re.compile(r"(?:规划|计划|方案|要点|清单|意见)(?:纲要|的通知|（[^）]{1,20}）)*$")  # titles of plans
_PLAN_OF_A_YEAR = re.compile(r"(?:计划|安排|安排意见|工作方案|实施方案|工作要点)(?:的通知|（[^）]{1,20}）)*$")
_NOUNS = ("项目", "工程", "该", "此", "这")
_THING = (
    r"(?:[^，。；的]{0,4})(?:项目|工程|基地|园区|产业园|[校院馆厂园]区?|中心|大桥|桥梁?|隧道|公路|高速|铁路|道路|线路|机场|码头"
    r"|水库|电站|电厂|综合体|片区|小镇|广场|公园|生产线|平台)"
)
_AFTER_NOUN = (  # 项目负责人, 项目的, 项目建设: something about projects
    r"(?!化|部|库|数|经理|负责人|指挥部|总数|资金|的|建设|落地|招引|招商|签约|服务|审批|管理|推进"
    r"|[^，。；]{0,3}\d+[个项])"
)
_THIS = re.compile(r"[“]?(?:目前，)?(?:该|此|这个|这一|这座|这条)" + _THING + _AFTER_NOUN)
_THIS_OR_IT = re.compile(
    r"[“]?(?:目前，)?(?:(?:该|此|这个|这一|这座|这条|本)" + _THING + r"|(?:整个|目前)?(?:项目|工程))" + _AFTER_NOUN
)
_PHASE = re.compile(r"[一二三四首]期|第[一二三四]阶段|部分|\d{1,4}号|首条|首批(?!产品)|首台|[一二三四]标段|[ABCD]区")
_ENDS = frozenset({"", *"，。；、！？”）\n"})
_BEGUN_SINCE = re.compile(  # 自2017年开工以来进展顺利
    r"((?:19|20)\d\d)年(?:\d{1,2}月份?)?(?:\d{1,2}日)?(?:正式|全面)?((?:开工|动工|启动|奠基)(?:建设)?)以来"
)
_MONTH = re.compile(r"\d{1,2}月")
_OWN_PHASE = re.compile(r"[”』》]?(?:项目|工程|基地)?(?:[一二三四首]期|启动区|首批(?!产品)|首段|先行区|起步区)(?!规划)")
_MOVED = re.compile(r"整体(?:搬迁|迁建|搬入)$")
_AT_ONCE = 4  # characters before a project with which a sentence begins
_REACH = 250  # characters for which a project stays what is spoken of
_FAR = 400  # characters before a clause, a stage or a sentence that say what it is, or when
_LONG = 2000  # characters before a thing in which a sentence says that it is a deed for the people
_STILL = re.compile(  # …于2021年9月开工，计划2024年底建成通车
    r"(?:目前|现|已|于|预计|计划|将|拟|有望|力争|确保|争取|可|当年|今年|明年|去年|年底|年内|上半年|下半年|[一二三四]季度"
    r"|\d{4}年|\d{1,2}月份?|\d{1,2}日|底|前|上旬|中旬|下旬|初|末|正式|全面|顺利|、|最快|届时|首台机组|全线|整体|全部|并"
    r"|[春夏秋冬]季|供暖季|采暖季|春节|国庆|元旦|暑期|主体(?:工程|结构)?|基本|进入)+"
    r"(?:[内外]部装修|装修|设备安装|设备调试|安装调试|收尾|开工|动工|奠基|建成|竣工|完工|投产|投入|投用|投运|通车|试|交付|启用|运营|开业|达产|封顶|签约)"
    r"|(?:目前|当前|现|眼下|如今)?(?:，)?(?:项目|工程)?(?:正|正在|正以)[^，。；]{0,8}(?:推进(?:项目)?建设|建设|施工|装修|安装|调试|试生产|试运行)"
)
_HEADING = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。；！？]{2,30}")
_NUMBER = re.compile(r"\s*(?:[①-⑳]|（?\d{1,2}[.、）])")
# what is finished is what was begun: 计划2025年9月开工，2026年底投产 says no more than that it is planned
_TO_FINISH = re.compile(
    r"建成|竣工|完工|投产|投用|投运|投入|通车|交付|启用|运营|开业|开园|达产|达效|封顶|落成|试生产|试运行|使用|完成|贯通|并网|通水|通航"
)
_LISTED = re.compile(r"(?:包括|涉及|涵盖|分别是|分别为|其中有|主要有|有：|：)$")


class StageReader:
    """Reads the status of projects, of zones that are being built, and of enterprises listed as projects."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._verbs = StatusVerbs(lexicon)
        self._lexicon = lexicon

    def read(self, scene: Scene) -> list[Attribute]:
        news = _tells(scene)
        found: list[Attribute] = [*self._ceremonies(scene), *self._spoken(scene, news)]
        clean = scene.text.clean
        members = _members(scene)
        series: Stage | None = None  # of a row of sentences, each on a project
        till = 0  # where the last sentence of that row ends
        announced: Stage | None = None  # 全市31个项目集中开工。其中，…
        for sentence, mentions in sentences_with_mentions(scene):
            before, announced = announced, None
            if news:
                announced = self._verbs.counted(clean, sentence.start, sentence.end, "done")
            if sentence.part == "glossary" or not any(m.type in _THINGS or m.key in members for m in mentions):
                continue
            site = "会场" in clean[sentence.start : min(sentence.end, sentence.start + 40)]  # 主会场设在甲项目现场
            if before is not None and not site and not _OF_WHICH.match(clean, sentence.start):
                before = None
            # 其中，甲项目总投资…。乙项目总投资…。: the items of one announcement
            series = before or (series if sentence.start == till and _goes_on(clean, sentence, mentions) else None)
            till = sentence.end
            found += self._sentence(scene, sentence, mentions, members, series or announced, news)
            if series is None and announced is not None and _FIRST_OF.search(clean, sentence.start, sentence.end):
                series = announced  # 集中开工16个项目，其中，甲项目…；乙项目…
        return _not_begun(scene, found)

    def _spoken(self, scene: Scene, news: bool) -> Iterator[Attribute]:
        """该项目于去年11月签约: a stage of the project that the sentences before were about."""
        clean = scene.text.clean
        pattern = _THIS_OR_IT if news else _THIS
        topic: Mention | None = None
        spoken = 0
        to_begin: str | None = None  # the key of the topic if its start is still to come
        titled = False  # the sentence before was no more than the name of a project, or a field below it
        for sentence, mentions in sentences_with_mentions(scene):
            if sentence.part == "glossary" or (topic is None and not mentions):
                continue
            if _HEADING.fullmatch(clean, sentence.start, sentence.end):
                topic, titled = None, False
            projects = _outermost([m for m in mentions if m.type == "Project"])
            words = clean[sentence.start : sentence.end]
            told = titled or any(n in words for n in (*_NOUNS, *((topic.key[-2:], topic.key[:4]) if topic else ())))
            if topic is not None and not projects and told:
                modality: Modality | Literal["clause"] = "clause" if news else sentence.modality
                going = titled
                for clause in clauses(clean, sentence.start, sentence.end):
                    this = pattern.match(clean, clause.start, clause.end)
                    opens = this.end() if this else said_again(clean, clause.start, topic)
                    if opens is None and (not going or any(clause.start <= m.start < clause.end for m in mentions)):
                        continue
                    going = True
                    at = Mention(
                        clause.start, clause.start if opens is None else opens, topic.type, topic.key, topic.rule, 1.0
                    )
                    when = _when(scene, clause, modality)
                    stage = self._verbs.stage(clean, [at], clause, clause.end, when)
                    if stage is None or stage.rule != "status.after" or stage.confidence <= 0.8:
                        continue
                    ends = clean[stage.span.end : stage.span.end + 1] in _ENDS
                    if stage.span.start - at.end > 14 or (stage.status == "building" and not ends and not titled):
                        continue
                    stage = _of_phase(clean, at.end, stage)
                    if stage is not None and to_begin == topic.key and _is_finish(clean, stage):
                        stage = None
                    if stage is not None:
                        spoken = clause.end
                        to_begin = topic.key if stage.status == "planned" else None
                        stage = Stage(stage.status, stage.span, "status.topic", 0.75)
                        yield from self._emit(scene, sentence, [topic], stage, clause, {})
            titled = is_title(clean, sentence, [m for m in mentions if m.type in _SITES], titled)
            if projects:
                if topic is not None and projects[0].key.startswith(topic.key) and pattern.match(clean, sentence.start):
                    spoken = sentence.end
                    continue  # 该项目分三期建设，一期投资12亿元
                one = len({m.key for m in projects}) == 1 or projects[0].start - sentence.start <= 12
                listed = len(projects) > 1 and projects[1].start - projects[0].end <= 6
                topic = projects[0] if one and not listed else None
                spoken = sentence.end
            elif sentence.end - spoken > _REACH:
                topic = None

    def _ceremonies(self, scene: Scene) -> Iterator[Attribute]:
        """玻璃基地开工仪式 as the name of an event: the project whose name it begins with was started."""
        events = [(m, c) for m in scene.mentions if m.type == "Event" and (c := _CEREMONY.fullmatch(m.key))]
        if not events or scene.text.document.kind == "report":
            return
        projects = {m.key.removesuffix("项目"): m for m in reversed(scene.mentions) if m.type == "Project"}
        for event, ceremony in events:
            project = projects.get(ceremony[1].removesuffix("项目"))
            status = self._verbs.done(ceremony[2])
            at = scene.text.clean.find(ceremony[2], event.start, event.end)
            if project is not None and status and at >= 0:
                year, end = scene.text.document.year, at + len(ceremony[2])
                yield Attribute(project.ref, "status", status, at, end, "status.ceremony", 0.85, year=year)

    def _sentence(
        self,
        scene: Scene,
        sentence: Sentence,
        mentions: tuple[Mention, ...],
        members: dict[str, list[Mention]],
        announced: Stage | None,
        news: bool,
    ) -> Iterator[Attribute]:
        clean = scene.text.clean
        spans = list(clauses(clean, sentence.start, sentence.end))
        topic: list[Mention] = []
        told_of = False  # whether a stage of the topic was said already
        to_begin = False  # whether that was a start still to come
        carried: Stage | None = None
        pushed: Stage | None = None
        parts_of = next((m.start for m in mentions if m.type == "Project" and m.start - sentence.start <= 12), None)
        if parts_of is None and news and _below_a_title(clean, sentence):
            parts_of = sentence.start - 1
        if parts_of is None and news and _THIS.match(clean, sentence.start):
            parts_of = sentence.start - 1  # 该项目总投资9亿元，建设甲生产线
        modality: Modality | Literal["clause"] = "clause" if news else sentence.modality
        signed = _AGREED.search(clean, sentence.start, sentence.end) if news else None
        for clause in spans:
            at = bisect_left(mentions, clause.start, key=lambda m: m.start)
            to = bisect_left(mentions, clause.end, lo=at, key=lambda m: m.start)
            inside = [m for m in mentions[at:to] if m.end <= clause.end]
            things = [m for m in inside if m.ref != scene.home and _is_thing(clean, m, clause, members)]
            far = {m for m in things if m.type == "Zone" and seated_elsewhere(self._lexicon, m.key, scene.home)}
            things = _outermost([m for m in things if m not in far])
            groups = lists(clean, things, self._verbs)
            if not groups:
                stage = self._of_topic(scene, clause, topic[-1], told_of, modality, inside) if topic else None
                if stage is not None and not (to_begin and _is_finish(clean, stage)):
                    to_begin = stage.status == "planned"
                    yield from self._emit(scene, sentence, topic, stage, clause, members)
                continue
            topic, told_of = [], False
            for i, group in enumerate(groups):
                stop = groups[i + 1][0].start if i + 1 < len(groups) else clause.end
                begin = groups[i - 1][-1].end if i else clause.start
                when = _when(scene, Span(begin, stop), modality)
                if _BEGUN_SINCE.search(clean, begin, stop):
                    when = "done"
                if when == "clause" and _AIM.match(clean, clause.start, group[0].start):
                    when = "planned"
                if each := self._verbs.each(clean, group, stop, "planned" if when == "planned" else "done"):
                    topic, told_of, to_begin = group, True, False
                    for mention, stage in zip(group, each, strict=True):
                        yield from self._emit(scene, sentence, [mention], stage, clause, members)
                    continue
                stage = self._verbs.stage(clean, group, Span(begin, clause.end), stop, when)
                if stage is None and i == 0 and group[-1].end == clause.end and when == "done":
                    stage = _moved(clean, group[0])
                if i == 0 and stage is not None and _consists(clean, stage) and self._will_invest(scene, clause):
                    stage = Stage("planned", stage.span, stage.rule, 0.75)
                if stage is not None and _OWN_PHASE.match(clean, group[-1].end, stop):
                    stage = _of_phase(clean, group[-1].end, stage)
                    if stage is None:
                        continue
                if news and parts_of is not None and parts_of < clause.start and _consists(clean, stage):
                    continue  # 甲项目总投资3亿元，建设乙生产线: what it consists of
                going = stage is not None and stage.confidence == 0.6 and group[0].start - clause.start <= 2
                if going and pushed is not None and i == 0:
                    stage = pushed  # 推进A、B提质，C、D建设
                elif stage is not None and stage.rule == "status.before":
                    pushed = stage if stage.status == "building" and self._verbs.pushes(clean, stage.span) else None
                if stage is None:
                    stage = carried or self._from_heading(scene.text.document, clean, sentence, group, clause)
                    stage = stage or self._announced(clean, sentence, clause, group, announced, news)
                elif news and _may_be_agreed(clean, stage):
                    stage = _agreed(clean, sentence.start, clause.start, signed) or stage
                elif stage.rule == "status.before" and _LISTED.search(clean[begin : group[0].start]):
                    carried = stage  # 签约的项目包括A，B，C: what follows was signed too
                topic, told_of = group, stage is not None
                to_begin = stage is not None and stage.status == "planned"
                for was in self._verbs.history(clean, begin, group[0].start):
                    yield from self._emit(scene, sentence, group[:1], was, clause, members)
                if stage is not None:
                    yield from self._emit(scene, sentence, group, stage, clause, members)

    def _of_topic(
        self,
        scene: Scene,
        clause: Span,
        topic: Mention,
        told_of: bool,
        modality: Modality | Literal["clause"],
        inside: list[Mention],
    ) -> Stage | None:
        """The stage that a clause without a thing of its own tells of the topic: …，已于去年开工."""
        clean = scene.text.clean
        agrees = _AGREES.match(clean, clause.start, clause.end) is not None  # 已与和泰集团签订框架协议
        told = told_of and _STILL.match(clean, clause.start, clause.end) is None
        if not agrees and (inside or told):
            return None
        stage = self._verbs.stage(clean, [_at(topic, clause)], clause, clause.end, _when(scene, clause, modality))
        if stage is None or stage.rule != "status.after" or stage.confidence <= 0.8:
            return None
        if not agrees and stage.span.start - clause.start > 12:
            return None
        return _of_phase(clean, clause.start, stage)

    def _announced(
        self,
        clean: str,
        sentence: Sentence,
        clause: Span,
        group: list[Mention],
        announced: Stage | None,
        news: bool,
    ) -> Stage | None:
        """The stage of all that is listed: 集中开工16个项目，其中，甲项目…; of a project also that of the ceremony."""
        told = announced
        if (
            told is None
            and clause.start > sentence.start
            and (_OF_WHICH.match(clean, clause.start) or clean.endswith("项目中", 0, clause.start - 1))
        ):
            told = self._verbs.counted(clean, sentence.start, clause.start, "done" if news else sentence.modality)
        if told is not None and group[0].type in ("Project", "Zone"):
            return told
        return self._verbs.venue(clean, sentence.start, group[-1]) if news and group[0].type == "Project" else None

    def _will_invest(self, scene: Scene, clause: Span) -> bool:
        """Whether the words before a clause promise the money: 甲公司计划投资8亿元，在松泉县建设…"""
        return _WILL_INVEST.search(scene.text.clean, max(0, clause.start - 40), clause.start) is not None

    def _from_heading(
        self, document: Document, clean: str, sentence: Sentence, group: list[Mention], clause: Span
    ) -> Stage | None:
        """Items under 竣工项目 are completed though their own lines do not say so."""
        plan = _PLAN_OF_A_YEAR.search(document.title) is not None
        if group[0].type == "Project":
            labelled = clean[clause.start - 1 : clause.start] == "："
            label = clean[_part_before(clean, sentence, clause) : clause.start] if labelled else ""
            over = sentence.path[-1] if sentence.path else None
            right = over is not None and (sentence.list_item or 0 <= sentence.start - over.end <= 1)
            said = label or (over.text if over is not None and right else "")
            if said and (status := self._verbs.label(said, "planned" if plan else sentence.modality)):
                return Stage(status, Span(group[0].start, group[0].end), "status.label", 0.75)
        numbered = bool(_NUMBER.match(clean, sentence.start))
        deeds = any("实事" in h.text for h in sentence.path)
        before = max(sentence.start - (_FAR if numbered else 60), group[0].start - _LONG, 0)
        deeds = deeds or "实事" in clean[before : group[0].start]
        if deeds and sentence.modality == "planned":
            return Stage("planned", Span(group[0].start, group[0].end), "status.heading", 0.6)
        if not sentence.list_item:
            return None
        for heading in reversed(sentence.path):
            if status := self._verbs.named(heading.text, "planned" if plan else "done"):
                return Stage(status, Span(group[0].start, group[0].end), "status.heading", 0.7)
        return None

    @staticmethod
    def _undated(scene: Scene, sentence: Sentence, stage: Stage, clause: Span) -> bool:
        """Whether neither the clause nor the beginning of the sentence names the year of a stage."""
        time = time_at(scene.text, sentence, stage.span.start, max(clause.start, stage.span.start - _FAR))
        if time is None:
            return True
        of_other = time.start < clause.start and scene.text.clean[time.start - 1] == "于"
        return of_other and time.start - sentence.start > 1  # 甲项目于2021年投产，

    def _when_said(self, scene: Scene, sentence: Sentence, stage: Stage, clause: Span) -> tuple[int | None, Modality]:
        """The year of a stage, and whether it is still to come."""
        clean, document = scene.text.clean, scene.text.document
        near = max(clause.start, stage.span.start - 16), min(clause.end, stage.span.start + 8)
        if (since := _BEGUN_SINCE.search(clean, *near)) and since.start(2) == stage.span.start:
            return int(since[1]), "done"
        begin = max(clause.start, stage.span.start - _FAR)
        year, now = year_at(scene.text, sentence, stage.span.start, begin), document.year
        before = _part_before(clean, sentence, clause)
        if _MONTH.match(clean, clause.start):  # 今年1月摘牌，2月动工: the year named before
            named = times_in(scene.text, before, stage.span.start)
            year = named[-1].last if named else now
        elif document.kind == "news" and self._undated(scene, sentence, stage, clause):
            # 2021年投产，三期正在调试: the year is that of the other clause, unless that is no more than a year
            alone = [
                t for t in times_in(scene.text, before, clause.start) if clause.start - before - (t.end - t.start) < 4
            ]
            year = alone[-1].last if alone else (now or year)
        ahead = stage.status == "planned" or (year is not None and now is not None and year > now)
        if ahead:
            return year, "planned"
        if stage.status != "building":
            return year, "done"
        if clean[stage.span.start - 1] == "已":
            return year, "done"
        if document.kind == "news" and (done := self._verbs.done(clean[stage.span.start : stage.span.end])) is not None:
            return year, "done" if done == stage.status else "planned"  # 预计年底投产
        return year, sentence.modality

    def _emit(
        self,
        scene: Scene,
        sentence: Sentence,
        group: list[Mention],
        stage: Stage,
        clause: Span,
        members: dict[str, list[Mention]],
    ) -> Iterator[Attribute]:
        clean = scene.text.clean
        year, modality = self._when_said(scene, sentence, stage, clause)
        kept = stage
        for mention in group:
            stage = kept
            if (
                mention.type == "Zone"
                and stage.status == "planned"
                and clean[stage.span.start : stage.span.end] in _GROWS
            ):
                stage = Stage("building", stage.span, stage.rule, stage.confidence)  # a zone that stands is built on
            own = mention.type == "Enterprise" and mention.key in members
            targets = [mention] if mention.type in ("Project", "Zone", "Enterprise") and not own else []
            for m in targets + members.get(mention.key, []):
                yield Attribute(
                    entity=m.ref,
                    property="status",
                    value=stage.status,
                    start=stage.span.start,
                    end=stage.span.end,
                    rule=stage.rule,
                    confidence=stage.confidence if m is mention else stage.confidence - 0.2,
                    year=year,
                    modality=modality,
                )


def _part_before(clean: str, sentence: Sentence, clause: Span) -> int:
    """Where the part of a sentence begins that stands before a clause: 甲路竣工，|续建项目：|乙桥."""
    start, end = max(sentence.start, clause.start - _FAR), max(clause.start - 1, sentence.start)
    return max(start, *(clean.rfind(c, start, end) + 1 for c in "，；。"))


def _may_be_agreed(clean: str, stage: Stage) -> bool:
    """Whether a stage tells of works that a contract may be about: 建设甲项目, 甲项目将落户…"""
    verb = clean[stage.span.start : stage.span.end]
    return (stage.rule == "status.before" and verb in _BUILDS) or (stage.status == "planned" and verb in _SETTLES)


def _agreed(clean: str, start: int, end: int, signed: re.Match[str] | None) -> Stage | None:
    """The stage of what a contract is about that the words before a clause tell of: 拟与某市签订协议，投资建设…"""
    if signed is None or signed.end() > end:
        return None
    to_come = _INTENDS.search(clean, max(start, signed.start() - _FAR), signed.start()) is not None
    return Stage("planned" if to_come else "signed", Span(*signed.span()), "status.agreed", 0.75)


def _moved(clean: str, thing: Mention) -> Stage | None:
    """县一中整体搬迁，…: a name that is a clause of its own and says what was done."""
    moved = _MOVED.search(clean, thing.start, thing.end)
    return Stage("completed", Span(*moved.span()), "status.name", 0.65) if moved else None


def _goes_on(clean: str, sentence: Sentence, mentions: tuple[Mention, ...]) -> bool:
    """Whether a sentence tells of a next project in the same paragraph: …。乙项目总投资11亿元，…"""
    if sentence.start == 0 or clean[sentence.start - 1] == "\n":
        return False
    first = next((m for m in mentions if m.type == "Project"), None)
    return first is not None and first.start - sentence.start <= _AT_ONCE


def _consists(clean: str, stage: Stage | None) -> bool:
    """Whether a stage comes from a bare 建设 before its project, which after another project tells of its parts."""
    return stage is not None and stage.rule == "status.before" and clean[stage.span.start : stage.span.end] in _BUILDS


def _is_finish(clean: str, stage: Stage) -> bool:
    """Whether a stage is that of work that is finished, which what is still to begin cannot be."""
    return (
        stage.status in ("building", "completed", "operating")
        and _TO_FINISH.search(clean, stage.span.start, stage.span.end) is not None
    )


def _not_begun(scene: Scene, found: list[Attribute]) -> list[Attribute]:
    """The stages without an end in a year to come as a sign of building: 预计2027年投产, of what nobody has begun.

    It says that the thing is planned, and nothing where it is said to be planned, signed or being built.
    """
    document = scene.text.document
    now = document.plan_year if document.kind == "report" else document.year
    clean = scene.text.clean

    def ends_later(a: Attribute) -> bool:
        later = now is not None and a.year is not None and a.year > now
        return later and a.value == "building" and _TO_FINISH.search(clean, a.start, a.end) is not None

    if not any(ends_later(a) for a in found):
        return found
    said: dict[Ref, set[str]] = {}
    for a in found:
        if not ends_later(a):
            said.setdefault(a.entity, set()).add(a.value)
    kept: list[Attribute] = []
    for a in found:
        if ends_later(a) and (others := said.get(a.entity, set())) <= {"planned", "signed"}:
            if others:
                continue
            a = dataclasses.replace(a, value="planned", modality="planned")
        elif ends_later(a) and "building" in said[a.entity]:
            continue  # 正在加快建设，预计2027年投产
        kept.append(a)
    return kept


def _tells(scene: Scene) -> bool:
    """Whether each clause says by itself what is done and what is to come: news do, reports and plans have sections."""
    document = scene.text.document
    if document.kind == "report" or (document.kind == "news" and not _PLAN.search(document.title)):
        return document.kind == "news"
    body = [s for s in scene.text.sentences if s.part == "body"]
    return sum(s.modality == "planned" for s in body) < 0.8 * len(body)


def _when(scene: Scene, clause: Span, modality: Modality | Literal["clause"]) -> Modality | Literal["clause"]:
    """The modality of a clause: planned where it names a year to come (2024年投产, in news of 2022)."""
    document = scene.text.document
    now = document.plan_year if document.kind == "report" else document.year
    if now is None or modality == "planned":
        return modality
    named = times_in(scene.text, clause.start, clause.end)
    if modality == "clause" and any(t.last == now and _YEAR_END.match(scene.text.clean, t.end) for t in named):
        return "planned"  # 2023年底投产, in news of that year
    return "planned" if any(t.first > now for t in named) else modality


def _of_phase(clean: str, start: int, stage: Stage) -> Stage | None:
    """What 一期已投产 says of the whole: that it is being built; of a phase to come nothing."""
    if stage.span.start >= start and not _PHASE.search(clean, start, stage.span.start):
        return stage
    if stage.status in ("planned", "signed"):
        return None
    return Stage("building", stage.span, stage.rule, stage.confidence)


def _is_thing(clean: str, m: Mention, clause: Span, members: dict[str, list[Mention]]) -> bool:
    """A project; a zone that the clause builds; an enterprise in a list of projects; a term that stands for some."""
    if m.type not in _THINGS and m.key not in members:
        return False
    if _BESIDE.match(clean, m.end, clause.end):
        return False
    if (
        in_title(clean, clause.start, m.start)
        or _PLAN_OF.match(clean, m.end, clause.end)
        or _LAMPS_OF.match(clean, m.end, clause.end)
    ):
        return False
    if m.type == "Project" or (m.key in members and m.type in ("Program", "Slogan")):
        return True
    if m.type == "Zone":
        if _COSTS.match(clean, m.end, clause.end):
            return True
        if (
            is_kind(m.ref)
            or _NOT_BUILT.match(clean, m.end, clause.end)
            or _LOCATOR.search(clean, max(clause.start, m.start - 48), m.start)
        ):
            return False
        behind = clean[m.end : min(clause.end, m.end + _AHEAD)]
        if _BUILT_AFTER.match(behind):
            return True
        ends = _LIST_ENDS.match(behind) is not None
        return ends and _BUILT_BEFORE.search(clean, max(clause.start, m.start - 48), m.start) is not None
    if m.type == "Enterprise":
        behind = clean[m.end : min(clause.end, m.end + _AHEAD)]
        return bool(_PROJECT_LIST.match(behind) or _OPENS_FIRM.match(behind))
    return False


def _outermost(mentions: list[Mention]) -> list[Mention]:
    """Mentions that lie in no other of them."""
    kept: list[Mention] = []
    for m in mentions:
        if not kept or m.start >= kept[-1].end:
            kept.append(m)
    return kept


def _below_a_title(clean: str, sentence: Sentence) -> bool:
    """Whether the sentence before is no more than the name of a project: ——甲项目。"""
    if not clean.endswith(_TITLE_ENDS, 0, sentence.start):
        return False
    return _TITLE.search(clean, max(0, sentence.start - 60), sentence.start) is not None


def _at(topic: Mention, clause: Span) -> Mention:
    """The topic as if it stood at the beginning of the clause that leaves it out."""
    return Mention(clause.start, clause.start, topic.type, topic.key, topic.rule, topic.confidence)


def _members(scene: Scene) -> dict[str, list[Mention]]:
    """Projects that a glossary lists under a term (“一桥六路” : A大桥、B路…), and those of enterprises."""
    found: dict[str, list[Mention]] = {}
    for gloss in scene.text.glossary:
        terms = [m for m in _inside(scene, gloss.term) if m.type in ("Program", "Slogan")]
        if not terms:
            continue
        projects = [m for m in _inside(scene, gloss.definition) if m.type == "Project"]
        if projects:
            found.setdefault(terms[0].key, []).extend(_outermost(projects))
    return found | _of_firms(scene)


def _of_firms(scene: Scene) -> dict[str, list[Mention]]:
    """The one project that begins with the name of an enterprise: 甲电池 in a list of projects is 甲电池隔膜基地."""
    projects = {m.key: m for m in reversed(scene.mentions) if m.type == "Project"}
    keys = sorted(projects)
    found: dict[str, list[Mention]] = {}
    for m in scene.mentions:
        if m.type == "Enterprise" and m.key not in found:
            name = scene.text.clean[m.start : m.end]
            at = bisect_left(keys, name)
            named = [k for k in keys[at : at + 2] if k.startswith(name)]
            if len(named) == 1:
                found[m.key] = [projects[named[0]]]
    return found


def _inside(scene: Scene, span: Span) -> list[Mention]:
    """The mentions that lie in a span."""
    first = bisect_left(scene.mentions, span.start, key=lambda m: m.start)
    last = bisect_left(scene.mentions, span.end, key=lambda m: m.start)
    return [m for m in scene.mentions[first:last] if m.end <= span.end]
