"""Reads the figures of one sentence, run by run: what each is a figure of, and why some are none of a place."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from kg.relate.bases import base_year
from kg.relate.carried_over import carry_counted, carry_over, carry_place, open_place
from kg.relate.completions import COUNTED_PROJECTS, STAGE, Before, of_projects
from kg.relate.figure_aims import aimed
from kg.relate.figure_compared import compared_with, is_compared, is_limit, is_of_rate, only_rounds
from kg.relate.figure_counts import counted_behind_figure
from kg.relate.figure_facts import observe
from kg.relate.figure_fits import ADDED, CHANGE, COUNT_KINDS
from kg.relate.figure_line import Line
from kg.relate.figure_names import Names
from kg.relate.figure_places import Places
from kg.relate.figure_quarters import Quarters, quarters, years_in_row
from kg.relate.figure_runs import Run, poor, runs, turned
from kg.relate.figure_units import is_rate_of_zero, with_unit
from kg.relate.figure_words import as_growth, without_doubling, words_before
from kg.relate.figures import Figure
from kg.relate.fixed_figures import fixed_figures
from kg.relate.frames import Frame, read_frame
from kg.relate.judging import Judge, Named
from kg.relate.scope import of_nation, place_above, place_untold, without_nation
from kg.types import Mention, Observation, Ref, Rejection, Sentence

_IN_ALL = re.compile(r"总量|总数|总计|总规模|总人数")
_RISES = frozenset(("提高", "提升", "增加", "上调"))
_TURNS = re.compile(
    r"(压减|压缩|削减|核减|降低|减少|下调|提高|提升|增加|上调)(.{0,14}(?:支出|经费|成本|标准|投入|费用|收费|待遇|排放|排放量|能耗|用量|费率|电价))"
)
_ALIKE = re.compile(r"(?:同比|分别)*(?:均|都|双双|年均)")
_EACH_OF_TWO = re.compile(r"(?:年均|同比)*分别(?:年均|同比)*(?:增长|增加|提高|下降)")
_BRANCHES = re.compile(r"[两三四五六七八九十]大[^、]{0,6}?产业")
_OVERTAKEN = re.compile(r"(?:大关|台阶|关口)[，、]?(?:分别)?(?:实现|完成)?达到?了?(?=\d)")
_PASSED = re.compile(r"(?:突破|首破|跨越|跨过|越过|迈过|迈上|跃上|跃过|站上|登上|超过)$")  # 突破12亿元，达12.3亿元
# 粮食总产86亿斤，连续9年稳定在80亿斤以上
_STEADY = re.compile(r"连续[\d一二三四五六七八九十]{1,3}年[^，；]{0,4}(?:稳定|保持)在$")
_GROWN_TO = re.compile(r"(?:突破|超过|达到?|增至|增加到)了?$")
_STEPS = re.compile(r"(?:先后|相继|接连|连续)(?:突破|跨越|跨过|迈上|越过)$")  # 生产总值先后突破3000亿元、4000亿元
_REACHES = re.compile(r"[，、](?:分别|预计|有望)?(?:实现|完成)?达到?了?(?=\d)")
_FROM = re.compile(r"(?:由|从)[^，；由从]{0,16}$")
_TURNED = re.compile(r"(?:转为|转正|扭转)")  # 增速由上年的-14%转为正增长6%
# 超额完成年度任务2.1亿元 is about the plan, not about an indicator.
_PLAN_ITSELF = re.compile(
    r"^(?:是|为)?(?:超额|提前|超)?(?:完成)?(?:全年|年度|年初|年)?(?:(?:自治区|[省市县区州盟]|上级)[^，]{0,4})?(?:预期)?(?:目标|计划|任务|指标|序时进度|(?:调整|变动|年初)?预算)+(?:数|任务|指标)?的?$"
)
# 规划覆盖率达到80%，60%以上完成整治: a share of something else
_SHARE = re.compile(r"(?!的?(?:增|降|涨|提|速|幅|目标|水平|比[例重]|高|低|快|多|为|是))[一-龥“]")
_STILL_AIMED = re.compile(
    r"有望|(?<![需主重首只])要|力争|争取|确保|预计|目标|将|到20\d\d年|明年"
)  # 突破80亿元，力争到2025年达300亿元
_ANOTHER_YEAR = re.compile(
    r"到?20\d\d年(?:底|末)?，?(?:力争|要|将)?(?:再)?(?:达|突破|增|超过)"
)  # …；到2030年力争达到3000亿元


class FigureSentence:
    """The figures of one line; what it has said may be taken over by the sentence behind."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.judge = Judge(line)
        self.places = Places(line)
        self.names = Names(line, self.judge)
        open_place(line)

    def take_over(self, before: FigureSentence) -> None:
        """Let hold here what still holds of the sentence before."""
        last = before.line
        listed = self.line.clean[last.sentence.end - 1] == "；"
        if before.goes_on(self.line.sentence):
            if listed:
                self.judge.follow(before.judge)
            carry_over(self.line, last)
        elif listed and not self.line.is_report and self.line.sentence.start <= last.sentence.end + 1:
            self.line.said.place = last.said.place  # 2023年甲区预计完成产值26亿元；税收5亿元
            open_place(self.line)
        elif not listed and self.line.sentence.start <= last.sentence.end + 1:
            carry_counted(self.line, last)
            carry_place(self.line, last)

    def goes_on(self, following: Sentence) -> bool:
        """Whether the next follows at once, in the same paragraph and section, or with more aims behind a semicolon."""
        sentence = self.line.sentence
        if following.start > sentence.end + 1:
            return False
        if following.modality == sentence.modality:
            return True
        if self.line.clean[sentence.end - 1] != "；":
            return False
        return _ANOTHER_YEAR.match(self.line.clean, following.start) is not None or aimed(self.line, sentence.end)

    def items(self) -> Iterator[Observation | Rejection]:
        """What the sentence states, in the order of the rules, and figures that are refused."""
        yield from fixed_figures(self.line)
        for figures, floor in runs(self.line):
            yield from self._figures(figures, floor)

    def _figures(self, figures: list[Figure], floor: int) -> Iterator[Observation | Rejection]:
        """What a run of figures states; `floor` is the end of the figure before it."""
        clean = self.line.clean
        if figures[0].kind == "rank":
            return
        if figures[0].kind == "scaled":
            figures = [with_unit(self.line, f, floor) for f in figures]
        first = figures[0]
        if first.kind == "percent" and clean[first.start - 1] in "，；" and _SHARE.match(clean, figures[-1].rough):
            return
        words, clause = words_before(self.line, first, floor)
        if (year := compared_with(clean, first, words)) is not None:
            yield from self._base(first, clause, year)
            return
        if is_compared(first, words):
            return
        if _TURNED.match(clean, figures[-1].rough) and (origin := _FROM.search(words)):
            self._keep_names(figures, read_frame(words[: origin.start()], clause, "percent"))
            return
        if CHANGE.match(clean, figures[-1].rough) and (origin := _FROM.search(words)):
            # 由7.1%下降到1.1%: the second figure counts
            yield from self._origins(figures, words[: origin.start()], floor, clause)
            return
        if is_rate_of_zero(self.line, first, words):
            figures = [dataclasses.replace(first, unit="%", kind="percent")]
            first = figures[0]
        words = as_growth(clean, first, words)
        if _OVERTAKEN.match(clean, figures[-1].rough) or (
            _PASSED.search(words) and _REACHES.match(clean, figures[-1].rough)
        ):  # 突破4亿元大关，达4.8亿元: the second figure says more
            self._keep_names(figures, read_frame(words, clause, "percent"))
            return
        words = without_doubling(words)
        told = (clean, self.line.sentence.start, clause, words, len(figures))
        if (parts := quarters(*told) or years_in_row(*told)) is not None and self._of_one(parts, len(figures)):
            yield from self._by_quarter(figures, floor, clause, parts)
            return
        frame = read_frame(words, clause, first.kind)
        if frame.measure == "growth" and len(figures) > 1:
            figures = turned(clean, figures, frame.sign)
        if len(figures) > 1 and (places := self.places.in_a_row(frame, len(figures))):
            yield from self._by_place(figures, frame, places[-1].end)
            return
        steps = _STEPS.search(words) if len(figures) > 1 else None
        if steps is not None and not self.line.names.split(frame.phrase, len(figures)):
            self._keep_names(figures[:1], read_frame(words[: steps.start()], clause, "percent"))
            return
        if len(figures) == 1 and (places := self.places.sharing(frame, words)):
            yield from self._by_place(figures * len(places), frame, places[-1].end)
            return
        if len(figures) > 1 and self.line.names.elided(frame.phrase):
            name, row = self.places.ranked_before(floor, clause, len(figures))
            if name:
                yield from self._of_row(figures, frame, row, name)
                return
        yield from self._run(figures, floor, clause, words, frame)

    def _run(
        self, figures: list[Figure], floor: int, clause: int, words: str, frame: Frame
    ) -> Iterator[Observation | Rejection]:
        """The observations of a run whose words have been read, each of its own indicator."""
        first, said, names = figures[0], self.line.said, self.line.names
        scope = self.places.scope(clause) + frame.phrase
        if nation := of_nation(scope, first.kind):
            frame = dataclasses.replace(frame, phrase=without_nation(frame.phrase))
        kind = "money" if first.kind == "count" and names.known(names.strip(frame.phrase)) else first.kind
        above = place_above(scope, kind, self.line.scene)
        if names.elided(frame.phrase) or self._of_which(clause):
            above = above or said.above  # 全盟产值143亿元，增长27%
        said.above = above
        untold = above is None and place_untold(scope, kind, self.line.scene.home)
        untold = nation or (untold and self.places.whole(scope, clause) is None)
        phrase = self.places.phrase(frame, first.kind)
        if above is not None and self.places.named_above(above, clause):
            said.place = said.theme = above
        if first.kind == "percent" and frame.measure == "level" and (turn := _TURNS.fullmatch(phrase)):
            frame = dataclasses.replace(frame, measure="growth", sign=1 if turn[1] in _RISES else -1)
            phrase = turn[2]  # 压减一般性支出10%
        self.places.keep_supported(phrase, clause)
        if _PLAN_ITSELF.match(phrase) or _PLAN_ITSELF.match(frame.phrase):
            return
        if first.kind == "points" and is_of_rate(words, grew=said.measure == "growth", elided=names.elided(phrase)):
            return
        run = Run(figures, floor, clause, words, frame, phrase)
        told = self.names.told_before(run)
        subjects = self.names.of_run(run, told)
        if added := ADDED.match(frame.phrase) or ADDED.match(phrase):
            said.added = added[0]
        elif said.added and not self.names.in_list(run) and not run.among:
            said.added = ""
        counts = first.kind in COUNT_KINDS and said.kind not in COUNT_KINDS
        counts = counts and not (len(figures) > 1 and all(map(names.known, subjects)))
        counts = counts and not self._grown_to(run, subjects)
        if not subjects or (not phrase and counts and not told and not _IN_ALL.search(frame.phrase)):
            if (counted := counted_behind_figure(self.line, self.judge, run)) is not None:
                yield counted
            return
        subjects = self._with_wholes(run, subjects)
        rounds = _PASSED.search(run.words) or _STEADY.search(run.words) or is_limit(run)
        if rounds and only_rounds(self.line, run, subjects):
            return
        group = self._alike(run)
        said.subjects = group or subjects
        untold = self._keep(run, nation) or untold
        if said.row and not (names.elided(phrase) and len(said.row) == len(group or figures)):
            said.row = ()
        pairs = [(first, n) for n in group] if group else self.names.pairs(run, subjects)
        for number, (figure, name) in enumerate(pairs):
            item = self._judged(figure, name, frame, clause, "low_confidence" if untold else None)
            if isinstance(item, Observation):
                goes_on = phrase.startswith("占") or (names.elided(phrase) and not _STILL_AIMED.search(words))
                if said.done and item.kind == "target" and goes_on:
                    item = dataclasses.replace(item, year=said.done, kind="actual")  # 已完成8亿元，占年计划的30%
                said.done = item.year if item.kind == "actual" else 0
                own = self._of_which(clause) and said.place not in (None, above)
                place = above or (said.row[number] if said.row else item.place)
                item = dataclasses.replace(item, place=(item.place if own else None) or place)
            if item is not None:
                yield item

    def _grown_to(self, run: Run, subjects: list[str]) -> bool:
        """Whether a count tells what the rise before it has led to: 个体工商户增长12%，突破3万户."""
        grown = self.line.said.measure == "growth" and len(run.figures) == 1 and not run.growth
        reached = grown and _GROWN_TO.search(run.words) is not None
        return reached and self.line.names.headed(subjects[-1], run.first.kind)

    def _alike(self, run: Run) -> list[str]:
        """The names before of each of which one rise is said; none where it is said of the last alone.

        城镇和农村居民收入56000元和31000元，均增长8%; 城镇居民收入1.9万元，农民收入8600元，年均分别增长10%.
        """
        each_of_two = _EACH_OF_TWO.match(run.words) is not None
        group = self.line.said.recent[-2:] if each_of_two else self.line.said.subjects
        if len(run.figures) > 1 or len(group) < 2 or not (run.growth and self.line.names.elided(run.phrase)):
            return []
        return group if each_of_two or _ALIKE.match(run.words) else []

    def _of_which(self, clause: int) -> bool:
        """Whether a figure is of a part of what was named before, of no place: 全市装机620万千瓦，其中风电178万千瓦."""
        start = clause + len("其中")
        return self.line.clean.startswith("其中", clause) and self.line.clean[start] not in "全我本"

    def _keep(self, run: Run, nation: bool) -> bool:
        """Keep what figures behind a run may go on about; whether the run itself goes on about nobody of the place.

        甲公司销售10万辆，增长12%: the growth is that firm's, as what was named before is.
        """
        said, names, first = self.line.said, self.line.names, run.first
        said.kind, said.measure = first.kind, run.frame.measure
        if not (run.growth and names.elided(run.phrase)):
            said.last = first.value, first.unit
        if run.phrase:
            said.shared = run.phrase if len(run.figures) > 1 and _BRANCHES.search(run.phrase) else ""
        if not (names.elided(run.phrase) or run.phrase.startswith("占")):
            said.named, said.abroad = (run.clause, first.start), nation
            return False
        return (said.abroad and names.elided(run.frame.phrase)) or self.judge.things.about_a_thing(*said.named)

    def _with_wholes(self, run: Run, subjects: list[str]) -> list[str]:
        """The indicators with the projects or the park that they belong to; both are kept for what follows."""
        line, said = self.line, self.line.said
        before = Before(line.clean, line.sentence.start, run.clause, said.counted, True)
        subjects = [of_projects(line.names, n, run.first, before, self.places.placeless) for n in subjects]
        counts = run.first.kind == "count" and subjects[0].endswith("项目") and not run.growth
        if counts and not (said.counted and STAGE.fullmatch(run.phrase)):  # 重点项目102个，已开工62个，投资: of all
            said.counted = COUNTED_PROJECTS.sub("", subjects[0])
        if (run.phrase and not line.names.elided(run.phrase)) or subjects[-1] not in said.recent:
            said.recent = [n for n in said.recent if n not in subjects] + subjects
        if said.part and said.place is None:
            subjects = [said.part + n if self.names.of_a_park(n) else n for n in subjects]
        return subjects

    def _judged(
        self, figure: Figure, name: str, frame: Frame, clause: int, why: str | None = None, place: Ref | None = None
    ) -> Observation | Rejection | None:
        """The observation of a figure, or why it is none; nothing where it is no statistic at all."""
        if why is None:
            told = place or self.line.said.place
            told = None if self.line.topic.headed and told == self.line.topic.opens else told
            named = Named(told, place is None and self.places.elsewhere())
            why = self.judge.refuse(figure, name, frame, clause, named)
        if why is None:
            return observe(self.line, figure, name, frame, clause)
        shown = name + self.line.clean[figure.start : figure.end]
        return Rejection(figure.start, figure.end, shown, why) if why else None

    def _of_one(self, row: Quarters, count: int) -> bool:
        """Whether figures of several years are of one indicator: not 2019年至2020年，存、贷款分别增长6%、8%."""
        if not row.years:
            return True
        phrase = read_frame(row.words, 0, "percent").phrase
        if self.line.names.elided(phrase):
            return len(set(self.line.said.subjects)) == 1
        return not self.line.names.split(phrase, count)

    def _by_quarter(
        self, figures: list[Figure], floor: int, clause: int, row: Quarters
    ) -> Iterator[Observation | Rejection]:
        """One figure of one indicator for each of several parts of a year or several years."""
        said, kind = self.line.said, figures[0].kind
        frame = read_frame(row.words, clause, kind)
        if frame.measure == "growth":
            figures = turned(self.line.clean, figures, frame.sign)
        run = Run(figures[:1], floor, clause, row.words, frame, self.places.phrase(frame, kind))
        subjects = self.names.of_run(run, self.names.told_before(run))
        if not subjects:
            return
        said.subjects, said.kind, said.measure = subjects, kind, frame.measure
        for number, (figure, part) in enumerate(zip(figures, row.parts, strict=True)):
            item = self._judged(figure, subjects[-1], frame, clause)
            if isinstance(item, Observation):
                item = dataclasses.replace(item, indicator=subjects[-1] + (f"({part})" if part else ""))
                item = dataclasses.replace(item, year=row.years[number]) if row.years else item
            if item is not None:
                yield item

    def _by_place(self, figures: list[Figure], frame: Frame, end: int) -> Iterator[Observation | Rejection]:
        """One figure of one indicator for each of the places in a row, which end at `end`."""
        first, said, names = figures[0], self.line.said, self.line.names
        phrase = names.strip(frame.phrase[end - frame.start :])
        if not phrase and first.kind == said.kind and said.subjects:
            phrase = said.subjects[-1]  # 甲县生产总值突破90亿元，乙县、丙县分别达到80亿元、70亿元
        if len(phrase) < 2:
            return
        name = names.canonical(phrase, first.kind, frame.measure == "growth")
        yield from self._of_row(figures, frame, self.places.in_a_row(frame, len(figures)), name)

    def _of_row(
        self, figures: list[Figure], frame: Frame, places: list[Mention], name: str
    ) -> Iterator[Observation | Rejection]:
        """The figures of one indicator, each of one place."""
        first, said = figures[0], self.line.said
        said.row, said.subjects, said.kind = tuple(p.ref for p in places), [name] * len(places), first.kind
        for figure, place in zip(figures, places, strict=True):
            item = self._judged(figure, name, frame, frame.start, place=place.ref)
            if item is not None:
                yield dataclasses.replace(item, place=place.ref) if isinstance(item, Observation) else item

    def _origins(self, figures: list[Figure], words: str, floor: int, clause: int) -> Iterator[Observation]:
        """The figures that a change starts from: observations of their own where their year is known.

        生产总值连跨三个台阶，由2016年的612亿元增加到…: named in the clause before. 占全省比重由4.1%提高到4.6% is no
        figure of what was named before.
        """
        line, said, kind = self.line, self.line.said, figures[0].kind
        phrase = self.places.phrase(read_frame(words, clause, "percent"), kind)
        named = self.names.named_before(floor, clause, len(figures)) if line.names.elided(phrase) else []
        named = [line.names.canonical(n, kind) for n in named]
        said.subjects = named or poor(figures, phrase) or self.names.of_phrase(phrase, len(figures), kind)
        if not said.subjects:
            said.recent = []
        said.kind, said.measure = kind, "level"
        for figure, name in zip(figures, said.subjects, strict=False):
            turn = CHANGE.match(line.clean, figures[-1].rough)
            made = self._judged(figure, name, Frame(name, "level", 1, clause, turn[0] if turn else ""), clause)
            if isinstance(made, Observation):
                year = base_year(line.scene.text, line.sentence, figure.start, made.year, line.review)
                if year is not None:
                    yield dataclasses.replace(made, year=year, kind="actual")

    def _base(self, figure: Figure, clause: int, year: int) -> Iterator[Observation]:
        """The figure of an earlier year with which the one before it is compared."""
        said = self.line.said
        if not said.subjects or figure.kind != said.kind:
            return
        name = said.subjects[-1]
        made = self._judged(figure, name, Frame(name, "level", 1, clause, ""), clause)
        if isinstance(made, Observation):
            yield dataclasses.replace(made, year=year, kind="actual")

    def _keep_names(self, figures: list[Figure], frame: Frame) -> None:
        """Keep what a figure is of that another one overtakes at once."""
        said, kind = self.line.said, figures[0].kind
        said.joint = self.places.phrase(frame, kind)
        said.subjects = self.names.of_phrase(said.joint, len(figures), kind) or said.subjects
        said.kind = kind
