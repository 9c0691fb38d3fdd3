"""Headline statistics of a region or zone: indicator, year, value, level or growth, actual or target."""

from __future__ import annotations

import dataclasses
import functools
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.ontology import Lexicon
from kg.relate.figures import Figure, FigureReader
from kg.relate.frames import Frame, read_frame
from kg.relate.indicators import Indicators
from kg.relate.years import is_base, times_in, year_at
from kg.types import Mention, Observation, ObservationKind, Ref, Rejection, Scene, Sentence

_BREAK = re.compile(r"[，；：。！？（）()\n]")
_BRACKETS = re.compile(r"（[^（）]*）")
_LINK = re.compile(r"^(?:[、和与及]|，和|以及)?(?:人均|每人)?(?:每[月年])?$")
_ENDS = re.compile(r"(?:[，。；、！：）\n和与及]|以及|大关|台阶|关口|任务|左右|，|$)")
_CHANGE = re.compile(
    r"(?:左右)?(?:，)?(?:再)?(?:提高|提升|增加|增长|上升|扩大|发展|攀升|跃升|下降|降低|减少|压减|压缩|缩短|缩减|降|减|增|升|调整|提)(?:到|至|为)"
)
_TIMES_OF = re.compile(r"(?:是|为|相当于|达到?)[^，；]{0,12}的$")
_OVERTAKEN = re.compile(r"(?:大关|台阶|关口)，?达到?(?=\d)")
_RANK = re.compile(r"(?:第|排名|位居|位列|名列|列全|居全|前)$")
_SHARES = re.compile(
    r"(?:三次产业|三产|一、?二、?三(?:次)?产)[^\d。；，]{0,16}?((?:由|从)[^\d。；，]{0,10})?"
    r"([\d.]+)[:∶：]([\d.]+)[:∶：](\d+(?:\.\d+)?)(?:[^\d。；，]{0,12}?([\d.]+)[:∶：]([\d.]+)[:∶：](\d+(?:\.\d+)?))?"
)
_FROM = re.compile(r"(?:由|从)[^，；由从]{0,12}$")
_PRODUCT = re.compile(r"年产|总投资|占地|建筑面积|用地|日处理|库容|全长|总长|里程|投资强度|设计")
_GROUPED = re.compile(
    r"(?:总投资|投资额|投资总额|总投资额|总计投资|计划投资|计划总投资|投资金额|合同金额|签约金额|总金额)$"
)
_OF_WHOLE = re.compile(r"^[到了]|(?:的(?:比重|比例)?|比重|比例|比)?(?:为|达到?|超过?|约)?$")
_OF_NATION = re.compile(r"占(?:全国|全省|全市|全区|全州|世界|全球)")
_PROSPECT = re.compile(r"达产|投产后|建成后|运营后|投用后|完工后|竣工后|落成后|年可实现|可年")
_INTERNAL = re.compile(r"(?:办结率|见面率|面商率|答复率|办复率|采纳率)")
_PEOPLE = re.compile(r"(?:人口|人数|人次|参保|就业|游客|人员)$")
_SPENT = re.compile(r"^(?:压减|缓解|发放|兑现|促成|帮助|追回|罚没|补偿|挽回|缓税)")
_SHORTENED = re.compile(r"压缩|缩短|压减|减少|缩减|提速")
_CLEARED = re.compile(
    r"结构调整|休耕|托管|重金属|低产|征|拆|收储|储备|厂房|复垦|垦造|违建|违法|开工|安置房|交地|回迁|保灌|平方米|建成"
)
_EACH_OF_THEM = re.compile(r"均|都|皆")
_YEARLY = re.compile(r"完成|计划|年度|安排|当年")
_NO_NAME = re.compile(
    r"^(?:竣工|开工|新开工|投产|建设|新建|安排|面积|其他)$|^(?:每[个家户座村镇]|各[县镇乡村])|工程投资$|^(?:该|此|本)|^项目(?:计划|预计|概算)?总?投资"
)
_AGAINST = re.compile(r"[高低快慢]于|[高低]出|比.+[高低]$")
_POVERTY = re.compile(
    r"(?:(\d+(?:\.\d+)?)([万余多]*)户)?(\d+(?:\.\d+)?)([万余多]*)(?:名|个)?(?:农村|贫困|建档立卡|群众|人口|贫困人口|人)+[^，。；\d]{0,6}?(?:脱贫|减贫)"
)
_VERB_BEFORE_COUNT = re.compile(
    r"(?:新增|净增|新认定|新登记|新注册|转移|减少|引进|培育|安置|实现|新签约|新开工|签约|新引进|招引|争取|拥有|现有)(?:了|各类)?$"
)
_COUNTED = re.compile(r"^(?:的)?([^\d，。；、：！？（）()“”]{2,16})")
_COUNT_KINDS = frozenset({"count", "area", "days"})


@dataclass(slots=True)
class _State:
    """What a sentence has said so far: the subjects of its last group of figures and the place that governs."""

    subjects: list[str] = field(default_factory=list)
    kind: str = ""
    recent: list[str] = field(default_factory=list)
    place: Ref | None = None


class ObservationReader:
    """Reads the observations of one scene after another; holds what the lexicon says, nothing of a scene."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.indicators = Indicators(lexicon)
        self.figures = FigureReader(lexicon)
        heads: dict[str, list[str]] = {}
        for row in lexicon.rows("statistic_heads"):
            heads.setdefault(row["kind"], []).append(row["name"])
        self.heads = {
            kind: re.compile(f"(?:{'|'.join(map(re.escape, names))})[数量]?$") for kind, names in heads.items()
        }

    def read(self, scene: Scene) -> tuple[list[Observation], list[Rejection]]:
        found: list[Observation] = []
        refused: list[Rejection] = []
        starts = [m.start for m in scene.mentions]
        clean = scene.text.clean
        for sentence in scene.text.sentences:
            if sentence.part not in ("body", "title"):
                continue
            figures = self.figures.find(clean, sentence.start, sentence.end)
            if not figures and not _SHARES.search(clean, sentence.start, sentence.end):
                continue
            left = bisect_right(starts, sentence.start - 1)
            mentions = scene.mentions[left : bisect_right(starts, sentence.end)]
            for item in _Sentence(self, scene, sentence, figures, mentions).items():
                if isinstance(item, Observation):
                    found.append(item)
                else:
                    refused.append(item)
        return _once(found), refused


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
        self.heads = reader.heads
        self.scene = scene
        self.clean = scene.text.clean
        self.sentence = sentence
        self.figures = figures
        self.mentions = mentions
        self.state = _State(place=None)

    def items(self) -> Iterator[Observation | Rejection]:
        yield from self._shares()
        yield from self._poverty()
        for group, floor in self._groups():
            yield from self._group(group, floor)

    def _groups(self) -> Iterator[tuple[list[Figure], int]]:
        """Runs of figures with nothing but 、 or 和 between, each with the end of what came before it."""
        floor = self.sentence.start
        group: list[Figure] = []
        for figure in (f for f in self.figures if f.kind != "time"):
            if group and _LINK.match(self.clean[group[-1].rough : figure.start]):
                group.append(figure)
                continue
            if group:
                yield group, floor
                floor = group[-1].rough
            group = [figure]
        if group:
            yield group, floor

    def _group(self, group: list[Figure], floor: int) -> Iterator[Observation | Rejection]:
        first = group[0]
        if first.kind == "rank":
            return
        if first.kind == "scaled":
            group = [self._supplied(f, floor) for f in group]
            first = group[0]
        words = _BRACKETS.sub(lambda m: "\u3000" * len(m[0]), self.clean[floor : first.start])
        clause = floor
        for m in _BREAK.finditer(words):
            clause = floor + m.end()
        words = words[clause - floor :].replace("\u3000", "")
        if _RANK.search(words):
            return
        if _CHANGE.match(self.clean, first.rough) and (origin := _FROM.search(words)):
            yield from self._base(first, words[: origin.start()], clause)  # 由7.1%下降到1.1%: the second figure counts
            return
        if first.unit == "倍" and (ratio := _TIMES_OF.search(words)):
            words = words[: ratio.start()] + "增长"
        if _OVERTAKEN.match(self.clean, first.rough):  # 突破4亿元大关，达4.8亿元: the second figure says more
            self.state.subjects = self._names(words, clause, 1) or self.state.subjects
            self.state.kind = first.kind
            return
        frame = read_frame(words, clause, first.kind)
        phrase = self._phrase(frame)
        if not phrase and not frame.verb and first.kind != self.state.kind:
            subjects = []
        else:
            subjects = self._subjects(phrase, len(group))
        if not subjects or (not phrase and first.kind in _COUNT_KINDS and self.state.kind not in _COUNT_KINDS):
            if (item := self._counted(group, words, clause)) is not None:
                yield item
            return
        if phrase and not self.names.elided(phrase):
            self.state.recent = [n for n in self.state.recent if n not in subjects] + subjects
        self.state.subjects, self.state.kind = subjects, first.kind
        pairs = list(zip(group, subjects, strict=True))
        if len(group) == 1 and first.kind == "percent" and not self.names.known(subjects[0]):
            shared = self.names.share(subjects[0])
            alike = frame.measure == "growth" or _EACH_OF_THEM.search(words) or self.names.full(subjects[0])
            if alike and all(self._fits(n, first, frame) for n in shared):
                pairs = [(first, self.names.canonical(n)) for n in shared]
        for figure, name in pairs:
            if (why := self._refuse(figure, name, frame, clause)) is not None:
                if why:
                    yield Rejection(figure.start, figure.end, name + self.clean[figure.start : figure.end], why)
                continue
            yield self._observation(figure, name, frame, clause)

    def _supplied(self, figure: Figure, floor: int) -> Figure:
        """A figure whose unit is left out, with the one that its words ask for: 财政收入突破3亿, 人口达到25万."""
        words = self.clean[max(floor, figure.start - 24) : figure.start]
        clause = words[max((m.end() for m in _BREAK.finditer(words)), default=0) :]
        name = self.names.strip(read_frame(clause, 0, "money").phrase)
        if self.names.money(name) or self.heads["money"].search(name):
            return dataclasses.replace(figure, unit=figure.unit + "元", kind="money")
        if _PEOPLE.search(name):
            return dataclasses.replace(figure, unit=figure.unit + "人", kind="count")
        return figure

    def _base(self, figure: Figure, words: str, clause: int) -> Iterator[Observation]:
        """The figure that a change starts from: an observation of its own only where its year is named."""
        self.state.subjects = self._names(words, clause, 1) or self.state.subjects
        self.state.kind = figure.kind
        bases = [
            t
            for t in times_in(self.scene.text, self.sentence.start, figure.start)
            if is_base(self.clean, self.sentence, t)
        ]
        if bases and self.state.subjects:
            frame = Frame(self.state.subjects[0], "level", 1, clause, "")
            if self._refuse(figure, self.state.subjects[0], frame, clause) is None:
                yield dataclasses.replace(
                    self._observation(figure, self.state.subjects[0], frame, clause), year=bases[-1].last, kind="actual"
                )

    def _phrase(self, frame: Frame) -> str:
        """The phrase of a frame without a place in front of it; the place is kept for what follows."""
        phrase = self.names.strip(frame.phrase)
        for mention in self.mentions:
            if mention.type not in ("Region", "Zone"):
                continue
            surface = self.clean[mention.start : mention.end]
            if frame.start <= mention.start and phrase.startswith(surface) and len(phrase) > len(surface):
                self.state.place = mention.ref
                return self.names.strip(phrase[len(surface) :])
        return phrase

    def _names(self, words: str, clause: int, count: int) -> list[str]:
        return self._subjects(self._phrase(read_frame(words, clause, "percent")), count)

    def _subjects(self, phrase: str, count: int) -> list[str]:
        """Names for `count` figures: from the phrase, or those of the group before when it has none."""
        if not phrase or self.names.elided(phrase):
            last = self.state.subjects
            return last if len(last) == count else self.state.recent[-count:] if len(self.state.recent) >= count else []
        if phrase.startswith("占"):
            base = self.state.subjects[-1:]
            if not base or count != 1 or _OF_NATION.search(phrase):
                return []
            whole = _OF_WHOLE.sub("", phrase[1:])
            return [self.names.canonical(f"{base[0]}占{whole}比重" if whole else base[0] + "占比")]
        if len(phrase) < 2:
            return []
        return [self.names.canonical(self.names.strip(n)) for n in self.names.split(phrase, count)]

    def _refuse(self, figure: Figure, name: str, frame: Frame, clause: int) -> str | None:
        """A reason of the closed list, "" for what is no statistic at all, None to accept."""
        if (figure.kind == "bare" and name.endswith("指数")) or (figure.kind == "works" and name.endswith("里程")):
            return None
        if figure.kind in ("works", "bare", "scaled", "rank", "time"):
            return ""
        if _PROSPECT.search(self.clean, self.sentence.start, figure.start) or _INTERNAL.search(name):
            return "low_confidence"
        if self.clean.startswith("的", figure.rough) and frame.measure == "level" and figure.kind == "money":
            return "low_confidence"  # 总投资3亿元的厂房: a thing's own figure
        if _OF_NATION.search(name):
            return "low_confidence"
        if figure.kind == "points" and _AGAINST.search(name):
            return "low_confidence"
        if _GROUPED.fullmatch(name) and not self._after_count(figure.start):
            return "low_confidence"
        if len(name) > 30:
            return "low_confidence"
        if self._about_a_thing(clause, figure.start):
            return "low_confidence"
        return None if self._fits(name, figure, frame) else "low_confidence"

    def _fits(self, name: str, figure: Figure, frame: Frame) -> bool:
        """Whether the name is that of a statistic with a figure of this kind."""
        if self.names.known(name):
            return True
        if _NO_NAME.search(name):
            return False
        if frame.measure == "growth":
            return len(name) >= 2
        if name == "投资" and not _YEARLY.search(frame.phrase):
            return False
        if _PRODUCT.search(name) and not _GROUPED.search(name):
            return False
        if frame.measure == "level" and figure.kind != "percent" and not _ENDS.match(self.clean, figure.rough):
            return False  # 撤并5吨以下锅炉: the figure describes the next word
        if figure.kind == "money" and _SPENT.search(name):
            return False
        if figure.kind == "area" and figure.unit[0] in "万亿" and not _CLEARED.search(name):
            return True
        if figure.kind == "days" and _SHORTENED.search(frame.verb):
            return True
        kind = "count" if figure.kind in _COUNT_KINDS else figure.kind
        if kind == "percent" and "占" in frame.phrase:
            return True
        head = self.heads.get(kind)
        return head is None or bool(head.search(name))

    def _after_count(self, position: int) -> bool:
        """Whether the sentence counted projects before: 引进项目31个，总投资….."""
        return any(
            f.kind == "count"
            and f.end <= position
            and "项目" in self.clean[f.start - 8 if f.start > 8 else 0 : f.rough + 12]
            for f in self.figures
        )

    def _about_a_thing(self, clause: int, end: int) -> bool:
        """Whether the clause is about a project, an enterprise or an event, not about a place."""
        return any(m.type in ("Project", "Enterprise") and clause <= m.start and m.end <= end for m in self.mentions)

    def _counted(self, group: list[Figure], words: str, clause: int) -> Observation | None:
        """新增48家规模工业企业: the counted thing stands behind the figure."""
        figure = group[0]
        if figure.kind != "count" or len(group) != 1:
            return None
        verb = _VERB_BEFORE_COUNT.search(words)
        after = _COUNTED.match(self.clean, figure.rough, self.sentence.end)
        if verb is None or after is None or self._about_a_thing(clause, figure.start):
            return None
        name = self.names.canonical(self.names.strip(verb[0] + after[1]))
        if not (self.names.known(name) or self.heads["count"].search(name)):
            return None
        self.state.subjects = [name]
        return self._observation(figure, name, Frame(name, "level", 1, clause, ""), clause)

    def _observation(self, figure: Figure, name: str, frame: Frame, clause: int) -> Observation:
        sentence = self.sentence
        document = self.scene.text.document
        year = year_at(self.scene.text, sentence, figure.start, clause) or document.year or 0
        kind: ObservationKind = "target" if sentence.modality == "planned" else "actual"
        known = self.names.known(name)
        return Observation(
            place=self.state.place or self.scene.home or Ref("Region", ""),
            indicator=name,
            year=year,
            value=figure.value * frame.sign,
            unit=figure.unit,
            measure=frame.measure,
            kind=kind,
            start=figure.start,
            end=figure.end,
            rule=f"observation.{frame.measure}.{'known' if known else 'shape'}",
            confidence=0.95 if known else 0.75 if frame.measure == "growth" else 0.65,
        )

    def _shares(self) -> Iterator[Observation]:
        """三次产业结构调整为6.9:44.8:48.3 → three shares."""
        for m in _SHARES.finditer(self.clean, self.sentence.start, self.sentence.end):
            for group, name in enumerate(("第一产业占比", "第二产业占比", "第三产业占比"), 5 if m[5] else 2):
                figure = Figure(m.start(group), m.end(group), m.end(group), float(m[group]), "%", "percent")
                yield self._observation(figure, name, Frame(name, "level", 1, m.start(), ""), m.start())

    def _poverty(self) -> Iterator[Observation]:
        """3120户9860人实现脱贫 → households and people."""
        if "贫" not in self.clean[self.sentence.start : self.sentence.end]:
            return
        for m in _POVERTY.finditer(self.clean, self.sentence.start, self.sentence.end):
            for group, name, unit in ((1, "脱贫户数", "户"), (3, "脱贫人数", "人")):
                if m[group]:
                    unit = ("万" if "万" in m[group + 1] else "") + unit
                    figure = Figure(m.start(group), m.end(group + 1), m.end(group + 1), float(m[group]), unit, "count")
                    yield self._observation(figure, name, Frame(name, "level", 1, m.start(), ""), m.start())


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
