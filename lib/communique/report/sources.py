"""The reference rows that the verdicts of a report rest on, each with its source."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from communique import phrases
from communique.record import Claim
from communique.trade import bases, printing
from communique.trade.reference import Reference
from communique.trade.rows import AGGREGATES, CompanyRow, InvestmentRow, TradeRow, years

_PAIR = re.compile(r":([A-Z0-9]{3,4})-([A-Z0-9]{3,4}):")
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")


def cited(claims: Iterable[Claim], reference: Reference) -> list[dict[str, Any]]:
    """The rows that the claims name, in the order in which they do: what each says, its source and address."""
    wanted = list(dict.fromkeys(row for claim in claims for found in claim.by_basis for row in found.rows))
    known = {row.id: row for row in _near(wanted, reference)}
    rows = [known[name] for name in wanted if name in known]
    return [{"what": _what(row), "source": row.source, "address": address(row.url), "id": row.id} for row in rows]


def basis(name: str) -> str:
    """What a basis is called; what rests on no statistics is arithmetic."""
    return bases.basis(name).label if name in bases.bases() else name or "arithmetic"


def address(text: str | None) -> str:
    """The text if it is an address that a page may link to, else nothing."""
    return text if text and _ADDRESS.fullmatch(text) else ""


def _near(wanted: Iterable[str], reference: Reference) -> Iterator[TradeRow | InvestmentRow | CompanyRow]:
    """Every row about one of the pairs of countries that the ids name."""
    yield from reference.investment
    yield from reference.companies
    for pair in sorted({match.groups() for name in wanted if (match := _PAIR.search(name))}):
        yield from reference.pair(*pair)


def _what(row: TradeRow | InvestmentRow | CompanyRow) -> str:
    if isinstance(row, TradeRow):
        head = f"{_name(row.reporter)} with {_name(row.partner)}, {row.flow}, {years(row.first, row.last)}"
        return f"{head}: {printing.amount(row.value, row.currency)} ({basis(row.basis)})"
    if isinstance(row, InvestmentRow):
        head = f"{row.measure} of {_name(row.investor)} in {_name(row.host)}, {years(row.first, row.last)}"
        return f"{head}: {printing.amount(row.value, row.currency)}"
    return f"companies of {_name(row.home)} in {_name(row.host)}: {row.low:g} to {row.high:g}"


def _name(code: str) -> str:
    return AGGREGATES.get(code) or phrases.country_name(code)
