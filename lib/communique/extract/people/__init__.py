"""Who is named in an article, in which role, for which country."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

import msgspec
from msgspec.structs import replace

from communique import words as tables
from communique.extract.people import credit_lines, rosters, seated, untitled
from communique.grammar import bearers, furniture, names, persons, titles
from communique.grammar.names import Words
from communique.grammar.offices import ADDRESS, BEFORE, COUNTERPARTS as RELATED, OFFICES, PEERS
from communique.grammar.persons import Candidate, Group
from communique.grammar.titles import Title
from communique.record import Article, Event, Person, Span


def find(article: Article, event: Event | None = None) -> tuple[Person, ...]:
    """The named persons in the order of the text: fullest name, role as printed nearest it, country, every mention.

    >>> from communique.article import from_text
    >>> [(p.name, p.role) for p in find(from_text("Danish Foreign Minister Eva Ros met Jon Moe, a farmer."))]
    [('Eva Ros', 'Danish Foreign Minister'), ('Jon Moe', 'farmer')]
    """
    words, lands, offices = titles.read(article.text, article.sentences)
    candidates = chain(_candidates(words, lands, offices), credit_lines.by_lines(article, words, lands))
    kept = [found for found in _checked(words, candidates) if _is_told(article, words, found)]
    groups = persons.group(words, [*kept, *_spelt(words, kept, lands)])
    spans = persons.mentions(words, groups)
    found = tuple(_person(words, known, tuple(where)) for known, where in zip(groups, spans, strict=True) if where)
    return _with_sides(found, event.countries if event else ())


def _is_told(article: Article, words: Words, found: Candidate) -> bool:
    """Whether a person stands in the text or signs it, not in a link of the page."""
    return found.rule in _APART or furniture.is_told(article.text, article.paragraphs, words.start[found.first])


def _spelt(words: Words, kept: list[Candidate], lands: Mapping[int, str]) -> Iterator[Candidate]:
    """The full name, printed somewhere without a title, of whom the rules know by one word alone."""
    full = {key for found in kept if found.last - found.first > 1 for key in words.key[found.first : found.last]}
    short = {words.key[found.first] for found in kept if found.last - found.first == 1} - full
    full_names: dict[str, set[tuple[int, int]]] = {key: set() for key in short}
    for i in words.capitals if short else ():
        if words.key[i] in short and words.joined[i] and words.capital[i - 1] and i - 1 not in lands:
            name = bearers.name_from(words, i - 1, lands)
            led = i > 1 and words.joined[i - 1] and (words.capital[i - 2] or words.key[i - 2] in RELATED)
            if (
                name == (i - 1, i + 1)
                and not (led or words.key[i - 1] in bearers.ROYAL)
                and words.key[i - 1] not in BEFORE
                and not words.headline[i]
            ):
                full_names[words.key[i]].add(name)
    for places in full_names.values():
        if len({words.key[first] for first, _ in places}) == 1:
            yield Candidate(*min(places), None, None, "full name")


def _with_sides(found: tuple[Person, ...], sides: tuple[str, ...]) -> tuple[Person, ...]:
    """The persons, the leader without a country given the side that nobody else of the two sides stands for.

    Outlets name the country of the other side's leader and leave out their own.
    """
    named = {person.country for person in found} & set(sides)
    if len(sides) != 2 or len(named) != 1:
        return found
    if sum(not person.country and _leads(person.role) for person in found) != 1:
        return found
    other = next(side for side in sides if side not in named)
    return tuple(
        msgspec.structs.replace(person, country=other) if not person.country and _leads(person.role) else person
        for person in found
    )


def _leads(role: str | None) -> bool:
    """Whether the role is that of a head of state or government."""
    return names.key(role or "") in _LEADERS


def _person(words: Words, known: Group, spans: tuple[Span, ...]) -> Person:
    """The person whom the candidates name; the role is the one beside the fullest name, else the first."""
    members = sorted(known.members, key=lambda member: (member.first, -member.last))
    longest = len(known.keys)
    ranked = sorted(members, key=lambda m: (_rank(m), m.last - m.first < longest, m.first))
    best = next((member for member in ranked if member.role), ranked[0])
    country = next((member.country for member in ranked if member.country), None)
    return Person(name=persons.fullest(words, members), role=best.role, country=country, spans=spans, rule=best.rule)


_ADDRESSED = ADDRESS | bearers.ROYAL
# Rules that hold on a line set like a headline too.
_APART = frozenset({"by-line", "caption", "signature", "entry of a list"})
# Between "the presidents of Fiji and Tonga" and their names.
_SET_OFF = frozenset({",", "–", "—", "--", "-", ":"})
# What may follow an office on a line of its own: "Ana Gil, President of Chad - 10/10/2024".
_LINE_END = re.compile(r"[) ;.]{0,4}(?:[–—|-]{1,2}\s?\d[\d./ -]{3,12})?[ \t]*(?:\n|\Z)")
# Of whom a monarch's or minister's family is, one name is enough.
_FAMILY = frozenset({"lady", "wife", "husband", "spouse", "son", "daughter"})
_LEADERS = frozenset(tables.table("titles")["leaders"]["roles"])

# Persons of trade and companies: "coffee exporter Ana Gil", "uranium exporter Kazel".
_LOOSE = frozenset({"official", "member", "expert", "candidate", "nominee", "author"})  # "the official Kabar account"
_TRADES = frozenset(tables.table("organisations")["nouns"]["company"]) & OFFICES

# Rules whose role counts only where no other gives one.
_RANK = {"counterpart": 1, "form of address": 2}
_CHAIRING = frozenset({"co-chair", "co-chairman", "co-chairwoman", "co-chairperson"})


def _rank(member: Candidate) -> int:
    """How late the role of a mention counts: who only chairs a session has an office elsewhere."""
    return _RANK.get(member.rule, int((member.role or "").lower() in _CHAIRING))


def _candidates(words: Words, lands: Mapping[int, str], offices: tuple[Title, ...]) -> Iterator[Candidate]:
    """What every rule finds."""
    taken: set[int] = set()
    for title in offices:
        taken.update(range(title.first, title.last))
        for candidate in _beside(words, title, lands, taken):
            if candidate.role and not _rank(candidate):  # else an apposition may: "her guest Eva Ros, the minister,"
                taken.add(candidate.first)
            yield candidate
    for i in untitled.starts(words, lands):
        if i not in taken:
            for found in untitled.find(words, i, lands):
                if found.first not in taken:
                    yield found


def _beside(words: Words, title: Title, lands: Mapping[int, str], taken: set[int]) -> Iterator[Candidate]:
    """The persons beside a title: right after it, or set off from it."""
    start = bearers.past_bracket(words, title.last) if title.name is None else title.name
    ahead = start < len(words.text)
    bracketed = (start != title.last and title.name is None) or "(" in words.phrase(title.head, title.last)
    if words.possessive(title.last - 1) or (
        ahead and title.noun in persons.JOURNALISTS and words.gap(start)[:1] == ":"
    ):
        return
    if title.plural:
        start = _past_both(words, start)
        ahead = start < len(words.text)
        if ahead and (words.joined[start] or words.gap(start).strip() in _SET_OFF):
            yield from rosters.find(words, title, start, lands)
        yield from rosters.before(words, title, lands)
        return
    if ahead and (title.name is not None or words.joined[start] or _bracketed(words, start, bracketed)):
        name = bearers.name_from(words, start, lands)
        if name and _can_bear(words, title, name, lands):
            yield persons.beside(words, title, name, lands, "title before the name")
            return
    yield from _apart(words, title, start, lands, taken)


def _bracketed(words: Words, start: int, acronym: bool) -> bool:
    """Whether only a bracket closes between a title and word `start`: "[Chadian President] Jon Moe"."""
    return words.gap(start) == "] " or (acronym and words.gap(start) == ") ")


def _apart(words: Words, title: Title, start: int, lands: Mapping[int, str], taken: set[int]) -> Iterator[Candidate]:
    """The person set off from a title: before it, or behind a comma at word `start`."""
    before = bearers.name_before(words, title, lands) or bearers.run_into(words, title, lands)
    before = before or bearers.lone_before(words, title, lands)
    if before and before[0] not in taken:
        rule = "entry of a list" if _is_entry(words, before, title) else "apposition"
        found = persons.beside(words, title, before, lands, rule)
        body = seated.body_behind(words, title)
        yield replace(found, role=f"{found.role}, {body}") if found.role and body else found
    elif start < len(words.text) and (words.gap(start).strip(" \n)") == "," or _dashed(words, title, start)):
        name = bearers.name_from(words, start, lands)
        sultan = title.noun == "king" and words.key[start] == "sultan"  # "the King, Sultan Omar"
        name = name if sultan else bearers.untitled(words, name)
        addressed = name is not None and name[0] > start and words.key[name[0] - 1] in _ADDRESSED
        family = title.noun in _FAMILY and name is not None and words.source[words.end[name[1] - 1]] == ","
        if name and (name[1] - name[0] > 1 or addressed or family) and name[0] not in lands:
            yield persons.beside(words, title, name, lands, "title, comma, name")
        else:
            yield from seated.behind_body(words, title, start, lands)


def _dashed(words: Words, title: Title, start: int) -> bool:
    """Whether a dash sets the holder off from an office with its place: "the president of Acme – Eva Ros"."""
    return (
        title.last > title.head + 1 and words.gap(start).strip(" ") in {"–", "—", "-", "--"} and words.gap(start) != "-"
    )


def _past_both(words: Words, start: int) -> int:
    """The word after whose they are, in small letters: "the ministers of both countries, A and B"; else `start`."""
    j = start
    while j < len(words.text) and j - start < 5 and words.joined[j] and not words.capital[j]:
        j += 1
    of = j > start + 1 and words.key[start] == "of" and j < len(words.text)
    return j if of and words.gap(j).strip() in _SET_OFF else start


def _is_entry(words: Words, name: tuple[int, int], title: Title) -> bool:
    """Whether a line holds nothing but a person and the office: "Dr. Ana Gil, Secretary (East)"."""
    first = name[0]
    while first and not words.first[first] and words.key[first - 1] in ADDRESS:
        first -= 1
    closes = _LINE_END.match(words.source, words.end[title.last - 1])
    return words.first[first] and words.gap(title.first)[:1] == "," and closes is not None


def _can_bear(words: Words, title: Title, name: tuple[int, int], lands: Mapping[int, str]) -> bool:
    """Whether the name after a title can be a person's; of a producer it may be a company's: "oil producer Sonel"."""
    if title.noun in PEERS and title.first and words.key[title.first - 1] == "its":
        return False
    if title.noun in _TRADES or title.noun in PEERS:
        return name[1] - name[0] > 1 and name[0] not in lands
    return (title.is_office and title.noun not in _LOOSE) or name[1] - name[0] > 1


def _checked(words: Words, candidates: Iterator[Candidate]) -> list[Candidate]:
    """The candidates without those that only a headline gives, cut to what the text repeats."""
    body = {words.key[i] for i in words.capitals if not words.headline[i]}
    kept = []
    for candidate in candidates:
        last = candidate.last
        if words.headline[candidate.first] and candidate.rule not in _APART and not _is_shown(words, candidate):
            last = next((j for j in range(last, candidate.first, -1) if words.key[j - 1] in body), candidate.first)
        if last > candidate.first:
            kept.append(replace(candidate, last=last))
    return kept


def _is_shown(words: Words, found: Candidate) -> bool:
    """Whether a caption without a verb names the holder in full: "Trade Minister Ana Gil, Mayor Jon Moe and"."""
    last = found.last
    closed = (
        last == len(words.text) or words.gap(last)[:1] == "," or words.key[last] == "and" or "\n" in words.gap(last)
    )
    titled = found.rule == "title before the name" and found.role is not None and last - found.first > 1
    return titled and closed and words.start[found.first] > 0
