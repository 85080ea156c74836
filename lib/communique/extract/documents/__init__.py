"""Documents of the event: named one by one, with instrument, parties and whether they are signed or still planned."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from communique import words
from communique.codebook import Codebook
from communique.extract.documents import (
    chains,
    concluding,
    counted,
    elliptic,
    later,
    merging,
    naming,
    pairs,
    recalling,
    signing,
    subjects,
    titles,
    topics,
)
from communique.extract.documents.chains import Chain, Context, Title
from communique.extract.documents.phrases import Phrase
from communique.grammar import countries
from communique.record import Article, Document, Event, Party, Person, Span

# "In a joint communiqué, the leaders …": the text exists.
_QUOTED_FROM = re.compile(r"\b(?:in|according\s+to)\s+(?:a|an|the|their|its)\s+\Z")
# How many lines may stand above the story, and what they do not end in.
_HEAD = 5
_HEADLINE_END = '.!?:;"”’»'
_EXPLAINED = re.compile(
    r"(?:,\s+etc\.?)?[”\"’)]{0,2}(?:\s[–—-]{1,2}\s|:\s|;|,\s+(?:which|that|to|under\s+which)\s|\s\("
    r"|,?\s(?:such\s+as|including|worth|valued|aimed\s+at|within\s+the\s+framework)\s)"
)
_ETC = re.compile(r",?\s+etc\.?")
# "Other major pacts are an MoU on …"
_OTHERS = re.compile(
    r"(?:The\s)?[Oo]ther\s(?:[a-z]+\s){0,2}?(?:pacts|agreements|documents|deals|accords|memoranda|MoUs|MOUs)\s(?:[a-z]+\s)?(?:are|were|include|included)\b"
)
_HEADS_OF = "heads of "  # terms are "agreed", as a contract is
_NUMBERS = frozenset(words.table("documents")["numbers"])
# "In 2012 they met. They signed a treaty."
_IN_YEAR = re.compile(r"(?:Back\s+in|In)\s+(?:[A-Z][a-z]+\s+)?((?:19|20)\d\d)\b")
_OWN_TIME = re.compile(r"(?i:\b(?:today|now|yesterday|this|on\s+\w+day|\w+day|(?:19|20)\d\d)\b)")
# What a document does, if it is one of those just signed.
_DOES = re.compile(
    r",?\s+(?:further\s+)?(?:will|aims?|covers?|provides?|outlines?|sets?|paves?|envisages?|calls?|called|establishes|"
    r"seeks?|allows?|opens?|foresees?|includes?|focuses|promises|concerns?)\s(?!be\s)"
)
_BETWEEN = re.compile(r"\s+between\s+(?=(?:the\s+)?[A-Z])")
# "Another, an arrangement on nurses, opens 500 jobs."
_ANOTHER = re.compile(r"(?:another|one|the\s+(?:first|second|third|last|other)),\s+an?\s+")
_UNDER = re.compile(r"\bunder\s+an?\s+\Z")
_OF_YEAR = re.compile(r"\b(?:of|from)\s+(?P<of>(?:19|20)\d\d)\Z")
_CHANGED = re.compile(r"amend|renew|exten[ds]|prolong|supplement|addend|\bto\s+the\b", re.IGNORECASE)
# Among how many documents before the one is that sums up several.
_NEAR = 20
# How many cells a row of a table may have that names a document.
_ROW = 8


def find(article: Article, event: Event, people: tuple[Person, ...], instruments: Codebook) -> tuple[Document, ...]:
    """The documents in the order of the text; each document once, under its fullest name.

    A bare count ("12 agreements"), documents of earlier years or of other countries, and those in quoted speech are
    left out.
    """
    story = chains.context(article, people, event.countries)
    named = list(chains.find(story, instruments))
    numbers = {number for number, _, _ in named}
    so_far = _SoFar([])
    for number, phrases, runs in named:
        so_far = so_far.with_counts(story, number, phrases)
        named_by_pairs = list(pairs.find(story.text, story.units[number], phrases, number))
        for chain in runs:
            so_far = so_far._replace(group=concluding.of_several(story, chain) or so_far.group)
            kept = tuple(title for title in chain.titles if not (named_by_pairs and title.phrase is phrases[-1]))
            if kept:
                so_far.found.extend(_documents(story, replace(chain, titles=kept), so_far))
        so_far.found.extend(named_by_pairs)
        so_far.found.extend(subjects.with_each(story, number, phrases, so_far.found))
        so_far.found.extend(subjects.with_all(story, number, phrases, so_far.group))
        if not named_by_pairs:
            _each_for_all(so_far.found, list(subjects.find(story, number, phrases, so_far.group, numbers)))
    return later.told(story, merging.merge(so_far.found))


class _SoFar(NamedTuple):
    """What the text has said so far: the documents, who concluded the several last spoken of, the number of the unit
    that numbered some, and the last count of signed ones.
    """

    found: list[merging.Found]
    group: tuple[Party, ...] = ()
    opened: int = 0
    counts: counted.Count | None = None

    def with_counts(self, story: Context, number: int, phrases: list[Phrase]) -> "_SoFar":
        """The same with what a unit says of several documents."""
        numbered = any(phrase.plural and phrase.article in _NUMBERS for phrase in phrases)
        return self._replace(
            group=concluding.counted(story, story.units[number], phrases) or self.group,
            opened=number if numbered else self.opened,
            counts=counted.count(story, number, phrases) or self.counts,
        )


def _each_for_all(found: list[merging.Found], several: list[merging.Found]) -> None:
    """Puts the several in the place of the document that sums them up: "agreements on tea and on oats"."""
    inside = [one.document.span.start for one in several[:1]]
    near = found[-_NEAR:]
    found[-_NEAR:] = [
        one for one in near if not any(one.document.span.start < at < one.document.span.end for at in inside)
    ]
    found += several


def _documents(story: Context, chain: Chain, so_far: _SoFar) -> Iterator[merging.Found]:
    """The documents of a chain, if its verb, or a count before them, makes them documents of this event."""
    before, opened = so_far.found, so_far.opened
    reading = _reading(story, chain, before)
    reading = counted.reading(story, chain, so_far.counts) if reading == signing.NOTHING else reading
    if reading.status is None:
        return
    shared = concluding.subject(story, chain, reading, before)
    # One of several just counted has no parties from a document before them.
    last = before[-1].document if before and before[-1].place[0] >= opened else None
    each = concluding.one_each(story, chain, reading, shared)
    owned = [(party,) for party in each] if each else concluding.each_with_partner(story, chain, shared)
    for title, own in zip(chain.titles, owned, strict=True):
        found = concluding.around(story, chain, title) or own
        found = found or concluding.of_group(story, chain, title.phrase, so_far.group, last)
        found = concluding.with_first(found, title.phrase.elliptic, so_far.group)
        again = naming.is_told_again(story.text, chain, title, before, opened) or _is_foreign(story.sides, found)
        if again or not naming.is_named(story.text, chain, title, reading, before, found):
            continue
        last = document = _document(story.text, title, reading, found)
        headline, article = _in_headline(story, chain), title.phrase.article
        yield merging.Found(document, (chain.unit, chain.start), headline, article == "the", article == "another")


def _document(text: str, title: Title, reading: signing.Reading, found: tuple[Party, ...]) -> Document:
    start, end = title.phrase.start, title.end
    return Document(
        text=text[start:end],
        span=Span(start, end),
        instrument=title.phrase.code,
        parties=found,
        topic=topics.topic(text, title.phrase, end, _last(found)),
        status=reading.status or "signed",
        rule=reading.rule,
    )


def _reading(story: Context, chain: Chain, before: list[merging.Found]) -> signing.Reading:
    """The status of a chain: by its verb, else by the document before it or the list it stands in."""
    unit, code = story.units[chain.unit], chain.titles[0].phrase.code
    place = recalling.Place(story.lowered, unit.start, chain.start, chain.said(story.text), unit.end, story.date)
    code = "contract" if story.lowered.startswith(_HEADS_OF, chain.titles[0].phrase.head) else code
    initialled = elliptic.is_initialled(story.text, chain.titles[0].phrase)
    reading = signing.Reading("planned", "initialled") if initialled else signing.read(place, code)
    if (
        _is_older(story, chain, reading)
        or _is_of_other_visit(place, chain)
        or (reading.status == "signed" and _is_past(story, chain))
    ):
        return signing.RECALLED
    if reading.status or reading.rule:
        return reading
    if before and _goes_on(story, chain, before[-1]):
        rule = before[-1].document.rule
        rule = rule if rule == merging.LISTED else "goes on from the document before"
        return signing.Reading(before[-1].document.status, rule)
    under = unit.item and _UNDER.search(story.lowered, max(unit.start, chain.start - 10), chain.start)
    kind = "" if under else signing.governed_by(place)
    if code == "joint statement" and _QUOTED_FROM.search(story.lowered, max(unit.start, chain.start - 24), chain.start):
        return signing.Reading("signed", naming.QUOTED)
    fills = _fills(story, chain)
    listed = kind == "list" or unit.item or fills or _is_introduced(story, chain) or chain.titles[0].phrase.elliptic
    if kind == "other" or not listed:
        return signing.NOTHING
    own = None if unit.item else signing.statement(story.lowered, unit.start, chain.start)
    others = before and _OTHERS.match(story.text, unit.start, chain.start)
    status = before[-1].document.status if others else own or _led_by(story, chain)
    return signing.Reading(status, merging.LISTED) if status in ("signed", "planned") else signing.NOTHING


def _is_of_other_visit(place: recalling.Place, chain: Chain) -> bool:
    """Whether one of several is named in a sentence on the visit of another month."""
    return chain.titles[0].phrase.elliptic and recalling.is_of_other_visit(place, chain.start)


def _is_past(story: Context, chain: Chain) -> bool:
    """Whether the sentence before in the paragraph is of an earlier year, and this one says no time of its own."""
    unit = story.units[chain.unit]
    if unit.item or not chain.unit or not story.date:
        return False
    before = story.units[chain.unit - 1]
    told = _IN_YEAR.match(story.text, before.start, before.end)
    apart = "\n" in story.text[before.end : unit.start] or _OWN_TIME.search(story.text, unit.start, chain.start)
    return told is not None and not apart and int(told[1]) < int(story.date[:4])


def _is_introduced(story: Context, chain: Chain) -> bool:
    """Whether a name opens a sentence that says what it does: "An MoU on trade will ease …", behind one that signs;
    with "the" only where it says between whom.
    """
    unit, first = story.units[chain.unit], chain.titles[0]
    led = chain.start - unit.start <= 4 or _ANOTHER.fullmatch(story.lowered, unit.start, chain.start) is not None
    named = first.phrase.article == "the" and _BETWEEN.match(story.text, first.phrase.end, first.end)
    opens = led and first.end > first.phrase.end and (first.phrase.article in ("a", "an") or named)
    return bool(opens and _DOES.match(story.text, first.end))


def _is_older(story: Context, chain: Chain, reading: signing.Reading) -> bool:
    """Whether a known document of an earlier year is spoken of: "that the protocol of 2009 be revised"."""
    title = chain.titles[0]
    if title.phrase.article not in naming.DEFINITE or not story.date or reading.rule.startswith("object of"):
        return False
    name = story.text[title.phrase.start : title.end]
    year = _OF_YEAR.search(name)
    return year is not None and year["of"] < story.date[:4] and not _CHANGED.search(name)


def _goes_on(story: Context, chain: Chain, last: merging.Found) -> bool:
    """Whether the chain continues a sentence's list, or leaves its instrument or its verb out."""
    title = chain.titles[0]
    if title.phrase.elliptic and last.place[0] >= chain.unit - 2:
        return True
    unit = story.units[chain.unit]
    reach = _ROW if unit.item or story.text[unit.end - 1] not in _HEADLINE_END else 2  # a line with its explanation
    if last.document.rule == merging.LISTED and chain.unit - last.place[0] <= reach and _fills(story, chain):
        return True
    joined = title.subject or titles.separated(story.text, last.document.span.end, chain.start)
    return last.place[0] == chain.unit and bool(joined)


def _fills(story: Context, chain: Chain) -> bool:
    """Whether the names are all of the unit, or the first opens it before an explanation: "MoU on tea: It says …"."""
    unit, first = story.units[chain.unit], chain.titles[0]
    if chain.start - unit.start > 8:
        return False
    named = first.end > first.phrase.end or (first.phrase.modified and story.text[chain.start].isupper())
    explained = not first.phrase.article and named and _EXPLAINED.match(story.text, first.end)
    return unit.end - chain.end <= 4 or bool(explained) or _ETC.fullmatch(story.text, chain.end, unit.end) is not None


def _led_by(story: Context, chain: Chain) -> str | None:
    """What the sentences before a list say of its documents; one that nothing is said of is of signed documents."""
    unit = story.units[chain.unit]
    last = unit.lead if unit.item else chain.unit - 1
    for lead in range(last, max(-1, last - 4), -1):
        said = signing.statement(story.lowered, story.units[lead].start, story.units[lead].end)
        if said and (said != "talked of" or lead == last):
            return said
    opened = chain.unit or ":" in story.text[unit.start : chain.start]
    several = unit.item or len(chain.titles) > 1 or chain.titles[0].phrase.elliptic
    return "signed" if opened and several else None


def _is_foreign(sides: Sequence[str], found: tuple[Party, ...]) -> bool:
    """Whether a party is a country that is no side of the event, and the sides are not both among them."""
    named = {code for party in found if (code := countries.code_of(party.name))}
    return len(sides) == 2 and not named <= set(sides) and not named >= set(sides)


def _last(found: tuple[Party, ...]) -> int:
    """Where the last party's name ends."""
    return max((party.span.end for party in found if party.span), default=0)


def _in_headline(story: Context, chain: Chain) -> bool:
    """Whether the chain stands in a line above the story, where no line is a sentence."""
    head = story.units[: chain.unit + 1] if chain.unit < _HEAD else ()
    return bool(head) and all(story.text[unit.end - 1] not in _HEADLINE_END and not unit.item for unit in head)
