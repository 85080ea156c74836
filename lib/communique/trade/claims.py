"""Trade claims: the figures of an article that statistics can speak to, and what each basis of the reference says.

`of` reads the claims, `check` gives verdicts with reasons and the ids of the rows behind them, `table_text` a table.
"""

import shutil
import textwrap
from collections.abc import Iterable

import msgspec

from communique.grammar.text import collapse, holding
from communique.record import Article, BasisVerdict, Claim, Record, Span
from communique.trade import amounts, growth, levels, mirror, ranks, reading, regions, shares, steps, stocks, verdicts
from communique.trade.levels import Level
from communique.trade.reference import Reference
from communique.trade.stated import TradeClaim
from communique.trade.steps import Step

# Row ids beyond so many are counted, not listed, on the terminal.
_SHOWN = 6
# Characters of a sentence that are shown on each side of the figure.
_AROUND = 200
_PERIODS = {
    "fiscal": "a fiscal year is no calendar year",
    "part-year": "a part of a year is no year",
    "span": "several years are no year",
}


def of(record: Record, article: Article) -> tuple[TradeClaim, ...]:
    """The trade claims of an article, in the order of its figures."""
    return reading.of(record, article)


def check(record: Record, article: Article, reference: Reference) -> tuple[Claim, ...]:
    """Each trade claim of an article with its verdict, overall and by basis, in the order of the figures."""
    return tuple(verdict(claim, reference) for claim in of(record, article))


def verdict(claim: TradeClaim, reference: Reference) -> Claim:
    """What the reference says of one claim: consistent, inconsistent, not comparable or no reference, and why."""
    if claim.flow == "investment":
        found = stocks.investment(claim, reference) if claim.kind == "investment" else []
        made = verdicts.headline(claim, tuple(found), verdicts.no_reference(claim, ", investment"))
        return msgspec.structs.replace(made, reason=made.reason + stocks.in_circulation(claim, reference))
    if claim.kind == "company_count":
        found = stocks.companies(claim, reference)
        return verdicts.headline(claim, tuple(found), verdicts.no_reference(claim, ", number of companies"))
    if claim.kind == "target":
        return verdicts.headline(claim, tuple(steps.target(claim, reference)), _no_base(claim))
    return _of_goods(claim, reference)


def arithmetic(claim: TradeClaim, reference: Reference) -> tuple[Step, ...]:
    """The arithmetic that a claim allows: implied earlier level, implied growth, implied total, needed growth."""
    return steps.of(claim, reference)


def table_text(claims: Iterable[Claim], width: int | None = None, article: Article | None = None) -> str:
    """The claims as a table for a terminal: figure, kind and verdict, its sentence, the reason, and each basis.

    The sentence is shown where the article is given.
    """
    wide = max(60, min(width or shutil.get_terminal_size((100, 24)).columns, 120))
    blocks = [_block(claim, wide, _sentence(claim.span, article) if article else "") for claim in claims]
    return (
        "\n\n".join(blocks)
        if blocks
        else "no trade claims: no figure here speaks of trade or investment between countries"
    )


def _of_goods(claim: TradeClaim, reference: Reference) -> Claim:
    """A level, growth, rank or share of the trade in goods."""
    own = growth.by_article(claim) if claim.kind == "growth" else []
    if claim.country is None or claim.partner is None:
        return _alone(claim, "the article does not say whose trade with whom this is")
    known = levels.of_pair(reference, claim.country, claim.partner, claim.flow)
    if not known:
        return verdicts.headline(claim, tuple(own), verdicts.no_reference(claim))
    obstacle = _obstacle(claim)
    if obstacle and not own:
        return _alone(claim, obstacle)
    found = [] if obstacle else _by_basis(claim, known, reference)
    return verdicts.headline(claim, tuple(found + own), _without(claim))


def _by_basis(claim: TradeClaim, known: tuple[Level, ...], reference: Reference) -> list[BasisVerdict]:
    if claim.kind == "rank":
        return ranks.check(claim, reference)
    if claim.kind == "share":
        return shares.check(claim, reference)
    if claim.kind == "growth":
        return growth.check(claim, known, reference)
    return amounts.check(claim, known, reference) + _both_sides(claim, reference)


def _both_sides(claim: TradeClaim, reference: Reference) -> list[BasisVerdict]:
    """What the two sides' own books say of the pair: no verdict on the level, but how far it depends on whose books."""
    mirrors = mirror.both_sides(reference, claim.country or "", claim.partner or "")
    if not any(entry.flow == "exports" for entry in mirrors):
        return []
    rows = tuple(name for entry in mirrors if entry.flow == "exports" for name in entry.rows)
    reason = mirror.finding(mirrors)
    reason += "".join(
        f" A reason given: {note.statement} ({note.source})."
        for note in mirror.notes(reference, claim.country or "", claim.partner or "")
    )
    return [BasisVerdict(basis=verdicts.BOTH_SIDES, verdict=verdicts.NOT_COMPARABLE, reason=reason, rows=rows)]


def _obstacle(claim: TradeClaim) -> str:
    """Why no table of all goods by calendar year can speak to the claim, or nothing."""
    if claim.product:
        return f"it is about {claim.product}; the reference has all goods together"
    if claim.yearly:
        return "it is an average growth a year, not that of one year"
    if claim.kind == "rank" and not regions.is_known(claim.region):
        return f"{claim.region} is no region that the tables draw"
    if claim.kind == "rank" and claim.figure.period is None:
        return ""
    if claim.period.kind in _PERIODS:
        return f"the figure is for {claim.period.words}, the reference by calendar year: {_PERIODS[claim.period.kind]}"
    return "no year is stated, and the article has no date" if claim.year is None else ""


def _alone(claim: TradeClaim, reason: str) -> Claim:
    """Not comparable, whatever the basis."""
    figure = claim.figure
    return Claim(text=figure.text, span=figure.span, kind=claim.kind, verdict=verdicts.NOT_COMPARABLE, reason=reason)


def _without(claim: TradeClaim) -> str:
    """Why there is no reference although the pair is known."""
    what = {"rank": ", as a ranking of partners", "share": ", as a share of a total"}.get(claim.kind, "")
    when = f" in {claim.year}" if claim.year and (claim.figure.period or not what) else ""
    return verdicts.no_reference(claim, what + when)


def _no_base(claim: TradeClaim) -> str:
    return f"a target is no statistic, and there is no known level for {_pair(claim)} to count from"


def _pair(claim: TradeClaim) -> str:
    return verdicts.pair_name(claim.country, claim.partner)


def _sentence(figure: Span, article: Article) -> str:
    """The sentence of a figure on one line; of a long one the words around the figure."""
    begin, end = holding(article.sentences, figure.start) or figure
    end = max(end, figure.end)
    left, right = max(begin, figure.start - _AROUND), min(end, figure.end + _AROUND)
    words = collapse(article.text[left:right])
    before = words.partition(" ")[2] if left > begin else words
    whole = before.rpartition(" ")[0] if right < end else before
    return f"“{'… ' * (left > begin)}{whole}{' …' * (right < end)}”"


def _block(claim: Claim, wide: int, sentence: str) -> str:
    head = f"{collapse(claim.text)}  [{claim.kind.replace('_', ' ')}]  {claim.verdict.upper()}"
    lines = textwrap.wrap(head, wide, subsequent_indent="  ", drop_whitespace=False)
    for text in (sentence, claim.reason):
        lines += textwrap.wrap(text, wide, initial_indent="  ", subsequent_indent="  ")
    for entry in claim.by_basis:
        lines += _basis_lines(entry, wide, entry.reason in claim.reason)
    return "\n".join(lines)


def _basis_lines(entry: BasisVerdict, wide: int, is_said: bool) -> list[str]:
    """A basis with its reason, unless the headline has just given it, and its rows."""
    text = f"- {entry.basis or 'arithmetic'}: {entry.verdict}" + (" (above)" if is_said else f": {entry.reason}")
    lines = textwrap.wrap(text, wide, initial_indent="  ", subsequent_indent="    ")
    if entry.rows:
        more = f" and {len(entry.rows) - _SHOWN} more" if len(entry.rows) > _SHOWN else ""
        rows = f"rows: {', '.join(entry.rows[:_SHOWN])}{more}"
        lines += textwrap.wrap(rows, wide, initial_indent=" " * 6, subsequent_indent=" " * 6, break_on_hyphens=False)
    return lines
