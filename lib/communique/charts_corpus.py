"""Pictures of many articles: a table of `tables_corpus` -> a `Picture`. No data work is done here.

`source` names the articles that were read, such as "13 articles in seeds/practice".
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from communique import charts, tables_corpus
from communique.charts import (
    COLOURS,
    FAINT,
    GRID,
    HOST,
    INK,
    Picture,
    canvas,
    cells,
    frame,
    grid,
    label,
    source_note,
    stacked,
)
from communique.charts_agreements import FORCE, MOST
from communique.charts_article import VERDICTS
from communique.phrases import listed, number_of
from communique.tables_corpus import NO_YEAR

_UNDER = {"topic": "on"}
_NO_DOCUMENTS = "the articles report no documents."
# A mark and a colour for each flow of trade.
_FLOWS = {"turnover": ("o", COLOURS["blue"]), "exports": ("^", COLOURS["green"]), "imports": ("s", COLOURS["orange"])}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def by_instrument(documents: pd.DataFrame, source: str) -> Picture:
    """The instruments of all documents as bars, each in parts by how binding its documents look."""
    if documents.empty:
        return Picture(None, f"No picture of instruments: {_NO_DOCUMENTS}")
    counts = tables_corpus.crossed(documents, "instrument", "legal character")
    counts = counts.reindex(columns=sorted(counts.columns, key=[*FORCE, *counts.columns].index))
    figure, axes = canvas(0.5 * len(counts) + 0.6)
    stacked(axes, counts, FORCE)
    finding = _most(documents["instrument"], "instrument")
    unit = "Documents, by what the articles call them and how binding they look"
    frame(figure, finding, unit, source_note(source, "codebooks"))
    return Picture(figure, f"Stacked bars: {finding}. {unit}: {cells(counts)}.")


def by_year(documents: pd.DataFrame, rows: str, source: str) -> Picture:
    """The topics (or another column, `rows`) of all documents against the years of their articles as a grid."""
    if documents.empty:
        return Picture(None, f"No picture of documents by year: {_NO_DOCUMENTS}")
    counts = tables_corpus.by_year(documents, rows)
    figure, axes = canvas(0.36 * len(counts) + 0.9)
    grid(axes, counts)
    finding = _most(documents[rows], rows)
    undated = int((documents["year"] == NO_YEAR).sum())
    finding += f"; {undated} without a date" if undated else ""
    unit = f"Documents, by {rows} and year of the article"
    frame(figure, finding, unit, source_note(source, "codebooks"))
    return Picture(figure, f"Grid: {finding}. {unit}: {cells(counts)}.")


def verdicts(claims: pd.DataFrame, source: str, statistics: str = "the statistics cited for each verdict") -> Picture:
    """The trade claims of all articles by kind, each bar in parts by what statistics say of them."""
    if claims.empty:
        return Picture(None, "No picture of verdicts: statistics could speak to no figure of the articles.")
    counts = tables_corpus.verdicts(claims)
    signs = {name: f"{look.sign} {name}" for name, look in VERDICTS.items()}
    shown = counts.reindex(columns=[name for name in VERDICTS if name in counts]).rename(columns=signs)
    figure, axes = canvas(0.5 * len(shown) + 0.8)
    stacked(axes, shown, {signs[name]: look.fill for name, look in VERDICTS.items()}, edge=FAINT)
    finding = _settled(Counter(claims["verdict"]))
    unit = "Claims on trade and investment, by kind and verdict"
    frame(figure, finding, unit, source_note(source, statistics))
    return Picture(figure, f"Stacked bars: {finding}. {unit}: {cells(counts)}.")


def meetings(table: pd.DataFrame, source: str) -> Picture:
    """Who meets whom: the sides named first on the left, the others on the right, a line for each pair."""
    if table.empty:
        return Picture(None, "No picture of who meets whom: no article names two countries.")
    shown = table.head(MOST)
    places = _ranks(shown)
    rows = max(map(len, places))
    figure, axes = canvas(0.4 * rows + 0.3)
    heights = [_spread(side, rows) for side in places]
    for row in shown.itertuples():
        _line(axes, (heights[0][row.first], heights[1][row.second]), row.articles)
    for side, names in enumerate(heights):
        _names(axes, side, names)
    axes.set(xlim=(-0.9, 1.9), ylim=(rows - 0.4, -0.6))
    axes.axis("off")
    finding = _meeting_most(table)
    rest = "; numbers count articles" if table["articles"].max() > 1 else ""
    rest += f"; {len(shown)} of {len(table)} pairs, the most frequent first" if len(table) > len(shown) else ""
    unit = f"Left the side named first (the host, where known), right the other{rest}"
    frame(figure, finding, unit, source_note(source))
    pairs = [f"{row.first} and {row.second} {row.articles}" for row in shown.itertuples()]
    return Picture(figure, f"Network: {finding}. {unit}: {'; '.join(pairs)}.")


def timeline(claims: pd.DataFrame, source: str) -> Picture:
    """The amounts of trade that the articles state, each at the year it speaks of, pairs one below the other."""
    stated = tables_corpus.amounts(claims)
    if stated.empty:
        return Picture(None, "No picture of trade over time: no article states an amount of trade for a year.")
    shown = _first_pairs(stated)
    figure, axes = canvas(0.37 * len(shown) + 0.7)
    pairs = list(shown["pair"])
    for place, row in enumerate(shown.itertuples()):
        _amount(axes, place, row)
        if place and pairs[place - 1] != row.pair:
            axes.axhline(place - 0.5, color=GRID, linewidth=0.8, zorder=0)
    firsts = [label(pair, 22) if pair not in pairs[:place] else "" for place, pair in enumerate(pairs)]
    axes.set_yticks(range(len(pairs)), firsts, fontsize=10)
    axes.set_ylim(len(pairs) - 0.4, -0.6)
    _years(axes, shown, max(len(_words(row)) for row in shown.itertuples()))
    axes.spines[["left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    _legend(axes, shown)
    years = dict.fromkeys((int(stated["year"].min()), int(stated["year"].max())))
    finding = f"{number_of(len(stated), 'amount')} of trade, for {' to '.join(map(str, years))}"
    unit = "Amounts as the articles print them, at the year they speak of" + _left_out(shown, stated)
    frame(figure, finding, unit, source_note(source))
    said = [f"{row.pair} {row.year} {row.flow} {row.claim} ({row.kind})" for row in shown.itertuples()]
    return Picture(figure, f"Timeline: {finding}. {unit}: {'; '.join(said)}.")


def series(claims: pd.DataFrame, source: str) -> Picture:
    """The amounts stated for the pair of countries with most years, by year: what its articles say of its growth."""
    stated = tables_corpus.longest_series(claims)
    if stated.empty:
        return Picture(None, "No picture of one pair’s trade: for no pair are the amounts of two years stated.")
    figure, axes = canvas(3.0)
    size, word = next(((size, word) for size, word in _SCALES if stated["value"].max() >= size), (1.0, ""))
    for (flow, kind), rows in stated.groupby(["flow", "kind"]):
        mark, colour, fill = _look(flow, kind)
        look: Any = {"color": colour, "markerfacecolor": fill, "markersize": 9, "label": _called(flow, kind)}
        axes.plot(rows["year"].astype(int), rows["value"] / size, mark, **look)
    for row in stated.drop_duplicates(["year", "claim"]).head(MOST // 2).itertuples():
        axes.annotate(row.claim, (row.year, row.value / size), (0, 9), textcoords="offset points", ha="center")
    axes.set_ylim(0, stated["value"].max() / size * 1.25)
    _years(axes, stated, 0)
    axes.grid(axis="y", color=GRID, linewidth=0.8)
    axes.legend(**charts.KEY)
    finding = _grown(stated)
    articles = number_of(stated["article"].nunique(), "article")
    unit = f"Trade as stated in {articles}, {word} {stated['unit'].iloc[0]}"
    frame(figure, finding, unit, source_note(source))
    said = [f"{row.flow} {row.year} {row.claim} ({row.kind})" for row in stated.itertuples()]
    return Picture(figure, f"Dot chart: {finding}. {unit}: {'; '.join(said)}.")


def _most(codes: pd.Series, noun: str) -> str:
    """How many documents there are, under how many codes, and which come most often."""
    top, most = tables_corpus.top(codes), int(codes.value_counts().max())
    if codes.nunique() == 1:
        return f"{number_of(len(codes), 'document')}, all {top[0]}"
    different = f"{number_of(len(codes), 'document')} {_UNDER.get(noun, 'of')} {number_of(codes.nunique(), noun)}"
    if len(top) > 3:
        return f"{different}, none more than {number_of(most, 'time')}"
    return f"{different}, most often {listed(top)} ({most}{' each' * (len(top) > 1)})"


def _settled(verdicts: Counter[str]) -> str:
    """For how many claims statistics decide anything, as a finding."""
    total = verdicts.total()
    agree, differ = verdicts["consistent"], verdicts["inconsistent"]
    if not agree + differ:
        return f"No statistics at hand decide any of {number_of(total, 'claim')}"
    rest = total - agree - differ
    return (
        f"{agree} of {number_of(total, 'claim')} agree{'s' * (agree == 1)} with statistics, {differ} "
        f"do{'es' * (differ == 1)} not, {rest} {'is' if rest == 1 else 'are'} open"
    )


def _ranks(table: pd.DataFrame) -> tuple[list[str], list[str]]:
    """The names of either side from the top: the left as they come, the right so that few lines cross."""
    left = list(dict.fromkeys(table["first"]))
    at = {name: place for place, name in enumerate(left)}
    middle = table["first"].map(at).groupby(table["second"]).mean()
    return left, sorted(middle.index, key=lambda name: (middle[name], name))


def _spread(names: Sequence[str], rows: int) -> dict[str, float]:
    """The heights of the names, evenly over so many rows."""
    return {name: (place + 0.5) * rows / len(names) - 0.5 for place, name in enumerate(names)}


def _line(axes: Axes, ends: tuple[float, float], articles: int) -> None:
    """A line between two countries, the stronger the more articles, with their number where there are several."""
    axes.plot([0, 1], ends, color=HOST, linewidth=1 + 1.2 * min(articles, 6), alpha=0.75, zorder=1)
    if articles > 1:
        box = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
        axes.text(0.5, sum(ends) / 2, f"{articles}", ha="center", va="center", bbox=box)


def _names(axes: Axes, side: int, heights: dict[str, float]) -> None:
    for name, height in heights.items():
        axes.plot(side, height, "o", color=INK, markersize=6)
        at, where = (side - 0.06, "right") if side == 0 else (side + 0.06, "left")
        axes.text(at, height, label(name, 22), ha=where, va="center", fontsize=10.5)


def _meeting_most(table: pd.DataFrame) -> str:
    most = int(table["articles"].max())
    pairs = [f"{row.first} and {row.second}" for row in table[table["articles"] == most].itertuples()]
    times = "one article" if most == 1 else f"{most} articles"
    if len(pairs) == 1:
        return f"{pairs[0]} meet{' most often' * (len(table) > 1)}, in {times}"
    if len(pairs) == len(table):
        return f"{len(pairs)} pairs of countries meet, each in {times}"
    return f"{len(pairs)} of {len(table)} pairs meet most often, each in {times}"


def _first_pairs(stated: pd.DataFrame) -> pd.DataFrame:
    """As many rows as can be read, of the pairs with most rows first, in the order of the table."""
    sizes = stated["pair"].map(stated["pair"].value_counts())
    kept = sizes.sort_values(ascending=False, kind="stable").head(MOST).index
    return stated[stated.index.isin(kept)]


def _left_out(shown: pd.DataFrame, whole: pd.DataFrame) -> str:
    return f"; {len(whole) - len(shown)} more are in the table" if len(shown) < len(whole) else ""


def _amount(axes: Axes, place: int, row: Any) -> None:
    mark, colour, fill = _look(row.flow, row.kind)
    axes.plot(row.year, place, mark, color=colour, markerfacecolor=fill, markersize=8)
    axes.annotate(_words(row), (row.year, place), (8, 0), textcoords="offset points", va="center", fontsize=10)


def _words(row: Any) -> str:
    """The amount as printed; for exports and imports whose they are; where several articles print it how many."""
    owner = row.flow.partition(" of ")[2]
    said = f", {row.articles} articles" if row.articles > 1 else ""
    return label(row.claim, 26, 1) + (f" ({label(owner, 16, 1)})" if owner else "") + said


def _look(flow: str, kind: str) -> tuple[str, str, str]:
    """Mark, colour and filling of an amount: full for what was reached, hollow for what is aimed at."""
    mark, colour = _FLOWS[flow.partition(" ")[0]]
    return mark, colour, "white" if kind == "target" else colour


def _called(flow: str, kind: str) -> str:
    return f"{flow}, aimed at" if kind == "target" else flow


def _legend(axes: Axes, shown: pd.DataFrame) -> None:
    """The marks that occur."""
    used = {(flow.partition(" ")[0], kind) for flow, kind in zip(shown["flow"], shown["kind"], strict=True)}
    keys = []
    for flow, kind in sorted(used, key=lambda one: (list(_FLOWS).index(one[0]), one[1])):
        mark, colour, fill = _look(flow, kind)
        look: Any = {"color": colour, "markerfacecolor": fill, "markersize": 8, "label": _called(flow, kind)}
        keys.append(Line2D([], [], marker=mark, linestyle="none", **look))
    axes.legend(handles=keys, loc="lower center", bbox_to_anchor=(0.4, 1), ncols=2, frameon=False, fontsize=10)


def _years(axes: Axes, shown: pd.DataFrame, letters: int) -> None:
    """Few ticks between the first and the last year, with room for so many letters behind the last."""
    first, last = int(shown["year"].min()), int(shown["year"].max())
    charts.years(axes, first, last, 4)
    room = min(0.5, 0.05 + 0.015 * letters)
    axes.set_xlim(first - 0.7, last + max(0.7, (last - first + 1) * room / (1 - room) * bool(letters)))


def _grown(stated: pd.DataFrame) -> str:
    """The first and the last amount of the flow that is stated for most years, as a finding."""
    reached = stated[stated["kind"] == "level"]
    flow = reached.groupby("flow")["year"].nunique().sort_values(ascending=False, kind="stable").index[0]
    rows = reached[reached["flow"] == flow]
    first, last = rows.iloc[0], rows.iloc[-1]
    if first["year"] == last["year"]:
        return f"{first['pair']}: amounts for {reached['year'].nunique()} years, of different flows"
    return f"{first['pair']}: {flow} from {first['claim']} in {first['year']} to {last['claim']} in {last['year']}"
