"""The look that every picture shares: colours, letters, a title that says the finding, the sources, alt text.

The chart functions of the modules `charts_*` return a `Picture`; its title and alt text are made of what is drawn.
"""

import base64
import io
import textwrap
import warnings
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import matplotlib as mpl
import pandas as pd
from cycler import cycler
from IPython.display import display
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.patches import Rectangle
from matplotlib.textpath import text_to_path

# Okabe and Ito's palette, told apart by readers with any of the common colour deficiencies.
# Yellow is left out: as a line or a letter on white nobody can see it.
COLOURS = {
    "blue": "#0072B2",
    "orange": "#E69F00",
    "green": "#009E73",
    "pink": "#CC79A7",
    "sky": "#56B4E9",
    "vermilion": "#D55E00",
    "black": "#000000",
    "grey": "#8A8A8A",
}
CYCLE = tuple(COLOURS.values())
# The two sides of a meeting, in the order of `Record.countries`, and everybody else.
HOST, GUEST, OTHER = COLOURS["blue"], COLOURS["orange"], COLOURS["grey"]
INK, FAINT, GRID = "#1A1A1A", "#555555", "#DDDDDD"

# Inches. Narrow with large letters: at a phone's 390 pixels the smallest of them are still 9 pixels high.
WIDTH = 6.4
DPI = 160
# How a key is placed where points may lie anywhere: above the drawing.
KEY: Any = {"frameon": False, "fontsize": 9.5, "loc": "lower left", "bbox_to_anchor": (0, 1), "ncols": 2}
_MARGIN = 0.12
# The share of the longest bar that a number in it needs besides its digits, and for each of them.
_BESIDE, _DIGIT = 0.008, 0.016
_TITLE, _SUBTITLE, _NOTE = 14.0, 11.5, 10.0

# Set once for the whole session, since tick labels are made when a figure is drawn, after its function has returned.
STYLE: Any = {
    "font.family": ["DejaVu Sans"],
    "font.size": 11.5,
    "text.color": INK,
    "text.parse_math": False,  # "$20 billion to $30 billion" is money, no formula
    "axes.labelcolor": INK,
    "axes.edgecolor": FAINT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.prop_cycle": cycler(color=CYCLE),
    "grid.color": GRID,
    "xtick.color": FAINT,
    "ytick.color": FAINT,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
    "savefig.dpi": DPI,
    "svg.hashsalt": "communique",  # else every SVG has other ids
}
mpl.rcParams.update(STYLE)
# An emoji or a letter that the font lacks is drawn as a box; words of an article are no reason to warn its reader.
warnings.filterwarnings("ignore", message=r"(?s)Glyph \d+ .* missing from font")


_DRAWN: WeakKeyDictionary[Figure, bytes] = WeakKeyDictionary()


class Picture(NamedTuple):
    """A drawn figure and its alt text; without a figure, `alt` says why there is nothing to draw."""

    figure: Figure | None
    alt: str


def canvas(height: float, width: float = WIDTH) -> tuple[Figure, Axes]:
    """An empty figure (inches) and its axes; `frame` gives it title and sources once the drawing is done."""
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure, figure.add_subplot()


def frame(figure: Figure, finding: str, unit: str, sources: str) -> None:
    """Writes the finding as title, what is drawn in which unit below it, and the sources at the foot.

    The figure grows by the lines these need, so that neither they nor the drawing are cut.
    """
    width, height = figure.get_size_inches()
    top = [(line, _TITLE, "bold", INK) for line in wrapped(finding, _TITLE, width, "bold")]
    top += [(line, _SUBTITLE, "normal", FAINT) for line in wrapped(unit, _SUBTITLE, width)]
    foot = [(line, _NOTE, "normal", FAINT) for line in wrapped(sources, _NOTE, width)]
    above, below = (2 * _MARGIN + sum(map(_leading, lines)) for lines in (top, foot))
    total = height + above + below
    figure.set_size_inches(width, total)
    _write(figure, top, total - _MARGIN)
    _write(figure, foot, below - _MARGIN)
    engine = figure.get_layout_engine()
    assert isinstance(engine, ConstrainedLayoutEngine)  # noqa: S101 -- canvas() sets it
    engine.set(rect=(_MARGIN / width, below / total, 1 - 2 * _MARGIN / width, height / total))


def bars(
    axes: Axes, labels: Sequence[str], values: Sequence[float], colours: Sequence[str], notes: Sequence[str]
) -> None:
    """Draws horizontal bars from the top, each with its note behind it in place of a scale."""
    drawn = axes.barh(range(len(labels)), values, color=colours, height=0.7)
    axes.bar_label(drawn, notes, padding=4)
    axes.set_yticks(range(len(labels)), labels)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.set_xlim(0, max([*values, 1]) * 1.4)
    axes.tick_params(left=False, bottom=False, labelbottom=False)
    axes.spines[["bottom", "left"]].set_visible(False)


def grid(axes: Axes, counts: pd.DataFrame, diagonal: bool = False) -> None:
    """Draws squares shaded by their count, with the count in them; `diagonal`: what is off it has another colour."""
    top = max(int(counts.to_numpy().max()), 1)
    for row, (name, values) in enumerate(counts.iterrows()):
        for column, count in enumerate(values):
            own = not diagonal or name == counts.columns[column]
            shade = 0.35 + 0.65 * count / top if count else 0.3
            colour = (COLOURS["blue"] if own else COLOURS["vermilion"]) if count else GRID
            corner = (column - 0.47, row - 0.47)
            axes.add_patch(Rectangle(corner, 0.94, 0.94, facecolor=colour, alpha=shade, linewidth=0))
            axes.text(column, row, f"{count or ''}", ha="center", va="center", color="white" if shade > 0.85 else INK)
    axes.set(xlim=(-0.55, len(counts.columns) - 0.45), ylim=(len(counts) - 0.45, -0.55))
    axes.set_yticks(range(len(counts)), [label(f"{name}", lines=1) for name in counts.index])
    axes.set_xticks(range(len(counts.columns)), [label(f"{name}", 18, 1) for name in counts.columns])
    axes.tick_params(length=0)
    axes.tick_params(axis="x", rotation=40)
    for tick in axes.get_xticklabels():
        tick.set_horizontalalignment("right")
    axes.spines[["left", "bottom"]].set_visible(False)


def stacked(axes: Axes, counts: pd.DataFrame, colours: dict[str, str], edge: str = "none") -> None:
    """Draws horizontal bars of several parts, each with its count, and a legend above."""
    before, longest = pd.Series(0, index=counts.index), counts.sum(axis="columns").max()
    for name in counts.columns:
        values = counts[name]
        look: Any = {"color": colours.get(name, GRID), "edgecolor": edge, "height": 0.7, "label": name}
        drawn = axes.barh(range(len(counts)), values, left=before, **look)
        ink = "white" if colours.get(name) == COLOURS["blue"] else INK
        notes = [f"{value}" if value > (_BESIDE + _DIGIT * len(f"{value}")) * longest else "" for value in values]
        axes.bar_label(drawn, notes, label_type="center", color=ink, weight="bold")
        before = before + values
    axes.set_yticks(range(len(counts)), [label(f"{name}") for name in counts.index])
    axes.set_ylim(len(counts) - 0.4, -0.6)
    axes.tick_params(left=False, bottom=False, labelbottom=False)
    axes.spines[["bottom", "left"]].set_visible(False)
    axes.legend(loc="lower center", bbox_to_anchor=(0.4, 1), ncols=2, frameon=False)


def years(axes: Axes, first: int, last: int, most: int = 7) -> None:
    """Labels round years between the first and the last, `most` and one at the most, and ticks every year of few."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200) if (last - first) / step <= most)
    every = range(int(first), int(last) + 1)
    axes.set_xticks([year for year in every if year % step == 0])
    axes.set_xticks(every if len(every) < 50 else [], minor=True)


def label(words: str, characters: int = 24, lines: int = 2) -> str:
    """A name broken into lines for an axis; what does not fit into them ends in an ellipsis."""
    return "\n".join(textwrap.wrap(words, characters, max_lines=lines, placeholder=" …") or [words[:characters]])


def wrapped(words: str, size: float, width: float = WIDTH, weight: str = "normal") -> list[str]:
    """The words in as few lines as fit `width` inches in letters of `size` points, as even as can be.

    A no-break space holds two words together; a word longer than the width stays whole.
    """
    room = width - 2 * _MARGIN
    best = _filled(words, size, room, weight)
    while len(best) > 1 and room > width / 3:
        room -= 0.2
        narrower = _filled(words, size, room, weight)
        if len(narrower) > len(best):
            break
        best = narrower
    return best


def cells(counts: pd.DataFrame) -> str:
    """The counts that are not zero, in words."""
    filled = [
        f"{row} and {column} {count}" for row, values in counts.iterrows() for column, count in values.items() if count
    ]
    return "; ".join(filled)


def source_note(*sources: str) -> str:
    """The line that names where a picture's numbers come from, each source once, in the order given.

    >>> source_note("the article", "UN Comtrade", "the article")
    'Sources: the article; UN Comtrade'
    """
    names = list(dict.fromkeys(source for source in sources if source))
    return f"{'Source' if len(names) == 1 else 'Sources'}: {'; '.join(names)}"


def png(figure: Figure) -> bytes:
    """The figure as a PNG file, the same bytes every time; drawn once for showing and saving unless it was changed."""
    if figure.stale or figure not in _DRAWN:
        buffer = io.BytesIO()
        figure.savefig(buffer, format="png", dpi=DPI, metadata={"Software": None})
        _DRAWN[figure] = buffer.getvalue()
        figure.stale = False  # saving sets and resets the resolution, which counts as a change
    return _DRAWN[figure]


def show(figure: Figure | None, alt: str) -> None:
    """Displays a picture in a notebook with its alt text, or says why there is none: `show(*charts.spoken(…))`.

    The alt text is the output's plain text as well, so that a picture that changes is seen by a comparison of texts.
    """
    data: dict[str, Any] = {"text/plain": alt}
    if figure is not None:
        data["image/png"] = base64.b64encode(png(figure)).decode()
    width = round(figure.get_size_inches()[0] * 110) if figure else 0
    metadata = {"image/png": {"alt": alt, "width": width}} if figure else {}
    display(data, raw=True, metadata=metadata)  # type: ignore[no-untyped-call]  # IPython's own has no types


def _filled(words: str, size: float, room: float, weight: str) -> list[str]:
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _inches(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _inches(words: str, size: float, weight: str) -> float:
    font = FontProperties(family=mpl.rcParams["font.family"], size=size, weight=weight)
    return float(text_to_path.get_text_width_height_descent(words, font, ismath=False)[0]) / 72


def _leading(line: tuple[str, float, str, str]) -> float:
    """The height of a line in inches."""
    return line[1] * 1.3 / 72


def _write(figure: Figure, lines: list[tuple[str, float, str, str]], top: float) -> None:
    width, total = figure.get_size_inches()
    for line in lines:
        words, size, weight, colour = line
        place = {"x": _MARGIN / width, "y": top / total, "va": "top", "ha": "left"}
        figure.text(s=words, fontsize=size, fontweight=weight, color=colour, **place)
        top -= _leading(line)
