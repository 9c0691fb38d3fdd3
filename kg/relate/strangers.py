"""What a clause only names, so that it is not here: partners, customers, guests, contractors, fairs gone to."""

from __future__ import annotations

import functools
import re

from kg.relate.clauses import LEAD, Clause, View
from kg.relate.seats import OTHERS_EVENT
from kg.types import Mention

_COURT = re.compile(r"(?:对接|跟踪(?!服务|问效|落实|督[查办])|洽谈|拜访|走访|考察|接洽|会见|会晤|拜会)[^，。；]*$")
_ATTRACT = re.compile(r"招引[^，。；]*$")  # what is still to be won
_WITH = re.compile(r"(?:与|同)[^，。；]*$")
_COOPERATE = re.compile(
    r"^[^，。；]*(?:(?:开展|加强|深化|推进|建立|达成|洽谈|寻求|探讨|协商)[^，。；]*合作|座谈|会谈|会见|洽谈|交流|对接|互访|商谈)"
    r"|^[^，。；]{0,40}?(?:合作(?:[，。；\n]|$)|(?:达成|签[订署定]了?)[^，。；、]{0,6}意向)"
)
# 与甲、乙签订了战略合作协议: of a project there is no word
_AGREES = re.compile(
    r"^[^，。；项]{0,60}签[订署定]?了?[^，。；、项]{0,10}(?:战略|框架|友好|[银校]政|政银|银企|校地|合作|互送|互惠|采购|供货|购销|代理)[^，。；、项]{0,6}协议"
    r"|^[^，。；项]{0,60}签[订署定下]?了?[^，。；、项]{0,16}(?:备忘录|(?:销售|采购|购销|供货|供销|供应|代理|服务)(?:大)?(?:合同|订单|单))"
)
# 深化与甲、乙的战略合作, 加强同丙常态化对接: whom one works with is not here for that
_TOGETHER = re.compile(
    r"(?:深化|加强|强化|开展|推进|推动|拓展|密切|扩大|建立|持续|积极|探索|争取|达成|借助|依托|加快|抓好|谋划)[^，。；]{0,6}(?:与|同|和)[^，。；]*$"
    r"|(?:支持|鼓励|引导|促成|促进)[^，。；]{2,24}(?:与|同)[^，。；]*$"
)
_JOINT = re.compile(r"^[^，。；]*?(?:合作|对接|协作|联系|交流|协同|联动)")
_ATTEND = re.compile(OTHERS_EVENT)
# 明澈、天工等企业来我市考察
_VISITORS = re.compile(
    r"[”]?(?:等[^，。；、]{0,8})?(?:企业|公司)?(?:总部|登门|上门)[^，。；、]{0,6}(?:拜访|走访|洽谈|对接)"
    r"|[”]?(?:等[^，。；]{0,10})?(?:[^，。；、]{0,6}(?:董事长|总裁|总经理|负责人)[^，。；、]{0,4}一行|一行|负责人|董事长|总裁|客商|代表团?|高管)?[^，。；、]{0,4}(?:来|赴|到|莅)[^，。；、]{0,8}"
    r"(?:考察|调研|洽谈|参观|对接|访问|交流)"
    r"|[”]?(?:等[^，。；、]{0,6})?(?:的)?(?:有关|相关|主要)?(?:负责人|高管)(?:一同|一并|等)*(?:参加|出席|陪同)(?:了)?(?:会见|会谈)"
)
# 均有意来我县投资兴业: nobody has come yet
_MEANS_TO = re.compile(
    r"[”]?(?:等[^，。；、]{0,8})?(?:也|还)?(?:正在|还在|仍在)(?:积极|深入|加紧)?(?:洽谈|对接|跟进|商谈)[^，。；、]{0,4}(?=[，。；])|[”]?(?:等[^，。；、]{0,8})?也?都?在谈(?=[，。；])"
    r"|[”]?(?:等[^，。；]{0,14})?(?:均|都|也|表示)*(?:有意|有意向|意向|愿意|希望|拟|打算|表达了?)[^，。；]{0,10}(?:投资|合作|落户|落地|兴业|发展|设厂|建厂)"
)
_IN_TALKS = re.compile(  # 甲电子化学品、乙储能正在洽谈
    r"[”]?(?:等[^，。；、]{0,8})?(?:项目)?(?:也)?(?:正|正在|还在|仍在)(?:积极|深入|加紧|密切)?(?:洽谈|对接|跟进|商谈|谈判)(?:中)?(?=[，。；])"
)
# 与甲大学、乙集团共建了研究院
_FOUNDS = re.compile(
    r"[”]?(?:[、和][^，。；]{2,14})?(?:联合|合作|共同)*(?:共建|成立|组建|设立)(?:了)?[^，。；]{0,14}(?:研究院|实验室|研究中心|创新中心|学院|研究所)"
)
_ATTENDED = re.compile(r"[”]?(?:[、和与及][^，。；]{2,30})?等?[^，。；]{0,4}(?:参会|参展|参赛)")  # 做好博览会等参会工作
# 抢抓云岭新区建设机遇: what others build and this place hopes to gain by
_SEIZE = re.compile(r"(?:抢抓|抓住|紧抓|抓牢|把握|用好|抢占|依托|借助|借力|乘着?)[^，。；]*$")
# 公司参与甲大桥、乙机场等工程: what a firm had a hand in anywhere
_TAKES_PART = re.compile(
    r"(?:公司|企业|集团|产品|技术|我们)[^，。；]{0,10}?(?:参与|参建|应用于|运用于|用于|服务于?|供货)(?:了|到|过)?[^，。；、]{0,8}$"
    r"|(?:^|其|公司|集团)参与(?:建设|承建|投资|打造|设计|研发)的[“]?$"
)
# 打造境外农产品基地; 甲大桥使用本市钢材: works elsewhere
_ABROAD = re.compile("境外|海外(?!高层次|人才|引才|联谊|学人|创新|留学|华[侨人文])|国外")
_USES = re.compile(
    r"[”]?(?:工程|项目)?(?:大量|全部|已|均)*(?:使用|选用|采用)[^，。；、]{1,14}?(?:钢材|水泥|材料|产品|设备|装备|部件|电缆)(?!基地|项目|生产)"
)
# 配合甲公司做好移民工作: whose works one only helps
_HELPS = re.compile(r"(?:配合|协助|服务)[“]?$")
_SHOPS = re.compile("[”]?(?:网店|店铺|旗舰店|直播间|平台店)")  # 天猫店铺900个: where one sells
_CHANCE = re.compile(r"[^，。；]{0,16}?(?:机遇|契机|红利|利好|东风)")
# 与甲大学、乙学院共建产业学院: a partner may be anywhere
_BESIDE = re.compile(r"(?:与|同|和|联合|携手)[“]?$")
_SHARE = re.compile(
    r"[”]?(?!等[^，。；、]{0,6}(?:驻|本地|本土|域内))(?:等[^，。；、]{0,8})?(?:进行|全面|深度|战略|正式|成功|分别|联合)*(?:共建|合作|签约|签订|签署|达成|建立|开展|成立|联合|共同|携手)"
)
# what texts name as guests, customers and partners
_GUESTS = re.compile(
    r"[”]?等[^，。；、]{0,8}(?:企业|公司|机构|单位|商协会|客商|旅行商|旅行社|采购商|院校|代表|嘉宾)(?:、[^，。；、]{1,6})?[^，。；、]{0,8}(?:参展|参会|参加|出席|参与|亮相|到会|应邀|与会|赴会)"
    r"|[”]?(?:等)?[^，。；、]{0,8}(?:受邀|应邀)(?:出席|参加|参会|参展|到会|前来|来)"
)
_CUSTOMERS = re.compile(
    r"(?:客户|合作伙伴|供应商|股东|竞争对手|用户|下游|经销商)(?:群|名单)?(?:主要|已|还)*(?:有|包括|涵盖|为|是|遍及|覆盖)(?:了)?[^，。；、]{0,4}$"
)
_CHAIN = re.compile("[上中]游(?:企业)?(?:有|聚|集|汇|是|为)")  # 上游有甲，下游有乙: the links of a place's own chain
# 明澈玻璃是甲、乙的一级供应商: whose supplier one is
_IS_OF = re.compile(r"(?:是|为|成为|作为|系|入选|跻身|进入)[^，。；、]{0,6}$")
_OF_CUSTOMER = re.compile(
    r"[”]?(?:等)?[^，。；、]{0,8}?的[^，。；、]{0,8}?(?:供应商|供货商|配套商|配套企业|代工厂|合作伙伴|战略伙伴|经销商|代理商)"
)
# 产品供应甲、乙等厂商: who buys
_BUYERS = re.compile(
    r"(?:产品|服务|器件|零部件|部件|材料|设备|装备)[^，。；、]{0,8}?(?:供应|供给|供货|配套|应用于|用于|服务于?|卖给|卖进|打进|打入|进入|销往|远销|销售给|出口)(?:了|给|到)?[^，。；、]{0,4}$"
    r"|(?:样品|产品|货|首批)[^，。；、]{0,8}(?:送往|送到|发往|运往|交付给?|寄往)[“]?$"
)
# 甲集团副总裁白云鹭出席签约仪式: who only came to it
_OFFICER = re.compile(
    r"[^，。；、]{0,10}?(?:总裁|董事长|总经理|总监|总工程师|负责人|代表|创始人|首席执行官|行长|会长)[^，。；、]{2,4}(?=[，、和及与等出参])"
)
_CAME = re.compile(r"出席|参加|见证|会见|陪同|与会|座谈")
# 旗下拥有甲、乙等子公司: they may be anywhere
_OWNED = re.compile(
    r"(?:参与设立|发起设立|旗下|下辖|下设|控股|全资|参股|拥有)[^，。；、]{0,6}(?:有|包括|拥有|了)?[“]?$"
)
_SUBSIDIARIES = re.compile(
    r"[”]?(?:等)?[^，。；、]{0,6}(?:子公司|分公司|控股公司|参股公司|成员企业|下属企业|上市公司|[^，。；、]{0,6}基金)"
)
_LISTED = re.compile(r"[”]?等?[^，。；、]{0,6}上市公司")
# 产品通过甲、乙认证: whose customer one is to be
_PASSES = re.compile("(?:通过|获得?|取得|完成|拿到)了?[^，。；、]{0,4}$")
_CERTIFIES = re.compile(
    "[”]?(?:等)?[^，。；、]{0,10}?的?(?:质量|产品|供应商)?(?:认证|审核|验厂|验证|认可)(?=[，。；、\n])"
)
# 松泉县党政代表团还参观了甲、乙; 招商小分队走进甲: our own people see it where it is
_OUR_TOUR = re.compile(
    "(?:党政|经贸|招商)[^，。；、]{0,4}(?:团|组|队)(?:一行)?(?:还|先后|又|分别|专程|实地)*(?:参观|观摩|走进|来到)(?:考察)?了?[^，。；]*$"
)
_NO_OWNERS = frozenset({"Region", "Zone", "Industry", "Honor"})
# 学习借鉴东园、西园先进经验
_LEARNS = re.compile(r"(?:学习|借鉴|对标|参照|比肩|媲美|取经|复制)[^，。；]{0,20}$")
# 总部位于东园
_SEAT = re.compile(r"(?:总部|注册地|注册地址)[^，。；]{0,6}(?:在|于|为)[“]?$")
_FORMER = re.compile(r"(?:前身|原名|原)(?:是|为|系)[^，。；、]{0,12}$")  # 前身是1991年创办的东园
# 江东大学与我市共建研究院: who joins hands with the own place comes from elsewhere
_WITH_US = re.compile(
    r"[”]?(?:[、和及][^，。；、]{2,14})?[与同和](?:我[省市县区州旗盟镇]|(?:该|本)(?:市|县|区|园区)|园区|高新区|经开区|开发区)[^，。；、]{0,6}(?:共建|合作|签|联合|携手|共同|达成)"
)
# 由甲局承建, 乙院设计: who only builds it is not here for that
CONTRACTED = re.compile(r"[”]?[^，。；]{0,24}?(?:承建|施工|设计|监理|总承包|总包|勘察)")
_BY = re.compile(r"由[^，。；]{0,24}$")
# 甲、乙成为稳定客户; 甲局作为施工单位代表发言; 甲公司保底收购
_ARE_CUSTOMERS = re.compile(
    r"[”]?(?:等)?[^，。；、]{0,10}?(?:(?:成为|是|为|作为|系)[^，。；、是]{0,12}?(?:客户|合作伙伴|供应商|经销商|采购商|投资者|股东|参建单位|施工单位|监理单位|设计单位)"
    r"|(?:负责|保底|订单|统一|上门|签约)+[^，。；、]{0,6}(?:收购|包销|回收|采购|回购|承销|技术指导)|现场[^，。；、]{0,10}授信)"
)
# 甲集团定点帮扶松泉县; 江东市对口支援…: who gives aid comes from elsewhere
_AIDS = re.compile(
    r"[”]?(?:等)?[^，。；、]{0,10}?(?:定点(?:帮扶|扶贫)|对口(?:支援|帮扶|协作|扶贫)|东西部(?:扶贫)?协作|援[建疆藏青])"
)
# 紧盯甲、乙等企业开展招商
_EYES = re.compile(r"(?:跟踪|紧盯|瞄准|盯住|盯紧|锁定|聚焦|围绕)[^，。；]{0,12}$")
_WANTS = re.compile(
    r"[”]?(?:等)?[^，。；、]{0,10}?(?:企业|公司|客商|巨头|头部|集团)[^，。；、]{0,10}(?:招商|对接|洽谈|跟进|攻坚)"
    r"|[”]?(?:等)?(?:意向|目标|潜在|在谈)(?:性)?(?:企业|客商|项目|客户)"
)
# 紧盯甲、乙等链主
_GAZES = re.compile(r"(?:紧盯|盯紧|盯住|瞄准|锁定)[^，。；]{0,12}$")
_LEADERS = re.compile(r"[”]?等?[^，。；、]{0,8}(?:链主|龙头|头部|500强|央企|名企|行业巨头|目标)")
_TALKED_OF = re.compile("[”]?等?[^，。；、]{0,4}(?:洽谈|在谈|意向|拟签约)项目")  # 促成甲、乙等洽谈项目签约
_WILL_BRING = re.compile(r"(?:力争|争取|拟|计划|积极|谋划)引进[^，。；、]{0,4}[“]?$")
_STRIVES = re.compile(r"(?:争取|力争|力促|促成|争抢|争引)[^，。；]{0,12}$")
_TO_COME = re.compile(
    r"[”]?(?:等[^，。；、]{0,8})?(?:尽快|早日|尽早|成功)?(?:落地|落户|入驻)(?:我?[省市县区])?(?=[，。；])|[”]?等[^，。；、]{0,8}(?:企业|公司|巨头)[^，。；、]{0,6}(?:落地|落户|入驻|投资|布局)"
)
_FOR = re.compile(r"(?:为|向|给|供应|供货给|配套)[^，。；、]{0,8}$")
_SUPPLIED = re.compile(r"[”]?(?:等[^，。；、]{0,14})?(?:供货|配套|代工|供应|提供|供给)")
# 距甲机场45公里, 紧邻乙高速、丙高速: what only tells where another thing is
_NEXT_TO = re.compile(r"(?:紧邻|毗邻|临近|邻近|靠近|紧靠|比邻|毗连|相邻|紧挨|遥望)(?:着|于)?[“]?$")
_DISTANT = re.compile(r"(?:^|[，；、距])(?:仅|仅仅|只)?(?:距离?|离)[“]?$|[距离][“]?$")
_SO_FAR = re.compile(
    r"[”]?(?:仅|只|约|不到|不足|均|车程|直线距离|大约)*[\d一二三四五六七八九十半][\d.]*(?:余|多)?(?:公里|千米|米|分钟|小时|个小时)"
)
_CUE = 16  # characters before a list of names in which such words stand
_IN = re.compile(r"[^，。；：]{0,4}在[^，。；：]*$")
_THERE = re.compile(r"(?:[”]?[、和与及][^，。；：、和与及]{2,24}){0,6}[”]?(?:上|期间|中)")  # 在全国创业大赛上获奖


# words before a list of firms and words behind it that say together that the firms are not here for that
_AROUND = ((_OWNED, _SUBSIDIARIES), (_IS_OF, _OF_CUSTOMER), (_EYES, _WANTS), (_GAZES, _LEADERS), (_PASSES, _CERTIFIES))


# 用好|东山自贸试验区、江南科技示范区|政策: zones of several places, of which only what they grant is used
_WIDE_ZONE = re.compile("(?:试验区|示范区|自贸区|自贸港|经济带|经济圈|经济走廊)$|自由贸易(?:试验区|港)")
_JOINS = re.compile("(?:融入|对接|接轨)(?:国家)?[“]?$")  # 对接甲自贸区, 融入乙经济带: what one only joins
_POLICIES = re.compile("等?的?(?:优惠|支持|扶持|叠加|先行先试)*政策")
_MAKES_USE = re.compile("(?:用好|用足|用活|享受|叠加|抢抓|抓住)(?:国家)?$")


def away(view: View, clause: Clause, top: Mention, thing: Mention) -> bool:
    """Whether the clause says that the thing is not here: 对接甲公司; 与甲公司开展合作; 参加博览会; 甲公司泰国工厂."""
    kinds = {"Event": _event, "Zone": _site, "Project": _site, "Organization": _body, "Enterprise": _firm}
    return thing.type in kinds and kinds[thing.type](view, clause, top, thing)


def landmark(view: View, clause: Clause, top: Mention) -> bool:
    """Whether a thing only tells where another is: 园区距甲机场45公里，紧邻乙高速、丙高速; not 甲机场距市区9公里."""
    if top.type not in ("Project", "Organization", "Zone"):
        return False
    group = view.group(clause, top)
    first, last = group[0].start, group[-1].end
    if _NEXT_TO.search(view.clean, max(clause.start, first - _CUE), first):
        return True
    far = _SO_FAR.match(view.clean, last, clause.end)
    return far is not None and _DISTANT.search(view.clean, max(clause.start, first - _CUE), first) is not None


def _event(view: View, clause: Clause, top: Mention, thing: Mention) -> bool:
    """参加博览会; 在博览会上: others hold it."""
    there = _THERE.match(view.clean, top.end) and _IN.match(view.clean[clause.start : top.start])
    lead = view.lead(clause, top.start)
    return bool(
        there or _ATTEND.search(view.clean, lead, top.start) or _ATTENDED.match(view.clean, top.end, clause.end)
    )


def _site(view: View, clause: Clause, top: Mention, thing: Mention) -> bool:
    """学习借鉴东园经验; 抢抓云岭新区建设机遇; 在泰国建设…; 公司参与甲大桥等工程; 甲公司泰国工厂."""
    lead = view.lead(clause, top.start)
    if thing.type == "Zone" and top is thing:
        said = any(shape.search(view.clean, lead, top.start) for shape in (_LEARNS, _SEAT, _FORMER))
        if said or _with_home(view, clause, top):
            return True
        first = view.leader(clause, top).start
        if _WIDE_ZONE.search(thing.key) and _JOINS.search(view.clean, max(clause.start, first - LEAD), first):
            return True
        if _WIDE_ZONE.search(thing.key) and _POLICIES.match(view.clean, view.group(clause, top)[-1].end, clause.end):
            return _MAKES_USE.search(view.clean, max(clause.start, first - LEAD), first) is not None
    if _SEIZE.search(view.clean, lead, top.start):
        return _CHANCE.match(view.clean, top.end, clause.end) is not None
    if thing.type == "Zone":
        return False
    if _IN_TALKS.match(view.clean, view.group(clause, top)[-1].end, clause.end):
        return True
    if _in_country(view).search(view.clean, lead, top.start) or _ABROAD.search(view.clean, thing.start, thing.end):
        return True
    if top is thing and top.start == clause.start and _USES.match(view.clean, top.end, clause.end):
        return True
    first = view.leader(clause, top).start
    if _TAKES_PART.search(view.clean, max(clause.start, first - LEAD), first):
        return True
    firms = [m for m in view.inner.get(top, ()) if m.type == "Enterprise" and m.start == thing.start]
    return any(view.pattern("countries").match(view.clean, m.end, thing.end) for m in firms)


def _body(view: View, clause: Clause, top: Mention, thing: Mention) -> bool:
    """与甲大学共建产业学院; 甲大学与我市共建产业学院: a partner may be anywhere."""
    if _joint(view, clause, top) or _WITH_US.match(view.clean, top.end, clause.end) or _with_home(view, clause, top):
        return True
    helps = _AIDS.match(view.clean, top.end, clause.end)
    if helps and _BY.search(view.clean, view.lead(clause, top.start), top.start):
        return True  # 东园由江东市前方指挥部援建
    group = view.group(clause, top)
    first = group[0].start if group[0].type == top.type else top.start  # 明澈玻璃与甲大学签约
    begin = max(clause.start, first - 3)
    return bool(_BESIDE.search(view.clean, begin, first) and _SHARE.match(view.clean, group[-1].end))


def _firm(view: View, clause: Clause, top: Mention, thing: Mention) -> bool:
    """Partners, visitors, daughters, customers, builders and firms that one only wants."""
    lead, clean = view.lead(clause, top.start), view.clean
    if _joint(view, clause, top) or (top is thing and _COURT.search(clean, lead, top.start)):
        return True
    if _ours_tour(view, clause, top):
        return True
    if _OFFICER.match(clean, top.end) and _CAME.search(clean, top.end, clause.sentence.end):
        return True
    group = view.group(clause, top)
    first, last = group[0].start, group[-1].end
    cue = max(lead, first - _CUE)
    if any(shape.match(clean, last, clause.end) for shape in (_VISITORS, _MEANS_TO, _ARE_CUSTOMERS, _AIDS)):
        return True
    if any(a.search(clean, cue, first) and b.match(clean, last, clause.end) for a, b in _AROUND):
        return not _listed_here(view, clause, first, last)
    if _FOUNDS.match(clean, last, clause.end) and _WITH.search(clean, lead, top.start):
        return True
    if top is thing and (_HELPS.search(clean, cue, first) or _SHOPS.match(clean, last, clause.end)):
        return True
    if _BY.search(clean, lead, top.start) and CONTRACTED.match(clean, last, clause.end):
        return "投资" not in clean[last : min(clause.end, last + LEAD)]
    if _only_named(view, clause, top) or (clause.sentence.modality == "planned" and _wanted(view, clause, top, thing)):
        return True
    after = clean[top.end : min(clause.end, top.end + LEAD)]
    return bool(_WITH.search(clean, lead, top.start) and _COOPERATE.match(after))


def _ours_tour(view: View, clause: Clause, firm: Mention) -> bool:
    """Whether people of the document's own place, or those who go out to win firms, only look at one."""
    tour = _OUR_TOUR.search(view.clean, clause.start, firm.start)
    if tour is None:
        return False
    own = any(m.ref == view.home and m.end == tour.start() for m in clause.mentions)
    return own or tour[0].startswith("招商") or view.clean[max(0, tour.start() - 2)] == "我"


def _listed_here(view: View, clause: Clause, first: int, last: int) -> bool:
    """东园是皮革基地，拥有明澈、天工等上市公司: the listed firms of a place, no firm standing before them."""
    if not _LISTED.match(view.clean, last, clause.end) or not view.clean.startswith("拥有", first - 2):
        return False
    clauses = view.clauses[max(clause.first, clause.index - 3) : clause.index + 1]
    before = [m for c in clauses for m in c.mentions if m.start < first]
    return bool(before) and all(m.type in _NO_OWNERS for m in before)


def _joint(view: View, clause: Clause, top: Mention) -> bool:
    """深化与甲、乙的战略合作."""
    after = view.clean[top.end : min(clause.end, top.end + LEAD)]
    return bool(_TOGETHER.search(view.clean, view.lead(clause, top.start), top.start) and _JOINT.match(after))


def _wanted(view: View, clause: Clause, top: Mention, thing: Mention) -> bool:
    """Whether a plan only wants to win a firm: 力争引进甲公司; 争取甲、乙等企业落地; 甲等在谈项目."""
    lead, group = view.lead(clause, top.start), view.group(clause, top)
    cue, first = max(lead, group[0].start - _CUE), group[0].start
    if _WILL_BRING.search(view.clean, cue, first) or _ATTRACT.search(view.clean, lead, top.start):
        return True
    if _TALKED_OF.match(view.clean, group[-1].end, clause.end):
        return True
    strives = top is thing and _STRIVES.search(view.clean, cue, first)
    return bool(strives and _TO_COME.match(view.clean, group[-1].end, clause.end))


def _with_home(view: View, clause: Clause, top: Mention) -> bool:
    """Whether a zone or body joins hands with the own place: 江东新区与云岭市共建产业园."""
    partner = next((m for m in view.near(clause, top) if m.start == top.end + 1), None)
    if partner is None or partner.ref != view.home or view.clean[top.end] not in "与同和":
        return False
    return _SHARE.match(view.clean, partner.end, clause.end) is not None


def agrees(view: View, clause: Clause, thing: Mention) -> bool:
    """Whether a text only says that one agreed with a firm to work together."""
    if thing.type != "Enterprise":
        return False
    with_it = _WITH.search(view.clean, view.lead(clause, thing.start), thing.start)
    return with_it is not None and _AGREES.match(view.clean[thing.end : clause.end]) is not None


def _only_named(view: View, clause: Clause, firm: Mention) -> bool:
    """Whether a text names a firm only as a guest of a fair or as a customer: 甲、乙等500家企业参展; 为甲、乙供货."""
    group = view.group(clause, firm)
    if _GUESTS.match(view.clean, group[-1].end, clause.end):
        return True
    before = max(view.lead(clause, group[0].start), group[0].start - _CUE)
    if _BUYERS.search(view.clean, before, group[0].start):
        return True
    if customers := _CUSTOMERS.search(view.clean, before, group[0].start):
        return not (customers[0].startswith("下游") and _CHAIN.search(view.clean, clause.sentence.start, before))
    return _SUPPLIED.match(view.clean, group[-1].end, clause.end) is not None and (
        _FOR.search(view.clean, before, group[0].start) is not None
    )


def _in_country(view: View) -> re.Pattern[str]:
    """在泰国建设…: a country named as the place of what follows in the clause."""
    return _country_pattern(view.pattern("countries").pattern)


@functools.lru_cache(maxsize=4)
def _country_pattern(countries: str) -> re.Pattern[str]:
    return re.compile(rf"(?:在|于|赴)(?:{countries})(?!.*[省市县区])[^，。；、与和]{{0,20}}$")
