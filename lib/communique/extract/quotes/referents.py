"""Who and what a text mentions, as far as it can speak: persons, epithets, pronouns, offices and documents."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec
from msgspec.structs import replace

from communique import words
from communique.extract.quotes import genders
from communique.grammar import countries
from communique.grammar.names import PARTICLES
from communique.record import Organisation, Person


class Referent(msgspec.Struct, frozen=True):
    """A mention: `words` as they will be reported, `person` the number of the person meant or -1."""

    start: int
    end: int
    kind: str  # person, epithet, pronoun, office, document
    words: str
    person: int = -1
    possessive: bool = False


class Profile(msgspec.Struct, frozen=True):
    """What is known of a person that helps to know him or her again."""

    name: str
    role: str
    countries: frozenset[str]
    gender: str | None
    firm: bool = False  # the role itself names the country


class Tokens(msgspec.Struct, frozen=True):
    """The words of a text as parallel lists, `lower` for looking them up."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    lower: list[str]


_TOKEN = re.compile(rf"({words.LETTERS}(?:[-‑.]{words.LETTERS})*+)")
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "this", "that"))
_BETWEEN_TITLE_AND_NAME = re.compile(r"\s+(?:the\s+(?=[A-Z][\w.]+\s))?(?:[^\W\d_a-z][\w.’'-]*\s+){0,5}")
_TITLE_BEFORE = re.compile(r"([^\W\d_]+)\.?\s+$")
_POSSESSIVE = re.compile(r"['’](?:s\b|(?<=s['’])(?=\s))", re.IGNORECASE)
_CAPITALISED = r"[^\W\d_a-z](?:\w?\.|[\w&’'-]{0,40})"
# White space inside a phrase: a line may be wrapped, a paragraph may not end.
_SPACE = r"(?:[^\S\n]+|[^\S\n]*\n(?!\s))"
# "of Trade and Industry", "of the Georgian state", "of Oslo's delegation", "of our delegation".
_DOMAIN = re.compile(
    rf"{_SPACE}(?:of|for|to){_SPACE}(?:(?:the{_SPACE})?{_CAPITALISED}(?:{_SPACE}(?:of{_SPACE}|and{_SPACE})?{_CAPITALISED}){{0,5}}"
    rf"(?:{_SPACE}(?:state|government|cabinet|diplomacy)\b|(?<=['’]s){_SPACE}[a-z]{{3,20}}\b)?"
    rf"|(?:the|our|this|his|her|their){_SPACE}(?:state|government|cabinet|delegation|ministry|mission|agency)\b)"
)
_LINK = re.compile(r"\s(?:of|for|to)\s+(?:the\s+)?")


def tokens(text: str) -> Tokens:
    """The words of the text; a hyphenated word is one, a possessive ending is apart."""
    pieces = words.split(_TOKEN, text)
    return Tokens(pieces.words, pieces.starts, pieces.ends, list(map(str.lower, pieces.words)))


def find(
    text: str, found: Tokens, people: tuple[Person, ...], organisations: tuple[Organisation, ...]
) -> list[Referent]:
    """The mentions in order, none overlapping; epithets and pronouns still to be resolved.

    A title in front of a name is part of the name's mention; a possessive owner is part of what it owns.
    """
    mentions = [*_names(text, found, people), *_institutions(text, organisations), *_described(text, found)]
    kept: list[Referent] = []
    for referent in sorted(mentions, key=lambda one: (one.start, -one.end, one.kind != "person")):
        while kept and kept[-1].kind == "epithet" and referent.kind == "person" and _is_title(text, kept[-1], referent):
            kept.pop()
        if not kept or referent.start >= kept[-1].end:
            kept.append(referent)
        elif kept[-1].kind == "document" and referent.kind == "person" and referent.start == kept[-1].start:
            # In "N's letter said" it is N who speaks.
            kept[-1] = replace(kept[-1], words=referent.words, person=referent.person)
    return kept


def profiles(text: str, people: tuple[Person, ...], mentions: Iterable[Referent]) -> tuple[Profile, ...]:
    """The profiles of the persons, in their order; gender None where no title or name tells it."""
    titles: dict[int, str] = {}
    for mention in mentions:
        if mention.kind == "person" and mention.person not in titles:
            gender = genders.of_titles().get(_title(text[max(0, mention.start - 16) : mention.start]))
            if gender:
                titles[mention.person] = gender
    found: list[Profile] = []
    other_side = words.table("reporting")["other_side"]["words"]
    for number, person in enumerate(people):
        role = (person.role or "").lower()
        if found and any(word in role for word in other_side):
            # "His Latvian counterpart" holds the office of the one named before.
            role = f"{role} {found[-1].role}"
        named = {one.code for one in countries.find(person.role or "")}
        codes = frozenset(named or ({person.country} if person.country else ()))
        gender = titles.get(number) or genders.told(person.name, role)
        found.append(Profile(person.name, role, codes, gender, bool(named)))
    return tuple(found)


def _title(before: str) -> str:
    """The word right before a name, in small letters and without its full stop, or ""."""
    last = before.split()[-1:] if before[-1:].isspace() else []
    if last and (word := last[0].removesuffix(".")).isalpha():
        return word.lower()
    title = _TITLE_BEFORE.search(before) if last else None
    return title[1].lower() if title else ""


def without_article(phrase: str) -> str:
    """The phrase with white space collapsed and without a leading article."""
    parts = phrase.split()
    return " ".join(parts[1:] if len(parts) > 1 and parts[0].lower() in _ARTICLES else parts)


def _names(text: str, found: Tokens, people: tuple[Person, ...]) -> Iterator[Referent]:
    """Every mention of a person by the full name, a surname or a given name nobody shares."""
    forms, reached, plain = _forms(people), 0, countries.fold(text)
    folded = [word if word.isascii() else countries.fold(word) for word in found.words]
    for number in [number for number, word in enumerate(folded) if word in forms]:
        start = found.starts[number]
        if start < reached:
            continue
        for form, person in forms[folded[number]]:
            end = _form_end(plain, start, form)
            if end is not None:
                reached = end
                yield Referent(start, reached, "person", people[person].name, person, _is_owner(text, reached))
                break


def _form_end(plain: str, start: int, form: tuple[str, ...]) -> int | None:
    """Where a form of a name ends that stands at `start`, or None; any white space may part its words."""
    place = start  # no pattern is made: names are other ones in each article, and patterns take long to make
    for number, part in enumerate(form):
        begin = place
        while number and plain[place : place + 1].isspace():
            place += 1
        if (number and place == begin) or not plain.startswith(part, place):
            return None
        place += len(part)
    following = plain[place : place + 1]
    return None if following.isalnum() or following == "_" else place


def _forms(people: tuple[Person, ...]) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """The forms of all names without accents, by first word, longest first; a shared form is its first bearer's."""
    owners: dict[tuple[str, ...], int] = {}
    names = [countries.fold(person.name).split() for person in people]
    for number, name in enumerate(names):
        owners.setdefault(tuple(name), number)
        while len(name) > 2 and name[-1].strip(".").lower() in _suffixes():
            name.pop()
    for number, name in enumerate(names):
        for i in range(1, min(len(name), 8)):
            owners.setdefault(tuple(name[i:]), number)
    for number, name in enumerate(names):
        given = name[0].lower() if name else ""
        if len(given.strip(".")) > 1 and given not in PARTICLES and given not in genders.of_titles():
            owners.setdefault((name[0],), number)
    for number, name in enumerate(names):  # the first of two surnames: "Quispe" for "Rosa Quispe Soto"
        for part in name[1:-1][:6]:
            if len(part) > 2 and part.lower() not in PARTICLES:
                owners.setdefault((part,), number)
    forms: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for form, number in sorted(owners.items(), key=lambda item: -len(item[0])):
        first = _TOKEN.match(form[0]) if form else None
        # A particle alone ("de", "bin") or an initial is nobody's name.
        if first and (len(form) > 1 or (form[0][0].isupper() and len(form[0].strip(".")) > 1)):
            forms.setdefault(first.group(), []).append((form, number))
    return forms


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(words.table("names")["suffixes"])


def _institutions(text: str, organisations: tuple[Organisation, ...]) -> Iterator[Referent]:
    for organisation in organisations:
        for start, end in organisation.spans:
            if end <= len(text) and "\0" not in text[start:end]:
                yield Referent(start, end, "office", organisation.name, -1, _is_owner(text, end))


def _described(text: str, found: Tokens) -> Iterator[Referent]:
    """What is mentioned by no name: pronouns, and nouns of persons, institutions and documents with their phrases."""
    heads, lower = _heads(), found.lower
    for number in [number for number, word in enumerate(lower) if word in heads]:
        for head, kind in heads[lower[number]]:
            last = number + len(head) - 1
            if len(head) > 1 and lower[number : last + 1] != head:
                continue
            if len(head) > 1 and text.count(" ", found.ends[number], found.ends[last]) >= len(head) + 1:
                continue
            begin = _begin(text, found, number, kind)
            if begin is not None and not (kind == "epithet" and "".join(lower[last + 1 : last + 2]) in _adjectival()):
                yield _phrase(text, begin, found.ends[last], kind)
            break


def _begin(text: str, found: Tokens, number: int, kind: str) -> int | None:
    """Where the phrase of a noun begins: at its article or owner, or at itself where it stands for a name."""
    starts = found.starts
    if kind == "pronoun":
        return starts[number]
    table, begin, whole = _small(), starts[number], True
    for at in range(number - 1, max(-1, number - 7), -1):
        gap, lower = text[found.ends[at] : starts[at + 1]], found.lower[at]
        if gap != " " and not _is_inner(gap, len(found.words[at])):
            break
        if lower in table["determiners"]:
            return starts[at]
        if lower == "s" and text[starts[at] - 1 : starts[at]] in ("'", "’"):
            return starts[at - 1] if at else starts[at]
        if lower in table["stops"]:
            break
        whole = whole and (kind == "plural" or found.words[at][0].isupper())
        begin = starts[at] if whole else begin
    bare = kind == "plural" or (kind in ("epithet", "office") and found.words[number][0].isupper())
    return begin if bare else None


def _is_inner(gap: str, size: int) -> bool:
    """Whether a noun phrase goes on over a gap behind a word of that size: white space, an apostrophe, "St. "."""
    return bool(gap) and (gap.strip(" \n") in ("", "'", "’", "&") or (gap == ". " and size < 4))


def _phrase(text: str, begin: int, end: int, kind: str) -> Referent:
    """The mention of a phrase, with the domain after it ("the minister of Trade")."""
    domain = _DOMAIN.match(text, end) if kind in ("epithet", "office") and not text.startswith("-", end) else None
    end = domain.end() if domain else end
    owned = _is_owner(text, end)
    return Referent(begin, end, "office" if kind == "plural" else kind, without_article(text[begin:end]), -1, owned)


def _is_owner(text: str, end: int) -> bool:
    """Whether a possessive ending follows."""
    return text[end : end + 1] in ("'", "’") and _POSSESSIVE.match(text, end) is not None


def _is_title(text: str, epithet: Referent, person: Referent) -> bool:
    """Whether the epithet is the title of the name ("his guest President X", "the President of Chile N"), not its owner
    ("the spokesman for President X")."""
    if person.start >= epithet.end:
        return bool(_BETWEEN_TITLE_AND_NAME.fullmatch(text, epithet.end, person.start))
    links = list(_LINK.finditer(text, epithet.start, person.start))
    between = text[links[-1].end() : person.start].lower().split() if links else []
    return (
        person.end >= epithet.end
        and bool(between)
        and not any([word] in (head for head, _ in _heads().get(word, ())) for word in between)
    )


@cache
def _heads() -> dict[str, list[tuple[list[str], str]]]:
    """The nouns and pronouns by their first word, longest first, each with its kind."""
    table = words.table("reporting")
    kinds = {
        "pronoun": ["he", "she", "him", "her", "it"],
        "epithet": table["epithets"],
        "office": table["offices"],
        "plural": table["plural"]["words"],
        "document": table["documents"],
    }
    heads: dict[str, list[tuple[list[str], str]]] = {}
    for kind, phrases in kinds.items():
        for phrase in phrases:
            heads.setdefault(phrase.split()[0], []).append((phrase.split(), kind))
    return {first: sorted(found, key=lambda head: -len(head[0])) for first, found in heads.items()}


@cache
def _adjectival() -> frozenset[str]:
    """Nouns behind an epithet that is their adjective."""
    return frozenset(words.table("reporting")["adjectival"]["after"])


@cache
def _small() -> dict[str, frozenset[str]]:
    """Words that begin a noun phrase, and words that cannot be inside one."""
    verbs = ["and", "that", "who", "which", "is", "was", "were", "has", "had", "have", "said", "but", "or", "not"]
    stops = [*words.table("reporting")["prepositions"]["words"], *verbs]
    determiners = ["the", "his", "her", "its", "their", "our", "a", "an", "this", "one", "another"]
    return {
        "determiners": frozenset(determiners),
        "stops": frozenset(stops),
    }
