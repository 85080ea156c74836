"""From the figures of a record to trade claims: what is said of whose trade with whom, and for when.

Only figures about the flows of goods, investment and companies between countries become claims; a rank of economies,
a growth of tourism or the value of signed contracts does not.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from communique.record import Article, Figure, Record, Span
from communique.trade import intervals, parties, periods, wording
from communique.trade.intervals import Interval
from communique.trade.parties import Parties
from communique.trade.periods import Period
from communique.trade.speakers import Speaker, Speakers
from communique.trade.wording import Word

_LEVELS = {"trade_turnover": "turnover", "exports": "exports", "imports": "imports", "investment": "investment"}
# What is read around a figure; longer sentences are clipped, so that no text is read twice for every figure.
_BEFORE, _BEHIND = 400, 300
_BASE_YEAR = re.compile(
    r"\b(?:since|compared (?:to|with)|than in|relative to|over|from|against|above)\s(?:the year\s)?((?:19|20)\d\d)\b"
)


class TradeClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that says something of one country's trade with another.

    `numbers` is the stated number as an interval in `unit`. `country` is whose flow it is (the host, for investment and
    companies; the owner of the list, for a rank), `partner` the other side. `level` is the level that goes with a
    growth, share or target, `growth` the growth that goes with a level, `base` the year that a growth is counted from.
    """

    figure: Figure
    kind: str
    flow: str
    country: str | None
    partner: str | None
    period: Period
    numbers: Interval
    unit: str
    region: str = "World"
    level: Interval | None = None
    level_unit: str = ""
    level_year: int | None = None
    growth: Interval | None = None
    base: int | None = None
    product: str = ""
    speaker: str | None = None
    sentence: Span = Span(0, 0)
    date: str | None = None
    assumed: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """The calendar year that the figure speaks of, or None."""
        return self.period.year


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A figure where it stands: its sentence, clipped, its place in it, its interval, and what the article is about."""

    figure: Figure
    numbers: Interval
    sentence: Span
    words: str
    start: int
    end: int
    previous: str
    speaker: Speaker
    pair: tuple[str, ...]
    date: str | None


def of(record: Record, article: Article) -> tuple[TradeClaim, ...]:
    """The trade claims of an article, in the order of its figures."""
    places = tuple(_places(record, article))
    claims: list[TradeClaim] = []
    for number, place in enumerate(places):
        claim = _claim(place, claims[-1] if claims else None)
        if claim is not None:
            near = [other for other in places[max(0, number - 4) : number + 5] if other is not place]
            claims.append(_linked(claim, place, near))
    return tuple(claims)


def _places(record: Record, article: Article) -> Iterator[Place]:
    speakers = Speakers(record, article)
    starts = [span.start for span in article.sentences]
    for figure in record.figures:
        at = bisect_right(starts, figure.span[0]) - 1
        whole = article.sentences[at] if at >= 0 else Span(0, len(article.text))
        first, last = max(whole.start, figure.span[0] - _BEFORE), min(whole.end, figure.span[1] + _BEHIND)
        yield Place(
            figure=figure,
            numbers=intervals.as_growth(figure, intervals.stated(figure, article.text)),
            sentence=whole,
            words=article.text[first : max(last, figure.span[1])],
            start=figure.span[0] - first,
            end=figure.span[1] - first,
            previous=_previous(article, at),
            speaker=speakers.of(Span(*figure.span)),
            pair=record.countries,
            date=article.date,
        )


def _previous(article: Article, at: int) -> str:
    """The end of the sentence before the one of that number."""
    if at < 1:
        return ""
    start, end = article.sentences[at - 1]
    return article.text[max(start, end - _BEHIND) : end]


def _claim(place: Place, before: TradeClaim | None) -> TradeClaim | None:
    measure = place.figure.measure
    if measure in _LEVELS:
        return _level(place, before)
    if measure == "rank":
        return _rank(place)
    if measure == "company_count":
        return _companies(place)
    return _change(place, measure, before) if measure in ("growth", "share", "target") else None


def _level(place: Place, before: TradeClaim | None) -> TradeClaim | None:
    """A stated amount of a flow; an amount of goods ("1 million tons of exports") is no amount of money."""
    flow = _LEVELS[place.figure.measure]
    if not _is_money(place.figure.unit):
        return None
    word = wording.subject(place.words, place.start, place.end, flow)
    if flow == "investment":
        # What is announced has not been counted yet.
        planned = wording.is_planned(place.words, place.start)
        return None if planned else _base(place, flow, flow, parties.of_investment(place.words, place.pair), "")
    made = _made(place, "level", flow, word, before)
    if word is None and flow != "turnover" and _carried(place, before) != flow:
        # "Moscow will buy $2 billion of fruit" is measured as exports without a word that would mean all of them.
        return msgspec.structs.replace(made, product="unnamed goods")
    return made


def _change(place: Place, kind: str, before: TradeClaim | None) -> TradeClaim | None:
    """A growth, a share or a target of a flow: the nearest word says of which."""
    unit = place.figure.unit
    if unit not in ("percent", "times") and (kind == "share" or not _is_money(unit)):
        return None
    word = wording.subject(place.words, place.start, place.end)
    flow = word.what if word else _carried(place, before)
    if not flow or flow == "companies":
        return None
    return _share(place, word, flow) if kind == "share" else _made(place, kind, flow, word, before)


def _carried(place: Place, before: TradeClaim | None) -> str:
    """The flow spoken of just before, where the sentence itself names none: "It rose by 15%", "the figure"."""
    if wording.flow_words(place.words):
        return ""
    spoken = [word for word in wording.flow_words(place.previous)[-1:] if word.what != "other"]
    if spoken:
        return spoken[0].what
    return before.flow if before and 0 <= place.sentence.start - before.sentence.end < _BEFORE else ""


def _share(place: Place, word: Word | None, flow: str) -> TradeClaim:
    if word is None:
        return _base(
            place, "share", flow, parties.of_turnover(place.words, None, place.pair, place.speaker.country), ""
        )
    found = parties.of_share(place.words, place.start, word, place.pair, place.speaker.country)
    return _base(place, "share", flow, found, wording.product(place.words, word))


def _follows(before: TradeClaim, place: Place) -> bool:
    """Whether the claim stands in the same sentence or the one before."""
    return 0 <= place.sentence.start - before.sentence.end <= 3 or before.sentence == place.sentence


def _rank(place: Place) -> TradeClaim | None:
    target = wording.rank_object(place.words, place.start, place.end)
    if target is None:
        return None
    found = parties.of_rank(place.words, place.start, place.end, target, place.pair, place.speaker.country)
    made = _base(place, "rank", target.what, found, wording.product(place.words, target))
    return msgspec.structs.replace(made, region=wording.region(place.words, place.start, place.end))


def _companies(place: Place) -> TradeClaim | None:
    home = parties.named_in(place.figure.text)
    if home is None:
        # "Over 180 enterprises at the forum" counts guests, not companies at work in a country.
        return None
    host = next((code for code in place.pair if code != home), None)
    return _base(place, "company_count", "companies", Parties(host, home), "")


def _made(place: Place, kind: str, flow: str, word: Word | None, before: TradeClaim | None) -> TradeClaim:
    speaker = place.speaker.country
    earlier = Parties(before.country, before.partner) if before and _follows(before, place) else None
    if flow == "investment":
        found = parties.of_investment(place.words, place.pair)
    elif word is None and earlier and before and before.flow == flow:
        found = earlier
    elif flow == "turnover" or word is None:
        found = parties.of_turnover(place.words, word, place.pair, speaker)
    else:
        carried = earlier if before and before.flow in ("exports", "imports") else None
        found = parties.of_flow(place.words, word, place.pair, speaker, carried)
    return _base(place, kind, flow, found, wording.product(place.words, word))


def _base(place: Place, kind: str, flow: str, found: Parties, product: str) -> TradeClaim:
    dated = kind in ("level", "growth", "share", "rank")
    period = periods.read(place.figure.period, place.date, assume=dated)
    return TradeClaim(
        figure=place.figure,
        kind=kind,
        flow=flow,
        country=found.country,
        partner=found.partner,
        period=period,
        numbers=place.numbers,
        unit="percent" if place.figure.unit == "times" else place.figure.unit,
        base=_base_year(place, period) if kind == "growth" else None,
        product=product,
        speaker=place.speaker.name,
        sentence=place.sentence,
        date=place.date,
        assumed=tuple(filter(None, (found.assumed, _caution(kind, period, place.date)))),
    )


def _caution(kind: str, period: Period, date: str | None) -> str:
    """What was assumed of the period; a rank is checked by the latest year there is, which its reason says."""
    if kind in ("level", "growth", "share") and date and period.year == int(date[:4]):
        return f"{period.year} was not over when the article appeared"
    return "" if kind == "rank" else period.assumed


def _base_year(place: Place, period: Period) -> int | None:
    """The year that a growth is counted from: the one named, the first of a span, else the year before."""
    named = _BASE_YEAR.search(place.words, place.end, place.end + 60)
    if named and (period.last is None or int(named[1]) < period.last):
        return int(named[1])
    if period.kind == "span":
        return period.first
    return period.year - 1 if period.year else None


def _linked(claim: TradeClaim, place: Place, near: list[Place]) -> TradeClaim:
    """The claim with the level that goes with its growth or share, or the growth that goes with its level."""
    wanted = {"growth": "level", "share": "level", "target": "level", "level": "growth"}.get(claim.kind)
    same = [other for other in near if _goes_with(claim, place, other, wanted)]
    if not same:
        return claim
    nearest = min(same, key=lambda other: abs(other.figure.span[0] - place.figure.span[0]))
    period = periods.read(nearest.figure.period or place.figure.period, place.date)
    if wanted == "growth":
        return msgspec.structs.replace(claim, growth=nearest.numbers, base=_base_year(nearest, period))
    if claim.kind == "target":
        period = periods.read(nearest.figure.period, place.date)
    return msgspec.structs.replace(claim, level=nearest.numbers, level_unit=nearest.figure.unit, level_year=period.year)


def _goes_with(claim: TradeClaim, place: Place, other: Place, wanted: str | None) -> bool:
    """Whether the other figure gives the level or growth of the same flow and period."""
    figure = other.figure
    if wanted == "growth":
        fits = figure.measure == "growth" and figure.unit in ("percent", "times") and other.sentence == place.sentence
        word = wording.subject(other.words, other.start, other.end)
        return fits and (word is None or word.what == claim.flow) and _same_period(place.figure, figure)
    if wanted != "level" or _LEVELS.get(figure.measure) != claim.flow or not _is_money(figure.unit):
        return False
    if claim.kind == "target":
        return other.sentence.start <= place.sentence.end + 3
    return other.sentence == place.sentence and _same_period(place.figure, figure)


def _same_period(one: Figure, two: Figure) -> bool:
    return one.period == two.period or one.period is None or two.period is None


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()
