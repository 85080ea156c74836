"""Who is named in an article, in which role, for which country."""

from collections.abc import Iterator, Mapping

import msgspec

from communique import words as tables
from communique.grammar import bearers, names, persons, titles
from communique.grammar.names import Words
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
    groups = persons.group(words, _checked(words, _candidates(words, lands, offices)))
    spans = persons.mentions(words, groups)
    found = tuple(_person(words, known, tuple(where)) for known, where in zip(groups, spans, strict=True) if where)
    return _with_sides(found, event.countries if event else ())


def _with_sides(found: tuple[Person, ...], sides: tuple[str, ...]) -> tuple[Person, ...]:
    """The persons, the leader without a country given the side that nobody else of the two sides stands for.

    Outlets name the country of the other side's leader and leave out their own.
    """
    named = {person.country for person in found} & set(sides)
    if len(sides) != 2 or len(named) != 1:
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
    ranked = sorted(members, key=lambda m: (_RANK.get(m.rule, 0), m.last - m.first < longest, m.first))
    best = next((member for member in ranked if member.role), ranked[0])
    country = next((member.country for member in ranked if member.country), None)
    return Person(name=persons.fullest(words, members), role=best.role, country=country, spans=spans, rule=best.rule)


_LEADERS = frozenset(tables.table("titles")["leaders"]["roles"])

# Rules whose role counts only where no other gives one.
_RANK = {"counterpart": 1, "form of address": 2}


def _candidates(words: Words, lands: Mapping[int, str], offices: tuple[Title, ...]) -> Iterator[Candidate]:
    """What every rule finds."""
    taken: set[int] = set()
    for title in offices:
        taken.update(range(title.first, title.last))
        for candidate in _beside(words, title, lands, taken):
            taken.add(candidate.first)
            yield candidate
    for i in words.capitals:
        if i not in taken:
            yield from _untitled(words, i, lands)


def _beside(words: Words, title: Title, lands: Mapping[int, str], taken: set[int]) -> Iterator[Candidate]:
    """The persons beside a title: right after it, in apposition before it, or after a comma."""
    start = title.last if title.name is None else title.name
    ahead = start < len(words.text)
    if words.possessive(title.last - 1) or (ahead and title.noun in _JOURNALISTS and words.gap(start)[:1] == ":"):
        return
    if title.plural:
        if ahead and (words.joined[start] or words.gap(start).strip() == ","):
            yield from _listed(words, title, start, lands)
        return
    if ahead and (title.name is not None or words.joined[start]):
        name = bearers.name_from(words, start, lands)
        if name and (title.is_office or name[1] - name[0] > 1):
            yield _candidate(words, title, name, lands, "title before the name")
            return
    before = bearers.name_before(words, title, lands)
    if before and before[0] not in taken:
        yield _candidate(words, title, before, lands, "apposition")
    elif ahead and words.gap(start).strip() == ",":
        name = bearers.name_from(words, start, lands)
        if name and name[1] - name[0] > 1 and name[0] not in lands:
            yield _candidate(words, title, name, lands, "title, comma, name")


def _listed(words: Words, title: Title, start: int, lands: Mapping[int, str]) -> Iterator[Candidate]:
    """The persons after a title in the plural: "foreign ministers A and B", "Ministers A (Trade), B (Health)"."""
    i = start
    found: list[Candidate] = []
    while len(found) < 12:
        name = bearers.name_from(words, i, lands)
        if not name:
            break
        of, i = _after_listed(words, name[1], lands)
        candidate = _candidate(words, title, name, lands, "title of several")
        role = f"{candidate.role} ({of})" if of and candidate.role else candidate.role
        found.append(candidate._replace(role=role))
        if i >= len(words.text) or words.first[i] or (words.gap(i).strip(" )") not in {"", ",", ";"}):
            break
        i += words.key[i] == "and"
    if found and (len(found) > 1 or words.joined[start]) and found[0].last - found[0].first > words.capital[title.head]:
        yield from found if len(found) > 1 or found[0].last - found[0].first > 1 else ()


def _after_listed(words: Words, i: int, lands: Mapping[int, str]) -> tuple[str | None, int]:
    """What follows a name in a list: its portfolio in brackets or its country, and the word to go on at."""
    size = len(words.text)
    if i < size and words.gap(i).strip() == "(":
        j = i
        while j < size and j - i < 8 and (j == i or ")" not in words.gap(j)):
            j += 1
        return words.phrase(i, j), j
    if i + 1 < size and words.joined[i] and words.key[i] == "of":
        j = i + 1 + (words.key[i + 1] == "the")
        while j in lands:
            j += 1
        return None, j
    return None, i


def _candidate(words: Words, title: Title, name: tuple[int, int], lands: Mapping[int, str], rule: str) -> Candidate:
    """The person of that name with what the title says."""
    codes = [lands[i] for i in range(title.first, title.last) if i in lands]
    if not codes and title.first - 1 in lands and words.possessive(title.first - 1):
        codes = [lands[title.first - 1]]
    if not codes and name[1] + 1 in lands and words.key[name[1]] == "of":
        codes = [lands[name[1] + 1]]
    if title.noun in titles.COUNTERPARTS:
        rule = "counterpart"
    credit = title.noun in _JOURNALISTS and rule == "apposition" and words.gap(title.first).strip() in {"–", "—", "-"}
    role = titles.role(words, title) if title.is_office and not credit else None
    return Candidate(*name, role, codes[0] if codes else None, "by-line" if credit else rule)


def _untitled(words: Words, i: int, lands: Mapping[int, str]) -> Iterator[Candidate]:
    """A person without a title who signs, speaks, is addressed or stands in a picture, named from word i on."""
    credited = _is_credit(words, i)
    if not (credited or i == 0 or not (words.joined[i] and words.capital[i - 1])):
        return
    name = bearers.name_from(words, i, lands)
    if not name or (i and words.joined[i] and words.key[i - 1] in _NO_PERSON_AFTER):
        return
    rank = [k for k in range(i, name[0]) if words.key[k] in titles.RANKS]
    if name[0] > i:
        role = words.phrase(rank[0], rank[-1] + 1) if rank else None
        yield Candidate(*name, role, None, "form of address")
    elif name[1] - name[0] > 1:
        rule = "by-line" if credited else _untitled_rule(words, name)
        if rule:
            yield Candidate(*name, None, None, rule)
        if rule == "by-line":
            yield from _by_line(words, name[1], lands)


def _by_line(words: Words, i: int, lands: Mapping[int, str]) -> Iterator[Candidate]:
    """The further persons of a by-line that goes on at word i: "By A, B and C"."""
    for _ in range(6):
        if i + 1 >= len(words.text) or words.gap(i).strip(" \t") not in {"", ","}:
            return
        i += words.key[i] in {"and", "&"}
        name = bearers.name_from(words, i, lands)
        if not name or name[1] - name[0] < 2 or "\n" in words.gap(i):
            return
        yield Candidate(*name, None, None, "by-line")
        i = name[1]


def _is_credit(words: Words, i: int) -> bool:
    """Whether a by-line or a credit leads to word i: "By A", "Editing by A", "Translator: A"."""
    if i == 0:
        return False
    before, gap = words.key[i - 1], words.gap(i).strip(" \t")
    if before == "by" and not gap:
        opens = words.first[i - 1] and words.capital[i - 1]
        return opens or (i > 1 and words.joined[i - 1] and words.key[i - 2] in _CREDITS)
    return gap == ":" and before in _CREDITS


def _untitled_rule(words: Words, name: tuple[int, int]) -> str | None:
    """The rule by which a name without a title is a person's."""
    first, last = name
    after = words.source[words.end[last - 1] : words.end[last - 1] + 12].lower().lstrip(" \t")
    ahead = words.key[last] if last < len(words.text) and words.joined[last] else ""
    before = words.key[first - 1] if first and words.joined[first] else ""
    if after[:1] == "|" and words.first[first]:
        return "by-line"
    if after[:1] in {"(", ","} and after.strip(" (,)\n.").split(" ")[0].strip("),.") in _CAPTION:
        return "caption"
    if ahead in titles.SPEECH or (before in titles.SPEECH and before != "called"):
        return "speaker"
    if before in titles.RECEIVING:
        return "received or appointed"
    return None


_CAPTION = frozenset(tables.table("titles")["caption"]["words"])
_CREDITS = frozenset(tables.table("titles")["credits"]["words"])
_JOURNALISTS = frozenset(tables.table("titles")["credits"]["journalists"])
_NO_PERSON_AFTER = frozenset({"the", "in", "at", "of", "from"})


def _checked(words: Words, candidates: Iterator[Candidate]) -> list[Candidate]:
    """The candidates without those that only a headline gives, cut to what the text repeats."""
    body = frozenset(
        key
        for key, capital, headline in zip(words.key, words.capital, words.headline, strict=True)
        if capital and not headline
    )
    kept = []
    for candidate in candidates:
        last = candidate.last
        if words.headline[candidate.first] and candidate.rule not in {"by-line", "caption"}:
            last = next((j for j in range(last, candidate.first, -1) if words.key[j - 1] in body), candidate.first)
        if last > candidate.first:
            kept.append(candidate._replace(last=last))
    return kept
