"""Verdicts whole, on reference rows made up here: each basis with its verdict, every word of its reason, its rows.

`verdicts.txt` holds what is wanted. After a change that is meant, write it anew and read the difference:
`python tests/test_verdicts.py > new.txt && mv new.txt tests/verdicts.txt`.
"""

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import blocks
import pytest
from trade_cases import Said, make

from communique.trade import claims, reference, verdicts
from communique.trade.intervals import Interval
from communique.trade.levels import Level

M, BN = 1e6, 1e9
WANTED = blocks.read(Path(__file__).with_name("verdicts.txt"))
# Norway and Fiji as nobody's statistics have them: two years on two bases, a mean, statements, the partner in euros.
TABLES = {
    "bilateral_trade": """\
reporter_iso3,partner_iso3,flow,year_from,year_to,value,currency,basis,source,url,note
NOR,FJI,turnover,2021,2021,1020000000,USD,national_press,"Norway in figures, 2 Feb 2022",,
NOR,FJI,turnover,2022,2022,1210000000,USD,national_press,"Norway in figures, 2 Feb 2023",,ranked second
NOR,PER,turnover,2022,2022,2000000000,USD,national_press,"Norway in figures, 2 Feb 2023",,ranked first
NOR,TGO,turnover,2022,2022,500000000,USD,national_press,"Norway in figures, 2 Feb 2023",,
NOR,LAO,turnover,2022,2022,400000000,USD,national_press,"Norway in figures, 2 Feb 2023",,
NOR,FJI,exports,2021,2021,610000000,USD,baci,BACI,,
NOR,FJI,imports,2021,2021,410000000,USD,baci,BACI,,
NOR,FJI,exports,2022,2022,700000000,USD,baci,BACI,,
NOR,FJI,imports,2022,2022,520000000,USD,baci,BACI,,
NOR,PER,exports,2021,2021,600000000,USD,baci,BACI,,
NOR,PER,imports,2021,2021,300000000,USD,baci,BACI,,
NOR,WLD,exports,2021,2021,6100000000,USD,baci,BACI,,
NOR,WLD,exports,2022,2022,7000000000,USD,baci,BACI,,
NOR,FJI,exports,2022,2023,750000000,USD,imf_imts_mean,IMF,,
FJI,NOR,exports,2022,2023,610000000,USD,imf_imts_mean,IMF,,
FJI,NOR,turnover,2022,2022,900000000,EUR,mirror_press,"Fiji in figures, 4 Mar 2023",,
NOR,FJI,exports,2022,2022,690000000,USD,comtrade_reported,UN Comtrade,,
FJI,NOR,imports,2022,2022,400000000,USD,comtrade_reported,UN Comtrade,,
FJI,NOR,exports,2022,2022,500000000,USD,comtrade_reported,UN Comtrade,,
NOR,FJI,imports,2022,2022,530000000,USD,comtrade_reported,UN Comtrade,,
NOR,FJI,turnover,2023,2023,1550000000,USD,press,"A Paper, 1 Jun 2024",,
NOR,FJI,turnover,2023,2023,1500000000,USD,claim,"The minister, 3 Mar 2024",,
NOR,FJI,turnover,2023,2023,1600000000,USD,claim,"The envoy, 9 Apr 2024",,
""",
    "investment": """\
investor_iso3,host_iso3,year_from,year_to,measure,value,currency,source,url,note
FJI,NOR,2010,2019,gross inflow,1000000000,USD,"A bank, Jan 2020",,
FJI,NOR,2010,2021,gross inflow,1200000000,USD,"A bank, Jan 2022",,
FJI,NOR,2010,2021,gross inflow,1200000000,USD,"A fund, Feb 2022",,
FJI,NOR,2010,2023,gross inflow,1500000000,USD,"The minister, 30 May 2024",,
FJI,NOR,2011,2023,net inflow,700000000,USD,"The minister, 30 May 2024",,
FJI,NOR,1995,2020,all investment,2500000000,USD,"An agency, Jan 2021",,
FJI,NOR,1996,2020,all investment,9000000000,USD,"An agency, Jan 2021",,evidently a slip
FJI,NOR,2020,2020,inflow of the year,90000000,USD,"A bank, Jan 2021",,
""",
    "company_counts": "home_iso3,host_iso3,low,high,source,url,note\nFJI,NOR,40,60,A chamber,,\n",
    "exchange_rates": "year,eur_per_usd,usd_per_eur_derived,source_name,source_url\n2022,0.9,1.1111,A bank,\n",
    "gdp": "iso3,year,gdp_current_usd,source_name,source_url\nNOR,2022,500000000000,A bank,\n",
    "mirror_notes": "exporter_iso3,importer_iso3,reason,statement,source,url\n"
    "NOR,FJI,transit,fish lands in Tonga,Port,\n",
}


def turnover(text: str, value: float, year: str | None = None) -> Said:
    return Said(text, value, "EUR" if "€" in text else "USD", "trade_turnover", year)


def growth(text: str, value: float, year: str | None = None) -> Said:
    return Said(text, value, "percent" if "%" in text else "EUR" if "€" in text else "USD", "growth", year)


def invested(text: str, value: float, period: str | None = None) -> Said:
    return Said(text, value, "EUR" if "€" in text else "USD", "investment", period)


def rank(text: str, value: int, year: str | None = None) -> Said:
    return Said(text, value, "rank", "rank", year)


# A sentence about the two, and its figures; every verdict on the first of them stands in the file.
CASES = [
    ("Trade rose by 20% in 2022.", growth("20%", 20, "2022")),
    ("Trade rose by 21.5% in 2022.", growth("21.5%", 21.5, "2022")),
    ("Trade fell by 20% in 2022.", growth("20%", -20, "2022")),
    (
        "Trade rose by 30% to $1.6 billion in 2022.",
        growth("30%", 30, "2022"),
        turnover("$1.6 billion", 1.6 * BN, "2022"),
    ),
    (
        "Trade rose by 24% to $1.5 billion in 2023.",
        growth("24%", 24, "2023"),
        turnover("$1.5 billion", 1.5 * BN, "2023"),
    ),
    (
        "Trade rose by 99% to $2.6 billion in 2023.",
        growth("99%", 99, "2023"),
        turnover("$2.6 billion", 2.6 * BN, "2023"),
    ),
    ("Trade rose by 52% in 2023.", growth("52%", 52, "2023")),
    ("Trade rose by 7% to $1.6 billion in 2024.", growth("7%", 7, "2024"), turnover("$1.6 billion", 1.6 * BN, "2024")),
    ("Trade rose by 7% to $1.9 billion in 2024.", growth("7%", 7, "2024"), turnover("$1.9 billion", 1.9 * BN, "2024")),
    ("Trade rose by $190 million in 2022.", growth("$190 million", 190 * M, "2022")),
    ("Trade rose by €200 million in 2022.", growth("€200 million", 200 * M, "2022")),
    (
        "Trade rose by 9% to $1.4 billion from $1.1 billion in 2020.",
        growth("9%", 9, "2020"),
        turnover("$1.4 billion", 1.4 * BN),
        turnover("$1.1 billion", 1.1 * BN),
    ),
    ("Trade came to $1.21 billion in 2022.", turnover("$1.21 billion", 1.21 * BN, "2022")),
    ("Trade came to €1.08 billion in 2022.", turnover("€1.08 billion", 1.08 * BN, "2022")),
    ("Trade came to €1.3 billion in 2021.", turnover("€1.3 billion", 1.3 * BN, "2021")),
    ("Trade came to $1.3 billion in 2023.", turnover("$1.3 billion", 1.3 * BN, "2023")),
    ("Trade came to €1.4 billion in 2023.", turnover("€1.4 billion", 1.4 * BN, "2023")),
    ("Trade came to $1.6 billion in 2023.", turnover("$1.6 billion", 1.6 * BN, "2023")),
    ("Trade came to $4.1 billion in 2023.", turnover("$4.1 billion", 4.1 * BN, "2023")),
    (
        "Trade of $1.5 billion in 2023 is 24% more.",
        turnover("$1.5 billion", 1.5 * BN, "2023"),
        growth("24%", 24, "2023"),
    ),
    (
        "Norwegian exports to Fiji came to $690 million in 2022.",
        Said("$690 million", 690 * M, "USD", "exports", "2022"),
    ),
    (
        "Norwegian imports from Fiji came to $530 million in 2022.",
        Said("$530 million", 530 * M, "USD", "imports", "2022"),
    ),
    ("Norwegian exports to Fiji fell by 5% in 2023.", growth("5%", -5, "2023")),
    ("Fiji took 10% of Norway's exports in 2022.", Said("10%", 10, "percent", "share", "2022")),
    ("Fiji took 12% of Norway's exports in 2021.", Said("12%", 12, "percent", "share", "2021")),
    ("Fiji took 12% of Norway's exports in 2019.", Said("12%", 12, "percent", "share", "2019")),
    ("Fiji takes 12% of Norway's exports.", Said("12%", 12, "percent", "share")),
    ("Fiji is Norway's second largest trading partner.", rank("second", 2)),
    ("Fiji is Norway's largest trading partner.", rank("largest", 1)),
    ("Fiji was Norway's second largest trading partner in 2022.", rank("second", 2, "2022")),
    ("Fiji was Norway's first trading partner in 2021.", rank("first", 1, "2021")),
    ("Fiji was Norway's second largest trading partner in 2019.", rank("second", 2, "2019")),
    ("Togo is Norway's third largest trading partner.", rank("third", 3)),
    ("Laos is Norway's third largest trading partner.", rank("third", 3)),
    ("Laos is Norway's ninth largest trading partner.", rank("ninth", 9)),
    ("Fiji is Norway's second largest trading partner in Asia.", rank("second", 2)),
    ("Fiji has invested $1.5 billion in Norway since 2010.", invested("$1.5 billion", 1.5 * BN, "since 2010")),
    ("Fiji has invested $1.1 billion in Norway since 2010.", invested("$1.1 billion", 1.1 * BN, "since 2010")),
    ("Fiji has invested €1.1 billion in Norway since 2010.", invested("€1.1 billion", 1.1 * BN, "since 2010")),
    ("Fiji has invested $700 million in Norway since 2011.", invested("$700 million", 700 * M, "since 2011")),
    ("Fiji has invested $1.1 billion in Norway.", invested("$1.1 billion", 1.1 * BN)),
    ("Fiji invested $90 million in Norway in 2020.", invested("$90 million", 90 * M, "2020")),
    ("Norwegian investment in Fiji comes to $2 billion.", invested("$2 billion", 2 * BN)),
    ("Some 50 Fijian companies work in Norway.", Said("50 Fijian companies", 50, "companies", "company_count")),
    ("Some 90 Fijian companies work in Norway.", Said("90 Fijian companies", 90, "companies", "company_count")),
    ("They want trade of $2.5 billion by 2026.", Said("$2.5 billion", 2.5 * BN, "USD", "target", "2026")),
    ("They want to raise trade by 50% by 2026.", Said("50%", 50, "percent", "target", "2026")),
    ("They want trade of $2.5 billion in 2021.", Said("$2.5 billion", 2.5 * BN, "USD", "target", "2021")),
]


@cache
def made_up() -> reference.Reference:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in TABLES.items():
            (Path(folder) / f"{name}.csv").write_text(text, encoding="utf-8")
        return reference.load(cache_folder=None, data=Path(folder))


def block(text: str, *figures: Said) -> Iterator[str]:
    """The verdict on the first figure: the headline, a line for each basis, its rows and each step."""
    ordered = sorted(figures, key=lambda said: text.index(said.text))
    record, article = make(text, ("NOR", "FJI"), ordered, date="2024-05-30")
    (claim,) = (claim for claim in claims.check(record, article, made_up()) if claim.text == figures[0].text)
    yield f"{claim.text}, {claim.kind}: {claim.verdict}: {claim.reason}"
    for entry in claim.by_basis:
        yield f"- {entry.basis}: {entry.verdict}: {entry.reason}"
        if entry.rows:
            yield f"  {' '.join(name.partition(':')[2] for name in entry.rows)}"
    (read,) = (one for one in claims.of(record, article) if one.figure.text == figures[0].text)
    for step in claims.arithmetic(read, made_up()):
        yield f"= {step.name}: {step.words}: {step.numbers.low:.6g} to {step.numbers.high:.6g} {step.unit}"


@pytest.mark.parametrize(("text", "figures"), [(text, figures) for text, *figures in CASES])
def test_a_verdict_is_whole(text, figures):
    assert list(block(text, *figures)) == WANTED[text]


def test_every_verdict_wanted_has_its_case():
    assert list(WANTED) == [case[0] for case in CASES]


@pytest.mark.parametrize(
    ("stated", "known", "other", "verdict", "words"),
    [
        ((100, 102), (102, 110), False, "consistent", ""),
        ((100, 101), (102, 110), False, "inconsistent", ", 5.2% below it"),
        (
            (103, 103),
            (100, 100),
            True,
            "not comparable",
            ", apart by less than 3%, which is no more than bases differ by",
        ),
        (
            (97, 97),
            (100, 100),
            True,
            "not comparable",
            ", apart by less than 3%, which is no more than bases differ by",
        ),
        ((103, 103), (100, 100), False, "inconsistent", ", 3% above it"),
        ((104, 104), (100, 100), True, "inconsistent", ", 4% above it"),
        ((96, 96), (100, 100), True, "inconsistent", ", 4% below it"),
        ((5, 5), (-2, 0), False, "inconsistent", ", apart"),
    ],
)
def test_an_amount_beside_a_known_one(stated, known, other, verdict, words):
    assert verdicts.compare(Interval(*stated), Interval(*known), other) == (verdict, words)


@pytest.mark.parametrize(
    ("stated", "other", "verdict", "words"),
    [
        ((10, 11), True, "consistent", ""),
        ((13, 13), True, "not comparable", ", within 2 points, by which the bases may differ"),
        ((7, 8), True, "not comparable", ", within 2 points, by which the bases may differ"),
        ((13, 13), False, "inconsistent", ""),
        ((13.1, 14), True, "inconsistent", ""),
        ((6, 7.9), True, "inconsistent", ""),
    ],
)
def test_a_growth_beside_a_known_one(stated, other, verdict, words):
    assert verdicts.compare_growth(Interval(*stated), Interval(10, 11), other) == (verdict, words)


@pytest.mark.parametrize(
    ("kind", "currency", "other"),
    [
        ("own", "USD", False),
        ("own", "", False),
        ("own", "EUR", True),
        ("statement", "USD", False),
        ("reconciled", "USD", True),
        ("reconciled", "", True),
        ("exporter", "USD", True),
    ],
)
def test_what_is_nobodys_own_or_converted_is_another_basis(kind, currency, other):
    level = Level("a basis", kind, "", 2022, 2022, Interval(1, 1), "USD", ())
    assert verdicts.is_other_basis(level, currency) is other


if __name__ == "__main__":
    figures = {text: said for text, *said in CASES}
    print(blocks.written(figures, lambda text: block(text, *figures[text])))
