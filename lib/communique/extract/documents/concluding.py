"""Who concluded the documents of a chain: by their names, their verb, or the several that they are of."""

import re

from communique import words
from communique.extract.documents import merging, parties, party_names, recalling, runs, signing
from communique.extract.documents.chains import Chain, Context, Title
from communique.extract.documents.phrases import Phrase
from communique.grammar import countries
from communique.grammar.lists import Unit
from communique.record import Document, Party

_EXISTS = re.compile(r"(?:there\s+(?:is|was|are|were)|they\s+(?:are|include)|these\s+(?:are|include)|one\s+is)\b")
_BOUNDARY = re.compile(r";|\b(?:whil(?:e|st)|whereas|but)\b")
_ANNOUNCED = re.compile(
    r"(?:announced|announces|confirmed|celebrated)\s+(?:the\s+)?(?:signing|signature|conclusion)\s+of\s+an?\s+\Z"
)
# "one on tea and one on oats, both between | A and B"
_BOTH_BETWEEN = re.compile(r",\s+both\s+between\s+(?=(?:the\s+)?[A-Z])")
# "The Senate | approved a treaty with Chad": it is no party to it
_APPROVES = re.compile(r"(?:approv|adopt|endors|ratif|accept)")
_CHAMBER = re.compile(
    r"\b(?:senate|parliament|cabinet|congress|assembly|house|council\s+of\s+ministers|duma|majlis|lawmakers)\Z"
)
_CLAUSE = re.compile(r",\s+and\s+")
_PLURAL_AUXILIARY = re.compile(r"[\s,]{0,3}(?:were|are|have|had|will|would)\b")
_WITH = re.compile(r"\s+with\s")
_VAGUE = ("several", "various", "many", "numerous", "different")  # "between several firms and their partners"
_NUMBERS = frozenset(words.table("documents")["numbers"])


def around(story: Context, chain: Chain, title: Title) -> tuple[Party, ...]:
    """The parties in the name, or in a predicate behind it: of the last name alone, or of all by one auxiliary verb."""
    inside = parties.in_title(story.text, title.phrase.end, title.end, story.people)
    inside = inside or parties.in_front(story.text, title.phrase.start, title.phrase.head)
    if not inside:
        unit = story.units[chain.unit] if len(chain.titles) == 1 else Unit(title.phrase.start, title.end, False, 0)
        inside = parties.beside(story.text, unit, title.phrase.start, title.end)
    if inside:
        return inside
    if title.phrase.elliptic and (by := parties.gapped(story.text, title.end, story.units[chain.unit].end)):
        return by
    if title is not chain.titles[-1] and not _PLURAL_AUXILIARY.match(story.text, chain.end):
        return ()
    return parties.behind(story.text, chain.said(story.text), story.units[chain.unit].end, story.people)


def subject(story: Context, chain: Chain, reading: signing.Reading, before: list[merging.Found]) -> tuple[Party, ...]:
    """The parties before the verb, with the partner after "with"."""
    inside = (parties.partner(story.text, one.phrase.end, one.end, story.people) for one in chain.titles)
    partner: tuple[Party, ...] = next(filter(None, inside), ())
    if reading.verb is not None and not partner:
        partner = parties.indirect(story.text, reading.verb, chain.start, story.people)
    if reading.verb is not None and not partner and story.lowered.startswith("award", reading.verb):
        partner = parties.winner(story.text, chain.start, chain.end)
    left_out = chain.titles[0].subject
    if left_out:
        return party_names.all_of(story.text, *left_out, story.people, 1 if partner else 2) + partner
    verb = reading.verb if reading.verb is not None or not partner else _announced(story, chain)
    if verb is None:
        return partner
    start = max(story.units[chain.unit].start, verb - runs.REACH)
    last = before[-1].document.span if before else None
    if last and start <= last.end <= verb:
        clause = _CLAUSE.search(story.text, last.end, verb)
        start = clause.end() if clause else last.end
    start = _clause_start(story, start, verb)
    for boundary in _BOUNDARY.finditer(story.lowered, start, verb):
        start = boundary.end()
    subject = parties.subject(story.text, start, verb, story.people, 1 if partner else 2)
    if _APPROVES.match(story.lowered, verb):
        subject = tuple(party for party in subject if not _CHAMBER.search(party.name.lower()))
    alone = len(subject) == 1 and not partner and countries.code_of(subject[0].name)
    return partner if alone else subject + partner


def _announced(story: Context, chain: Chain) -> int | None:
    """Where a body tells what it signed: "The board | announced the signing of an MoU with B"."""
    begin = story.units[chain.unit].start
    match = _ANNOUNCED.search(story.lowered, max(begin, chain.start - 60), chain.start)
    return match.start() if match else None


def _clause_start(story: Context, start: int, verb: int) -> int:
    """Where the verb's clause begins if another that signs stands before: "A signed two, | and B signed a pact"."""
    *_, last = (None, *_CLAUSE.finditer(story.text, start, verb))
    return last.end() if last and signing.has_verb(story.lowered, start, last.start()) else start


def each_with_partner(story: Context, chain: Chain, shared: tuple[Party, ...]) -> list[tuple[Party, ...]]:
    """The shared parties for each name, with its own partner where it has one: "one with Peru and one with Chile"."""
    if len(chain.titles) == 1:
        return [shared]
    end = story.units[chain.unit].end
    if both := _BOTH_BETWEEN.search(story.text, chain.start, end):
        found = party_names.listed(story.text, both.end(), end, 2)
        before = [title for title in chain.titles if title.phrase.start < both.start()][-2:]
        return [found if title in before else shared for title in chain.titles]
    partners = [parties.partner(story.text, one.phrase.end, one.end, story.people) for one in chain.titles]
    own = {party.span for found in partners for party in found}
    alone = tuple(party for party in shared if party.span not in own)
    if not _WITH.match(story.text, chain.titles[-1].phrase.end):
        own -= {party.span for party in partners[-1]}  # "a protocol on tea and an agreement on oats with Chad"
    rest = tuple(party for party in shared if party.span not in own)
    return [alone + mine if mine else rest for mine in partners]


def with_first(found: tuple[Party, ...], elliptic: bool, group: tuple[Party, ...]) -> tuple[Party, ...]:
    """The partner of one of several, with the body that signed all: "Alfa signed two pacts, | the first with Beta"."""
    return group + found if elliptic and len(found) == len(group) == 1 and group[0].name != found[0].name else found


def one_each(story: Context, chain: Chain, reading: signing.Reading, shared: tuple[Party, ...]) -> list[Party]:
    """The parties if each has one of the documents: "A and B won, respectively, a contract on X and one on Y"."""
    if reading.verb is None or len(shared) != len(chain.titles) or len(shared) < 2:
        return []
    unit = story.units[chain.unit]
    return list(shared) if "respectively" in story.lowered[reading.verb : min(unit.end, chain.end + 20)] else []


def counted(story: Context, unit: Unit, phrases: list[Phrase], bare: bool = False) -> tuple[Party, ...]:
    """The parties of several documents that are counted first and named later: "A and B signed three memoranda".

    If `bare`, no number need be said: "A and B signed agreements on tea and on oats".
    """
    for phrase in phrases:
        if not phrase.plural or (phrase.article not in _NUMBERS and (phrase.article or not bare)):
            continue
        place = recalling.Place(story.lowered, unit.start, phrase.start, phrase.end, unit.end, story.date)
        reading = signing.read(place, phrase.code)
        if reading.direct and reading.verb is not None:
            colon = story.text.find(":", phrase.end, unit.end)  # behind it stand the partners of each
            partner = parties.partner(story.text, phrase.end, colon if colon > 0 else unit.end, story.people)
            start, least = max(unit.start, reading.verb - runs.REACH), 1 if partner else 2
            return parties.subject(story.text, start, reading.verb, story.people, least) + partner
    return ()


def of_several(story: Context, chain: Chain) -> tuple[Party, ...]:
    """The parties of several documents at once: "three agreements between A and B"."""
    title = chain.titles[0]
    single = title.phrase.plural and len(chain.titles) == 1
    found = parties.in_title(story.text, title.phrase.end, title.end) if single else ()
    return () if any(party.name.split(maxsplit=1)[0].lower() in _VAGUE for party in found) else found


def _is_named_body(party: Party) -> bool:
    return party_names.is_institution(party) and not party.name.islower()


def _handed_on(before: Document | None, another: bool) -> tuple[Party, ...]:
    """The parties of the document before, which "a second one" has too, "another" where no name states them."""
    if before is None or not another:
        return before.parties if before else ()
    name = before.span
    inside = any(party.span and name.start < party.span.start < name.end for party in before.parties)
    return () if inside else before.parties


def of_group(
    story: Context, chain: Chain, phrase: Phrase, group: tuple[Party, ...], last: Document | None
) -> tuple[Party, ...]:
    """The parties of the group or document named before: "There is a memorandum on A and a second one on B"."""
    if phrase.elliptic:
        return group or _handed_on(last, story.lowered.startswith("another", phrase.start))
    if len(group) > 1 and all(map(_is_named_body, group)):
        return group  # "The Tea Board and the Cup Council signed two memoranda: one on …"
    return group if _EXISTS.match(story.lowered, story.units[chain.unit].start) else ()
