"""Pictures of trade claims: a table of `tables_trade` -> a `Picture`. No data work is done here.

Every picture has its finding as title, its unit below it and its sources at the foot; bases differ by mark and colour.
"""

from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from communique import charts
from communique.charts import COLOURS, FAINT, GRID, INK, OTHER, Picture, bars, canvas, frame, label, source_note
from communique.phrases import country_name, listed
from communique.tables_trade import BILLION, STATED_AS
from communique.trade import printing
from communique.trade.bases import NO_STATISTICS, bases, basis
from communique.trade.intervals import Interval
from communique.trade.regions import EVERYWHERE
from communique.trade.stated import TradeClaim

UNIT = "billion US dollars"
STATED = COLOURS["vermilion"]
# A mark, a colour and a short name for each basis, so that it can be told in grey as well.
_LOOKS = {
    "national_press": ("o", COLOURS["blue"], "national statistics, as printed"),
    "comtrade_reported": ("s", COLOURS["sky"], "UN Comtrade"),
    "imf_imts": ("^", COLOURS["green"], "IMF, as declared"),
    "eurostat_comext": ("v", COLOURS["sky"], "Eurostat"),
    "istat": ("v", COLOURS["orange"], "ISTAT"),
    "baci": (".", OTHER, "CEPII BACI, reconciled"),
    "imf_imts_mean": ("_", COLOURS["green"], "IMF, mean of two years"),
    "mirror_press": ("D", COLOURS["orange"], "the partner’s side, as printed"),
    "press": ("s", COLOURS["pink"], "press, source not named"),
    "claim": ("o", COLOURS["black"], "statements of office-holders"),
}
# More bars are unreadable on a phone.
LONGEST = 10


def turnover(table: pd.DataFrame, stated: pd.DataFrame, pair: str) -> Picture:
    """The turnover of a pair by year, each basis with its own mark; `stated` are the claim's points as intervals."""
    if table.empty:
        return Picture(None, f"No picture of turnover: no reference statistics for {pair}.")
    names = list(dict.fromkeys(table["basis"]))
    figure, axes = canvas(3.2 + 0.1 * (len(names) + len(stated)))
    for row in _rows(stated):
        _point(axes, row)
    for name in names:
        _series(axes, table[table["basis"] == name], name)
    axes.set_ylim(0, max(table["high"].max(), *stated["high"], 0) * 1.08)
    _years(axes, table["year"].min(), max(table["last"].max(), *stated["year"], 0))
    axes.legend(**charts.KEY)
    finding = _level_finding(table, stated, pair)
    unit = f"Turnover of {pair}, {UNIT}; hollow marks are no statistics"
    frame(figure, finding, unit, source_note(*_once(table["source"])))
    said = [f"{row.what} for {row.year}: {row.low:.2f} to {row.high:.2f}" for row in _rows(stated)]
    known = [_in_words(table[table["basis"] == name], name) for name in names]
    return Picture(figure, f"Dot chart: {finding}. {unit}. {'; '.join(said + known)}.")


def both_sides(table: pd.DataFrame, sides: pd.DataFrame) -> Picture:
    """What each side declares of the goods in either direction, by year; `sides` are the years that both declare."""
    if table.empty or not set(table["declared by"]) & {*table["from"], *table["to"]}:
        return Picture(None, "No picture of both sides: no reference statistics say who declares them.")
    directions = list(dict.fromkeys(zip(table["from"], table["to"], strict=True)))
    figure, whole = canvas(2.2 * len(directions) + 0.5)
    whole.remove()
    for place, (out, back) in enumerate(directions, start=1):
        axes = figure.add_subplot(len(directions), 1, place)
        _books(axes, table[(table["from"] == out) & (table["to"] == back)], (out, back))
        _years(axes, table["year"].min(), table["year"].max())
    keys = {line.get_label(): line for axes in figure.axes for line in axes.get_legend_handles_labels()[0]}
    figure.axes[0].legend(handles=list(keys.values()), **charts.KEY | {"bbox_to_anchor": (0, 1.12)})
    goods = sides[sides["flow"] == "exports"]
    finding = _sides_finding(goods)
    unit = f"Goods sent, as each side declares them, {UNIT}"
    frame(figure, finding, unit, source_note(*_once(table["source"])))
    return Picture(figure, f"Line chart: {finding}. {unit}. {_sides_in_words(goods)}")


def partners(table: pd.DataFrame, claim: TradeClaim | None) -> Picture:
    """The partners of a country in one year by one basis, the ranked one and the countries of its region marked."""
    if table.empty or claim is None:
        return Picture(None, "No picture of the ranking: no basis ranks the partners of a stated rank.")
    shown = table.head(max(LONGEST, int(table.loc[table["asked"], "place"].iloc[0])))
    figure, axes = canvas(0.36 * len(shown) + 0.3)
    notes = [f"{row.billion:.1f}" for row in _rows(shown)]
    colours = [_bar_colour(claim, row) for row in _rows(shown)]
    bars(axes, [label(row.name) for row in _rows(shown)], list(shown["billion"]), colours, notes)
    for bar, row in zip(axes.patches, _rows(shown), strict=True):
        bar.set_hatch("//" if claim.region != EVERYWHERE and row.region == "disputed" else "")
        bar.set_edgecolor("white")
    finding = _rank_finding(table, claim)
    frame(figure, finding, _rank_unit(table, claim), source_note(*_once(shown["source"])))
    rows = [f"{row.place} {row.name} {note}" for row, note in zip(_rows(shown), notes, strict=True)]
    return Picture(figure, f"Bar chart: {finding}. {_rank_unit(table, claim)}: {'; '.join(rows)}.")


def investment(table: pd.DataFrame, claim: TradeClaim | None) -> Picture:
    """The totals of investment that sources give: a line from the first to the last year, a dot at its end."""
    if table.empty or claim is None:
        return Picture(None, "No picture of investment: no reference totals for a stated one.")
    figure, axes = canvas(0.3 * len(table) + 1.0)
    for place, row in enumerate(_rows(table)):
        _total(axes, place, row)
    axes.set_yticks([])
    axes.set_ylim(len(table) - 0.4, -0.6)
    axes.spines[["left"]].set_visible(False)
    _years(axes, table["first"].min(), table["last"].max())
    axes.set_xlim(table["first"].min() - 1, table["last"].max() + 13)
    sources = table[table["kind"] != "stated"]
    finding = _totals_finding(sources, claim)
    unit = "The years that each total adds up. Blue: begin in the same year as the stated one; grey: others"
    frame(figure, finding, unit, source_note(*_once(sources["source"])))
    rows = [f"{row.first}-{row.last} {row.billion:.2f} billion ({row.measure}, {row.kind})" for row in _rows(table)]
    return Picture(figure, f"Line chart: {finding}. {unit}: {'; '.join(rows)}.")


def _series(axes: Axes, table: pd.DataFrame, name: str) -> None:
    """One basis: a mark a year, joined where years follow each other; a mean of several years is a bar across them."""
    mark, colour, key = _LOOKS.get(name, ("P", COLOURS["green"], f"your file {name}"))
    fill = "white" if basis(name).kind in NO_STATISTICS else colour
    for row in _rows(table[table["last"] > table["year"]]):
        axes.plot([row.year - 0.4, row.last + 0.4], [row.billion] * 2, color=colour, linewidth=4, label=key)
    single = table[table["last"] == table["year"]].sort_values("year")
    if not single.empty:
        _join(axes, single, colour, "-")
        axes.plot(single["year"], single["billion"], mark, color=colour, markerfacecolor=fill, markersize=6, label=key)


def _join(axes: Axes, table: pd.DataFrame, colour: str, style: str) -> None:
    """Joins the points of years that follow each other; a gap stays a gap."""
    rows = _rows(table.drop_duplicates("year"))
    for one, two in pairwise(rows):
        if two.year - one.year == 1:
            axes.plot([one.year, two.year], [one.billion, two.billion], style, color=colour, linewidth=1.4)


def _point(axes: Axes, row: Any) -> None:
    """A point of the claim with the interval it stands for."""
    is_stated = row.what.startswith(STATED_AS)
    error = [[row.billion - row.low], [row.high - row.billion]]
    look: dict[str, Any] = {"fmt": "none", "elinewidth": 7, "alpha": 0.6, "zorder": 1}
    if is_stated:
        look = {"fmt": "*", "markersize": 14, "zorder": 5}
    axes.errorbar([row.year], [row.billion], error, color=STATED, capsize=4, label=row.what, **look)


def _books(axes: Axes, table: pd.DataFrame, direction: tuple[str, str]) -> None:
    """What the exporter, the importer and reconciled data say of the goods in one direction."""
    out, back = direction
    looks = {
        out: ("o", "-", COLOURS["blue"], "as the exporter declares them"),
        back: ("s", "--", COLOURS["orange"], "as the importer declares them"),
    }
    for who in dict.fromkeys(table["declared by"]):
        mark, style, colour, words = looks.get(who, ("", ":", OTHER, who))
        yearly = table[table["declared by"] == who].sort_values("year").drop_duplicates("year")
        _join(axes, yearly, colour, style)
        axes.plot(yearly["year"], yearly["billion"], mark or ",", color=colour, markersize=4.5)
        axes.plot([], [], f"{mark}{style}", color=colour, markersize=4.5, label=words)
    axes.set_title(f"from {out} to {back}", loc="left", fontsize=11, color=INK)
    axes.set_ylim(0)


def _total(axes: Axes, place: int, row: Any) -> None:
    colour = {"stated": STATED, "begins in the same year": COLOURS["blue"]}.get(row.kind, OTHER)
    axes.plot([row.first, row.last], [place, place], color=colour, linewidth=2)
    mark, size = ("*", 13) if row.kind == "stated" else ("o", 7)
    axes.plot([row.last], [place], mark, color=colour, markersize=size)
    note = f"${row.billion:.1f} billion" if row.billion >= 1 else f"${row.billion * 1000:.0f} million"
    note += {"evidently a slip": " (a slip)", "repeats the claim": " (repeated)", "stated": " (stated)"}.get(
        row.kind, ""
    )
    axes.annotate(note, (row.last, place), (9, 0), textcoords="offset points", va="center", fontsize=10, color=INK)


def _level_finding(table: pd.DataFrame, stated: pd.DataFrame, pair: str) -> str:
    statistics = table[(table["last"] == table["year"]) & ~table["basis"].isin(_no_statistics())]
    if statistics.empty:
        return f"There are no yearly statistics of the turnover of {pair}"
    if stated.empty:
        latest = statistics[statistics["year"] == statistics["year"].max()].iloc[0]
        return f"The latest statistic is {printing.amount(latest.billion * BILLION, 'USD')} for {latest.year}"
    last = stated.iloc[-1]
    distance = (statistics["year"] - last.year).abs()
    nearest = statistics[distance == distance.min()].iloc[-1]
    known = printing.amount(nearest.billion * BILLION, "USD")
    when = "for that year" if nearest.year == last.year else f"for {nearest.year}, the nearest year"
    return f"{last.what.removeprefix(STATED_AS)} is stated for {last.year}; a statistic gives {known} {when}"


def _sides_finding(sides: pd.DataFrame) -> str:
    if sides.empty:
        return "No year has both sides’ declarations"
    flagged = sides[sides["flagged"]]
    if flagged.empty:
        return f"The two sides agree, {sides['ratio'].min():.2f} to {sides['ratio'].max():.2f} to one"
    row = flagged.iloc[0]
    same = flagged[(flagged["from"] == row["from"]) & (flagged["to"] == row["to"])]
    times = f"{same['ratio'].min():.1f} to {same['ratio'].max():.1f}"
    return f"{row['from']} declares {times} times the goods that {row['to']} says it gets from there"


def _sides_in_words(sides: pd.DataFrame) -> str:
    rows = [
        f"{row['from']} to {row['to']} {row['year']}: {row['exporter says']:.2f} against {row['importer says']:.2f}, "
        f"ratio {row['ratio']:.2f}"
        for _, row in sides.iterrows()
    ]
    return f"Years with both sides: {'; '.join(rows) or '0'}."


def _rank_finding(table: pd.DataFrame, claim: TradeClaim) -> str:
    asked = table[table["asked"]].iloc[0]
    inside = table[(table["region"] == "in") | table["asked"]]
    place = int((inside["billion"] > asked["billion"]).sum()) + 1
    without = " without Russia" if "disputed" in set(table["region"]) else ""
    where = "" if claim.region == EVERYWHERE else f" in {claim.region}{without}"
    return f"{asked['name']} is number {place}{where} in {asked['year']}; the article says “{claim.figure.text}”"


def _rank_unit(table: pd.DataFrame, claim: TradeClaim) -> str:
    what = {"turnover": "Turnover", "exports": "Exports", "imports": "Imports"}[claim.flow]
    first = table.iloc[0]
    unit = f"{what} of {country_name(claim.country)} by partner, {first['year']}, {UNIT}; {basis(first['basis']).label}"
    if claim.region != EVERYWHERE:
        unit += f"; orange: others in {claim.region}" + "; hatched: Russia" * ("disputed" in set(table["region"]))
    depth = int(table["complete"].sum())
    return unit + (f"; the list is known to be complete down to place {depth} only" if depth < len(table) else "")


def _totals_finding(sources: pd.DataFrame, claim: TradeClaim) -> str:
    several = sources[(sources["last"] > sources["first"]) & (sources["kind"] != "evidently a slip")]
    if several.empty:
        return f"The article says {printing.interval(claim.numbers, claim.unit)}; sources give no total of years"
    span = Interval(several["billion"].min() * BILLION, several["billion"].max() * BILLION)
    stated = printing.interval(claim.numbers, claim.unit)
    return f"Totals in circulation run from {printing.interval(span, 'USD', 1)}; the article says {stated}"


def _in_words(table: pd.DataFrame, name: str) -> str:
    rows = [f"{_span(row)} {row.billion:.2f}" for row in _rows(table.sort_values("year"))]
    shown = rows if len(rows) < 7 else [rows[0], "…", *rows[-4:]]
    return f"{name}: {listed(shown)}"


def _span(row: Any) -> str:
    return str(row.year) if row.year == row.last else f"mean of {row.year}-{row.last}"


def _bar_colour(claim: TradeClaim, row: Any) -> str:
    if row.asked:
        return COLOURS["blue"]
    return COLOURS["orange"] if claim.region != EVERYWHERE and row.region != "out" else OTHER


def _no_statistics() -> list[str]:
    return [name for name, entry in bases().items() if entry.kind in NO_STATISTICS]


def _rows(table: pd.DataFrame) -> list[Any]:
    return list(table.itertuples(index=False))


def _once(sources: pd.Series) -> list[str]:
    """The sources once each, those of added-up figures apart."""
    return list(dict.fromkeys(part for text in sources for part in text.split("; ")))


def _years(axes: Axes, first: int, last: int) -> None:
    charts.years(axes, first, last)
    axes.set_xlim(first - 1, last + 1)
    axes.grid(axis="y", color=GRID, linewidth=0.8)
    axes.tick_params(colors=FAINT, labelcolor=INK)
