"""What the end of a document's name does not keep: punctuation, joining words, what is not closed."""

import re
from functools import cache

from communique import words

_ABBREVIATION = re.compile(
    r"(?:\b(?:Co|Inc|Ltd|Corp|Zrt|Kft|Bhd|Nyrt|No|Jr|St|Bros|Intl|Dept|Univ)|\b(?:[A-Za-z]\.)+[A-Za-z])\Z"
)
_SMALL = (
    "and",
    "or",
    "as well as",
    "plus",
    "also",
    "the",
    "a",
    "an",
    "of",
    "by",
    "in",
    "on",
    "for",
    "with",
    "to",
    "from",
    "at",
    "while",
    "whilst",
    "along",
    "as well",
    "jointly",
    "such",
)
_NEXT = ("second", "third", "fourth", "fifth", "sixth", "seventh", "last", "final", "other")
# What leads to the next of several: "MoU on ports | , and the third".
_AND_SO_ON = re.compile(
    rf",?\s+(?:etc|and\s+so\s+on|and\s+so\s+forth|and\s+others|and\s+(?:the\s+)?(?:{'|'.join(_NEXT)})|and\s+another)\Z"
)
_SO_ON = ("etc", "on", "forth", "others", "another", *_NEXT)
_CLOSING = frozenset(',;:–—-"”“«»`…!?')
_BRACKET = re.compile(r"[()]")
_PARTIES = re.compile(r"\((?:between|signed\s+by|signed\s+between|concluded\s+between)\s")


def trim(text: str, start: int, end: int) -> int:
    """The end without punctuation and joining words, but with the full stop of an abbreviation and its own bracket."""
    while end > start:
        last = text[end - 1]
        if last.isspace() or (last in _CLOSING and not _is_own_mark(text, start, end)):
            end -= 1
        elif text.endswith("./", start, end):
            end -= 2  # how an agency ends its stories
        elif tail := _joining_tail(text, start, end) or _and_so_on(text, start, end):
            end = tail.start()
        elif last == ".":
            if _ABBREVIATION.search(text, max(start, end - 12), end - 1):
                break
            end -= 1
        elif _is_stray(text, start, end):
            end -= 1
        else:
            break
    opened = _unclosed(text, start, end)
    if opened is not None and _PARTIES.match(text, opened, end):
        return end  # whose closing bracket was forgotten
    return end if opened is None else trim(text, start, opened)


def _is_own_mark(text: str, start: int, end: int) -> bool:
    """Whether the last character closes a quotation that the name itself opens: "programme “New Synergy”"."""
    opening = {"”": "“", "»": "«", '"': '"'}.get(text[end - 1])
    return (
        opening is not None
        and text.count(opening, start, end) > (opening == '"')
        and (opening != '"' or text.count('"', start, end) % 2 == 0)
    )


def _is_stray(text: str, start: int, end: int) -> bool:
    """Whether the last character closes a bracket that opens before the name, or opens a quotation behind it."""
    return (text[end - 1] == ")" and "(" not in text[start:end]) or (text[end - 1] in "'‘" and text[end - 2].isspace())


def _and_so_on(text: str, start: int, end: int) -> re.Match[str] | None:
    """What only says at the end that there are more, or None."""
    return _AND_SO_ON.search(text, max(start, end - 16), end) if text.endswith(_SO_ON, start, end) else None


def _joining_tail(text: str, start: int, end: int) -> re.Match[str] | None:
    """The joining words at the end ("and three", "; (ii)"), or None."""
    last = text[max(start, end - 24) : end].rsplit(maxsplit=1)[-1:]
    if not last or not (last[0][-1] in ".)" or last[0] in _joining_words() or last[0][-1].isdigit()):
        return None
    return _joining().search(text, max(start, end - 24), end)


def _unclosed(text: str, start: int, end: int) -> int | None:
    """Where the first bracket stands that is not closed."""
    first = text.find("(", start, end)
    if first < 0:
        return None
    opened: list[int] = []
    for mark in _BRACKET.finditer(text, first, end):
        if mark.group() == "(":
            opened.append(mark.start())
        elif opened:
            opened.pop()
    return opened[0] if opened else None


@cache
def _joining_words() -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in (*_SMALL, *words.table("documents")["numbers"]))


@cache
def _joining() -> re.Pattern[str]:
    numbers = words.alternation(words.table("documents")["numbers"])
    small = rf"{words.alternation(_SMALL)}(?:\s+(?:{numbers}|\d{{1,3}}))?"  # "and 12", but "of 2018"
    mark = r"(?:[;,]\s*(?:and,?\s+)?|\s+and\s+)\(?(?:[ivx]{1,4}|\d{1,2}|[a-h])[.)]"
    return re.compile(rf"\s+{small}\Z|{mark}\Z")
