"""From the figures of a record to trade claims: what is said of whose trade with whom, and for when.

Only figures about the flows of goods, investment and companies between countries become claims; a rank of economies,
a growth of tourism or the value of signed contracts does not.
"""

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from communique.record import Article, Record, Span
from communique.trade import intervals, linking, parties, periods, wording
from communique.trade.parties import Parties
from communique.trade.periods import Period
from communique.trade.speakers import Speakers
from communique.trade.stated import LEVELS, Place, TradeClaim
from communique.trade.wording import Word

# What is read around a figure; longer sentences are clipped, so that no text is read twice for every figure.
_BEFORE, _BEHIND = 400, 300


def of(record: Record, article: Article) -> tuple[TradeClaim, ...]:
    """The trade claims of an article, in the order of its figures."""
    places = tuple(_places(record, article))
    claims: list[TradeClaim] = []
    for number, place in enumerate(places):
        claim = _claim(place, claims[-1] if claims else None)
        if claim is not None:
            near = [other for other in places[max(0, number - 4) : number + 5] if other is not place]
            claims.append(linking.linked(claim, place, near))
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
    if measure in LEVELS:
        return _level(place, before)
    if measure == "rank":
        return _rank(place)
    if measure == "company_count":
        return _companies(place)
    return _change(place, measure, before) if measure in ("growth", "share", "target") else None


def _level(place: Place, before: TradeClaim | None) -> TradeClaim | None:
    """A stated amount of a flow; an amount of goods ("1 million tons of exports") is no amount of money."""
    flow = LEVELS[place.figure.measure]
    if not intervals.is_money(place.figure.unit):
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
    if unit not in ("percent", "times") and (kind == "share" or not intervals.is_money(unit)):
        return None
    if kind == "target" and unit == "percent" and not wording.is_raise(place.words, place.start):
        return None
    word = wording.subject(place.words, place.start, place.end)
    flow = word.what if word else _carried(place, before)
    if not flow or flow == "companies":
        return None
    if kind == "share":
        return _share(place, word)
    return _made(place, kind, flow, word, before)


def _carried(place: Place, before: TradeClaim | None) -> str:
    """The flow spoken of just before, where the sentence itself names none: "It rose by 15%", "the figure"."""
    if wording.flow_words(place.words):
        return ""
    spoken = [word for word in wording.flow_words(place.previous)[-1:] if word.what != "other"]
    if spoken:
        return spoken[0].what
    return before.flow if before and 0 <= place.sentence.start - before.sentence.end < _BEFORE else ""


def _share(place: Place, word: Word | None) -> TradeClaim | None:
    """A share that a partner has in a country's flow; one of its tea or of the trade of the two is none."""
    if word is None or wording.is_share_within(place.words, place.end, word):
        return None
    found = parties.of_share(place.words, place.start, word, place.pair, place.speaker.country)
    return _base(place, "share", word.what, found, wording.product(place.words, word))


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
        base=linking.base_year(place, period) if kind == "growth" else None,
        yearly=kind == "growth" and wording.is_yearly(place.words, place.end),
        product=product,
        speaker=place.speaker.name,
        sentence=place.sentence,
        date=place.date,
        assumed=tuple(filter(None, (found.assumed, _caution(kind, period, place.date)))),
    )


def _caution(kind: str, period: Period, date: str | None) -> str:
    """What was assumed of the period; a rank or share is checked by the latest year there is, as its reason says."""
    if kind in ("level", "growth", "share") and date and period.year == int(date[:4]):
        return f"{period.year} was not over when the article appeared"
    return "" if kind in ("rank", "share") else period.assumed
