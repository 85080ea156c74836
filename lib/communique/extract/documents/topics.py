"""What a document is on, by the words of its name."""

import re
from functools import cache

from communique import words
from communique.extract.documents.phrases import Phrase
from communique.grammar import countries
from communique.grammar.text import collapse

_BETWEEN = re.compile(r"\s(?<!\bdeals\s)(?<!\bdealing\s)(?:[Bb]etween|signed|with)\s")
_SIGNATORIES = re.compile(r"\s\((?:signed|between|concluded|[A-Z][^()]*\sand\s)[^()]*\)\Z")
# "The first MoU between A and B | is about | tea"
_PREDICATE = re.compile(
    r"\s(?:is|was)\s(?:about|on|concerning|regarding)\s(?!\w+day\b|track\b|hold\b|the\s(?:table|agenda|way))(?P<on>[^.;\n]{3,200}?)(?=,\s(?!(?:[\w()]+\s){1,4}(?:and|,))|\s(?:was|were|and\swas)\s|[.;\n]|\Z)"
)
_CAPITALS = ("On", "For", "In", "in the Field of", "in the Fields of")  # in names of which each word begins with one
_BOTH = re.compile(r"(?:both|two)\s(?:countries|nations|states)\b")
_WITH_WHOM = re.compile(r".?\s+(?:between|signed|with|by)\s")


def topic(text: str, phrase: Phrase, end: int, parties_end: int) -> str:
    """The words after "on", "for", "in the field of" in the name, before or behind its parties, or "not stated"."""
    between = _BETWEEN.search(text, phrase.end, end)
    stop = between.start() if between else end
    match = _topic().search(text, phrase.end, stop) or _behind(text, max(stop, parties_end), end)
    if (
        match
        and match[0].startswith("to")
        and text[match.end() : stop] in words.table("documents")["parties"]["papers"]
    ):
        match = _topic().search(text, max(stop, parties_end), end) or match  # "on changes to the agreement between …"
    aside = None if match else _aside().match(text, end) or _PREDICATE.match(text, end)
    if aside:
        return collapse(aside["on"])
    if not match:
        left_out = "" if _WITH_WHOM.match(text, phrase.end - 1) else text[phrase.end : end]
        return collapse(left_out) if phrase.elliptic and left_out else "not stated"
    said = collapse(_SIGNATORIES.sub("", text[match.end() : stop if match.end() <= stop else end])).rstrip(" ,;:")
    return said.rstrip(")") if "(" not in said else said


def _behind(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words that begin a topic behind the parties, not the last one's seat: "the Tea Board in Chad | on mills"."""
    match = _topic().search(text, start, end)
    if match and match[0].startswith("in ") and (_BOTH.match(text, match.end()) or _is_country(text, match.end(), end)):
        return _topic().search(text, match.end(), end)
    return match


def _is_country(text: str, start: int, end: int) -> bool:
    """Whether a country's name stands there."""
    first = next(iter(countries.find(text[start : min(end, start + 40)])), None)
    return first is not None and first.start == 0 and first.form == "name"


@cache
def _aside() -> re.Pattern[str]:
    """Between commas behind the name: "an MoU, | pertaining to tea and mills, | was signed"."""
    on = r"(?:pertaining\s+to|relat(?:ing|ed)\s+to|concerning|regarding)"
    return re.compile(rf",\s+{on}\s+(?P<on>[a-z][^,;.]{{2,90}}),\s+(?:was|were|is|has)\b")


@cache
def _topic() -> re.Pattern[str]:
    amount = r"(?:[$€£¥₹]|\d[\d.,]*\s*(?:million|billion|trillion|crore|m|bn)\b)"
    said = words.alternation([*words.table("documents")["title"]["topic"], *_CAPITALS])
    other = rf"{amount}|(?:the\s+)?(?:[Pp]eriod|[Yy]ears?|favou?r)\b|\w{{3,6}}day\b"
    return re.compile(rf"(?<!\w){said}\s+(?!{other})(?:(?:the|a|an)\s+)?(?!\d{{4}})")
