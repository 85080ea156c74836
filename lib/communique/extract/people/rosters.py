"""Several persons under one title: "foreign ministers A and B", "Ministers A (Trade), B (Health)", by portfolio."""

from collections.abc import Mapping

from communique.grammar import bearers, offices, persons, titles
from communique.grammar.names import Words
from communique.grammar.persons import Candidate
from communique.grammar.titles import Title

_RULE = "title of several"
_MOST = 20


def find(words: Words, title: Title, start: int, lands: Mapping[int, str]) -> list[Candidate]:
    """The persons after a title in the plural whose names begin at word `start`; none where only one stands there."""
    if words.gap(start).strip() == "," and _of_body(words, title, lands):
        return []
    found = _by_portfolio(words, title, start, lands)
    return found if len(found) > 1 else _listed(words, title, start, lands)


def _of_body(words: Words, title: Title, lands: Mapping[int, str]) -> bool:
    """Whether they are somebody's, so that bodies follow the comma: "representatives of Acme, Barlo and Cenko"."""
    field = range(title.head + 1, title.last)
    return any(words.capital[k] and k not in lands and words.key[k] not in offices.PORTFOLIO for k in field)


def _by_portfolio(words: Words, title: Title, start: int, lands: Mapping[int, str]) -> list[Candidate]:
    """The list in which each has a portfolio: "ministers of law, A; of trade, B", "Ministers A, of Law; B, of Art"."""
    found: list[Candidate] = []
    noun = titles.role(words, title._replace(last=title.head + 1))
    leads = title.last > title.head + 1
    field, i = (words.phrase(title.head + 1, title.last), start) if leads else ("", start)
    while len(found) < _MOST:
        name = bearers.name_from(words, i, lands)
        if not name or name[1] - name[0] < 2:
            break
        following, i = _field(words, name[1])
        field = field if leads else following
        if not field:
            break
        found.append(Candidate(*name, f"{noun} {field}", None, _RULE))
        field = following
        i += i < len(words.text) and words.key[i] == "and"
    return found


def _field(words: Words, i: int) -> tuple[str, int]:
    """The portfolio "of Trade" that a comma or semicolon sets off at word i, and the word after it."""
    first = i + (i < len(words.text) and words.key[i] == "and")
    if (
        first >= len(words.text)
        or words.key[first] not in {"of", "for"}
        or words.gap(i).strip() not in {",", ";", ", "}
    ):
        return "", i
    j = first + 1
    while j < len(words.text) and j - first < 8 and words.joined[j]:
        if words.key[j] not in offices.PORTFOLIO and words.key[j] not in {"and", "the", "of"}:
            return "", i
        j += 1
    return words.phrase(first, j), j


def _listed(words: Words, title: Title, start: int, lands: Mapping[int, str]) -> list[Candidate]:
    """The list in which names follow each other, with or without a portfolio in brackets or a country."""
    i = start
    found: list[Candidate] = []
    while len(found) < _MOST:
        name = bearers.name_from(words, i, lands)
        if not name:
            break
        of, i = _after(words, name[1], lands)
        person = persons.beside(words, title, name, lands, _RULE)
        found.append(person._replace(role=f"{person.role} ({of})" if of and person.role else person.role))
        if i >= len(words.text) or words.first[i] or words.gap(i).strip(" )") not in {"", ",", ";"}:
            break
        i += words.key[i] == "and"
    full = bool(found) and found[0].last - found[0].first > 1
    found = found if full and (len(found) > 1 or words.joined[start]) else []
    return _each_of_his_own(words, title, found, lands)


def _each_of_his_own(words: Words, title: Title, found: list[Candidate], lands: Mapping[int, str]) -> list[Candidate]:
    """The persons with one country each: "the presidents of Fiji and Tonga, A and B"."""
    first = [i for i in range(title.head + 1, title.last) if i in lands and lands.get(i - 1) != lands[i]]
    if len(first) < 2 or len(first) != len(found):
        return found
    noun = titles.role(words, title._replace(last=title.head + 1))
    ends = [next(k for k in range(i + 1, title.last + 1) if lands.get(k) != lands[i]) for i in first]
    return [
        person._replace(role=f"{noun} of {words.phrase(i, end)}", country=lands[i])
        for person, i, end in zip(found, first, ends, strict=True)
    ]


def _after(words: Words, i: int, lands: Mapping[int, str]) -> tuple[str | None, int]:
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
