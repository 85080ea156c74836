"""Which two countries meet, who hosts, and what kind of meeting it is."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from communique import words
from communique.extract.meetings import visit_type
from communique.grammar import countries, text as grammar
from communique.record import Article, Event, Span

# A pair of countries in one breath: "between A and B", "A-B relations", "A, B widen partnership".
_LINK = re.compile(r"(?:'s|’s)?\s*(?:,|and|&|with|[-–—/]|to)\s*(?:the\s+)?")
# The list goes on: ", Fiji", ", and Fiji".
_LISTED = re.compile(r",\s+(?:and\s+)?(?:the\s+)?[A-Z]")
# "Secretary Eva " before a surname, and what only a person does behind one.
_GIVEN = re.compile(
    r"\b(?:Minister|Secretary|President|Ambassador|Senator|Chairman|Director|Mr\.?|Ms\.?|Mrs\.?|Dr\.?)\s(?:[A-Z][\w.-]+\s)?\Z"
)
_SPEAKING = re.compile(r",?\s(?:who|said|says|told|added|stated|noted|explained)\b")
_PLURALS = r"(?:presidents|premiers|(?:prime\s|foreign\s)?ministers|leaders|governments|delegations|chancellors)"
_SEVERAL = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?{_PLURALS}\b")
_SEVERAL_BEFORE = re.compile(rf"\b{_PLURALS}\s+of\s+(?:the\s+)?\Z")
_NEAR = 40


def find(article: Article) -> Event:
    """The sides (ISO 3166 alpha-3, host first) and the type of visit, `commission` or `forum`; None where not said.

    >>> from communique.article import from_text
    >>> find(from_text("The Finnish President is on a state visit to Latvia.")).countries
    ('LVA', 'FIN')
    """
    mentions = [mention for mention in countries.find(article.text) if _in_story(article, mention)]
    surnames = {article.text[one.start : one.end] for one in mentions if _is_surname(article.text, one)}
    if surnames:
        mentions = [one for one in mentions if article.text[one.start : one.end] not in surnames]
    scores = _scores(article, mentions)
    ranked = sorted(scores, key=lambda code: -scores[code])  # of two as likely, the one named first
    # One country and a union or a bank: of several that are hardly named, none is a side.
    lone = len(ranked) > 2 and scores[ranked[1]] == scores[ranked[2]] <= 1.0
    sides = ranked[: 1 if lone else 2]
    visit, rule = visit_type(article)
    return Event(countries=_host_first(article, mentions, sides), visit_type=visit, rule=rule)


def _in_story(article: Article, mention: countries.Mention) -> bool:
    return grammar.holding(article.paragraphs, mention.start) is not None


def _is_surname(text: str, mention: countries.Mention) -> bool:
    """Whether the name of a capital is a person's here: "Chief Secretary Orville London said"."""
    if mention.form != "capital" or not _SPEAKING.match(text, mention.end):
        return False
    return _GIVEN.search(text, max(0, mention.start - 60), mention.start) is not None


def _scores(article: Article, mentions: list[countries.Mention]) -> dict[str, float]:
    """How much each country is a side: every mention counts, more so early, beside an office, or in a pair."""
    scores: defaultdict[str, float] = defaultdict(float)
    early = _early(article)
    counted: set[tuple[str, Span | None]] = set()
    ranked: set[tuple[str, Span | None]] = set()
    for mention in mentions:
        once = (mention.code, grammar.holding(article.sentences, mention.start))
        window, near = _before(article.text, mention)
        if _is_talked_of(window, near):
            continue
        weight = 0.0 if once in counted else 2.0 if mention.start < early else 1.0
        office = 0.0 if once in ranked else _office(article.text, mention, window)
        scores[mention.code] += weight + office + _visited(window, near)
        counted.add(once)
        ranked |= {once} if office else set()
    filed = countries.code_of(article.dateline.rpartition(", ")[2]) if article.dateline else None
    if filed and filed in scores:
        scores[filed] += 3.0
    for pair, bonus in _pairs(article.text, mentions, early).items():
        for code in pair:
            scores[code] += bonus
    return scores


def _pairs(text: str, mentions: list[countries.Mention], early: int) -> dict[frozenset[str], float]:
    """The pairs of countries named in one breath, each once: 3 in the lead, 1.5 later; 3 more with their leaders.

    Of more than two in a row, as in "Fiji, Tonga and Samoa", none is a pair.
    """
    pairs: dict[frozenset[str], float] = {}
    for row in _rows(text, mentions):
        codes = frozenset(mention.code for mention in row)
        if len(codes) == 2:
            lead = row[-1].start < early
            pairs.setdefault(codes, (3.0 if lead else 1.5) + 3.0 * (lead and _meet(text, row)))
    return pairs


def _rows(text: str, mentions: list[countries.Mention]) -> Iterator[list[countries.Mention]]:
    """The mentions that follow one another with a comma, a dash or "and" between, those that stand alone left out."""
    row = mentions[:1]
    for mention in mentions[1:]:
        if _linked(text, row[-1], mention):
            row.append(mention)
            continue
        if len(row) > 1:
            yield row
        row = [mention]
    if len(row) > 1:
        yield row


def _meet(text: str, row: list[countries.Mention]) -> bool:
    """Whether several in office are of the pair: "the ministers of Chad and Fiji", "Chadian and Fijian leaders"."""
    ahead = _SEVERAL_BEFORE.search(text, max(0, row[0].start - _NEAR), row[0].start)
    return ahead is not None or _SEVERAL.match(text, row[-1].end) is not None


def _early(article: Article) -> int:
    """Where the third paragraph ends: headline and lead stand before it."""
    return article.paragraphs[min(2, len(article.paragraphs) - 1)].end if article.paragraphs else 0


def _office(text: str, mention: countries.Mention, window: str) -> float:
    """3 where an office stands beside the country: "Italian Prime Minister", "President of Brazil"."""
    led = ("of" in window or "for" in window) and _office_before().search(window)
    return 3.0 if led or _office_after().match(text, mention.end) else 0.0


def _is_talked_of(window: str, near: list[str]) -> bool:
    """Whether a country is only what others speak of: "the war in Mali", "they spoke of Mali"."""
    return not _last_of_topics().isdisjoint(near) and _topics().search(window) is not None


def _visited(window: str, near: list[str]) -> float:
    """3 where the visit goes to the country behind the words of the window, the last two of which are near."""
    return 3.0 if not _last_words().isdisjoint(near) and _host_words().search(window) else 0.0


def _before(text: str, mention: countries.Mention) -> tuple[str, list[str]]:
    """What stands before a country, and the last two words of it; the last but one is told before "the"."""
    window = text[max(0, mention.start - _NEAR) : mention.start]
    return window, window.lower().rsplit(maxsplit=2)[-2:]


def _linked(text: str, left: countries.Mention, right: countries.Mention) -> bool:
    gap = text[left.end : right.start]
    if len(gap) > 12 or _LINK.fullmatch(gap) is None or text[right.end : right.end + 1] != ",":
        return len(gap) <= 12 and _LINK.fullmatch(gap) is not None
    return _LISTED.match(text, right.end) is None


def _host_first(article: Article, mentions: list[countries.Mention], sides: list[str]) -> tuple[str, ...]:
    """The sides with the host before the guest: where the visit goes, else where the story is filed from."""
    votes = dict.fromkeys(sides, 0.0)
    early = _early(article)
    for mention in mentions:
        if mention.code in votes and mention.start < early:
            votes[mention.code] += _visited(*_before(article.text, mention)) + (mention.form == "capital")
    filed = countries.code_of(article.dateline or "")
    if filed in votes:
        votes[filed] += 1.5
    return tuple(sorted(sides, key=lambda code: (-votes[code], sides.index(code))))


@cache
def _office_after() -> re.Pattern[str]:
    offices = words.alternation(words.table("event")["offices"]["names"])
    return re.compile(rf"(?:['’]s)?\s+(?:[A-Z][\w-]+\s+){{0,2}}?{offices}\b")


@cache
def _office_before() -> re.Pattern[str]:
    offices = words.alternation(words.table("event")["offices"]["names"])
    return re.compile(rf"{offices}\s+(?:\S+\s+){{0,2}}?(?:of|for)\s+(?:the\s+)?(?:Republic\s+of\s+)?\Z")


@cache
def _topics() -> re.Pattern[str]:
    return re.compile(rf"\b{words.alternation(words.table('event')['topics']['before'])}\s+(?:the\s+)?\Z")


@cache
def _last_of_topics() -> frozenset[str]:
    """What the words before a country that is a topic end in."""
    return frozenset(phrase.split()[-1] for phrase in words.table("event")["topics"]["before"])


@cache
def _last_words() -> frozenset[str]:
    """What the words before a host end in."""
    return frozenset(phrase.split()[-1] for phrase in words.table("event")["host"]["before"])


@cache
def _host_words() -> re.Pattern[str]:
    return re.compile(rf"\b{words.alternation(words.table('event')['host']['before'])}\s+(?:the\s+)?\Z")
