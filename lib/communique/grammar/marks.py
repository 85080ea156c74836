"""Quotation marks: which one opens and which one closes, paragraph by paragraph.

A mark's shape (white space on one side, a word on the other) decides before its glyph does, because keyboards
and converters mix glyphs up; the glyph decides where the shape says nothing; what is open decides the rest.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from communique.record import Span

_LINES = 8  # the lines without a mark that a wrapped quotation may have


class Quotation(msgspec.Struct, frozen=True, order=True):
    """Words between marks: `start` and `end` take the marks in; more than one piece where paragraphs are spanned."""

    start: int
    end: int
    pieces: tuple[Span, ...]
    family: str = "D"
    opened: bool = True
    closed: bool = True


class _Mark(msgspec.Struct, frozen=True, order=True):
    start: int
    end: int
    family: str  # D double, G guillemets, S single
    turn: str  # O opens, C closes, W closes if it must (a plural's apostrophe, an inch), A whichever fits


class _Marked(NamedTuple):
    """What one paragraph holds outside one another: pairs, openings never closed, a closing never opened."""

    pairs: list[tuple[_Mark, _Mark]]
    unclosed: list[_Mark]
    unopened: _Mark | None


# Three and more of a mark in a row are one; two may close two quotations.
_MARK = re.compile(r"([“”„‟\"＂″«»'‘’‚‹›`´,])(?:(?<=[\"“”«»])\1{2,}|(?<=['’‘`´])\1+|(?<=,),(?=\w)|(?<!,))")
_LEANS = dict.fromkeys(("“", "„", "‟", "‘‘", "``", ",,", "«", "‘", "‚", "‹"), "O")
_LEANS |= dict.fromkeys(("”", "’’", "´´", "»", "’", "›"), "C")
_SINGLES = frozenset("'‘’‚‹›`´")
_DOUBLED = frozenset("“”„«»‘’")
_INCHES = frozenset(('"', "″", "''"))
_BEFORE_OPENING = frozenset("([{-–—/:;,…")
_AFTER_CLOSING = frozenset(".,;:!?)]}-–—…/*")
_ELISION = re.compile(r"(?:\d0s|em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)


@lru_cache(maxsize=4)  # asked for by several steps
def quotations(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """The outermost quotations in order: never overlapping, and spanning paragraphs only where the mark is repeated.

    Nested ones stay inside. Where a mark is lost, `closed` or `opened` is False and the words end or begin with
    the paragraph (or at the next quotation): a lost mark never reaches further.
    """
    chains: list[list[Quotation]] = []
    running: Quotation | None = None
    passed: list[Span] = []
    for paragraph in paragraphs:
        own = _quotations(text, paragraph)
        if running and not own and len(passed) < _LINES:
            # A line without marks inside a quotation that is wrapped: kept until the closing mark is seen.
            passed.append(paragraph)
            continue
        if running and passed and own and _is_parted(text, running, passed, paragraph) and not _ends(text, own[0]):
            running = None
        # The next paragraph of a speech repeats the opening mark, or has only the closing one.
        if running and own and own[0].start == paragraph.start and own[0].family == running.family:
            lines = [] if own[0].opened else [replace(running, end=line.end, pieces=(line,)) for line in passed]
            chains[-1] += [*lines, own.pop(0)]
        chains += [[quotation] for quotation in own]
        last = chains[-1][-1] if chains else None
        running = last if last and not last.closed and last.end == paragraph.end else None
        passed = []
    joined = [_joined(chain) for chain in chains]
    return tuple(quotation for quotation in joined if all(start < end for start, end in quotation.pieces))


def _joined(chain: list[Quotation]) -> Quotation:
    """One quotation out of the parts of a speech."""
    if len(chain) == 1:
        return chain[0]
    pieces = tuple(piece for part in chain for piece in part.pieces)
    return replace(chain[0], end=chain[-1].end, pieces=pieces, closed=chain[-1].closed)


def _is_parted(text: str, running: Quotation, passed: Sequence[Span], paragraph: Span) -> bool:
    """Whether an empty line stands between a quotation that runs on and the paragraph."""
    ends = [running.end, *(span.end for span in passed)]
    starts = [*(span.start for span in passed), paragraph.start]
    return any(text.count("\n", end, start) > 1 for end, start in zip(ends, starts, strict=True))


def _ends(text: str, quotation: Quotation) -> bool:
    """Whether a closing mark that nothing opened ends a sentence or hangs: a statement printed in paragraphs."""
    return not quotation.opened and text[quotation.pieces[-1].end - 1] in ",.!?…"


def _quotations(text: str, paragraph: Span) -> list[Quotation]:
    """The quotations of one paragraph, as if it stood alone."""
    marks = list(_marks(text, paragraph))
    if not marks:
        return []
    marked = _paired(_settled(marks), paragraph.start)
    found = [
        Quotation(a.start, b.end, (_inner(text, a.end, b.start),), a.family)
        for a, b in _not_nested(marked)
        if a.end < b.start
    ]
    lone = sorted([mark.start for mark in marked.unclosed] + [quotation.start for quotation in found])
    followers = dict(zip(lone, [*lone[1:], paragraph.end], strict=False))
    for mark in marked.unclosed:
        end = followers[mark.start]
        found.append(Quotation(mark.start, end, (_inner(text, mark.end, end),), mark.family, closed=False))
    if lost := marked.unopened:
        words = _inner(text, paragraph.start, lost.start)
        found.append(Quotation(paragraph.start, lost.end, (words,), lost.family, opened=False))
    return _continued(text, sorted(found))


def _not_nested(marked: _Marked) -> list[tuple[_Mark, _Mark]]:
    """The pairs without those of single marks in a quotation that the paragraph does not close: “… a ‘vast’ market."""
    running = {mark.start for mark in marked.unclosed if mark.family != "S"}
    if not running:
        return marked.pairs
    outer = sorted([*running, *(a.start for a, _ in marked.pairs if a.family != "S")])
    kept = []
    for a, b in marked.pairs:
        place = bisect_left(outer, a.start) if a.family == "S" else 0
        if not (place and outer[place - 1] in running):
            kept.append((a, b))
    return kept


def _continued(text: str, found: list[Quotation]) -> list[Quotation]:
    """Joins an unclosed quotation to the next where its mark is repeated at the start of a line."""
    chains: list[list[Quotation]] = []
    for quotation in found:
        last = chains[-1][-1] if chains else None
        repeated = last and not last.closed and last.family == quotation.family and last.end == quotation.start
        if last and repeated and "\n" in text[last.pieces[-1].end : quotation.start]:
            chains[-1].append(quotation)
        else:
            chains.append([quotation])
    return [_joined(chain) for chain in chains]


def _inner(text: str, start: int, end: int) -> Span:
    """The words between two offsets, without white space and doubled marks at their ends."""
    left, right = start, end
    while left < right and (text[left].isspace() or text[left] == text[left - 1] in _DOUBLED):
        left += 1
    while right > left and (
        text[right - 1].isspace() or (right < len(text) and text[right - 1] == text[right] in _DOUBLED)
    ):
        right -= 1
    return Span(left, right)


def _paired(marks: list[_Mark], start: int) -> _Marked:
    """Pairs the marks of one paragraph with a stack, in one pass; a single mark left alone is an apostrophe."""
    stack: list[_Mark] = []
    depth = {"D": 0, "G": 0, "S": 0}
    pairs: list[tuple[_Mark, _Mark]] = []
    unopened: list[_Mark] = []
    for mark in marks:
        if not (mark.turn in "CW" or (mark.turn == "A" and depth[mark.family])):
            stack.append(mark)
            depth[mark.family] += 1
        elif depth[mark.family]:
            pairs.append((_pop(stack, depth, mark.family), mark))
        elif mark.turn == "C" and mark.family != "S":
            unopened.append(mark)
    outer = _outermost(pairs)
    unclosed = [mark for mark in stack if mark.family != "S" or mark.start == start]
    earlier = [mark for mark in [*(a for a, _ in outer), *unclosed] if mark.family != "S"]
    if not unopened or any(mark.start < unopened[0].start for mark in earlier):
        return _Marked(outer, unclosed, None)
    lost = unopened[0]
    return _Marked(
        [pair for pair in outer if pair[0].start > lost.start], [m for m in unclosed if m.start > lost.start], lost
    )


def _outermost(pairs: list[tuple[_Mark, _Mark]]) -> list[tuple[_Mark, _Mark]]:
    """The pairs that lie in no other pair, in order."""
    outer: list[tuple[_Mark, _Mark]] = []
    for pair in sorted(pairs):
        if not outer or pair[0].start >= outer[-1][1].end:
            outer.append(pair)
    return outer


def _pop(stack: list[_Mark], depth: dict[str, int], family: str) -> _Mark:
    """The latest opening of the family, dropping what was opened inside it and never closed."""
    while True:
        mark = stack.pop()
        depth[mark.family] -= 1
        if mark.family == family:
            return mark


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    """The marks of a paragraph with their turn; apostrophes and lone feet left out."""
    for match in _MARK.finditer(text, *paragraph):
        start, end = match.span()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        mark = match.group()
        glyph = mark[:2] if mark[0] in _SINGLES or mark == ",," else mark[0]
        family = _family(glyph)
        turn = _single(text, match, before, after) if family == "S" else _double(glyph, before, after)
        turn = "O" if start == paragraph.start and turn == "C" else turn
        if turn:
            yield _Mark(start, end, family, turn)


def _family(glyph: str) -> str:
    if glyph in "«»":
        return "G"
    return "S" if glyph in _SINGLES else "D"


def _double(glyph: str, before: str, after: str) -> str:
    """Which way a double mark or guillemet turns, by what stands on either side."""
    free_left = before.isspace() or before in _BEFORE_OPENING or before in _LEANS
    free_right = after.isspace() or after in _AFTER_CLOSING or after in _LEANS
    if glyph in _INCHES and (before.isdigit() or (before.isalpha() and after.isalpha())):
        # An inch, or an apostrophe typed as a double mark.
        return "W" if before.isdigit() else ""
    if before.isspace() and not free_right:
        return "O"
    if free_right and not free_left:
        return "C"
    if after.isspace() and before in ",.!?…":
        return "A" if _LEANS.get(glyph) == "O" else "C"
    sure = free_left and not free_right and before not in ",;:…" and before not in _LEANS
    return _LEANS.get(glyph, "O" if sure else "A")


def _single(text: str, match: re.Match[str], before: str, after: str) -> str:
    """Which way a single mark turns; empty for an apostrophe."""
    glyph = match.group()
    if before.isalnum() and after.isalnum():
        return ""
    free_left = before.isspace() or before in _BEFORE_OPENING or before in _LEANS or before == '"'
    if free_left and not after.isspace() and after not in _AFTER_CLOSING:
        lone = _ELISION.match(text, match.end()) or (_LEANS.get(glyph) == "C" and before.isspace())
        return "" if lone else "O"
    if before.isspace() or _LEANS.get(glyph) == "O":
        return ""
    plural = before in "sSzZ" and after.isspace() and text[match.end() + 1 : match.end() + 2].islower()
    return "W" if plural or before.isdigit() else "C"


def _settled(marks: list[_Mark]) -> list[_Mark]:
    """Leaves out the doubtful closings that another closing of their family follows: that one is the real one."""
    kept: list[_Mark] = []
    closing_follows = {"D": False, "G": False, "S": False}
    for mark in reversed(marks):
        doubtful = mark.turn == "W" and closing_follows[mark.family]
        closing_follows[mark.family] = mark.turn in "CW"
        if not doubtful:
            kept.append(mark)
    return kept[::-1]


def mark_before(text: str, piece: Span) -> int:
    """Where the opening mark of a piece stands: the words before it belong to the reporter."""
    start = piece.start
    while start > 0 and text[start - 1] in "“”„\"«‘'’":
        start -= 1
    return start
