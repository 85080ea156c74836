"""One organisation under several names: short forms and acronyms put together, and every place where it is named."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from communique.grammar import names
from communique.grammar.institutions import KINDS, LEGAL
from communique.grammar.names import Words
from communique.record import Span

_LEGAL_KEYS = frozenset(names.key(form) for form in LEGAL)


class Found(NamedTuple):
    """An organisation found by a rule: words `first` up to `last`, its kind and the acronym in brackets behind it."""

    first: int
    last: int
    kind: str | None
    acronym: str | None
    rule: str


class Body(NamedTuple):
    """One organisation: the words of its fullest name and all that was found of it, the fullest first."""

    keys: tuple[str, ...]
    members: list[Found]


def group(words: Words, found: Iterable[Found]) -> list[Body]:
    """What was found put together by organisation, organisations in the order of the text."""
    bodies: list[Body] = []
    index: defaultdict[str, list[Body]] = defaultdict(list)
    for item in sorted(found, key=lambda item: (item.first - item.last, item.first)):
        keys = _keys(words, item)
        known = next((body for body in index[keys[0]] if _same(words, body, item, keys)), None)
        if known is None:
            known = Body(keys, [])
            bodies.append(known)
            for key in {keys[0], *(names.key(m) for m in (item.acronym,) if m)}:
                index[key].append(known)
        known.members.append(item)
    return sorted(bodies, key=lambda body: min(member.first for member in body.members))


def mentions(words: Words, bodies: Sequence[Body], taken: Iterable[int]) -> list[list[Span]]:
    """Where each organisation is named: in full, by its short form or acronym, or as "the Department"."""
    forms: defaultdict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
    for number, body in enumerate(bodies):
        for form in _forms(words, body):
            forms[form[0]].append((form, number))
    found: list[list[Span]] = [[] for _ in bodies]
    starts = {
        member.first: (member.last, number) for number, body in enumerate(bodies) for member in reversed(body.members)
    }
    latest: dict[str, int] = {}
    persons = set(taken)
    i = 0
    while i < len(words.text):
        last, number = starts.get(i) or _match(words, i, forms) or _head_alone(words, i, latest) or (i + 1, -1)
        if number >= 0 and i not in persons:
            found[number].append(words.span(i, last))
            latest.update((key, number) for key in bodies[number].keys if key in KINDS)
        i = last
    return found


def _keys(words: Words, item: Found) -> tuple[str, ...]:
    return words.key[item.first : item.last]


def _same(words: Words, body: Body, item: Found, keys: tuple[str, ...]) -> bool:
    """Whether the item is the body: by its full name, by its acronym, by a short form without nouns and legal forms."""
    if keys == body.keys:
        return True
    if len(keys) == 1 and any(member.acronym and names.key(member.acronym) == keys[0] for member in body.members):
        return True
    return body.keys[: len(keys)] == keys and _only_nouns(body.keys[len(keys) :]) and item.kind is None


def _only_nouns(keys: Sequence[str]) -> bool:
    """Whether the last of these words is the noun or the legal form of an organisation."""
    return bool(keys) and (keys[-1] in KINDS or keys[-1] in _LEGAL_KEYS)


def _forms(words: Words, body: Body) -> set[tuple[str, ...]]:
    """The forms under which a body may be named again."""
    forms = {_keys(words, member) for member in body.members}
    forms |= {(names.key(member.acronym),) for member in body.members if member.acronym}
    return forms


def _match(words: Words, i: int, forms: dict[str, list[tuple[tuple[str, ...], int]]]) -> tuple[int, int] | None:
    """The word after the longest form that starts at word i, and its body."""
    if not words.capital[i]:
        return None
    fits = [
        (i + len(form), number) for form, number in forms.get(words.key[i], ()) if words.key[i : i + len(form)] == form
    ]
    return max(fits, default=None)


def _head_alone(words: Words, i: int, latest: dict[str, int]) -> tuple[int, int] | None:
    """The body meant by its capitalised noun after "the" ("the Department"), the one named last."""
    if not (i and words.capital[i] and words.key[i] in latest and words.key[i - 1] == "the" and words.joined[i]):
        return None
    goes_on = (
        i + 1 < len(words.text) and words.joined[i + 1] and (words.capital[i + 1] or words.key[i + 1] in {"of", "for"})
    )
    return None if goes_on else (i + 1, latest[words.key[i]])
