"""Phrases that nobody pursues: what is overcome, verses of a speech, money that is handed out, plans as dates."""

from __future__ import annotations

import re

from kg.types import Mention

# 彻底解决|“九龙治水”, 逐步缩小城乡|“数字鸿沟”
_OVERCOME = re.compile("(?:解决|破解|扭转|消除|缩小|跨越|打破|摆脱|清退|根除|遏制|杜绝|克服)[^，。；、“”]{0,4}“?$")
# 各位代表！|“山高人为峰，路远志更坚。”| is a sentence of its own
_OPENS = re.compile(r"(?:[。！？：\n]|^)\s*“$")
_CLOSES = re.compile(r"[。！？]”|”[。！？\n]")
# 兑现|人才补贴|3500万元; 投入|专项扶贫资金|3亿元
_MONEY = re.compile(r"(?:资金)?[约近超达共计]*\d[\d.,]*[万亿]?元")
_FIVE_YEARS = re.compile("十[一二三四五六七八九]五(?:规划)?")
_AS_DATE = re.compile(r"”?(?:末|初|伊始|的\d[\d.]*倍|以来)")  # 比“十二五”|末
# 党的十八大|以来, 党的十九大|召开后: when, not what is followed
_MEETING = re.compile("(?:党的)?(?:十[六七八九]|二十)(?:大|届[一二三四五六七]中全会)")
_SINCE = re.compile("(?:胜利)?(?:召开)?(?:以来(?!精神)|以后|之后|前后)|(?:胜利)?召开(?:后|之年|[，。；])|代表")
# “十四五”既定|目标; 签约|服务站, which is a place
# 土地流转|难, 棚户区改造|推进缓慢: what is told as a trouble
_IN_TROUBLE = re.compile("”?(?:推进|进展|工作)?(?:难(?![题点关度忘得])|慢|缓慢|滞后|不畅|不到位)(?=[，。；、])")
_NO_WORK = re.compile("(?:目标|契机|机构|(?<!驿)站|(?:服务|工作|监测)点|车间)$")
# 在|新一轮科技革命|加速的背景下: how the world goes
_AMID = re.compile(r"(?:在|随着|面对)(?:当前|全球|国际)?$")
_BACKDROP = re.compile(r"[”]?[^，。；]{0,20}(?:背景|形势|浪潮|大势|趋势|大潮)(?:之)?下")


def not_pursued(clean: str, m: Mention) -> bool:
    """Whether a programme or slogan is nothing that anybody carries out or follows, by the words around it.

    Example: 着力破解“用地难”; 发放人才补贴3500万元. No example: 实施“用地保障”行动; 落实人才新政30条.
    """
    if m.type not in ("Program", "Slogan"):
        return False
    known = ":lexicon" in m.rule
    surface = clean[m.start : m.end]
    if not known and _OVERCOME.search(clean, max(0, m.start - 12), m.start):
        return True
    if _AMID.search(clean, max(0, m.start - 4), m.start) and _BACKDROP.match(clean, m.end):
        return True
    if _IN_TROUBLE.match(clean, m.end):
        return True
    if m.type == "Slogan":
        if _MEETING.fullmatch(surface):
            return _SINCE.match(clean, m.end) is not None
        inside = surface.strip("“”")
        begin, end = m.start + surface.index(inside), m.start + surface.index(inside) + len(inside)
        verse = "，" in inside or "；" in inside
        return bool(verse and _OPENS.search(clean, max(0, begin - 4), begin) and _CLOSES.match(clean, end))
    if _FIVE_YEARS.fullmatch(surface.strip("“”")):
        return _AS_DATE.match(clean, m.end) is not None
    return not known and bool(_MONEY.match(clean, m.end) or _NO_WORK.search(surface))
