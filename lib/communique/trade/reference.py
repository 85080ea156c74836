"""Reference statistics: the shipped rows, checked when read, and a reader's own file beside them.

The shipped CSV files are read with the standard library; pyarrow is loaded only for a file of one's own or for
fetched statistics. Rows of different bases are never mixed: `bases.toml` says what each basis is.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from communique import paths
from communique.trade import intervals, reference_file, shipped
from communique.trade.bases import basis
from communique.trade.intervals import Interval
from communique.trade.rows import (
    AGGREGATES,
    WORLD,
    CompanyRow,
    GdpRow,
    InvestmentRow,
    MirrorNote,
    RateRow,
    Shipped,
    TradeRow,
)

if TYPE_CHECKING:
    from communique.trade.tidy import Tidy


class Reference:
    """All rows a claim can be checked against; look-ups go by country pair, whichever side reported."""

    def __init__(self, shipped_rows: Shipped, tidy: "Tidy | None" = None) -> None:
        """Indexes the shipped rows; `tidy` is a reader's own table."""
        self.investment: tuple[InvestmentRow, ...] = shipped_rows.investment
        self.companies: tuple[CompanyRow, ...] = shipped_rows.companies
        self.gdp: tuple[GdpRow, ...] = shipped_rows.gdp
        self.mirror_notes: tuple[MirrorNote, ...] = shipped_rows.mirror_notes
        self.trade: tuple[TradeRow, ...] = shipped_rows.trade
        self.tidy = tidy
        self._rates = {row.year: row for row in shipped_rows.rates}
        self._pairs: dict[frozenset[str], list[TradeRow]] = defaultdict(list)
        self._sides: dict[str, list[TradeRow]] = defaultdict(list)
        for row in self.trade:
            self._pairs[frozenset((row.reporter, row.partner))].append(row)
            for side in {row.reporter, row.partner} - set(AGGREGATES):
                self._sides[side].append(row)

    def pair(self, country: str, partner: str) -> tuple[TradeRow, ...]:
        """Every row about the trade of the two, whoever reported it; with `WLD`, the country's totals."""
        rows = tuple(self._pairs.get(frozenset((country, partner)), ()))
        if self.tidy is None:
            return rows
        own = self.tidy.totals(country) if partner == WORLD else self.tidy.pair(country, partner)
        return rows + own

    def partners(self, country: str) -> tuple[TradeRow, ...]:
        """Every row of the country's trade with a single partner, whichever of the two reported it."""
        rows = (row for row in self._sides.get(country, ()) if not {row.reporter, row.partner} & set(AGGREGATES))
        return tuple(rows) + (self.tidy.partners(country) if self.tidy else ())

    def rate(self, year: int) -> RateRow | None:
        """The annual average exchange rate of dollar and euro, or None if the table has none for the year."""
        return self._rates.get(year)

    def level(self, row: TradeRow) -> Interval:
        """The interval a row's value stands for: exact for statistics, by its printed digits for a press figure."""
        if basis(row.basis).rounded:
            return intervals.printed(row.value, row.note)
        return intervals.exact(row.value)


def load(
    extra: Path | str | None = None,
    *,
    columns: Mapping[str, str] | None = None,
    currency: str | None = None,
    scale: float | None = None,
    cache_folder: Path | None = paths.CACHE,
    data: Path = paths.DATA,
) -> Reference:
    """The shipped reference rows, the fetched ones in `cache_folder`, and those of a file of one's own.

    `extra` is a tidy CSV or Parquet of exporter, importer, year, value, one row a pair and year. What else it calls its
    columns, the currency and scale of its values stand in `<file>.toml` beside it (see `reference_file`) or are given
    here, which counts more: `columns` maps those four names to the file's own, `scale` multiplies the values.
    Raises CommuniqueError with file, row and column where a row is not as it must be.
    """
    stamps = _stamps(data)
    files = sorted(cache_folder.glob("*.parquet")) if cache_folder and cache_folder.is_dir() else []
    if not files and not extra:
        return _plain(data, stamps)
    rows = _shipped(data, stamps)
    if files:
        from communique.trade import fetched  # pyarrow is loaded only where there is something for it to read

        rows = msgspec.structs.replace(rows, trade=rows.trade + fetched.read(files))
    return Reference(rows, _own(paths.resolve(extra), columns or {}, currency, scale) if extra else None)


def _own(table: Path, columns: Mapping[str, str], currency: str | None, scale: float | None) -> "Tidy":
    """A reader's own table, read as is said beside it and, before that, as was given."""
    from communique.trade.tidy import Tidy

    said = reference_file.read(table)
    given = {"currency": currency, "scale": scale, "columns": {**said.columns, **columns}}
    whole = msgspec.structs.replace(said, **{name: value for name, value in given.items() if value is not None})
    reference_file.check(whole, table)
    return Tidy.read(table, whole)


def _stamps(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, time and size of every reference file in the folder: while these stay, so do the rows."""
    files = ((file.name, file.stat()) for file in sorted(folder.glob("*.csv")))
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in files)


@lru_cache(maxsize=4)
def _shipped(folder: Path, stamps: tuple[tuple[str, int, int], ...]) -> Shipped:
    return shipped.read(folder)


@lru_cache(maxsize=4)
def _plain(folder: Path, stamps: tuple[tuple[str, int, int], ...]) -> Reference:
    return Reference(_shipped(folder, stamps))
