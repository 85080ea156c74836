"""Figures: every number with its object, and what it measures, in which unit, for which period, how exactly."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from communique.extract.figures import (
    aims,
    comparisons,
    cues,
    dollars,
    measures,
    pairs,
    parts,
    qualifiers,
    quantities,
    ranks,
    series,
    timing,
    twins,
)
from communique.extract.figures.quantities import Quantity
from communique.grammar import dates, numbers, periods
from communique.record import Article, Event, Figure, Span

# A paragraph that does not end like a sentence, at the head of an article, is a headline.
_ENDED = re.compile(r"[.!?…:;,][\"'”’»)\]]{0,3}\s*\Z")
# "… widen partnership The Prime Minister's visit": a headline glued to the lead.
_GLUED = re.compile(r"[a-z]\s+(?=(?:The|A|An|In|On|At)\s+[A-Z])")
_RATHER_SENTENCE = 250
_OF_TRADE = re.compile(r"\b(?:traded?|turnover|export(?:s|ed)?|import(?:s|ed)?|commerce)\b", re.IGNORECASE)
_AMONG = re.compile(r"\s+(?:\w+\s+){0,2}(?:among|out\s+of|of)\s+(?:the\s+|all\s+)?")
# "the five agreements signed": counted here where none were before.
_SIGNED = re.compile(r"\s+(?:(?:to\s+be\s+)?(?:signed|exchanged|initialled)|inked|concluded)\b")
_DETERMINED = re.compile(r"\b(?:the|these|those|both|our|their|all|other)\s+\Z", re.IGNORECASE)


def find(article: Article, event: Event) -> tuple[Figure, ...]:
    """The figures of an article in the order of the text; `event` says whose rupees or dinars are meant.

    Values are in single units (dollars, not millions), falls negative, ranges `(low, high)`.
    """
    figures: list[Figure] = []
    spoken: str | None = None
    last = -2
    for index, found in _by_sentence(article, _all(article, event)):
        running = spoken if index - last == 1 else _set_before(article, index)
        before = (running or spoken, running, spoken if index - last <= 2 else None)
        scene = _scene(article, index, found, before, event.countries)
        timed = series.told(scene, timing.assign(scene))
        figures += _figures(article, scene, timed)
        spoken, last = timing.last(scene, timed) or spoken, index
    return tuple(_listed_once(article, figures))


def _all(article: Article, event: Event) -> list[Quantity]:
    """The quantities of the whole text, left to right, none overlapping, none of them part of a date."""
    text = article.text
    found = dollars.told_apart(text, quantities.find(text, numbers.find(text), event.countries), event.countries)
    found += parts.find(text)
    found += [Quantity(rank.start, rank.end, rank.value, None, "rank", "rank", "rank") for rank in ranks.find(text)]
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda item: (item.start, -item.end)):
        before = kept[-1] if kept else None
        apart = before is None or (quantity.start >= before.end and not _is_field(text, before, quantity))
        if apart and not _is_date(text, quantity) and not _points_back(text, quantity, kept):
            kept.append(quantity)
    return kept


def _is_field(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether a count only says among how many a rank is: "third among 145 investors"."""
    ranked = before.kind == "rank" and quantity.kind == "count"
    return ranked and _AMONG.fullmatch(text, before.end, quantity.start) is not None


def _is_date(text: str, quantity: Quantity) -> bool:
    """Whether the number of a counted noun is the day of a date: "On March 11 companies from both sides"."""
    if quantity.kind != "count" or quantity.value > 31:
        return False
    near = dates.find(text, max(0, quantity.start - 12), quantity.end)
    return any(day.start <= quantity.start < day.end for day in near)


def _points_back(text: str, quantity: Quantity, earlier: list[Quantity]) -> bool:
    """Whether a small count only takes up things already counted: "the two documents"."""
    few = quantity.kind == "count" and quantity.value <= 12 and quantity.high is None and quantity.value % 1 == 0
    if not few or _DETERMINED.search(text[max(0, quantity.start - 12) : quantity.start]) is None:
        return False
    new = quantity.unit == "documents" and quantity.value > 2 and _SIGNED.match(text, quantity.end)
    return not new or any(other.unit == "documents" for other in earlier)


def _by_sentence(article: Article, found: list[Quantity]) -> Iterator[tuple[int, list[Quantity]]]:
    """The quantities of each sentence that has any, with the sentence's index; those outside the story are left out."""
    starts = [sentence.start for sentence in article.sentences]
    at = ((bisect_right(starts, quantity.start) - 1, quantity) for quantity in found)
    for index, group in groupby(at, key=itemgetter(0)):
        if index >= 0:
            inside = [quantity for _, quantity in group if quantity.start < article.sentences[index].end]
            if inside:
                yield index, inside


def _set_before(article: Article, index: int) -> str | None:
    """The period that a sentence on trade without figures sets for the one behind it: "Trade in 2023 was reviewed"."""
    start = _context(article, index)
    end = article.sentences[index].start
    if not 0 < end - start < _RATHER_SENTENCE or not _OF_TRADE.search(article.text, start, end):
        return None
    past = [time for time in periods.find(article.text, start, end, article.date) if time.year and not time.future]
    return past[-1].label if past and past[-1].kind == "time" else None


def _scene(
    article: Article,
    index: int,
    found: list[Quantity],
    before: tuple[str | None, str | None, str | None],
    sides: tuple[str, ...],
) -> timing.Scene:
    """A sentence with what its quantities measure, before their periods are known."""
    text, sentence = article.text, article.sentences[index]
    known = cues.taken_up(text, *sentence, cues.find(text, _context(article, index), sentence.end, sides))
    starts = [cue.start for cue in known]
    near = [measures.window(known, starts, quantity) for quantity in found]
    bases = comparisons.bases(text, found)
    kinds = _measured(text, found, near, bases)
    aimed = [aims.is_aimed_at(text, *pair, sentence.start) for pair in zip(found, kinds, strict=True)]
    times = periods.find(text, *sentence, article.date)
    spoken, running, recent = before
    return timing.Scene(text, sentence.start, found, kinds, aimed, times, spoken, running, near, bases, recent)


def _measured(text: str, found: list[Quantity], near: list[list[cues.Cue]], bases: list[bool]) -> list[str]:
    """What each quantity of a sentence measures, by the words near it and else by the quantity before."""
    kinds = [
        measures.decide(text, quantity, near[place], _rivals(found, place)) for place, quantity in enumerate(found)
    ]
    for place in range(1, len(found)):
        pair, unknown = (found[place - 1], found[place]), kinds[place] == "unknown"
        if (unknown and pairs.are_alike(text, *pair, bases[place])) or pairs.is_move(text, *pair):
            kinds[place] = kinds[place - 1]
        elif unknown and pairs.is_part_said(text, *pair):
            kinds[place] = "growth" if kinds[place - 1] == "growth" else "share"
    listed = pairs.are_listed(text, found, kinds)
    for place in listed if len(listed) > 1 else ():
        kinds[place] = "share"
    return kinds


def _figures(article: Article, scene: timing.Scene, timed: list[timing.Timed]) -> list[Figure]:
    """The figures that the quantities of one sentence are."""
    text, now = article.text, int(article.date[:4]) if article.date else None
    figures: list[Figure] = []
    for place, (quantity, kind, time) in enumerate(zip(scene.quantities, scene.measures, timed, strict=True)):
        dual = place > 0 and twins.is_second(text, scene.quantities[place - 1], quantity)
        twin = figures[-1] if dual else None
        past = now is not None and not time.future and time.year is not None and time.year < now
        goal = not past and (scene.aims[place] or (time.future and aims.is_to_come(quantity, kind)))
        goal = goal or (past and scene.aims[place] and aims.is_named(text, quantity))
        falls = kind == "growth" and quantity.kind != "times"
        falls = falls and measures.falls(text, quantity, scene.cues[place], _rivals(scene.quantities, place))
        figures.append(_figure(text, quantity, "target" if goal else kind, time.label, falls, twin))
    return figures


def _rivals(found: list[Quantity], place: int) -> list[Quantity]:
    """The quantities around one of them that may claim the same cue."""
    return found[max(0, place - 8) : place + 9]


def _figure(
    text: str, quantity: Quantity, measure: str, period: str | None, falls: bool, twin: Figure | None
) -> Figure:
    """One figure; the second of a dual amount takes measure and period from its twin."""
    low, high = quantity.value, quantity.high
    value: float | tuple[float, float] = -low if falls else low
    if high is not None:
        value = (-high, -low) if falls else (low, high)
    return Figure(
        text=text[quantity.start : quantity.end],
        span=Span(quantity.start, quantity.end),
        value=value,
        unit=quantity.unit,
        measure=twin.measure if twin else "other" if measure in ("balance", "unknown") else measure,
        period=(twin.period or period) if twin else period,
        qualifier=qualifiers.read(text, quantity.start, quantity.end, quantity.unit)
        or (twin.qualifier if twin else None),
        rule=quantity.rule + (", dual amount" if twin else ""),
    )


def _context(article: Article, index: int) -> int:
    """Where to look for cues from: the sentence before, if in the same paragraph, else the sentence itself."""
    start = article.sentences[index].start
    if index == 0:
        return start
    before = article.sentences[index - 1]
    if cues.goes_on(article.text, *article.sentences[index]):
        return before.start
    return before.start if "\n" not in article.text[before.end : start] else start


def _listed_once(article: Article, figures: list[Figure]) -> list[Figure]:
    """The figures without those of the headline that the story repeats."""
    end = _headline_end(article)
    story = {(figure.value, figure.unit) for figure in figures if figure.span.start >= end}
    return [figure for figure in figures if figure.span.start >= end or (figure.value, figure.unit) not in story]


def _headline_end(article: Article) -> int:
    """Where the headline ends: before the first paragraph that ends like a sentence, or where the glued lead begins."""
    end = article.paragraphs[0].start if article.paragraphs else 0
    for start, stop in article.paragraphs[:6]:
        if stop - start > _RATHER_SENTENCE or _ENDED.search(article.text, max(start, stop - 6), stop):
            glued = (
                _GLUED.search(article.text, start, min(stop, start + 160))
                if start == article.paragraphs[0].start
                else None
            )
            return glued.end() if glued else end
        end = stop
    return end
