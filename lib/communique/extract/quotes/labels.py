"""Words in quotation marks that nobody said: titles, themes, names."""

import re

from communique import words
from communique.extract.quotes.attribution import Place

_WORD = re.compile(r"[\w’'-]+")
_WORD_AFTER = re.compile(r"\s*([\w-]+)")
_LETTERS = re.compile(r"[^\W\d_][\w’'-]*")


def names_theme(lead: str) -> bool:
    """Whether the words before a colon say that a name follows, not somebody's words: "with the theme: “…”"."""
    before = _WORD.findall(lead[-60:].lower()) if lead.endswith(":") else []
    return bool(before) and before[-1] in words.table("reporting")["labels"]["themes"]


def is_label(text: str, place: Place, spoken: str) -> bool:
    """Whether the words are a title, theme or name: a label noun beside the marks, or capitals inside."""
    start = max(place.before.start, place.quotation.start - 60)
    before = _WORD.findall(text[start : place.quotation.start].lower())
    after = _WORD_AFTER.match(text, place.quotation.end, place.quotation.end + 40)
    table = words.table("reporting")["labels"]
    if after and after.group(1).lower() in table["after"]:
        return True
    if before and (before[-1] in table["before"] or " ".join(before[-2:]) in table["before"]):
        return True
    long = [word for word in _LETTERS.findall(spoken) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    titled = len(long) > 1 and capitals >= 2 and capitals / len(long) >= 0.6
    governed = bool(before) and before[-1] in ("a", "an", "the", "this", "its", "his", "their", "on")
    return titled or (governed and len(spoken.split()) < 5)
