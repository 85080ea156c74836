"""Whether a text is in English, the language of the rules."""

import re
import unicodedata
from collections import Counter
from functools import cache

from communique import words

_WINDOW = 2_000  # characters looked at in the beginning, the middle and the end
_FEW = 20  # words that say nothing yet
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN_LETTERS = b"abcdefghijklmnopqrstuvwxyz"
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def doubt(text: str) -> str | None:
    """Why the text does not look like English; None where it does, or where it is too short to tell.

    >>> doubt("Президент встретился с премьером в Астане.")
    'most of its letters are Cyrillic'
    """
    half = max(0, len(text) // 2 - _WINDOW // 2)
    parts = (text[:_WINDOW], text[half : half + _WINDOW], text[-_WINDOW:]) if len(text) > 3 * _WINDOW else (text,)
    looked_at = " ".join(parts).lower()
    if _is_surely_english(looked_at):
        return None
    found = _WORD.findall(looked_at)
    return _foreign_letters("".join(found)) or _foreign_words(found)


def _is_surely_english(text: str) -> bool:
    """Whether the words that white space parts suffice for English, counted before any pattern looks at the text.

    They are no more than all function words; the bytes that are no plain letter are no fewer than the ends of words.
    """
    written = text.encode(errors="surrogatepass")
    others = len(written.translate(None, _PLAIN_LETTERS))
    plain = len(written) - others
    known = sum(map(_function_words().__contains__, text.split()))
    return 2 * (len(written) - len(text)) < plain and known >= words.table("language")["least_share"] * (others + 1)


def _foreign_letters(letters: str) -> str | None:
    others = _NOT_ASCII.findall(letters)
    if len(others) < _FEW:
        return None
    foreign = Counter[str]()
    for letter, count in Counter(others).items():
        foreign[unicodedata.name(letter, "UNKNOWN").split()[0]] += count
    del foreign["LATIN"]
    total = sum(foreign.values())
    if total < _FEW or 2 * total < len(letters):
        return None
    script = max(sorted(foreign), key=foreign.__getitem__)
    return f"most of its letters are {words.table('language')['scripts'].get(script, script.title())}"


def _foreign_words(found: list[str]) -> str | None:
    known = sum(map(_function_words().__contains__, found))
    if len(found) < _FEW or known >= words.table("language")["least_share"] * len(found):
        return None
    return f"{known} of {len(found)} words are English function words"


@cache
def _function_words() -> frozenset[str]:
    return frozenset(words.table("language")["function_words"])
