"""Media told by what they do to news, or by what somebody tells them."""

from collections.abc import Mapping

from communique import words as tables
from communique.grammar.institutions import Run
from communique.grammar.names import Words

_TABLE = tables.table("organisations")
_MEDIA_VERBS = frozenset(_TABLE["media"]["verbs"])
_PASSIVE = frozenset(_TABLE["media"]["passive"])
_TOLD = frozenset(_TABLE["media"]["told"])
_ASKING = frozenset(_TABLE["asking"]["words"])
_WRITING = frozenset(_TABLE["media"]["writing"])


def as_medium(words: Words, run: Run, _lands: Mapping[int, str]) -> str | None:
    """`media` where the name does what media do: "reported X", "X quotes", "told the X"."""
    before = run.first - 1
    before -= before > 0 and words.key[before] == "the" and words.joined[run.first]
    led = words.key[before] if before >= 0 and words.joined[before + 1] and not words.capital[before] else ""
    ahead = words.key[run.last] if run.last < len(words.text) and words.joined[run.last] else ""
    closes = words.source[words.end[run.last - 1] : words.end[run.last - 1] + 1] in {".", ",", ";", ""}
    quoted = led == "by" and before > 0 and words.joined[before] and words.key[before - 1] in _PASSIVE
    told = words.key[run.last : run.last + 2] in {("was", "told"), ("has", "learned"), ("has", "learnt")}
    saying = ahead == "as" and words.key[run.last + 1 : run.last + 2] == ("saying",)  # "was quoted by Kabar as saying"
    if led in _TOLD or ahead in _MEDIA_VERBS or (led in _MEDIA_VERBS and closes) or told:
        return "media"
    written = led == "in" and words.key[before - 1] in _WRITING and closes and run.last - run.first > 1
    return "media" if written or (quoted and (closes or saying or ahead in _ASKING)) else None


def is_told(words: Words, run: Run) -> bool:
    """Whether a medium with a capital article is told something: "he told The National"."""
    the = run.first - 1
    led = the > 0 and words.text[the] == "The" and words.joined[run.first] and words.joined[the]
    return led and words.key[the - 1] in _TOLD and not words.capital[the - 1] and run.last - run.first < 3
