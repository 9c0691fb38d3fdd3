"""Names of figures that leave out a head word or a branch that the words before tell.

主要产品产量中，生铁90万吨 → 生铁产量; 小学328所，在校生17.6万人 → 小学在校生.
"""

from __future__ import annotations

import re

from kg.relate.completions import BRANCH, GROWN_CROP, MADE_BY, OF_FIRMS, Before, of_branch
from kg.relate.figures import Figure
from kg.relate.indicators import Indicators, with_head

_LEAD = 24  # characters before a clause that name what its figure belongs to
# 普通高中招生1.1万人，在校生3.1万人
_SCHOOL = re.compile(r"(.{2,}?)(?:学校)?(?:招生|在校生|在校学生|毕业生)(?:人数)?$")
_SCHOOLS = re.compile(r"([^，。；、：\d]{0,8}?(?:学校|中学|小学|高校|幼儿园|院校|学院))\d+所")
# 商品房销售面积21万平方米，其中住宅18万平方米: the head is said once
_HEAD_ONCE = re.compile(
    r"(?:销售面积|施工面积|竣工面积|播种面积|种植面积|产量|保有量|通车里程|里程|吞吐量|用电量|货运量|客运量|参保人数|总产值|产值|增加值"
    r"|投资|支出|收入|营收|贷款余额|存款余额|零售总?额|销售额|进出口|出口|出栏|存栏|企业|合作社|家庭农场)$"
)
_TAXES = frozenset({"税收", "利税", "利润", "税金"})
_INDUSTRY = re.compile(r"(.{2,}?产业(?:集群|链)?)(?:总?产值|营业收入|主营业务收入|增加值|收入)")
_SOURCES = frozenset(
    {"风电", "光伏", "水电", "火电", "太阳能", "光伏发电", "风力发电", "生物质发电", "新能源", "太阳能发电", "储能"}
)
_BEARING = frozenset({"挂果面积", "采摘面积", "可采摘面积", "投产面积", "可采面积"})
_BREEDING = frozenset({"能繁母猪", "能繁殖母猪", "奶牛", "能繁母牛", "能繁母羊", "基础母羊"})
_HARVESTS = frozenset({"夏粮", "秋粮", "早稻", "小麦", "水稻", "玉米", "大豆", "油菜", "中稻", "晚稻", "薯类"})
_VISITED = re.compile("(.*)接待游客(?:量|人数)?")
_EARNED = frozenset({"收入", "总收入", "综合收入"})
_NEWLY = re.compile("新增|新建|新改建")
_AMONG = re.compile(r"其中[^，；。其]{2,110}$")  # 其中高速公路432亿元|、普通公路245亿元|、港航68亿元
_LIST = 120  # characters before a part in which its list begins
_RESERVES = re.compile(r"(.{1,}?)(?:探明|保有|查明|累计|资源|远景|基础)+储量$")  # 石灰石探明储量6亿吨，远景储量4亿吨
_INSURED = re.compile(r"(.{2,}?)(?:参保|参合)(?:总?人数|农民)?$")  # 医保参保3.8万人，参保率98%
_CLINICS = re.compile(r"(.*(?:卫生机构|医疗机构|医院))(?:数|总数)?$")
_PUPILS = frozenset({"招生", "在校生", "在校学生", "毕业生", "招生人数", "在校生人数", "毕业生人数", "专任教师"})
# 总产达到42万吨: of the grain that the sentence speaks of; 高铁从无到有，通车里程867公里
_LINES = re.compile(r"(?:高速公路|农村公路|公路|高速铁路|高铁|铁路|轨道交通|地铁|航道|管道|绿道)(?=[^路铁通道]*$)")
_LENGTH = frozenset({"通车里程", "通车总里程", "总里程", "里程", "运营里程", "营业里程", "建成里程"})
_ITS_AREA = frozenset({"总面积", "面积"})
_NEW_CROP = re.compile(
    r"(?:新?发展|新增|新栽|新种|新建|新?扩[种栽]?)([^，。；、：\d的]{2,8}?)(?:面积)?\d[\d.]*万?亩，$"
)
_GRAIN = frozenset({"总产", "总产量"})
_CROP = 5  # characters of the name of a crop, at most
_SOWN_WITH = re.compile(r"(?:种植|播种|栽培|(?<![售工筑地区积]))面积$")
_LABOUR = frozenset({"劳务输出", "农村劳动力转移就业"})
_FUND = re.compile(r"(.{2,}(?:基金(?:预算)?|预算))(?:总)?(?:收入|支出|结余)$")
_SIDES = frozenset({"收入", "支出"})
_LEFT_OVER = re.compile(r"(?:年末|当年|本年|累计)?(?:滚存)?结余")
_RATIOS = frozenset({"两者之比", "二者之比", "城乡之比", "城乡比", "之比", "两者比"})
_SOWING = ("种植", "养殖", "播种", "栽培")
_GROWS = re.compile(r"(发展|种植(?!结构|业|大户|面积)|推广种植|推广)([^的地]{2,8}?)(?:面积)?")
_BY_INDUSTRY = re.compile(
    r"(?:^|[，。；、：])(?:[该全我本][省市县区州镇])?([^，。；、：\d]{2,10}?产业(?:集群|链)?)[^，。；、：\d产]{0,8}，$"
)
_BRANCH_OUTPUT = re.compile(r"(?!第[一二三])[^，、]{2,12}?(产业(?:集群|链)?(?:总?产值|增加值|营业收入|主营业务收入))")
_BRANCH_NAME = re.compile(r"(?![一二三]产|第[一二三])[\u4e00-\u9fff]{2,8}(?<![省市县区镇乡村司厂量额值资入款])")
_FUNDS = frozenset({"外资", "内资"})
_CAME = frozenset({"到位", "实际到位", "已到位", "资金到位"})
_PROMISED = re.compile(r"(?:引资|资金|外资|内资|投资)(?=额?$)")
_FUNDS_OF = re.compile(r"((?:实际|合同)?(?:利用|到位|引进)(?:到位)?|实到)[内外]资")
_DEALS = frozenset({"成交额", "成交金额", "交易额", "成交总额", "合同成交额"})
_TESTED = re.compile(r"抽检(?:各类)?([^\d，。；、]{2,6})\d")
_SOWN = re.compile(
    r"(?!(?:栽种|种植|养殖|播种|栽培|繁育|占地)面积$)(.{2,}?)总?(?:播种|种植|栽培|生产|挂果|采摘|投产)?面积$"
)
_MADE = re.compile(r"生产(?!线|能力|总值)([^\d，。；、：的和与及]{1,8})")  # 生产原煤2860万吨
_MADE_YEARLY = re.compile(r"(?:年(?:均|可)?|总|共)?产(?![值量能业品权地])([^\d，。；、：的和与及]{1,8})")
_OF_ALL = re.compile(r"[全我][省市县区镇乡州旗盟]")
_OF_A_WORK = re.compile(r"项目|公司|企业|厂|生产线|建成|投产|基地|合作社|车间")
_BY_AREA = frozenset({"单产", "亩产", "平均单产", "平均亩产", "亩均产量"})
# 市本级一般公共预算收入71亿元；一般公共预算支出142亿元
_OWN_LEVEL = re.compile(r"[省市县区州]本?级")
_LOWER_LEVELS = frozenset({"县区", "区县", "县市区", "县", "县级", "区县级", "县区级", "乡镇", "乡镇级", "镇街"})
_OF_OWN_LEVEL = re.compile(r"[省市县区州]本级.*?(收入|支出)$")  # 其中市本级收入32亿元，|县区54亿元
_BUDGET = re.compile(r"(?:地方)?(?:一般公共预算|政府性基金|国有资本经营|社会保险基金)(?:预算)?(?:收入|支出)")
_ALL_OUTPUT = frozenset({"综合产值", "综合收入"})  # 石斛产值12亿元，综合产值50亿元
_MADE_OF = re.compile(r"(.{2,}?)(?<!总)产值$")
_OUTPUT = frozenset(
    {"产值", "总产值", "综合产值", "年产值", "全产业链产值", "全产业链综合产值", "全产业链总产值"}
)  # 山药种植面积10万亩、产量25万吨、产值12亿元
_HERDS = frozenset({"出栏", "存栏", "出栏量", "存栏量"})
_OF_HERD = re.compile(r"(.{1,}?)(?:年末|年底|期末)?(?:出栏|存栏|饲养)量?$")
_YIELD = frozenset({"产量", "总产量", "总产", "年产量", "年总产量"})
# 主要产品产量中，生铁90万吨；粗钢80万吨, 粮油类零售额3亿元；汽车类5亿元: what is listed has the head in common
_LIST_HEAD = re.compile(r"产量|零售额|出栏量?|存栏量?")
_PRODUCTS = re.compile(r"产量[^，。；\d]{0,6}[，：]")
_GOODS = re.compile(r"[^\d，。；、：的]{1,12}|[^\d，。；：的]{1,16}类")
_NO_GOODS = re.compile(
    r"[量积]$|亩产|单产|指标|合计|[栽植造建改增]|能力|产能|以上|使用|消费|淘汰|处理|储备|收购|投放|供应|销售|完成|实现|实施|达到"
)


def with_lost_head(names: Indicators, name: str, phrase: str, figure: Figure, before: Before) -> str:
    """The name with the head or the branch that a list leaves out: 主要产品产量中，生铁90万吨 → 生铁产量."""
    for part in (_made_or_grown, _of_sums, _of_fields, _of_services):
        if (named := part(names, name, phrase, figure, before)) is not None:
            return named
    last = before.last
    if phrase in _BREEDING and _OF_HERD.fullmatch(last):
        return names.canonical(phrase + "存栏")  # 生猪存栏37万头、出栏42万头，能繁母猪3.9万头
    if figure.kind == "area" and phrase in _HARVESTS and GROWN_CROP.match(last):
        return names.canonical(phrase + "播种面积")  # 粮食播种面积430万亩，总产37亿斤。其中：夏粮199万亩
    if _once_said(names, phrase, figure, before) and (m := _HEAD_ONCE.search(last)):
        added = _NEWLY.match(last)  # 新增通车里程1.6万公里，其中高速公路2100公里
        newly = added[0] if added and not name.startswith(added[0]) else ""
        return names.canonical(newly + with_head(name, m[0]), figure.kind)
    if not _goods(names, phrase, figure):
        return name
    if (m := _LIST_HEAD.search(last)) and m.end() == len(last):
        return names.canonical(name + m[0])
    if figure.kind in ("amount", "count") and _PRODUCTS.search(before.clean, before.start, before.clause):
        return names.canonical(name + "产量")
    return name


def _made_or_grown(names: Indicators, name: str, phrase: str, figure: Figure, before: Before) -> str | None:
    """What is made, grown and raised: 油茶面积12万亩，产量5万吨 → 油茶产量."""
    last = before.last
    if figure.kind == "amount" and (made := _MADE.fullmatch(phrase)) is not None:
        return names.canonical(made[1] + "产量")
    if (
        figure.kind == "amount"
        and (made := _MADE_YEARLY.fullmatch(phrase)) is not None
        and (phrase.startswith("总产") or _OF_ALL.search(before.clean, before.start, before.clause))
        and not _OF_A_WORK.search(before.clean, before.start, figure.start)
    ):
        return names.canonical(made[1] + "产量")  # 全县茶园18万亩，年产干茶1.2万吨
    if phrase in _BY_AREA and (m := GROWN_CROP.match(last)):
        return names.canonical(m[1] + phrase)
    if phrase in _HERDS and (m := _OF_HERD.match(last)):
        return names.canonical(m[1] + phrase)
    crop = GROWN_CROP.match(last) if figure.kind == "money" else None
    if crop is not None and phrase in _OUTPUT | _EARNED:
        return names.canonical(crop[1] + phrase)
    if crop is not None and phrase in _TAXES and "烟" in crop[1]:
        return crop[1] + phrase  # 烤烟种植2100亩，产量5600担，实现税收168万元
    if phrase in _YIELD and (m := _SOWN.match(last)):
        return names.canonical(m[1] + phrase)
    return None


def _of_sums(names: Indicators, name: str, phrase: str, figure: Figure, before: Before) -> str | None:
    """Values, budgets and funds: 协议引进资金6.8亿元，实际到位2.3亿元."""
    last = before.last
    lead = before.clean[max(before.start, before.clause - _LEAD) : before.clause]
    if named := of_branch(names, phrase, last, before.whole):
        return named
    if figure.kind == "money" and phrase in _LOWER_LEVELS and (m := _OF_OWN_LEVEL.match(last)):
        return phrase + m[1]
    if phrase.endswith(("收入", "支出")) and (m := _OWN_LEVEL.match(last)) and _BUDGET.fullmatch(phrase):
        return names.canonical(m[0] + phrase)
    if (
        phrase in _TAXES
        and "、" in before.clean[before.clause - 1 : before.clause + 1]
        and (m := _INDUSTRY.match(last))
    ):
        return names.canonical(m[1] + phrase)  # 数据产业营业收入14亿元、税收1.1亿元
    if phrase == "销售额" and last == "商品房销售面积":
        return "商品房销售额"
    if phrase in _ALL_OUTPUT and (m := _MADE_OF.match(last)):
        return names.canonical(m[1] + phrase)
    if figure.kind == "money" and (m := _BRANCH_OUTPUT.fullmatch(last)) and _is_branch(names, phrase):
        return phrase + m[1]  # 绿色食品产业产值82亿元；生物医药31亿元
    if phrase in MADE_BY and figure.kind == "money" and (m := _BY_INDUSTRY.search(lead)):
        return names.canonical(m[1] + phrase)  # 光伏产业由小变大，产值突破300亿元
    if phrase == "到位资金" and figure.kind == "money" and (m := _PROMISED.search(last)) and m[0] in ("外资", "内资"):
        return names.canonical("到位" + m[0])  # 合同外资5200万美元，到位资金2860万美元
    if phrase in _CAME and figure.kind == "money" and (m := _PROMISED.search(last)):
        return names.canonical(phrase + m[0])  # 协议引进资金6.8亿元，实际到位2.3亿元
    if phrase in _FUNDS and (m := _FUNDS_OF.fullmatch(last)):
        return names.canonical(m[1] + phrase)  # 实际利用内资86亿元、外资1.2亿美元
    if phrase == "创收" and ("劳务" in lead or names.standard(last) in _LABOUR):
        return names.canonical("劳务创收")
    if (m := _FUND.match(last)) and (phrase in _SIDES or _LEFT_OVER.fullmatch(phrase)):
        return m[1] + phrase  # 社会保险基金收入119亿元，支出108亿元，年末滚存结余136亿元
    if phrase in _RATIOS and last.startswith("农村居民人均"):
        return "城乡居民收入比"  # 城镇和农村居民人均可支配收入分别…，两者之比为1.78:1
    if phrase == "合格率" and (m := _TESTED.search(lead)):
        return names.canonical(m[1] + "抽检合格率")
    if phrase in OF_FIRMS and (m := BRANCH.match(last)) and last.startswith("规模"):
        return names.canonical(m[1] + phrase)
    return None


def _of_fields(names: Indicators, name: str, phrase: str, figure: Figure, before: Before) -> str | None:
    """Sown areas and grain: 山药种植面积3.2万亩，蔬菜5.8万亩 → 蔬菜种植面积."""
    last = before.last
    lead = before.clean[max(before.start, before.clause - _LEAD) : before.clause]
    if figure.kind == "area" and phrase in _BEARING and (m := _SOWN.match(last)):
        return names.canonical(m[1] + phrase)  # 苹果总面积41万亩，挂果面积24万亩
    if phrase == "粮食" and figure.kind == "amount":
        return names.canonical("粮食产量")
    if figure.kind == "area" and name.endswith(_SOWING) and len(phrase) > 2:
        return names.canonical(name + "面积")  # 蔬菜种植52.6万亩
    if figure.kind == "area" and (m := _GROWS.fullmatch(phrase)) and not names.headed(m[2], "area"):
        return names.canonical(m[2] + ("种植面积" if m[1] == "种植" else "面积"))  # 发展油茶2.4万亩
    if figure.kind == "area" and (m := _SOWN_WITH.search(last)) and phrase.endswith("面积") and len(phrase) <= _CROP:
        return names.canonical(phrase.removesuffix("面积") + m[0])  # 农作物播种面积762万亩，其中小麦面积168万亩
    if figure.kind == "area" and (m := _SOWN_WITH.search(last)) and _is_crop(names, phrase):
        return names.canonical(phrase + m[0])  # 山药种植面积3.2万亩，蔬菜5.8万亩
    if figure.kind == "area" and phrase in _ITS_AREA and (grown := _NEW_CROP.search(lead)):
        return names.canonical(grown[1] + "面积")  # 新发展猕猴桃1800亩，总面积达1.2万亩
    if phrase in _SOURCES and figure.unit.endswith("千瓦") and "装机" in last:
        return names.canonical(phrase + "装机容量")  # 风电装机428万千瓦、光伏62万千瓦
    if phrase in _GRAIN and before.clean.find("粮食", before.start, before.clause) >= 0:
        return names.canonical("粮食" + phrase)
    return None


def _of_services(names: Indicators, name: str, phrase: str, figure: Figure, before: Before) -> str | None:
    """Roads, insurance, patents, schools: 专利申请量300件，授权120件 → 专利授权量."""
    last = before.last
    lead = before.clean[max(before.start, before.clause - _LEAD) : before.clause]
    if phrase in _LENGTH and (m := _LINES.search(lead)):
        return names.canonical(m[0] + phrase)
    if (m := _RESERVES.match(last)) and phrase.endswith("储量") and len(phrase) <= len("远景储量"):
        return m[1] + phrase
    if (m := _INSURED.match(last)) and phrase in ("参保率", "参合率"):
        return names.canonical(m[1] + phrase, figure.kind)
    if phrase in _DEALS and before.clean.find("技术合同", before.start, before.clause) >= 0:
        return names.canonical("技术合同成交额")
    if phrase in _EARNED and (m := _VISITED.fullmatch(names.standard(last))):
        return names.canonical((m[1] or "旅游") + phrase)  # 接待游客1786万人次、实现收入428亿元
    if phrase in ("授权", "授权量") and last == "专利申请量":
        return "专利授权量"
    if phrase == "死亡" and last.endswith("事故起数"):
        return names.canonical(last.removesuffix("起数") + "死亡人数")
    if phrase in _PUPILS:
        return _of_schools(names, phrase, before)
    if phrase == "床位" and (m := _CLINICS.match(last)):
        return m[1] + phrase  # 医疗卫生机构1086个，床位7620张
    if phrase == "达标率" and names.standard(last) == "空气质量优良天数":
        return "空气质量优良率"
    return None


def _of_schools(names: Indicators, phrase: str, before: Before) -> str:
    """普通高中招生1.1万人，在校生3.1万人 and 小学328所，在校生17.6万人: the pupils of those schools."""
    if m := _SCHOOL.match(before.last):
        return m[1] + ("学校" if m[1].endswith("各类") else "") + phrase
    schools = [m[1] for m in _SCHOOLS.finditer(before.clean, before.start, before.clause)]
    return names.strip(schools[-1]) + phrase if schools else phrase


def _is_branch(names: Indicators, phrase: str) -> bool:
    """Whether a phrase is a mere name that may be an industry's: 生物医药; not 技术改造投资."""
    return _BRANCH_NAME.fullmatch(phrase) is not None and not names.headed(phrase, "money") and not names.known(phrase)


def _is_crop(names: Indicators, phrase: str) -> bool:
    """Whether a phrase is a mere name that may be a crop's."""
    plain = len(phrase) <= _CROP and not names.headed(phrase, "area") and not names.known(phrase)
    return plain and _NO_GOODS.search(phrase) is None


def _goods(names: Indicators, phrase: str, figure: Figure) -> bool:
    """Whether a phrase is a mere thing, of which the list says elsewhere what is counted: 粗钢, 汽车类."""
    made = figure.kind == "amount" or (figure.kind == "count" and figure.unit[-1] in "辆台部")
    if not made and not (figure.kind == "money" and phrase.endswith("类")):
        return False
    if phrase.startswith(("出栏", "存栏")) or names.known(phrase):
        return False
    if _LIST_HEAD.search(phrase):
        return False
    named = _GOODS.fullmatch(phrase) is not None
    return named and (phrase.endswith("类") or _NO_GOODS.search(phrase) is None)  # 建筑及装潢材料类


def _once_said(names: Indicators, phrase: str, figure: Figure, before: Before) -> bool:
    """Whether a phrase behind 其中 only says of which part of what was named before the figure is."""
    clean, clause = before.clean, before.clause
    listed = clean.startswith("、", clause) and _AMONG.search(clean, max(before.start, clause - _LIST), clause)
    return (
        (clean.startswith(("其中", "、其中"), clause) or bool(listed))
        and 2 <= len(phrase) <= 8
        and figure.kind in ("money", "area", "amount", "count", "works")
        and not names.known(phrase)
        and not names.headed(phrase, figure.kind)
        and not phrase.endswith(("企业", "项目", "村", "县", "人"))
    )
