"""What has its seat outside of the document's own region: zones of the nation, bodies and regions of other places."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from kg.ontology import Lexicon, load_gazetteer
from kg.ontology.divisions import COUNTY, is_municipality, is_province
from kg.relate.clauses import View
from kg.types import Mention, Ref

_ATTENDS = "参加|参展|参赛|亮相|出席|赴|参与|借助|借力|利用|抢抓|依托|备战|出征|逐鹿|征战|组团|受邀|应邀|入选"
_AID = "(?:援疆|援藏|援青|援建|对口(?:支援|帮扶|协作|合作)|东西部(?:扶贫)?协作|(?:结对|帮扶|扶贫)协作|山海协作)"
_TOP = 200  # characters of a text that say what it is about
_ENDS = re.compile(r"(?<=[^\d])[至到－—–-]+(?=[^\d])")  # 松泉至青川公路
_BIDS = "(?:申办|竞办|争办|争取(?:举办|承办|申办))"
# 参加甲博览会, which others hold; 申办乙赛, which nobody holds yet; not 备战省运会、筹备|市运会
OTHERS_EVENT = rf"(?:{_ATTENDS})(?:(?![、和](?:筹备|筹办|举办|承办|主办|办好))[^，。；])*$|{_BIDS}[^，。；]{{0,8}}$"
_BRANCH = re.compile(r"(?:分行|支行|分公司|营业部)$")
_SOCIETY = re.compile(r"(?:商会|同乡会|同乡总会|校友会|企业家协会|联谊会)$")
_SENT = re.compile(r"驻(?P<place>[一-龥]{2,6}?)(?:办事处|联络处|招商局|招商处)$")
_PROVINCIAL = re.compile(r"(?:省|自治区)(?:分行|分公司)$")
OFFICIAL = re.compile(r"(?:国家级?|省级)?(?:经济技术开发区|经济开发区|高新技术产业开发区|高新技术开发区|经开区|高新区)")
# 上海园, 苏州产业园: after the place whose people build it here
PARTNER = re.compile(r"(?:产业|工业|科技|创新|高新|合作|共建|转移|生态)*园(?:区)?")
_BUREAU = re.compile(r"([市县区旗州盟])(?!域|中|场|民|政|内)[一-龥]{1,12}(?:局|委|办|办公室|委员会|法院|检察院)")
_ACADEMY = re.compile(r"(?:大学|科学院|农科院|研究总院|设计院|勘察院|出版社)$")
_HOTEL = re.compile(r"(?:酒店|宾馆|饭店|会议中心|会展中心)$")
_HOLDS = re.compile(
    r"(?:举办|主办|承办|召开|组织|举行|迎来|办好)了?[^，。；]{0,16}$|(?:举办|主办|承办|办好)了?(?:[^，。；、]{4,24}、){1,3}$"
)
_TOWN_CODE, _COUNTY_CODE = 9, 6
_LIST = 80  # characters of a row of events behind the verb
_KINDS = "省市县区州盟旗"  # how the full name of a division ends
_LONGEST = 12  # characters of a division's name worth looking for at the start of a body's name


def gives_aid(view: View) -> bool:
    """Whether the text is news of the aid that its own place gives to another (江东援疆): what it names is there."""
    top = view.clean[:_TOP]
    if view.scene.text.document.kind == "report" or view.home is None or re.search(_AID, top) is None:
        return False
    names = "|".join(re.escape(name) for name in sorted(view.once(home_names)))
    return bool(names) and re.search(rf"(?:{names})[^，。；\n]{{0,4}}?{_AID}", top) is not None


def far_route(view: View, name: str) -> bool:
    """Whether a road leads from one division to another and neither is, contains or lies in the document's own."""
    own, ends = _own(view), _ENDS.search(name)
    if own is None or not own.isdigit() or ends is None:
        return False
    gazetteer = load_gazetteer()
    left, right = name[: ends.start()], name[ends.end() :]
    sides = [
        next((codes for part in parts if len(part) > 1 and (codes := gazetteer.find(part))), ())
        for parts in ((left[-4:], left[-3:], left[-2:]), (right[:4], right[:3], right[:2]))
    ]
    return all(sides) and not any(gazetteer.contains(c, own) or gazetteer.contains(own, c) for s in sides for c in s)


def in_far_city(view: View, name: str) -> bool:
    """Whether a work's name opens with a province and a city of it, neither of them the document's own.

    Example:
        首个基地——四川乐山光伏项目 in a text of 蚌埠; not 四川光伏项目, which may be named for a firm.
    """
    own, gazetteer = _own(view), load_gazetteer()
    if own is None or not own.isdigit():
        return False
    name = name.rsplit("—", 1)[-1]
    for at in range(2, min(_LONGEST, len(name) - 2)):
        for province in (c for c in gazetteer.find(name[:at]) if is_province(c)):
            inside = [
                c for n in (2, 3, 4) for c in gazetteer.find(name[at : at + n]) if gazetteer.contains(province, c)
            ]
            if inside and not any(gazetteer.contains(c, own) or gazetteer.contains(own, c) for c in inside):
                return True
    return False


@functools.lru_cache(maxsize=4096)
def _host(lexicon: Lexicon, name: str) -> str | None:
    rows = lexicon.rows("zones_elsewhere")
    return next((row["host"] for row in rows if re.fullmatch(row["pattern"], name)), None)


def seated_elsewhere(lexicon: Lexicon, name: str, home: Ref | None) -> bool:
    """Whether a zone has its seat outside of the document's own region: 雄安新区 for a report of 云岭市.

    The province of the seat and whatever lies inside of it count as its own; where the region of the document has no
    code nothing is known and the answer is False.
    """
    if home is None or home.type != "Region" or not home.key.isdigit():
        return False
    host = _host(lexicon, name)
    return host is not None and not (home.key.startswith(host) or host.startswith(home.key.rstrip("0")))


def held_elsewhere(view: View, event: str) -> bool:
    """Whether a fair has a fixed seat outside of the document's own region: 广交会 for a report of 云岭市."""
    own = _own(view)
    if own is None or not own.isdigit():
        return False
    rows = view.lexicon.rows("events_elsewhere")
    return any(re.search(row["pattern"], event) and not re.match(row["host"], own) for row in rows)


def held_above(view: View, event: Mention) -> bool:
    """Whether an event is called after a division above the document's own, and nobody here is said to hold it.

    Example:
        云岭市第三季度集中签约活动 in a text of 松泉县, which lies in 云岭市; not in 松泉县承办云岭市第三届运动会.
    """
    own = _own(view)
    if own is None or not own.isdigit():
        return False
    name = event.key.removeprefix("中国")
    gazetteer = load_gazetteer()
    for length in range(min(_LONGEST, len(name) - 2), 1, -1):
        if codes := gazetteer.find(name[:length]):
            above = any(c != own and gazetteer.contains(c, own) for c in codes) and own not in codes
            above = above and not any(
                n in name[length:] and (len(n) > 2 or name.startswith(n, length)) for n in view.once(home_names)
            )  # 江东市|松泉县…
            return above and not _HOLDS.search(view.clean, max(0, event.start - _LIST), event.start)
    return False


def hotel_elsewhere(view: View, firm: str) -> bool:
    """Whether a hotel or hall is called after another place: 江东明月酒店 in a text of 松泉县, a county of 江东."""
    return _HOTEL.search(firm) is not None and (
        named_elsewhere(view, firm) or any(firm.startswith(stem) for stem in _stems_above(view))
    )


def _stems_above(view: View) -> Iterator[str]:
    """The names, long and short, of the divisions above the document's own place."""
    own = _own(view)
    if own is not None and own.isdigit():
        gazetteer = load_gazetteer()
        for code in gazetteer.parents(own):
            yield gazetteer.display(code).rstrip("省市")


def society_elsewhere(view: View, body: str) -> bool:
    """Whether a body is one of people from a place who live in another: 江东云岭商会, 云岭市驻江东办事处."""
    own = _own(view)
    if own is None or not own.isdigit():
        return False
    gazetteer = load_gazetteer()
    if sent := _SENT.search(body):
        codes = gazetteer.find(sent["place"])
        return not any(gazetteer.contains(own, c) for c in codes)
    society = _SOCIETY.search(body)
    if society is None:
        return False
    for length in range(2, min(_LONGEST, society.start() - 1) + 1):
        codes = gazetteer.find(body[:length])
        if codes and any(gazetteer.find(body[length : society.start()][:n]) for n in (2, 3, 4)):
            return not any(gazetteer.contains(c, own) or gazetteer.contains(own, c) for c in codes)
    return False


def owned_above(view: View, firm: str) -> str | None:
    """The division above the document's own after which a firm is called with its full name: 云岭市融资担保公司."""
    own = _own(view)
    if own is None or not own.isdigit():
        return None
    gazetteer = load_gazetteer()
    for length in range(min(_LONGEST, len(firm) - 2), 2, -1):
        for code in gazetteer.full.get(firm[:length], ()):
            full = firm[length - 1] in _KINDS  # 内蒙古明澈 may be here as well as 江东明澈
            if full and len(code) == COUNTY and code != own and gazetteer.contains(code, own):
                return code
    return None


def branch_elsewhere(view: View, firm: str) -> bool:
    """Whether a bank's branch is called after another county than the document's own: 某某银行青川支行."""
    own = _own(view)
    branch = _BRANCH.search(firm)
    if _PROVINCIAL.search(firm):  # 某某银行江东省分行
        return own is not None and not is_province(own)
    if own is None or not own.isdigit() or branch is None:
        return False
    gazetteer = load_gazetteer()
    for length in range(min(_LONGEST, branch.start() - 2), 1, -1):
        codes = [c for c in gazetteer.find(firm[branch.start() - length : branch.start()]) if len(c) == COUNTY]
        if codes:
            return not any(gazetteer.contains(own, c) for c in codes)
    return False


def abroad(view: View, place: Ref) -> bool:
    """Whether a Region neither is nor contains nor lies in the document's own: another county, another country."""
    if place.type != "Region":
        return False
    if view.pattern("countries").fullmatch(place.key):
        return True
    own = _own(view)
    if own is None or not place.key.isdigit():
        return False
    return place.key != own and place.key not in view.above and own not in view.scene.parents.get(place.key, ())


def foreign(view: View, place: Ref, thing: Ref) -> bool:
    """Whether a place says more than the document's own region does."""
    if place in (thing, view.home):
        return False
    return not view.is_above(place) or (is_municipality(place.key) and abroad(view, place))


def named_elsewhere(view: View, name: str) -> bool:
    """Whether a body's name begins with a division other than those of the document.

    A county counts with its full name, or where the name of a development zone follows, which are called after the
    division that runs them.

    Example:
        广东省新能源汽车产业协会, 德清经开区 in a text of 长兴县, but not 浙江省特种设备检验院.
    """
    own = _own(view)
    if own is None or not own.isdigit():
        return False
    gazetteer = load_gazetteer()
    for length in range(min(_LONGEST, len(name) - 2), 1, -1):
        full = [c for c in gazetteer.full.get(name[:length], ()) if len(c) == COUNTY]
        short = gazetteer.short.get(name[:length], ())
        codes = full or [c for c in short if c.endswith("00") or OFFICIAL.fullmatch(name, length)]
        if codes:
            inside = view.named(name, view.places)
            here = any(ref == view.home or ref.key in view.above for _, _, ref in inside)
            return not here and not any(gazetteer.contains(c, own) or gazetteer.contains(own, c) for c in codes)
    return False


def of_upper_level(view: View, body: str) -> bool:
    """Whether a body is one of the division above: 区商务局 in a report of a street, 市发改委 in one of a county."""
    own = _own(view)
    found = _BUREAU.fullmatch(body)
    if own is None or not own.isdigit() or found is None:
        return False
    if len(own) == _TOWN_CODE:
        return found[1] in "县区市旗"
    return len(own) == _COUNTY_CODE and load_gazetteer().display(own)[-1] in "县区旗" and found[1] in "市州盟"


def of_city_above(view: View, body: str) -> bool:
    """Whether a body is called after the city above the own county or zone: 云岭会展中心 in a text of 松泉县.

    So is an academy of its province: 东山农业大学.
    """
    own = _own(view)
    if own is None or not own.isdigit() or own.endswith("00"):
        return False
    gazetteer = load_gazetteer()
    codes = [c for n in (2, 3, 4) for c in gazetteer.find(body[:n]) if len(c) == _COUNTY_CODE and c.endswith("00")]
    inside = any(
        ref == view.home or own in view.scene.parents.get(ref.key, ()) for _, _, ref in view.named(body, view.places)
    )
    academy = _ACADEMY.search(body) is not None  # of a province, which has its seat in the capital
    wide = [c for c in codes if not is_province(c) or (academy and not is_municipality(c))]
    return not inside and any(gazetteer.contains(c, own) for c in wide)


def home_names(view: View) -> Iterator[str]:
    """What the text calls the document's own place."""
    yield from (surface for surface, ref in view.places.items() if ref == view.home)


def _own(view: View) -> str | None:
    """The code of the document's own Region, or of the innermost one in whose area its Zone lies by name."""
    home = view.home
    if home is None:
        return None
    if home.type == "Region":
        return home.key
    inside = [ref.key for _, _, ref in view.named(home.key, view.places) if ref.type == "Region" and ref.key.isdigit()]
    return max(inside, key=lambda code: (len(code.rstrip("0")), code), default=None)
