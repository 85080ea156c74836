"""The review of an article as lines for a terminal: the head, the items, and below them what may be missing."""

import shutil
import textwrap
from collections.abc import Iterator

from communique import briefing, corrections, phrases
from communique.record import Article, Record
from communique.review import doubts, missing

# Characters of an item's words and of what it was taken for, and gaps that are listed.
_WORDS, _TAKEN, _MOST = 90, 240, 12
_LEGEND = "found = taken for (rule) ? doubts"


def text(article: Article, record: Record, width: int | None = None) -> str:
    """The items for a terminal of so many columns (else its own), least sure first, and what may be missing."""
    wide = max(60, min(width or shutil.get_terminal_size((100, 24)).columns, 140))
    found = doubts.lines(article, record)
    head = "\n".join(textwrap.fill(line, wide) for line in _head(record))
    parts = [head, "\n".join(_table(found, wide)) if found else "nothing was found"]
    counted, there = missing.counted(record), len(record.documents)
    if counted > there:
        parts.append(
            f"The article counts {counted} documents; {there or 'none'} {'was' if there < 2 else 'were'} found."
        )
    left = missing.gaps(article, record)
    if left:
        rows = [f"  {gap.start:<8}{_around(gap, wide - 10)}" for gap in left[:_MOST]]
        rest = f"\n  and {len(left) - _MOST} more" if len(left) > _MOST else ""
        parts.append("Numbers or quotations of which nothing was made:\n" + "\n".join(rows) + rest)
    return "\n\n".join(parts)


def _head(record: Record) -> Iterator[str]:
    """When, where, who meets whom, and what was corrected before."""
    day = phrases.day(record.date) if record.date else "no date"
    sides = phrases.listed([phrases.country_name(code) for code in record.countries]) or "no sides"
    visit = f"{record.visit_type} visit" if record.visit_type else "no kind of visit"
    yield f"{corrections.head.ID}: {day}, {record.dateline or 'no dateline'}; {sides}; {visit}"
    yield from briefing.by_hand(record)
    for one in record.corrections:
        if one.action == "drop":
            yield f"{one.item} was dropped ({one.by}): {one.reason}"


def _table(found: list[doubts.Line], wide: int) -> Iterator[str]:
    first = max(len(line.item) for line in found)
    margin = " " * (first + 8)
    yield f"{'item':{first}}  sure  {_LEGEND}"
    for line in found:
        words = textwrap.shorten(line.words, _WORDS, placeholder=" …")
        what = f"= {textwrap.shorten(line.taken, _TAKEN, placeholder=' …')} ({line.rule})"
        rows = [f"{words} {what}"] if len(margin) + len(words) + len(what) < wide else [words, what]
        rows += [f"? {'; '.join(line.doubts)}"] if line.doubts else []
        cells = [part for row in rows for part in textwrap.wrap(row, wide - len(margin), subsequent_indent="  ")]
        yield f"{line.item:{first}}  {line.confidence:.2f}  {cells[0] if cells else ''}".rstrip()
        yield from (margin + cell for cell in cells[1:])


def _around(gap: missing.Gap, room: int) -> str:
    """The words of a gap on one line: from their beginning, or around what is telling where that stands too far."""
    if gap.told + 20 <= room:
        return textwrap.shorten(gap.words, room, placeholder=" …")
    back = gap.words[gap.told - room // 2 :].partition(" ")[2]
    return "… " + textwrap.shorten(back, room - 2, placeholder=" …")
