"""Where paragraphs and sentences stand in a text. Spans only: the text itself is never changed."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol, TypeVar

from communique import words
from communique.record import Span

# A line that opens a list item: a bullet or a number, alone or before the item.
BULLET = re.compile(r"[ \t]*(?:[-–—•*·▪●○■►‣✓✔➢➤❖▶◆◦]\ufe0e?|\(?(?:\d{1,2}|[ivx]{1,5}|[a-z])[.)])(?=\s|$)")
_BLANK = re.compile(r"\n[ \t\r\f\v\u00a0]*(?=\n)")
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3}\Z")
# Only at the first mark of a run, and the whole run: a megabyte of full stops is read once.
_STOP = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*+[\"'”’»)\]]{0,4}(?=\s)")
_OPENING = re.compile(r"\s*[\"'“‘«„(\[]*")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_BEFORE = re.compile(r"[^\s(\[\"'“‘«]*\Z")


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs in order, without white space around: blocks between blank lines, or lines where none wraps."""
    spans: list[Span] = []
    for start, end in _blocks(text):
        lines = _lines(text, start, end)
        spans += _unwrap(text, lines) if _is_wrapped(text, lines) else lines
    return tuple(spans)


def sentences(text: str, paragraphs: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences in order; none crosses a paragraph's end."""
    return tuple(Span(start, end) for paragraph in paragraphs for start, end in _sentences(text, *paragraph))


class Stretch(Protocol):
    """What begins and ends at offsets: a span, a sentence read."""

    @property
    def start(self) -> int:
        """The first offset."""
        ...

    @property
    def end(self) -> int:
        """The offset behind the last."""
        ...


S = TypeVar("S", bound=Stretch)


def holding(spans: Sequence[S], place: int) -> S | None:
    """The span among sorted, disjoint `spans` that holds the offset `place`, or None."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle].end <= place:
            low = middle + 1
        else:
            high = middle
    return spans[low] if low < len(spans) and spans[low].start <= place else None


def strip(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    piece = text[start:end]
    return (
        Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())) if piece.strip() else Span(end, end)
    )


def collapse(words: str) -> str:
    """The words with every run of white space turned into one space."""
    return " ".join(words.split())


def lower(text: str) -> str:
    """The text in small letters and of the same length."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of text between blank lines."""
    start = 0
    for gap in _BLANK.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _lines(text: str, start: int, end: int) -> list[Span]:
    """The lines of a block, stripped, empty ones left out."""
    spans, place = [], start
    for line in text[start:end].splitlines(keepends=True):
        span = strip(text, place, place + len(line))
        if span.end > span.start:
            spans.append(span)
        place += len(line)
    return spans


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether the lines are one paragraph broken at a fixed width: of like length, mostly ending in mid-sentence."""
    if len(lines) < 2:
        return False
    lengths = [end - start for start, end in lines[:-1]]
    open_ends = sum(not _TERMINAL.search(text[max(start, end - 4) : end]) for start, end in lines[:-1])
    lower = sum(text[start].islower() for start, _ in lines[1:])
    ordered = sorted(lengths)
    median = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    narrow = 40 <= median <= 110 and max(lengths) <= 130
    return narrow and 2 * open_ends >= len(lengths) and (lower > 0 or len(lines) > 3)


def _unwrap(text: str, lines: list[Span]) -> list[Span]:
    """The paragraphs of a wrapped block: a new one begins at a list item, or at a line set in where few are."""
    indented = {line.start for line in lines if text[max(0, line.start - 2) : line.start].isspace()}
    indented = {start for start in indented if "\n" not in text[start - 2 : start]}
    opening = indented if 2 * len(indented) <= len(lines) else set()
    joined: list[Span] = []
    for line in lines:
        if joined and not BULLET.match(text, line.start, line.end) and line.start not in opening:
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of one paragraph."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, begin, stop, end):
            yield begin, stop.end()
            begin = _next_word(text, stop.end(), end)
    if begin < end:
        yield begin, end


def _next_word(text: str, place: int, end: int) -> int:
    """The first offset from `place` on that is no white space."""
    while place < end and text[place].isspace():
        place += 1
    return place


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether the stop closes a sentence, by the word before it and the word after."""
    opening = _OPENING.match(text, stop.end(), end)
    place = opening.end() if opening else stop.end()
    following = text[place : place + 20]
    if not following or following[0].islower():
        return False
    mark = stop.group()
    if mark[0] != "." or mark.startswith(".."):
        return True
    before = _BEFORE.search(text, max(begin, stop.start() - 24), stop.start())
    return _closes(before.group() if before else "", following.split()[0] if following.split() else "", len(mark) > 1)


def _closes(before: str, following: str, closed: bool) -> bool:
    """Whether a full stop between these two words ends a sentence (`closed`: a mark or bracket follows it)."""
    never, either, starters = _tables()
    if before.lower() in _OF_RANKS:
        return False
    before = before.rpartition("-")[2]  # "Gen.-Col."
    if before in never or (len(before) == 1 and before.isupper()):
        return before in never and closed
    if before in either or _INITIALS.fullmatch(before):
        return closed or following.strip(",.;:\"'“”’") in starters or following[:1] in '“"«‘'
    return True


# "Gen. (Retd.) Eva Ros": no end, in brackets neither.
_OF_RANKS = frozenset({"ret", "retd", "rtd"})


@cache
def _tables() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = words.table("text")
    return frozenset(table["abbreviations"]), frozenset(table["either"]), frozenset(table["starters"])
