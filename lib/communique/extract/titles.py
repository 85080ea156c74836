"""Names of documents in running text: where the instrument phrase begins, and where the name ends."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique import cues, words
from communique.codebook import Codebook
from communique.record import Span

# How far before an instrument its own modifiers are looked for, and how far after it a name can reach, in characters.
_BEFORE = 140
_LONGEST = 600
_WORD_BEFORE = re.compile(r"\S+(?!\s*\n\s*\n)\s+\Z")
_ACRONYM = re.compile(r"\s{0,3}\(\s?[\"'“‘]?[A-Z][A-Za-z]{1,9}[\"'”’]?\s?\)")
_OPENING = "\"'“‘«`(["
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–]\d{2,4})?\Z")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Co|Inc|Ltd|Corp|Zrt|Kft|Bhd|Nyrt|No|Jr|St|Bros|Intl|Dept|Univ)|\b(?:[A-Za-z]\.)+[A-Za-z])\Z"
)
_GAP = re.compile(r"(?P<before>[\w.()]+)(?:(?P<dash>\s+[–—-]\s+)|\s+)(?:a|an)\s+\Z")
_JOINING = re.compile(
    r"\s+(?:and|or|as well as|plus|also|the|a|an|while)\Z|(?:[;,]\s*(?:and,?\s+)?|\s+and\s+)\(?(?:[ivx]{1,4}|\d{1,2}|[a-h])[.)]\Z"
)
_CLOSING = ',;:.–—-"”“«»`…!?'
_RENEWED = re.compile(r"\b(?:Renewal|Extension|Amendments?|Addendum|Supplement|Annex)\s+(?:of|to)\s+(?:the\s+|a\s+)?\Z")
_BETWEEN = re.compile(r"\s(?:between|signed|with)\s")
_PLURAL = re.compile(r"(?:memoranda|memorandums|letters)\b", re.IGNORECASE)


class Phrase(NamedTuple):
    """An instrument with its modifiers; an elliptic one takes its code from the document or the group before."""

    start: int
    end: int
    code: str
    article: str  # the word before it in small letters: "a", "the", a number, or ""
    plural: bool
    modified: bool  # whether modifiers stand before the instrument
    elliptic: bool = False


def phrases(text: str, lowered: str, instruments: Codebook) -> list[Phrase]:
    """The instrument phrases of the text in order: "Coast Guard Cooperation Agreement", "second one on"."""
    hits = [hit for start, end in _windows(lowered, instruments) for hit in instruments.find(text, start, end)]
    named: list[Phrase] = []
    for number, hit in enumerate(hits):
        if hit.code is None or (hit.cue[-1] == "s" and text[hit.end - 1] != "s"):
            continue  # "regulations" are a document, "regulation" is not
        if named and text[named[-1].end : hit.start].strip() in ("", "(") and hits[number - 1].code is not None:
            named[-1] = _joined(text, named[-1], hit.start, hit.end, hit.code)
            continue
        phrase = _phrase(text, hit.start, hit.end, hit.code, hit.cue)
        alike = named and phrase.article == "another" and hit.cue == "deal"
        named.append(phrase._replace(code=named[-1].code) if alike else phrase)
    taken = sorted([*named, *_elliptic(text, named)])
    return [
        phrase
        for before, phrase in zip([None, *taken], taken, strict=False)
        if not before or phrase.start >= before.end
    ]


def title_end(text: str, phrase: Phrase, limit: int) -> int:
    """Where the document's name ends: before a clause, an adjunct, or an explanation, at `limit` at the latest."""
    start = phrase.end
    limit = min(limit, start + _LONGEST)
    if phrase.start and text[phrase.start - 1] in "“«‘`":
        closing = re.compile(r"[”»]|['’](?=[\s.,;)]|\Z)").search(text, start, limit)
        limit = closing.start() if closing and closing.start() > start and text[phrase.start - 1] in "“«" else limit
    elif phrase.start and text[phrase.start - 1] == '"':
        closing = re.compile('"').search(text, start, limit)
        limit = closing.start() if closing and closing.start() > start else limit
    stop = _stop().search(text, start, limit)
    end = stop.start() if stop else limit
    end = _before_clause(text, start, end, limit)
    return trim(text, start, end)


def separated(text: str, end: int, start: int) -> bool:
    """Whether `text[end:start]`, the words between two instrument phrases, closes the first name before the second."""
    return bool(_separator().search(text, max(end, start - 60), start))


def gap(text: str, end: int, start: int) -> Span | None:
    """The parties before an instrument whose verb is left out: "…, and the ministry | a letter", "A and B – a memorandum"."""
    match = _GAP.search(text, max(end, start - 200), start)
    if not match:
        return None
    dash, before = match["dash"], match["before"]
    if not dash and not (before[0].isupper() or before.lower() in _sets()["institutions"]):
        return None
    comma = re.compile(r"[,;]\s+(?:and\s+|while\s+)?|\s+(?:and|while)\s+").search(text, end, match.start("before"))
    return Span(comma.end(), match.end("before")) if comma else None


def topic(text: str, phrase: Phrase, end: int, parties_end: int) -> str:
    """The words after "on", "for", "in the field of" in the name, before or behind its parties, or "not stated"."""
    between = _BETWEEN.search(text, phrase.end, end)
    stop = between.start() if between else end
    match = _topic().search(text, phrase.end, stop) or _topic().search(text, max(stop, parties_end), end)
    if not match:
        return "not stated"
    return " ".join(text[match.end() : stop if match.end() <= stop else end].split())


def _windows(lowered: str, instruments: Codebook) -> list[tuple[int, int]]:
    """The stretches around words that begin like part of a cue; only these need be compared with the codebook."""
    windows: list[tuple[int, int]] = []
    for match in _anchors(instruments).finditer(lowered):
        start = lowered.rfind(" ", 0, max(0, match.start() - 50)) + 1 if match.start() > 50 else 0
        end = lowered.find(" ", match.end() + 50)
        end = len(lowered) if end < 0 else end
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


@cache
def _anchors(instruments: Codebook) -> re.Pattern[str]:
    """The beginnings of words of which every cue holds one."""
    listed = sorted((cues.words(cue) for entry in instruments.codes for cue in entry.cues), key=len)
    chosen: list[str] = []
    for cue in listed:
        if not any(word.lower().startswith(tuple(chosen)) for word in cue):
            chosen.append(cue[-1].lower().rstrip("*")[:5])
    by_letter = {start[0]: [one[1:] for one in chosen if one[0] == start[0]] for start in chosen}
    letters = "|".join(f"{letter}(?:{'|'.join(map(re.escape, rest))})" for letter, rest in by_letter.items())
    return re.compile(rf"\b(?:{letters})")


def _joined(text: str, before: Phrase, start: int, end: int, code: str) -> Phrase:
    """Two instruments in a row are one phrase ("memorandum agreement"); the last names it, unless it is its acronym."""
    acronym = text[before.end : start].strip().startswith("(")
    end = end + 1 if acronym and text[end : end + 1] == ")" else end
    return before._replace(end=end, code=before.code if acronym else code)


def _phrase(text: str, start: int, end: int, code: str, cue: str) -> Phrase:
    head = text[start:end]
    plural = bool(_PLURAL.match(head)) or (head[-1] == "s" and cue[-1] != "s")
    begin, article = _modifiers(text, start)
    renewed = _RENEWED.search(text, max(0, begin - 30), begin)
    if renewed:
        begin, article = renewed.start(), ""
    acronym = _ACRONYM.match(text, end)
    return Phrase(begin, acronym.end() if acronym else end, code, article, plural, begin < start)


def _modifiers(text: str, start: int) -> tuple[int, str]:
    """Where the phrase begins, with the modifiers before the instrument, and the determiner before it."""
    table = _sets()
    begin, pending = start, 0
    floor = max(0, start - _BEFORE)
    for _ in range(9):
        match = _WORD_BEFORE.search(text, max(floor, begin - pending - 40), begin - pending)
        if not match:
            break
        word = match.group().rstrip()
        plain = word.lstrip(_OPENING)
        if plain.lower() in table["determiners"]:
            return (begin - pending if pending else begin), plain.lower()
        if plain.lower() in ("and", "&") and begin - pending < start and not pending:
            pending = begin - match.start()
            continue
        if not _is_modifier(plain, table):
            break
        begin, pending = match.start() + len(word) - len(plain), 0
        if plain != word:
            break
    return begin, ""


def _is_modifier(word: str, table: dict[str, frozenset[str]]) -> bool:
    return (
        bool(word)
        and (word[-1].isalnum() or word[-1] in "'’%")
        and word.lower() not in table["not_modifiers"]
        and not word.startswith(("-", "–", "—", "•", "*"))
    )


def _elliptic(text: str, named: list[Phrase]) -> Iterator[Phrase]:
    """Documents that leave their instrument out: "another on dengue vaccines", "the last paper covers tourism"."""
    group = ""
    for number, phrase in enumerate(named):
        group = phrase.code if phrase.plural else group
        limit = named[number + 1].start if number + 1 < len(named) else len(text)
        for match in _ellipsis().finditer(text, phrase.end, min(limit, phrase.end + _LONGEST)):
            noun, ordinal = match["noun"], match["ordinal"].lower()
            if noun or phrase.plural or ordinal in ("another", "second", "third", "ones"):
                code = group if noun and noun.lower() != "one" and group else phrase.code
                yield Phrase(match.start("ordinal"), match.start("link"), code, "another", False, True, True)


def _before_clause(text: str, start: int, end: int, limit: int) -> int:
    """The end moved before a comma or an "and" behind which no name goes on."""
    for match in _turn().finditer(text, start, end):
        place, reach = match.end(), min(limit, match.end() + 90)
        if match["and"] or _after_comma().match(text, place, reach) or _reporting().match(text, place, reach):
            return match.start()
    return end


def trim(text: str, start: int, end: int) -> int:
    """The end without punctuation and joining words, but with the full stop of an abbreviation and its own bracket."""
    while end > start:
        last = text[end - 1]
        tail = _JOINING.search(text, max(start, end - 14), end)
        if tail:
            end = tail.start()
        elif last == "." and _ABBREVIATION.search(text, max(start, end - 12), end - 1):
            break
        elif last.isspace() or last in _CLOSING or (last == ")" and "(" not in text[start:end]):
            end -= 1
        else:
            break
    return end


@cache
def _sets() -> dict[str, frozenset[str]]:
    table = words.table("documents")
    verbs = {
        form for verb in table["verb"] for form in (*verb["past"], *verb["base"], *verb["noun"]) if " " not in form
    }
    return {
        "determiners": frozenset((*table["articles"], *table["numbers"], "another")),
        "institutions": frozenset(table["parties"]["institutions"]),
        "not_modifiers": frozenset((*table["not_modifiers"], *verbs, *table["status"]["initialled"])) - {"exchange"},
    }


@cache
def _stop() -> re.Pattern[str]:
    stops = words.alternation(words.table("documents")["title"]["stops"])
    day = r"on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on\s+(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    return re.compile(
        rf";|\s[–—-]{{1,2}}\s|\s*—|,?\s+(?:{stops}\b|{day}|as(?!\s+well)\b)|\s[“\"][A-Z][^”\"]{{40,80}}|\n\s*\n"
    )


@cache
def _turn() -> re.Pattern[str]:
    verbs = words.alternation(words.table("documents")["title"]["after_and"])
    return re.compile(rf"(?:,\s+|\s+)(?P<and>and\s+{verbs}\b)|,\s*")


@cache
def _after_comma() -> re.Pattern[str]:
    return re.compile(rf"{words.alternation(words.table('documents')['title']['after_comma'])}\b(?!\s*$)")


@cache
def _reporting() -> re.Pattern[str]:
    return re.compile(rf"(?:[\w.’'-]+\s+){{0,6}}{words.alternation(words.table('documents')['title']['reporting'])}\b")


@cache
def _separator() -> re.Pattern[str]:
    articles = words.alternation(
        [*words.table("documents")["articles"], *words.table("documents")["numbers"], "another"]
    )
    verbs = words.alternation(
        [form for verb in words.table("documents")["verb"] for form in (*verb["past"], *verb["base"])]
    )
    joint = rf"[,;:•–—]|\s-|\b(?:and|or|plus|while|are|is|were|was|{verbs})|\b(?:as\s+well\s+as|along\s+with|together\s+with|followed\s+by|in\s+addition\s+to|including|also)"
    number = r"(?:\(?(?:[ivx]{1,4}|\d{1,2}|[a-h])[.)]\s*)?"
    return re.compile(
        rf"(?:{joint})\s*(?:(?:and|also|then|finally|lastly)\s+)?{number}(?:{articles}\s+)?[\"“«`]?\Z", re.IGNORECASE
    )


@cache
def _topic() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){words.alternation(words.table('documents')['title']['topic'])}\s+(?:(?:the|a|an)\s+)?(?!\d{{4}})"
    )


@cache
def _ellipsis() -> re.Pattern[str]:
    table = words.table("documents")["ellipsis"]
    ordinal, noun, link = (words.alternation(table[name]) for name in ("ordinals", "nouns", "links"))
    return re.compile(
        rf"\b(?:(?:the|a|one)\s+)?(?P<ordinal>(?:another|ones?|{ordinal})(?:\s+(?P<noun>{noun}))?)\s+(?P<link>{link}|(?<=another\s)to)\s",
        re.IGNORECASE,
    )
