"""Trade claims: the figures of an article that statistics can speak to, and what each basis of the reference says.

`of` reads the claims, `check` gives verdicts with reasons and the ids of the rows behind them, `table_text` a table.
"""

import shutil
import textwrap
from collections.abc import Iterable

import msgspec

from communique.record import Article, BasisVerdict, Claim, Record
from communique.trade import amounts, growth, levels, ranks, reading, shares, steps, stocks, verdicts
from communique.trade.reading import TradeClaim
from communique.trade.reference import Reference
from communique.trade.steps import Step

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
        made = verdicts.headline(claim, tuple(found), f"no reference figures for investment, {_pair(claim)}")
        return msgspec.structs.replace(made, reason=made.reason + stocks.in_circulation(claim, reference))
    if claim.kind == "company_count":
        found = stocks.companies(claim, reference)
        return verdicts.headline(claim, tuple(found), f"no reference count of companies, {_pair(claim)}")
    if claim.kind == "target":
        return verdicts.headline(claim, tuple(steps.target(claim, reference)), _no_base(claim))
    return _of_goods(claim, reference)


def arithmetic(claim: TradeClaim, reference: Reference) -> tuple[Step, ...]:
    """The arithmetic that a claim allows: implied earlier level, implied growth, implied total, needed growth."""
    return steps.of(claim, reference)


def table_text(claims: Iterable[Claim], width: int | None = None) -> str:
    """The claims as a table for a terminal: figure, kind and verdict, the reason, and under it each basis."""
    wide = max(60, min(width or shutil.get_terminal_size((100, 24)).columns, 120))
    blocks = [_block(claim, wide) for claim in claims]
    return (
        "\n\n".join(blocks)
        if blocks
        else "no trade claims: no figure here speaks of trade or investment between countries"
    )


def _of_goods(claim: TradeClaim, reference: Reference) -> Claim:
    """A level, growth, rank or share of the trade in goods."""
    if claim.country is None or claim.partner is None:
        return _alone(claim, verdicts.NOT_COMPARABLE, "the article does not say whose trade with whom this is")
    known = levels.of_pair(reference, claim.country, claim.partner, claim.flow)
    if not known:
        return _alone(claim, verdicts.NO_REFERENCE, verdicts.no_reference(claim))
    obstacle = _obstacle(claim)
    if obstacle:
        return _alone(claim, verdicts.NOT_COMPARABLE, obstacle)
    if claim.kind == "rank":
        found = ranks.check(claim, reference)
    elif claim.kind == "share":
        found = shares.check(claim, reference)
    elif claim.kind == "growth":
        found = growth.check(claim, known, reference)
    else:
        found = amounts.check(claim, known, reference)
    return verdicts.headline(claim, tuple(found), _without(claim))


def _obstacle(claim: TradeClaim) -> str:
    """Why no table of all goods by calendar year can speak to the claim, or nothing."""
    if claim.product:
        return f"it is about {claim.product}; the reference has all goods together"
    if claim.kind == "rank" and claim.figure.period is None:
        return ""
    if claim.kind == "growth" and claim.period.kind == "span" and claim.period.last:
        return "growth over several years to a date within one has no year to be compared with"
    if claim.period.kind in _PERIODS:
        return f"the figure is for {claim.period.words}, the reference by calendar year: {_PERIODS[claim.period.kind]}"
    return "no year is stated, and the article has no date" if claim.year is None else ""


def _alone(claim: TradeClaim, word: str, reason: str) -> Claim:
    """A verdict that no basis has a part in."""
    return Claim(text=claim.figure.text, span=claim.figure.span, kind=claim.kind, verdict=word, reason=reason)


def _without(claim: TradeClaim) -> str:
    """Why there is no reference although the pair is known."""
    what = {"rank": "no ranking with both", "share": "no total to take a share of"}.get(claim.kind, "no figure")
    when = f" for {claim.year}" if claim.year and claim.figure.period else ""
    return f"{what}{when} in the reference rows of {_pair(claim)}"


def _no_base(claim: TradeClaim) -> str:
    return f"a target is no statistic, and there is no known level of {_pair(claim)} to count from"


def _pair(claim: TradeClaim) -> str:
    return verdicts.pair_name(claim.country, claim.partner)


def _block(claim: Claim, wide: int) -> str:
    head = f"{claim.text}  [{claim.kind.replace('_', ' ')}]  {claim.verdict.upper()}"
    lines = [head, *textwrap.wrap(claim.reason, wide, initial_indent="  ", subsequent_indent="  ")]
    for entry in claim.by_basis:
        lines += _basis_lines(entry, wide)
    return "\n".join(lines)


def _basis_lines(entry: BasisVerdict, wide: int) -> list[str]:
    name = entry.basis or "arithmetic"
    lines = textwrap.wrap(
        f"- {name}: {entry.verdict}: {entry.reason}", wide, initial_indent="  ", subsequent_indent="    "
    )
    rows = ", ".join(entry.rows[:6]) + (f" and {len(entry.rows) - 6} more" if len(entry.rows) > 6 else "")
    if rows:
        lines += textwrap.wrap(
            f"rows: {rows}", wide, initial_indent="      ", subsequent_indent="      ", break_on_hyphens=False
        )
    return lines
