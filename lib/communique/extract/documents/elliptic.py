"""Documents that leave their instrument out, and perhaps their verb: "a second one on rail", "another one ports"."""

import re
from collections.abc import Iterator
from functools import cache

from communique import words
from communique.extract.documents import behind, governors
from communique.extract.documents.phrases import ORDINALS, Phrase
from communique.grammar import concordance, dates
from communique.grammar.concordance import Opened

# How far behind an instrument a phrase that leaves its own out is looked for, in characters.
_REACH = 600
# How near one follows another with the same words: "one on the use of yuan arrangements and another on mills".
_NEAR = 120
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_ON = ("on", "between", "in the field of")
# What in a list of documents is one of them: "a protocol on fish, an understanding on tea".
_PAPERS = ("understanding", "framework")
_INCLUDING = ("including ", "among them ")
_DETERMINERS = ("a", "the", "one", "its", "their")


def joined(text: str, named: list[Phrase]) -> list[Phrase]:
    """The instrument phrases of a text and, in order with them, those that leave their own out."""
    taken = sorted([*named, *_elliptic(text, named)], key=lambda one: (one.start, not one.elliptic))
    return [
        phrase
        for before, phrase in zip([None, *taken], taken, strict=False)
        if not before or phrase.start >= before.end
    ]


def is_initialled(text: str, phrase: Phrase) -> bool:
    """Whether a phrase that leaves its instrument out says "initialled": "another was initialled by A and B"."""
    return phrase.elliptic and "initial" in text[phrase.start : phrase.end]


def _elliptic(text: str, named: list[Phrase]) -> Iterator[Phrase]:
    """Those behind each phrase; the instrument is that of several documents named before, or of the phrase."""
    group, last = "", (0, "", "")
    for number, phrase in enumerate(named):
        group = phrase.code if phrase.plural else group
        several = number > 0 and named[number - 1].plural and phrase.start - named[number - 1].end < _REACH
        following = named[number + 1] if number + 1 < len(named) else None
        limit = following.end + 16 if following else len(text)
        for match in _pattern().finditer(text, phrase.end, min(limit, phrase.end + _REACH)):
            inside = following if following and following.start < match.end("ordinal") else None
            inside = inside if inside and match.start("ordinal") <= inside.start else None
            if not _is_document(text, match, phrase, several, inside is not None, group):
                continue
            counted = group if group and _is_of_group(match, several) else phrase.code
            again = match["link"] and match["link"] == last[2] and match.start() - last[0] < _NEAR
            code = inside.code if inside else last[1] if again else counted
            last = (match.end(), code, match["link"] or "")
            yield Phrase(match.start("ordinal"), _end(match), code, "another", False, True, True)
            yield from _gapped(text, match.end(), code)


def _is_of_group(match: re.Match[str], several: bool) -> bool:
    """Whether the words mean one of the several that were counted, whatever instrument was named last."""
    if match["ordinal"].lower() in _PAPERS or (several and match["aside"]):
        return True
    return bool(match["noun"]) and match["noun"].lower() != "one"


def _is_document(text: str, match: re.Match[str], phrase: Phrase, several: bool, named: bool, group: str) -> bool:
    """Whether the words mean a document: with a noun, after several of them, or "a second", but no "ranks second";
    `several` are counted a phrase before; `named`: they hold an instrument: "one of the accords", no "one of the men";
    `group`: what was counted of several, so that "an understanding on tea" is one of them.
    """
    ordinal = match["ordinal"].lower()
    if ordinal in _PAPERS or (match["link"] == "to" and ordinal == "one"):
        led = ordinal in _PAPERS or text.endswith(_INCLUDING, 0, match.start())
        return led and group != ""  # "agreements, including one to set up a council"
    if match["several"]:
        return named or match["several"].lower() in words.table("documents")["groups"]["nouns"]
    if match["told"]:
        return phrase.plural or several
    if match["noun"] or phrase.plural or ordinal in ("another", "ones") or (several and match["aside"]):
        return True
    before = text[max(0, match.start() - 6) : match.start()].replace("-", " ").split()[-1:]
    apart = before == ["the"] or (before[:1] and before[0].endswith(","))
    listed = before == ["and"] or (match["link"] in _ON and apart)
    if ordinal == "one" and listed and match["link"]:
        return True  # "an agreement on youth, one on sport and one on schools"
    known = ORDINALS if phrase.is_counted(text) else ("second", "third")
    return ordinal in known and bool(before) and before[0].lower() in _DETERMINERS


def _end(match: re.Match[str]) -> int:
    """Where the phrase ends and the name goes on: before the link, behind a verb."""
    for verb in ("passive", "told"):
        if match[verb]:
            return match.end(verb)
    return match.start("link" if match["link"] else "aside")


def _gapped(text: str, start: int, code: str) -> Iterator[Phrase]:
    """Those behind one that leave the verb out too: "one covers fish, | another one | oats and | a third | tea"."""
    stop = _SENTENCE_END.search(text, start, start + _REACH)
    for match in _gap().finditer(text, start, stop.start() if stop else min(len(text), start + _REACH)):
        yield Phrase(match.start("ordinal"), match.end(), code, "another", False, True, True)


@cache
def _pattern() -> Opened:
    table = words.table("documents")
    ordinals, nouns, links, asides = (
        words.alternation(table["ellipsis"][name]) for name in ("ordinals", "nouns", "links", "asides")
    )
    noun = r"(?P<several>[A-Za-z]{3,}s|memoranda)(?:\s+of\s+understanding)?"
    several = rf"(?:\s+{words.alternation(table['numbers'])})?\s+{noun}"
    of = rf"(?:one|{ordinals})\s+of\s+(?:them|(?:the|these|those){several})"
    paper = r"(?<=\ban\s)understanding|(?<=\ba\s)framework"
    ordinal = rf"\b(?P<ordinal>(?:{of}|another|ones?|{paper}|{ordinals})(?:\s+(?P<noun>{nouns}))?)"
    to = r"(?<=\bone\s)to(?=\s(?!be\b))|(?<=another\s)(?:to|in(?=\s(?-i:[a-z])))"
    link = rf"\s+(?:(?:that|which)\s+)?(?P<link>{links}|{to})"
    auxiliary = r"(?:was|were|is|has\s+been|will\s+be|is\s+to\s+be)\s+(?:also\s+)?"
    on = rf"for|on\s+{behind.no_time()}"
    passive = rf"\s+(?P<passive>{auxiliary}{governors.concluded()}(?=\s+(?:with|by\s+the|between|among|{on})))"
    aside = rf",\s+(?P<aside>{asides})(?!\s+(?:\w+day|{dates.month()})\b)"
    worth = r"(?:,\s+(?:for|worth|valued|also|at|of)\s[^,;]{2,40},)?"
    told = rf"{worth}\s+(?P<told>(?:will|would)\s+(?!be\b)[a-z]+|(?:is|was)\s+an?|goes\s+into)"
    openings = concordance.openings([*table["ellipsis"]["ordinals"], "another", "one", "ones", *_PAPERS])
    pattern = rf"{ordinal}(?:{link}|{passive}|{told}|{aside})\s(?!behalf\b)"
    return Opened(re.compile(pattern, re.IGNORECASE), openings)


@cache
def _gap() -> re.Pattern[str]:
    table = words.table("documents")["ellipsis"]
    ordinal, link = words.alternation(table["ordinals"]), words.alternation([*table["links"], *table["verbs"]])
    number = rf"another\s+one|(?<=\sa\s){ordinal}|(?<=\sthe\s){ordinal}(?=\s+(?:the|an?|[a-z]{{3,}}s)\s)"
    joint = r"(?:[,;]\s+|\s)(?:and\s+|whil(?:e|st)\s+)?"
    return re.compile(rf"{joint}(?P<ordinal>{number})(?!\s*[,;])\s+(?!{link}\b)", re.IGNORECASE)
