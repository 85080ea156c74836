"""The words of a text with their offsets, what stands between them, and where personal names end.

Shared by every step that looks for somebody or something named. The parts:

- `read(text, sentences=())` -> `Words`: every word of the text, numbered, with its span; cached for all steps.
  `Words` knows what stands between words: `joined[i]` (nothing but white space since word i-1, in the same sentence),
  `first[i]` (word i opens its sentence, a quotation or a bullet), `capital[i]`, `key[i]` (for comparing),
  `headline[i]` (in a sentence that capitalises ordinary words too), `words.possessive(i)`,
  `words.capitals` (their numbers), `words.at(offset)` (number of the first word at or after an offset).
- `person_end(words, i)` -> number of the word after the personal name that starts at word i (i when there is none).
- `key(word)`: a word for comparing: lower case, no full stop, no diacritics.

Without `sentences`, a line break ends a run; with them, a line break inside a sentence is a hard wrap.
"""

import re
import unicodedata
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import compress
from operator import not_

import msgspec

from communique import words as tables
from communique.record import Span
from communique.words import Pieces, split

_TABLE = tables.table("names")
PARTICLES = frozenset(_TABLE["particles"])
_OFFICES = frozenset(tables.table("titles")["offices"])
PATRONYMIC = frozenset(_TABLE["patronymic"])
_CLOSING = frozenset(_TABLE["closing"])
INITIALS = frozenset(_TABLE["digraphs"]) | frozenset("abcdefghijklmnopqrstuvwxyz")
SUFFIXES = frozenset(_TABLE["suffixes"])
ORDINARY = frozenset(_TABLE["ordinary"])
_SMALL = frozenset(_TABLE["small"])
HEADLINE = ORDINARY | frozenset(_TABLE["headline"])
DAYS = frozenset(_TABLE["days"])
MONTHS = frozenset(_TABLE["months"])
_NAMED_MONTHS = frozenset(_TABLE["named_months"])
_GIVEN_DAYS = frozenset(_TABLE["given_days"])
_NAMED_DAYS = frozenset(_TABLE["named_days"])
_LONGEST_NAME = 9
_WORDS_KEPT = 1 << 14  # articles repeat their own words and one another's
_NO_SENTENCE = (1 << 60, 1 << 60)

_LETTER = r"[^\W\d_]"
_REST = r"[\w\u0300-\u036f]*"
_SHORT = "|".join(sorted((word.capitalize() for word in _TABLE["abbreviations"]), key=len, reverse=True))
_DIGRAPHS = "|".join(word.capitalize() for word in _TABLE["digraphs"])
# Most words are plain and end at white space or a comma. Of others the longest forms come first: "S.p.A." and "J.R.",
# then "Dr." and "T.", then words with inner hyphens and apostrophes.
_WORD = re.compile(
    rf"((?={_LETTER})(?:(?<!['’])\w++(?=[ ,\n])"
    rf"|{_LETTER}\.(?:-?{_LETTER}\.)+|\b(?:{_SHORT})\.(?=\W)|\b(?:{_DIGRAPHS})\.(?=\s?[^\W\d_a-z])|\b[^\W\d_a-z]\.(?=[\s-]|[^\W\d_a-z][^\W\d_A-Z])"
    rf"|\b{_LETTER}[\w-]{{1,30}}\.(?:{'|'.join(_TABLE['domains'])})\b(?![.]\w)"
    rf"|(?!(?<=\w['’])[sS]\b){_LETTER}{_REST}(?:[-‑'’ʼʻ‘`&](?![sS]\b)(?={_LETTER}){_REST})*))"
)
_NICK_OPENS = frozenset({' "', " “", " ‘", " '", " («"})
_NICK_CLOSES = frozenset({'" ', "” ", "’ ", "' ", "» "})
_POSSESSIVE = frozenset({"'s", "’s", "'S", "’S", "‘s"})
_PLURAL_POSSESSIVE = frozenset({"' ", "’ "})
_OPENING = frozenset('"“«„‘*•▪·●–—')


class Words(msgspec.Struct, frozen=True):
    """The words of a text as parallel tuples; a word is known by its number.

    A struct, because its parts are read some thousand times an article: that is twice as fast as a tuple's by name.
    """

    source: str
    text: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    capital: tuple[bool, ...]
    joined: tuple[bool, ...]
    first: tuple[bool, ...]
    key: tuple[str, ...]
    headline: tuple[bool, ...]
    capitals: tuple[int, ...]

    def possessive(self, i: int) -> bool:
        """Whether word i carries a possessive ending, which is not part of it: "Chad's", "the Emirates' ports"."""
        after = self.source[self.end[i] : self.end[i] + 2]
        return after in _POSSESSIVE or (after in _PLURAL_POSSESSIVE and self.key[i].endswith("s"))

    def gap(self, i: int) -> str:
        """What stands between word i-1 and word i, at most its last 12 characters."""
        return self.source[max(self.end[i - 1] if i else 0, self.start[i] - 12) : self.start[i]]

    def phrase(self, first: int, last: int) -> str:
        """Words first up to but not including last as printed, white space collapsed."""
        return " ".join(self.source[self.start[first] : self.end[last - 1]].split())

    def span(self, first: int, last: int) -> Span:
        """Where words first up to but not including last stand."""
        return Span(self.start[first], self.end[last - 1])

    def at(self, offset: int) -> int:
        """The number of the first word that starts at or after the offset."""
        return bisect_left(self.start, offset)


@lru_cache(maxsize=8)
def read(text: str, sentences: tuple[Span, ...] = ()) -> Words:
    """The words of the text.

    >>> read("Dr. Ana O'Neill’s talk").text
    ('Dr.', 'Ana', "O'Neill", 'talk')
    """
    pieces = split(_WORD, text)
    forms, starts, ends = tuple(pieces.words), tuple(pieces.starts), tuple(pieces.ends)
    joined, first = _joints(pieces, sentences)
    capital = tuple(map(_is_capital, forms))
    keys = tuple(map(key, forms))
    headline = _headlines(keys, starts, capital, sentences)
    numbers = tuple(compress(range(len(forms)), capital))
    return Words(text, forms, starts, ends, capital, joined, first, keys, headline, numbers)


def person_end(words: Words, i: int, stop: frozenset[str] = frozenset()) -> int:
    """The number of the word after the personal name that starts at word i; i itself when there is none.

    `stop` holds further keys that cannot be part of a name. A name ends before an ordinary word and a calendar word.
    """
    size, j = len(words.text), i
    while (
        j < size and j - i < _LONGEST_NAME and (j == i or words.joined[j] or _is_suffix(words, j) or _is_nick(words, j))
    ):
        if words.capital[j]:
            ended = j > i and words.key[j - 1] in SUFFIXES and words.key[j] in ORDINARY  # "Jon Moe Jr. Both"
            if ended or not can_name(words, j, stop):
                break
            j += 1
            continue
        ahead = _after_particles(words, j)
        if ahead == j or (ahead < size and not can_name(words, ahead, stop)):
            j += j > i + 1 and words.key[j] in _CLOSING
            break
        j = ahead
    return j


def can_name(words: Words, i: int, stop: frozenset[str] = frozenset()) -> bool:
    """Whether word i can be part of a personal name."""
    word = words.key[i]
    if word in MONTHS:
        return word in _NAMED_MONTHS and not words.source[words.end[i] : words.end[i] + 3].strip(" ,")[:1].isdigit()
    if (words.first[i] and word in ORDINARY) or (words.headline[i] and word in HEADLINE):
        return False
    return (word not in DAYS or is_named_day(words, i)) and word not in stop


def is_named_day(words: Words, i: int) -> bool:
    """Whether the day at word i is part of a name: "U Myint Thu", "Mr. Sunday Moe", not "Ana Ros Sun 5 May"."""
    if words.key[i] in _GIVEN_DAYS:
        ahead = words.key[i + 1] if i + 1 < len(words.text) and words.joined[i + 1] and words.capital[i + 1] else ""
        apart = words.gap(i)[-2:] == ", " or words.key[i - 1] in {"mr", "dr", "chief", "pastor", "prof", "hon"}
        return bool(ahead) and apart and ahead not in DAYS and ahead not in MONTHS and ahead not in ORDINARY
    beside = (words.joined[i] and words.capital[i - 1]) or (i + 1 < len(words.text) and words.joined[i + 1])
    return (
        words.key[i] in _NAMED_DAYS
        and beside
        and not words.source[words.end[i] : words.end[i] + 3].strip(" ,.")[:1].isdigit()
    )


@cache
def given() -> dict[str, str]:
    """Given names in small letters, with the gender that they tell: "m" or "f"."""
    table = tables.table("reporting")["gender"]
    return dict.fromkeys(table["male"], "m") | dict.fromkeys(table["female"], "f")


@lru_cache(maxsize=_WORDS_KEPT)
def key(word: str) -> str:
    """The word for comparing: lower case, no full stop at the end, no diacritics.

    >>> key("Ibañez"), key("Dr.")
    ('ibanez', 'dr')
    """
    word = word.lower().rstrip(".")
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", word.translate(_plain()))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@cache
def _plain() -> dict[int, str]:
    """Letters that no decomposition makes plain, and the apostrophes and hyphens of typesetters."""
    return str.maketrans(
        {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a"}
        | dict.fromkeys("’ʼʻ‘`", "'")
        | {"‑": "-"}
    )


@lru_cache(maxsize=_WORDS_KEPT)
def _is_capital(word: str) -> bool:
    """Whether the word is capitalised: "Rome", "al-Saud", "d'Estaing", "eBay" is not."""
    if word[0].isupper() or word.isalpha():
        return word[0].isupper()
    for mark in "-'’":
        head, _, tail = word.partition(mark)
        if tail[:1].isupper() and len(head) <= 3:
            return True
    return False


def _after_particles(words: Words, j: int) -> int:
    """The number of the capitalised word that up to three particles from word j lead to; j when they do not."""
    k = j
    while k < len(words.text) and k - j < 3 and words.joined[k] and words.key[k] in PARTICLES and not words.capital[k]:
        k += 1
    if words.key[k - 1] == "as" and k < len(words.text) and words.key[k] in _OFFICES:
        return j  # "Eva Ros as Director General"
    return k if k > j and k < len(words.text) and words.joined[k] and words.capital[k] else j


def _is_suffix(words: Words, j: int) -> bool:
    """Whether word j is a "Jr." set off by a comma."""
    return words.key[j] in SUFFIXES and words.gap(j).strip() in {"", ","} and len(words.gap(j)) < 3


def _is_nick(words: Words, j: int) -> bool:
    """Whether word j is a nickname in marks inside a name, or the word after one: Ana "Nita" Ros."""
    opened = words.gap(j) in _NICK_OPENS
    k = j + 1 if opened else j
    return (
        k < len(words.text)
        and words.capital[k]
        and words.gap(k) in _NICK_CLOSES
        and (opened or (j > 1 and words.gap(j - 1) in _NICK_OPENS))
    )


def _joints(pieces: Pieces, sentences: tuple[Span, ...]) -> tuple[tuple[bool, ...], tuple[bool, ...]]:
    """For each word whether only white space parts it from the word before, and whether it opens something."""
    starts, gaps = pieces.starts, pieces.gaps[: len(pieces.words)]
    joined = [gap == " " for gap in gaps]
    first = [False] * len(joined)
    spans = iter(sentences)
    begin, end = next(spans, _NO_SENTENCE)
    for i in [i for i, gap in enumerate(gaps) if gap not in (" ", ", ") or i == 0]:
        start, gap = starts[i], gaps[i]
        while start >= end:
            begin, end = next(spans, _NO_SENTENCE)
        first[i] = i == 0 or _opens(gap, start >= begin)
        joined[i] = not first[i] and (not gap or (len(gap) < 40 and gap.isspace()))
    i = 0
    for begin, end in sentences:
        i = bisect_left(starts, begin, i)
        if i < len(first) and starts[i] < end:
            joined[i], first[i] = False, True
    return tuple(joined), tuple(first)


def _headlines(
    keys: tuple[str, ...], starts: tuple[int, ...], capital: tuple[bool, ...], sentences: tuple[Span, ...]
) -> tuple[bool, ...]:
    """For each word whether its sentence is set like a headline: all but prepositions and the like in capitals."""
    flags, j = [False] * len(keys), 0
    for begin, end in sentences:
        i = bisect_left(starts, begin, j)
        j = bisect_left(starts, end, i)
        i += i == 0 and keys[:1] == ("date",)  # the stamp of whoever collected the article
        if sum(capital[i:j]) >= 3 and _SMALL.issuperset(compress(keys[i:j], map(not_, capital[i:j]))):
            flags[i:j] = [True] * (j - i)
    return tuple(flags)


def _opens(gap: str, inside: bool) -> bool:
    """Whether the gap before a word opens a line, a bullet or a quotation."""
    mark = gap.rstrip()[-1:] if len(gap) < 40 else gap[-1:]
    return mark in _OPENING or ("\n" in gap and not inside) or gap[-1:] in {"'", "("} or ". " in gap
