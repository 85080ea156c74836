"""Words that govern the name of a document: of signing, of planning, of recalling, and those that open lists."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from communique import words

SIGNING = ("past", "base", "noun", "initialled")
_LETTERS = r"[^\s,;:()“”\"«».!?—]+"
_TOKEN = re.compile(rf"(?:[.!?](?=\w))?{_LETTERS}(?:[.!?](?=\w){_LETTERS})*|:")
# "signed by A" has no object behind it.
_AGENT = re.compile(r"\s+(?:(?:by|between)\b|(?<=into\s)force\b)")
_AMOUNT = re.compile(r"(?:\d|illion|thousand)[\s-]+\Z")
# "agreed to sell", but "agreed to a roadmap".
_TO_DO = re.compile(r"\s+to\s+(?!(?:an?|the|their|its|this|that|these|two|three|several)\b)[a-z]")


class Governor(msgspec.Struct, frozen=True):
    """A word that governs what follows it: its kind, where it stands, and the instruments it is limited to.

    Kinds: "past", "base", "noun" for forms of signing; "initialled", "making", "other", "list" as in the table.
    """

    kind: str
    start: int
    end: int
    only: tuple[str, ...] = ()


def tokens(lowered: str, start: int, end: int) -> list[re.Match[str]]:
    """The words between the two places, and the colons."""
    return list(_TOKEN.finditer(lowered, start, end))


def nearest(lowered: str, start: int, end: int) -> Governor | None:
    """The governing word nearest before `end`; a colon right there opens a list."""
    found, opening = tokens(lowered, start, end), _by_first_word()
    said = [token.group() for token in found]
    for number in range(len(found) - 1, -1, -1):
        if said[number] == ":":
            return Governor("list", found[number].start(), found[number].end())
        governor = _at(found, said, number) if said[number] in opening else None
        if governor and not (governor.kind == "past" and _is_other(lowered, governor)):
            return _widest(found, said, number, governor)
    return None


def outer(lowered: str, start: int, governor: Governor) -> Governor:
    """The verb whose object a noun of signing is ("sign | the renewal of"), else the governor itself."""
    if governor.kind != "noun":
        return governor
    before = lowered[start : governor.start].removesuffix("the ").removesuffix("a ")
    verb = nearest(lowered, start, start + len(before))
    return verb if verb and verb.kind in ("past", "base") and start + len(before.rstrip()) == verb.end else governor


def _is_other(lowered: str, governor: Governor) -> bool:
    """Whether a verb has no document as its object: "signed by A", "agreed to sell", "into force", "a billion won"."""
    does = lowered.startswith("agreed", governor.start) and _TO_DO.match(lowered, governor.end)
    coin = lowered.startswith("won", governor.start) and _AMOUNT.search(lowered, governor.start - 16, governor.start)
    if lowered.endswith((" a ", " an "), 0, governor.start):
        return True  # "a renewed document"
    return bool(does or coin or _AGENT.match(lowered, governor.end))


def all_in(lowered: str, start: int, end: int) -> Iterator[Governor]:
    """The governing words between the two places, from left to right."""
    found, opening = tokens(lowered, start, end), _by_first_word()
    said = [token.group() for token in found]
    for number in [number for number, word in enumerate(said) if word in opening]:
        governor = _at(found, said, number)
        if governor:
            yield governor


@cache
def forms() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Every governing form with its kind and the instruments it is limited to."""
    table = words.table("documents")
    listed: dict[str, tuple[str, tuple[str, ...]]] = {}
    for kind in ("list", "other", "making"):
        listed |= dict.fromkeys(table["status"][kind], (kind, ()))
    for verb in table["verb"]:
        for kind in ("noun", "base", "past"):
            listed |= {form: (kind, tuple(verb.get("only", ()))) for form in verb[kind]}
    return listed | dict.fromkeys(table["status"]["initialled"], ("initialled", ()))


@cache
def concluded() -> str:
    """A pattern of the past forms of signing and initialling."""
    return f"(?:{signed()}|{words.alternation(words.table('documents')['status']['initialled'])})"


@cache
def signed() -> str:
    """A pattern of the past forms of the verbs of signing."""
    return words.alternation(form for verb in words.table("documents")["verb"] for form in verb["past"])


def _widest(found: list[re.Match[str]], said: list[str], number: int, governor: Governor) -> Governor:
    """The governor, or a longer form that begins up to four words before it and ends where it does or later."""
    for before in range(max(0, number - 4), number):
        wider = _at(found, said, before)
        if wider and wider.end >= governor.end:
            return wider
    return governor


def _at(found: list[re.Match[str]], said: list[str], number: int) -> Governor | None:
    """The longest governing form that begins at the word; `said` are the words of the matches."""
    for form in _by_first_word().get(said[number], ()):
        last = number + len(form.words)
        if len(form.words) == 1 or said[number:last] == form.words:
            return Governor(form.kind, found[number].start(), found[last - 1].end(), form.only)
    return None


class _Form(msgspec.Struct, frozen=True):
    words: list[str]
    kind: str
    only: tuple[str, ...]


@cache
def _by_first_word() -> dict[str, list[_Form]]:
    """The governing forms by their first word, the longest first."""
    listed: dict[str, list[_Form]] = {}
    for form, (kind, only) in sorted(forms().items(), key=lambda item: -len(item[0].split())):
        listed.setdefault(form.split()[0], []).append(_Form(form.split(), kind, only))
    return listed
