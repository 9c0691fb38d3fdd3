"""Tables as they look when a page of a PDF is copied as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_PLACES = ("白石", "云里", "青溪", "渌口", "仙人岭", "石亭", "五里墩", "枫林")
_THINGS = (
    "新材料产业园一期项目",
    "至云里公路改扩建工程",
    "污水处理厂提标改造及配套管网建设项目",
    "高标准农田建设项目（二期）",
    "智能装备制造基地标准厂房及科研办公用房（含地下停车场）建设项目",
    "第二中学新建学生宿舍工程",
    "老旧小区改造",
    "中医医院整体搬迁及公共卫生服务能力提升工程（一期）",
    "水库除险加固工程",
    "年产5万吨锂电池负极材料一体化生产线及研发中心项目",
)
_BUILDERS = (
    "白石城市建设投资有限公司", "某山新材料股份有限公司", "县交通运输局", "县住房和城乡建设局",
    "湖南云里轨道交通装备科技有限公司",
)  # fmt: skip


def projects(n: int) -> list[dict[str, str]]:
    """Made-up rows of a list of projects; every sixth or so lacks its builder."""
    rows = []
    for i in range(n):
        rows.append(
            {
                "序号": str(i + 1),
                "项目名称": _PLACES[i % 8] + _THINGS[(i * 7 + i // 10) % 10],
                "建设单位": _BUILDERS[(i * 3) % 5],
                "建设地点": _PLACES[(i * 5) % 8] + "镇",
                "总投资（万元）": f"{(i * 7919) % 90000 + 500}",
                "年度计划投资（万元）": f"{(i * 104729) % 9000 + 100}",
                "开工时间": f"202{i % 5}年{i % 12 + 1}月",
            }
        )
    return rows


@dataclass(frozen=True, slots=True)
class Look:
    """How a page breaks and sets a table."""

    columns: tuple[str, ...]
    sign: str = "  "
    wide: tuple[tuple[str, int], ...] = (("项目名称", 15),)  # columns that are broken, at so many characters
    centred: bool = True
    per_page: int = 20  # rows
    number: str = "— {} —"  # of a page, "" without
    header_again: bool = True
    title: str = "某县2024年重点建设项目表"


def copied(rows: Sequence[dict[str, str]], look: Look) -> str:
    """The text of the pages."""
    out = [look.title, "单位：万元"]
    header = look.sign.join(look.columns)
    for page, first in enumerate(range(0, len(rows), look.per_page)):
        if page == 0 or look.header_again:
            out.append(header)
        for row in rows[first : first + look.per_page]:
            out += _lines(row, look)
        if look.number:
            out.append(look.number.format(page + 7))
    return "\n".join(out) + "\n"


def _lines(row: dict[str, str], look: Look) -> Iterator[str]:
    wide = dict(look.wide)
    cells = {name: _broken(row[name], wide.get(name, 1000)) for name in look.columns}
    tall = max(len(lines) for lines in cells.values())
    grid: list[list[str]] = [[] for _ in range(tall)]
    for name in look.columns:
        lines = cells[name]
        # Where an even number of lines leaves no middle, the figures stand between two of them.
        top = (tall - len(lines)) / 2 if look.centred else 0
        for n, text in enumerate(lines):
            grid[int(top) + n].append(text) if top == int(top) else grid[int(top) + n].append("\0" + text)
    for line in grid:
        between = [text[1:] for text in line if text.startswith("\0")]
        own = [text for text in line if not text.startswith("\0")]
        yield look.sign.join(own)
        if between:
            yield look.sign.join(between)


def _broken(text: str, width: int) -> list[str]:
    """A text in lines of a width; a closing bracket does not begin a line."""
    lines = []
    while text:
        end = width + 1 if text[width : width + 1] in "）】" else width
        lines.append(text[:end])
        text = text[end:]
    return lines


def layout(rows: Sequence[dict[str, str]], look: Look) -> str:
    """The text with each cell below the name of its column, as programs write it that keep places."""
    wide = dict(look.wide)
    broken = [{name: _broken(row[name], wide.get(name, 1000)) for name in look.columns} for row in rows]
    edges = []
    at = 0
    for name in look.columns:
        edges.append(at)
        at += max(_width(name), *(_width(line) for row in broken for line in row[name])) + 3
    out = [look.title, "单位：万元", _set(dict(zip(edges, look.columns, strict=True)))]
    for row in broken:
        tall = max(len(lines) for lines in row.values())
        for n in range(tall):
            line = {}
            for edge, name in zip(edges, look.columns, strict=True):
                k = n - (tall - len(row[name])) // 2
                if 0 <= k < len(row[name]):
                    line[edge] = row[name][k]
            out.append(_set(line))
    return "\n".join(out) + "\n"


def _set(pieces: dict[int, str]) -> str:
    out = ""
    for edge, text in pieces.items():
        out += " " * (edge - _width(out)) + text
    return out


def _width(text: str) -> int:
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text)
