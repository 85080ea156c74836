"""Names of documents: where the name ends that an instrument phrase begins, and what it says."""

import re
from functools import cache

from communique import words
from communique.extract.documents import bare, behind, governors, trimming
from communique.extract.documents.phrases import Phrase
from communique.grammar import countries, dates, text as grammar
from communique.record import Span

# The longest name, in characters.
_LONGEST = 600
# Most of what separates two names is no longer than this, so that it is looked for there first.
_MOSTLY = 12
_GAP = re.compile(r"(?P<before>[\w.()]+)(?:(?P<dash>\s+[–—-]\s+)|(?P<comma>,\s+)|\s+)(?:a|an)\s+\Z")
_ARTICLE = re.compile(r"\san?\s+\Z")
_BOUNDARY = re.compile(r"[,;]\s+(?:and\s+|whil(?:e|st)\s+)?|\s+(?:and|whil(?:e|st))\s+")
_FINITE = re.compile(r",?\s+(?:was|were|is|are|has|have|had|will|would|should|may|might|can|could|must|does|did)\b")
# What ends the clause of a party: a finite verb that has no "who" before it.
_VERB = re.compile(
    r"(?:,\s+|(?<=[^,]\s))(?:was|were|is|are|has|have|will|would|should|may|can|could|must|provides?|sets?|covers?|deals?|"
    r"aims?|outlines?|defines?|stipulates?|regulates?|contains?|lays|paves|seeks?|supports?|strengthens|formali[sz]es|envisages?|concern(?:s|ed)?|covered|focused|dealt|calls?|makes?|allows?|opens?|commits?|obliges?|gives?|creates?|establishes|foresees)\b"
)
# "the “Loan Agreement” | for mills", but "the “Loan Agreement” and Ana Sol signed"
_QUOTED_ON = re.compile(r".\s+(?:on|for|between|with|of|to|in|among|concerning|regarding|under\s+which)\s")
_CLOSED_BY = {"“": "”", "«": "»", '"': '"', "'": "'", "‘": "’"}
_DASH = re.compile(r"\s[–—-]\s(?P<after>[A-Z][\w’'-]+)(?=(?P<nouns>(?:\s[A-Za-z]+){0,2}))")
_WAYS = frozenset(
    ("railroad", "railway", "road", "highway", "line", "border", "corridor", "pipeline", "route", "bridge", "motorway")
)
_SEAT = re.compile(r",\s+(?P<country>[A-Z][^,()]{2,30})\Z")
_SIGNER = re.compile(r",?\s+and\s+the\s+[^,;]{3,60}\Z")
# "contract, | won by Alfa, | to supply …"
_ASIDE = re.compile(r",\s+[a-z]+\s+(?:by|to|with|between)\s+[^,;.]{2,90},\s+(?=(?:to|for|on|under\s+which)\s)")
# "between the ministry, | represented by Ana Sol, | and the board", "… | on one side | and …"
INTERPOSED = re.compile(
    r"(?:,\s+(?:duly\s+)?(?:represented|led|headed)\s+by\s+[^,;()]{2,80},|,?\s*\bon\s+(?:the\s+)?one\s+(?:side|hand|part),?)"
    r"(?=\s+and\s)"
)
_BETWEEN = re.compile(r"\s(?:between|signed|with)\s")
_TOWN = re.compile(r"\s+in\s+(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s*\Z")
_TO_YEAR = re.compile(r"\s[–—-]{1,2}\s(?:19|20)\d\d\b")
_BY_WHOM = re.compile(r"\s+by\s+(?:the\s+)?[A-Z]")


def title_end(text: str, phrase: Phrase, limit: int) -> int:
    """Where the document's name ends: before a clause, an adjunct, or an explanation, at `limit` at the latest."""
    limit = min(limit, phrase.end + _LONGEST)
    start = behind.told(text, phrase, limit) or phrase.end
    aside = _ASIDE.match(text, start, limit)
    by = None if aside else behind.concluded(text, phrase, limit)
    if by is not None:
        return trimming.trim(text, phrase.end, _close(text, by, limit))
    alone = None if aside else bare.end(text, phrase, limit)
    if alone is not None:
        return alone
    start = aside.end() if aside else start
    closing = _closing_mark(text, phrase, limit)
    if closing == phrase.end and not _QUOTED_ON.match(text, closing, limit):
        return closing
    limit = closing if closing is not None and closing > start else limit
    stop = _stop().search(text, start, limit)
    while stop and (inside := INTERPOSED.match(text, stop.start(), limit) or _dash_inside(text, stop.start(), limit)):
        stop = _stop().search(text, inside.end(), limit)
    end = stop.start() if stop else limit
    if stop and _FINITE.match(text, stop.start()) and not _is_signed().match(text, stop.start(), limit):
        end = _before_subject(text, start, end)
    end = _before_clause(text, start, _before_signer(text, start, end, limit), limit)
    signers = _BY_WHOM.search(text, start, end) if start > phrase.end and not aside else None
    end = trimming.trim(text, start, signers.start() if signers else _before_place(text, start, end))
    return start if _is_place(text, start, end) else end


def _before_place(text: str, start: int, end: int) -> int:
    """The end moved before the town of a signing that a day follows: "MoU on rail | in Lome | on Monday"."""
    town = _TOWN.search(text, max(start, end - 40), end) if _dated().match(text, end) else None
    country = town and any(one.form == "name" for one in countries.find(town["place"]))
    return town.start() if town and not country else end


def _dash_inside(text: str, start: int, limit: int) -> re.Match[str] | None:
    """The dash that joins two years, countries or places: "for 2025 - 2027", "Chadian – Togolese border"."""
    if text[max(0, start - 2) : start].isdigit() and (years := _TO_YEAR.match(text, start, limit)):
        return years
    dash = _DASH.match(text, start, limit)
    before = text[max(0, start - 24) : start].split()[-1:] if dash else []
    if dash is None or not before or not before[0][0].isupper():
        return None
    states = countries.code_of(before[0]) and countries.code_of(dash["after"])
    return dash if states or not _WAYS.isdisjoint(dash["nouns"].lower().split()) else None


def _is_place(text: str, start: int, end: int) -> bool:
    """Whether behind an instrument stands only where and when it was signed: "agreement | in Bali November 18"."""
    place = _where().fullmatch(text, start, end)
    return place is not None and bool(place["day"] or countries.code_of(grammar.collapse(place["place"])))


def _close(text: str, start: int, limit: int) -> int:
    """Where the parties end that begin there: before a finite verb, its comma, or an adjunct."""
    verb = _VERB.search(text, start, limit)
    end = verb.start() if verb else limit
    stop = _stop().search(text, start, end)
    comma = text.rfind(",", start, end)
    after = text[comma + 1 : end].strip()
    aside = (
        comma > 0
        and not after[:1].isupper()
        and not after.startswith("and ")
        and (" and " not in after or after.startswith(("a ", "an ")))
    )
    return min(end, stop.start() if stop and not verb else end, comma if aside else end)


def separated(text: str, end: int, start: int) -> bool:
    """Whether `text[end:start]`, the words between two instrument phrases, closes the first name before the second."""
    near, search = max(end, start - 60), _separator().search
    return bool(search(text, max(near, start - _MOSTLY), start) or search(text, near, start))


def gap(text: str, end: int, start: int) -> Span | None:
    """The parties before an instrument whose verb is left out: "…, and the ministry | a letter", "A and B – a pact"."""
    begin = max(end, start - 60)
    if not _ARTICLE.search(text, max(end, start - 5), start):
        return None
    rest = text[begin:start].rsplit(maxsplit=3)  # a word, perhaps a dash, and the article
    match = _GAP.search(text, begin + len(rest[0]) if len(rest) > 3 else begin, start)
    if not match:
        return None
    dash, before = match["dash"], match["before"]
    if match["comma"]:
        semicolon = text.rfind(";", max(end, start - 160), start)
        named = semicolon >= 0 and " and " in text[semicolon : match.start("comma")]
        return Span(semicolon + 1, match.end("before")) if named else None
    if not dash and not (before[0].isupper() or before.lower() in _institutions()):
        return None
    comma = _BOUNDARY.search(text, end, match.start("before"))
    return Span(comma.end(), match.end("before")) if comma else None


def _closing_mark(text: str, phrase: Phrase, limit: int) -> int | None:
    """Where the quotation ends that opens right before the phrase; None where none does."""
    closing = _CLOSED_BY.get(text[phrase.start - 1 : phrase.start])
    if closing is None:
        return None
    place = text.find(closing, phrase.end, limit)
    while closing in "'’" and 0 <= place < limit - 1 and text[place + 1].isalnum():
        place = text.find(closing, place + 1, limit)  # an apostrophe
    return place if place >= 0 else None


def _before_signer(text: str, start: int, end: int, limit: int) -> int:
    """The end moved before the subject of another verb of signing: "a communiqué | and the banks signed a contract"."""
    signer = _SIGNER.search(text, max(start, end - 70), end) if _signs().match(text, end, limit) else None
    return end if signer is None or _BETWEEN.search(text, start, end) else signer.start()


def _before_subject(text: str, start: int, end: int) -> int:
    """The end moved before the subject of a finite verb that stands there: "…, | troops | will stay"."""
    comma = text.rfind(", ", start, end)
    subject = text[comma:end]
    return end if comma < 0 or subject[2:].isdigit() or " and " in subject or " or " in subject else comma


def _before_clause(text: str, start: int, end: int, limit: int) -> int:
    """The end moved before a comma or an "and" behind which no name goes on."""
    turns = text.find(",", start, end) >= 0 or text.find("and", start, end) >= 0
    for match in _turn().finditer(text, start, end) if turns else ():
        place, reach = match.end(), min(limit, match.end() + 90)
        if _is_seat(text, start, match.start()):
            continue
        if match["and"] or _after_comma().match(text, place, reach) or _reporting().match(text, place, reach):
            return match.start()
    return end


def _is_seat(text: str, start: int, comma: int) -> bool:
    """Whether the comma closes a country set off behind a name: "the Tea Board, Kenya, on research"."""
    seat = _SEAT.search(text, max(start, comma - 34), comma)
    return seat is not None and countries.code_of(seat["country"]) is not None


@cache
def _institutions() -> frozenset[str]:
    return frozenset(words.table("documents")["parties"]["institutions"])


@cache
def _is_signed() -> re.Pattern[str]:
    return re.compile(
        rf",?\s+(?:was|were|is|(?:has|have|had|will|would)(?:\s+be(?:en)?)?)\s+(?:\w+\s+){{0,2}}{governors.signed()}\b"
    )


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:(?:has|have|had|also)\s+){{0,2}}{governors.signed()}\s+(?:an?|the|two|three|several)\s")


@cache
def _where() -> re.Pattern[str]:
    day = rf"(?P<day>,?\s+(?:on\s+)?(?:{dates.month()}\s+\d{{1,2}}|\d{{1,2}}\s+{dates.month()}))?"
    return re.compile(rf"\s+in\s+(?P<place>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,2}}){day}")


@cache
def _dated() -> re.Pattern[str]:
    day = words.alternation(dates.weekdays())
    month = dates.month()
    return re.compile(rf",?\s*(?:(?:on\s+)?(?:{day}|{month}\s+\d|\d{{1,2}}\s+{month})|yesterday|today)\b")


@cache
def _stop() -> re.Pattern[str]:
    stops = words.alternation(words.table("documents")["title"]["stops"])
    month = dates.month()
    weekday = rf"{words.alternation(dates.weekdays())}\b(?!\s+[A-Z])"
    month_in = rf"in\s+(?:early\s+|late\s+|mid-)?{month}\b"
    dated = rf"(?:from|of)\s+(?:{month}\s+\d{{1,2}},\s+\d{{4}}|\d{{1,2}}\s+{month}\s+\d{{4}})\b(?=[,.;]|\Z)"
    by = rf"by\s+(?:early\s+|late\s+)?{month}\b"
    day = rf"{weekday}|{by}|on\s+(?:\w{{3,6}}day\b|(?:\d{{1,2}}\s+)?{month}\b)|{month_in}|{dated}"
    dash = r"[–—-]{1,2}\s|\s*—|(?<=\n)\s*\n"
    speech = r"[“\"][A-Z][^”\"]{40,80}"
    people = words.alternation(words.table("documents")["title"]["signatories"])
    agent = rf"by\s+(?:the|their|both|two)\s+(?:[\w'’-]+\s+){{0,4}}{people}\b"
    agent = rf"(?:{agent}|by\s+(?:[A-Z][\w’'-]*\s+){{0,4}}(?:Minister|Secretary|Ambassador|Governor)\b)"
    adjunct = rf"[\"“]?(?:{stops}\b|{agent}|{day}|as(?!\s+well)\b)"
    names = r"(?<=:)\s+(?=[A-Z][^.;:\n]{2,120}\s(?:and|with|/)\s(?:the\s)?[A-Z][^.;:\n]{2,100}\.?\Z)"
    sentence = r"(?<=:)\s+(?:The|Its?|This|These|They|Under|We)\s"
    return re.compile(
        rf"[;,\s—:](?:(?<=[;—\t])|{sentence}|{names}|(?<=,)\s+{adjunct}|(?<=\s)(?:{dash}|\s*{adjunct}|{speech}))"
    )


@cache
def _turn() -> re.Pattern[str]:
    verbs = words.alternation(words.table("documents")["title"]["after_and"])
    finite = r"(?<=,\s)and\s+an?\b|and\s+[a-z]+ed\s+(?:the|a|an|that|their|its|his|her|several|three|two|four|five)\b"
    finite_verb = rf"(?:[a-z]{{2,}}ed|{governors.signed()}|will|would|has|have|also)\b"
    clause = rf"and\s+(?:the\s+)?(?:(?:[A-Z][\w.'’-]*|of|for)\s+){{1,6}}{finite_verb}"
    numbers = words.alternation(words.table("documents")["numbers"])
    more = (
        rf"and\s+(?:(?:{numbers}|\d{{1,3}})\s+(?:other|more|further|additional)\b"
        r"|a\s+(?:number|series|range|package|raft|set|host|variety)\s+of\b)"
    )
    return re.compile(
        rf"[,\s](?:(?:(?<=,)\s+|(?<=\s)\s*)(?P<and>and\s+{verbs}\b|{more}|{finite}|(?<=,\s){clause})|(?<=,)\s*)"
    )


@cache
def _after_comma() -> re.Pattern[str]:
    listed = words.alternation(words.table("documents")["title"]["after_comma"])
    doing = r"[a-z]{3,}ing\s+(?:the|an?|its|their|[A-Z][\w-]*['’]s)\s"  # ", boosting its trade"
    return re.compile(rf"{listed}\b(?!\s*$)|{doing}")


@cache
def _reporting() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[\w.()’'-]+,?\s+){{0,9}}{words.alternation(words.table('documents')['title']['reporting'])}\b"
    )


@cache
def _separator() -> re.Pattern[str]:
    table = words.table("documents")
    articles = words.alternation([*table["articles"], *table["numbers"], "another"])
    verbs = words.alternation([form for verb in table["verb"] for form in (*verb["past"], *verb["base"])])
    mark = r"[,;:•–—]|\s-"
    coin = r"(?!(?<=illion\s)won\b)(?!(?<=bn\s)won\b)"
    led = r"covering(?=\s+an?\s)"
    word = rf"{coin}\b(?:and|or|plus|besides|while|whilst|are|is|were|was|including|being|namely|also|{led}|{verbs})"
    words_joined = r"\b(?:as\s+well\s+as|along\s+with|together\s+with|followed\s+by|in\s+addition\s+to)"
    also = r"(?:(?:and|also|then|finally|lastly|of|by|to)\s+){0,2}"
    number = r"(?:\(?(?:[ivx]{1,4}|\d{1,2}|[a-h])[.)]\s*)?"
    joint = rf"(?:{mark}|{word}|{words_joined})\s*{also}{number}"
    return re.compile(rf"{joint}(?:{articles}\s+)?[\"“«`'‘]?\Z", re.IGNORECASE)
