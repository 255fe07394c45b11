"""The trend as a chart: geometry only, drawn by the template as inline SVG that prints and follows the page's colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rights.report.publisher import Week

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 640, 200, 34, 28, 16


@dataclass(frozen=True, slots=True)
class Bar:
    """One week: where its two bars stand and how high they are, in the chart's units."""

    x: float
    width: float
    opened: float
    cured: float
    week: Week


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart; ``ticks`` are (height on the page, number), ``labels`` (x, day)."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, int], ...]
    labels: tuple[tuple[float, str], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    base: float = HEIGHT - BOTTOM


def chart(weeks: Sequence[Week]) -> Chart:
    """The chart of some weeks, scaled to its highest bar."""
    top = _round(max([1, *(max(week.opened, week.cured) for week in weeks)]))
    base, step = HEIGHT - BOTTOM, (WIDTH - LEFT) / max(len(weeks), 1)
    scale = (base - TOP) / top
    bars = tuple(
        Bar(
            x=round(LEFT + number * step + step * 0.12, 1), width=round(step * 0.36, 1), opened=round(week.opened * scale, 1),
            cured=round(week.cured * scale, 1), week=week,
        )
        for number, week in enumerate(weeks)
    )  # fmt: skip
    values = sorted({0, top // 2, top}) if top > 1 else [0, 1]
    ticks = tuple((round(base - value * scale, 1), value) for value in values)
    labels = tuple((bar.x, bar.week.start.isoformat()) for bar in bars[:: max(1, len(bars) // 4)])
    return Chart(bars, ticks, labels)


def _round(value: int) -> int:
    """The next number that an axis may end at: 1, 2, 4, 6, 8, 10, 20, 40, …"""
    size = 1
    while value > 10 * size:
        size *= 10
    return next(step * size for step in (1, 2, 4, 6, 8, 10) if step * size >= value)
