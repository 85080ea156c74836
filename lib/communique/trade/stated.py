"""What an article states of trade: a figure as a claim, and the place where it stands."""

import msgspec

from communique.record import Figure, Span
from communique.trade.intervals import Interval
from communique.trade.periods import Period
from communique.trade.regions import EVERYWHERE
from communique.trade.speakers import Speaker

# The measures of a record's figures that are amounts of a flow.
LEVELS = {"trade_turnover": "turnover", "exports": "exports", "imports": "imports", "investment": "investment"}


class TradeClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that says something of one country's trade with another.

    `numbers` is the stated number as an interval in `unit`. `country` is whose flow it is (the host, for investment and
    companies; the owner of the list, for a rank), `partner` the other side. `level` is the level that goes with a
    growth, share or target, `growth` the growth that goes with a level, `earlier` the level that a growth started from
    by the article itself, `base` the year that it is counted from; `yearly` says that it is an average of years.
    """

    figure: Figure
    kind: str
    flow: str
    country: str | None
    partner: str | None
    period: Period
    numbers: Interval
    unit: str
    region: str = EVERYWHERE
    level: Interval | None = None
    level_unit: str = ""
    level_year: int | None = None
    growth: Interval | None = None
    earlier: Interval | None = None
    yearly: bool = False
    base: int | None = None
    product: str = ""
    speaker: str | None = None
    sentence: Span = Span(0, 0)
    date: str | None = None
    assumed: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """The calendar year that the figure speaks of, or None."""
        return self.period.year


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A figure where it stands: its sentence, clipped, its place in it, its interval, and what the article is about."""

    figure: Figure
    numbers: Interval
    sentence: Span
    words: str
    start: int
    end: int
    previous: str
    speaker: Speaker
    pair: tuple[str, ...]
    date: str | None
