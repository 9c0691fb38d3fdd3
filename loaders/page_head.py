"""What a copied page has above its text: the way to it, who shows it and when, and then the title.

Example: 点击蓝字, 首页>政务公开>报告, 索 引 号：0011, 甲日报, 第02版, 甲政发〔2022〕1号 are no titles. No example:
首钢在甲县投产, 甲县发布十条措施. A title of two lines is put together: 甲县人民政府 / 2022年工作报告.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.loaders.page_body import is_furniture
from kg.loaders.title_lines import title_of_lines
from kg.ontology import load_lexicon
from kg.ontology.furniture import furniture

DATE_LINE = re.compile(
    r"\s*(?:发布(?:时间|日期)[：:]\s*)?(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*"
)
# 当前位置：首页 > 政务公开 > 工作报告: the way to a page, copied along with it
_TRAIL = re.compile(r"\s*(?:(?:网站)?首页|.{0,6}位置\s*[：:])|[^>＞»›]{1,20}(?:\s*[>＞»›]+\s*[^>＞»›]{1,20}){2,}\s*")
_NUMBER = "[一二三四五六七八九十百\\d]{1,4}"
# what stands alone on a line above a title and is none, written without blanks
_ALONE = re.compile(
    "|".join(
        (
            # a paper, a site, a channel
            r"[\u4e00-\u9fff]{2,8}(?:日报|晚报|早报|晨报|商报|时报|新闻网|政府网|融媒体?(?:中心)?)(?:往期回顾|数字报|电子版|返回目录|(?:版面|标题)导航|[上下]一[版期])*|(?:[\u4e00-\u9fff]{2,6}(?:发布|融媒|头条|微讯))+",
            r"[\u4e00-\u9fff]{2,6}(?:[|｜][\u4e00-\u9fff]{2,6}){2,}",  # 站内搜索|加入收藏|设为首页
            r"[\u4e00-\u9fff]{4,24}门户网站(?:www.{0,40})?|您是第\d{1,9}位.{2,6}|.{0,4}ICP备.{2,24}",
            # its day and page
            r"(?:\d{4}年\d{1,2}月\d{1,2}日)?(?:星期[一二三四五六日天])?(?:农历.{2,10}?)?(?:总?第\d{1,6}期)?(?:今日.{1,4}版)?(?:第?[A-Z]?\d{1,2}版(?:[：:].{1,8}|[\u4e00-\u9fff]{2,6})?)?",
            r"[A-Z]?\d{1,2}(?:要闻|综合|时政|经济|新闻|本地|县域|民生|专题|专版|头版)|第\d{1,3}页(?:共\d{1,3}页)?",
            # the number of a document, the session of a congress, who printed it
            r"[\u4e00-\u9fff]{2,8}[〔\[［（(]\d{4}[〕\]］）)]第?\d{1,4}号",
            rf"(?!在)[\u4e00-\u9fff]{{2,12}}第{_NUMBER}届(?:人大|人民代表大会)(?:第?{_NUMBER}次会议)?(?:(?:文件|材料)(?:之?{_NUMBER})?)?(?:[（(].{{1,3}}[）)])?",
            rf"第?{_NUMBER}次会议(?:文件|材料)(?:之?{_NUMBER}|[（(].{{1,3}}[）)])?",
            r"[\u4e00-\u9fff]{4,24}(?:办公?室|部|局|委|中心)(?:编印?|主办)?(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:编印?|印发)?",
            r"附件\d{0,2}[：:]?|[（(]?此件(?:公开|主动公开|依申请公开)(?:发布)?[）)]?|[（(]?(?:受权发布|内部资料|征求意见稿)[）)]?",
            # a section of a site, who writes, a cry
            r"(?:政务|工作|部门|乡镇|基层|招商|区县|县区|园区|项目|时政|本地|今日)(?:动态|要闻|新闻|信息|资讯)",
            r"[□■◎○●]?(?:本报|本刊|本台|本网)?(?:全媒体|融媒体|融媒|见习|特约|首席|实习)?(?:记者|通讯员).{2,16}",
            r"发表于[\u4e00-\u9fff]{2,6}|[\u4e00-\u9fff]{2,8}来了|.{0,8}(?:喜讯|重磅|好消息).{0,6}[！!]|#[^#]{1,12}#|(?:[^\w《“]|\d){1,6}",
            # a picture, a note, a counter, and what else is labelled
            r"图\d{0,2}[：:].{1,30}|图为.{2,24}|[图表]\d{1,2}.{0,8}|编者按[：:].*|有关名词解释附后",
            r"[【（(\[](?:名词解释|摘要|纠错|全文完|未完待续|名词解释见附件|(?:下转|上接)第?.{1,6}版)[】）)\]]",
            r"(?:浏览|阅读|点击|访问)(?:量|次数)?[：:]?\d{1,9}次?|(?:打印|下载|更新|访问)(?:时间|日期)[：:].{6,20}",
            r"(?:上一[篇条]|下一[篇条]|热门推荐|推荐阅读|相关(?:新闻|链接|阅读)|附|注|图为)[：:].{1,40}",
            r"(?:关键词|标签|转自|版权声明|微信公众号|联系电话|投稿邮箱|今日天气)[：:].{1,30}",
        )
    )
)
_ISSUE = re.compile(
    r"[（(]?(?:(?:19|20)\d\d年)?第?\d{1,4}期[）)]?(?:[（(]总第?\d{1,4}期[）)])?"
)  # below the name of a paper
_BODY_OF_STATE = re.compile(
    r"[\u4e00-\u9fff]{2,12}人民政府(?:办公[室厅])?|[\u4e00-\u9fff]{2,12}(?:发展和改革|财政|统计)[委局](?:员会)?"
)
_REST_OF_TITLE = re.compile(r"关于.{2,80}|.{0,20}工作报告(?:（.{1,6}）)?")
_HALF_OF_SESSION = re.compile(r"在?[\u4e00-\u9fff]{2,14}(?:代表大会|第[一二三四五六七八九十]{1,4}次(?:全体)?会议上?)")
_SESSION_REPORT = re.compile(r"第?[一二三四五六七八九十]{0,4}次?(?:全体)?会议上的.{0,8}报告|.{0,8}工作报告")
# an entry of a table of contents, below 目录
_ENTRY = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第.{1,3}[章部节]|附[件录]|\d{1,2}[.、]).{0,50}|.{2,50}[\s….·]\d{1,3}"
)
_SITE = re.compile(r"\s*[-_|—]{1,2}\s*(?:[\u4e00-\u9fff]{2,10}(?:网|文库|网站|百科)|豆丁|道客巴巴)$")
_LINKED = re.compile(r"\[([^\[\]]{2,80})\]\([^()\s]{1,300}\)")
_KINDS = "告知见案定复示法函"  # last characters of the kinds of papers: 报告, 通知, 意见, 方案
_UNFINISHED = re.compile(rf"关于.{{4,80}}[与和及、]|关于[^，。]{{4,80}}(?<![{_KINDS}划])")
_MENU = 6  # characters of an entry of a page's menu at most
TOP = 40  # lines above a text that may say of it where it stood and when


def about_page(line: str) -> bool:
    """Whether a line above a text tells where and when it stood: 您的位置：首页 > 公开, 2024-03-05, 字号：大 中 小."""
    bare, field = (_bare(text) for text in (line, re.sub(r"\s+", "：", line.strip(), count=1)))
    words = furniture(load_lexicon(), "line")
    said = bare.startswith(words) or field.startswith(words)
    short = len(line) <= 80 and (_TRAIL.match(line) is not None or said)
    return short or DATE_LINE.fullmatch(line) is not None or is_furniture(line) or is_furniture(bare)


def title_of(lines: Sequence[str]) -> str | None:
    """The title among the first lines of a text; None where a text has no other at its start."""
    left: list[str] = []
    menu = listed = False
    for line in lines:
        bare = "".join(line.split())
        menu = bare in ("首页", "网站首页") or (menu and len(bare) <= _MENU and ">" not in bare)
        listed = bare == "目录" or (listed and _ENTRY.fullmatch(line) is not None)
        if _ISSUE.fullmatch(bare):
            left = left[:-1]
            continue
        if not (menu or listed or about_page(line) or _alone(bare)):
            left.append(line)
    if not left or left[0].endswith("。"):
        return next((_plain(line) for line in lines if not about_page(line)), None)
    first, second, third = (*(_plain(line) for line in left[:3]), "", "")[:3]
    if second and second[-1] in "与和及、" and third and third[-1] in _KINDS:
        second += third
    if _BODY_OF_STATE.fullmatch(first) and second:
        again = second.startswith(first.split("人民政府")[0])
        follows = _REST_OF_TITLE.fullmatch(second) is not None and not again
        return first + second if follows else second if len(second) <= 60 and not second.endswith("：") else first
    if _UNFINISHED.fullmatch(first) and 0 < len(second) <= 60 and second[-1] in _KINDS:
        return first + second
    if _HALF_OF_SESSION.fullmatch(first) and _SESSION_REPORT.fullmatch(second):
        return first + second
    return title_of_lines([_plain(line) for line in left]) or first


def _alone(bare: str) -> bool:
    """Whether a line without blanks is no title by its words: 甲日报, 政务公开, 导读：."""
    return _ALONE.fullmatch(bare) is not None or re.sub("[：:。！!]$", "", bare) in furniture(load_lexicon(), "alone")


def _bare(line: str) -> str:
    """A line without blanks and without the signs before it."""
    return "".join(line.split()).lstrip("【[（(■●◆·>#▲▼△▽↑↓☆★").replace(":", "：")


def _plain(line: str) -> str:
    """A line without the signs of Markdown for a heading and for bold type."""
    line = _SITE.sub("", re.sub(r"^#{1,6}\s+", "", line).strip())
    if link := _LINKED.fullmatch(line):
        return link[1]
    return line[2:-2].strip() if line.startswith("**") and line.endswith("**") and len(line) > 4 else line
