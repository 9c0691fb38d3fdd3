"""Where texts that are neither report nor plan (news, answers) begin to tell what is planned, and where that ends.

Example: all below 三、今后五年的主要任务 until the next chapter, what answers 记者：下一步有何打算？ until the next
question, what follows 下一步， or 报告提出，2020年，将… in its paragraph. No example: 二、重点任务完成情况;
记者：取得了哪些成效，下一步有何打算？
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.text.ahead import LABEL
from kg.text.metadata import Metadata
from kg.text.news_years import SETS
from kg.text.state import State
from kg.text.times import NAMED_YEAR, Expression
from kg.types import Heading

# 报告提出，2020年，将加快建设新城: in news of a report
_PROPOSED = re.compile(f"(?:报告|规划|方案){SETS}")
_COMING = re.compile(  # 2025年拟安排实事项目30项, in a notice of 2024
    r"(?:[一二三四五六七八九十]{1,3}、)?((?:19|20)\d\d)年，?(?:拟|计划|将|重点|主要|我[省市县区]将|全[省市县区]将)"
)
_ONWARD = re.compile(
    r"(?:下一?步|下一?阶段|接下来|今后(?:一段时间|一个时期|[一两三五]年)?)(?:，|我们(?:要|将)|[全我][省市县区州旗镇乡](?:要|将))"
    r"|(?:[二三四]季度|下半年|年底前|最后[两二三]个月)，(?:一要|我们要|要(?!是)|必须|务必)"  # 四季度，一要保竣工。
    r"|希望(?:受表彰|获奖|各(?!级领导)|全[省市县区州]|广大|大家)[^。]{0,24}(?:，|继续|再接再厉)"
)
# 全会强调，下半年要深入实施…: to the end of the paragraph
_ASKED_FOR = re.compile(
    r"(?:全会|会议|大会)(?:强调|要求|提出|部署|号召|明确)，[^。；]{0,24}?(?<![重主需])要(?![求素点])"
)
_LATER = re.compile(r"(?:[一二三四五六七八九十]{1,2}、)?((?:19|20)\d\d)年，")  # of news and notes of the year before
_CHAPTER = re.compile(
    r"(?:下一?步|下一?阶段|下半年|今后|未来[一两三五]年|明年|新的一年|后半程|后半段|(?:19|20)\d\d年)[^，。]{0,12}"
    r"(?:打算|安排(?:意见|建议)?|任务|重点|思路|目标|计划|部署|举措|措施|建议|方向|工作)$"
    r"|^(?:[一二三四五六七八九十]、)?(?:下一?步|下一?阶段|(?:未来)?展望|展望未来)$|(?:主要任务|重点任务|目标任务|工作任务|工作打算|工作安排|工作思路|工作计划|工作建议|工作要点|奋斗目标|主要目标|发展目标|预期目标|总体目标"
    r"|指导思想|总体要求|总体思路|努力方向|保障措施|组织保障|对策建议|工作要求)(?:[和与及、](?:主要|重点|工作|政策|保障)?(?:任务|目标|措施|举措|指标|要求|思路))?$"
)
_SPOKEN = re.compile(r"[一-龥A-Za-z]{1,12}：")
_ASKS_AHEAD = re.compile(
    r"(?:下一?步|下一?阶段|接下来|今后|未来|明年|下半年|新(?:的)?一年|将(?:在哪|如何|怎样|怎么|采取|重点|从哪))[^。？\n]{0,60}？"
)
_ASKS_BACK = re.compile(r"成效|成绩|成果|进展|取得|做了|开展了|目前|近年来|过去|以来")
_LOOKS_BACK = re.compile(
    r"(?:近年来|去年|目前|当前|截至|过去|此前|今年以来|今年上半年|上半年|前[一二三]季度|据(?:了解|介绍|悉)|[三五]年来)"
)
_ITEM = re.compile(r"\d|（\d|[①-⑳]|[一二三四五六七八九十]{1,2}是")


class Outlook:
    """The course of a text that is neither report nor plan.

    Attributes:
        state: what governs the sentence that was reached last.
    """

    def __init__(self, clean: str, about: Metadata) -> None:
        self._clean, self._about = clean, about
        self._done = State("done", about.year)
        self._chapter = self._paragraph = self.state = self._done
        self._level = 1
        self._asked = False

    def reach(self, start: int, end: int, heading: Heading | None, named: Sequence[Expression]) -> State:
        """What governs the sentence from start to end, which may be a heading and names expressions of time."""
        text = self._clean[start:end]
        if heading is not None and start > 0:  # a title is no chapter
            self._turn(heading, named)
        if start == 0 or self._clean[start - 1] == "\n":
            self._ask(start)
            self._paragraph = State("planned", self._about.year) if self._asked else self._chapter
        self._paragraph = self._proposed(text)
        back = self._paragraph.modality == "planned" and _LOOKS_BACK.match(text) is not None
        self.state = self._done if back else self._paragraph
        return self.state

    def _turn(self, heading: Heading, named: Sequence[Expression]) -> None:
        """Begin or end a chapter of plans; 1. and lines of their own in it go on with it."""
        years = [int(year) for year in NAMED_YEAR.findall(heading.text)]
        year = self._about.year
        if _CHAPTER.search(heading.text) and (not years or (year is not None and max(years) > year)):
            spans = [span for one in named if (span := one.interval(self._about.years, year)) is not None]
            self._chapter = State("planned", max((last for _, last in spans if last >= (year or 0)), default=year))
            self._level = heading.level
        elif heading.level <= max(self._level, 1) and not _ITEM.match(heading.text):
            self._chapter = self._done

    def _ask(self, start: int) -> None:
        """Whether the paragraph at a position asks what is to come, or what else; an answer is of what was asked."""
        end = self._clean.find("\n", start)
        paragraph = self._clean[start : end if end >= 0 else len(self._clean)]
        if paragraph.endswith("？") and _SPOKEN.match(paragraph):
            self._asked = _ASKS_AHEAD.search(paragraph) is not None and _ASKS_BACK.search(paragraph) is None

    def _proposed(self, text: str) -> State:
        """The state of the paragraph from a sentence on that begins to tell what is planned."""
        about = self._about
        if (said := _PROPOSED.search(text)) is not None:
            year = int(said[1])
            return State("planned", year) if about.year is None or year >= about.year else self._paragraph
        if self._paragraph.modality == "done" and (label := LABEL.match(text)) is not None:
            named = int(label["year"]) if label["year"] else about.year
            if about.year is None or named is None or named >= about.year:
                return State("planned", named)  # 下步打算：到2025年，产值达到100亿元。加快甲厂落地
        coming = _COMING.match(text)
        if coming is not None and about.year is not None and int(coming[1]) > about.year:
            return State("planned", int(coming[1]))
        if self._paragraph.modality == "done" and _ONWARD.match(text) is not None:
            return State("planned", about.year)
        if self._paragraph.modality == "done" and _ASKED_FOR.match(text) is not None:
            return State("planned", about.this_year or about.year)
        later = _LATER.match(text) if about.year is not None else None
        if later is not None and about.year is not None and int(later[1]) == about.year + 1:
            return State("planned", about.year + 1)
        return self._paragraph
