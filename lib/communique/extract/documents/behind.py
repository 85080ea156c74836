"""What is said of an instrument behind it: who concluded it, or by a verb on what it was signed."""

import re
from functools import cache

from communique import words
from communique.extract.documents import governors
from communique.extract.documents.phrases import Phrase
from communique.grammar import dates

_ORDINAL = re.compile(r"(?:first|second|third|fourth|fifth|sixth|seventh|last|final|other|latter)\s+\Z", re.IGNORECASE)

# "a joint statement | issued by the two governments"
_ISSUED = re.compile(
    r"\s+(?:issued|adopted|released)\s+(?:after|by|at|following)\s+(?:the|their)\s+(?:[a-z]+\s+){0,2}"
    r"(?:meeting|talks|summit|visit|session|sides|governments|countries|leaders|ministers|presidents)\b"
)


def issued(text: str, phrase: Phrase, limit: int) -> int | None:
    """Where what is said of a joint statement's issuing ends, or None: "joint statement | issued after the talks"."""
    match = _ISSUED.match(text, phrase.end, limit) if phrase.code == "joint statement" else None
    return match.end() if match else None


def concluded(text: str, phrase: Phrase, limit: int) -> int | None:
    """Where the parties begin that a participle gives to an instrument that has no other name, or None."""
    match = None if phrase.plural or phrase.elliptic else _concluded().match(text, phrase.end, limit)
    own = match and (not phrase.modified or _ORDINAL.match(text, phrase.start, phrase.head))
    return match.end() if match and own else None


def told(text: str, phrase: Phrase, limit: int) -> int | None:
    """Where what an instrument is on begins behind its verb: "an agreement was signed between A and B on | tea".

    Or behind the time: "a memorandum here on Thursday on | cables".
    """
    bare = phrase.article in ("a", "an", "another") and not phrase.plural and not phrase.elliptic
    match = _told().match(text, phrase.end, limit) or _when().match(text, phrase.end, limit) if bare else None
    return match.end() if match else None


@cache
def _concluded() -> re.Pattern[str]:
    verbs = words.alternation(words.table("documents")["parties"]["before_and_after"])
    return re.compile(rf",?\s+{verbs}\s+(?:by|between)\s+(?=(?:[a-z]+\s+){{0,6}}[A-Z]|(?:the\s+)?(?:two|both)\s)")


@cache
def _told() -> re.Pattern[str]:
    auxiliary = r"(?:was|is|has\s+been|had\s+been|will\s+be|is\s+to\s+be)\s+(?:(?:also|then|later|finally)\s+)?"
    partners = r"(?:\s+(?:between|by|with)\s+(?:(?!\son\s)[^.;:,]){3,160})?"
    return re.compile(rf"\s+{auxiliary}{governors.signed()}{partners}\s+on\s+{no_time()}")


@cache
def _when() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s+(?:here|there|today|yesterday|(?:on\s+)?\w{{3,6}}day)){{1,3}}\s+(?:on\s+{no_time()}|for\s+(?:the\s+)?[a-z]{{4,}}\s+(?:of|in|on|and)\s)"
    )


@cache
def no_time() -> str:
    """A pattern of what is no time or place behind "on"."""
    return (
        rf"(?!\w+day\b|{dates.month()}|\d|behalf|board|top|a\s+visit"
        r"|the\s+(?:sidelines|margins|occasion|eve|fringes|spot|same|first|last|second|third|opening|final|part)\b)"
    )
