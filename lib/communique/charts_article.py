"""Pictures of one article: who is quoted, who is named, and where in the text things stand."""

from collections import Counter
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from communique import briefing
from communique.charts import COLOURS, FAINT, GRID, GUEST, HOST, OTHER, Picture, bars, canvas, frame, label, source_note
from communique.phrases import UNKNOWN, country_name, in_sentence, listed, number_of, percent, plural, ranked
from communique.record import Article, Claim, Record, Span
from communique.trade.verdicts import DISPUTED

# More bars than these are unreadable on a phone; the others are summed up or left to the table.
LONGEST = 8
KINDS = {
    "person": COLOURS["vermilion"],
    "organisation": COLOURS["green"],
    "quotation": COLOURS["blue"],
    "figure": COLOURS["pink"],
    "document": COLOURS["orange"],
}


class Look(NamedTuple):
    """How a verdict is drawn: a sign, so that nobody needs the colour, and the colours of square and sign."""

    sign: str
    fill: str
    ink: str


VERDICTS = {
    "consistent": Look("✓", COLOURS["blue"], "white"),
    "inconsistent": Look("✗", COLOURS["vermilion"], "white"),
    "not comparable": Look("≠", GRID, "black"),
    "no reference": Look("?", "white", "black"),
}


class Named(NamedTuple):
    """Somebody named, their country's code, and how often."""

    name: str
    country: str | None
    mentions: int


def spoken(article: Article, record: Record) -> Picture:
    """The words quoted of every speaker, in the colour of their side."""
    voices = briefing.voices(record)
    if not voices:
        return Picture(None, "No picture of quoted words: the article quotes nobody directly.")
    if len(voices) > LONGEST:
        rest = voices[LONGEST - 1 :]
        others = f"{len(rest)} others", UNKNOWN, sum(v.quotes for v in rest), sum(v.words for v in rest)
        voices = [*voices[: LONGEST - 1], briefing.Voice(*others)]
    notes = [f"{voice.words} in {number_of(voice.quotes, 'quotation')}" for voice in voices]
    figure, axes = canvas(0.62 * len(voices) + 0.1)
    colours = side_colours(record)
    fills = [colours.get(voice.side, OTHER) for voice in voices]
    names = [f"{label(voice.speaker, lines=1)}\n({_side(voice.side)})" for voice in voices]
    bars(axes, names, [voice.words for voice in voices], fills, notes)
    unit = "Words in quotation marks, by speaker and side"
    frame(figure, leading_side(record), unit, source_note(briefing.source(article)))
    spoken_ = [f"{voice.speaker} ({voice.side}): {note}" for voice, note in zip(voices, notes, strict=True)]
    return Picture(figure, f"Bar chart: {leading_side(record)}. {unit}. {'; '.join(spoken_)}.")


def leading_side(record: Record) -> str:
    """Who has most of the quoted words, as a finding: a side where sides are known, else a speaker."""
    sides = briefing.by_side(record)
    total = sum(sides.values())
    if not total:
        return "Nobody is quoted directly"
    quoted = number_of(total, "quoted word")
    known = [(in_sentence(side), count) for side, count in sides.items() if side != UNKNOWN]
    unknown = sides.get(UNKNOWN, 0)
    if not known:
        first = briefing.voices(record)[0]
        return f"{first.speaker[:1].upper()}{first.speaker[1:]} has {first.words} of the {quoted}"
    (side, count), *others = known
    if count < unknown:
        return f"For {unknown} of the {quoted} the speaker’s side is not known"
    if count == total:
        return f"All {quoted} are by the side of {side}"
    if others and others[0][1] == count:
        return f"{side[:1].upper()}{side[1:]} and {others[0][0]} have {count} of the {quoted} each"
    return f"{side[:1].upper()}{side[1:]} has {count} of the {quoted} ({percent(count, total)})"


def named(article: Article, record: Record) -> Picture:
    """How often people and organisations are named, the most frequent first, in the colour of their side."""
    everybody = [Named(person.name, person.country, len(person.spans)) for person in record.people]
    everybody += [Named(item.name, item.country, len(item.spans)) for item in record.organisations]
    if not everybody:
        return Picture(None, "No picture of who is named: the article names no people or organisations.")
    if max(row.mentions for row in everybody) < 2:
        return Picture(None, "No picture of who is named most often: nobody is named twice.")
    order = sorted(everybody, key=lambda row: (-row.mentions, row.name))
    shown = [row for row in order if row.mentions > 1][:LONGEST]
    sides = [country_name(row.country) for row in shown]
    fills = [side_colours(record).get(side, OTHER) for side in sides]
    names = [f"{label(row.name)}\n({_side(side)})" for row, side in zip(shown, sides, strict=True)]
    figure, axes = canvas(0.68 * len(shown) + 0.1)
    bars(axes, names, [row.mentions for row in shown], fills, [f"{row.mentions}" for row in shown])
    top = [row.name for row in shown if row.mentions == shown[0].mentions]
    times = f"{number_of(shown[0].mentions, 'time')}{' each' * (len(top) > 1)}"
    who = listed(top) if len(top) <= 2 else f"{len(top)} of them"
    finding = f"{who} {'is' if len(top) == 1 else 'are'} named most often, {times}"
    most = "one" if len(shown) == 1 else len(shown)
    unit = f"Mentions, of the {most} most named of {len(everybody)} people and organisations"
    frame(figure, finding, unit, source_note(briefing.source(article)))
    rows = [f"{row.name} ({side}) {row.mentions}" for row, side in zip(shown, sides, strict=True)]
    return Picture(figure, f"Bar chart: {finding}. {unit}: {'; '.join(rows)}.")


def layout(article: Article, record: Record) -> Picture:
    """Where in the article people, organisations, quotations, figures and documents stand: a strip for each."""
    parts = [part for part in briefing.parts(article, record) if part.items]
    if not parts:
        return Picture(None, "No picture of the layout: nothing was found in the article.")
    total, length = len(article.text.split()), len(article.text)
    figure, axes = canvas(0.5 * len(parts) + 0.5)
    for row, part in enumerate(parts):
        _strip(axes, row, part, length)
        axes.text(102, row, percent(part.words, total), va="center", color=FAINT)
    axes.set(yticks=range(len(parts)), yticklabels=[number_of(part.items, part.kind) for part in parts], xlim=(0, 112))
    axes.set_ylim(len(parts) - 0.5, -0.5)
    axes.set_xticks([0, 50, 100], ["start", "middle", "end"])
    axes.tick_params(length=0)
    axes.spines[["left", "bottom"]].set_visible(False)
    finding = _longest(parts, total)
    unit = "Where they stand from start to end of the article, and their share of its words"
    frame(figure, finding, unit, source_note(briefing.source(article)))
    rows = [f"{number_of(part.items, part.kind)} {_where(part.spans, length)}" for part in parts]
    return Picture(figure, f"Strip chart: {finding}. {unit}: {'; '.join(rows)}.")


def checked(article: Article, record: Record, statistics: str = "the statistics cited for each verdict") -> Picture:
    """What each statistical basis says of each checked figure: a square a basis, in the colour of its verdict."""
    claims = [claim for claim in record.claims if claim.by_basis][:LONGEST]
    if not claims:
        return Picture(None, "No picture of verdicts: no statistics at hand speak to a figure of the article.")
    rows = [Counter(basis.verdict for basis in claim.by_basis) for claim in claims]
    figure, axes = canvas(0.62 * len(rows) + 0.7)
    for row, verdicts in enumerate(rows):
        _squares(axes, row, [verdict for verdict in VERDICTS for _ in range(verdicts[verdict])])
    axes.set_yticks(range(len(rows)), [_verdict(claim) for claim in claims])
    axes.set(ylim=(len(rows) - 0.5, -0.5), xlim=(0, max(6, *(verdicts.total() for verdicts in rows))))
    axes.tick_params(length=0, labelbottom=False)
    axes.spines[["left", "bottom"]].set_visible(False)
    keys = [Patch(facecolor=look.fill, edgecolor=FAINT, label=f"{look.sign} {name}") for name, look in VERDICTS.items()]
    axes.legend(handles=keys, loc="upper right", bbox_to_anchor=(1, 0), ncols=2, frameon=False)
    finding = _agreement(record)
    unit = "Figures with their verdict; each square is what one statistical basis says"
    frame(figure, finding, unit, source_note(briefing.source(article), statistics))
    counts = [listed([f"{count} {name}" for name, count in ranked(verdicts)]) for verdicts in rows]
    said = [f"{claim.text} {claim.verdict} ({count})" for claim, count in zip(claims, counts, strict=True)]
    return Picture(figure, f"Chart of verdicts: {finding}. {unit}: {'; '.join(said)}.")


def side_colours(record: Record) -> dict[str, str]:
    """The colours of the two sides by their countries' names."""
    sides = [country_name(code) for code in record.countries[:2]]
    return dict(zip(sides, (HOST, GUEST), strict=False))


def _agreement(record: Record) -> str:
    """How many figures agree with the statistics, as a finding."""
    verdicts = Counter(claim.verdict for claim in record.claims)
    figures = number_of(len(record.claims), "checked figure")
    if not verdicts["consistent"] + verdicts["inconsistent"]:
        which = "the one checked figure" if len(record.claims) == 1 else f"any of the {figures}"
        return f"No statistics at hand decide {which}"
    disputed = sum(claim.reason.startswith(DISPUTED) for claim in record.claims)
    agree, differ = verdicts["consistent"], verdicts["inconsistent"]
    if len(record.claims) == 1:
        caveat = ", but the bases disagree" if disputed else ""
        return f"The one checked figure {'agrees' if agree else 'does not agree'} with the statistics{caveat}"
    refuted = f", {differ} do{'es' * (differ == 1)} not" if differ else ""
    caveat = f", but on {disputed} the bases disagree" if disputed else ""
    return f"{agree} of {figures} agree{'s' * (agree == 1)} with the statistics{refuted}{caveat}"


def _verdict(claim: Claim) -> str:
    return f"{label(claim.text, lines=1)}\n({claim.kind.replace('_', ' ')}: {claim.verdict})"


def _squares(axes: Axes, row: int, verdicts: list[str]) -> None:
    for place, verdict in enumerate(verdicts):
        look = VERDICTS[verdict]
        axes.add_patch(Rectangle((place + 0.05, row - 0.35), 0.9, 0.7, facecolor=look.fill, edgecolor=FAINT, lw=0.8))
        axes.text(place + 0.5, row, look.sign, color=look.ink, ha="center", va="center_baseline", fontsize=14)


def _side(name: str) -> str:
    return "side not known" if name == UNKNOWN else label(name, lines=1)


def _where(spans: tuple[Span, ...], length: int) -> str:
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return f"between {percent(start, length)} and {percent(end, length)}"


def _longest(parts: list[briefing.Part], total: int) -> str:
    """Which kinds take most of the words, as a finding."""
    first, *others = sorted(parts, key=lambda part: (-part.words, part.kind))
    rest = f", {plural(others[0].kind)} {percent(others[0].words, total)}" if others else ""
    return f"{plural(first.kind).capitalize()} take {percent(first.words, total)} of the article’s words{rest}"


def _strip(axes: Axes, row: int, part: briefing.Part, length: int) -> None:
    place = (row - 0.32, 0.64)
    axes.broken_barh([(0, 100)], place, color=GRID, alpha=0.5, linewidth=0)
    # A name is a hair's breadth of a long article: never thinner than can be seen.
    bands = [(100 * start / length, max(100 * (end - start) / length, 0.4)) for start, end in part.spans]
    axes.broken_barh(bands, place, color=KINDS[part.kind], linewidth=0)
