"""Stages of what the sentences before were about (该项目已开工), and of what an event is held for (甲基地开工仪式)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from kg.relate.new_things import brings_up_another
from kg.relate.scenery import THIS_SIZED, is_title, said_again, sentences_with_mentions
from kg.relate.stage_facts import StageFacts, is_finish, when
from kg.relate.stage_things import outermost, projects_of_firms
from kg.relate.status import Stage, StatusVerbs
from kg.relate.status_lists import clauses
from kg.types import Attribute, Mention, Modality, Scene, Sentence, Span

_SITES = ("Project", "Zone", "Event")
_CEREMONY = re.compile(
    r"(.{3,}?)(?:工程|建设)?(?:集中|正式)?(开工|动工|奠基|签约|竣工|投产|落成|通车|开园|开业)(?:仪式|典礼)"
)
_NOUNS = ("项目", "工程", "该", "此", "这")
_THING = (
    r"(?:[^，。；的]{0,4})(?:项目|工程|基地|路段|(?<=该)段|(?<=此)段|园区|产业园|[校院馆厂园]区?|中心|大桥|桥梁?|隧道|公路|高速|铁路|道路|线路|机场|码头"
    r"|水库|电站|电厂|综合体|片区|小镇|广场|公园|生产线|平台)"
)
_AFTER_NOUN = (  # 项目负责人, 项目的, 项目建设: something about projects
    r"(?!化|部|库|数|经理|负责人|指挥部|总数|资金|的|建设|落地|招引|招商|签约|服务|审批|管理|推进"
    r"|[^，。；]{0,3}\d+[个项])"
)
THIS = re.compile(
    r"[“]?(?:目前，)?(?:该|此|这个|这一|这座|这条)" + _THING + _AFTER_NOUN + "|" + THIS_SIZED
)  # 该项目; 这座总投资2亿元、占地80亩的大楼
THIS_OR_IT = re.compile(
    THIS_SIZED
    + r"|[“]?(?:目前，)?(?:(?:该|此|这个|这一|这座|这条|本)"
    + _THING
    + r"|(?:整个|目前)?(?:项目|工程))"
    + _AFTER_NOUN
)
_PHASE = re.compile(
    r"[一二三四首]期|第[一二三四]阶段|部分|\d{1,4}号|首条|首批(?!产品)|首台|(?:[一二三四\d]|[ⅠⅡⅢⅣ、和]{1,5}|[A-D])标段?|[ABCD]区"
)
_OF_FIRST_PHASE = re.compile(r"其中，?(?:项目)?[一首]期")
_WHOLE_AGAIN = re.compile(r"；|全部|整体|整个")
_ENDS = frozenset({"", *"，。；、！？”）\n"})
ITEM = re.compile(r"\s*(?:[①-⑳]|[（(]?\d{1,2}[.、）)](?!\d))")
_NUMBERED = re.compile(ITEM.pattern + r"|(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)")
_REACH = 250  # characters for which a project stays what is spoken of
_DATELINE = re.compile(r"[^，。；]{0,20}讯(?:（[^（）]{1,20}）)?")  # 云岭日报讯（记者 王某）
HEADING = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。；！？]{2,30}[。：]?")
CONTENTS = re.compile(  # 建设内容：甲公寓、乙馆: what a project consists of
    r"\s*(?:项目)?(?:主要)?(?:建设)?(?:内容|规模)(?:[及和与、](?:建设)?(?:规模|内容))?："
)


def spoken(verbs: StatusVerbs, scene: Scene, news: bool) -> Iterator[Attribute]:
    """该项目于去年11月签约: a stage of the project that the sentences before were about."""
    clean = scene.text.clean
    facts = StageFacts(verbs, scene, {})
    firms = projects_of_firms(scene) if news else {}
    pattern = THIS_OR_IT if news else THIS
    topic: Mention | None = None
    spoken = 0
    to_begin: str | None = None  # the key of the topic if its start is still to come
    titled = False  # the sentence before was no more than the name of a project, or a field below it
    item = 0  # where the line ends that began with no more than a name
    for sentence, mentions in sentences_with_mentions(scene):
        if sentence.part == "glossary" or (topic is None and not mentions):
            continue
        if HEADING.fullmatch(clean, sentence.start, sentence.end):
            topic, titled = None, False
        projects = outermost([m for m in mentions if m.type == "Project"])
        if not projects and ITEM.match(clean, sentence.start):
            topic, item = None, 0  # the next item of a list, whatever it is about
        titled = titled or sentence.end <= item
        words = clean[sentence.start : sentence.end]
        parts = bool(projects) and topic is not None and _says_this(pattern, clean, sentence.start, projects[0].start)
        if topic is not None and not projects and brings_up_another(clean, sentence, topic):
            continue
        told = titled or any(n in words for n in (*_NOUNS, *((topic.key[-2:], topic.key[:4]) if topic else ())))
        inside = topic is not None and sentence.end <= item
        if topic is not None and (parts or inside or not projects) and told:
            spoken_of = _of_firm(firms, mentions, topic) if news else topic
            still = to_begin == spoken_of.key
            for clause, stage in _stages(facts, sentence, mentions, spoken_of, news, titled, still):
                spoken = clause.end
                to_begin = spoken_of.key if stage.status == "planned" else None
                yield from facts.of(sentence, [spoken_of], stage, clause)
        if inside and projects:
            spoken = sentence.end
            continue  # 甲快速路：全长28公里。路基完成九成，乙隧道贯通。
        if topic is not None and projects and CONTENTS.match(clean, sentence.start):
            spoken = sentence.end
            continue
        titled = is_title(clean, sentence, [m for m in mentions if m.type in _SITES], titled)
        if projects and ((titled and _NUMBERED.match(clean, sentence.start)) or _heads(clean, sentence, projects)):
            item = min(sentence.end + _REACH, _paragraph_end(clean, sentence.end, alone=titled))
        elif projects:
            item = 0
        if projects:
            own = topic is not None and projects[0].key.startswith(topic.key)
            if parts or (own and pattern.match(clean, sentence.start)):
                spoken = sentence.end
                continue  # 该项目分三期建设，一期投资12亿元
            dateline = _DATELINE.match(clean, sentence.start, projects[0].start)
            begins = dateline.end() if dateline else sentence.start
            one = len({m.key for m in projects}) == 1 or projects[0].start - begins <= 12
            listed = len(projects) > 1 and projects[1].start - projects[0].end <= 6
            topic = projects[0] if one and not listed else None
            spoken = sentence.end
        elif sentence.end - spoken > _REACH:
            topic = None


def _stages(
    facts: StageFacts,
    sentence: Sentence,
    mentions: Sequence[Mention],
    topic: Mention,
    news: bool,
    titled: bool,
    to_begin: bool,
) -> Iterator[tuple[Span, Stage]]:
    """The stages of a topic that the clauses of a sentence tell; `to_begin` is whether its start is still to come."""
    scene = facts.scene
    clean, pattern = scene.text.clean, THIS_OR_IT if news else THIS
    modality: Modality | Literal["clause"] = "clause" if news else sentence.modality
    going, opened = titled, False
    for clause in clauses(clean, sentence.start, sentence.end):
        this = pattern.match(clean, clause.start, clause.end)
        opens = this.end() if this else said_again(clean, clause.start, topic)
        if opens is None and any(clause.start <= m.start < clause.end for m in mentions):
            named = any(clause.start <= m.start < clause.end for m in mentions if m.type == "Project")
            going = going and (opened or not named)
            continue
        if opens is None and not going:
            continue
        going, opened = True, opened or opens is not None
        at = Mention(
            clause.start,
            clause.start if opens is None else opens,
            topic.type,
            topic.key,
            topic.rule,
            1.0,
        )
        at_time = when(scene, clause, modality)
        stage = facts.verbs.stage(clean, [at], clause, clause.end, at_time)
        if stage is None or not (stage.rule == "status.after" or (titled and stage.rule == "status.words")):
            continue
        ends = clean[stage.span.end : stage.span.end + 1] in _ENDS
        if stage.span.start - at.end > 14 or (stage.status == "building" and not ends and not titled):
            continue
        phase = _first_phase(clean, sentence.start, clause.start)
        stage = of_phase(clean, at.end if phase is None else phase, stage)
        if stage is not None and to_begin and is_finish(clean, stage):
            stage = None
        if stage is not None:
            to_begin = stage.status == "planned"
            yield clause, Stage(stage.status, stage.span, "status.topic")


def _first_phase(clean: str, start: int, clause: int) -> int | None:
    """Where a sentence begins to tell of the first phase only, None where it does not: 其中|一期投资12亿元，已投产."""
    told = next(reversed(list(_OF_FIRST_PHASE.finditer(clean, start, clause))), None)
    if told is None or _WHOLE_AGAIN.search(clean, told.end(), clause):
        return None
    return told.start()


def _heads(clean: str, sentence: Sentence, projects: Sequence[Mention]) -> bool:
    """Whether an item of a list begins with the one project that it is about: 1、甲电厂，总投资15亿元。可研已批复。

    So does a line that begins with a label: 甲快速路：全长28公里。路基完成九成。
    """
    if clean.startswith("：", projects[0].end) and projects[0].start == sentence.start:
        return clean[sentence.start - 1 : sentence.start] == "\n"
    item = ITEM.match(clean, sentence.start)
    at = projects[0].start - item.end() if item else -1
    return 0 <= at <= 1 and len({m.key for m in projects}) == 1


def _paragraph_end(clean: str, end: int, *, alone: bool) -> int:
    """Where the line ends in which a name stands, or the one below a name that is `alone` in its line."""
    line = clean.find("\n", end)
    if line == end and alone:
        line = clean.find("\n", end + 1)
    return line if line >= 0 else len(clean)


def _says_this(pattern: re.Pattern[str], clean: str, start: int, first: int) -> bool:
    """Whether a sentence says 该工程 before it names anything: 作为甲地最大的工程，该工程总投资…，新建乙楼."""
    return any(pattern.match(clean, clause.start) for clause in clauses(clean, start, first))


def _of_firm(firms: dict[str, list[Mention]], mentions: Sequence[Mention], topic: Mention) -> Mention:
    """甲公司负责人介绍，该项目…: the one project that bears the company's name, else the topic."""
    named = (firms[m.key][0] for m in mentions if m.type == "Enterprise" and m.key in firms)
    return next((p for p in named if p.start < mentions[0].start), topic)


def ceremonies(verbs: StatusVerbs, scene: Scene) -> Iterator[Attribute]:
    """玻璃基地开工仪式 as the name of an event: the project whose name it begins with was started."""
    events = [(m, c) for m in scene.mentions if m.type == "Event" and (c := _CEREMONY.fullmatch(m.key))]
    if not events or scene.text.document.kind == "report":
        return
    projects = {m.key.removesuffix("项目"): m for m in reversed(scene.mentions) if m.type == "Project"}
    for event, ceremony in events:
        project = projects.get(ceremony[1].removesuffix("项目"))
        status = verbs.done(ceremony[2])
        at = scene.text.clean.find(ceremony[2], event.start, event.end)
        if project is not None and status and at >= 0:
            year, end = scene.text.document.year, at + len(ceremony[2])
            yield Attribute(project.ref, "status", status, at, end, "status.ceremony", 1.0, year=year)


def of_phase(clean: str, start: int, stage: Stage) -> Stage | None:
    """What 一期已投产 says of the whole: that it is being built; of a phase to come nothing."""
    if stage.span.start >= start and not _PHASE.search(clean, start, stage.span.start):
        return stage
    if stage.status in ("planned", "signed"):
        return None
    return Stage("building", stage.span, stage.rule)
