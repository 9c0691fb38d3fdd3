"""The indicators that a run of figures belongs to: what its phrase names, and what the phrase leaves to guess."""

from __future__ import annotations

import re

from kg.relate.completions import (
    GROWN_CROP,
    OF_A_CROP,
    OF_THE_SAME,
    STAGE,
    Before,
    at_level,
    at_size,
    at_stage,
    of_branch,
    of_class,
    of_other_side,
    of_residents,
    of_so_many_people,
)
from kg.relate.figure_fits import ADDED, COUNT_KINDS, ENDS
from kg.relate.figure_line import PLACES, Line
from kg.relate.figure_owners_before import owners_before, spent_on
from kg.relate.figure_runs import Run, of_borrowers_and_sum, of_households_and_people
from kg.relate.figure_words import clauses_before
from kg.relate.figures import Figure
from kg.relate.judging import Judge, of_another_whole
from kg.relate.lost_heads import with_lost_head

_GOES_UP = re.compile(
    r"(?:均|实现)*“?[双三四](?:下降|增长|提升|上升)”?$|(?:均|都|双双|全部|全面|继续|持续|保持|实现|呈|稳步|稳定|快速|较快|大幅|同步|平稳)*(?:均|都|双双|继续|持续|保持|实现|呈|稳步|稳定|快速|较快|大幅|同步|平稳)"
    r"(?:增长|上升|回升|提升|提高|增加|向好|攀升|下降|回落)(?:态势|势头)?$"
)
# 第三产业比重提高7个百分点，对经济增长的贡献率达到54%
_CONTRIBUTES = re.compile(r"对[^，]{0,16}贡献率$")
_TO_GDP = re.compile(r"(?:相当于|约?为|占)(?:全[市省区州县])?(?:地区生产总值|生产总值|GDP)的?(?:比重|比例)?")
_BRANCH_OF = re.compile(r"(?:实现)?(?:占比|增加值|比重|占.+比重)$")
_OF_WHOLE = re.compile(r"^[到了]|(?:的(?:比重|比例)?|比重|比例|比)?(?:为|达到?|超过?|约)?$")
_STATED = re.compile(r"(?:产业|行业|企业|工业|制造业|服务业|项目|[量额数])$")
_WHOLE_GDP = re.compile(r"(全[市省区州盟])(?:地区生产总值|生产总值|GDP|经济总量)(?:总量)?")
_ITS_SHARE = re.compile(r"^(?:[、其约均]|分别)*占(?:比|到|了)?(?:为|达到?|约|近|超过?)*$")
_AND_SUCH = re.compile("等[一-龥]{0,6}(?:产业|集群|行业)")  # 汽车、机床等产业集群产值增长12%: of all of them together
_EACH_OF_THEM = re.compile(r"均|都|皆|双双")
_EACH_REACHES = re.compile(r"(?<![人户年月日亩平])[均都皆]|双双")
_SO_MANY_OF = re.compile("[两三四五六]大(?=[^、]{0,6}产业)")  # 甲、乙两大产业产值均突破1000亿元
_SHARED = re.compile(r"(.{2,}?)占(?:.{2,}比重|比)$")
_ONE_WAY = re.compile("[进出]口总额")
_BOTH_WAYS = re.compile("外贸|进出口")
_SHORT = frozenset(("收入", "支出", "投资", "产值", "出口"))
_SAME_SHORT = {
    word: re.compile(f"(?<![总划度亩]){word}$") if word in ("投资", "产值") else re.compile(f"{word}$")
    for word in _SHORT
}
_CURRENCY = re.compile(r"(.*(?:本外币|人民币)(?:各项)?)存款余额$")
_STANDARD = re.compile(r"(?:月|年)?(?:保障|补助|救助)?标准")
_BOTH_KINDS = re.compile(r"城乡(?:居民)?(?:低保|最低生活保障)")
_BY_OWNER = re.compile(r"(?:国有|股份制|私营|民营|外商|港澳台|集体|三资|非公)[^，]{0,16}企业$")
_SECTOR = re.compile(r"第[一二三](?:次)?产业")
_NEW = re.compile(rf"{ADDED.pattern}|^新建")
_EMPLOYED = re.compile(r"(?:新增|城镇|实现)+就业(?:人数|人员)?")
_FIRMS_AMONG = re.compile(r"(?:市场|经营)主体(?:总?数|总量)?$")
_LENT_OUT = re.compile(r"发放|投放|新增")
_PARK_COUNTS = re.compile(r"(?:入驻|投产|在建|新入驻|规上|规模以上|规模工业)企业数?|(?:期末)?从业人员数?")
# what no park has a figure of its own for
_OF_THE_WHOLE = re.compile(
    r"居民|人均|农民|生产总值|预算|社会消费|零售|存款|贷款|旅游|房地产|商品房|支出|民生|粮食|农|保费|占"
)
_EACH = re.compile("(?:约|大约)?分别占")
_COUNT = re.compile(r"(?<=.{2})(?:总量|总数|数量|数)$|^新增")
_IN_ALL = ("总量", "总额", "总数", "总值")
_ANIMALS = frozenset("牛羊猪马驼禽鸡鸭鹅兔驴")
_HERD = re.compile(r"(?:存栏|出栏|饲养量)(?:量|头?数)?$")
_HERD_LIST = re.compile(r"(存栏|出栏)量?：")
_SHARES = ("比重", "占比")
_TURNOVER = re.compile("(?:服务业|企业)营业收入$")  # 规上服务业营业收入增长9%，其中商务服务业增长21%
_SERVICES = re.compile("(?:业|相关服务)$")
_LONG_NAMES = 60  # characters of a clause that names several indicators and how they went, at most


class Names:
    """Finds the indicators of the figures of one line, one for each figure of a run."""

    def __init__(self, line: Line, judge: Judge) -> None:
        self.line = line
        self.judge = judge

    def of_run(self, run: Run, told: list[str]) -> list[str]:
        """The indicators of a run of figures, [] where the text names none or another number of them.

        Args:
            told: what `told_before` finds for the run.
        """
        first, said, names = run.first, self.line.said, self.line.names
        if told:
            return [names.canonical(n, first.kind, run.growth) for n in told]
        if len(run.figures) == 1 and first.kind == "percent" and said.subjects and _ITS_SHARE.match(run.words):
            return [names.canonical(said.subjects[-1] + "占比")]
        if shares := self._shares(run):
            return shares
        in_all = bool(said.subjects) and run.frame.phrase.endswith(_IN_ALL)  # 收入增长8%、总量102亿元
        if (
            not run.phrase
            and not run.frame.verb
            and not in_all
            and (first.kind != said.kind or self._counts_the_next(run))
        ):
            last = said.subjects[-1:]  # 甲市生产总值62亿元、增长7%，乙县34亿元、增长8%
            alike = first.kind == "money" and run.frame.phrase and said.kind == "percent" and len(run.figures) == 1
            return last if alike and last and names.money(last[0]) else []
        if run.phrase and of_households_and_people(run):
            return [run.phrase + "户数", run.phrase + "人数"]
        if run.phrase and of_borrowers_and_sum(run):
            return [run.phrase + "户数", names.canonical(run.phrase, "money")]
        return self._completed(run)

    def told_before(self, run: Run) -> list[str]:
        """The indicators that stand outside of the clause of a run: 民间投资继续回升，同比增长9%."""
        count = len(run.figures)
        told = self.named_before(run.floor, run.clause, count) if self.line.names.elided(run.phrase) else []
        if not told and count == 1 and run.first.kind == "money" and not run.growth:
            told = spent_on(self.line, run)
        return told or owners_before(self.line, run)

    def named_before(self, floor: int, clause: int, count: int) -> list[str]:
        """The `count` indicators that the clause before names without a figure, or none.

        民间投资继续回升，同比增长9%; 财政总收入和税收收入均实现较快增长，同比分别增收2亿元和1亿元.
        """
        names = self.line.names
        clauses = clauses_before(self.line.clean, floor, clause)
        if not clauses:
            return []
        if count == 1:
            return [name] if (name := names.leading(self._placeless(clauses[-1], clause))) else []
        if len(clauses[-1]) > _LONG_NAMES:
            return []
        named = names.split(names.strip(_GOES_UP.sub("", clauses[-1])), count)
        return named if all(names.known(n) for n in named) else []

    def _placeless(self, words: str, end: int) -> str:
        """A clause before `end` without the place that it begins with: 松泉县经济总量连跨两个台阶，从…."""
        start = self.line.clean.rfind(words, self.line.near(end), end)
        first = next((m for m in self.line.mentions_from(start) if m.type in PLACES), None) if start >= 0 else None
        return words[first.end - start :] if first is not None and first.start == start else words

    def of_phrase(self, phrase: str, count: int, kind: str, growth: bool = False, at: int = 0) -> list[str]:
        """Names for `count` figures: from the phrase, or those of the group before when it has none."""
        line, said, names = self.line, self.line.said, self.line.names
        if not phrase or names.elided(phrase):
            return self._as_before(count, kind, growth)
        if kind == "points" and phrase in _SHARES and said.subjects and said.subjects[-1].endswith(_SHARES):
            return said.subjects[-1:]  # 占63.7%，比重提升2.9个百分点
        if said.subjects and _TO_GDP.fullmatch(phrase) and "研发" in said.subjects[-1]:
            return ["研发投入强度"]  # 全社会研发投入241亿元，增长12%，相当于地区生产总值的2.4%
        if _CONTRIBUTES.match(phrase):
            base = said.subjects if len(said.subjects) == count else []
            return [_BRANCH_OF.sub("", n) + phrase for n in base] or ([phrase] if count == 1 else [])
        if phrase.startswith("在全") and phrase.endswith("占比"):
            said.joint = ""
            return []  # 在全市占比由12.6%提高到16.8%
        if phrase.startswith(("占", "合计占", "共占")):
            each = count == 1 and _EACH.match(line.clean, at) is not None
            return self._share_of(phrase[phrase.index("占") :], count, each)
        if len(phrase) < 2:
            listed = phrase in _ANIMALS and _HERD_LIST.search(line.clean, line.sentence.start, at)
            if listed and count == 1 and not growth:
                return [phrase + listed[1]]  # 年末牲畜存栏：牛152万头；羊586万只
            herd = phrase in _ANIMALS and any(_HERD.search(n) for n in (*said.recent, *said.subjects))
            return [phrase] if herd and count == 1 else []  # 牲畜存栏126万只，其中羊98万只
        if count == 2 and _STANDARD.fullmatch(phrase) and _BOTH_KINDS.search(line.clean, line.sentence.start, at):
            return ["城市低保" + phrase, "农村低保" + phrase]
        if count == 1 and phrase in _SHORT and said.subjects and _SAME_SHORT[phrase].search(said.subjects[-1]):
            return said.subjects[-1:]  # 甲区一般公共预算收入12亿元；乙县收入9亿元
        if crops := self._of_crops(phrase, count, kind):
            return crops
        found = [names.strip(n) for n in names.split(phrase, count)]
        if said.recent and said.recent[-1].endswith("投资"):  # 投资增长7%。分产业看，第二产业增长9%
            found = [n + "投资" if _SECTOR.fullmatch(n) or _BY_OWNER.search(n) else n for n in found]
        if growth and said.recent and said.recent[-1].endswith("增加值"):  # 分经济类型看，国有控股企业增长3%
            found = [n + "增加值" if _BY_OWNER.search(n) else n for n in found]
        found = [names.canonical(n, kind, growth) for n in found]
        if found == ["贷款余额"]:  # 金融机构人民币各项存款余额512亿元；各项贷款余额398亿元
            saved = next((n for n in reversed(said.recent) if n.endswith("存款余额")), "")
            found = [_CURRENCY.sub(r"\1贷款余额", saved)] if _CURRENCY.match(saved) else found
        return found

    def _of_crops(self, phrase: str, count: int, kind: str) -> list[str]:
        """茶叶面积11万亩、樱桃13万亩，产值分别达到4亿元和9亿元: of those crops, one for each figure."""
        last = self.line.said.recent[-count:]
        if count < 2 or len(last) != count or phrase not in OF_A_CROP:
            return []
        crops = [m[1] for n in last if (m := GROWN_CROP.match(n))]
        return [self.line.names.canonical(crop + phrase, kind) for crop in crops] if len(crops) == count else []

    def pairs(self, run: Run, subjects: list[str]) -> list[tuple[Figure, str]]:
        """Each figure with its indicator; one rate may be that of several: 甲、乙产值均增长8%."""
        first, names = run.first, self.line.names
        sums = first.kind in ("money", "amount") and not run.growth and _EACH_REACHES.search(run.words) is not None
        if len(run.figures) == 1 and (first.kind == "percent" or sums) and not names.known(subjects[0]):
            shared = names.share(_SO_MANY_OF.sub("", subjects[0]) if sums else subjects[0])
            each = _EACH_OF_THEM.search(run.words) or all(names.known(n) for n in shared)
            alike = each or ((run.growth or names.full(subjects[0])) and "、" in subjects[0])
            alike = alike and (each or names.each_headed(subjects[0]))
            alike = alike and "类" not in subjects[0] and (each or not _AND_SUCH.search(subjects[0]))
            if alike and all(self.judge.fit.suits(n, first, run.frame, self.line.said.place) for n in shared):
                return [(first, names.canonical(n, first.kind, run.growth)) for n in shared]
        return list(zip(run.figures, subjects, strict=True))

    def in_list(self, run: Run) -> bool:
        """Whether a run goes on with a list of things added: 新增甲类企业3家、乙类企业5家."""
        kinds = (run.first.kind, self.line.said.kind)
        return (
            self.line.clean[run.floor : run.floor + 1] == "、"
            and kinds in (("count", "count"), ("area", "works"))
            and not run.growth
            and not run.frame.verb
        )

    def of_a_park(self, name: str) -> bool:
        """Whether a figure that follows one of the parks is theirs too: 园区实现营业收入…，利润总额…."""
        money = self.line.names.money(name) or OF_THE_SAME.fullmatch(name) or _PARK_COUNTS.fullmatch(name)
        return bool(money) and not name.startswith(self.line.said.part) and not _OF_THE_WHOLE.search(name)

    def _as_before(self, count: int, kind: str, growth: bool) -> list[str]:
        """The names of the run before, for a phrase that names nothing itself."""
        said, names = self.line.said, self.line.names
        last = said.subjects
        if kind == "percent" and growth and len(last) == 1 and (m := _SHARED.match(last[0])):
            return [m[1]]  # 增加值126亿元，占生产总值的49.7%，增速达到19.3%; 占比60.5%，增长14%
        if len(last) > count and len(set(last)) == 1:
            return last[:count]  # 甲市、乙市进出口分别为…，甲市增长19.5%
        alone = last[0] if count == 1 and len(last) == 1 and not growth else ""
        sized = kind in ("count", "area") or (kind == "amount" and "装机" in alone)
        if sized and (m := _NEW.match(alone)):
            return [names.canonical(alone[m.end() :], kind)]  # 净增企业16家，总数达到21家
        if len(last) != count and said.joint and (named := names.split(said.joint, count)):
            return [names.canonical(names.strip(n), kind, growth) for n in named]
        return last if len(last) == count else said.recent[-count:] if len(said.recent) >= count else []

    def _shares(self, run: Run) -> list[str]:
        """其中民生支出占76% → 民生支出占比; not 矿石占四成, which is no statistic."""
        if run.first.kind != "percent" or run.growth or not run.phrase or "占" not in run.frame.verb:
            return []
        names = self.line.names
        found = [names.strip(n) for n in names.split(run.phrase, len(run.figures))]
        whole = all(names.known(n) or _STATED.search(n) or names.headed(n, "money") for n in found)
        return [names.canonical(n + "占比") for n in found] if whole else []

    def _share_of(self, phrase: str, count: int, each: bool) -> list[str]:
        """占生产总值的49.7% → what stands before, as a share of it.

        `each` says that it is the share of the first of two: 耕地…、农户…，分别占全部耕地的52%和农户的64%.
        """
        said = self.line.said
        base = [said.shared] if said.shared else said.recent[-2:-1] if each else said.subjects[-count:]
        if len(base) != count or (count > 1 and len(said.subjects) != count):
            return []
        if of_another_whole(phrase, self.line.scene.home):
            return []
        whole = _OF_WHOLE.sub("", phrase[1:])
        if base and _ONE_WAY.fullmatch(base[-1]) and _BOTH_WAYS.search(whole) and "进出口总额" in said.recent:
            base = ["进出口总额"]  # 进出口421亿元，其中出口289亿元、进口132亿元，占全省外贸总值的16%
        base = [m[1] if (m := _SHARED.match(b)) else b for b in base]  # 占全市…的42%，占全省…的2%
        if base == ["地区生产总值"] and (m := _WHOLE_GDP.fullmatch(whole)):
            return [f"地区生产总值占{m[1]}地区生产总值比重"]
        return [self.line.names.canonical(f"{b}占{whole}比重" if whole else b + "占比") for b in base]

    def _completed(self, run: Run) -> list[str]:
        """The indicators that a phrase names, with what a list or the sentence before it leaves out."""
        line, said, names = self.line, self.line.said, self.line.names
        first, phrase = run.first, run.phrase
        subjects = self.of_phrase(phrase, len(run.figures), first.kind, run.growth, run.clause)
        last = said.subjects[-1] if said.subjects else said.recent[-1] if said.recent else ""
        in_list = self.in_list(run)
        if phrase == "建成" and first.kind == said.kind and (m := _NEW.match(last)):
            return [names.canonical(last[m.end() :], first.kind)]  # 新建高标准农田12万亩，累计建成203万亩
        if phrase == "新增" and first.kind == "count" and said.kind == "count" and said.subjects:
            return ["新增" + _COUNT.sub("", last)]  # 市场主体达到1.43万户，今年新增1682户
        if len(subjects) == 1 and run.growth:
            named = of_class(names, phrase, last or (said.recent[-1] if said.recent else ""))
            subjects = [named or of_branch(names, phrase, last, not said.part) or subjects[0]]
        if len(subjects) > 1 and run.growth and last and (classes := [of_class(names, n, last) for n in subjects]):
            subjects = classes if all(classes) else subjects  # 零售额增长6%，其中家电类、汽车类分别增长8%、9%
        if len(subjects) == 1 and run.growth and run.words.startswith("其中") and _TURNOVER.search(last):
            subjects = [phrase + "营业收入"] if _SERVICES.search(phrase) else subjects
        if len(subjects) > 1 and (people := [of_residents(names, n, said.recent) for n in subjects]) and all(people):
            return people  # 居民人均可支配收入3.2万元，其中城镇、农村居民分别为4.2万元和1.8万元
        side = of_other_side(names, phrase, last)
        if len(subjects) == 1 and (named := side or of_residents(names, phrase, said.recent)):
            subjects = [named]
        elif len(subjects) == 1 and phrase and not run.growth:
            before = Before(line.clean, line.sentence.start, run.clause, last, not said.part)
            same = at_level(phrase, last) if in_list else ""
            if first.kind == "count":
                same = same or (at_size(phrase, last) if run.among or line.clean[run.floor] == "、" else "")
                same = same or at_stage(phrase, last) or at_stage(phrase, said.counted)
                same = same or of_so_many_people(names, phrase, last)
            subjects = [same or with_lost_head(names, subjects[0], phrase, first, before)]
        lent = not run.growth and phrase.endswith("贷款") and _LENT_OUT.search(run.words)
        if lent and subjects and subjects[0].endswith("贷款余额"):
            subjects[0] = phrase  # 全年发放普惠小微贷款46亿元: no balance
        among = bool(phrase) and run.among
        if among and phrase == "企业" and _FIRMS_AMONG.search(last):
            added = ADDED.match(last)  # 经营主体达到120万户，其中企业31万户
            return [added[0] + phrase if added else phrase + "数"]
        if among and len(subjects) == 1 and _EMPLOYED.fullmatch(last) and not subjects[0].endswith("业"):
            subjects = [subjects[0] + "就业"]  # 新增就业5.9万人，其中高校毕业生1.8万人
        if subjects and said.added and (among or in_list) and self._lacks_verb(subjects[0]):
            subjects[0] = said.added + self._uncounted(subjects[0])
        return subjects

    def _lacks_verb(self, name: str) -> bool:
        """Whether what is counted in a list of things added has no verb of its own."""
        return "就业" not in name and not STAGE.match(name) and not name.startswith(self.line.said.added)

    def _uncounted(self, name: str) -> str:
        """规模工业企业数 → 规模工业企业, where 新增 goes before; a name that has a verb of its own stays."""
        return name.removesuffix("数") if self.line.names.known(name) else name

    def _counts_the_next(self, run: Run) -> bool:
        """Whether a figure without a name before it counts what stands behind it: 减贫6万人，180个贫困村摘帽."""
        first, clean = run.first, self.line.clean
        if first.kind not in COUNT_KINDS or ENDS.match(clean, first.rough):
            return False
        return bool(run.words) or clean[first.start - 1 : first.start] in "，；、：。"
