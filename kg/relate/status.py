"""The stage that a clause gives a project: planned, signed, started, building, completed or operating.

The frame is verb, list, verb: 启动A、B建设 and A、B等8个项目开工 say the same. The verb behind the list decides
when it is a strong one (开工, 投产); a weak one (建设, 改造) leaves it to the verb in front (启动, 加快, 完成).
In plan sections an aim to start is planned, an aim to finish is building.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kg.ontology import Lexicon
from kg.relate.status_cues import (
    begun_at_once,
    finished,
    is_accepted,
    is_denied,
    is_early,
    is_intended,
    is_not_yet,
    is_soon,
    is_under_way,
    is_used,
    kinds_of_verbs,
    says,
)
from kg.relate.status_hopes import is_chance, to_begin, to_end
from kg.relate.status_parts import (
    asks_title,
    builds_part,
    in_part,
    is_given_up,
    is_party,
    is_put_off,
    of_part,
    was_meant,
)
from kg.relate.verb_rows import furthest
from kg.relate.verbs_in_front import deciding, verbs_in_front
from kg.types import Mention, Modality, Span

_PURPOSE = re.compile(r"(?:有利于|有助于|旨在|意在|为了|助力|主要|内容为|内容包括|内容是)(?:进一步)?[^，。；]{0,2}$")
_IS_BROUGHT = re.compile(  # 甲项目是今年引进的重点招商项目
    r"[”』》]?(?:项目|工程)?(?:，)?(?:既)?是[^，。；]{0,14}?(引进|招引|签约|落户|落地|开工|新开工|续建|在建|竣工|投产)的[^，。；]{0,20}?(?:项目|工程)"
)
_BY = re.compile(
    r"由[^，。；]{2,}?(?:投资|出资|负责|承担|联合|合作|共同)?[^，。；]*$"
)  # 甲基地由乙公司投资建设: whose it is
_ENDINGS = frozenset({"封顶", "主体封顶", "合龙", "贯通", "完工", "竣工", "全面完工", "全面竣工", "通车"})
_STARTS = frozenset({"开工", "动工"})
_AIMS = frozenset({"争取", "力争", "确保", "力促"})
_IN_NAME = re.compile(r"(?:建设|改造)项目")
_RESPECTIVELY = re.compile(r"[”』》]?(?:等[^，。；]{0,10})?(?:项目|工程)?(?:已|正)?分别(?:正式|顺利)?")
_SO_MANY = re.compile(
    r"[”』》]?等\d+[余多]?(?:条|个|处|座|所|栋)[^，。；、\d]{1,8}(?=[，。；]|$)|[”』》]?等[^，。；、\d]{1,10}\d[\d.]*[余多]?(?:条|个|处|座|所|公里|千米|万?平方米|栋|户|片)(?=[，。；]|$)"
)
_COUNTED = re.compile(r"(?:\d|[二两三四五六七八九十])[所座个条处家](?=[一-龥]{2,})")
# 集中开工、竣工仪式在甲产业园二期地块|举行: where it is held is not what is finished
_HELD_AT = re.compile("(?:项目|工程)?(?:地块|现场|工地|主会场|内)*(?:隆重|顺利|正式|成功)?(?:举行|举办|召开)")
_GIVEN_TO_USE = re.compile("[^，。；、的]{1,8}使用")
# 开展甲大桥|安全检查
_LOOKED_AT = re.compile(
    "[^，。；、]{0,8}(?:检查|巡查|排查|检测|监测|督查|督导|调研|考察|评估|评价|普查|调查|宣传|活动|演练|评选|培训|合作|服务|帮扶|执法|招商)"
)
_NEAR = 40  # characters between a list and a verb behind it


@dataclass(frozen=True, slots=True)
class Stage:
    """A status with the span of the verb that says so, and the rule that read it."""

    status: str
    span: Span
    rule: str


class StatusVerbs:
    """The verbs of `status_verbs.tsv`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds = kinds_of_verbs(lexicon)
        self._done: dict[str, str] = {}
        self._planned: dict[str, str] = {}
        before: list[str] = []
        after: list[str] = []
        for row in lexicon.rows("status_verbs"):
            self._done[row["name"]], self._planned[row["name"]] = row["done"], row["planned"]
            if row["place"] != "after":
                before.append(row["name"])
            if row["place"] != "before":
                after.append(row["name"])
        # what begins a new part of a sentence rather than a name: 、新建甲路、
        opening = "|".join(sorted(before, key=lambda w: (-len(w), w)))
        strong = "|".join(sorted(set(after) - self._kinds["weak"], key=lambda w: (-len(w), w)))
        self.strong = re.compile(strong)
        self.between = re.compile(rf"(?:^|[、和与及])[”』》]?(?:{opening})|{strong}")
        self._before = re.compile("|".join(sorted(before, key=lambda w: (-len(w), w))))
        self._after = re.compile("|".join(sorted(after, key=lambda w: (-len(w), w))))

    def stage(
        self, clean: str, group: Sequence[Mention], clause: Span, stop: int, modality: Modality | Literal["clause"]
    ) -> Stage | None:
        """What the words of the clause around a list of mentions say of it; `stop` is where the next list begins."""
        first, last = group[0].start, group[-1].end
        if (some := clean.find("（其中", last, stop)) >= 0:
            stop = some  # 推进甲路、乙桥等项目（其中乙桥已开工）
        loose = modality == "clause"
        when: Modality = "done" if modality == "clause" else modality
        if is_chance(clean, clause.start, first, last, stop):
            return None
        if (
            is_party(clean, group, stop)
            or is_given_up(clean, last, stop)
            or (clean[first - 1] in "在于" and _HELD_AT.match(clean, last, clause.end))
        ):
            return None
        if put_off := is_put_off(clean, clause.start, first, last, stop):
            return Stage("planned", put_off, "status.after")
        front = verbs_in_front(self._before, self._kinds, clean, clause.start, first)
        if front and clean.startswith("的", front[-1].end()) and was_meant(clean, clause.start, first):
            front = []  # 原定去年完工的甲大桥因征地受阻: it is not
        said = list(self._after.finditer(clean, last, stop))
        # 教学楼封顶、运动场尚未动工: the first decides that says anything
        strongest = next((m for m in said if self._is_strong(m) and self._tells(clean, last, m)), None)
        if strongest and is_denied(clean, last, strongest.start()):
            return self._of_denied(clean, last, strongest)
        behind = self._behind(clean, said, last, stop, clause.end)
        strong = [m for m in behind if self._is_strong(m)]
        if strong and front and "搬迁" in strong[0][0] and clean[last : strong[0].start()] == "并":
            strong = []  # 建成甲医院新址并整体搬迁
        apart = strong and front and clean.startswith("的", front[-1].end())  # 原计划年底投产的甲项目…
        intended = bool(front) and not apart and is_intended(clean, clause.start, front[-1].start(), loose=loose)
        if intended:
            when = "planned"
        if asks_title(clean, last, stop):
            return None
        if strong and strong[0][0] not in _STARTS and (early := is_early(clean, last, stop)) and "筹" in early[0]:
            return Stage("planned", Span(last, early.end()), "status.words")  # 甲医院筹建有序推进
        if strong:
            return self._of_strong(clean, clause.start, group, strong, when, review=modality == "done")
        if front and _PURPOSE.search(clean, max(clause.start, front[-1].start() - 10), front[-1].start()):
            return None
        if told := self._of_words(clean, last, stop, when):
            return told
        if front:
            stage = self._of_front(clean, group, front, behind, clause.end, stop, when)
            if intended and stage is not None and clean[stage.span.start : stage.span.end] in self._kinds["build"]:
                return replace(stage, status="planned")
            return stage
        if behind and is_soon(clean, clause.start, behind[0].start(), group):
            when = "planned"  # 二期拟2024年实施
        return self._of_weak(clean, behind, last, stop, when)

    def _behind(self, clean: str, said: Sequence[re.Match[str]], last: int, stop: int, end: int) -> list[re.Match[str]]:
        """The verbs behind a list that speak of it."""
        near = itertools.takewhile(lambda m: m.start() - last <= _NEAR, said)
        behind = [m for m in near if says(self._kinds, clean, last, m)]
        if behind and behind[-1].end() == stop < end and clean[behind[-1].start() - 1] in "、，；和及":
            behind.pop()  # 新开工A、续建B: the verb in front of the next
        return behind

    def _tells(self, clean: str, last: int, verb: re.Match[str]) -> bool:
        """Whether a verb says or denies something of a list: not 签约后尚未开工's 签约."""
        return is_denied(clean, last, verb.start()) or says(self._kinds, clean, last, verb)

    def _is_strong(self, verb: re.Match[str]) -> bool:
        return verb[0] not in self._kinds["weak"]

    def _of_denied(self, clean: str, last: int, verb: re.Match[str]) -> Stage | None:
        """甲、乙尚未开工: what has not begun is planned; 丙尚未投产, 丁停止建设 tell nothing."""
        early = self._done[verb[0]] in ("signed", "started") and verb.start() - last <= _NEAR
        if early and is_not_yet(clean, last, verb.start()):
            return Stage("planned", Span(verb.start(), verb.end()), "status.after")
        if verb[0] in _ENDINGS and verb.start() - last <= _NEAR and is_not_yet(clean, last, verb.start()):
            return Stage("building", Span(verb.start(), verb.end()), "status.after")  # 因征地受阻未完工
        return None

    def _of_strong(
        self,
        clean: str,
        start: int,
        group: Sequence[Mention],
        strong: list[re.Match[str]],
        modality: Modality,
        *,
        review: bool,
    ) -> Stage:
        """The stage that strong verbs behind a list tell: 甲、乙开工, 丙即将竣工, 丁左洞贯通."""
        last = group[-1].end
        if len(strong) > 1 and strong[0][0] in _AIMS and strong[0].end() != strong[1].start():
            modality, strong = "planned", strong[1:]  # 争取12月底试生产
        if len(strong) > 1 and strong[0][0] == "主体工程" and self._done[strong[1][0]] == "started":
            strong = strong[1:]  # 主体工程将于5月全面开工
        if is_soon(clean, start, strong[0].start(), group, review=review) or clean.startswith("在即", strong[-1].end()):
            modality = "planned"
        verb = furthest(self._kinds, self._done, self._planned if modality == "planned" else None, clean, strong)
        if modality == "done" and verb is not strong[0] and clean.endswith("即将", last, verb.start()):
            modality = "planned"  # 甲酒店完成装修即将|营业
        reached = finished(self._kinds, clean, verb)
        if verb[0] == "启动" and clean.startswith(("设计", "前期", "可研", "招标", "论证", "规划", "勘察"), verb.end()):
            reached = "planned"  # 甲二期启动设计
        if verb[0].endswith(("建成", "交付", "交房", "完工")) and modality == "done" and builds_part(clean, verb.end()):
            return Stage("building", Span(verb.start(), verb.end()), "status.after")
        if verb[0] == "进场" and clean.find("设备", last, verb.start()) >= 0:
            reached = "building"  # 厂房交付，设备陆续进场
        if verb[0].endswith("交付") and _GIVEN_TO_USE.match(clean, verb.end()):
            reached = None if modality == "planned" else "operating"  # 甲园一期已交付企业使用
        spent = verb[0].endswith("完成") and clean.startswith(("投资", "年度投资", "固定资产投资"), verb.end())
        if self._done[verb[0]] == "completed" and (spent or clean.endswith("部分", last, verb.start())):
            reached = "building"
        if self._done[verb[0]] in ("completed", "operating"):
            reached = of_part(clean, last, verb.start(), verb[0]) or reached
        return self._made(verb, modality, "after", reached)

    def _of_words(self, clean: str, last: int, stop: int, modality: Modality) -> Stage | None:
        """The stage that words behind a list tell without a verb of stages: 通过验收, 获省发改委批复, 是今年引进的."""
        if accepted := is_accepted(clean, last, stop):
            status = "building" if modality == "planned" else "completed"
            return Stage(status, Span(last, accepted.end()), "status.words")
        if early := is_early(clean, last, stop):
            return Stage("planned", Span(last, early.end()), "status.words")
        if begun := begun_at_once(clean, last, stop):
            return Stage(self._done[begun[1]], Span(*begun.span(1)), "status.words")
        if under_way := is_under_way(clean, last, stop):
            return Stage("building", Span(last, under_way.end()), "status.words")
        if brought := _IS_BROUGHT.match(clean, last, stop):
            return Stage(self._done[brought[1]], Span(*brought.span(1)), "status.is")
        return None

    def _of_front(
        self,
        clean: str,
        group: Sequence[Mention],
        front: list[re.Match[str]],
        behind: list[re.Match[str]],
        end: int,
        stop: int,
        modality: Modality,
    ) -> Stage | None:
        """The stage that the verbs in front of a list tell: 加快甲、乙建设; none for 完善甲中心功能."""
        last = group[-1].end
        if is_used(clean, last, stop):
            return None
        verb = deciding(self._kinds, front)
        if verb[0] == "开展" and _LOOKED_AT.match(clean, last, stop):
            return None
        if verb[0] == "服务" and group[-1].type != "Project":
            return None  # 服务保障甲新区建设: what others do for it
        if modality == "done" and verb[0] == "完成" and in_part(clean, last, stop):
            return Stage("building", Span(verb.start(), verb.end()), "status.before")
        if len(front) > 1 and front[-2][0] in self._kinds["scheme"] and front[-2].end() == verb.start():
            verb = front[-2]  # 谋划推动医疗中心建设
        schemed = self._kinds["schemed"]
        if group[-1].type == "Project":
            schemed = schemed | self._kinds["schemed_project"]
        if behind and behind[0][0] in schemed and behind[0].start() - last <= 8:
            verb = behind[0]  # 推进云岭机场筹建; a zone that is 规划建设 stands
        hoped = stop == end and to_begin(clean, end)
        if hoped and self._planned[verb[0]] == "building":
            return Stage("planned", Span(verb.start(), verb.end()), "status.hoped")
        counted = clean.startswith("了", verb.end()) or _SO_MANY.match(clean, last, stop)  # 改造甲街、乙巷等道路18条
        counted = counted or _COUNTED.search(clean, group[-1].start, last)  # 改造甲、乙|丙3所学校
        done = modality == "done" and verb[0] in self._kinds["renew"] and counted
        return self._made(verb, modality, "before", "completed" if done else None)

    def _of_weak(
        self, clean: str, behind: list[re.Match[str]], last: int, stop: int, modality: Modality
    ) -> Stage | None:
        """The stage that a weak verb behind a list tells when none stands in front: 甲路建设; not 乙厂建设项目."""
        if not behind:
            return None
        if behind[0].start() - last <= 2 and _IN_NAME.fullmatch(clean, behind[0].start(), stop):
            return None  # ③烟花生产线建设项目: an item of a list
        if behind[0][0] in ("建设", "改造") and _BY.search(clean, last, behind[0].start()):
            return None
        carried_out = behind[0][0] in self._kinds["renew"] and clean.endswith("进行了", last, behind[0].start())
        if carried_out and modality == "done":  # 对甲路、乙街进行了改造
            return Stage("completed", Span(behind[0].start(), behind[0].end()), "status.weak")
        stage = self._made(behind[0], modality, "weak")
        due = stage.status == "planned" and to_end(clean, stop)
        return replace(stage, status="building") if due else stage

    def each(self, clean: str, group: Sequence[Mention], stop: int, modality: Modality) -> list[Stage]:
        """The stages of 甲、乙分别建成投产、开工建设, as many as there are things; none where the words are others."""
        said = _RESPECTIVELY.match(clean, group[-1].end, stop) if len(group) > 1 else None
        if said is None:
            return []
        verbs: list[re.Match[str]] = []
        at = said.end()
        for verb in self.strong.finditer(clean, said.end(), stop):
            if verbs and clean[at : verb.start()] not in ("、", "和", "、正式", "、全面", "，"):
                return []
            verbs.append(verb)
            at = verb.end()
        if len(verbs) != len(group) or at != stop:
            return []
        return [self._made(verb, modality, "each") for verb in verbs]

    def pushes(self, clean: str, span: Span) -> bool:
        """Whether the verb of a span drives works on (加快, 推进, 抓好) whatever they are."""
        verb = clean[span.start : span.end]
        return self._done.get(verb) == self._planned.get(verb) == "building"

    def renews(self, clean: str, span: Span) -> bool:
        """Whether the verb of a span works on what stands: 改造, 扩建; it leaves open how far that is."""
        return clean[span.start : span.end] in self._kinds["renew"]

    def done(self, verb: str) -> str | None:
        """The status that a verb gives where it is no plan; None for what is no such verb."""
        return self._done.get(verb)

    def named(self, heading: str, modality: Modality = "done") -> str | None:
        """The status that a heading gives its items: 竣工项目, 新开工项目, 续建项目; in a plan they are to come."""
        if "项目" not in heading:
            return None
        found = [m for m in self._after.finditer(heading) if m[0] not in self._kinds["weak"]]
        table = self._planned if modality == "planned" else self._done
        return table[found[-1][0]] if found else None

    def told(self, verb: str, modality: Modality) -> str:
        """The status that a verb of the table gives, where it is done or still planned."""
        return (self._planned if modality == "planned" else self._done)[verb]

    def _made(self, verb: re.Match[str], modality: str, rule: str, finished: str | None = None) -> Stage:
        table = self._planned if modality == "planned" else self._done
        status = table[verb[0]]
        if finished == "signed" and modality == "planned":
            finished = "planned"
        if finished is not None and (finished != "completed" or rule == "before"):
            status = finished
        return Stage(status, Span(verb.start(), verb.end()), f"status.{rule}")
