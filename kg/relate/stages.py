"""Status attributes: the stage of every project of a sentence, with the year for which it is said."""

from __future__ import annotations

import re

from kg.ontology import Lexicon
from kg.relate.said import below_plan
from kg.relate.scenery import is_title, sentences_with_mentions
from kg.relate.stage_aims import OF_WHICH
from kg.relate.stage_facts import StageFacts, not_begun, tells
from kg.relate.stage_headings import without_idle_labels
from kg.relate.stage_sentence import SentenceStages
from kg.relate.stage_series import FIELD, is_item, next_of_series
from kg.relate.stage_things import THINGS, members_of
from kg.relate.stage_topics import ITEM, ceremonies, spoken
from kg.relate.status import Stage, StatusVerbs
from kg.relate.status_groups import counted
from kg.relate.status_labels import status_of_label
from kg.types import Attribute, Modality, Scene, Sentence, Span

_FIRST_OF = re.compile(r"其中|项目中，")
_BRACKET = re.compile(r"[【\[]([^】\]\n]{2,8})[】\]]")
# 共签约项目16个。签约项目涉及新能源、新材料等领域。其中，…
_OF_WHAT_KIND = re.compile(
    "(?:(?:此次|本次|这些|所|上述)?(?:签约|开工|竣工|落户)?的?项目(?:主要)?|其中[^，。；]{0,12}项目[^，。；]{0,8}，(?:主要)?)(?:涉及|涵盖|覆盖|包括)"
)
_LABEL = 24  # characters of a line above items


class StageReader:
    """Reads the status of projects, of zones that are being built, and of enterprises listed as projects."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._verbs = StatusVerbs(lexicon)
        self._lexicon = lexicon

    def read(self, scene: Scene) -> list[Attribute]:
        news = tells(scene)
        found: list[Attribute] = [*ceremonies(self._verbs, scene)]
        found += spoken(self._verbs, scene, news)
        clean = scene.text.clean
        facts = StageFacts(self._verbs, scene, members_of(scene))
        series: Stage | None = None  # of a row of sentences, each on a project
        till = 0  # where the last sentence of that row ends
        announced: Stage | None = None  # 全市31个项目集中开工。其中，…
        listed: Stage | None = None  # 签约项目包括：⏎1.…；⏎2.…
        titled = False  # the sentence before is no more than a project's name
        for sentence, mentions in sentences_with_mentions(scene):
            below, titled = titled, news and is_title(clean, sentence, mentions, titled)
            before, announced = announced, None
            if clean[sentence.start - 1 : sentence.start] in ("", "\n") and not ITEM.match(clean, sentence.start):
                listed = self._of_items(clean, sentence, "done" if news else sentence.modality)
            if news:
                aim: Modality = "planned" if below_plan(sentence) else "done"
                announced = counted(self._verbs, clean, sentence.start, sentence.end, aim)
            if sentence.part == "glossary" or not any(m.type in THINGS or m.key in facts.members for m in mentions):
                if announced is None and _OF_WHAT_KIND.match(clean, sentence.start):
                    announced = before
                continue
            site = "会场" in clean[sentence.start : min(sentence.end, sentence.start + 40)]  # 主会场设在甲项目现场
            first = next((m for m in mentions if m.type == "Project"), None)
            of_those = any(shape.match(clean, sentence.start) for shape in (OF_WHICH, FIELD))
            of_those = of_those or is_item(clean, sentence, first)
            if before is not None and not site and not of_those:
                before = None
            # 其中，甲项目总投资…。乙项目总投资…。: the items of one announcement
            series = before or next_of_series(clean, sentence, mentions, till, series)
            till = sentence.end
            if bracket := _BRACKET.match(clean, sentence.start, sentence.end):
                series = self._labelled(
                    bracket, "done" if news else sentence.modality
                )  # 【新开工】甲项目，…；乙项目，…
            reader = SentenceStages(
                facts, self._lexicon, sentence, mentions, series or announced or listed, news=news, titled=below
            )
            found += reader.read()
            if series is None and announced is not None and _FIRST_OF.search(clean, sentence.start, sentence.end):
                series = announced  # 集中开工16个项目，其中，甲项目…；乙项目…
        found = not_begun(scene, without_idle_labels(found))
        return _still_idle(clean, found) if news else found

    def _labelled(self, bracket: re.Match[str], modality: Modality) -> Stage | None:
        """The stage of what stands behind a label in brackets."""
        status = status_of_label(self._verbs, bracket[1].removesuffix("项目") + "项目", modality)
        return Stage(status, Span(*bracket.span(1)), "status.label") if status else None

    def _of_items(self, clean: str, sentence: Sentence, modality: Modality) -> Stage | None:
        """The stage that a line gives the items below it: 签约项目包括："""
        if not clean.startswith("：", sentence.end - 1) or sentence.end - sentence.start > _LABEL:
            return None
        status = status_of_label(self._verbs, clean[sentence.start : sentence.end], modality)
        return Stage(status, Span(sentence.start, sentence.end), "status.group") if status else None


def _still_idle(clean: str, found: list[Attribute]) -> list[Attribute]:
    """The statuses of news without the completion of a work that a later sentence says to run: 竣工项目 that 已投产."""
    running = {(a.entity, a.year): a.start for a in found if a.value == "operating" and a.modality == "done"}

    def runs(a: Attribute) -> bool:
        return a.value == "completed" and "。" in clean[a.end : running.get((a.entity, a.year), a.end)]

    return [a for a in found if not runs(a)]
