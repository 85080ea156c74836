"""Who is named in an article, in which role, for which country."""

from collections.abc import Iterator, Mapping

from communique import words as tables
from communique.grammar import countries, names, persons, titles
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
    words = names.read(article.text, article.sentences)
    lands = _lands(article.text, words)
    groups = persons.group(words, _checked(words, _candidates(words, lands)))
    spans = persons.mentions(words, groups)
    return tuple(
        _person(words, known, tuple(where), event) for known, where in zip(groups, spans, strict=True) if where
    )


def _person(words: Words, known: Group, spans: tuple[Span, ...], event: Event | None) -> Person:
    """The person whom the candidates name; the role is the one beside the fullest name, else the first."""
    members = sorted(known.members)
    longest = len(known.keys)
    ranked = sorted(members, key=lambda m: (_RANK.get(m.rule, 0), m.last - m.first < longest, m.first))
    best = next((member for member in ranked if member.role), ranked[0])
    country = next((member.country for member in ranked if member.country), None)
    return Person(name=persons.fullest(words, members), role=best.role, country=country, spans=spans, rule=best.rule)


# Rules whose role counts only where no other gives one.
_RANK = {"counterpart": 1}


def _lands(text: str, words: Words) -> dict[int, str]:
    """Number of each word that means a country -> its code; capitals after "of" only, for they are surnames too."""
    lands: dict[int, str] = {}
    for mention in countries.find(text):
        i = words.at(mention.start)
        if mention.form == "capital" and not (i and words.joined[i] and words.key[i - 1] == "of"):
            continue
        while i < len(words.text) and words.start[i] < mention.end:
            lands[i] = mention.code
            i += 1
    return lands


def _candidates(words: Words, lands: Mapping[int, str]) -> Iterator[Candidate]:
    """What every rule finds."""
    found = titles.find(words, lands, _lone(words))
    taken = set()
    for title in found:
        for candidate in _beside(words, title, lands):
            taken.add(candidate.first)
            yield candidate
    for i in range(len(words.text)):
        if words.capital[i] and i not in taken:
            yield from _untitled(words, i, lands)


def _lone(words: Words) -> frozenset[str]:
    """Keys of the capitalised words that stand alone somewhere: surnames repeated, for instance."""
    capital, joined, size = words.capital, words.joined, len(words.text)
    return frozenset(
        words.key[i]
        for i in range(size)
        if capital[i] and not (joined[i] and capital[i - 1]) and not (i + 1 < size and joined[i + 1] and capital[i + 1])
    )


def _beside(words: Words, title: Title, lands: Mapping[int, str]) -> Iterator[Candidate]:
    """The persons beside a title: right after it, in apposition before it, or after a comma."""
    start = title.last if title.name is None else title.name
    if start < len(words.text) and (title.name is not None or words.joined[start]):
        if title.plural:
            yield from _listed(words, title, start, lands)
            return
        name = titles.name_from(words, start, lands)
        if name and (title.is_office or name[1] - name[0] > 1):
            yield _candidate(words, title, name, lands, "title before the name")
            return
    before = None if title.plural else titles.name_before(words, title, lands)
    if before:
        yield _candidate(words, title, before, lands, "apposition")
    elif start < len(words.text) and words.gap(start).strip() == "," and not title.plural:
        name = titles.name_from(words, start, lands)
        if name and name[1] - name[0] > 1:
            yield _candidate(words, title, name, lands, "title, comma, name")


def _listed(words: Words, title: Title, start: int, lands: Mapping[int, str]) -> Iterator[Candidate]:
    """The persons after a title in the plural: "foreign ministers A and B", "Ministers A (Trade), B (Health)"."""
    i = start
    for _ in range(12):
        name = titles.name_from(words, i, lands)
        if not name or (i == start and name[1] - name[0] < 2 and not words.capital[title.head]):
            return
        i = name[1]
        of, i = _after_listed(words, i, lands)
        candidate = _candidate(words, title, name, lands, "title of several")
        role = f"{candidate.role} ({of})" if of and candidate.role else candidate.role
        yield candidate._replace(role=role)
        if i >= len(words.text) or words.first[i]:
            return
        if words.key[i] == "and":
            i += 1
        elif words.gap(i).strip(" )") not in {",", ";"}:
            return


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
    role = titles.role(words, title) if title.is_office else None
    return Candidate(*name, role, codes[0] if codes else None, rule)


def _untitled(words: Words, i: int, lands: Mapping[int, str]) -> Iterator[Candidate]:
    """A person without a title who signs, speaks or stands in a picture, named from word i on."""
    opens = i == 0 or not (words.joined[i] and words.capital[i - 1])
    by = i > 0 and words.key[i - 1] == "by" and words.first[i - 1] and words.capital[i - 1]
    if not opens and not by:
        return
    name = titles.name_from(words, i, lands)
    if not name or name[1] - name[0] < 2 or (i and words.joined[i] and words.key[i - 1] in {"the", "in", "at", "of"}):
        return
    rule = _untitled_rule(words, name, by)
    if rule:
        yield Candidate(*name, None, None, rule)


def _untitled_rule(words: Words, name: tuple[int, int], by: bool) -> str | None:
    """The rule by which a name without a title is a person's."""
    first, last = name
    after = words.source[words.end[last - 1] : words.end[last - 1] + 12].lower()
    ahead = words.key[last] if last < len(words.text) and words.joined[last] else ""
    before = words.key[first - 1] if first and words.joined[first] else ""
    if by and after.lstrip(" \t")[:1] in {"", "\n", ",", "|", "/", "-", "–", "—", "(", "a"}:
        return "by-line"
    if after.lstrip()[:1] in {"(", ","} and after.strip(" (,)\n.").split(" ")[0].strip("),.") in _CAPTION:
        return "caption"
    if ahead in titles.SPEECH or (before in titles.SPEECH and before != "called"):
        return "speaker"
    return None


_CAPTION = frozenset(tables.table("titles")["caption"]["words"])


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
        if words.headline[candidate.first]:
            last = next((j for j in range(last, candidate.first, -1) if words.key[j - 1] in body), candidate.first)
        if last > candidate.first:
            kept.append(candidate._replace(last=last))
    return kept
