"""Live statistics over real HTTP: a server on loopback speaks SDMX 2.1, well, badly, slowly or not at all."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import trade_cases

from communique.errors import CommuniqueError
from communique.trade import claims, fetched, levels, live, reference

_NAMES = (
    'xmlns:message="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" '
    'xmlns:common="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common" '
    'xmlns:generic="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic" '
    'xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def _header(structure: str) -> str:
    return (
        "<message:Header><message:ID>test</message:ID><message:Test>true</message:Test>"
        '<message:Prepared>2025-06-01T00:00:00</message:Prepared><message:Sender id="TEST"/>'
        f'<message:Structure structureID="S" namespace="urn:test" dimensionAtObservation="TIME_PERIOD">'
        f'<common:Structure><Ref agencyID="TEST" id="{structure}" version="1.0" class="DataStructure"/>'
        "</common:Structure></message:Structure></message:Header>"
    )


def specific(series: list[tuple[dict[str, str], dict[str, str]]]) -> bytes:
    """A structure-specific data message: series of dimensions, each with figures by period."""
    body = "".join(
        f"<Series {' '.join(f'{name}={value!r}' for name, value in dimensions.items())}>"
        + "".join(f'<Obs TIME_PERIOD="{period}" OBS_VALUE="{figure}"/>' for period, figure in figures.items())
        + "</Series>"
        for dimensions, figures in series
    ).replace("'", '"')
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?><message:StructureSpecificData {_NAMES} xmlns:ns1="urn:test">'
        f'{_header("DSD")}<message:DataSet ss:structureRef="S" xsi:type="ns1:DataSetType" action="Replace">{body}'
        "</message:DataSet></message:StructureSpecificData>"
    )
    return text.encode()


def generic(series: list[tuple[dict[str, str], dict[str, str]]]) -> bytes:
    """The same as a generic data message."""
    body = "".join(
        "<generic:Series><generic:SeriesKey>"
        + "".join(f'<generic:Value id="{name}" value="{value}"/>' for name, value in dimensions.items())
        + "</generic:SeriesKey>"
        + "".join(
            f'<generic:Obs><generic:ObsDimension value="{period}"/><generic:ObsValue value="{figure}"/></generic:Obs>'
            for period, figure in figures.items()
        )
        + "</generic:Series>"
        for dimensions, figures in series
    )
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?><message:GenericData {_NAMES}>{_header("DSD")}'
        f'<message:DataSet structureRef="S" action="Replace">{body}</message:DataSet></message:GenericData>'
    )
    return text.encode()


def _imf(partner: str, indicator: str) -> dict[str, str]:
    return {"COUNTRY": "KAZ", "INDICATOR": indicator, "COUNTERPART_COUNTRY": partner, "FREQUENCY": "A", "SCALE": "6"}


IMF = [
    (_imf("ITA", "XG_FOB_USD"), {"2022": "13900000000", "2023": "14600000000", "2024": "18100000000"}),
    (_imf("ITA", "MG_CIF_USD"), {"2022": "1000000000", "2023": "1500000000", "2024": "1900000000"}),
    (_imf("G001", "XG_FOB_USD"), {"2023": "78700000000"}),
]
EUROSTAT = [
    (
        {
            "freq": "A",
            "reporter": "IT",
            "partner": "KZ",
            "product": "TOTAL",
            "flow": flow,
            "indicators": "VALUE_IN_EUROS",
        },
        {"2022": figure, "2023": "NaN"},
    )
    for flow, figure in (("1", "3600000000"), ("2", "900000000"))
]
ISTAT = [
    (
        {"FREQ": "M", "MERCE_ATECO_2007": "0010", "PAESE_PARTNER": "KZ", "ITTER107": "ITTOT", "TIPO_DATO": kind},
        {**{f"2022-{month:02}": figure for month in range(1, 13)}, "2023-01": figure},
    )
    for kind, figure in (("EV", "75000000"), ("IV", "300000000"))
]


class Server:
    """A server on loopback that gives one prepared answer, and remembers what it was asked."""

    def __init__(self) -> None:
        self.status, self.body, self.kind = 200, b"", "application/xml"
        self.pause, self.promised = 0.0, 0
        self.asked: list[str] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.asked.append(self.path)
                self.send_response(server.status)
                if server.kind:
                    self.send_header("Content-Type", server.kind)
                self.send_header("Content-Length", str(server.promised or len(server.body)))
                self.end_headers()
                try:
                    for at in range(0, len(server.body), 40 if server.pause else 1 << 20):
                        time.sleep(server.pause)
                        self.wfile.write(server.body[at : at + (40 if server.pause else 1 << 20)])
                except ConnectionError:
                    pass  # the client gave up, as it should

            def log_message(self, *_: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_port}/sdmx"
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


@pytest.mark.parametrize("message", [specific, generic])
def test_imf_rows_are_kept_with_query_and_time(server, tmp_path, message):
    server.body = message(IMF)
    file = live.fetch("KAZ", "ITA", cache=tmp_path, base_url=server.url)
    assert server.asked == ["/sdmx/data/IMTS/KAZ.XG_FOB_USD+MG_CIF_USD.ITA.A?startPeriod=1995"]
    about = fetched.about(file)
    assert about["source"].startswith("IMF")
    assert about["query"].endswith("KAZ.XG_FOB_USD+MG_CIF_USD.ITA.A?startPeriod=1995")
    assert about["retrieved"].endswith("+00:00")
    rows = fetched.read([file])
    # The world's aggregate came along and must not be among them.
    assert {(row.flow, row.first, row.value) for row in rows} == {
        ("exports", 2022, 13.9e9),
        ("exports", 2023, 14.6e9),
        ("exports", 2024, 18.1e9),
        ("imports", 2022, 1.0e9),
        ("imports", 2023, 1.5e9),
        ("imports", 2024, 1.9e9),
    }
    assert {row.basis for row in rows} == {"imf_imts"}


def test_fetched_rows_are_used_without_a_network(server, tmp_path):
    server.body = specific(IMF)
    live.fetch("kaz", "ita", cache=tmp_path, base_url=server.url)
    server.close()
    found = levels.of_pair(reference.load(cache_folder=tmp_path), "KAZ", "ITA", "turnover")
    fresh = [level for level in found if level.basis == "imf_imts"]
    assert [(level.first, round(level.value / 1e9, 1)) for level in fresh] == [(2022, 14.9), (2023, 16.1), (2024, 20.0)]
    shipped = levels.of_pair(reference.load(cache_folder=None), "KAZ", "ITA", "turnover")
    assert not any(level.basis == "imf_imts" for level in shipped)


@pytest.mark.parametrize(
    ("source", "series", "path", "wanted"),
    [
        (
            "eurostat",
            EUROSTAT,
            "/sdmx/data/DS-045409/A.IT.KZ.TOTAL.2+1.VALUE_IN_EUROS?startPeriod=1995",
            {("exports", 2022, 0.9e9), ("imports", 2022, 3.6e9)},
        ),
        # A year of twelve months is added up, a year of one is left out.
        (
            "istat",
            ISTAT,
            "/sdmx/data/139_176/M.0010.KZ.ITTOT.EV+IV?startPeriod=1995",
            {("exports", 2022, 0.9e9), ("imports", 2022, 3.6e9)},
        ),
    ],
)
def test_other_sources(server, tmp_path, source, series, path, wanted):
    server.body = specific(series)
    file = live.fetch("ITA", "KAZ", source, cache=tmp_path, base_url=server.url)
    assert server.asked == [path]
    rows = fetched.read([file])
    assert {(row.flow, row.first, row.value) for row in rows} == wanted
    assert {row.currency for row in rows} == {"EUR"}


BROKEN = [
    ("status 500", {"status": 500}, "the server answered with status 500"),
    ("status 404", {"status": 404}, "nothing there"),
    ("status 429", {"status": 429}, "the server answered with status 429"),
    ("no body", {"body": b""}, "not an SDMX message"),
    ("not XML", {"body": b"Service temporarily unavailable"}, "not an SDMX message"),
    ("a web page", {"body": b"<html><body>Down</body></html>", "kind": "text/html"}, "not an SDMX message"),
    ("no content type", {"body": b"<a/>", "kind": ""}, "not an SDMX message"),
    ("cut off", {"body": specific(IMF)[:900]}, "not an SDMX message"),
    ("broken off", {"body": specific(IMF)[:900], "promised": 5000}, "the answer broke off"),
    ("other XML", {"body": b'<?xml version="1.0"?><feed><entry/></feed>'}, "not an SDMX message"),
    ("no series", {"body": specific([])}, "no"),
    ("only the aggregate", {"body": specific(IMF[2:])}, "no figures for KAZ–ITA"),
    ("alpha-2 codes", {"body": specific([({**IMF[0][0], "COUNTRY": "KZ"}, IMF[0][1])])}, "no figures for KAZ–ITA"),
    ("a year that is none", {"body": generic([(IMF[0][0], {"last": "1"})])}, "no year"),
]


@pytest.mark.parametrize(("name", "answer", "what"), BROKEN, ids=[case[0] for case in BROKEN])
def test_a_bad_answer_is_one_line_and_the_old_cache_stays(server, tmp_path, name, answer, what):
    server.body = specific(IMF)
    file = live.fetch("KAZ", "ITA", cache=tmp_path, base_url=server.url)
    before = file.read_bytes()
    server.body, server.status, server.kind = b"", 200, "application/xml"
    for key, value in answer.items():
        setattr(server, key, value)
    with pytest.raises(CommuniqueError, match=what) as caught:
        live.fetch("KAZ", "ITA", cache=tmp_path, base_url=server.url)
    assert "\n" not in str(caught.value)
    assert "in the cache are kept" in str(caught.value)
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_slow_answer_ends_at_the_time_out(server, tmp_path):
    # Every packet comes in time, the whole answer does not.
    server.body, server.pause = specific(IMF), 0.2
    begun = time.monotonic()
    with pytest.raises(CommuniqueError, match=r"no full answer within 0\.6 seconds.*nothing was written"):
        live.fetch("KAZ", "ITA", cache=tmp_path, base_url=server.url, timeout=0.6)
    assert time.monotonic() - begun < 5
    assert not list(tmp_path.iterdir())


def test_a_silent_server_ends_at_the_time_out(server, tmp_path):
    server.body, server.pause = b"x", 1.5
    with pytest.raises(CommuniqueError, match="no full answer"):
        live.fetch("KAZ", "ITA", cache=tmp_path, base_url=server.url, timeout=0.5)


def test_no_server(tmp_path):
    gone = Server()
    gone.close()
    with pytest.raises(CommuniqueError, match="cannot be reached"):
        live.fetch("KAZ", "ITA", cache=tmp_path, base_url=gone.url)


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        (("KZ", "ITA", "imf"), "'KZ' is not an ISO 3166 alpha-3 code"),
        (("KAZ", "Italy", "imf"), "'ITALY' is not an ISO 3166 alpha-3 code"),
        (("KAZ", "ITA", "istat"), "KAZ does not report to ISTAT"),
        (("KAZ", "ITA", "eurostat"), "KAZ does not report to Eurostat"),
        (("KAZ", "ITA", "comtrade"), "'comtrade' is no source; use one of imf, eurostat, istat"),
    ],
)
def test_wrong_questions_are_not_sent(server, tmp_path, asked, what):
    with pytest.raises(CommuniqueError, match=what):
        live.fetch(*asked, cache=tmp_path, base_url=server.url)
    assert not server.asked


def test_a_foreign_file_in_the_cache(tmp_path):
    (tmp_path / "imf_KAZ_ITA.parquet").write_bytes(b"not Parquet")
    with pytest.raises(CommuniqueError, match="is no file of fetched statistics; delete it and fetch again"):
        reference.load(cache_folder=tmp_path)


def test_the_claims_of_the_seed_meet_fetched_figures(server, tmp_path):
    server.body = specific(IMF)
    live.fetch("KAZ", "ITA", cache=tmp_path, base_url=server.url)
    record, article = trade_cases.seed()
    growth = next(c for c in claims.check(record, article, reference.load(cache_folder=tmp_path)) if c.kind == "growth")
    fresh = next(entry for entry in growth.by_basis if entry.basis == "imf_imts")
    assert fresh.verdict == "consistent"
    assert "$16.1 billion in 2023 and $20 billion in 2024" in fresh.reason
