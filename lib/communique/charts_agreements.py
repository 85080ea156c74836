"""Pictures of coded documents: instrument and topic, kinds of party, who with whom, how sure, how reliable."""

from collections import Counter
from typing import NamedTuple

import networkx as nx
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from communique import briefing, tables_agreements
from communique.charts import (
    COLOURS,
    FAINT,
    INK,
    Picture,
    bars,
    canvas,
    cells,
    frame,
    grid,
    label,
    source_note,
    stacked,
)
from communique.codebook import Codebooks
from communique.phrases import listed, number_of, percent, ranked
from communique.record import UNCLASSIFIED, Article, Record

FORCE = {
    "binding": COLOURS["blue"],
    "political": COLOURS["orange"],
    "commercial": COLOURS["green"],
    "undetermined": COLOURS["grey"],
}
SURE = {
    "stated": COLOURS["blue"],
    "inferred": COLOURS["sky"],
    UNCLASSIFIED: COLOURS["grey"],
    "by hand": COLOURS["pink"],
}
# More rows than these cannot be read on one page; the tables have them all.
MOST = 16
_NONE = "the article reports no documents."


class Place(NamedTuple):
    """Where a party stands in the picture of who signs with whom: left or right, and in which row."""

    side: int
    row: float


def by_topic(article: Article, record: Record, codebooks: Codebooks) -> Picture:
    """Instruments (columns) against topics (rows) as a grid of counts."""
    if not record.documents:
        return Picture(None, f"No picture of instruments and topics: {_NONE}")
    table = tables_agreements.coded(record)
    counts = tables_agreements.crossed(table, "topic", "instrument", codebooks)
    figure, axes = canvas(0.42 * len(counts) + 1.3)
    grid(axes, counts)
    finding = _largest_topic(table["topic"])
    unit = "Documents, by topic and instrument"
    frame(figure, finding, unit, source_note(briefing.source(article), "codebooks"))
    return Picture(figure, f"Grid: {finding}. {unit}: {cells(counts)}.")


def by_kind(article: Article, record: Record, codebooks: Codebooks) -> Picture:
    """The legal character of the documents in which each kind of party takes part, as stacked bars."""
    if not record.documents:
        return Picture(None, f"No picture of kinds of party: {_NONE}")
    counts = tables_agreements.kinds(record, codebooks)
    figure, axes = canvas(0.6 * len(counts) + 0.5)
    stacked(axes, counts, FORCE)
    characters = Counter(document.legal_character or UNCLASSIFIED for document in record.documents)
    finding = _characters(characters)
    unit = "Documents in which a kind of party takes part, by how binding they look"
    frame(figure, finding, unit, source_note(briefing.source(article), "codebooks"))
    return Picture(figure, f"Stacked bars: {finding}. {unit}: {cells(counts)}.")


def how_sure(article: Article, record: Record) -> Picture:
    """How many topics the titles state, how many are inferred, how many stay open."""
    if not record.documents:
        return Picture(None, f"No picture of stated and inferred topics: {_NONE}")
    found = Counter(tables_agreements.coded(record)["topic is"])
    names = [name for name in SURE if found[name]]
    figure, axes = canvas(0.5 * len(names) + 0.1)
    values, total = [found[name] for name in names], len(record.documents)
    bars(axes, names, values, [SURE[name] for name in names], [f"{value} of {total}" for value in values])
    finding = f"{found['stated']} of {total} topics {'is' if found['stated'] == 1 else 'are'} stated"
    finding = f"The one topic is {names[0]}" if total == 1 else finding
    unit = "Documents, by what their topic rests on"
    frame(figure, finding, unit, source_note(briefing.source(article), "codebooks"))
    parts = [f"{name} {value}" for name, value in zip(names, values, strict=True)]
    return Picture(figure, f"Bar chart: {finding}. {unit}: {', '.join(parts)}.")


def network(article: Article, record: Record) -> Picture:
    """Who signs with whom: each party once, a line for each document of two, coloured by how binding it looks."""
    links = tables_agreements.links(record)
    if links.empty:
        return Picture(None, "No picture of who signs with whom: no document names two parties.")
    graph, left_out = _graph(links)
    places = _places(graph)
    figure, axes = canvas(0.46 * (max(place.row for place in places.values()) + 1) + 0.5)
    _draw(axes, graph, places)
    finding = _busiest(links)
    lines = number_of(len(links), "pair")
    unit = f"Each line is a document that two parties conclude: {lines}" + (
        f", {left_out} not drawn" if left_out else ""
    )
    frame(figure, finding, unit, source_note(briefing.source(article), "codebooks"))
    pairs = [f"{row.first} with {row.second}" for row in links.head(MOST).itertuples()]
    return Picture(figure, f"Network: {finding}. {unit}. {'; '.join(pairs)}.")


def reliability(table: pd.DataFrame, units: str) -> Picture:
    """Krippendorff's alpha with its interval, a row a comparison; `table` has the columns of `reliability.summary`."""
    defined = table.dropna(subset=["alpha"])
    known = defined
    if len(defined) > MOST:
        # Of a whole class, those who agree least, and all together, which stands last.
        known = pd.concat([defined.iloc[:-1].nsmallest(MOST - 1, "alpha"), defined.iloc[-1:]])
    if known.empty:
        return Picture(None, "No picture of reliability: nothing was coded twice with more than one code.")
    figure, axes = canvas(0.55 * len(known) + 0.6)
    _alphas(axes, known)
    lowest = known.loc[known["alpha"].idxmin()]
    finding = f"The lowest alpha is {lowest['alpha']:.2f} ({lowest['coders']})"
    some = f"; the lowest {len(known) - 1} of {len(defined) - 1} pairs" if len(known) < len(defined) else ""
    unit = f"Krippendorff’s alpha with 95% bootstrap intervals, {units}{some}"
    frame(figure, finding, unit, source_note("own computation", "bounds after Krippendorff (2004)"))
    rows = [f"{row.coders} {row.alpha:.2f} ({row.low:.2f} to {row.high:.2f})" for row in known.itertuples()]
    return Picture(figure, f"Dot chart: {finding}. {unit}: {'; '.join(rows)}.")


def _alphas(axes: Axes, known: pd.DataFrame) -> None:
    """A dot with its interval for each row, and Krippendorff's two bounds."""
    for row, one in enumerate(known.itertuples()):
        axes.plot([one.low, one.high], [row, row], color=FAINT, linewidth=2)
        axes.plot(one.alpha, row, "o", color=COLOURS["blue"], markersize=9)
        axes.annotate(f"{one.alpha:.2f}", (one.alpha, row), (0, 8), textcoords="offset points", ha="center")
    for bound, name in ((0.667, "tentative"), (0.8, "reliable")):
        axes.axvline(bound, color=COLOURS["vermilion"], linewidth=1, linestyle=(0, (4, 3)), zorder=0)
        axes.text(bound, -0.75, name, color=COLOURS["vermilion"], ha="center", va="bottom", fontsize=10)
    axes.set_yticks(range(len(known)), [label(name) for name in known["coders"]])
    axes.set_ylim(len(known) - 0.5, -0.7)
    axes.set_xlim(min(0.0, float(known["low"].min())), 1.04)
    axes.spines[["left"]].set_visible(False)
    axes.tick_params(left=False)


def confused(table: pd.DataFrame, rows: str, columns: str, sources: str) -> Picture:
    """A confusion table as a grid of counts, agreement on the diagonal."""
    if table.empty:
        return Picture(None, "No picture of agreement: no document was coded by both.")
    total, alike = int(table.to_numpy().sum()), sum(int(table.loc[code, code]) for code in table.index)
    figure, axes = canvas(0.42 * len(table) + 1.6)
    grid(axes, table, diagonal=True)
    axes.set(xlabel=columns, ylabel=rows)
    both = f"{rows[:1].upper()}{rows[1:]} and {columns}"
    finding = f"{both} agree on {alike} of {number_of(total, 'document')} ({percent(alike, total)})"
    unit = f"Documents, by the code of {rows} (rows) and of {columns} (columns)"
    frame(figure, finding, unit, source_note(sources))
    return Picture(figure, f"Grid: {finding}. {unit}: {cells(table)}.")


def _graph(links: pd.DataFrame) -> tuple[nx.Graph, int]:
    """The parties and their links, as many groups of linked parties as fit on a page, and how many links do not."""
    # Built edge by edge in the order of the text: a subgraph made by networkx may come in another order every run.
    whole, drawn = nx.Graph(), nx.Graph()
    edges = list(zip(links["first"], links["second"], links["legal character"], strict=True))
    for first, second, force in edges:
        whole.add_edge(first, second, force=force)
    kept: set[str] = set()
    rows = 0
    for group in nx.connected_components(whole):
        rows += len(group) - 1
        if kept and rows > MOST:
            break
        kept |= group
    for first, second, force in edges:
        if first in kept:
            drawn.add_edge(first, second, force=force)
    return drawn, sum(first not in kept for first, _, _ in edges)


def _places(graph: nx.Graph) -> dict[str, Place]:
    """Each group of linked parties from its first-named one: by turns left and right, groups below one another."""
    places: dict[str, Place] = {}
    top = 0.0
    for group in nx.connected_components(graph):
        first = next(name for name in graph if name in group)
        layers = list(nx.bfs_layers(graph, first))
        sides = [[name for layer in layers[side::2] for name in layer] for side in (0, 1)]
        height = max(map(len, sides))
        for side, names in enumerate(sides):
            step = height / max(len(names), 1)
            places |= {name: Place(side, top + step * (at + 0.5) - 0.5) for at, name in enumerate(names)}
        top += height + 0.35
    return places


def _draw(axes: Axes, graph: nx.Graph, places: dict[str, Place]) -> None:
    for one, other, link in graph.edges(data=True):
        start, end = places[one], places[other]
        curve = "arc3,rad=0.4" if start.side == end.side else "arc3,rad=0"
        look = {"arrowstyle": "-", "color": FORCE.get(link["force"], FAINT), "linewidth": 2.2, "connectionstyle": curve}
        axes.annotate("", (end.side, end.row), (start.side, start.row), arrowprops=look)
    for name, place in places.items():
        axes.plot(place.side, place.row, "o", color=INK, markersize=6)
        left = place.side == 0
        at = place.side - 0.05 if left else place.side + 0.05
        axes.text(at, place.row, label(name, 26), va="center", ha="right" if left else "left", fontsize=10.5)
    axes.set(xlim=(-1.15, 2.15), ylim=(max(place.row for place in places.values()) + 0.6, -0.6))
    axes.axis("off")
    used = [force for force in FORCE if force in {link["force"] for _, _, link in graph.edges(data=True)}]
    handles = [Line2D([], [], color=FORCE[force], linewidth=2.2, label=force) for force in used]
    axes.legend(handles=handles, loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False)


def _busiest(links: pd.DataFrame) -> str:
    """Who concludes documents with most others, as a finding."""
    partners: dict[str, set[str]] = {}
    for first, second in zip(links["first"], links["second"], strict=True):
        partners.setdefault(first, set()).add(second)
        partners.setdefault(second, set()).add(first)
    most = max(map(len, partners.values()))
    busiest = [name for name, others in partners.items() if len(others) == most]
    if len(partners) == 2:
        return f"{busiest[0]} signs with {busiest[1]}"
    if most == 1:
        return f"{len(partners)} parties sign with one other each"
    if len(busiest) > 2:
        return f"{len(busiest)} parties sign with {most} others each"
    return f"{listed(busiest)} {'signs' if len(busiest) == 1 else 'sign'} with most others, {most}" + " each" * (
        len(busiest) > 1
    )


def _largest_topic(topics: pd.Series) -> str:
    counts = ranked(Counter(topics))
    top = [name for name, count in counts if count == counts[0][1]]
    different = f"{number_of(len(topics), 'document')} on {number_of(len(counts), 'topic')}"
    if len(counts) == 1:
        on = top[0] if top[0] == UNCLASSIFIED else f"on {top[0]}"
        return f"The one document is {on}" if len(topics) == 1 else f"All {len(topics)} documents are {on}"
    if len(top) > 2:
        return different
    return f"{different}, most often {listed(top)} ({counts[0][1]}{' each' * (len(top) > 1)})"


def _characters(counts: Counter[str]) -> str:
    """How many documents look how binding, as a finding."""
    total, names = counts.total(), ranked(counts)
    if len(names) == 1:
        return f"The one document looks {names[0][0]}" if total == 1 else f"All {total} documents look {names[0][0]}"
    looks = [f"{count} look{'s' * (count == 1)} {name}" for name, count in names]
    return f"Of {total} documents, {listed(looks)}"
