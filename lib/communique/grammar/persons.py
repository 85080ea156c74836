"""One person under several names: candidates put together, and every place where a person is named."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from communique import words as tables
from communique.grammar import bearers, forms, offices, titles
from communique.grammar.forms import Form
from communique.grammar.names import INITIALS, ORDINARY, PARTICLES, PATRONYMIC, Words
from communique.grammar.text import collapse
from communique.grammar.titles import Title
from communique.record import Span

JOURNALISTS = frozenset(tables.table("titles")["credits"]["journalists"])
_NAMESAKES = 40  # of persons who share a part of a name, how many are compared
# Forms of address that are half of a name where one word follows: "Sheikh Hasina".
_HELD = frozenset({"sheikh", "shaikh", "sheikha", "nana"})


class Candidate(msgspec.Struct, frozen=True):
    """A personal name found by a rule: words `first` up to `last`, with the role and country printed beside it."""

    first: int
    last: int
    role: str | None
    country: str | None
    rule: str


class Group(msgspec.Struct, frozen=True):
    """The candidates that mean one person; `keys` are the words of the fullest name, `roles` those of the roles."""

    keys: tuple[str, ...]
    members: list[Candidate]
    roles: set[str]


def beside(words: Words, title: Title, name: tuple[int, int], lands: Mapping[int, str], rule: str) -> Candidate:
    """The person of that name with what the title says."""
    codes = [lands[i] for i in range(title.first, title.last) if i in lands]
    if not codes and title.first - 1 in lands and words.possessive(title.first - 1):
        codes = [lands[title.first - 1]]
    if not codes and name[1] + 1 in lands and words.key[name[1]] == "of":
        codes = [lands[name[1] + 1]]
    if title.noun in offices.COUNTERPARTS:
        rule = "counterpart"
    credit = title.noun in JOURNALISTS and rule == "apposition" and words.gap(title.first).strip() in {"–", "—", "-"}
    role = titles.role(words, title) if title.is_office and not credit else None
    if role and rule == "title before the name":
        role = _of_body(words, title, lands) + role
    return Candidate(*name, role, codes[0] if codes else None, "by-line" if credit else rule)


def _of_body(words: Words, title: Title, lands: Mapping[int, str]) -> str:
    """The institution right before an office, with a space: "Rubber Authority " of "Rubber Authority chairman Ros"."""
    first = title.first
    # "Tala Textiles chairman", "World Bank Group President"
    inside = words.capital[first] and first < title.head and words.key[first] in offices.INSTITUTIONS
    bracket = words.gap(first) == ") "
    body = first if inside else first - 1 - bracket
    named = body >= 0 and words.capital[body] and words.key[body] in offices.INSTITUTIONS
    named = named and not words.text[body].isupper()
    if not named or not (bracket or words.joined[first]) or words.possessive(body):
        return ""
    j = body
    while j > 0 and body - j < 5 and words.joined[j] and words.capital[j - 1] and not words.possessive(j - 1):
        j -= 1
    j += words.first[j] and words.key[j] in ORDINARY
    if body - j < 1 or all(k in lands for k in range(j, body)):
        return ""
    return collapse(words.source[words.start[j] : words.start[first]]) + " "


def group(words: Words, candidates: Iterable[Candidate]) -> list[Group]:
    """The candidates put together by person, the fullest name first in each, persons in the order of the text."""
    ranked = sorted(candidates, key=lambda found: (found.first - found.last, _is_initial(words, found), found.first))
    groups: list[Group] = []
    by_key: defaultdict[str, list[Group]] = defaultdict(list)
    for candidate in ranked:
        keys = words.key[candidate.first : candidate.last]
        known = _same(keys, candidate, [*by_key[keys[-1]][-_NAMESAKES:], *by_key[keys[0]][-_NAMESAKES:]])
        if known is None:
            known = Group(keys, [], set())
            groups.append(known)
            for key in set(keys):
                by_key[key].append(known)
        known.members.append(candidate)
        known.roles.update((candidate.role or "").lower().split())
    return sorted(groups, key=lambda known: min(member.first for member in known.members))


def fullest(words: Words, members: Sequence[Candidate]) -> str:
    """The fullest form of the name; of two as long the first not in capitals throughout."""
    longest = max(member.last - member.first for member in members)
    spelt = sorted((m for m in members if m.last - m.first == longest), key=lambda m: _is_initial(words, m))
    forms = [words.phrase(_with_sheikh(words, m), m.last) for m in spelt]
    return max(forms, key=lambda form: (not form.isupper(), form.count(" ")))


def _is_initial(words: Words, member: Candidate) -> bool:
    """Whether the first name is only a letter: "R. Ros", "R.Ros"."""
    return words.key[member.first] in INITIALS


def _with_sheikh(words: Words, member: Candidate) -> int:
    """The first word of the name; a form of address that is all there is before one word counts: "Sheikh Hasina"."""
    k = member.first - 1
    alone = member.last - member.first == 1 and k >= 0 and words.joined[member.first]
    return k if alone and words.capital[k] and words.key[k] in _HELD else member.first


def mentions(words: Words, groups: Sequence[Group]) -> list[list[Span]]:
    """Where each person is named, in full or by surname, in the order of the text.

    >>> from communique.grammar.names import read
    >>> text = read("Eva Ros spoke. Ros left; Jon Ros stayed.")
    >>> mentions(text, group(text, [Candidate(0, 2, None, None, "")]))
    [[Span(start=0, end=7), Span(start=15, end=18)]]
    """
    known = _forms(words, groups)
    sizes = forms.sizes(known)
    found: list[list[Span]] = [[] for _ in groups]
    latest = end = 0
    for i in words.capitals:
        if i < end or words.key[i] not in sizes:
            continue
        last = forms.longest(words, i, known, sizes)
        if last > i and _stands_alone(words, i, last):
            bearers = known[words.key[i:last]]
            latest = latest if latest in bearers else min(bearers)
            found[latest].append(words.span(i, last))
            end = last
    return found


def _stands_alone(words: Words, first: int, last: int) -> bool:
    """Whether the name is not part of a longer one: "Ros" in "Jon Ros" or "Ros Foundation"."""
    inner = all(words.joined[first + 1 : last]) or '"' in words.source[words.start[first] : words.end[last - 1]]
    before = first - 1
    led = last - first == 1 and before >= 0 and words.joined[first] and words.capital[before]
    if led and words.key[before] not in offices.ADDRESS and not offices.noun_of(words.key[before])[0]:
        led = not (words.first[before] or words.headline[before] or words.key[before] in offices.BEFORE)
    else:
        led = False
    into = (
        before >= 0
        and words.key[before] in bearers.POLITE
        and offices.noun_of(words.key[min(last, len(words.key) - 1)])[0]
    )
    return inner and not led and (bool(into) or not bearers.goes_on(words, last))


def _same(keys: tuple[str, ...], candidate: Candidate, groups: Iterable[Group]) -> Group | None:
    """The group whose fullest name holds these words: by surname rather, then of like role, then named before."""
    fits = [known for known in groups if _holds(known.keys, keys)]
    role = set((candidate.role or "").lower().split())

    def likeness(known: Group) -> tuple[bool, bool, bool]:
        return known.keys[-1] == keys[-1], not role.isdisjoint(known.roles), known.members[0].first < candidate.first

    return max(fits, key=likeness, default=None)


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether the longer name holds the shorter one, which is not the father's in it ("Omar bin Ali Sani")."""
    if len(shorter) > 1 and shorter[0] in INITIALS and longer[0].startswith(shorter[0]):
        shorter = (longer[0], *shorter[1:])  # "R. Ros"
    rest = iter(longer)
    place = longer.index(shorter[0]) if shorter[0] in longer else 0
    return all(key in rest for key in shorter) and not _is_fathers(longer, place)


def _is_fathers(keys: tuple[str, ...], k: int) -> bool:
    """Whether the name from its part k on is the father's: it comes right after "bin"."""
    return k > 0 and keys[k - 1] in PATRONYMIC


def _forms(words: Words, groups: Sequence[Group]) -> dict[Form, set[int]]:
    """The forms under which persons are named -> their numbers: names as found, surnames, single parts."""
    found: defaultdict[Form, set[int]] = defaultdict(set)
    for number, known in enumerate(groups):
        keys = known.keys
        own = [k for k in range(len(keys)) if k == 0 or (len(keys[k]) > 1 and not _is_fathers(keys, k))]
        named = {tuple(keys[k:]) for k in own}
        named |= {(keys[k],) for k in own[:-1] if len(keys[k]) > 1 and keys[k] not in PARTICLES}
        named.add((keys[0][0], keys[-1]))
        named |= {words.key[member.first : member.last] for member in known.members}  # "Ana Gil" of "Ana B. Gil Jr."
        for form in named:
            found[form].add(number)
    return found
