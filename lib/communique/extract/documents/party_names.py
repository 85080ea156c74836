"""Names of parties: what of a phrase is the party's name, and whether it names a person or nobody."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice, pairwise

from communique.extract.documents import runs, titles
from communique.grammar import countries, lists, text as grammar
from communique.record import Party, Span

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_FIELDS = re.compile(r",\s[a-z]+(?:,|\sand)\s")
_ARTICLE = re.compile(r"(?:the|a|an|its|their|his|her)\s+", re.IGNORECASE)
_PLURAL_OWNER = re.compile(r"(?:[a-z]+\s+){0,2}(?:[a-z]+s['’]|countries|nations)\s+(?=[a-z])(?!of\b)")
_OWNER = re.compile(r"([A-Z][\w.-]*(?:\s[A-Z]\w*){0,2})['’]s?\s+(?=[A-Z]|[a-z-]+\s)")
# What an owner has, in small letters, before its name: "Lima's state water company | Sedal", no "port city of Aden".
_DESCRIBED = re.compile(r"(?:(?!(?:of|for|and|in|on)\b)[a-z-]+\s+){1,5}(?=[A-Z][\w-]*)")
# A description that opens a sentence: "State oil firm | Sedal", "Planemaker | Alfa".
_OPENING = re.compile(
    r"(?:(?:[A-Z][a-z-]+\s){1,2}(?:[a-z-]+\s){0,3}(?P<noun>[a-z-]+)|(?P<alone>[A-Z][a-z-]+))\s(?=[A-Z])"
)
_EXPLAINS = re.compile(r"(?:the|an?|its)\s+(?:[a-z-]+\s+){1,5}(?:of|for)\s")
_BOTH_THE = re.compile(r"^both\s+(?:the|of\s+the)\s+")
_COUNT = re.compile(r"^(?:both|two|three|four|visiting)\s+(?=heads\b)")
_GOVERNMENTS = re.compile(
    r"(?:the\s+)?(?:governments|peoples|cities|towns|municipalities|republics|states)\s+of\s+(?=.+\sand\s)",
    re.IGNORECASE | re.DOTALL,
)
# A bracket that explains: "(part of the Polyus group)"; one with an acronym or a longer form belongs to the name.
_ASIDE = re.compile(r"\s*\((?=[a-z])[^()]*\)?\Z")
_CAPITAL = re.compile(r"(?!The\b|THE\b)(?<!\w)[A-Z]")
_PRONOUNS = frozenset(["As", "They", "He", "She", "It", "We", "There", "Who"])
_PAIRS = {'"': '"', "”": "“", "»": "«"}


def listed(text: str, start: int, end: int, least: int) -> tuple[Party, ...]:
    """The parties named from `start` on, up to the preposition or verb that ends them; `least` are looked for."""
    limit = min(end, start + runs.REACH)
    stop = runs.run_end(text, start, limit)
    if represented := titles.INTERPOSED.match(text, stop, limit):
        first = listed(text, start, stop, 1)
        return first + listed(text, represented.end() + len(" and "), end, 1)
    plural = _GOVERNMENTS.match(text, start, stop)
    start = plural.end() if plural else start
    spans = lists.conjuncts(text, start, stop, least)
    if least == 1 and len(spans) == 2 and text[spans[0].end : spans[1].start] == ", ":
        spans = spans[:1]  # "with the Tea Survey, Ministry of Trade"
    if len(spans) > 2 and text[slice(*spans[0])].removeprefix("the ").islower() and text[spans[0].end] == ",":
        spans = spans[1:]  # "between the regulators, A and B"
    spans = _without_apposition(text, _without_counterpart(text, spans))
    return tuple(party for party in (_party(text, span) for span in spans) if party)


def _without_apposition(text: str, spans: list[Span]) -> list[Span]:
    """The spans without what explains one: "between A and B, the food arm of C", "A, a subsidiary of C, and B"."""
    if len(spans) < 3:
        return spans
    return [
        span
        for before, span in zip([None, *spans], spans, strict=False)
        if before is None or text[before.end : span.start].strip() != "," or not _EXPLAINS.match(text, *span)
    ]


def _without_counterpart(text: str, spans: list[Span]) -> list[Span]:
    """The spans without "its counterpart" where its name follows."""
    return [
        span
        for span in spans
        if span is spans[-1]
        or text[span.end] != ","
        or not text[slice(*span)].endswith(("counterpart", "counterparts"))
    ]


def all_of(text: str, start: int, end: int, people: Sequence[Span], least: int = 1) -> tuple[Party, ...]:
    """The parties that `text[start:end]` consists of; none where one of them is a person or nobody by name."""
    plural = _GOVERNMENTS.match(text, start, end)
    spans = lists.conjuncts(text, plural.end() if plural else start, end, least)
    joints = [text[one.end : other.start] for one, other in pairwise(spans)]
    if joints and not any(" and " in joint or " / " in joint for joint in joints):
        spans = spans[1:2] if _is_description(text, *spans[:2]) else spans[:1]  # "Alfa, the state operator,"
    first = next((place for place, span in enumerate(spans) if _CAPITAL.search(text, *span)), 0)
    if first > 1 and text[spans[first - 1].end] == ",":
        spans = spans[first:]  # "The country's trade and export agency, Alfa and Beta"
    described = len(spans) > 2 and text[spans[0].end] == ","
    plain = described and not re.search(r".[A-Z]", text[slice(*spans[0])])
    if described and (plain or _is_description(text, *spans[:2])):
        spans = spans[1:]  # "The two utilities, Alfa and Beta,"
    spans = _without_apposition(text, _without_counterpart(text, spans))
    found = tuple(_party(text, span) for span in spans)
    kept = tuple(party for party in found if party and not is_person(text, party, people))
    return kept if len(kept) == len(found) else ()


def _is_description(text: str, first: Span, second: Span) -> bool:
    """Whether a phrase only says what the name behind its comma is: "Alfa's rival, | Beta"."""
    said = text[slice(*first)].split()
    owned = said[0].lower() in ("the", "a", "an", "its") or said[0].endswith(("'s", "’s"))
    return len(said) > 1 and owned and all(word.islower() for word in said[1:]) and text[second.start].isupper()


def is_institution(party: Party) -> bool:
    """Whether the party's name has at least two words and ends with the noun of an institution."""
    found = _WORD.findall(party.name.lower())
    return len(found) > 1 and found[-1] in runs.sets()["institutions"]


def is_anybody(party: Party) -> bool:
    """Whether the party's name only says what it is: "Government", "US companies"."""
    last = party.name.split()[-1]
    return last.lower() == "government" or last in runs.sets()["nobody"]


def is_person(text: str, party: Party, people: Sequence[Span]) -> bool:
    """Whether the party is a person: it holds a person's name, or an office; `people` are the places of the names."""
    span = party.span or Span(0, 0)
    first = bisect_right(people, span.start, key=lambda place: place.end)
    if first < len(people) and people[first].start < span.end:
        return True
    found = [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(party.name.lower())]
    if set(found) <= runs.sets()["nobody"] and not party.name.isupper():
        return True
    for word in found:
        if word in runs.sets()["institutions"]:
            return False
        if word in runs.sets()["offices"]:
            return not (word in runs.sets()["crowned"] and runs.sets()["institutions"] & set(found))
    return False


def _party(text: str, span: Span) -> Party | None:
    """The party in the span as printed, without article and description; None for words that name nobody."""
    start, end = _clean(text, *span)
    name = grammar.collapse(text[start:end])
    if len(name) < 2 or not (name[0].isalpha() or any(map(str.isalpha, name))) or not _is_name(name):
        return None
    if name.isalpha() and name.islower() and _ARTICLE.match(text, max(0, start - 4)) and not _is_collective(name):
        return None  # "the session", but "flydubai"
    if name.isalpha() and name.islower() and _FIELDS.match(text, end):
        return None  # "by | energy |, mining and water minister Ana Sol"
    return Party(name=name, country=_country(name), span=Span(start, end))


def _is_name(name: str) -> bool:
    """Whether the words can name a party: no instrument, nobody's, and with a capital or an institution's noun."""
    plain, sets = _BOTH_THE.sub("", name.lower()), runs.sets()
    found = _WORD.findall(plain)
    nobody = (_COUNT.sub("", plain) if "heads" in plain else plain) in sets["nobody"] and not name.isupper()
    body = found[-1:] == ["cooperation"] and not sets["institutions"].isdisjoint(found)  # "Ministry of … Cooperation"
    if not found or nobody or (found[-1] in sets["papers"] and not body):
        return False
    if name.split(maxsplit=1)[0] in _PRONOUNS or plain in ("the", "a", "an"):
        return False  # "They printed notes and | signed"
    if found[0] in sets["months"] and all(map(str.isdigit, found[1:])):
        return False  # "by March 2025"
    return name != plain or len(found) == 1 or _is_collective(plain)


def _is_collective(name: str) -> bool:
    """Whether the words in small letters hold an institution's noun, or one for several: "interior ministries"."""
    found = _WORD.findall(name)
    return not runs.sets()["institutions"].isdisjoint(found) or not runs.sets()["collective"].isdisjoint(found[-2:])


def _clean(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without marks, article, owner and small description before the name."""
    end = _end(text, start, end)
    start += len(text[start:end]) - len(text[start:end].lstrip(' \n\t"“«'))
    for pattern in (_ARTICLE, _PLURAL_OWNER):
        match = pattern.match(text, start, end)
        start = match.end() if match else start
    owned = text.find("'", start, end) >= 0 or text.find("’", start, end) >= 0
    owner = _OWNER.match(text, start, end) if owned else None
    if owner and (countries.code_of(owner[1]) or _DESCRIBED.match(text, owner.end(), end)):
        start = owner.end()
    return _name_start(text, start, end), end


def _end(text: str, start: int, end: int) -> int:
    """The end without marks, full stop and explaining bracket."""
    while end > start:
        near, last = max(start, end - 120), text[end - 1]
        aside = _ASIDE.search(text, near, end) if text.find("(", near, end) >= 0 else None
        if last in _PAIRS and _PAIRS[last] in text[start : end - 1]:
            break  # the name's own quotation marks: Agency "Beta"
        if aside:
            end = aside.start()
        elif (
            text[end - 1].isspace()
            or text[end - 1] in ',;:"”“»«'
            or (text[end - 1] == "." and not _abbreviated(text, start, end))
        ):
            end -= 1
        else:
            break
    return end


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Whether the full stop at the end belongs to a legal form or initials: "Co.", "S.p.A.", "D.C."."""
    last = text[max(start, end - 12) : end].split()[-1:]
    return bool(last) and (last[0] in runs.sets()["legal"] or bool(re.fullmatch(r"(?:[A-Za-z]\.){2,}", last[0])))


def _name_start(text: str, start: int, end: int) -> int:
    """Where the name begins behind a description: "the state water company | Miyah", "US firm | Boeing"."""
    opening = _OPENING.match(text, start, end)
    if opening and (opening["noun"] or opening["alone"].lower()) in runs.sets()["collective"]:
        return opening.end()
    tokens = list(islice(runs.TOKEN.finditer(text, start, end), 8))
    said = [token.group() for token in tokens]
    found = start
    for number, word in enumerate(said[:-1]):
        small = word.islower() and word not in runs.sets()["inner"] and said[number + 1] != said[number + 1].lower()
        if small and (_describes(said[:number]) or (number == 1 and word in runs.sets()["collective"])):
            found = tokens[number + 1].start()
    return found


def _describes(said: list[str]) -> bool:
    """Whether the words are a description and no name: in small letters, or a country ("Peru's state-run")."""
    if len(said) == 2 and countries.code_of(" ".join(said)):
        return True  # "Saudi Arabian | lessor"
    return runs.sets()["inner"].isdisjoint(said) and all(
        word[0].islower() or word.endswith(("'s", "’s")) or countries.code_of(word) or (place and word.isupper())
        for place, word in enumerate(said)
    )


def _country(name: str) -> str | None:
    """The country the name is, or says: "Bank of Mauritius", "Italian Trade Agency"."""
    whole = countries.code_of(name)
    codes = set() if whole else {mention.code for mention in countries.find(name)}
    return whole or (codes.pop() if len(codes) == 1 else None)
