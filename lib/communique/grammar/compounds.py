"""Names of institutions with something inside that ends other names: an owner, an acronym in brackets, an "and".

Words and word numbers are those of `names.read`.
"""

import re
from collections.abc import Collection, Mapping

from communique import words as tables
from communique.grammar import offices
from communique.grammar.countries import code_of
from communique.grammar.names import Words

_TABLE = tables.table("organisations")["compounds"]
_OFFICES = frozenset(_TABLE["offices"])
_HOLDERS = frozenset(_TABLE["holders"])
_RANKED = frozenset({"prime", "vice", "deputy", "first", "crown", "attorney"})
OPENING = _RANKED | _HOLDERS  # what `office_of` begins with
_ORGANS = frozenset(_TABLE["organs"])
_FIRMS = frozenset(tables.table("organisations")["heads"]["company"]) | frozenset(
    tables.table("organisations")["heads"]["bank"]
)
_ACRONYM = re.compile(r"\s{0,2}[(\[]([A-Z][\w&./-]{1,11})[)\]]")
_WIDEST = 5
_SCIENCE = re.compile(
    r"(?:ology|istry|onomy|onomics|ematics|ography|ysics|ulture|itecture|aining|neering|dicine|ences?|studies)\Z"
)
_ADJECTIVE = re.compile(r"(?:ical|onal|ural|oral|ntal|ific|omic|cial|rial|ative|itary)\Z")
# Adjectives of a branch, no names: "Geological", "Industrial".
_BRANCH = re.compile(r"(?:ogical|ultural|ustrial|hnical|emical|utical|mercial)\Z")
_NOT = tables.table("organisations")["not"]
_VENUES = frozenset(_NOT["venues"])
COMPLEMENTS = frozenset(_NOT["complements"])
_GENERIC = frozenset(_NOT["generic"])
_GENERAL = frozenset({"committee", "council", "board"})
_BOARDS = frozenset({"management", "supervisory", "executive", "managing"})
_CHAIRING = frozenset({"tempore", "rotating"})  # "the Pro Tempore Presidency" of a bloc
_LINKS = frozenset({"of", "for"})
_JOINT = frozenset({"binational", "bi-national", "joint"})
_CROWDS = frozenset(
    {
        "banks",
        "companies",
        "universities",
        "agencies",
        "enterprises",
        "funds",
        "schools",
        "institutions",
        "chambers",
        "ministries",
        "associations",
    }
)
# Matters and places that end like a body: "Foreign Direct Investment", "West Bank".
_CONCEPTS = frozenset(tuple(name.split()) for name in _NOT["concepts"])


def office_of(words: Words, i: int) -> int:
    """The word after an office named by who holds it, from word i on: "Prime Minister's Office"; i if there is none."""
    size, k = len(words.text), i
    while k + 1 < size and k - i < 2 and words.key[k] in _RANKED and words.joined[k + 1]:
        k += 1
    held = words.key[k] in _HOLDERS and (k > i or words.key[k] != "general")
    held = held and words.capital[k] and words.possessive(k)
    office = held and k + 1 < size and words.capital[k + 1] and words.key[k + 1] in _OFFICES
    return k + 2 if office and words.gap(k + 1).strip() in {"'s", "’s"} else i


def first_word(words: Words, i: int, last: int, lands: Mapping[int, str]) -> int:
    """The first word of the name found at word i: Ros of "Board of Ros Ltd", Chad of "Chad–Laos Committee"."""
    board = i + (words.key[i] in _BOARDS)
    if words.key[board : board + 2] == ("board", "of"):
        letters = last == board + 3 and words.text[board + 2].isupper()
        if letters or any(words.text[k] in offices.FORMS for k in range(board + 2, last)):
            return board + 2
    dashed = i in lands and i - 1 in lands and words.start[i] - words.end[i - 1] == 1
    return i - 1 if dashed and words.source[words.end[i - 1]] in "–—" else i


def past_acronym(words: Words, j: int) -> int:
    """How many words from an acronym in brackets at word j on go on with a name: "Party (LPP) Central Committee"."""
    size = len(words.text)
    if j + 1 >= size or not words.text[j].isupper() or words.gap(j) != " (" or words.gap(j + 1) != ") ":
        return 0
    for k in range(j + 1, min(j + 4, size)):
        if not words.capital[k] or (k > j + 1 and not words.joined[k]):
            return 0
        if words.key[k] in _ORGANS:
            return k + 1 - j
    return 0


def is_joint(words: Words, i: int, j: int) -> bool:
    """Whether "and" at word j stands inside the company's name that starts at word i: "Lofoten Sun and Wind Company".

    Its acronym has the letters of both sides, or the list that it is on goes on with another "and" behind it.
    """
    last = _firm_end(words, j + 1)
    if not last:
        return False
    if is_field(words, j - 1) and all(_is_branch(words, k) for k in range(j + 1, last)):
        return _LINKS.isdisjoint(words.key[i:j])  # "Chad Mining and Geological Corporation"
    bracket = acronym_after(words.source, words.end[last - 1])
    if bracket and _initials(words, i, last) == bracket[1].lower():
        return True
    if any(words.key[k] in offices.INSTITUTIONS for k in range(i, j)):
        return False
    behind = words.source[words.end[last - 1] : words.end[last - 1] + 24]
    if behind.startswith(" (") and ")" in behind:
        behind = behind[behind.index(")") + 1 :]
    return j - i > 1 and behind.startswith((" and ", "\nand ")) and words.gap(i).rstrip(" \n")[-1:] == ","


def is_half(words: Words, i: int, j: int) -> bool:
    """Whether what "and" at word j joins is but half of what the body that starts at word i is of.

    An adjective leads to it ("Institute of Political and Electoral Reforms"), or the acronym behind it goes on with the
    letters of the words after the "and" ("Agency for Science and Road Building (ASRB)").
    """
    adjective = words.key[j - 2] in _LINKS and _ADJECTIVE.search(words.key[j - 1]) is not None
    if adjective and words.key[j - 1] not in offices.PORTFOLIO and words.capital[j + 1]:
        return True
    last = capitals_end(words, j + 1, 4)
    bracket = acronym_after(words.source, words.end[last - 1]) if words.capital[j + 1] else None
    if bracket is None:
        return False
    if _initials(words, i, last) == bracket[1].lower():
        return True  # "Risk Reduction and Control Council (RRCC)"
    if _LINKS.isdisjoint(words.key[i:j]):
        return False
    ahead, behind, letters = _initials(words, i, j), _initials(words, j + 1, last), bracket[1].lower()
    rest = iter(letters[len(ahead) :])
    return len(ahead) > 1 and letters.startswith(ahead) and all(letter in rest for letter in behind)


def _is_branch(words: Words, k: int) -> bool:
    """Whether word k names a branch of trade or a kind of firm, and nobody: "Geological", "Food", "Company"."""
    return words.key[k] in offices.PORTFOLIO or words.key[k] in _FIRMS or _BRANCH.search(words.key[k]) is not None


def _firm_end(words: Words, k: int) -> int:
    """The word after the capitals from word k on that end with the noun of a company; 0 where they do not."""
    for n in range(k + 1, min(k + _WIDEST, len(words.text))):
        if not words.capital[n] or not words.joined[n]:
            return 0
        goes_on = n + 1 < len(words.text) and words.joined[n + 1] and words.capital[n + 1]
        if words.key[n] in _FIRMS and not (goes_on and words.text[n + 1] not in offices.FORMS):
            return n + 1
    return 0


def _initials(words: Words, first: int, last: int) -> str:
    return "".join(words.key[k][0] for k in range(first, last) if words.capital[k])


def abbreviates(words: Words, first: int, last: int, acronym: str) -> bool:
    """Whether the acronym is made of the name's initials, most of them in order."""
    initials = "".join(words.key[i][0] for i in range(first, last))
    letters = [letter for letter in acronym.lower() if letter.isalpha()]
    found = place = 0
    for letter in letters:
        at = initials.find(letter, place)
        found, place = (found + 1, at + 1) if at >= 0 else (found, place)
    return bool(letters) and letters[0] in initials and found * 2 >= len(letters)


def acronym_after(text: str, end: int) -> re.Match[str] | None:
    """The bracket with an acronym that opens right after `end`; group 1 is the acronym.

    >>> acronym_after("Ministry of Trade (MoT) said", 17)[1]
    'MoT'
    """
    match = _ACRONYM.match(text, end) if text[end : end + 3].lstrip()[:1] in ("(", "[") else None
    return match if match and sum(map(str.isupper, match[1])) >= 2 else None


def list_goes_on(words: Words, j: int) -> bool:
    """Whether the list of portfolios that word j is on has an "and" within the next few words."""
    for k in range(j + 1, min(j + 7, len(words.text) - 1)):
        if words.key[k] in {"and", "&"}:
            return is_field(words, k + 1)
        if not is_field(words, k):
            return False
    return False


def ends_in_head(words: Words, j: int, kinds: Collection[str]) -> bool:
    """Whether the list of portfolios that word j is on ends with a noun: "Research, Trade and Innovation Council"."""
    seen = False
    for k in range(j + 1, min(j + 9, len(words.text))):
        if words.key[k] in {"and", "&"}:
            seen = True
        elif not is_field(words, k):
            return seen and words.joined[k] and words.capital[k] and words.key[k] in kinds
    return False


def is_science(words: Words, j: int) -> bool:
    """Whether up to three capitals from word j on end in a field of learning: "Atmospheric Physics"."""
    k = j
    while k + 1 < len(words.text) and k - j < 2 and words.joined[k + 1] and words.capital[k + 1]:
        k += 1
    return words.capital[j] and _SCIENCE.search(words.key[k]) is not None


def is_field(words: Words, j: int) -> bool:
    """Whether word j is a field of government in a name: "Trade", "Caribbean Affairs"."""
    return words.capital[j] and (words.key[j] in offices.PORTFOLIO or words.key[j + 1 : j + 2] == ("affairs",))


def is_none(words: Words, first: int, head: int, last: int, lands: Mapping[int, str]) -> bool:
    """Whether the noun is that of a building or of no institution at all: "Convention Centre", "Guard of Honour"."""
    word, two = words.key[head], last - first == 2
    # "Lagos Port" is a place, where nothing else tells
    harbour = (word == "port" and head == last - 1) or (word == "terminal" and "airport" in words.key[first:head])
    hall = word in {"centre", "center", "post"} and words.key[head - 1] in _VENUES
    made = words.key[head - 1] in {"media", "press"} and acronym_after(words.source, words.end[last - 1]) is not None
    hall = hall and not made
    generic = two and word in _GENERAL and words.key[first] in _GENERIC
    meeting = word == "cabinet" and not _JOINT.isdisjoint(words.key[first:head])  # "Second Binational Cabinet"
    crowd = two and word in _CROWDS and first in lands  # "Belarusian Banks"
    campus = words.key[last - 1] == "city" and word == "university"  # "University City"
    leaders = (two and word == "administration") or (
        word == "presidency" and words.key[head - 1] in _CHAIRING
    )  # "the Ros Administration" is who governs with Ros
    return (
        harbour
        or is_concept(words, first, last)
        or leaders
        or campus
        or hall
        or generic
        or crowd
        or meeting
        or not COMPLEMENTS.isdisjoint(words.key[head + 1 : min(head + 3, last)])
    )


def is_advanced(words: Words, i: int) -> bool:
    """Whether word i only says how new a thing is: "a State of the Art Oil Refinery"."""
    word = words.key[i]
    return word == "state-of-the-art" or (word == "art" and words.key[max(0, i - 3) : i] == ("state", "of", "the"))


def fields_begin(words: Words, i: int, j: int) -> int:
    """The first of the fields before word j that follow the place of a name from word i on; j - 1 where none is.

    "Abu Dhabi | Tourism and Culture Board", "Chad-Sri Lanka | Joint Trade and Economic Commission".
    """
    field = j - 1
    while field > i and (is_field(words, field - 1) or words.key[field - 1] == "joint"):
        field -= 1
    placed = field > i + 1 and all(code_of(land) is not None for land in words.phrase(i, field).split("-"))
    return field if placed else min(i + 1, j - 1)


def is_concept(words: Words, first: int, last: int) -> bool:
    """Whether the words end in the name of a matter, and no body is of it: "Foreign Direct Investment", "West Bank"."""
    return _LINKS.isdisjoint(words.key[first:last]) and any(
        words.key[k:last] in _CONCEPTS for k in range(max(first, last - 4), last - 1)
    )


def capitals_end(words: Words, i: int, most: int) -> int:
    """The word after the capitals from word i on, possessives inside, at most so many."""
    j = i + 1
    while j < len(words.text) and j - i < most and words.capital[j] and (words.joined[j] or words.possessive(j - 1)):
        j += 1
    return j
