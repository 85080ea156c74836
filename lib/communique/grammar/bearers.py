"""Who bears a title: the personal name that follows it, is set off from it, or stands before it.

Words and word numbers are those of `names.read`, titles those of `titles.read`; a name is a range of words.
"""

from collections.abc import Mapping

from communique import words as tables
from communique.grammar import countries
from communique.grammar.names import PARTICLES, PATRONYMIC, SUFFIXES, Words, can_name, person_end
from communique.grammar.offices import ADDRESS, BEFORE, FORMS, INITIALS, INSTITUTIONS, OFFICES, SPEECH, noun_of
from communique.grammar.titles import Title

_TABLE = tables.table("titles")
# Words that no personal name holds, whatever stands beside it.
_JOINED = frozenset(office for office in OFFICES if "-" in office)
NO_NAME = frozenset(_TABLE["no_name"]["words"]) | _JOINED | (INSTITUTIONS - frozenset(_TABLE["no_name"]["but"]))
_NO_MISTER = NO_NAME - frozenset(_TABLE["no_name"]["surnames"])
_PHRASES = frozenset(_TABLE["address"]["phrases"])
_BEHIND = frozenset(_TABLE["address"]["behind"])
_PHRASE_HEADS = frozenset(phrase.split()[0] for phrase in _PHRASES)
_APPOSES = frozenset(",(–—-")
# What follows a name that is an office too: "Sultan bin Omar", "Sultan Al Nuri".
_FATHERED = PATRONYMIC | {"al"}
_CALLINGS = frozenset(_TABLE["address"]["callings"])
ROYAL = frozenset(_TABLE["address"]["royal"])
_PRONOUNS = frozenset({"his", "her", "their"})
_SITES = frozenset(tables.table("organisations")["not"]["heads"])
_GOES_ON = INSTITUTIONS | _SITES | _JOINED | frozenset(_TABLE["no_name"]["offices"])
_LEADING = frozenset({"the", "in", "at", "from", "near", "to", "of"})
_CLOSING = frozenset({"", ",", ".", ";", ")", "\n"})
_OF_PLACES = frozenset(_TABLE["apposition"]["places"])
_DETERMINERS = frozenset(_TABLE["apposition"]["words"])
POLITE = frozenset(_TABLE["address"]["polite"])
_SENT = frozenset(_TABLE["links"]["to"])
_PARTING = frozenset(",.;:)\n")
_RANKED = frozenset({"general", "major", "colonel", "captain", "admiral", "brigadier", "lieutenant", "commodore"})
# Offices that no company or town holds, and what leads to a town, not a person.
_PERSONAL = frozenset(_TABLE["apposition"]["personal"])
_NOT_BEFORE = _LEADING | {"for", "on", "outside", "visiting", "a", "an"}
_LONGEST = 4
_WIDEST = 9


def skip_address(words: Words, i: int) -> int:
    """The number of the first word from i on that is no form of address or rank ("H.E. Dr.")."""
    size = len(words.text)
    while i + 1 < size and i >= 0:
        word = words.key[i]
        if word == "sri" and words.key[i + 1] in {"lanka", "lankan"}:
            return i
        step = 2 if word in _PHRASE_HEADS and f"{word} {words.key[i + 1]}" in _PHRASES else int(word in ADDRESS)
        if not step or i + step >= size or words.gap(i + step).strip(" \n.,()-®"):
            return i
        i += step
        i += words.key[i] in _CALLINGS and i + 1 < size and words.joined[i + 1] and words.capital[i + 1]
    return i


# What a picture's caption puts in brackets behind a name.
_SHOWN = frozenset({"pictured", "pix", "pic", "left", "right", "centre", "center"})


def stands_alone(words: Words, i: int) -> bool:
    """Whether the capital i is no form of address and nothing that a name goes on with follows it."""
    j = i + 1
    if words.key[i] in ADDRESS or words.key[i] in _PHRASE_HEADS:
        return False
    if j == len(words.text):
        return True
    if words.joined[j]:
        return not words.capital[j] and words.key[j] not in PARTICLES
    return words.source[words.end[i]] in _PARTING and words.key[j] not in SUFFIXES


def name_from(words: Words, i: int, lands: Mapping[int, str]) -> tuple[int, int] | None:
    """The personal name that starts at word i, forms of address skipped, as a range of words; None if there is none."""
    led = i < len(words.text) and (words.key[i] in ADDRESS or words.key[i] in _PHRASE_HEADS)
    first = skip_address(words, i) if led else i
    royal = i < first < len(words.text) - 1 and words.key[first] in ROYAL and words.joined[first + 1]
    first += royal and words.capital[first + 1] and words.key[first + 1] not in _FATHERED
    if first >= len(words.text) or not words.capital[first] or (first and words.source[words.start[first] - 1] == "."):
        return None  # the last case is "P.M Ros"
    mister = first > i and words.key[first - 1] in POLITE
    named = words.key[first] != "the"  # "His Majesty The King"
    last = person_end(words, first, _NO_MISTER if mister else NO_NAME) if named else first
    for j in range(first + 1, last):
        if j in lands or (words.text[j].isupper() and _is_dateline(words, j)):
            last = j
            break
    while last - first > 1 and words.text[last - 1] in _BEHIND:
        last -= 1  # "Eva Ros MP"
    if last == first or (first in lands and last - first < 2) or goes_on(words, last):
        return None
    if words.text[last - 1] in FORMS or words.text[first] in FORMS:
        return None
    if last - first == 1 and (words.key[first] in INSTITUTIONS or words.key[first] in _RANKED):
        return None
    return None if words.text[first].isupper() and _is_initials(words, first, last) else (first, last)


def _is_initials(words: Words, first: int, last: int) -> bool:
    """Whether the words are a firm's initials: "ABC DEF", but "Eva ROSENKRANTZ" has a surname in capitals."""
    return all(words.text[j].isupper() and (len(words.text[j]) < 5 or last - first == 1) for j in range(first, last))


def untitled(words: Words, name: tuple[int, int] | None) -> tuple[int, int] | None:
    """The name without the title of a monarch or prince that opens it: "Olav" of "the ruler, Prince Olav"."""
    royal = name is not None and name[1] - name[0] > 1 and words.key[name[0]] in ROYAL - {"amir"}
    return (name[0] + 1, name[1]) if name and royal and words.key[name[0] + 1] not in _FATHERED else name


def _is_dateline(words: Words, j: int) -> bool:
    """Whether a dateline in capitals begins at word j, behind a name that is not: "Photo Eva Ros HAVANA"."""
    word = words.text[j]
    return len(word) > 3 and word.isupper() and not words.text[j - 1].isupper() and countries.code_of(word) is not None


def name_until(words: Words, end: int, lands: Mapping[int, str], aside: bool = False) -> tuple[int, int] | None:
    """The personal name of two words or more that ends right before word `end`, as a range; None if there is none.

    One word is enough behind a form of address: "Her Excellency Sheikh Hasina, Prime Minister". What an aside tells
    of may stand behind "of" and "to": "the guest of Eva Ros, a Danish envoy,".
    """
    first = end
    while first > 0 and end - first < 9 and (first == end or words.joined[first] or _in_brackets(words, first)):
        word = words.key[first - 1]
        if not (words.capital[first - 1] or word in PARTICLES or word in ADDRESS) or word in NO_NAME:
            break
        first -= 1
    start = _name_start(words, first, end, lands)
    first = min(skip_address(words, start), end)
    if (
        end - first < 2 - (start < first)
        or _is_dateline(words, end - 1)
        or end - 1 in lands
        or person_end(words, first, NO_NAME) < end
    ):
        return None
    led = first and words.joined[first] and words.key[first - 1] in _LEADING
    if led and aside and first > 1 and words.key[first - 1] in {"to", "of"}:
        lead = words.key[first - 2]
        office = noun_of(lead)[0] if words.key[first - 1] == "of" else lead in _SENT
        led = lead in _OF_PLACES or bool(office) or (words.capital[first - 2] and words.key[first - 1] == "of")
    return None if led or countries.code_of(words.phrase(first, end)) else (first, end)


def name_before(words: Words, title: Title, lands: Mapping[int, str]) -> tuple[int, int] | None:
    """The name to which the title stands in apposition: "Eva Ros, the Danish envoy"."""
    j = title.first
    bare = title.last - j == 1 and j > 0 and words.key[j - 1] == "the" and title.last < len(words.text)
    if bare and words.joined[title.last] and words.key[title.last] in SPEECH:
        return None  # "in a letter to Eva Ros, the minister said"
    for _ in range(_WIDEST):
        gap = words.gap(j).removeprefix("’").removeprefix("'").removeprefix("s").strip() if j else ""
        if gap[:1] in _APPOSES and not gap.strip(",(–—- 0123456789"):
            return name_until(words, j, lands, _is_aside(words, title))
        if gap == ")," and words.key[j - 1] in _SHOWN and words.gap(j - 1) == " (":
            return name_until(words, j - 1, lands, _is_aside(words, title))  # "Eva Ros (pictured), the envoy"
        if j == 0 or words.first[j] or gap.strip("0123456789-"):
            return None  # but "Eva Ros, the 54-year-old leader"
        j -= 1
        if not (words.key[j] in _DETERMINERS or words.possessive(j) or words.capital[j] or words.key[j] in BEFORE):
            return None
    return None


def lone_before(words: Words, title: Title, lands: Mapping[int, str]) -> tuple[int, int] | None:
    """The name of one word to which an office with its place stands in apposition: "Sari, Director of the Fund,"."""
    i = title.first - 1
    if i < 0 or not words.capital[i] or words.gap(title.first).strip() != "," or title.noun not in _PERSONAL:
        return None
    alone = not (words.joined[i] and (words.capital[i - 1] or words.key[i - 1] in _NOT_BEFORE))
    of = words.key[title.head + 1 : title.head + 2] == ("of",) and title.last > title.head + 2
    if not (alone and of) or not is_closed(words, title) or len(words.text[i]) < 3 or words.text[i].isupper():
        return None
    named = title.last < len(words.text) and name_from(words, title.last, lands) is not None
    plain = can_name(words, i, NO_NAME) and i not in lands and countries.code_of(words.text[i]) is None
    return (i, i + 1) if plain and not named else None


def run_into(words: Words, title: Title, lands: Mapping[int, str]) -> tuple[int, int] | None:
    """The name that runs into the title without a mark: "H.E. Eva Ros Ambassador of Chad"."""
    first, end = title.first, title.first
    if not (end and words.joined[end] and words.capital[end]):
        return None
    while first and end - first < _LONGEST and words.joined[first] and words.key[first - 1] not in POLITE:
        first -= 1
    if end - first < 2 or first == 0 or words.key[first - 1] not in POLITE or end - first > _LONGEST:
        return None
    name = name_from(words, first - 1, lands)
    alone = all(words.capital[k] and k not in lands and words.key[k] not in NO_NAME for k in range(first, end))
    return (first, end) if alone and (name is None or name[0] == first) else None


def _is_aside(words: Words, title: Title) -> bool:
    """Whether a mark closes the title and it tells who somebody is: "Eva Ros, a Danish envoy,", "Eva Ros, his aide"."""
    owned = words.key[title.first - 1] in {"a", "an"} or words.possessive(title.first - 1)
    tells = owned or title.last - title.head > 1
    return tells and (is_closed(words, title) or words.source.startswith((" and ", " ("), words.end[title.last - 1]))


def is_closed(words: Words, title: Title) -> bool:
    """Whether a mark or the end of the text closes the title: "Eva Ros, Director of the Fund,"."""
    end = words.end[title.last - 1]
    return words.source[end : end + 1] in _CLOSING


def _name_start(words: Words, first: int, end: int, lands: Mapping[int, str]) -> int:
    """The first word from `first` on that can open a name: no country, no office, no ordinary word of an opening."""
    while first < end and (
        not words.capital[first]
        or first in lands
        or (noun_of(words.key[first])[0] and words.key[first + 1] not in _FATHERED and not _is_part(words, first))
        or (words.first[first] and not can_name(words, first) and words.key[first] not in _PRONOUNS)
    ):
        first += 1
    return first


def _is_part(words: Words, i: int) -> bool:
    """Whether word i, the letters of an office, is part of a name here: "Md Ali"."""
    return words.key[i] in INITIALS and not words.text[i].isupper()


def _in_brackets(words: Words, j: int) -> bool:
    """Whether a bracket between word j-1 and word j belongs to a rank: "Gen. (ret.) Eva Ros"."""
    return not words.gap(j).strip(" .()") and words.key[j - 1] in ADDRESS


def past_bracket(words: Words, i: int) -> int:
    """The word after a bracket that opens at word i and belongs to the title before it; i if there is none.

    An acronym may stand in it ("Chief of Army Staff (COAS) General Ros"), or more before a form of address
    ("Minister in the Prime Minister's Department (Law and Reform) Datuk Ana Ros").
    """
    if i >= len(words.text) or words.gap(i) != " (":
        return i
    for j in range(i + 1, min(i + 9, len(words.text))):
        gap = words.gap(j)
        if gap[:1] == ")":
            acronym = j == i + 1 and words.text[i].isupper()
            return j if gap in {") ", "), "} and (acronym or words.key[j] in ADDRESS) else i
    return i


def goes_on(words: Words, i: int) -> bool:
    """Whether the capitals after a name go on with the noun of an institution or place: "Eva Ros Foundation"."""
    follows = i < len(words.text) and words.capital[i] and words.key[i] in _GOES_ON
    return follows and (words.joined[i] or words.possessive(i - 1))
