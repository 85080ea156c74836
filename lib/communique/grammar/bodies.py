"""One organisation under several names: short forms and acronyms put together, and every place where it is named."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from communique.grammar import forms, names
from communique.grammar.forms import Form
from communique.grammar.institutions import ALONE, KINDS, LEGAL
from communique.grammar.names import Words
from communique.record import Span

_LINKS = frozenset({"of", "for", "on"})
_LEGAL_KEYS = frozenset(names.key(form) for form in LEGAL)


class Found(msgspec.Struct, frozen=True):
    """An organisation found by a rule: words `first` up to `last`, its kind and the acronym in brackets behind it."""

    first: int
    last: int
    kind: str | None
    acronym: str | None
    rule: str


class Body(msgspec.Struct, frozen=True):
    """One organisation: the words of its fullest name and all that was found of it, the fullest first."""

    keys: tuple[str, ...]
    members: list[Found]


def group(words: Words, found: Iterable[Found], lands: Mapping[int, str]) -> list[Body]:
    """What was found put together by organisation, organisations in the order of the text.

    `lands` maps the numbers of words that mean a country to its code: "China Trade Bank" is "Chinese Trade Bank".
    """
    bodies: list[Body] = []
    known = _Known({}, {}, {})
    for item in sorted(found, key=lambda item: (item.first - item.last, item.first)):
        keys = words.key[item.first : item.last]
        keys = (lands[item.first], *keys[1:]) if item.first in lands else keys
        short = known.short.get(keys) if item.kind is None or len(keys) == 1 else None
        body = known.full.get(keys) or short or known.cut.get(keys)
        if body is None:
            body = known.full[keys] = Body(words.key[item.first : item.last], [])
            bodies.append(body)
            _shorten(words, item, keys, lands, known)
        if item.acronym:
            known.short.setdefault((names.key(item.acronym),), body)
        body.members.append(item)
    return sorted(bodies, key=lambda body: min(member.first for member in body.members))


class _Known(NamedTuple):
    """The organisations so far by their names, by short names for what no kind tells, and by names cut at a link."""

    full: dict[tuple[str, ...], Body]
    short: dict[tuple[str, ...], Body]
    cut: dict[tuple[str, ...], Body | None]  # "Joint Committee" of "Joint Committee for Trade"; None for two of them


def _shorten(words: Words, item: Found, keys: tuple[str, ...], lands: Mapping[int, str], known: _Known) -> None:
    """Enters the shorter names by which the text may mean the organisation named by `keys`."""
    body, land = known.full[keys], item.first in lands
    if len(keys) > 1:
        initials = [words.key[i][0] for i in range(item.first, item.last) if words.capital[i]]
        known.short.setdefault(("".join(initials),), body)
    if len(keys) == 3 and land and keys[2] in KINDS and keys[1] not in KINDS:
        known.short.setdefault(keys[1:2], body)  # "China Ros Group" is "Ros"
    own = _past_lands(words, item, lands)
    if own and len(keys) > own + 1:
        # "Chadian-Lao Supreme State Council" is "Supreme State Council", with "on Trade" behind it too
        end = next((k for k in range(own, len(keys)) if keys[k] in _LINKS), len(keys))
        if keys[end - 1] in KINDS and end > own + 1:
            known.full.setdefault(keys[own:], body)
            known.full.setdefault(keys[own:end], body)
    elif len(keys) > 2 and land and keys[-1] == "ministry":
        known.cut[keys[1:]] = None if keys[1:] in known.cut else body  # "Chadian Trade Ministry" is "Trade Ministry"
    for k in range(1, len(keys)):
        if _only_nouns(keys[k:]) or (k == 1 and keys[0] in ALONE and keys[1] in {"of", "in"}):
            known.short.setdefault(keys[:k], body)
        if k > 1 and all(key in _LEGAL_KEYS for key in keys[k:]):
            known.full.setdefault(keys[:k], body)  # "Alfa Power Systems Oyj" is "Alfa Power Systems"
        if keys[k] in _LINKS and k > 1:
            known.cut[keys[:k]] = None if keys[:k] in known.cut else body
        if keys[k] == "of" and all(i in lands for i in range(item.first + k + 1, item.last)):
            known.full.setdefault(keys[:k], body)  # "State Council of China" is "State Council"


def _past_lands(words: Words, item: Found, lands: Mapping[int, str]) -> int:
    """How many words of two countries, joined by a hyphen, open the name; 0 where none do."""
    k = item.first
    while k < item.last and k in lands:
        k += 1
    return k - item.first if any("-" in key for key in words.key[item.first : k]) else 0


def mentions(words: Words, bodies: Sequence[Body], taken: Collection[int]) -> list[list[Span]]:
    """Where each organisation is named: in full, by its short form or acronym, or as "the Department"."""
    starts = {m.first: (m.last, number) for number, body in enumerate(bodies) for m in reversed(body.members)}
    known = {form: number for number, body in reversed(list(enumerate(bodies))) for form in _forms(words, body)}
    sizes = forms.sizes(known)
    found: list[list[Span]] = [[] for _ in bodies]
    latest: dict[str, int] = {}
    end = 0
    for i in sorted({*words.capitals, *starts}):
        key = words.key[i]
        if i < end or i in taken or (key not in sizes and key not in latest):
            continue
        last = forms.longest(words, i, known, sizes)
        match = starts.get(i) or ((last, known[words.key[i:last]]) if last > i else _head_alone(words, i, latest))
        end, number = match or (i, -1)
        if number >= 0:
            found[number].append(words.span(i, end))
            latest.update((key, number) for key in bodies[number].keys if key in KINDS)
    return found


def country(words: Words, first: int, last: int, lands: Mapping[int, str]) -> str | None:
    """The country that the name itself, its owner or the adjective before it states."""
    inside = [lands[i] for i in range(first, last) if i in lands]
    before = first - 1 if words.key[first - 1] != "the" else first - 2
    owner = [lands[k] for k in (before, before - 1, before - 2) if k >= 0 and k in lands and _reaches(words, k, first)]
    return next(iter(inside or owner), None)


def _reaches(words: Words, k: int, first: int) -> bool:
    """Whether word k belongs to the phrase that word `first` closes: "Italy's", "the US firm"."""
    inner = all(words.joined[n] and not words.capital[n] for n in range(k + 2, first))
    return inner and (words.joined[k + 1] or words.possessive(k)) and (k + 1 == first or words.joined[first])


def _only_nouns(keys: Sequence[str]) -> bool:
    """Whether the last of these words is the noun or the legal form of an organisation."""
    return keys[-1] in KINDS or keys[-1] in _LEGAL_KEYS


def _forms(words: Words, body: Body) -> set[Form]:
    """The forms under which a body may be named again."""
    full = {words.key[member.first : member.last] for member in body.members}
    return full | {(names.key(member.acronym),) for member in body.members if member.acronym}


def _head_alone(words: Words, i: int, latest: dict[str, int]) -> tuple[int, int] | None:
    """The body meant by its capitalised noun after "the" ("the Department"), the one named last."""
    if not (i and words.capital[i] and words.key[i] in latest and words.key[i - 1] == "the" and words.joined[i]):
        return None
    goes_on = (
        i + 1 < len(words.text) and words.joined[i + 1] and (words.capital[i + 1] or words.key[i + 1] in {"of", "for"})
    )
    return None if goes_on else (i + 1, latest[words.key[i]])
