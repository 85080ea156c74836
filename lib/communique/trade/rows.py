"""The rows of the reference tables: one cited figure each, with an id made from its content."""

import msgspec

# Aggregates that may stand where a country's code stands.
WORLD, EU = "WLD", "EU27"
AGGREGATES = {WORLD: "the world", EU: "the European Union"}
FLOWS = ("turnover", "exports", "imports")


class TradeRow(msgspec.Struct, frozen=True, kw_only=True):
    """One flow of goods as one reporter or source gives it; exports are from reporter to partner."""

    id: str = ""
    reporter: str
    partner: str
    flow: str
    first: int
    last: int
    value: float
    currency: str
    basis: str
    source: str
    url: str = ""
    note: str = ""


class InvestmentRow(msgspec.Struct, frozen=True, kw_only=True):
    """A total of investment from one country in another; `measure` says what was added up."""

    id: str = ""
    investor: str
    host: str
    first: int
    last: int
    measure: str
    value: float
    currency: str
    source: str
    url: str = ""
    note: str = ""


class CompanyRow(msgspec.Struct, frozen=True, kw_only=True):
    """How many companies of one country work in another, from `low` to `high`."""

    id: str = ""
    home: str
    host: str
    low: float
    high: float
    source: str
    url: str = ""
    note: str = ""


class RateRow(msgspec.Struct, frozen=True, kw_only=True):
    """The annual average exchange rate: euros for a dollar."""

    id: str = ""
    year: int
    eur_per_usd: float
    source: str
    url: str = ""


class GdpRow(msgspec.Struct, frozen=True, kw_only=True):
    """Gross domestic product in current US dollars."""

    id: str = ""
    country: str
    year: int
    value: float
    source: str
    url: str = ""


class MirrorNote(msgspec.Struct, frozen=True, kw_only=True):
    """A reason that a cited source gives for the two sides of one flow to differ."""

    id: str = ""
    exporter: str
    importer: str
    reason: str
    statement: str
    source: str
    url: str = ""


class Shipped(msgspec.Struct, frozen=True, kw_only=True):
    """All shipped rows by table."""

    trade: tuple[TradeRow, ...]
    investment: tuple[InvestmentRow, ...]
    companies: tuple[CompanyRow, ...]
    rates: tuple[RateRow, ...]
    gdp: tuple[GdpRow, ...]
    mirror_notes: tuple[MirrorNote, ...]


def trade_id(row: TradeRow) -> str:
    """The id of a row of trade: whose flow with whom, which flow, for when, on which basis."""
    return f"trade:{row.reporter}-{row.partner}:{row.flow}:{years(row.first, row.last)}:{row.basis}"


def years(first: int, last: int) -> str:
    """A period as an id writes it: "2024" or "2023-2024"."""
    return str(first) if first == last else f"{first}-{last}"
