"""Names of organisations as runs of capitals: "Bank of Mauritius", "Monte Banca S.p.A.", "Ministry of Trade (MoT)".

`runs(words, lands, taken)` cuts a text into names with what makes each an organisation; words and their numbers are
those of `names.read`.
"""

import re
from collections.abc import Collection, Iterator, Mapping

import msgspec

from communique import words as tables
from communique.grammar import compounds, countries, names, offices
from communique.grammar.names import ORDINARY, Words

_TABLE = tables.table("organisations")
KINDS: dict[str, str] = {
    names.key(word): "international organisation" if kind == "international" else kind
    for kind, heads in _TABLE["heads"].items()
    for word in heads
}
WEAK = frozenset(_TABLE["weak"]["words"])
_WEAK_OF = frozenset(_TABLE["weak"]["of"])
_ONLY_OF = frozenset(_TABLE["weak"]["only_of"])
_CAMEL = re.compile(r"(?!Mc|Mac|De[A-Z]|Di[A-Z]|La[A-Z]|Le[A-Z]|Van|O')(?:[^\W\d]|-)*[a-zà-ÿ][A-Z](?:[^\W\d]|-)*")
LEGAL = frozenset(_TABLE["legal"]["forms"])
_FORMED = frozenset((form, "company") for form in ("stock", "joint-stock", "liability", "limited"))
_PREFIXED = frozenset(_TABLE["legal"]["first"])
NO_HEADS = frozenset(names.key(word) for word in _TABLE["not"]["heads"])
ALONE = frozenset(_TABLE["not"]["alone"])
_OF = frozenset({"of", "for", "on"})
_EDITIONS = frozenset({"daily", "sunday", "morning", "evening", "weekly"})  # "Daily Post", "Morning Star"
_DIRECT = frozenset(tables.table("titles")["links"]["direct"])  # "Chairman Senate"
_HANDLE = frozenset("@#")  # before the name of an account
_ROMANCE = frozenset(_TABLE["compounds"]["small"])
# Before the nouns of these a country is name enough where a field follows it: "Danish Business Association".
_NATIONAL = frozenset({"agency", "chamber"})
_ONE_EACH = frozenset({"army", "navy", "exchange", "parliament", "congress"})  # "Indian Navy", "Saudi Exchange"
_LONGEST = 16


class Run(msgspec.Struct, frozen=True):
    """A run of words that may name an organisation: words `first` up to `last`; `kind` is None where nothing says so.

    `weak` says that the proof is a noun that many other names hold too; `acronym` is the one in brackets after it.
    """

    first: int
    last: int
    kind: str | None
    weak: bool = False
    acronym: str | None = None


def runs(words: Words, lands: Mapping[int, str], taken: Collection[int]) -> Iterator[Run]:
    """The runs of a text in order; `taken` holds the numbers of words that name persons."""
    last = 0
    for i in words.capitals:
        if i < last or i in taken:
            continue
        office = compounds.office_of(words, i) if words.key[i] in compounds.OPENING else i
        if office > i:
            last = office
            yield Run(i, last, "agency")
        elif not _leads(words, i) and words.source[words.start[i] - 1 : words.start[i]] not in _HANDLE:
            last = run_end(words, i, lands, taken)
            yield classified(words, compounds.first_word(words, i, last, lands), last, lands)


def classified(words: Words, first: int, last: int, lands: Mapping[int, str]) -> Run:
    """The run of words with its kind, by its legal form, its noun, or an acronym in brackets, no country ("(UAE)")."""
    kind, weak = _kind(words, first, last, lands)
    bracket = compounds.acronym_after(words.source, words.end[last - 1])
    own = bracket is not None and compounds.abbreviates(words, first, last, bracket[1])
    foreign = bracket is not None and (weak or kind) and bracket[1].isupper() and not countries.code_of(bracket[1])
    if weak and (own or foreign):  # "Defence Supply Administration (DSA)"
        kind, weak = KINDS.get(words.key[last - 1], kind), False
    return Run(first, last, kind, weak, bracket[1] if bracket and (own or foreign) else None)


def run_end(words: Words, i: int, lands: Collection[int], taken: Collection[int]) -> int:
    """The number of the word after the name that starts at word i, with "of", "and", particles, legal forms inside."""
    size, j, headed = len(words.text), i + 1, _is_head(words, i)
    while j < size and j - i < _LONGEST and j not in taken:
        owner = j - 1 in lands and j not in lands and words.possessive(j - 1)
        # A legal form closes the name: "Delmo Ltd. All rights", not "Delmo Co. Ltd".
        whole = j - 1 > i and words.text[j - 1] in LEGAL and words.text[j] not in LEGAL and words.key[j] not in KINDS
        step = 0 if owner or whole else _step(words, i, j, headed)
        if not step or (step > 1 and any(k in taken for k in range(j + 1, j + step))):
            break
        j += step
        headed = headed or _is_head(words, j - 1)
    return j


def _leads(words: Words, i: int) -> bool:
    """Whether word i only leads to a name: an article, the opening word of a sentence, a title, a calendar word."""
    word = words.key[i]
    addressed = word in ADDRESS_ONLY and i + 1 < len(words.text) and words.joined[i + 1]
    if addressed or word in _NO_NAMES or ("-" in word and word.endswith(_BASED)) or compounds.is_advanced(words, i):
        return True
    if word in ORDINARY and (words.first[i] or (words.headline[i] and word not in offices.PORTFOLIO)):
        return not _is_head(words, i)
    if word in KINDS or offices.noun_of(word)[0] is None:
        return False
    if word in _DIRECT and i + 1 < len(words.text) and words.joined[i + 1]:
        return True  # "Governor State Bank Eva Ros"
    end = compounds.capitals_end(words, i, 5 if word in _NAMING else 2)
    heads = [words.key[k] for k in range(i + 1, end) if _is_head(words, k) or words.text[k] in LEGAL]
    return not heads and _EVENTS.isdisjoint(words.key[i + 1 : end])  # "Global Investors Summit"


# Titles that stand in names of institutions: "King Saud University", "Prince Henry's College".
_NAMING = frozenset({"king", "queen", "prince", "princess", "emperor", "president", "sultan", "emir", "shah"})
ADDRESS_ONLY = offices.ADDRESS - frozenset(KINDS) - offices.OFFICES - {"general", "major", "field", "right", "sri"}
ADDRESS_ONLY |= {"his", "her", "their"}  # "His Excellency"
_EVENTS = frozenset(_TABLE["not"]["events"]) - KINDS.keys()
_CALENDAR = names.DAYS | (names.MONTHS - {"may"})
_NO_NAMES = _CALENDAR | {"the"}
_BASED = ("-based", "-led", "-backed", "-run", "-owned", "-listed", "-headquartered")


def _is_head(words: Words, i: int) -> bool:
    return words.key[i] in KINDS and words.capital[i]


def _step(words: Words, i: int, j: int, headed: bool) -> int:
    """How many words from word j on go on with the name that starts at word i; 0 when it ends before j."""
    if not words.joined[j]:
        return _past_mark(words, i, j, headed)
    if words.capital[j] or words.text[j] in LEGAL:
        field = words.key[j] in offices.PORTFOLIO and words.key[j - 1] in offices.PORTFOLIO
        if headed and words.headline[j] and words.key[j] in names.HEADLINE and words.key[j] not in KINDS and not field:
            return 0  # "Bank of Chad Opens Branch"
        plain = words.key[j] in KINDS or not _leads(words, j) or names.is_named_day(words, j)
        return int(plain or (headed and _of_office(words, i, j)))
    if words.key[j] not in _LINKS:
        return 0
    k = j + 1 + (words.key[j] in _OF and j + 1 < len(words.text) and words.key[j + 1] == "the")
    if words.key[j] == "and" and words.key[k : k + 1] == ("the",) and headed and not _OF.isdisjoint(words.key[i:j]):
        # "for Culture and the Arts", but "the Customs of Chad and the Bank".
        k += 1 if countries.code_of(words.text[j - 1]) is None else len(words.text)
    if k >= len(words.text) or not words.joined[k] or not words.capital[k] or words.key[k] in _CALENDAR:
        return 0
    return _linked(words, i, j, headed) * (k - j + 1)


def _past_mark(words: Words, i: int, j: int, headed: bool) -> int:
    """How many words from word j on go on with the name past a mark: an owner's ending, "&", a comma, a bracket."""
    if words.possessive(j - 1):
        heads = {KINDS.get(words.key[k]) for k in range(j, min(j + 3, len(words.text))) if words.capital[k]}
        owned = words.capital[j] and (words.key[j - 1] in _PEOPLES or not heads <= {None, "company"})
        return int(owned and words.key[j - 1] not in _OWNERS)
    inside = int(_ampersand(words, i, j, headed)) or _after_comma(words, i, j, headed)
    inside = inside or int(_is_head(words, j) and words.gap(j).strip().isdigit())  # "Vision 2030 Committee"
    return inside or (compounds.past_acronym(words, j) or _last_field(words, i, j) if headed else 0)


def _last_field(words: Words, i: int, j: int) -> int:
    """2 where the last portfolio of a list follows a comma and "and": "Ministry of Labour, Family, and Youth"."""
    if words.key[j] != "and" or words.gap(j).strip() != "," or j + 1 >= len(words.text) or not words.joined[j + 1]:
        return 0
    listed = compounds.is_field(words, j - 1) and words.gap(j - 1).strip() == "," and not _OF.isdisjoint(words.key[i:j])
    return 2 if listed and _conjoined(words, i, j, True) else 0


def _ampersand(words: Words, i: int, j: int, headed: bool) -> bool:
    """Whether "&" before word j stands inside the name: "Ministry of Trade & Programme Planning", "Ros & Moe"."""
    if words.gap(j) != " & " or not words.capital[j] or _leads(words, j):
        return False
    ahead = range(j, compounds.capitals_end(words, j, 4))
    another = any(_is_head(words, k) or words.text[k] in LEGAL for k in ahead)
    # "Ros Engineering & Contracting"
    firm = KINDS.get(words.key[j - 1]) == "company" and _OF.isdisjoint(words.key[i:j])
    return compounds.is_field(words, j) or not (headed and ((words.key[j - 1] in KINDS and not firm) or another))


def _of_office(words: Words, i: int, j: int) -> bool:
    """Whether the office at word j is what the institution is of: "Council of Foreign Ministers"."""
    noun, plural = offices.noun_of(words.key[j])
    return bool(noun) and "of" in words.key[i:j] and (plural or words.key[j - 1] in _RANKED)


def _linked(words: Words, i: int, j: int, headed: bool) -> bool:
    """Whether the small word j links the name that starts at word i with the capital after it."""
    word = words.key[j]
    if word in {"and", "&"}:
        return word == "&" or _conjoined(words, i, j, headed) or compounds.is_joint(words, i, j)
    if word == "with":  # "Society for Friendship with Foreign Countries"
        return headed and words.key[j - 1] in _WITH and not _OF.isdisjoint(words.key[i:j])
    if word in _OF:
        on = word != "on" or (words.key[j - 1] in _ON and countries.code_of(words.text[j + 1]) is None)
        direct = words.key[j - 1] in KINDS and on
        state = words.key[j - 1] in _STATES
        return direct or (headed and word == "of" and (state or words.key[j - 1] not in NO_HEADS))
    return word in _ROMANCE


# Owners that are inside the name of an institution or a state: "People's Republic", "Workers' Party".
_PEOPLES = frozenset({"people", "peoples", "workers", "women", "children"})
_ON = frozenset({"ministry", "commission", "committee", "council", "group", "office", "centre", "center", "institute"})
_WITH = frozenset({"friendship", "relations", "cooperation", "co-operation", "solidarity"})
_LINKS = _OF | _ROMANCE | {"and", "&", "with"}
_RANKED = frozenset({"prime", "vice", "deputy", "attorney", "auditor", "first"})
_BROADCAST = frozenset({"radio", "television", "tv"})  # "Institute of Radio and Television"
_STATES = frozenset({"republic", "kingdom", "federation", "state", "states", "emirate"})
_COMMON = offices.PORTFOLIO.union(KINDS, ORDINARY, offices.BEFORE, NO_HEADS)
_OWNERS = frozenset({"president", "minister", "government", "ministry", "country", "state", "kingdom"})


def _after_comma(words: Words, i: int, j: int, headed: bool) -> int:
    """1 where the comma before word j stands inside the name: "Co., Ltd.", "Ministry of Labour, Family and Youth"."""
    if words.gap(j).strip() not in {",", "., ", ".,"}:
        return 0
    if words.text[j] in LEGAL and words.key[j - 1] in {"co", "company", "corp", "corporation", "group", "holding"}:
        return 1
    fields = compounds.is_field(words, j) and compounds.is_field(words, j - 1)
    listed = headed and fields and not _OF.isdisjoint(words.key[i:j])
    if fields and not headed and compounds.ends_in_head(words, j, KINDS.keys() - offices.PORTFOLIO):
        return 1
    return 1 if listed and compounds.list_goes_on(words, j) else 0


def _conjoined(words: Words, i: int, j: int, headed: bool) -> bool:
    """Whether "and" at word j stands inside the name: "Ministry of Trade and Industry", "Trade and Export Bank"."""
    k, heads = j + 1 + (words.key[j + 1] == "the"), []
    if compounds.is_half(words, i, j):
        return True
    if not (compounds.is_field(words, k) or words.key[k] in _BROADCAST or (headed and compounds.is_science(words, k))):
        return False
    start = k
    while k < len(words.text) and (k == start or words.joined[k]) and words.capital[k] and k - j < 7:
        heads.append(_is_head(words, k) and words.key[k] not in offices.PORTFOLIO | _BROADCAST)
        k += 1
    if headed and not _OF.isdisjoint(words.key[i:j]):
        return not any(heads)
    before = range(compounds.fields_begin(words, i, j), j)
    return heads[-1] and all(compounds.is_field(words, n) or words.key[n] in {*_BROADCAST, "joint"} for n in before)


def _kind(words: Words, first: int, last: int, lands: Mapping[int, str]) -> tuple[str | None, bool]:
    """The kind of organisation that the words name and whether the proof is weak; None where nothing says so."""
    if last - first == 1:
        return _kind_alone(words.text[first], words.key[first]), False
    if last - first > 3 and words.phrase(first, last).isupper():
        return None, False
    head = _head(words, first, last, lands)
    word = words.key[head] if head is not None else ""
    formed = words.text[first] in _PREFIXED or words.key[last - 2 : last] in _FORMED
    legal = not LEGAL.isdisjoint(words.text[max(first + 1, last - 4) : last])
    if formed or (legal and not (last - first == 2 and first in lands and words.key[first + 1] == "inc")):
        return (KINDS[word] if KINDS.get(word) in {"bank", "fund", "media"} else "company"), False
    complement = head is not None and head + 1 < last and words.key[head + 1] in _OF
    if head is None or (word in _ONLY_OF and not complement) or compounds.is_none(words, first, head, last, lands):
        return None, False
    if word not in WEAK or (complement and word in _WEAK_OF):
        return KINDS[word], False
    # "China Daily", "Fiji Foreign Service": a country is name enough for a medium, and before two words of an agency.
    proper = first in lands and (KINDS[word] == "media" or (KINDS[word] in _NATIONAL and head == last - 1 > first + 1))
    editions = KINDS[word] == "media" and words.key[first] in _EDITIONS
    proper = (
        proper or editions or (head - first == 1 and word == "department" and words.key[first] in offices.PORTFOLIO)
    )
    proper = proper or (word in _ONE_EACH and head == last - 1 and set(range(first, head)) <= lands.keys())
    proper = proper or any(_is_proper(words, i, lands) for i in range(first, last) if i != head)
    return (KINDS[word] if proper else None), True


def _kind_alone(name: str, word: str) -> str | None:
    """The kind of organisation that a single word names; `word` is its key."""
    if word in KINDS and (word in ALONE or word in NO_HEADS):
        return KINDS[word] if word in ALONE else None
    return "company" if len(name) > 4 and not name.istitle() and _CAMEL.fullmatch(name) else None


def _head(words: Words, first: int, last: int, lands: Mapping[int, str]) -> int | None:
    """The number of the noun of a name of several words: that before "of" or "for", else its last before a place."""
    for i in range(first + 1, last - 1):
        if not words.capital[i] and words.key[i] in _OF:
            return i - 1 if words.key[i - 1] in KINDS else None
    end = last
    while end > first + 1 and (end - 1 in lands or words.text[end - 1] in LEGAL):
        end -= 1
    if words.key[end - 1] in KINDS:
        return end - 1
    if words.key[end - 1] in NO_HEADS:
        return None
    # "Imperial College London": a place may follow; "Banco Ibérico", "Bank Rakan": the noun comes first.
    strong = [
        i for i in (first, *range(max(first + 1, end - 3), end)) if words.key[i] in KINDS and words.key[i] not in WEAK
    ]
    return strong[-1] if strong and (strong[-1] > first or end - first > 1) else None


def _is_proper(words: Words, i: int, lands: Mapping[int, str]) -> bool:
    """Whether word i is a proper name, not a field, a modifier, a country or another noun of institutions."""
    word = words.key[i]
    if word in ALONE:
        return True
    return words.capital[i] and word not in _COMMON and i not in lands
