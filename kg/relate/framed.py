"""Words that bind works to a programme: 小康路行动完成甲公路; 结合环境整治，建成乙厂; 流域治理，新建丙闸、丁泵站."""

from __future__ import annotations

import re

from kg.relate.campaigns import COUNTED, is_campaign
from kg.relate.clauses import Clause, View
from kg.relate.formulas import is_formula
from kg.types import Mention

# 多式联运工程重点支持甲港、乙铁路等项目
_SUPPORTS = re.compile(
    r"[”》]?(?:将|要|主要|计划|拟)?(?:重点|优先|主要)?(?:支持|推进|抓好|建设|安排|布局|谋划|实施|包括|涵盖)(?:了)?(?:建设)?[“]?"
)
_HAS = re.compile(r"[”》]?(?:主要|分别|具体)?(?:有|为|是)[：“]?")
_DOES = re.compile(
    r"[”》]?(?:行动|工程|计划)?(?:将|要|已|计划|年内|先后|相继|全力|加快|力争|确保)*(?:完成|建成|新建|改造|开工|启动|加快|建好|抓好|打造|改扩建|扩建|修建)(?:了)?[“]?"
)
# 结合乡村环境整治，建成甲、乙; 深化乡村改革，推进丙 is none
_FRAME = re.compile(r"(?:结合|围绕|按照|依托|通过|借助|抓住|利用|[，。；\n]借|紧扣|聚焦|把握|[，。；\n]以)[“《]?$")
_BUILDS = re.compile(
    r"(?:新建|建成|建设|改造|改建|扩建|续建|开工|启动|实施|完成|修建|修复|整治|打造|推进|推动|加快|投用|提升)[^，。；]{0,12}$"
)
_REFORM = re.compile(r"(?:改革|试点|制度?|政策|普查|战略|创建|扶贫|脱贫|监管|执法|管理)$")
_TREATED = re.compile(r"(?:综合|集中|连片|环境|流域|水系|河道)(?:整治|治理)$")
IN_WORKS = re.compile(r"[”]?(?:项目|工程)(?![区地])")
_EFFECTIVE = re.compile(
    r"[”]?(?:工作|工程|行动|项目|建设)?(?:全面|深入|扎实|有序|有力|强力|取得|持续|加快|稳步)*(?:推进|成效|开展|落地|见效|提速|发力)*(?:显著|明显|显现|突出)?，"
)
_STANDS = re.compile(
    r"[”]?(?:等[^，。；、]{0,8}|[二两三四五六七八九十\d]{1,3}[个条座处][一-龥]{1,6}?)?(?:项目|工程)?(?:全面|相继|先后|基本|如期|全部|均|已)*(?:建成|投用|完工|竣工|完成|投入)"
)


def carried_out(view: View, program: Mention, member: Mention) -> bool:
    """多式联运工程重点支持|甲港; 小康路行动完成|甲公路改造; 十大基础设施项目有|甲高速. None of: 扶贫攻坚建成甲园."""
    if _SUPPORTS.fullmatch(view.clean, program.end, member.start):
        return True
    if COUNTED.search(program.key) and _HAS.fullmatch(view.clean, program.end, member.start):
        return True
    # 教育扶贫|行动改扩建甲中学
    campaign = is_campaign(view, program) or view.clean.startswith(("行动", "工程"), program.end)
    return campaign and _DOES.fullmatch(view.clean, program.end, member.start) is not None


def framed(view: View, where: Clause, clause: Clause, program: Mention, members: list[Mention]) -> bool:
    """结合乡村环境连片整治，建成甲、乙污水处理厂; 实施流域综合治理，新建丙闸、丁泵站: the works of the next clause.

    None of: 深化城乡同治，推进甲项目.
    """
    lead = view.lead(clause, members[0].start)
    several = sum(m.type == "Project" for m in members) > 1
    works = (
        _TREATED.search(program.key) or is_formula(program.key) or IN_WORKS.match(view.clean, program.end)
    )  # “四好农村路”项目
    if clause.index - where.index == 1 and several and (works or program.key.endswith("改造")):
        goes = _EFFECTIVE.fullmatch(view.clean, program.end, where.end)
        if goes and members[0].start == clause.start and _STANDS.match(view.clean, members[-1].end, clause.end):
            return True  # 环境整治成效显著，甲站、乙站建成
    if clause.index - where.index != 1 or not _BUILDS.search(view.clean, lead, members[0].start):
        return False
    if _REFORM.search(program.key):
        return False
    if _FRAME.search(view.clean, view.lead(where, program.start), program.start):
        return True
    return several and bool(works)
