"""A drawing of a build, or of a part of it, as SVG: to print, and to work on in a drawing program."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from html import escape
from pathlib import Path

from kg.export.target import open_target
from kg.export.view.drawing import Drawing, draw
from kg.export.view.page import LINES, SHAPES, label
from kg.export.view.slices import Slice, Wanted, choose, known_years, refuse_nothing
from kg.ontology import load_ontology
from kg.tables import Build, Row

FONT = "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, sans-serif"
WIDTH = 1600.0  # of the picture, in pixels
INK, BACK = "#23272f", "#fbfaf8"
ROW = 24  # of the legend
LABELS = 400  # at most

Box = tuple[float, float, float, float]


def write_svg(build: Build, target: Path, wanted: Wanted) -> Path:
    """Write the picture that the page opens with: nodes, lines, names where there is room, and a legend.

    Raises:
        NotFoundError: see `choose` and `refuse_nothing`.
        BuildError: the file cannot be written.
    """
    years = known_years(build)
    part = choose(build, wanted, years)
    refuse_nothing(build, part, wanted, years)
    drawing = draw(part, overview=len(part.drawn) > wanted.max_nodes)
    with open_target(target) as file:
        file.write("\n".join(_lines(part, drawing)).encode() + b"\n")
    return target


def _lines(part: Slice, drawing: Drawing) -> Iterator[str]:
    ontology = load_ontology()
    tied = drawing.degree.any()
    shown = [
        i
        for i, e in enumerate(part.entities)
        if e["entity_id"] in part.drawn and (not tied or drawing.degree[i] or e["entity_id"] in part.focus)
    ]
    nodes, lines = _by_kind(part, shown), _lines_by_kind(part, drawing, set(shown))
    low, high = drawing.at[shown].min(axis=0) - 60, drawing.at[shown].max(axis=0) + 60
    scale = min((WIDTH - 200) / float(max(high[0] - low[0], 1)), 1.6)
    height = max(float(high[1] - low[1]) * scale, 60.0 + ROW * (len(nodes) + len(lines)))
    spot = {
        i: (180 + float(drawing.at[i, 0] - low[0]) * scale, float(drawing.at[i, 1] - low[1]) * scale) for i in shown
    }
    width = 200 + float(high[0] - low[0]) * scale
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" font-family="{FONT}">'
    )
    yield f'<rect width="100%" height="100%" fill="{BACK}"/>'
    yield f'<g fill="none" stroke-opacity="0.6" stroke-width="{max(0.3, min(1.0, scale)):.2f}">'
    for kind, pairs in lines.items():
        path = "".join(f"M{_xy(spot[a])}L{_xy(spot[b])}" for a, b in pairs)
        yield f'<path d="{path}" stroke="{LINES[kind]}"/>'
    yield "</g>"
    for kind, members in nodes.items():
        shapes = [_shape(SHAPES.get(kind, "dot"), spot[i], float(drawing.radius[i]) * scale) for i in members]
        yield f'<path d="{"".join(shapes)}" fill="{ontology.entities[kind].colour}"/>'
    yield f'<g fill="{INK}" stroke="{BACK}" stroke-width="3" paint-order="stroke" stroke-linejoin="round">'
    yield from _names(part, drawing, spot, scale, width)
    yield "</g>"
    y = 30
    for kind, members in nodes.items():
        about = ontology.entities[kind]
        yield f'<path d="{_shape(SHAPES.get(kind, "dot"), (28, y), 7)}" fill="{about.colour}"/>'
        yield _legend(y, f"{about.zh} {len(members):,}")
        y += ROW
    y += ROW // 2
    for kind, pairs in lines.items():
        yield f'<path d="M20 {y}h16" stroke="{LINES[kind]}" stroke-width="3"/>'
        yield _legend(y, f"{ontology.relations[kind].zh} {len(pairs):,}")
        y += ROW
    yield "</svg>"


def _legend(y: int, text: str) -> str:
    return f'<text x="44" y="{y + 5}" font-size="14" fill="{INK}">{escape(text)}</text>'


def _by_kind(part: Slice, shown: list[int]) -> dict[str, list[int]]:
    """The nodes of each type, in the order of the ontology."""
    groups: dict[str, list[int]] = {kind: [] for kind in load_ontology().entities}
    for i in shown:
        groups[part.entities[i]["type"]].append(i)
    return {kind: members for kind, members in groups.items() if members}


def _lines_by_kind(part: Slice, drawing: Drawing, shown: set[int]) -> dict[str, list[tuple[int, int]]]:
    """The related pairs of each kind, in the order of the ontology; a pair's kind is that with most evidence."""
    best: dict[int, Row] = {}
    for r, pair in zip(part.relations, drawing.pair_of.tolist(), strict=True):
        if pair not in best or r["support"] > best[pair]["support"]:
            best[pair] = r
    groups: dict[str, list[tuple[int, int]]] = {kind: [] for kind in load_ontology().relations}
    for pair, (a, b) in enumerate(drawing.pairs.tolist()):
        if a != b and a in shown and b in shown:
            groups[best[pair]["type"]].append((a, b))
    return {kind: pairs for kind, pairs in groups.items() if pairs}


class _Room:
    """Boxes that are taken: left, top, right, bottom."""

    def __init__(self) -> None:
        self._taken: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def _cells(self, box: Box) -> Iterator[tuple[int, int]]:
        for x in range(int(box[0] // 80), int(box[2] // 80) + 1):
            for y in range(int(box[1] // 40), int(box[3] // 40) + 1):
                yield x, y

    def free(self, box: Box) -> bool:
        return not any(
            box[0] < o[2] and o[0] < box[2] and box[1] < o[3] and o[1] < box[3]
            for cell in self._cells(box)
            for o in self._taken[cell]
        )

    def take(self, box: Box) -> None:
        for cell in self._cells(box):
            self._taken[cell].append(box)


def _names(
    part: Slice, drawing: Drawing, spot: dict[int, tuple[float, float]], scale: float, wide: float
) -> Iterator[str]:
    """The names of the most important nodes that find room: under, beside or over them."""
    room = _Room()
    for i, (x, y) in spot.items():
        r = float(drawing.radius[i]) * scale
        if r > 3:
            room.take((x - r, y - r, x + r, y + r))
    written = 0
    for i in sorted(spot, key=lambda i: (-float(drawing.radius[i]), -part.entities[i]["mention_count"], i)):
        text = label(part.entities[i]["name"])
        text = text if len(text) <= 14 else text[:13] + "…"
        size = round(max(9.0, min(15.0, 8 + float(drawing.radius[i]) * scale / 3)))
        width = sum(size if ord(c) > 255 else size * 0.56 for c in text)
        (x, y), r = spot[i], float(drawing.radius[i]) * scale
        corners = [(x - width / 2, y + r + 2), (x + r + 4, y - size / 2 - 1), (x - r - 4 - width, y - size / 2 - 1)]
        boxes = [
            (left, top, left + width, top + size + 2) for left, top in [*corners, (x - width / 2, y - r - size - 4)]
        ]
        box = next((b for b in boxes if b[2] < wide and room.free(b)), None)
        if box is None:
            continue
        room.take(box)
        weight = ' font-weight="600"' if drawing.radius[i] > 16 else ""
        yield f'<text x="{box[0]:.1f}" y="{box[1] + size:.1f}" font-size="{size}"{weight}>{escape(text)}</text>'
        written += 1
        if written == LABELS:
            return


def _xy(at: tuple[float, float]) -> str:
    return f"{at[0]:.1f} {at[1]:.1f}"


def _shape(shape: str, at: tuple[float, float], r: float) -> str:
    """A path of a shape of vis-network."""
    x, y, r = at[0], at[1], round(r, 1)
    if shape == "square":
        return f"M{x - r:.1f} {y - r:.1f}h{2 * r:.1f}v{2 * r:.1f}h{-2 * r:.1f}z"
    corners = {"diamond": (4, -90, 1.0), "hexagon": (6, 0, 1.0), "triangle": (3, -90, 1.0)}
    corners |= {"triangleDown": (3, 90, 1.0), "star": (10, -90, 0.5)}
    if shape not in corners:
        return f"M{x - r:.1f} {y:.1f}a{r:.1f} {r:.1f} 0 0 0 {2 * r:.1f} 0a{r:.1f} {r:.1f} 0 0 0 {-2 * r:.1f} 0z"
    count, turn, inner = corners[shape]
    points = []
    for i in range(count):
        reach = r * inner if i % 2 else r
        angle = math.radians(turn + 360 * i / count)
        points.append(_xy((x + reach * math.cos(angle), y + reach * math.sin(angle))))
    return "M" + "L".join(points) + "z"
