"""Persons named without a title: in by-lines and credits, as speakers, in captions, by a form of address."""

import re
from collections.abc import Iterator, Mapping

from communique import words as tables
from communique.extract.people import beside, credit_lines, rosters
from communique.grammar import bearers, offices
from communique.grammar.names import ORDINARY, Words
from communique.grammar.persons import Candidate


def starts(words: Words, lands: Mapping[int, str]) -> Iterator[int]:
    """The numbers of the capitals where the name of a person without a title may begin."""
    for i in words.capitals:
        if bearers.stands_alone(words, i) or words.key[i] in _OPENS:
            continue
        led = words.key[i - 1] if words.joined[i] else ""
        if led in _NO_PERSON_AFTER or (led in _COMPANIES and not words.capital[i - 1]):
            continue
        inner = led and words.capital[i - 1] and not (i - 1 in lands and words.key[i] in offices.ADDRESS)
        inner = inner and not (words.first[i - 1] and led in ORDINARY)  # "Later Eva Ros said"
        if not inner or credit_lines.is_credit(words, i):
            yield i


def find(words: Words, i: int, lands: Mapping[int, str]) -> Iterator[Candidate]:
    """A person without a title who signs, speaks, is addressed or stands in a picture, named from word i on."""
    if words.joined[i] and words.key[i - 1] == "of":
        yield from beside.owner(words, i, lands)
        return
    credited = credit_lines.is_credit(words, i)
    name = bearers.name_from(words, i, lands)
    in_medium = words.joined[i] and words.key[i - 1] in _MEDIA and not credited
    if not name or words.phrase(*name) in _KNOWN_BODIES or in_medium:
        return
    rank = [k for k in range(i, name[0]) if words.key[k] in offices.RANKS]
    if name[0] > i:
        opens = bool(rank) and rank[0] > i and words.key[rank[0] - 1] in _RANK_OPENINGS
        role = words.phrase(rank[0] - opens, rank[-1] + 1) if rank else None
        yield Candidate(*name, role, None, "form of address")
    elif name[1] - name[0] > 1:
        if credited and (credit_lines.is_acronym(words, name) or credit_lines.joins_lands(words, name)):
            return
        rule = "by-line" if credited else _untitled_rule(words, name, lands)
        if rule:
            yield Candidate(*name, beside.small_rank(words, name[0]), None, rule)
        if rule == "by-line":
            yield from credit_lines.going_on(words, name[1], lands)
        elif not rule and rosters.has_body(words, name[1]) and _of_those_present(words, name[0]):
            yield from rosters.of_bodies(words, name, lands)


def _untitled_rule(words: Words, name: tuple[int, int], lands: Mapping[int, str]) -> str | None:
    """The rule by which a name without a title is a person's."""
    first, last = name
    after = words.source[words.end[last - 1] : words.end[last - 1] + 12].lower().lstrip(" \t")
    ahead = words.key[last] if last < len(words.text) and words.joined[last] else ""
    if offices.noun_of(ahead)[0]:
        return None  # "led by Ros Energy chairman Ola Moe"
    before = words.key[first - 1] if first and words.joined[first] else ""
    speech = before in offices.SPEECH and before not in _NO_SPEAKER_AFTER
    inverted = speech and ahead not in _FINITE and not _has_subject(words, first - 1)  # "he said Ras Moe would open"
    done = ahead == "concluded" and words.key[last + 1 : last + 2] in _ARTICLES  # a contract
    said = (ahead in offices.SPEECH and not done) or inverted
    rules = {
        "by-line": after[:1] == "|" and words.first[first],
        "described": after[:5] == ", who" or _AGE.match(after) is not None,
        "of several countries": _is_of_a_country(words, last, lands),
        "caption": after[:1] in {"(", ","} and after.strip(" (,)\n.").split(" ")[0].strip("),.") in _CAPTION,
        "speaker": said,
        "ranked": beside.small_rank(words, first) is not None,
        "owner of what persons have": beside.owns(words, first, last),
        "received or appointed": before in offices.RECEIVING or _meets(words, first),
        "welcomed": _is_welcomed(words, last) or _travels(words, last, lands),
        "signs for somebody": words.key[last : last + 2] == ("on", "behalf") or _signs_for(words, name, lands),
        "received from a country": _is_guest(words, first, lands),
        "signature": _is_signature(words, name),
    }
    return next((rule for rule, holds in rules.items() if holds), None)


def _of_those_present(words: Words, first: int) -> bool:
    """Whether the words before word `first` say who came: "the delegation comprised", "among the guests were"."""
    return not _PRESENT.isdisjoint(words.key[max(0, first - 12) : first])


def _signs_for(words: Words, name: tuple[int, int], lands: Mapping[int, str]) -> bool:
    """Whether the name is of who signs for a country: "signed by A for Norway and (by) B for Italy"."""
    first, last = name
    land = last + 1 + (words.key[last + 1 : last + 2] == ("the",))
    second = words.key[first - 1] == "and" and first - 2 in lands and "by" in words.key[max(0, first - 12) : first]
    return (words.key[first - 1] == "by" or second) and words.key[last : last + 1] == ("for",) and land in lands


def _travels(words: Words, last: int, lands: Mapping[int, str]) -> bool:
    """Whether the one named goes to a country or town: "when Eva Ros came to Oslo", "Eva Ros arrived in Chad"."""
    verb, where = (*words.key[last : last + 2], "", "")[:2]
    if verb in _BEGINS and "visit" in words.key[last + 1 : last + 7] and where in {"a", "an", "his", "her"}:
        return True  # "Eva Ros commenced a three-day visit"
    goes = (verb in {"arrived", "flew", "travelled", "traveled"} and where in {"to", "in"}) or (verb, where) == (
        "came",
        "to",
    )
    return goes and last + 2 < len(words.text) and words.capital[last + 2]


def _is_guest(words: Words, first: int, lands: Mapping[int, str]) -> bool:
    """Whether a country's own is received or met by somebody: "hosted Chile's Eva Ros"."""
    owner = first - 1
    owned = owner > 0 and owner in lands and words.possessive(owner) and words.gap(first).rstrip("’'") in {"'s ", "’s "}
    return bool(owned) and words.joined[owner] and words.key[owner - 1] in offices.RECEIVING - _WELCOMED_THINGS


def _is_welcomed(words: Words, last: int) -> bool:
    """Whether somebody received the one named: "Jon Moe was welcomed by", not "the Green Deal was welcomed"."""
    was, verb, ahead = (*words.key[last : last + 3], "", "", "")[:3]
    return was == "was" and verb in _WELCOMED and ahead in _WELCOMING


def _has_subject(words: Words, verb: int) -> bool:
    """Whether the verb has its subject in front, so that the name behind is its object: "he acknowledged Ros Oil"."""
    return verb > 0 and words.joined[verb] and (words.capital[verb - 1] or words.key[verb - 1] in _SUBJECTS)


def _is_of_a_country(words: Words, last: int, lands: Mapping[int, str]) -> bool:
    """Whether a name's country follows it in a list of those who came: "attended by A (Fiji), B (Tonga)".

    Or "the presidents are A from Fiji and B, from Tonga".
    """
    bracketed = last in lands and words.gap(last) == " ("
    told = words.key[last : last + 1] == ("from",) and last + 1 in lands and words.gap(last) in {" ", ", "}
    if not bracketed and not told:
        return False
    k = last - 1
    while k > max(0, last - 40) and (not words.first[k] or words.gap(k)[-1:] == "("):
        k -= 1
    return not _ATTENDING.isdisjoint(words.key[k:last])


def _meets(words: Words, first: int) -> bool:
    """Whether word `first` names the side met, or who does what persons do: "talks with A", "led by A"."""
    if first < 2 or not (words.joined[first] and words.joined[first - 1]):
        return False
    before = words.key[first - 2]
    return before in (_MEETINGS if words.key[first - 1] == "with" else _DOINGS if words.key[first - 1] == "by" else ())


def _is_signature(words: Words, name: tuple[int, int]) -> bool:
    """Whether the name signs the article: "— A" or "A, Agency" at its end, "A" above "Staff Writer"."""
    first, last = name
    if not words.first[first] or last - first > 4:
        return False
    ends = last == len(words.text)
    line = words.source[words.end[last - 1] : words.end[last - 1] + 60]
    if ends:
        return words.gap(first).rstrip().endswith(("–", "—", "--")) and not line.strip(" .\n")
    agency = line[:1] == "," and words.capital[last] and last + 2 >= len(words.text)
    return agency or ("\n" in words.gap(last) and words.key[last] in {"staff", "senior"} | credit_lines.WORDS)


_BEGINS = frozenset({"began", "begins", "commenced", "concluded", "concludes", "started", "undertook", "paid", "pays"})
_WELCOMED = frozenset({"welcomed", "received", "greeted", "accompanied", "sworn", "briefed"})
_WELCOMING = frozenset({"by", "at", "in", "on", "upon", "with"})
_WELCOMED_THINGS = frozenset({"welcomed", "introduced", "replaced", "succeeded"})
_FINITE = frozenset(
    {"would", "will", "is", "was", "are", "were", "has", "had", "have", "could", "should", "must", "can", "may"}
)
_ARTICLES = (("a",), ("an",), ("the",))
_RANK_OPENINGS = frozenset(tables.table("titles")["address"]["rank_openings"])
_SUBJECTS = frozenset({"he", "she", "they", "it", "who", "also", "and"})
_KNOWN_BODIES = frozenset(name for listed in tables.table("organisations")["known"].values() for name in listed)
_ATTENDING = frozenset(tables.table("titles")["caption"]["attending"])
_COMPANIES = frozenset(tables.table("organisations")["nouns"]["company"]) - offices.OFFICES
_AGE = re.compile(r", (?:aged )?\d\d[,.;]")
# "the daily Il Corriere said": what is named behind these is no person.
_MEDIA = frozenset(
    noun for kind in ("media", "bank", "university") for noun in tables.table("organisations")["nouns"][kind]
) - {"channel", "station"}
_MEETINGS = frozenset(tables.table("titles")["speech"]["meetings"])
_PRESENT = frozenset(tables.table("titles")["caption"]["present"])
_DOINGS = frozenset(tables.table("titles")["speech"]["doings"])
_CAPTION = frozenset(tables.table("titles")["caption"]["words"])
# Verbs of speech whose object is no speaker: who is told without a title is a medium, what is called is a thing.
_NO_SPEAKER_AFTER = frozenset({"called", "told", "tells"})
_OPENS = frozenset({"during", "after", "before", "following", "upon", "since", "both", "while"})
_NO_PERSON_AFTER = frozenset({"the", "in", "at", "from"})
