"""Several persons under one title: "foreign ministers A and B", "Ministers A (Trade), B (Health)", by portfolio."""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from communique import words as tables
from communique.grammar import bearers, offices, persons, titles
from communique.grammar.names import Words
from communique.grammar.persons import Candidate
from communique.grammar.titles import Title

_RULE = "title of several"
_ALONE = frozenset(tables.table("titles")["portfolio"]["alone"])
_NUMBER = re.compile(r"(\d+)\s\Z")
_MOST = 20
_LONGEST_BODY = 8
_INSIDE = frozenset({"of", "the", "for", "&"})
_DASHES = frozenset({"–", "—", "-", "--"})
# Between two names and what both are: "Eva Ros and Jon Moe, the two ministers".
_BOTH = frozenset({"the", "both", "two", "their", "respective", "respectively", "then"})


def find(words: Words, title: Title, start: int, lands: Mapping[int, str]) -> list[Candidate]:
    """The persons after a title in the plural whose names begin at word `start`; none where only one stands there."""
    set_off = words.gap(start).strip() == ","
    if set_off and (_of_body(words, title, lands) or _are_many(words, title)):
        return []
    for way in (_by_portfolio, _by_country, _behind_portfolios):
        found = way(words, title, start, lands)
        if len(found) > 1:
            return found
    return _listed(words, title, start, lands)


def _are_many(words: Words, title: Title) -> bool:
    """Whether more are counted than a list names: "it drew 230 delegates, Eva Ros said"."""
    place = words.start[title.first]
    number = _NUMBER.search(words.source, max(0, place - 12), place)
    return number is not None and int(number[1]) > _MOST


def before(words: Words, title: Title, lands: Mapping[int, str]) -> list[Candidate]:
    """The two persons before a title in the plural: "Eva Ros and Jon Moe, the foreign ministers,"; else none."""
    j = title.first
    while j and words.joined[j] and words.key[j - 1] in _BOTH:
        j -= 1
    if not j or words.gap(j).strip() != "," or not bearers.is_closed(words, title):
        return []
    second = bearers.name_until(words, j, lands)
    middle = second[0] if second else 0
    while middle and words.joined[middle] and words.key[middle - 1] in offices.ADDRESS:
        middle -= 1
    if second is None or not middle or not words.joined[middle] or words.key[middle - 1] not in {"and", "&"}:
        return []
    first = bearers.name_until(words, middle - 1, lands)
    found = [persons.beside(words, title, name, lands, "apposition") for name in (first, second) if name]
    return _each_of_his_own(words, title, found, lands) if len(found) == 2 else []


def of_bodies(words: Words, name: tuple[int, int], lands: Mapping[int, str]) -> list[Candidate]:
    """The persons of a list from `name` on, each of a body: "it included Eva Ros of Acme and Jon Moe of Sonel"."""
    found: list[Candidate] = []
    one: tuple[int, int] | None = name
    while one and len(found) < _MOST and has_body(words, one[1]):
        end = _after(words, one[1], lands)[1]
        if end - one[1] < 2 - (words.gap(one[1]) == " ("):
            break
        found.append(Candidate(*one, None, None, "one of a list"))
        one = _next(words, end, lands)
    return found if len(found) > 1 else []


def has_body(words: Words, i: int) -> bool:
    """Whether word i tells whose the name before it is: "of Acme", "(Lagos)"."""
    return i < len(words.text) and (words.gap(i) == " (" or (words.joined[i] and words.key[i] == "of"))


def _next(words: Words, i: int, lands: Mapping[int, str]) -> tuple[int, int] | None:
    """The name of two words or more that a list goes on with at word i, behind a comma or "and"."""
    gap = words.gap(i).strip(" )\n") if i < len(words.text) else "."
    if gap not in {"", ",", ";"}:
        return None
    joined = words.key[i] == "and"
    name = bearers.name_from(words, i + joined, lands) if joined or gap else None
    return name if name and name[1] - name[0] > 1 else None


def _by_country(words: Words, title: Title, start: int, lands: Mapping[int, str]) -> list[Candidate]:
    """The list in which each has a country before a dash: "the presidents of Fiji – A, Tonga – B and Samoa – C"."""
    found: list[Candidate] = []
    land = title.last
    while land > title.head + 1 and land - 1 in lands and lands[land - 1] == lands[title.last - 1]:
        land -= 1
    noun, i, end = titles.role(words, replace(title, last=land)), start, title.last
    while land < end and i < len(words.text) and words.gap(i).strip(" ") in _DASHES and len(found) < _MOST:
        name = bearers.name_from(words, i, lands)
        if not name or name[1] - name[0] < 2:
            break
        found.append(Candidate(*name, f"{noun} {words.phrase(land, end)}", lands[land], _RULE))
        land = name[1] + (words.key[name[1] : name[1] + 1] == ("and",))
        end = land
        while end in lands:
            end += 1
        i = end
    return found


def _of_body(words: Words, title: Title, lands: Mapping[int, str]) -> bool:
    """Whether they are somebody's, so that bodies follow the comma: "representatives of Acme, Barlo and Cenko"."""
    field = range(title.head + 1, title.last)
    return any(words.capital[k] and k not in lands and words.key[k] not in offices.PORTFOLIO for k in field)


def _noun(words: Words, title: Title) -> str:
    """The office in the singular without what follows its noun: "foreign minister" of "foreign ministers of Chad"."""
    return titles.role(words, replace(title, last=title.head + 1))


def _by_portfolio(words: Words, title: Title, start: int, lands: Mapping[int, str]) -> list[Candidate]:
    """The list in which each has a portfolio: "ministers of law, A; of trade, B", "Ministers A, of Law; B, of Art"."""
    found: list[Candidate] = []
    noun = _noun(words, title)
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


def _behind_portfolios(words: Words, title: Title, start: int, lands: Mapping[int, str]) -> list[Candidate]:
    """The list in which each stands behind a portfolio: "Ministers of Law A, Trade B and Health C"."""
    noun = _noun(words, title)
    name = bearers.name_from(words, start, lands) if title.last > title.head + 2 and words.joined[start] else None
    if not name or name[1] - name[0] < 2:
        return []
    found = [Candidate(*name, f"{noun} {words.phrase(title.head + 1, title.last)}", None, _RULE)]
    while len(found) < _MOST and (i := found[-1].last) < len(words.text) and words.gap(i).strip() in {"", ","}:
        first = i + (words.key[i] == "and")
        j = first
        while j < len(words.text) and words.capital[j] and words.key[j] in offices.PORTFOLIO:
            j += 1
        name = bearers.name_from(words, j, lands) if first < j < len(words.text) and words.joined[j] else None
        if not name or name[1] - name[0] < 2:
            break
        of = words.phrase(title.head + 1, title.head + 2)
        found.append(Candidate(*name, f"{noun} {of} {words.phrase(first, j)}", None, _RULE))
    return found


def _field(words: Words, i: int) -> tuple[str, int]:
    """The portfolio "of Trade" that a comma or semicolon sets off at word i, and the word after it.

    Behind a semicolon "trade" alone is one too: "the ministers of law, A; trade, B".
    """
    i += i < len(words.text) and words.gap(i) == " (" and words.key[i] in offices.ADDRESS  # "Jon Moe (rtd)"
    first = i + (i < len(words.text) and words.key[i] == "and")
    mark = words.gap(i).strip(" )\n") if first < len(words.text) else ""
    if mark not in {",", ";"}:
        return "", i
    led = words.key[first] in {"of", "for"}
    if not led and (mark != ";" or not (words.key[first] in offices.PORTFOLIO or words.text[first].isupper())):
        return "", i
    j = first + 1
    while j < len(words.text) and j - first < 8 and (words.joined[j] or _goes_on(words, j)):
        if words.key[j] not in offices.PORTFOLIO and words.key[j] not in {"and", "the", "of"}:
            return "", i
        j += 1
    if not led and (j >= len(words.text) or words.gap(j).strip() != ","):
        return "", i
    return ("" if led else "of ") + words.phrase(first, j), j


def _goes_on(words: Words, j: int) -> bool:
    """Whether a list of portfolios goes on behind a comma: "Industry, Trade and Investment"."""
    alike = words.key[j] in offices.PORTFOLIO and words.key[j - 1] in offices.PORTFOLIO and words.capital[j]
    return alike and words.gap(j).strip() == ","


def _listed(words: Words, title: Title, start: int, lands: Mapping[int, str]) -> list[Candidate]:
    """The list in which names follow each other, with or without a portfolio in brackets or a country."""
    i = start
    found: list[Candidate] = []
    while len(found) < _MOST:
        land = i
        while found and i in lands:
            i += 1
        name = bearers.name_from(words, i, lands) if i < len(words.text) else None
        if not name:
            break
        person = persons.beside(words, title, name, lands, _RULE)
        if i > land:  # "the presidents of Fiji A and Tonga B"
            noun = _noun(words, title)
            person = replace(person, role=f"{noun} of {words.phrase(land, i)}", country=lands[land])
        of, i = _after(words, name[1], lands)
        found.append(replace(person, role=f"{person.role} ({of})" if of and person.role else person.role))
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
        return _each_of_a_land_before(words, title, found, lands) or _each_of_a_field(words, title, found)
    noun = _noun(words, title)
    ends = [next(k for k in range(i + 1, title.last + 1) if lands.get(k) != lands[i]) for i in first]
    return [
        replace(person, role=f"{noun} of {words.phrase(i, end)}", country=lands[i])
        for person, i, end in zip(found, first, ends, strict=True)
    ]


def _each_of_a_land_before(
    words: Words, title: Title, found: list[Candidate], lands: Mapping[int, str]
) -> list[Candidate]:
    """The two persons with one country each: "the Chadian and Fijian foreign ministers, A and B"; else none."""
    second, first = title.first, title.first - 2
    both = first >= 0 and words.key[first + 1] == "and" and first in lands and second in lands
    if len(found) != 2 or not both or lands[first] == lands[second]:
        return []
    noun = titles.role(words, replace(title, first=second + 1))
    return [
        replace(person, role=f"{words.text[land]} {noun}", country=lands[land])
        for person, land in zip(found, (first, second), strict=True)
    ]


def _each_of_a_field(words: Words, title: Title, found: list[Candidate]) -> list[Candidate]:
    """The persons with one field each: "the foreign, trade and energy ministers, A, B and C".

    Of two, "trade and industry ministers" both have both.
    """
    parts = [title.first]
    for i in range(title.first + 1, title.head):
        if words.key[i] in {"and", "&"} or words.gap(i).strip() == ",":
            parts.append(i + (words.key[i] in {"and", "&"}))
    alone = all(words.key[i] in offices.PORTFOLIO for i in parts[1:]) and title.last == title.head + 1
    apart = len(parts) > 2 or not _ALONE.isdisjoint(words.key[title.first : title.head])
    if len(parts) < 2 or len(parts) != len(found) or not (alone and apart):
        return found
    noun = titles.role(words, replace(title, first=title.head))
    ends = [*(j - (words.key[j - 1] in {"and", "&"}) for j in parts[1:]), title.head]
    return [
        replace(person, role=f"{words.phrase(i, end)} {noun}")
        for person, i, end in zip(found, parts, ends, strict=True)
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
        size = min(size, j + _LONGEST_BODY)
        while j < size and (j in lands or words.joined[j] or words.possessive(j - 1)):
            if not (words.capital[j] or words.key[j] in _INSIDE):
                break
            j += 1
        return None, j
    return None, i
