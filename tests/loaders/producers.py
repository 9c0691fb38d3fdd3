"""Files made by real programs: Word and Excel by Python's libraries, PDF by Chromium, the others by LibreOffice."""

from __future__ import annotations

import atexit
import base64
import functools
import html
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
from docx.oxml import parse_xml as docx_xml
from docx.oxml.ns import nsdecls

from kg.export.chromium import chromium
from tests.tools import chromium_program, missing

_CSS = (
    "@page{size:A4;margin:2.5cm}body{font:12pt/1.6 'Noto Serif CJK SC',serif}"
    "p{text-indent:2em;margin:0;text-align:justify}h1{text-align:center;font-size:18pt}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #000;font-size:10pt}"
)


def page(lines: Sequence[str], css: str = "") -> str:
    """A bare web page of a title and paragraphs."""
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines[1:])
    head = f"<!DOCTYPE html><meta charset=utf-8><style>{_CSS}{css}</style>"
    return f"{head}<h1>{html.escape(lines[0])}</h1><div class=b>{body}</div>"


def portal(lines: Sequence[str]) -> str:
    """The page of a government portal around an article: head, menus, side box, pager, footer."""
    links = "".join(f"<li><a href='/x{n}'>第{n}条要闻：本周重点工作安排部署情况通报</a></li>" for n in range(12))
    paragraphs = "".join(f"<p>\u3000\u3000{html.escape(line)}</p>" for line in lines[1:])
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<title>{html.escape(lines[0])}_某市人民政府门户网站</title>
<meta name="ArticleTitle" content="{html.escape(lines[0])}"><meta name="PubDate" content="2022-04-11 09:30">
<script>var tongji = "统计代码";</script><style>.a{{color:red}}</style></head><body>
<div class="header"><a href="/">首页</a> <a href="/zw">政务公开</a> <a href="/fw">政务服务</a>
<form>搜索 <input></form></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务动态</a></div>
<div class="wrap"><div class="main"><h1>{html.escape(lines[0])}</h1>
<div class="info">发布时间：2022-04-11　来源：某某日报　浏览次数：<span>1024</span>　字体：[大 中 小]</div>
<div class="TRS_Editor">{paragraphs}</div>
<div class="pager">上一篇：<a href="/1">关于召开座谈会的通知</a> 下一篇：<a href="/2">关于放假的通知</a></div></div>
<div class="right"><h3>相关新闻</h3><ul>{links}</ul></div></div>
<div class="footer">版权所有：某市人民政府 主办单位：某市人民政府办公室 备案号：某ICP备00000000号</div></body></html>"""


def to_pdf(pages: Sequence[Path]) -> list[Path]:
    """Pages printed by one Chromium, each beside its source."""
    out = []
    with chromium(chromium_program()) as tab:
        for source in pages:
            tab.open(source.as_uri())
            tab.wait(f"location.href == {source.as_uri()!r} && document.readyState == 'complete'")
            printed = tab.send("Page.printToPDF", preferCSSPageSize=True, displayHeaderFooter=False)
            out.append(source.with_suffix(".pdf"))
            out[-1].write_bytes(base64.b64decode(printed["data"]))
    return out


def to_docx(lines: Sequence[str], path: Path) -> Path:
    """A Word document of a title and paragraphs."""
    document = docx.Document()
    document.add_heading(lines[0], 0)
    for line in lines[1:]:
        document.add_paragraph(line)
    document.save(str(path))
    return path


@functools.cache
def _profile() -> Path:
    """LibreOffice's settings, which take it longer to make than most files to convert: one for the session."""
    folder = tempfile.TemporaryDirectory(prefix="kg-tests-office-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


def by_libreoffice(kind: str, sources: Sequence[Path]) -> list[Path]:
    """Files turned into another format by one run of LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        missing("LibreOffice", "make office")
        raise AssertionError
    folder = sources[0].parent
    command = [program, f"-env:UserInstallation={_profile().as_uri()}", "--headless", "--convert-to", kind]
    command += ["--outdir", str(folder), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return [source.with_suffix(f".{kind}") for source in sources]


_LEVELS = (
    ("chineseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimalEnclosedCircle", "%4"),
)


def numbered(paragraphs: Sequence[tuple[int | None, str]], path: Path) -> Path:
    """A Word document; paragraphs of a level (from 0) are numbered 一、（一）1.① by the program, not in their text."""
    document = docx.Document()
    names = nsdecls("w")
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(_LEVELS)
    )
    kind = '<w:multiLevelType w:val="multilevel"/>'
    part = document.part.numbering_part.element
    part.insert(0, docx_xml(f'<w:abstractNum {names} w:abstractNumId="77">{kind}{levels}</w:abstractNum>'))
    part.append(docx_xml(f'<w:num {names} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level, text in paragraphs:
        paragraph = document.add_paragraph(text)
        if level is not None:
            number = f'<w:numPr {names}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(docx_xml(number))
    document.save(str(path))
    return path


PROJECTS: list[list[object]] = [
    ["序号", "项目名称", "建设单位", "建设地点", "投资（亿元）", None, "开工时间", "备注"],
    [None, None, None, None, "总投资", "2024年计划", None, None],
    [None, "合计（3个）", None, None, 142.69, 35, None, None],
    ["一", "产业项目（2个）", None, None, None, None, None, None],
    [1, "白石港新材料产业园一期项目", "湖南某山新材料有限公司", "醴陵市", 98.29, 20, "2023年6月", None],
    [2, "白石港智能装备基地", None, "攸县", 27.2, 10, "2024年9月", "前期"],
    ["二", "基础设施项目（1个）", None, None, None, None, None, None],
    [3, "白石港至云里公路改扩建工程", "茶陵县交通运输局", "茶陵县", 17.2, 5, "2022-03", None],
]


def workbook(path: Path) -> Path:
    """A project list with a title, a unit line, two header rows, merged cells, totals, sections and a hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "重点项目"
    sheet.append(["附件1"])
    sheet.append(["株洲市2024年重点建设项目清单"])
    sheet.merge_cells("A2:H2")
    for row in PROJECTS:
        sheet.append(row)
    for cells in ("A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:G4", "H3:H4", "C7:C8"):
        sheet.merge_cells(cells)
    hidden = book.create_sheet("底稿")
    hidden.append(["项目名称", "总投资（亿元）"])
    hidden.append(["不应出现的项目", 1])
    hidden.sheet_state = "hidden"
    book.save(path)
    return path
