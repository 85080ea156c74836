"""Organisations told by the words around a name: a noun beside it, what media do, the nouns that a list sums up."""

from collections.abc import Mapping

from communique import words as tables
from communique.extract.organisations import media
from communique.grammar import compounds, countries, institutions, offices, places
from communique.grammar.bodies import Found
from communique.grammar.institutions import Run
from communique.grammar.names import Words

_TABLE = tables.table("organisations")
_NOUNS: dict[str, str] = {
    word: kind for kind, nouns in _TABLE["nouns"].items() if kind not in {"before", "after", "crowd"} for word in nouns
}
_CROWD: dict[str, str] = _NOUNS | dict.fromkeys(_TABLE["nouns"]["crowd"], "company")
_AFTER: frozenset[str] = frozenset(_TABLE["nouns"]["after"])
_BEFORE_NOUN = frozenset(_TABLE["nouns"]["before"])
_INCLUDING = frozenset(_TABLE["including"]["words"])
_LISTING = frozenset(_TABLE["including"]["verbs"])
_LINKS = frozenset({"by", "for", "between", "with", "to", "from"})
_THINGS = frozenset(_TABLE["of"]["words"])
_EXECUTIVES: frozenset[str] = frozenset(_TABLE["of"]["executives"])
_PRESIDING = frozenset(
    {"president", "secretary-general", "director-general", "spokesman", "spokesperson", "spokeswoman"}
)
_COUNTS = frozenset(_TABLE["compounds"]["counts"])
_TELLING = frozenset(_TABLE["compounds"]["telling"])
_CONCEPTS = frozenset(_TABLE["compounds"]["concepts"])
_DOERS = frozenset(_TABLE["of"]["by"])
_OF = frozenset({"of", "for", "on"})
_LIGHT = frozenset({"has", "have", "had", "also", "will", "then"})
_SIGNS = frozenset(_TABLE["signs"]["verbs"])
# "signed with Sonel", "signed by Sonel Nova": of one word behind "by" it may be a person.
_SIGNED_BY = (("signed", "with"), ("signed", "by"), ("inked", "by"), ("initialled", "by"), ("initialed", "by"))
_GUESTS = frozenset({"delegation", "delegations", "team", "side", "mission", "group"})  # led by somebody
_DEEDS = frozenset(_TABLE["signs"]["deeds"])
_PLANNED = frozenset(_TABLE["signs"]["planned"])
_SIGNED = frozenset(_TABLE["signs"]["papers"])
_SAYS = frozenset({"said", "says", "stated", "states", "announced", "noted", "added", "estimates", "reckons"})
_OWNING = frozenset({"its", "the", "their"})
_ARTICLES = frozenset({"the", "a", "an", "its", "another", "one"})
# Past these a noun is not that of the apposition any more.
_BREAKS = frozenset({"of", "that", "which", "who", "where", "in", "on", "for", "with", "to", "by", "from", "is", "was"})
# Of these alone no name is made: "Presidential Affairs", "Naval Staff".
_COMMON = offices.ADDRESS | (offices.BEFORE & offices.PORTFOLIO - institutions.KINDS.keys()) | {"presidential", "naval"}
_COMMON |= {"affairs", "staff"}
_PLACES = frozenset(_TABLE["places"]["after"])
_PROMOTING = frozenset(_TABLE["places"]["promoting"])
# Words that are no name by themselves.
_NOT_ALONE = institutions.NO_HEADS.union(institutions.KINDS, offices.PORTFOLIO, offices.BEFORE)


def nameable(words: Words, run: Run, lands: Mapping[int, str]) -> bool:
    """Whether the run can be the name of an organisation: no country, place, document, event or office."""
    first, last, key = run.first, run.last, words.key
    opening = words.first[first] and words.text[first].partition("-")[2].islower()  # "Business-world signs deals"
    if (
        opening
        or key[last - 1] in institutions.NO_HEADS
        or (last - first == 1 and (len(key[first]) < 3 or key[first] in _NOT_ALONE or key[first] in _CONCEPTS))
    ):
        return False
    form = (
        last - first == 1 and words.text[first] in institutions.LEGAL and not words.text[first].isupper()
    )  # "Limited"
    town = last - first == 2 and key[last - 1] == "city"  # "Oslo City"
    if town or form or _is_common(words, run, lands) or compounds.is_concept(words, first, last):
        return False
    for i in range(first + 1, last):
        if key[i] in _OF and (key[i - 1] in institutions.NO_HEADS or key[i : i + 2][-1] in compounds.COMPLEMENTS):
            return False
    placed = last < len(words.text) and words.joined[last] and key[last] in _PLACES
    behind = words.source[words.end[last - 1] : words.end[last - 1] + 2]
    if placed or behind[:1] == "$" or (words.text[first].isupper() and behind.strip()[:1].isdigit()):
        return False  # "AU$5", "NOK 310 million"
    name, alone = words.phrase(first, last), not (last < len(words.text) and words.joined[last] and words.capital[last])
    return countries.code_of(name) is None and not (alone and places.is_known(name))


def _is_common(words: Words, run: Run, lands: Mapping[int, str]) -> bool:
    """Whether the run is nothing but countries, small words and words of which no name is made."""
    for i in range(run.first, run.last):
        if i not in lands and words.capital[i] and words.key[i] not in _COMMON:
            return False
    return True


def in_context(words: Words, run: Run, lands: Mapping[int, str]) -> Found | None:
    """The run as an organisation where the words around it say so."""
    if words.headline[run.first]:
        return None
    if media.is_told(words, run):
        return Found(run.first, run.last, "media", None, "medium")
    if not nameable(words, run, lands):
        return None
    for rule, test in _RULES:
        kind = test(words, run, lands)
        if kind:
            return Found(run.first, run.last, kind, run.acronym, rule)
    return None


def _beside_noun(words: Words, run: Run, lands: Mapping[int, str]) -> str | None:
    """The kind that a noun before or after the name gives: "state water company X", "X national company"."""
    k = run.first - 1
    beside = k >= 0 and not words.capital[k] and words.key[k] in _NOUNS and not words.possessive(k)
    if beside and (words.joined[run.first] or _set_off(words, run, lands)):
        return _NOUNS[words.key[k]]
    j = run.last if k < 0 or words.key[k] not in {"a", "an"} else len(words.text)  # "a Fijian PCO company"
    while j < len(words.text) and words.joined[j] and not words.capital[j] and j - run.last < 3:
        if words.key[j] in _AFTER:
            return _NOUNS[words.key[j]]
        if words.key[j] not in _BEFORE_NOUN:
            return None
        j += 1
    return None


def _set_off(words: Words, run: Run, lands: Mapping[int, str]) -> bool:
    """Whether commas set the name off from the noun before it: "Chad's national oil company, Sonel, and"."""
    after = words.source[words.end[run.last - 1] : words.end[run.last - 1] + 2]
    if words.gap(run.first) not in {", ", ",\n"} or after.strip(" \n")[:1] not in {",", ".", ";", ")"}:
        return False
    k = run.first - 1
    while k > max(0, run.first - 8) and words.joined[k] and words.key[k] not in {"a", "an"}:
        if words.capital[k - 1] and words.key[k - 1] not in _ARTICLES | _OWNING and k - 1 not in lands:
            break
        k -= 1
    one = words.key[k] in {"a", "an"} and words.key[k - 1] not in _BREAKS
    return one or words.key[k] in _OWNING or (k > 0 and words.possessive(k - 1))


def _speaking(words: Words, run: Run, _lands: Mapping[int, str]) -> str | None:
    """The kind of a noun that proves little by itself, where the body speaks: "the National Statistics Board says"."""
    kind = institutions.KINDS.get(words.key[run.last - 1]) if run.last - run.first > 1 else None
    if kind is None or kind == "company":
        return None
    before = run.first - 1
    before -= before > 0 and words.key[before] == "the" and words.joined[run.first]
    led = words.key[before] if before > 0 and words.joined[before + 1] else ""
    ahead = words.key[run.last] if run.last < len(words.text) and words.joined[run.last] else ""
    told = led == "to" and words.key[before - 1] == "according" and offices.noun_of(ahead)[0] is None
    return kind if told or led in _SAYS or ahead in _SAYS else None


def _included(words: Words, run: Run, lands: Mapping[int, str]) -> str | None:
    """The kind of the nouns that the list sums up: "companies such as X", "among them X", "X and other banks"."""
    i = run.first - 1
    i -= i > 0 and i in lands and words.possessive(i)  # "companies, including Italy's X"
    if i > 0 and not words.capital[i] and words.key[i] in _INCLUDING:
        for k in range(i - 1, max(-1, i - (3 if words.key[i] == "from" else 9)), -1):
            if words.first[k + 1] and words.capital[k + 1]:
                break
            if words.key[k] in _CROWD and (words.first[k] or not words.capital[k]):
                return _CROWD[words.key[k]]
    if i > 1 and words.key[i] in _LISTING and _CROWD.get(words.key[i - 1]) and words.key[i - 2] not in _LINKS:
        return _CROWD[words.key[i - 1]]
    j = run.last
    if j + 2 < len(words.text) and words.key[j] == "and" and words.key[j + 1] in {"other", "others"}:
        ahead = range(j + 2, min(j + 6, len(words.text)))
        return next((_CROWD[words.key[k]] for k in ahead if words.key[k] in _CROWD), None)
    return None


def _apposed(words: Words, run: Run, lands: Mapping[int, str]) -> str | None:
    """The kind of the noun in apposition: "X, the Italian energy group", "X, Chad's state oil producer"."""
    j = run.last
    j += j + 1 < len(words.text) and words.joined[j] and words.key[j] in {"is", "was"}  # "Sonel is Chad's largest bank"
    if j + 1 >= len(words.text) or (j == run.last and words.gap(j) not in {", ", ",\n"}):
        return None
    if words.key[j] not in _ARTICLES and not (j in lands and words.possessive(j)):
        return None
    for k in range(j + 1, min(j + 9, len(words.text))):
        if not (words.joined[k] or words.possessive(k - 1)) or words.possessive(k) > (k in lands):
            return None
        noun = words.key[k] if not words.capital[k] else ""
        if noun in _NOUNS and not _goes_on(words, k + 1):
            return _NOUNS[noun]
        if noun in _BREAKS or offices.noun_of(noun)[0]:
            return None
    return None


def _signing(words: Words, run: Run, _lands: Mapping[int, str]) -> str | None:
    """`company` where the name alone signs something: "Boeing signed a memorandum", "Ros Air has inked a deal"."""
    j, k = run.last, run.first - 2
    if (
        k > 0
        and words.joined[k + 1]
        and words.joined[k + 2]
        and words.key[k : k + 2] in _SIGNED_BY[: None if run.last > k + 3 else 1]
    ):
        goes_on = j < len(words.text) and words.joined[j] and words.capital[j]  # "by Turkish Vice President Ros"
        return None if words.possessive(run.last - 1) or goes_on else "company"
    while j < len(words.text) and words.joined[j] and words.key[j] in _LIGHT:
        j += 1
    if j >= len(words.text) or not words.joined[j] or words.possessive(run.last - 1):
        return None
    if words.key[j] in (_PLANNED if words.key[j - 1] == "will" else _DEEDS):
        return "company"
    if words.key[j] not in _SIGNS:
        return None
    ahead = range(j + 1, min(j + 8, len(words.text)))
    return "company" if any(words.key[k] in _SIGNED and not words.capital[k - 1] for k in ahead) else None


def _promoting(words: Words, run: Run, lands: Mapping[int, str]) -> str | None:
    """`agency` where the name is a country's behind what is promoted or counted there: "Innovation Norway"."""
    first, last = run.first, run.last
    promotes = last - first == 2 and words.key[first] in _PROMOTING and last - 1 in lands
    noun = promotes and [mention.form for mention in countries.find(words.text[last - 1])] == ["name"]
    return "agency" if noun and not words.possessive(last - 1) else None


def _headed(words: Words, run: Run, of: int) -> bool:
    """Whether somebody is head of it: "director of the National Security Office", whose noun alone proves little."""
    led = (
        words.key[of] == "of"
        and words.joined[of]
        and words.joined[of + 1]
        and bool(offices.noun_of(words.key[of - 1])[0])
    )
    return led and run.last - run.first > 1 and words.key[run.last - 1] in institutions.KINDS


def _goes_on(words: Words, k: int) -> bool:
    """Whether the noun phrase goes on at word k: "the company chairman", "the bank holding"."""
    if k >= len(words.text) or not words.joined[k]:
        return False
    return words.key[k] in _NOUNS or words.capital[k] or bool(offices.noun_of(words.key[k])[0])


def _counting(words: Words, run: Run, _lands: Mapping[int, str]) -> str | None:
    """`agency` for an acronym that figures are from: "Trade figures: ONS", "according to ONS data"."""
    first, last = run.first, run.last
    ahead = words.key[last] if last < len(words.text) and words.joined[last] else ""
    telling = ahead in _COUNTS and words.key[last + 1 : last + 2] != () and words.key[last + 1] in _TELLING
    if last - first > 1 and ahead in _COUNTS and words.key[last - 1] in institutions.KINDS:
        return "agency"  # "Customs Board data"
    if last - first == 1 and telling and words.text[first].isupper() and words.key[first] not in _CONCEPTS:
        return "agency"  # "KITA data showed"
    if last - first > 1 or not words.text[first].isupper() or not first:
        return None
    behind = words.source[words.end[first] : words.end[first] + 1]
    if words.key[first - 1] in _COUNTS and words.gap(first).strip() == ":" and behind in {"", ",", ".", ";", "\n"}:
        return "agency"
    the = first - (words.key[first - 1] == "the")
    led = the > 1 and words.key[the - 2 : the] in {("according", "to"), ("as", "per")}
    kept = the > 1 and words.key[the - 1] == "of" and words.key[the - 2] in _COUNTS and len(words.text[first]) > 2
    drawn = the > 1 and words.key[the - 1] == "from" and words.key[the - 2] in _COUNTS and ahead in _TELLING
    return "agency" if (led and (ahead in _COUNTS or behind in {".", ",", ";"})) or drawn or kept else None


def _owning(words: Words, run: Run, _lands: Mapping[int, str]) -> str | None:
    """`company` where something of a company is said to be the name's: "X's chief executive", "plants of X"."""
    k, last = run.first - 1, run.last
    if k > 1 and words.key[k] == "the" and words.joined[run.first] and _headed(words, run, k - 1):
        return institutions.KINDS[words.key[last - 1]]
    of = k > 0 and words.joined[run.first] and words.key[k] == "of" and words.joined[k]
    if of and (words.key[k - 1] in _THINGS or words.key[k - 1] in _EXECUTIVES):
        return "company"
    if (
        of
        and words.phrase(run.first, last).isupper()
        and last - run.first == 1
        and offices.noun_of(words.key[k - 1])[0]
    ):
        return "other"
    done = k - 2 * (k > 2 and words.key[k - 2 : k] == ("last", "year"))
    led = done > 0 and words.key[done - 1] == "led" and not _GUESTS.isdisjoint(words.key[max(0, done - 6) : done])
    if k > 0 and words.joined[run.first] and words.key[k] in {"by", "to"} and words.key[done - 1] in _DOERS and not led:
        return "company"
    ahead = words.key[last] if last < len(words.text) else ""
    if ahead in _EXECUTIVES and not words.first[last]:
        acronym = last - run.first == 1 and len(words.text[run.first]) > 2 and words.text[run.first].isupper()
        beside = words.joined[last] and (acronym or words.text[last].isupper())
        return "company" if words.possessive(last - 1) or beside else None
    return None


# What the words around a name are asked for, in this order.
_RULES = (
    ("noun beside the name", _beside_noun),
    ("medium", media.as_medium),
    ("one of a list", _included),
    ("noun in apposition", _apposed),
    ("belongs to it", _owning),
    ("signs", _signing),
    ("what it counts", _counting),
    ("speaks", _speaking),
    ("promotes a country", _promoting),
)
