"""Which two countries meet, who hosts, and what kind of meeting it is."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from communique import words
from communique.grammar import concordance, countries, text as grammar
from communique.grammar.concordance import Opened
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
# "on the sidelines of the Doha Capital Forum"
_BESIDE_FORUM = re.compile(
    r"\b(?:sidelines?|margins?|fringes?)\s+of\s+(?:the\s+|this\s+year['’]s\s+)?(?:(?:[A-Z\d][\w.’'-]*|of|for|on|and|the)\s+){1,8}?Forum\b"
)
# "The 3rd meeting of the … Intergovernmental Commission followed".
_SESSION = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|inaugural|regular)"
    r"\s+(?:meeting|session|sitting|round)\s+of\s+(?:the\s+)?(?:[A-Z][\w–-]*\s+|and\s+|of\s+){0,8}\Z"
)
_HELD = re.compile(
    r"\b(?:followed|(?:was|were|been|being)\s+(?:also\s+)?held|took\s+place|(?:was|were)\s+convened|concluded|met)\b"
)
# "The Joint Commission | met in Lome"
_MET = re.compile(r"\s+(?:met|convened|sat|held\s+its)\b")
# "agreed on a Joint Commission", "the establishment of the Joint Commission".
_SET_UP = re.compile(
    r"\b(?:establish\w*|set(?:ting)?\s+up|creat\w+|agreed\s+(?:on|to)|form(?:ing|ation|ed)?|launch\w*)\s+(?:of\s+)?(?:an?|the)\s+(?:[\w–-]+\s+){0,3}\Z"
)
_MEETS = re.compile(r"\b(?:meetings?|sessions?|sitting|round|met|meets|held|conven\w+|chair\w*|co-chair\w*)\b")
_PLURALS = r"(?:presidents|premiers|(?:prime\s|foreign\s)?ministers|leaders|governments|delegations|chancellors)"
_SEVERAL = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?{_PLURALS}\b")
_SEVERAL_BEFORE = re.compile(rf"\b{_PLURALS}\s+of\s+(?:the\s+)?\Z")
_NEAR = 40
_OFTEN = 3


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


def visit_type(article: Article) -> tuple[str | None, str]:
    """The type of the meeting and the rule that says so: the first visit that is no other one, else the meeting."""
    for match in _visits().finditer(article.text):
        if not _is_other(article, match):
            return _visit_table()[grammar.collapse(match["kind"].lower())], "visit named"
    # Headline, by-line and date stand before the lead; only paragraphs of some length are the story.
    lead = [span for span in article.paragraphs[:10] if span.end - span.start >= 80][:3]
    for start, end in lead or article.paragraphs[:3]:
        meeting = next((m for m in _meetings().finditer(article.text, start, end) if _sits(article.text, m)), None)
        if meeting:
            return _meeting_table()[grammar.collapse(meeting.group().lower())], "meeting named in the lead"
        if _BESIDE_FORUM.search(article.text, start, end):
            return "forum", "on the sidelines of a forum"
    return _sitting(article) or _returning(article)


def _sits(text: str, meeting: re.Match[str]) -> bool:
    """Whether a body of this name meets: one that is only set up does not, of some the words around have to say so."""
    before = text[max(0, meeting.start() - 90) : meeting.start()]
    if _SET_UP.search(before):
        return False
    lasting = grammar.collapse(meeting.group().lower()) in words.table("event")["bodies"]["names"]
    return not lasting or bool(_MEETS.search(before) or _MEETS.search(text, meeting.end(), meeting.end() + 90))


def _sitting(article: Article) -> tuple[str, str] | None:
    """The commission that the story says met, or whose numbered session was held."""
    for meeting in _meetings().finditer(article.text):
        kind = _meeting_table()[grammar.collapse(meeting.group().lower())]
        before = article.text[max(0, meeting.start() - 90) : meeting.start()]
        sentence = grammar.holding(article.sentences, meeting.start())
        held = sentence and _HELD.search(article.text, meeting.end(), sentence.end)
        met = _MET.match(article.text, meeting.end())
        if kind == "commission" and (met or (held and _SESSION.search(before))):
            return kind, "session held"
    return None


def _returning(article: Article) -> tuple[str | None, str]:
    """The kind of the meeting that the story comes back to in three paragraphs or more."""
    places: defaultdict[str, set[Span | None]] = defaultdict(set)
    for meeting in _meetings().finditer(article.text):
        kind = _meeting_table()[grammar.collapse(meeting.group().lower())]
        places[kind].add(grammar.holding(article.paragraphs, meeting.start()))
    often = [kind for kind, where in places.items() if len(where) >= _OFTEN]
    return (often[0], "meeting named again and again") if often else (None, "")


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


def _is_other(article: Article, match: re.Match[str]) -> bool:
    """Whether the visit is another than the one reported: an invitation, a return visit, one long past."""
    sentence = grammar.holding(article.sentences, match.start()) or Span(max(0, match.start() - 80), match.end())
    before = article.text[max(sentence.start, match.start() - 80) : match.start()]
    return _other().search(before) is not None


@cache
def _visit_table() -> dict[str, str]:
    return {phrase: kind for kind, phrases in words.table("event")["visits"].items() for phrase in phrases}


@cache
def _meeting_table() -> dict[str, str]:
    return {phrase: kind for kind, phrases in words.table("event")["meetings"].items() for phrase in phrases}


@cache
def _visits() -> Opened:
    kinds = words.alternation(_visit_table())
    pattern = rf"\b(?P<kind>{kinds})\s+(?:\w+\s+){{0,2}}?(?:visits?|trip)\b"
    return Opened(re.compile(pattern, re.IGNORECASE), concordance.openings(_visit_table()))


@cache
def _meetings() -> Opened:
    # But "Economic Commission for Africa".
    africa = r"(?!(?<=economic commission)\s+(?-i:for\s+(?:Africa|Europe|Asia|Latin|Western|the)))"
    pattern = rf"\b{words.alternation(_meeting_table())}\b{africa}"
    return Opened(re.compile(pattern, re.IGNORECASE), concordance.openings(_meeting_table()))


@cache
def _other() -> re.Pattern[str]:
    earlier = words.alternation(words.table("event")["other_visit"]["before"])
    return re.compile(rf"\b{earlier}\b(?!\s+(?:day|night|evening|afternoon|morning|week)\b)", re.IGNORECASE)


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
