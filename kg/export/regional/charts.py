"""Charts as SVG elements; every text in them is escaped. Colours come from the page's style sheet."""

from __future__ import annotations

import math
from collections.abc import Sequence

from markupsafe import Markup, escape

from kg.export.regional.gather import Named, Series

WIDTH, HEIGHT = 300, 130
_LEFT, _RIGHT, _TOP, _BOTTOM = 14, 14, 24, 22


def number(value: float) -> str:
    """A value as people write it."""
    return f"{value:,.2f}".rstrip("0").rstrip(".") if value < 1e5 else f"{value:,.0f}"


def line_chart(series: Series) -> Markup:
    """Results as a line with dots, targets as open diamonds, over years."""
    years = sorted({f.year for f in series.figures})
    values = [f.value for f in series.figures]
    low, high = min(values), max(values)
    if not series.growth and low > 0 and low > 0.5 * high:
        low = low - (high - low) * 0.4
    elif low > 0:
        low = 0.0
    if high == low:
        high, low = high + 1, low - 1
    span = max(1, years[-1] - years[0])

    def spot(year: int, value: float) -> tuple[float, float]:
        x = _LEFT + (WIDTH - _LEFT - _RIGHT) * ((year - years[0]) / span if len(years) > 1 else 0.5)
        return x, _TOP + (HEIGHT - _TOP - _BOTTOM) * (1 - (value - low) / (high - low))

    title = f"{series.indicator}{'增速' if series.growth else ''}（{series.unit}）"
    out = [Markup('<svg class="line" viewBox="0 0 {} {}" role="img" aria-label="{}">').format(WIDTH, HEIGHT, title)]
    base = HEIGHT - _BOTTOM
    out.append(Markup('<path class="axis" d="M{} {}H{}"/>').format(_LEFT - 6, base, WIDTH - _RIGHT + 6))
    results: dict[int, float] = {}
    for f in series.figures:
        if not f.target:
            results.setdefault(f.year, f.value)
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (spot(y, v) for y, v in sorted(results.items())))
    if len(results) > 1:
        out.append(Markup('<polyline class="result" points="{}"/>').format(points))
    step = max(1, math.ceil(len(years) / 6))
    for k, year in enumerate(years):
        if k % step == 0 or year == years[-1]:
            x, _ = spot(year, low)
            out.append(Markup('<text class="year" x="{:.1f}" y="{}">{}</text>').format(x, HEIGHT - 6, year))
    labelled: list[tuple[float, float]] = []
    for f in sorted(series.figures, key=lambda f: (f.target, -f.year)):
        x, y = spot(f.year, f.value)
        kind = "target" if f.target else "result"
        tip = f"{f.year} {'目标' if f.target else '实际'} {number(f.value)}{f.unit}"
        shape = Markup('<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="3.6">').format(x, y)
        if f.target:
            path = f"M{x:.1f} {y - 5:.1f}l5 5l-5 5l-5 -5z"
            shape = Markup('<path class="goal" d="{}">').format(path)
        out.append(shape + Markup("<title>{}</title></{}>").format(tip, "path" if f.target else "circle"))
        above, below = y - 8, y + 16
        free = [at for at in (above, below) if all(abs(x - a) > 34 or abs(at - b) > 12 for a, b in labelled)]
        if free and (free[0] == above or below < base):
            labelled.append((x, free[0]))
            anchor = "start" if x < 40 else "end" if x > WIDTH - 40 else "middle"
            out.append(
                Markup('<text class="{}" x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>').format(
                    kind, x, free[0], anchor, number(f.value)
                )
            )
    out.append(Markup("</svg>"))
    return Markup("").join(out)


def bar_chart(rows: Sequence[tuple[str, int, str]]) -> Markup:
    """Horizontal bars: (label, length, what stands behind the bar)."""
    most, height = max((n for _, n, _ in rows), default=1) or 1, 28
    out = [
        Markup('<svg class="bars" viewBox="0 0 640 {}" role="img" aria-label="{}">').format(len(rows) * height, "项目")
    ]
    for k, (label, n, note) in enumerate(rows):
        y = k * height
        width = 380 * n / most
        out.append(Markup('<text class="name" x="78" y="{}">{}</text>').format(y + 19, label))
        out.append(Markup('<rect x="90" y="{}" width="{:.1f}" height="16" rx="3"/>').format(y + 6, max(width, 2)))
        out.append(Markup('<text class="note" x="{:.1f}" y="{}">{}</text>').format(98 + max(width, 2), y + 19, note))
    out.append(Markup("</svg>"))
    return Markup("").join(out)


def year_grid(rows: Sequence[Named], colours: dict[str, str]) -> Markup:
    """A row for each name, a dot for each year in which documents speak of it."""
    years = sorted({y for n in rows for y in n.years})
    height, left, step = 26, 250, 52
    width = left + step * max(1, len(years)) + 10
    out = [
        Markup('<svg class="grid" viewBox="0 0 {} {}" style="max-width:{}px" role="img" aria-label="{}">').format(
            width, 26 + len(rows) * height, width, "年份"
        )
    ]
    for k, year in enumerate(years):
        out.append(Markup('<text class="year" x="{}" y="16">{}</text>').format(left + step * k + step / 2, year))
    for row, n in enumerate(rows):
        y = 26 + row * height + height / 2
        name = n.name if len(n.name) <= 16 else n.name[:15] + "…"
        out.append(Markup('<path class="axis" d="M{} {}H{}"/>').format(left, y, width - 10))
        out.append(Markup('<text class="name" x="{}" y="{}">{}</text>').format(left - 12, y + 5, escape(name)))
        for year in n.years:
            x = left + step * years.index(year) + step / 2
            dot = Markup('<circle cx="{}" cy="{}" r="6" fill="{}"><title>{} {}</title></circle>')
            out.append(dot.format(x, y, colours.get(n.type, "#888"), n.name, year))
    out.append(Markup("</svg>"))
    return Markup("").join(out)
