"""What the paragraph of a news item speaks of: a company or a zone that a sentence named, a year that still holds."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.relate.clauses import View
from kg.relate.place_headings import headings
from kg.types import Mention, Ref, Scene, Sentence

# 4月27日晚间，甲公司发布年报; 据了解，; 今年以来，
_LEAD = re.compile(
    r"(?:(?:据|记者)[^，。]{0,16}，|(?:会议|报告)(?:披露|提出|指出|明确|要求|强调|透露|通报)，|\d{1,2}月\d{1,2}日[^，。]{0,4}，?|(?:与此同时|目前|今年|去年|同日|同期|此外|其中|近日|日前)[^，。]{0,6}，?|(?:19|20)\d\d年，?|作为[^，。]{2,24}，|[“位于在]){0,3}"
)
_PLACE_AGAIN = re.compile(r"[全我本][省市县区镇乡州旗盟](?![^，。]{0,4}公司)")
_HEADING = re.compile(r"[。：:]?\n?")  # 松泉县。一季度完成…
_PARK = re.compile(r"(?:园区|港区|港务区|高新区|经开区|开发区|集聚区)(?!企业|内)")
# 松泉：总量领跑, 松泉县: a short line that may be a heading of what follows
_LINE_OF_PLACE = re.compile(r"(?:^|\n)[^\n，。；：]{2,12}(?:：[^\n。；]{2,30})?(?=\n)")
# 公司主导产品有…。2020年实现销售收入3亿元，上缴税金2100万元, on its own page
_THE_FIRM = re.compile(r"(?:该|本|我)?公司(?!数|家|总数|化|们|法)")
_NO_TOPIC = frozenset(("Industry", "Slogan", "Honor", "Program"))


# 松泉县坚持工业强县，上半年完成投资8亿元; not 松泉县委, 松泉县民营企业
_GOES_ON = re.compile(
    r"，|坚持|围绕|聚焦|以(?!上|内|外)|抢抓|持续|[今去]年|上半年|前三季度|[一二三四]季度|\d|深入|大力|作为|是|立足|依托|发挥|紧盯|瞄准|锚定"
    r"|全力|紧紧|始终|着力|突出|加快|积极|不断|把|将|通过|按照|则|也|在(?!建)|举[办行]|组织|开展"
)


class Topic(NamedTuple):
    """A company (`firm`) or a zone with whose name a sentence of the paragraph began, and none with a place since.

    `opens` is the place that begins the sentence itself, as what it goes on to speak of, or of the heading above it
    (`headed`).
    """

    firm: bool = False
    zone: Ref | None = None
    opens: Ref | None = None
    headed: bool = False


class NewsTopics:
    """Follows the sentences of one document, in order; a report has no topics."""

    def __init__(self, scene: Scene) -> None:
        self.clean = scene.text.clean
        self.is_news = scene.text.document.kind != "report"
        self.topic = Topic()
        self.headed: Ref | None = None  # the place that was all of the sentence before
        self.zones: set[Ref] = set()  # those named so far
        self.over = _headed(scene) if self.is_news and _LINE_OF_PLACE.search(scene.text.clean) else {}

    def at(self, sentence: Sentence, mentions: tuple[Mention, ...]) -> Topic:
        """What the next sentence is about as far as it, those before it or the heading of a place say so."""
        if not self.is_news:
            return self.topic
        topic = self._told(sentence, mentions)
        over = self.over.get(sentence.start)
        return topic if topic.opens is not None or over is None else topic._replace(opens=over, headed=True)

    def _told(self, sentence: Sentence, mentions: tuple[Mention, ...]) -> Topic:
        """What the next sentence, with its mentions, is about as far as it or those before it say so at their start."""
        clean, start = self.clean, sentence.start
        above, self.headed = self.headed, None
        if start == 0 or clean[start - 1] == "\n":
            self.topic = Topic()
        self.zones.update(m.ref for m in mentions if m.type == "Zone")
        lead = _LEAD.match(clean, start)
        opening = lead.end() if lead else start
        if _PLACE_AGAIN.match(clean, opening):
            self.topic = Topic()
            return self.topic
        if _THE_FIRM.match(clean, opening):
            self.topic = Topic(firm=True)
            return self.topic
        if len(self.zones) == 1 and _PARK.match(clean, opening):
            zone = next(iter(self.zones))  # 2022年，园区完成产值86亿元, in the portrait of one
            self.topic = Topic(zone=zone)
            return Topic(zone=zone, opens=zone)
        named = next((m for m in mentions if m.start >= opening and m.type not in _NO_TOPIC), None)
        if named is not None and named.start == opening:
            self.topic = Topic(named.type == "Enterprise", named.ref if named.type == "Zone" else None)
            heading = _HEADING.fullmatch(clean, named.end, sentence.end) is not None
            if named.type in ("Zone", "Region") and (heading or _GOES_ON.match(clean, named.end)):
                self.headed = named.ref if heading else None
                return self.topic._replace(opens=named.ref)
        return self.topic if above is None else self.topic._replace(opens=above)


def _headed(scene: Scene) -> dict[int, Ref]:
    """By start of a sentence the part of the own place that its heading names: 松泉：总量领跑⏎…固定资产投资增长9%."""
    inside = ((clause, place.ref) for clause, place in headings(View(scene)) if place.ref != scene.home)
    home = scene.home.key if scene.home is not None else None
    return {
        clause.sentence.start: ref
        for clause, ref in inside
        if ref.type == "Zone" or home in scene.parents.get(ref.key, ())
    }
