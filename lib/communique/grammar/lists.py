"""Lists in running text: items with bullets or numbers, the sentence that leads them in, and names joined by "and"."""

import re
from functools import cache

import msgspec

from communique import words
from communique.grammar import countries, owners, text as grammar
from communique.grammar.offices import PORTFOLIO
from communique.record import Span

_JOINT = re.compile(
    r"\s*[,;]\s*(?:and\s+|as\s+well\s+as\s+)?(?:between\s+)?|\s+and\s+(?:between\s+)?|\s+as\s+well\s+as\s+|\s+/\s+"
)
_ARTICLE = re.compile(r"(?:the|a|an|its|their)\s", re.IGNORECASE)
_SEAT = re.compile(r",\s+(?P<country>[A-Z][^,()]{2,30})\Z")
# "-Agreement on tea": a bullet with no space behind it.
_GLUED = re.compile(r"[-•*·▪●](?=[A-Z“\"‘«]|the\s|a\s)")
_HEAD_END = re.compile(r"\s(?:of|for|in|under)\s")
_FIELD_END = re.compile(r"\s\(|\sof\s|\.")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d{1,2}")  # of a row, in a table whose cells stand one below the other


class Unit(msgspec.Struct, frozen=True):
    """A sentence, or an item of a list; `lead` is the index of the last sentence before it that is no item."""

    start: int
    end: int
    item: bool
    lead: int


def units(text: str, sentences: tuple[Span, ...]) -> tuple[Unit, ...]:
    """The sentences with list items told apart: a bullet or number opens them, on their line or on one before."""
    found: list[Unit] = []
    lead, marked = -1, False
    for start, end in sentences:
        mark = grammar.BULLET.match(text, start, end) or _GLUED.match(text, start, end)
        body = grammar.strip(text, mark.end(), end) if mark else Span(start, end)
        if body.start == body.end or _NUMBER.fullmatch(text, *body):
            marked = True
            continue
        item = marked or mark is not None
        lead = lead if item else len(found)
        found.append(Unit(body.start, body.end, item, lead))
        marked = False
    return tuple(found)


def conjuncts(text: str, start: int, end: int, least: int = 1) -> list[Span]:
    """The names in `text[start:end]` joined by commas and "and"; an "and" inside a name does not part it.

    At least `least` names are looked for: "between the Ministry of Health and Pfizer" holds two.

    >>> line = "the Ministry of Labour and Family and the Dublin Institute"
    >>> [line[a:b] for a, b in conjuncts(line, 0, len(line))]
    ['the Ministry of Labour and Family', 'the Dublin Institute']
    """
    found = _atoms(text, start, end)
    if len(found) < 2:
        return found
    if owned := owners.parted(text, found):
        first, second = owned
        return [first, *conjuncts(text, *second)]
    whole = owners.joined(text, found)
    atoms = _joined_fields(text, _with_nouns(text, whole, least))
    groups = _grouped(text, atoms)
    fewer = len(groups) < least <= len(atoms) and len(whole) == len(found)
    last = text[slice(*atoms[-1])] if atoms else ""
    if fewer and not _is_definite_field(last) and not _is_portfolio(last):
        groups = [Span(atoms[0].start, atoms[-2].end), atoms[-1]]
    return _without_seats(text, groups)


def _grouped(text: str, atoms: list[Span]) -> list[Span]:
    """The pieces put together to names: each with those behind it that open no name."""
    groups: list[Span] = []
    for number, atom in enumerate(atoms):
        if groups and not _opens(text, groups[-1], atom, atoms[number + 1 :]):
            groups[-1] = Span(groups[-1].start, atom.end)
        else:
            groups.append(atom)
    return groups


def _is_portfolio(piece: str) -> bool:
    """Whether the piece is a bare field: "Chambers of Commerce and | Industry"."""
    return piece.isalpha() and piece.lower() in PORTFOLIO


def _without_seats(text: str, groups: list[Span]) -> list[Span]:
    """The names without the countries set off behind them: "the Tea Board, Kenya, and the Cocoa Board, Ghana"."""
    bodies = [_is_institution(text[slice(*group)]) for group in groups] if len(groups) > 1 else []
    if sum(bodies) < 2:
        return groups
    kept = groups[:1]
    for place in range(1, len(groups)):
        set_off = bodies[place - 1] and text[groups[place - 1].end : groups[place].start].strip() == ","
        if not (set_off and countries.code_of(text[slice(*groups[place])].rstrip("."))):
            kept.append(groups[place])
    return [_without_seat(text, group) for group in kept]


def _without_seat(text: str, group: Span) -> Span:
    """The name without the country behind its last comma."""
    seat = _SEAT.search(text, *group)
    return Span(group.start, seat.start()) if seat and countries.code_of(seat["country"]) else group


def _atoms(text: str, start: int, end: int) -> list[Span]:
    """The pieces between all joints outside brackets."""
    pieces, begin, place, depth = [], start, start, 0
    whole = {mention.start: mention.end for mention in countries.find(text[start:end])}
    for joint in _JOINT.finditer(text, start, end):
        if any(at + start < joint.start() < to + start for at, to in whole.items()):
            continue  # "Bosnia and Herzegovina"
        depth += text.count("(", place, joint.start()) - text.count(")", place, joint.start())
        place = joint.start()
        if depth <= 0:
            pieces.append(grammar.strip(text, begin, joint.start()))
            begin = joint.end()
    pieces.append(grammar.strip(text, begin, end))
    return [piece for piece in pieces if piece.end > piece.start]


def _with_nouns(text: str, atoms: list[Span], least: int) -> list[Span]:
    """The pieces with those joined that an article opens and that lack the noun of an institution, up to the piece that
    has it: "the Tea Research, | Development | and Innovation Council"; `least` pieces are left.
    """
    joined: list[Span] = []
    place = 0
    while place < len(atoms):
        last = _noun_of(text, atoms, place)
        last = last if len(joined) + len(atoms) - last >= least else place
        joined.append(Span(atoms[place].start, atoms[last].end))
        place = last + 1
    return joined


def _noun_of(text: str, atoms: list[Span], place: int) -> int:
    """The number of the piece that holds the noun which the piece at `place` lacks, or `place`."""
    piece = text[slice(*atoms[place])]
    if not piece.startswith("the ") or piece.count(" ") < 2 or _is_institution(piece) or not piece[-1].isalpha():
        return place
    for number in range(place + 1, min(len(atoms), place + 4)):
        words_of = _HEAD_END.split(text[slice(*atoms[number])].partition(" (")[0], maxsplit=1)[0].rstrip(".").split()
        if _ARTICLE.match(text[slice(*atoms[number])]) or not words_of[0][0].isupper():
            return place
        if owners.is_anded(text, atoms, number):
            return number if len(words_of) in (2, 3) and words_of[-1].lower() in _table()["institutions"] else place
        if len(words_of) > 2 or words_of[-1].lower() in _table()["institutions"]:
            return place
    return place


def _joined_fields(text: str, atoms: list[Span]) -> list[Span]:
    """The pieces with "Water | and Irrigation Ministry" joined again: a bare field before the noun it lacks."""
    joined: list[Span] = []
    last = next((place for place in range(len(atoms) - 1, 0, -1) if owners.is_anded(text, atoms, place)), 0)
    anded = [place > 0 and owners.is_anded(text, atoms, place) for place in range(len(atoms))]
    for place, atom in enumerate(atoms):
        # "Alfa and Togo Export | and Trade Board (TTB)"
        closing = any(anded[:place]) and text[atom.end - 1] == ")" and " " in text[slice(*atoms[place - 1])]
        inner = anded[place] and (place < last or closing)
        if len(atoms) > 2 and joined and _completes(text, joined, text[atom.start : atom.end], inner):
            joined[-1] = Span(joined[-1].start, atom.end)
        else:
            joined.append(atom)
    return joined


def _completes(text: str, before: list[Span], piece: str, inner: bool) -> bool:
    """Whether the piece gives the noun that the field before it lacks; `inner`: another "and" joins the names, so this
    one may stand in a name ("Alfa Bank, Oslo Sun | and Wind Company and Beta Works").
    """
    last = text[before[-1].start : before[-1].end]
    if len(before) > 1 and text[before[-2].end] == "," and countries.code_of(last):
        return False  # "the Tea Board, Kenya | and Cup Agency"
    own = _ARTICLE.match(piece) or countries.code_of(piece.split(maxsplit=1)[0])  # "Alfa | and Chad Mills Limited"
    if text[before[-1].end] == "," or last.endswith(")") or own:
        return False
    if inner and not _is_institution(last) and countries.code_of(last) is None:
        field = last.rsplit(maxsplit=1)[-1].lower() in PORTFOLIO and _ends_as_institution(piece)
        if field or _is_named_company(piece) or (piece.endswith(")") and _ends_as_institution(piece)):
            return True
    if not _is_field(last):
        return False
    owned = len(before) > 1 and owners.goes_on(text[before[-2].start : before[-2].end])
    noun = _HEAD_END.split(piece.partition(" (")[0], maxsplit=1)[0].rsplit(maxsplit=1)[-1].lower().rstrip(".")
    known = last.rsplit(maxsplit=1)[-1].lower() in PORTFOLIO | _table()["trades"]
    return not owned and (noun in _table()["closing"] or (known and noun in _table()["institutions"]))


def _ends_as_institution(piece: str) -> bool:
    """Whether the piece ends in the noun that a field before it lacks: "Investment Promotion Agency (IPA)"."""
    found = piece.partition(" (")[0].split()
    return len(found) > 1 and found[-1].lower().rstrip(".") in _table()["institutions"]


def _is_named_company(piece: str) -> bool:
    """Whether the piece is a word in capitals and the noun of an institution: "Wind Company (WCo)"."""
    found = piece.partition(" (")[0].split()
    return len(found) == 2 and found[0][:1].isupper() and found[1].lower().strip(".") in _table()["institutions"]


def _is_field(piece: str) -> bool:
    """Whether the piece is one word, or a country's adjective and one word: "Kenyan Water"."""
    words_of = [word.removesuffix("'s").removesuffix("’s") for word in piece.removeprefix("the ").split()]
    return words_of[-1].isalpha() and (
        len(words_of) == 1 or (len(words_of) == 2 and countries.code_of(words_of[0]) is not None)
    )


def _opens(text: str, group: Span, atom: Span, rest: list[Span]) -> bool:
    """Whether `atom` begins a new name, given the name before it."""
    before, piece = text[group.start : group.end], text[atom.start : atom.end]
    plain = piece.partition(" (")[0].rstrip(".").lower()
    if plain in _table()["legal_forms"] or (plain == "administration" and owners.goes_on(before)):
        return False  # "Agency for Organisation | and Administration"
    if _ARTICLE.match(piece):
        return not _is_definite_field(piece) or not owners.goes_on(before)
    known = _is_institution(piece)
    if known and _ARTICLE.match(before) and not _is_institution(before) and len(before.split()) == 2:
        return False  # "the Trade | and Development Bank"
    return known or not owners.goes_on(before)


def _is_definite_field(piece: str) -> bool:
    """Whether the piece is a field that has an article: "Council for Culture and | the Arts (of Chad)"."""
    return _FIELD_END.split(piece.lower().removeprefix("the "), maxsplit=1)[0] in _table()["definite_fields"]


def _is_institution(piece: str) -> bool:
    """Whether the piece is an institution by its own words, before any "of", "for" or "in"."""
    heads = {word.lower() for word in _WORD.findall(_HEAD_END.split(piece, maxsplit=1)[0])}
    return not heads.isdisjoint(_table()["institutions"])


@cache
def _table() -> dict[str, frozenset[str]]:
    kinds = ("institutions", "fields", "legal_forms", "closing", "definite_fields", "trades")
    return {name: frozenset(words.table("documents")["parties"][name]) for name in kinds}
