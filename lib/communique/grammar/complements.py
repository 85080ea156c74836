"""What an office is of: "of Trade and Industry", "of the Bank of Chad", and where the holder's name begins after it.

Words and word numbers are those of `names.read`.
"""

from collections.abc import Mapping
from itertools import takewhile

from communique import words as tables
from communique.grammar import countries
from communique.grammar.names import DAYS, PARTICLES, Words, given
from communique.grammar.offices import (
    ADDRESS,
    BEFORE,
    FORMS,
    INITIALS,
    INSTITUTIONS,
    OFFICES,
    PORTFOLIO,
    SPEECH,
    noun_of,
)

_LINKS = tables.table("titles")["links"]
_ADJECTIVES = frozenset(_LINKS["adjectives"])
_LINKING = frozenset({"of", "the", "for", "its", "our", "de", "del", "do", "da"})
_EDGE = _LINKING | {"and", "&", "at", "to", "in", "on"}
_OWNERS = frozenset(_LINKS["owners"])
_BRACKET = frozenset(_LINKS["bracket"])
_IN_MINISTRIES = frozenset(
    {"minister", "secretary", "director", "adviser", "advisor", "official", "officer", "undersecretary"}
)
_ADVISING = frozenset({"adviser", "advisor", "aide", "expert", "rapporteur", "negotiator", "ombudsman"})
_PRONOUNS = frozenset({"his", "her", "their"})
_PLACES = frozenset((place,) for place in _LINKS["within"])
_CONTENT = frozenset(_LINKS["content"])
_LEGAL = frozenset(form.lower().rstrip(".") for form in FORMS)
_COMPANIES = _LEGAL | {"company", "corporation", "group", "holding"}
_LONGEST = 18
# Fields set in capitals among small ones too: "minister of foreign affairs and European integration".
_ALWAYS_CAPITAL = frozenset({"european", "african", "asian", "arab", "islamic", "christian"})


def extend(words: Words, i: int, lands: Mapping[int, str], lone: frozenset[str]) -> tuple[int, int | None]:
    """Where the title ends that may go on at word i ("of Trade of Chad Eva Ros"), and where a name in it begins."""
    if not _goes_on_at(words, i):
        return i, None
    j, content, trail, owner, strange = i + 1, i, -1, -1, False
    while j < len(words.text) and j - i < _LONGEST and (words.joined[j] or _leads_on(words, i, j, lands)):
        kind = _kind_at(words, i, j, lands, trail >= 0)
        if kind == "address":
            return _trim(words, i, j - (words.key[j - 1] in _PRONOUNS or words.gap(j - 1) == " (")), j
        if kind == "end":
            break
        if kind == "content":
            strange, content, trail = strange or trail >= 0, j + 1, -1
        elif kind != "inner":
            trail = -1 if kind == "link" else j if trail < 0 else trail
        j += 1
        if _owned(words, j, lands):
            content, trail, owner = j, -1, j
        elif words.possessive(j - 1):
            if trail < 0:
                return i, None
            break  # the possessive is the holder's: "Sultan of Oman Eva Ros's visit"
    j -= words.gap(j - 1) == " ("  # an acronym at the end is no part of the title
    # "president of Boeing Commercial Airplanes": behind a name, one word more is no person's.
    if j == owner or (strange and trail == content and j - trail == 1):
        return (i if j == owner else j), None
    return _split(words, (i, min(content, j), trail, j), lands, lone)


def _goes_on_at(words: Words, i: int) -> bool:
    """Whether a title goes on at word i, a preposition: "of Trade", "in the Ministry of Trade"."""
    behind = i + 1 < len(words.text) and (words.joined[i] or words.gap(i) == ") ")
    word = words.key[i] if behind else ""
    if word not in _LINKS["words"] or words.possessive(i - 1):
        return False
    # "adviser on trade", "adviser to the President on trade"
    adviser = words.key[i - 1] in _ADVISING or not _ADVISING.isdisjoint(words.key[max(0, i - 5) : i - 1])
    advises = word == "on" and adviser and words.key[i + 1] in PORTFOLIO
    return advises or word not in {"in", "on", "to", "at", "without", "from"} or _reaches(words, i)


def _leads_on(words: Words, i: int, j: int, lands: Mapping[int, str]) -> bool:
    """Whether a title goes on at word j past a mark: in a list, behind an owner, in and behind "(JDA)"."""
    glossed = words.gap(j - 1) == " (" and words.gap(j) == ") "
    capitals = words.text[j].isupper() or (words.capital[j] and words.key[j - 1] in _COMPANIES)  # "Gas Group (Acmegas)"
    acronym = words.gap(j) == " (" and capitals and len(words.text[j]) > 1
    closes = acronym and words.source[words.end[j] : words.end[j] + 1] == ")" and j not in lands
    both = words.gap(j) == " & " and words.key[j] in PORTFOLIO and words.key[j - 1] in PORTFOLIO
    last = words.key[j] == "and" and words.gap(j).strip() == "," and _goes_on(words, j) and j - i > 2
    listed = last and words.gap(j - 1).strip() in {"", ","} and words.key[j - 1] in PORTFOLIO
    return both or glossed or closes or listed or _lists(words, i, j, lands) or _owned(words, j, lands)


def _kind_at(words: Words, i: int, j: int, lands: Mapping[int, str], trailing: bool) -> str:
    """What word j is to the complement that begins at word i."""
    if words.gap(j) == " (":
        return "content"
    kind = "link" if _accredited(words, i, j) or _within(words, j) else _kind(words, j, lands, trailing)
    return "inner" if kind == "end" and _shares(words, i, j, lands) else kind


def bracketed(words: Words, i: int, lands: Mapping[int, str]) -> int:
    """The word after what an office is of in brackets at word i: "Joint Secretary (South Asia)"; i if nothing is."""
    j = i
    while j < len(words.text) and j - i < 5 and words.gap(j) == (" " if j > i else " ("):
        if not (words.key[j] in PORTFOLIO or words.key[j] in _BRACKET or j in lands or words.key[j] in {"and", "&"}):
            return i
        j += 1
    return j if j > i and words.source[words.end[j - 1] : words.end[j - 1] + 1] == ")" else i


def direct(words: Words, i: int) -> int:
    """The word after the office's field set right behind it at word i: "Governor State Bank Dr. Eva Ros"; i if none is.

    A form of address or two more capitals must follow, so that the field is no name.
    """
    j = i
    while j < len(words.text) and j - i < 4 and words.joined[j] and words.capital[j]:
        if words.key[j] not in PORTFOLIO and words.key[j] not in INSTITUTIONS:
            break
        j += 1
    if j == i or words.key[i - 1] not in _LINKS["direct"] or not words.capital[i - 1] or words.possessive(j - 1):
        return i
    named = words.capital[j : j + 2] == (True, True) and all(words.joined[j : j + 2])
    return j if named and words.key[j] not in OFFICES else i


def _accredited(words: Words, i: int, j: int) -> bool:
    """Whether word j leads to the seat of somebody sent: "Ambassador of Japan to Kenya", "head of the Bank in Rome"."""
    seat = words.key[j] in {"to", "in"} and j + 1 < len(words.text) and words.capital[j + 1]
    return seat and words.key[i - 1] in _LINKS[words.key[j]]


def _reaches(words: Words, i: int) -> bool:
    """Whether "to", "in", "at" or "on" after a title leads to its object: an envoy's country, a director's place."""
    noun, follows = _office(words, i), words.capital[i + 1] or words.key[i + 1] == "the"
    if words.key[i] == "without":
        return words.key[i + 1] in _LINKS["without"]
    follows = follows and words.key[i + 1] not in DAYS
    return (follows and noun in _LINKS.get(words.key[i], ())) or (noun in _IN_MINISTRIES and _within(words, i))


def _office(words: Words, i: int) -> str:
    """The office that word i follows, before its field in brackets: "Secretary (South) | in the Ministry of Steel"."""
    k = i
    while words.gap(i) == ") " and i - k < 6 and words.gap(k) != " (":
        k -= 1
    return words.key[k - 1]


def _within(words: Words, j: int) -> bool:
    """Whether word j leads to a minister's place or duty: "in the Ministry of Trade", "with responsibility for"."""
    ahead = words.key[j + 1 : j + 3]
    if words.key[j] in {"in", "from", "at"}:
        after = 2 if words.possessive(min(j + 3, len(words.text) - 1)) else 0  # "the Prime Minister's Office"
        made = words.key[j - 1] == "made"  # "Minister of Enterprise and Made in Italy"
        return made or (ahead[:1] == ("the",) and words.key[j + 2 + after : j + 3 + after][:1] in _PLACES)
    return words.key[j] == "with" and ahead == ("responsibility", "for")


def _owned(words: Words, j: int, lands: Mapping[int, str]) -> bool:
    """Whether the owner before word j is part of an institution's name: "the National People's Congress"."""
    if j >= len(words.text) or not words.possessive(j - 1) or words.start[j] - words.end[j - 1] > 3:
        return False
    if j - 1 in lands and words.capital[j]:  # "of Chad's Cocoa Board", "of the People's Republic of China"
        if lands.get(j) == lands[j - 1]:
            return True
        run = next((k for k in range(j + 1, j + 7) if k >= len(words.text) or not words.joined[k]), j + 7)
        return any(words.capital[k] and words.key[k] in INSTITUTIONS for k in range(j, run))
    acronym = words.text[j - 1].rstrip("'’s").isupper() and words.capital[j]  # "Head of the BI's Press Department"
    named = words.key[j - 1] in _OWNERS and words.capital[j - 1] and words.capital[j]
    return words.key[j - 1] in INSTITUTIONS or acronym or named


def _shares(words: Words, i: int, j: int, lands: Mapping[int, str]) -> bool:
    """Whether "and" at word j joins countries: "Ambassador to Fiji and Tonga", "the presidents of Fiji and Tonga"."""
    several = words.key[i] in {"to", "for"} or (words.key[i] == "of" and noun_of(words.key[i - 1])[1])
    if words.key[j] not in {"and", "&"} or not several or j - 1 not in lands:
        return False
    return j + 1 in lands or (words.key[j + 1 : j + 2] == ("the",) and words.capital[j + 2 : j + 3] == (True,))


def _split(
    words: Words, places: tuple[int, int, int, int], lands: Mapping[int, str], lone: frozenset[str]
) -> tuple[int, int | None]:
    """Part a complement from the name that may follow it without a comma."""
    start, content, trail, end = places
    if trail < 0:
        return _trim(words, start, end), None
    size = sum(words.capital[trail:end])
    if content == trail and content > start:
        field = trail - 1 in lands or words.key[trail - 1] in PORTFOLIO
        if size >= 3 and trail - 1 in lands and countries.has_demonym(words.text[trail - 1]):
            first = next((k for k in range(trail + 1, end - 1) if words.key[k] in given()), end - 2)
            return first, first  # "head of Polish Airports | Jan Nowak"
        if size >= 2 or field:
            return trail, trail
    elif size >= 3 and (words.key[start - 1] in _LINKS["places"] or words.key[trail - 1] == "in"):
        return trail + 1, trail + 1
    elif size >= 3 and (words.key[end - 1] in lone or words.key[end - 2] in given() or _speaks(words, end)):
        return end - 2, end - 2
    return end, None


def _kind(words: Words, j: int, lands: Mapping[int, str], trailing: bool) -> str:
    """What word j is to a complement: content, address, unknown (a name of something), link, or its end."""
    word = words.key[j]
    if words.capital[j]:
        return _capital_kind(words, j, lands, trailing)
    if word in {"and", "&"}:
        inside = lands.get(j) is not None and lands.get(j - 1) == lands[j] == lands.get(j + 1)  # "Trinidad and Tobago"
        return "inner" if inside or _goes_on(words, j) else "end"
    if trailing and word in PARTICLES and word != "the":
        return "inner"
    # "signed by the minister of trade Eva Ros for Chad"
    behalf = word == "for" and trailing and (j + 1 in lands or words.key[j + 1 : j + 2] == ("the",))
    if behalf or (word == "the" and words.capital[j - 1]):
        return "end"
    if word in _LINKING or word in _ADJECTIVES:
        return "link"
    common = word in PORTFOLIO or word in INSTITUTIONS or word in BEFORE or word in _CONTENT
    return "content" if common and not trailing else "end"


def _capital_kind(words: Words, j: int, lands: Mapping[int, str], trailing: bool) -> str:
    """What the capitalised word j is to a complement."""
    word = words.key[j]
    if word in INITIALS and not words.text[j].isupper():
        return "unknown"  # "Md. Ali", "Md Ali"
    if (
        j in lands
        or word in PORTFOLIO
        or word in INSTITUTIONS
        or noun_of(word)[0]
        or word in _LEGAL
        or word in _CONTENT
    ):
        return "content"
    if word in ADDRESS and j + 1 < len(words.text) and words.joined[j + 1]:
        follows = words.key[j + 1]
        return (
            "content"
            if word in {"general", "field"} and (follows in PORTFOLIO or follows in INSTITUTIONS)
            else "address"
        )
    acronym = len(word) > 2 and words.text[j].isupper()
    return "content" if not trailing and (acronym or _is_affairs(words, j)) else "unknown"


def _is_affairs(words: Words, j: int) -> bool:
    """Whether word j says whose affairs: "Foreign and Caribbean Affairs"."""
    return words.capital[j] and words.key[j + 1 : j + 2] == ("affairs",)


def _goes_on(words: Words, j: int) -> bool:
    """Whether "and" at word j joins two portfolios, not two offices: "of Trade and Industry"."""
    if j + 1 >= len(words.text):
        return False
    if not (words.key[j + 1] in PORTFOLIO or words.key[j + 1] in INSTITUTIONS or _is_affairs(words, j + 1)):
        return False
    ahead = list(takewhile(lambda k: words.joined[k], range(j + 2, min(j + 4, len(words.text)))))
    alike = words.capital[j + 1] == words.capital[j - 1] or words.key[j + 1] in _ALWAYS_CAPITAL
    mixed = words.capital[j - 1] and any(words.capital[k] and words.key[k] in PORTFOLIO for k in ahead[:1])
    return (alike or mixed) and not any(noun_of(words.key[k])[0] for k in ahead)


def _trim(words: Words, start: int, end: int) -> int:
    """`end` moved back over links that lead nowhere; `start` when nothing is left."""
    while end > start and (not words.capital[end - 1]) and words.key[end - 1] in _EDGE:
        end -= 1
    return end


def _lists(words: Words, i: int, j: int, lands: Mapping[int, str]) -> bool:
    """Whether word j goes on a list after a comma: "of Industry, Trade and Technology", "to Fiji, Tonga and Samoa"."""
    if words.key[i] == "to" and j in lands and j - 1 in lands and words.gap(j).strip() == ",":
        return any(_shares(words, i, k, lands) for k in range(j + 1, min(j + 7, len(words.text))))
    fields = words.key[j] in PORTFOLIO and words.key[j - 1] in PORTFOLIO
    return fields and words.capital[j] == words.capital[j - 1] and words.gap(j).strip() == ","


def _speaks(words: Words, i: int) -> bool:
    return i < len(words.text) and words.joined[i] and words.key[i] in SPEECH
