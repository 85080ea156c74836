"""Persons in by-lines, in credits of pictures, on lines of names and signatures alone."""

import re
from collections.abc import Iterator, Mapping

from communique import words as tables
from communique.grammar import bearers, header, places
from communique.grammar.countries import code_of
from communique.grammar.names import Words
from communique.grammar.persons import Candidate
from communique.record import Article, Span

# What an agency or somebody's initials are on a line of signatures.
_SIGN = re.compile(r"\s*[(\[]?[A-Z]{2,8}[)\]]?\s*")
_HELPED = re.compile(r"[(\[—–-]?\s?[Ww]ith (?:an? )?(?:additional )?(?:reports?|reporting) (?:from|by) ")
# "Ana Gil in Lome" at the foot.
_FILED = re.compile(r"([A-Z][\w.’'-]+(?: (?:and )?[A-Z][\w.’'-]+){1,6}),? in ([A-Z][\w -]+?)\.?")
_PICTURES = frozenset(tables.table("titles")["credits"]["pictures"])
WORDS = frozenset(tables.table("titles")["credits"]["words"])
_CAPTION_LISTS = frozenset(tables.table("titles")["credits"]["lists"])
_BEFORE_BY = frozenset("|•·")  # "Published on 2 May - 10:13 By Eva Ros"
_BULLETS = frozenset("•·▪|*-–—")
_CREDITING = WORDS | _PICTURES | _CAPTION_LISTS | {"by"}
_OF_PAPERS = frozenset({"la", "el", "los", "las", "il"})
# Marks that a line of names does not have.
_NO_NAMES = '.:;!?()[]"“”«»0123456789'
_BODIES = frozenset(head for kind in tables.table("organisations")["heads"].values() for head in kind) | frozenset(
    tables.table("titles")["credits"]["desks"]
)


def by_lines(article: Article, words: Words, lands: Mapping[int, str]) -> Iterator[Candidate]:
    """The persons on a line of names alone at the head of the article: "A and B", "A / The Gazette | 20 June 2025"."""
    head = article.paragraphs[:6]
    for number, span in enumerate(head):
        placed = header.by_line(article.text, span)
        if placed and not (placed.led and article.text.startswith("By", span.start)):
            yield from _line(words, placed.who, lands)  # "Ana Ruiz in Rome"
        names, bar = _names_alone(article.text, span)
        neighbours = head[max(0, number - 1) : number + 2]
        alone = names.end > names.start
        place = article.text[span.start : span.end]
        stamped = number == 0 and header.STAMP.match(article.text) is not None
        stamped = stamped and not (place.isupper() or code_of(place))  # a dateline
        if alone and (bar or stamped or any(header.is_date_line(article.text, near) for near in neighbours)):
            yield from _line(words, names, lands)
    for span in article.paragraphs[-4:]:
        yield from _signed(article.text, words, span, lands)
        helped = _HELPED.match(article.text, span.start, span.end)
        name = bearers.name_from(words, words.at(helped.end()), lands) if helped else None
        if name and name[1] - name[0] > 1:
            yield Candidate(*name, None, None, "by-line")
    foot = article.text[article.paragraphs[-1].start :] if len(article.paragraphs) > 3 else ""
    filed = _FILED.fullmatch(foot.rstrip()) if len(foot) < 90 else None
    if filed and (places.is_known(filed[2]) or code_of(filed[2])):
        start = article.paragraphs[-1].start
        yield from _line(words, Span(start, start + filed.end(1)), lands)


def _signed(text: str, words: Words, span: Span, lands: Mapping[int, str]) -> Iterator[Candidate]:
    """The persons among the signatures between strokes that a foot line holds: "ANA/Eva Ros/ Jon Moe"."""
    line = text[span.start : span.end] if span.end - span.start <= 90 else ""
    parts = line.split("/")
    if len(parts) < 2 or not any(_SIGN.fullmatch(part) for part in parts) or line.rstrip().endswith("."):
        return
    start = span.start
    for part in parts:
        name = bearers.name_from(words, words.at(start), lands) if part.strip() else None
        end = start + len(part)
        if name and 1 < name[1] - name[0] <= 4 and words.end[name[1] - 1] <= end < words.end[name[1] - 1] + 3:
            yield Candidate(*name, None, None, "signature")
        start = end + 1


def _names_alone(text: str, span: Span) -> tuple[Span, bool]:
    """The part of a short line before its first bar, and whether there is one; an empty part for other paragraphs."""
    line = text[span.start : span.end]
    bars = [place for place in (line.find(" / "), line.find("|"), line.find(" Published ")) if place > 0]
    end = min(bars, default=len(line))
    plain = len(line) <= 90 and end <= 60 and not set(line[:end]) & set(_NO_NAMES)
    begin = span.start + (3 if line[:3].lower() == "by " else 0)
    return Span(begin, span.start + end if plain else begin), bool(bars)


def _line(words: Words, names: Span, lands: Mapping[int, str]) -> Iterator[Candidate]:
    """The persons of a line that holds nothing but names; nobody where it holds anything else."""
    found: list[Candidate] = []
    i, stop = words.at(names.start), words.at(names.end)
    while i < stop:
        name = bearers.name_from(words, i, lands)
        if not name or not 1 < name[1] - name[0] <= stop - name[0] or set(words.key[name[0] : name[1]]) & _BODIES:
            return
        if words.key[name[0]] in _OF_PAPERS:
            return  # "La Gaceta"
        found.append(Candidate(*name, None, None, "by-line"))
        i = name[1] + (name[1] < stop and words.key[name[1]] in {"and", "&"})
    yield from found


def going_on(words: Words, i: int, lands: Mapping[int, str]) -> Iterator[Candidate]:
    """The further persons of a by-line that goes on at word i: "By A, B and C"."""
    for _ in range(6):
        if i + 1 >= len(words.text) or words.gap(i).strip(" \t") not in {"", ",", "/", "&"}:
            return
        i += words.key[i] in {"and", "&"}
        name = bearers.name_from(words, i, lands)
        if not name or name[1] - name[0] < 2 or "\n" in words.gap(i):
            return
        yield Candidate(*name, None, None, "by-line")
        i = name[1]


def is_credit(words: Words, i: int) -> bool:
    """Whether a by-line or a credit leads to word i: "By A", "Editing by A", "Translator: A"."""
    before = words.key[i - 1]
    told = before in _CREDITING or "/" in words.source[words.start[i] - 2 : words.start[i]]
    if i == 0 or not told:
        return False
    if before not in WORDS and (before != "by" or _is_picture(words, i)):
        return _is_picture(words, i)
    gap = words.gap(i).strip(" \t")
    if before == "by" and gap == ":":
        return words.first[i - 1] or (i > 1 and words.key[i - 2] in WORDS)
    if before == "by" and not gap:
        begins = words.first[i - 1] or words.gap(i - 1).strip()[-1:] in _BEFORE_BY or words.gap(i - 1)[-2:-1].isdigit()
        opens = begins and (words.capital[i - 1] or _is_bulleted(words, i - 1))
        return opens or (i > 1 and words.joined[i - 1] and words.key[i - 2] in WORDS)
    return gap == ":" and before in WORDS


def _is_bulleted(words: Words, i: int) -> bool:
    """Whether nothing but a bullet stands before word i on its line: "• by A"."""
    before = words.source[max(0, words.start[i] - 8) : words.start[i]]
    return before.rpartition("\n")[2].strip() in _BULLETS and "\n" in before


def _is_picture(words: Words, i: int) -> bool:
    """Whether a picture's credit leads to word i: "Photo by A", "AP Photo/A", "Photo: Gazette / A"."""
    before = words.key[i - 1]
    if before in _CAPTION_LISTS:
        return words.gap(i).strip() == ":"  # "From left to right: A, B and C"
    if before == "by":
        return i > 1 and words.key[i - 2] in _PICTURES and words.joined[i - 1] and not words.gap(i).strip(" \t\n")
    if before in _PICTURES:
        return words.gap(i).strip() in {":", "|"} or words.gap(i) == "/"  # "(AP Photo/A)"
    return "/" in words.gap(i) and any(
        words.key[k - 1] in _PICTURES and words.gap(k).strip() == ":" for k in range(max(1, i - 4), i)
    )


def is_acronym(words: Words, name: tuple[int, int]) -> bool:
    """Whether one word of the name alone is in capitals, as an agency's is: "RNZ Pacific"."""
    capitals = [words.text[k].isupper() and len(words.text[k].strip(".")) > 1 for k in range(*name)]
    return any(capitals) and not all(capitals)


def joins_lands(words: Words, name: tuple[int, int]) -> bool:
    """Whether a word of the name is two lands: "PHOTOS: Chad-Fiji Talks Open in Suva"."""
    return any("-" in words.text[k] and all(map(code_of, words.text[k].split("-"))) for k in range(*name))
