"""Live statistics through SDMX: fetched once, kept in the cache, used from there on without a network.

What goes wrong on the way, a time-out, an error of the server, an empty or broken answer, ends in one line; an older
file in the cache stays as it is.
"""

import copy
import csv
import logging
import math
import time
import tomllib
from collections import defaultdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from communique import paths
from communique.errors import CommuniqueError
from communique.grammar import countries
from communique.trade import fetched as store
from communique.trade.rows import TradeRow

# More than any pair of countries needs: an answer beyond it is not the one that was asked for.
_LARGEST = 50_000_000
_MONTHS = 12
_SINCE = "1995"


class Source(msgspec.Struct, frozen=True):
    """How a source is asked and answers, as `sdmx_sources.toml` says."""

    label: str
    client: str
    basis: str
    dataflow: str
    codes: str
    key: str
    exports: str
    imports: str
    dimensions: dict[str, str]
    currency: str
    monthly: bool
    reporters: list[str]
    note: str


class Query(msgspec.Struct, frozen=True):
    """One question to one source: whose declarations of its trade with whom."""

    source: Source
    reporter: str
    partner: str
    key: str


def fetch(
    reporter: str,
    partner: str,
    source: str = "imf",
    *,
    cache: Path = paths.CACHE,
    base_url: str | None = None,
    timeout: float = 30.0,
) -> Path:
    """Fetches what `reporter` declares of its trade with `partner` (alpha-3) and returns the cached Parquet file.

    `timeout` is in seconds and for the whole answer. `base_url` asks another server that speaks SDMX 2.1. Raises
    CommuniqueError with the source, what went wrong, and whether older figures are kept.
    """
    query = _query(reporter.upper(), partner.upper(), source)
    file = store.path(cache, source, query.reporter, query.partner)
    url = (base_url or _client(query.source).source.url or "").rstrip("/")
    address = f"{url}/data/{query.source.dataflow}/{query.key}?startPeriod={_SINCE}"
    try:
        message = _ask(query, url, timeout)
        rows = _rows(query, _observations(message), address)
    except _AnswerError as error:
        raise CommuniqueError(address, error.what, f"{error.remedy}; {_kept(file)}") from None
    store.write(file, rows, query.source.label, address, datetime.now(UTC).isoformat(timespec="seconds"))
    return file


class _AnswerError(Exception):
    """An answer that cannot be used: what is wrong, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


@cache
def sources() -> dict[str, Source]:
    """The sources of live statistics by name."""
    table = tomllib.loads((paths.DATA / "sdmx_sources.toml").read_text(encoding="utf-8"))
    return {name: msgspec.convert(entry, Source) for name, entry in table.items()}


def _query(reporter: str, partner: str, name: str) -> Query:
    """The question in the source's own codes."""
    if name not in sources():
        raise CommuniqueError("trade fetch", f"{name!r} is no source", f"use one of {', '.join(sources())}", "--source")
    source = sources()[name]
    for place, code in (("--reporter", reporter), ("--partner", partner)):
        if countries.country(code) is None:
            what = f"{code!r} is not an ISO 3166 alpha-3 code"
            raise CommuniqueError("trade fetch", what, "write three letters, such as KAZ", place)
    if source.reporters and reporter not in source.reporters:
        what = f"{reporter} does not report to {source.label}"
        raise CommuniqueError("trade fetch", what, "exchange reporter and partner, or ask imf", "--reporter")
    codes = {code: code if source.codes == "alpha-3" else _alpha2().get(code, code) for code in (reporter, partner)}
    key = source.key.format(
        reporter=codes[reporter], partner=codes[partner], exports=source.exports, imports=source.imports
    )
    return Query(source, reporter, partner, key)


def _client(source: Source, session: Any = None) -> Any:
    """The client for a source; sdmx1 takes its time to load, so it is loaded here."""
    import sdmx

    # It warns of answers without their structure, which are what is expected here.
    logging.getLogger("sdmx").setLevel(logging.ERROR)
    return sdmx.Client(source.client, session=session)


def _ask(query: Query, url: str, timeout: float) -> Any:
    """The server's answer as an SDMX message; raises _AnswerError for anything else."""
    client = _client(query.source, _session(timeout))
    client.source = copy.copy(client.source)
    client.source.url = url
    params = {"startPeriod": _SINCE}
    try:
        return client.get("data", query.source.dataflow, key=query.key, params=params, timeout=timeout)
    except Exception as error:
        # Besides what goes wrong on the way, sdmx1 passes on whatever its readers raise at a message that is none.
        raise _trouble(error, timeout) from None


def _trouble(error: Exception, timeout: float) -> _AnswerError:
    """What went wrong with a request, in words."""
    import requests

    reason = " ".join(str(error).split())[:120] or type(error).__name__
    status = error.response.status_code if isinstance(error, requests.HTTPError) and error.response is not None else 0
    later = "try later"
    known: tuple[tuple[bool, str, str], ...] = (
        (
            isinstance(error, requests.Timeout),
            f"no full answer within {timeout:g} seconds",
            f"{later} with a longer --timeout",
        ),
        (isinstance(error, requests.ConnectionError), "the server cannot be reached", f"check the network and {later}"),
        (isinstance(error, requests.exceptions.ChunkedEncodingError), "the answer broke off", later),
        (
            status == requests.codes.not_found,
            "the server has nothing there (status 404)",
            "the pair may have no figures",
        ),
        (status > 0, f"the server answered with status {status}", later),
        (isinstance(error, requests.RequestException), f"the request failed ({reason})", f"check it and {later}"),
        (True, f"the answer is not an SDMX message ({reason})", later),
    )
    return next(_AnswerError(what, remedy) for holds, what, remedy in known if holds)


def _session(seconds: float) -> Any:
    """A session that gives an answer so many seconds in all, however slowly it drips."""
    import requests
    import urllib3

    class Patient(requests.Session):
        def send(self, request: Any, **options: Any) -> Any:
            deadline = time.monotonic() + seconds
            response = super().send(request, **{**options, "timeout": seconds, "stream": True})
            body = bytearray()
            try:
                while part := response.raw.read1(65_536, decode_content=True):
                    body += part
                    if time.monotonic() > deadline or len(body) > _LARGEST:
                        response.close()
                        raise requests.Timeout
            except urllib3.exceptions.TimeoutError:
                raise requests.Timeout from None
            except urllib3.exceptions.HTTPError:
                raise requests.exceptions.ChunkedEncodingError from None
            response._content = bytes(body)
            return response

    return Patient()


def _observations(message: Any) -> list[dict[str, Any]]:
    """The observations of a message, each a table of its dimensions with `value`."""
    import sdmx

    try:
        series = sdmx.to_pandas(message)
        names = list(series.index.names)
        items = list(series.items())
    except Exception:
        raise _AnswerError("the answer holds no table of figures", "the pair may have none") from None
    single = len(names) == 1
    return [{**dict(zip(names, (key,) if single else key, strict=True)), "value": value} for key, value in items]


def _rows(query: Query, observations: list[dict[str, Any]], address: str) -> list[TradeRow]:
    """The rows for the cache: the pair that was asked for only, so that no aggregate is taken for a country."""
    values: dict[tuple[str, int], list[float]] = defaultdict(list)
    flows = {query.source.exports: "exports", query.source.imports: "imports"}
    for observation in observations:
        flow = flows.get(str(observation.get(query.source.dimensions["indicator"])))
        value = float(observation["value"])
        if flow and _is_asked(query, observation) and math.isfinite(value):
            values[flow, _year(observation)].append(value)
    wanted = _MONTHS if query.source.monthly else 1
    rows = [
        _row(query, flow, year, sum(found), address)
        for (flow, year), found in sorted(values.items())
        if len(found) == wanted
    ]
    if not rows:
        what = f"the answer holds no figures for {query.reporter}–{query.partner}"
        raise _AnswerError(what, "the pair may have none, or the source may use other codes")
    return rows


def _is_asked(query: Query, observation: dict[str, Any]) -> bool:
    codes = {"reporter": query.reporter, "partner": query.partner}
    for side, name in query.source.dimensions.items():
        if side in codes:
            code = codes[side] if query.source.codes == "alpha-3" else _alpha2().get(codes[side], "")
            if str(observation.get(name)) != code:
                return False
    return True


def _year(observation: dict[str, Any]) -> int:
    period = str(observation.get("TIME_PERIOD", observation.get("time", "")))
    if not period[:4].isdigit():
        raise _AnswerError(f"the answer dates a figure {period!r}, which is no year", "try later")
    return int(period[:4])


def _row(query: Query, flow: str, year: int, value: float, address: str) -> TradeRow:
    return TradeRow(
        reporter=query.reporter,
        partner=query.partner,
        flow=flow,
        first=year,
        last=year,
        value=value,
        currency=query.source.currency,
        basis=query.source.basis,
        source=query.source.label,
        url=address,
        note=query.source.note,
    )


def _kept(file: Path) -> str:
    """What remains in the cache, for the end of an error."""
    if not file.exists():
        return "nothing was written to the cache"
    return f"the figures of {store.about(file).get('retrieved', 'before')} in the cache are kept"


@cache
def _alpha2() -> dict[str, str]:
    with (paths.DATA / "iso_alpha2.csv").open(encoding="utf-8", newline="") as file:
        return {row["iso3"]: row["iso2"] for row in csv.DictReader(file)}
