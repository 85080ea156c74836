"""The four verdicts, the words of their reasons, and which basis speaks for a claim in the headline.

A statement of an office-holder never confirms a claim, and neither does a figure that a paper printed, without saying
whose statistics it is, on or after the day of the article: both may repeat the claim itself. They are shown as what
they are, and can only contradict.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from communique import phrases
from communique.grammar import dates
from communique.record import BasisVerdict, Claim
from communique.trade import printing
from communique.trade.bases import bases, basis
from communique.trade.intervals import Interval
from communique.trade.levels import Level, converted
from communique.trade.reference import Reference
from communique.trade.rows import AGGREGATES, WORLD
from communique.trade.stated import TradeClaim

CONSISTENT, INCONSISTENT = "consistent", "inconsistent"
NOT_COMPARABLE, NO_REFERENCE = "not comparable", "no reference"
# Freight and insurance add about 6% to imports (Marini, Dippelsman and Stanger, IMF working paper 18/16), so about 3%
# to a turnover; an average rate of the year is no closer to the rates that the trade was done at.
MARGIN = 0.03
POINTS = 2.0
# The entry that compares the two sides' own books, a caution and no basis.
BOTH_SIDES = "both sides"
# The entry that sets a claim beside other figures of the same article.
ARTICLE = "the article itself"
# How the reason begins where the bases do not agree.
DISPUTED = "The bases disagree"
# How the reason begins where a basis gives no verdict but speaks against a claim, and the preposition to its name.
DOUBTS = {"in tension": "with", "not safe": "on"}
_DATE = re.compile(r"(?:(\d{1,2}) )?([A-Z][a-z]{2,8})\.? ((?:19|20)\d\d)\b")


class Shown(NamedTuple):
    """A level in the currency of the claim, and its words: "$16.1 billion"."""

    numbers: Interval
    words: str


class Judged(NamedTuple):
    """A verdict, and the end of its sentence: how far apart the two are, and whether that says anything."""

    verdict: str
    words: str


def judge(meets: bool) -> str:
    """The verdict of two intervals on one basis, for one period, in one currency."""
    return CONSISTENT if meets else INCONSISTENT


def compare(stated: Interval, known: Interval, other_basis: bool) -> Judged:
    """The verdict on a stated amount beside a known one.

    `other_basis`: the known amount is reconciled or converted, so that a miss by less than bases differ says nothing.
    """
    if known.meets(stated):
        return Judged(CONSISTENT, "")
    if other_basis and Interval(known.low * (1 - MARGIN), known.high * (1 + MARGIN)).meets(stated):
        return Judged(NOT_COMPARABLE, f", apart by less than {MARGIN:.0%}, which is no more than bases differ by")
    return Judged(INCONSISTENT, f", {gap(stated, known)}")


def compare_growth(stated: Interval, known: Interval, other_basis: bool) -> Judged:
    """The verdict on a stated growth in per cent beside a known one; `other_basis` as in `compare`."""
    if known.meets(stated):
        return Judged(CONSISTENT, "")
    if other_basis and Interval(known.low - POINTS, known.high + POINTS).meets(stated):
        return Judged(NOT_COMPARABLE, f", within {POINTS:g} points, by which the bases may differ")
    return Judged(INCONSISTENT, "")


def is_other_basis(level: Level, currency: str) -> bool:
    """Whether a level is nobody's own declaration, or has to be converted to be compared."""
    return level.kind in ("reconciled", "exporter") or bool(currency and currency != level.currency)


def shown(level: Level, currency: str, reference: Reference) -> Shown | None:
    """A level beside a claim in `currency`; a conversion is always said to be one. None where no rate is known."""
    own = printing.amount(level.value, level.currency, 3)
    if not currency or currency == level.currency:
        return Shown(level.numbers, own)
    other = converted(level, currency, reference)
    if other is None:
        return None
    words = f"{own} ({printing.amount(other.numbers.middle, currency)} at the average rate of {level.first})"
    return Shown(other.numbers, words)


def pair_name(country: str | None, partner: str | None) -> str:
    """The two sides in a sentence, by the alphabet: "Austria and Kazakhstan"; a total as "Kazakhstan, all partners"."""
    if partner in AGGREGATES:
        of_whom = "all partners" if partner == WORLD else f"with {AGGREGATES[partner]}"
        return f"{country_name(country)}, {of_whom}"
    names = sorted(phrases.country_name(code) for code in (country, partner) if code)
    return phrases.listed([phrases.in_sentence(name) for name in names]) or "the two sides"


def country_name(code: str | None) -> str:
    """What a country is called in a sentence, with its article; the code where it is none."""
    return phrases.in_sentence(phrases.country_name(code)) if code else "the partner"


def is_independent(level: Level, claim: TradeClaim) -> bool:
    """Whether the level is evidence of its own: statistics, or an unnamed figure printed before the article."""
    if level.kind == "statement":
        return False
    return level.kind != "unnamed" or not any(printed_since(row.source, claim.date) for row in level.rows)


def printed_since(source: str, date: str | None) -> bool:
    """Whether the source says that it was printed on or after the date (ISO), or in its month without a day.

    >>> printed_since("A Paper, 28 Sep 2025", "2025-05-30")
    True
    """
    match = list(_DATE.finditer(source))
    if not match or not date:
        return False
    day, month, year = match[-1].groups()
    number = next((at for name, at in dates.months().items() if name.lower().startswith(month.lower()[:3])), None)
    if number is None:
        return False
    known = f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")
    return known >= date[: len(known)]


def no_reference(claim: TradeClaim, of_what: str = "") -> str:
    """The one sentence for a pair that no row is about, or none of the kind or year that is asked for."""
    return f"no reference statistics for {pair_name(claim.country, claim.partner)}{of_what}"


def statement(levels: Iterable[Level], claim: TradeClaim, reference: Reference) -> BasisVerdict:
    """What statements and unnamed later figures say of the same level: a repetition, or a contradiction."""
    found = list(levels)
    said = [(level, shown(level, claim.unit, reference)) for level in found]
    meeting = [level for level, seen in said if seen and seen.numbers.meets(claim.numbers)]
    listed = "; ".join(f"{level.rows[0].source}: {_words(level)}" for level in found)
    ids = tuple(name for level in found for name in level.ids)
    if meeting:
        reason = f"repeats the figure, which does not confirm it ({listed})"
        return BasisVerdict(basis=found[0].basis, verdict=NOT_COMPARABLE, reason=reason, rows=ids)
    if not any(seen for _, seen in said):
        reason = f"said in another currency ({listed})"
        return BasisVerdict(basis=found[0].basis, verdict=NOT_COMPARABLE, reason=reason, rows=ids)
    return BasisVerdict(basis=found[0].basis, verdict=INCONSISTENT, reason=f"contradicted by {listed}", rows=ids)


def headline(claim: TradeClaim, by_basis: tuple[BasisVerdict, ...], otherwise: str = "") -> Claim:
    """The claim with the verdict of the first basis that decides, statistics before statements, and who disagrees."""
    deciding = [entry for entry in by_basis if entry.verdict in (CONSISTENT, INCONSISTENT)]
    deciding.sort(key=lambda entry: _is_weak(entry.basis))
    if deciding:
        verdict, reason = deciding[0].verdict, _decided(deciding, by_basis)
    elif any(_is_obstacle(entry) for entry in by_basis):
        first = next(entry for entry in by_basis if _is_obstacle(entry))
        verdict, reason = NOT_COMPARABLE, f"{label(first.basis)}: {first.reason}" if first.basis else first.reason
    else:
        verdict, reason = NO_REFERENCE, otherwise or no_reference(claim)
    if claim.assumed and by_basis:
        reason += f" ({'; '.join(claim.assumed)})"
    figure = claim.figure
    return Claim(text=figure.text, span=figure.span, kind=claim.kind, verdict=verdict, reason=reason, by_basis=by_basis)


def label(name: str) -> str:
    """What a basis is called in a sentence."""
    plain, _, declarer = name.partition(" (")
    text = basis(plain).label if plain in bases() else plain
    return f"{text} ({declarer}" if declarer else text


def in_short(name: str) -> str:
    """What a basis is called among others in a list: "national statistics", "BACI"."""
    plain, _, declarer = name.partition(" (")
    text = (basis(plain).short if plain in bases() else "") or plain
    return f"{text} ({declarer}" if declarer else text


def gap(stated: Interval, other: Interval) -> str:
    """How far the stated figure is from the other: "24% above it"."""
    if other.middle <= 0:
        return "apart"
    distance = (stated.middle / other.middle - 1) * 100
    side = "above" if distance > 0 else "below"
    return f"{printing.amount(abs(distance), 'percent')} {side} it"


def _words(level: Level) -> str:
    return printing.amount(level.value, level.currency, 3)


def _decided(deciding: list[BasisVerdict], by_basis: tuple[BasisVerdict, ...]) -> str:
    """The reason of the first basis that decides, after a word on the others where they do not agree with it."""
    first = deciding[0]
    reason = f"{label(first.basis)}: {first.reason}"
    against = [entry for entry in deciding if entry.verdict != first.verdict]
    doubts = [(doubt, entry) for entry in by_basis for doubt in DOUBTS if entry.reason.startswith(doubt)]
    if not against and not doubts:
        return reason
    agreeing = " and ".join(in_short(entry.basis) for entry in deciding if entry.verdict == first.verdict)
    others = [f"{entry.verdict} with {in_short(entry.basis)}" for entry in against]
    others += [f"{doubt} {DOUBTS[doubt]} {in_short(entry.basis)}" for doubt, entry in doubts]
    return f"{DISPUTED}: {first.verdict} with {agreeing}; {'; '.join(others)}. {reason[0].upper()}{reason[1:]}"


def _is_obstacle(entry: BasisVerdict) -> bool:
    """Whether a basis has something to say and cannot be compared."""
    return entry.verdict == NOT_COMPARABLE and entry.basis not in (BOTH_SIDES, ARTICLE)


def _is_weak(name: str) -> bool:
    return name == ARTICLE or basis(name.partition(" (")[0]).kind == "statement"
