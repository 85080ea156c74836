"""One person under several names: candidates put together, and every place where a person is named."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from communique.grammar.names import PARTICLES, Words
from communique.record import Span


class Candidate(NamedTuple):
    """A personal name found by a rule: words `first` up to `last`, with the role and country printed beside it."""

    first: int
    last: int
    role: str | None
    country: str | None
    rule: str


class Group(NamedTuple):
    """The candidates that mean one person; `keys` are the words of the fullest name."""

    keys: tuple[str, ...]
    members: list[Candidate]


def group(words: Words, candidates: Iterable[Candidate]) -> list[Group]:
    """The candidates put together by person, the fullest name first in each, persons in the order of the text."""
    ranked = sorted(candidates, key=lambda found: (found.first - found.last, found.first))
    groups: list[Group] = []
    by_key: defaultdict[str, list[Group]] = defaultdict(list)
    for candidate in ranked:
        keys = words.key[candidate.first : candidate.last]
        known = _same(keys, candidate, [*by_key[keys[-1]], *by_key[keys[0]]])
        if known is None:
            known = Group(keys, [])
            groups.append(known)
            for key in set(keys):
                by_key[key].append(known)
        known.members.append(candidate)
    return sorted(groups, key=lambda known: min(member.first for member in known.members))


def fullest(words: Words, members: Sequence[Candidate]) -> str:
    """The fullest form of the name; of two as long the first not in capitals throughout."""
    longest = max(member.last - member.first for member in members)
    forms = [words.phrase(_with_sheikh(words, m), m.last) for m in members if m.last - m.first == longest]
    return next((form for form in forms if not form.isupper()), forms[0])


def _with_sheikh(words: Words, member: Candidate) -> int:
    """The first word of the name; a form of address that is all there is before one word counts: "Sheikh Hasina"."""
    k = member.first - 1
    alone = member.last - member.first == 1 and k >= 0 and words.joined[member.first]
    return k if alone and words.capital[k] and words.key[k] in {"sheikh", "shaikh", "sheikha"} else member.first


def mentions(words: Words, groups: Sequence[Group]) -> list[list[Span]]:
    """Where each person is named, in full or by surname, in the order of the text.

    >>> from communique.grammar.names import read
    >>> text = read("Eva Ros spoke. Ros left; Jon Ros stayed.")
    >>> mentions(text, group(text, [Candidate(0, 2, None, None, "")]))
    [[Span(start=0, end=7), Span(start=15, end=18)]]
    """
    forms = _forms(groups)
    found: list[list[Span]] = [[] for _ in groups]
    i, latest = 0, -1
    while i < len(words.text):
        match = _match(words, i, forms, latest) if words.capital[i] else None
        if match is None:
            i += 1
            continue
        latest, last = match
        found[latest].append(words.span(i, last))
        i = last
    return found


def _same(keys: tuple[str, ...], candidate: Candidate, groups: Iterable[Group]) -> Group | None:
    """The group whose fullest name holds these words: by surname rather, then of like role, then named before."""
    fits = [known for known in groups if _holds(known.keys, keys)]
    role = set((candidate.role or "").lower().split())

    def likeness(known: Group) -> tuple[bool, bool, bool]:
        roles = {word for member in known.members for word in (member.role or "").lower().split()}
        earlier = any(member.first < candidate.first for member in known.members)
        return known.keys[-1] == keys[-1], bool(role & roles), earlier

    return max(fits, key=likeness, default=None)


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    rest = iter(longer)
    return all(key in rest for key in shorter)


def _forms(groups: Sequence[Group]) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """First word of a form -> forms and their persons, longest first: full names, surnames, single parts."""
    forms: defaultdict[str, set[tuple[tuple[str, ...], int]]] = defaultdict(set)
    for number, known in enumerate(groups):
        named = {tuple(known.keys[k:]) for k in range(len(known.keys)) if len(known.keys[k]) > 1}
        named |= {(key,) for key in known.keys[:-1] if len(key) > 1 and key not in PARTICLES}
        for form in named:
            forms[form[0]].add((form, number))
    return {first: sorted(rows, key=lambda row: (-len(row[0]), row[1])) for first, rows in forms.items()}


def _match(
    words: Words, i: int, forms: dict[str, list[tuple[tuple[str, ...], int]]], latest: int
) -> tuple[int, int] | None:
    """The person named at word i and the word after the name; of several by one surname the one named last."""
    fits = [
        (number, i + len(form))
        for form, number in forms.get(words.key[i], ())
        if words.key[i : i + len(form)] == form and all(words.joined[i + 1 : i + len(form)])
    ]
    if not fits:
        return None
    longest = max(last for _, last in fits)
    best = [number for number, last in fits if last == longest]
    return (latest if latest in best else best[0]), longest
