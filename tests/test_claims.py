"""Trade claims: what is read out of an article, and the verdicts on it, true and false ones alike."""

import pytest
import trade_cases
from trade_cases import Said, make, person

from communique import pipeline
from communique.article import from_text
from communique.grammar import countries
from communique.record import Figure, Record, Span
from communique.trade import claims, ranks, reference, regions, steps
from communique.trade.verdicts import printed_since

BN = 1e9


@pytest.fixture(scope="module")
def shipped() -> reference.Reference:
    return reference.load(cache_folder=None)


@pytest.fixture(scope="module")
def world(tmp_path_factory) -> reference.Reference:
    """A made-up world of four countries and two years, complete, as a reader's own file."""
    flows = {
        ("DEU", "POL"): (59.5, 53.9),
        ("POL", "DEU"): (54.7, 51.3),
        ("DEU", "FRA"): (120.0, 110.0),
        ("FRA", "DEU"): (80.0, 75.0),
        ("DEU", "CHN"): (90.0, 85.0),
        ("CHN", "DEU"): (95.0, 94.0),
        ("DEU", "RUS"): (40.0, 60.0),
        ("RUS", "DEU"): (50.0, 65.0),
    }
    rows = [f"{a},{b},{2014 + at},{value}" for (a, b), values in flows.items() for at, value in enumerate(values)]
    file = tmp_path_factory.mktemp("own") / "world.csv"
    file.write_text("exporter,importer,year,value\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return reference.load(file, scale=BN, cache_folder=None)


def by_text(found) -> dict:
    return {claim.text: claim for claim in found}


def on(claim, basis: str):
    return next(entry for entry in claim.by_basis if entry.basis == basis)


@pytest.fixture(scope="module")
def seed(shipped) -> dict:
    record, article = trade_cases.seed()
    return by_text(claims.check(record, article, shipped))


def test_the_seed_has_six_claims(seed):
    assert {text: claim.kind for text, claim in seed.items()} == {
        "third": "rank",
        "largest": "rank",
        "24%": "growth",
        "$20 billion": "level",
        "$7.6 billion": "investment",
        "270 Italian companies": "company_count",
    }


@pytest.mark.parametrize("text", ["24%", "$20 billion"])
def test_the_growth_fits_the_national_figure_and_not_the_mean(seed, text):
    claim = seed[text]
    assert claim.verdict == "consistent"
    assert (
        "The bases disagree: consistent with national statistics; in tension with the IMF's two-year means."
        in claim.reason
    )
    assert "implies $15.66 to 16.6 billion for 2023; the figure for 2023 is $16.1 billion" in claim.reason
    assert on(claim, "national_press").rows == ("trade:KAZ-ITA:turnover:2023:national_press",)
    mean = on(claim, "imf_imts_mean")
    assert mean.verdict == "not comparable"
    assert "growth nearer 18% (11.9 to 24.8% within the rounding) than 24%" in mean.reason


def test_statements_are_shown_and_confirm_nothing(seed):
    claim = seed["$20 billion"]
    assert on(claim, "claim").verdict == "not comparable"
    assert on(claim, "claim").reason.startswith("repeats the figure, which does not confirm it")
    assert on(claim, "press").verdict == "not comparable"
    assert len(on(claim, "claim").rows) == 2


def test_both_sides_stand_beside_the_level(seed):
    sides = on(seed["$20 billion"], "both sides")
    assert "3.5 to 5.7 times" in sides.reason
    assert "agree on what Italy sends to Kazakhstan" in sides.reason
    assert "Vlast, 18 January 2024" in sides.reason
    assert "trade:ITA-KAZ:imports:2019:comtrade_reported" in sides.rows


def test_third_holds_on_national_figures_and_baci_but_not_safely(seed):
    claim = seed["third"]
    assert claim.verdict == "consistent"
    assert (
        "The bases disagree: consistent with national statistics and BACI; not safe on the partner's own figures."
        in claim.reason
    )
    assert (
        "China $31.5 billion, Russia $26 billion, Italy $16.1 billion, Türkiye $6 billion"
        in on(claim, "national_press").reason
    )
    assert "the rank holds in 3 of the 3 years 2018-2020" in on(claim, "baci").reason
    assert "no ranking is made across" in on(claim, "mirror_press").reason


def test_largest_in_europe_is_shown_with_and_without_russia(seed):
    claim = seed["largest"]
    assert claim.verdict == "consistent"
    for basis in ("national_press", "baci"):
        reason = on(claim, basis).reason
        assert on(claim, basis).verdict == "consistent"
        assert "second in Europe by UN M49, Russia counted" in reason
        assert "first in Europe without Russia" in reason


def test_the_investment_total_is_one_of_several(seed):
    claim = seed["$7.6 billion"]
    assert claim.verdict == "consistent"
    assert "room for $7.25 to 8.89 billion by 2025" in claim.reason
    assert "a gross inflow is no stock" in claim.reason
    assert "several totals in circulation, from $5.7 billion for 1994-2014 to $15 billion for 1991-2021" in claim.reason
    assert on(claim, "cumulative investment since independence").verdict == "not comparable"


def test_the_companies_are_within_the_range_of_sources(seed):
    claim = seed["270 Italian companies"]
    assert claim.verdict == "consistent"
    assert "265 to 270 companies, within the range of sources, 250 to 300" in claim.reason


def test_every_row_that_a_verdict_names_exists(seed, shipped):
    known = {row.id for table in (shipped.trade, shipped.investment, shipped.companies) for row in table}
    named = {name for claim in seed.values() for entry in claim.by_basis for name in entry.rows}
    assert named
    assert named <= known


# A text about Kazakhstan and Italy that is false in one point, the figure it is about, the words of the refusal.
FALSE = [
    (
        "Trade between the countries rose by 60% to $20 billion in 2024.",
        Said("60%", 60, "percent", "growth", "2024"),
        Said("$20 billion", 20 * BN, "USD", "trade_turnover", "2024"),
        "implies $12.15 to 12.85 billion for 2023; the figure for 2023 is $16.1 billion",
    ),
    (
        "Trade between the countries fell by 24% to $20 billion in 2024.",
        Said("24%", -24, "percent", "growth", "2024"),
        Said("$20 billion", 20 * BN, "USD", "trade_turnover", "2024"),
        "the figure for 2023 is $16.1 billion",
    ),
    # the wrong year
    (
        "Trade between the countries rose by 24% to $20 billion in 2023.",
        Said("$20 billion", 20 * BN, "USD", "trade_turnover", "2023"),
        Said("24%", 24, "percent", "growth", "2023"),
        "$16.1 billion in 2023; the stated figure stands for $19.5 to 20.5 billion, 24.2% above it",
    ),
    # the wrong level
    (
        "Kazakh exports to Italy amounted to $11.7 billion in 2019.",
        Said("$11.7 billion", 11.7 * BN, "USD", "exports", "2019"),
        None,
        "$8.38 billion in 2019",
    ),
    # the wrong direction
    (
        "Italian exports to Kazakhstan amounted to $8.38 billion in 2019.",
        Said("$8.38 billion", 8.38 * BN, "USD", "exports", "2019"),
        None,
        "€1.088 billion ($1.22 billion at the average rate of 2019) in 2019",
    ),
    # the wrong rank, in the world and in a region
    (
        "Italy is Kazakhstan's largest trading partner.",
        Said("largest", 1, "rank", "rank"),
        None,
        "in 2023 Italy is third",
    ),
    (
        "Italy is Kazakhstan's fifth trading partner.",
        Said("fifth", 5, "rank", "rank"),
        None,
        "in 2023 Italy is third",
    ),
    (
        "Italy is Kazakhstan's third largest trading partner in Europe.",
        Said("third largest", 3, "rank", "rank"),
        None,
        "first in Europe without Russia",
    ),
    (
        "Italy has invested $30 billion in Kazakhstan since 2005.",
        Said("$30 billion", 30 * BN, "USD", "investment", "since 2005"),
        None,
        "$29.5 to 30.5 billion since 2005",
    ),
    (
        "Italy has invested up to $3 billion in Kazakhstan since 2005.",
        Said("$3 billion", 3 * BN, "USD", "investment", "since 2005", "at_most"),
        None,
        "at most $3 billion since 2005",
    ),
    (
        "Some 900 Italian companies work in Kazakhstan.",
        Said("900 Italian companies", 900, "companies", "company_count", None, "approx"),
        None,
        "outside the range of sources",
    ),
    (
        "Italy takes 40% of Kazakhstan's exports, as in 2019.",
        Said("40%", 40, "percent", "share", "2019"),
        None,
        "is 13.7%, against the stated 39.5 to 40.5%",
    ),
    # nothing to compare with but the article's own levels
    (
        "Trade between Austria and Kazakhstan rose by 40% to $1.3 billion in 2024 from $1.2 billion.",
        Said("40%", 40, "percent", "growth", "2024"),
        Said("$1.3 billion", 1.3 * BN, "USD", "trade_turnover", "2024"),
        "contradicted by the article's own levels",
    ),
]


@pytest.mark.parametrize(("text", "said", "beside", "words"), FALSE, ids=[case[0] for case in FALSE])
def test_false_claims_come_out_inconsistent(shipped, text, said, beside, words):
    figures = [said] + ([beside] if beside else [])
    if "$1.2 billion" in text:
        figures.append(Said("$1.2 billion", 1.2 * BN, "USD", "trade_turnover"))
    figures.sort(key=lambda figure: text.index(figure.text))
    sides = ("KAZ", "AUT") if "Austria" in text else ("KAZ", "ITA")
    record, article = make(text, sides, figures)
    claim = by_text(claims.check(record, article, shipped))[said.text]
    assert claim.verdict == "inconsistent", claim.reason
    assert words in claim.reason


# The same against a reader's own table; the verdict and words of the reason.
OWN = [
    (
        "Trade between Germany and Poland fell by 8% in 2015.",
        Said("8%", -8, "percent", "growth", "2015"),
        "consistent",
        "-7.9%",
    ),
    (
        "Trade between Germany and Poland rose by 30% in 2015.",
        Said("30%", 30, "percent", "growth", "2015"),
        "inconsistent",
        "-7.9%",
    ),
    (
        "Trade between Germany and Poland reached $105 billion in 2015.",
        Said("$105 billion", 105 * BN, "USD", "trade_turnover", "2015"),
        "consistent",
        "$105.2 billion in 2015",
    ),
    (
        "Trade between Germany and Poland reached $105 billion in 2014.",
        Said("$105 billion", 105 * BN, "USD", "trade_turnover", "2014"),
        "inconsistent",
        "8.1% below it",
    ),
    # one and a half per cent: less than what freight and insurance make of a turnover
    (
        "Trade between Germany and Poland reached $107 billion in 2015.",
        Said("$107 billion", 107 * BN, "USD", "trade_turnover", "2015"),
        "not comparable",
        "no more than bases differ by",
    ),
    (
        "German exports to Poland reached $54 billion in 2015.",
        Said("$54 billion", 54 * BN, "USD", "exports", "2015"),
        "consistent",
        "$53.9 billion",
    ),
    (
        "German imports from Poland reached $54 billion in 2015.",
        Said("$54 billion", 54 * BN, "USD", "imports", "2015"),
        "inconsistent",
        "$51.3 billion",
    ),
    (
        "Polish imports from Germany reached $54 billion in 2015.",
        Said("$54 billion", 54 * BN, "USD", "imports", "2015"),
        "consistent",
        "$53.9 billion",
    ),
    (
        "Exports to Poland made up 17.4% of Germany's total exports in 2015.",
        Said("17.4%", 17.4, "percent", "share", "2015"),
        "consistent",
        "is 17.4%",
    ),
    (
        "Exports to Poland made up 30% of Germany's total exports in 2015.",
        Said("30%", 30, "percent", "share", "2015"),
        "inconsistent",
        "is 17.4%",
    ),
    # in euros the change has another sign than in dollars; both are shown
    (
        "German exports to Poland rose by 8.6% in 2015.",
        Said("8.6%", 8.6, "percent", "growth", "2015"),
        "consistent",
        "a change of -9.4%; $59.5 billion (€44.74 billion at the average rate of 2014)",
    ),
    (
        "Trade reached 20 billion zlotys in 2015.",
        Said("20 billion zlotys", 20 * BN, "PLN", "trade_turnover", "2015"),
        "not comparable",
        "the currencies differ",
    ),
    (
        "Trade reached $105 billion in FY 2015-16.",
        Said("$105 billion", 105 * BN, "USD", "trade_turnover", "FY 2015-16"),
        "not comparable",
        "a fiscal year is no calendar year",
    ),
    (
        "Trade reached $50 billion in January-June 2015.",
        Said("$50 billion", 50 * BN, "USD", "trade_turnover", "January-June 2015"),
        "not comparable",
        "a part of a year is no year",
    ),
    (
        "Oil exports to Poland fell by 9% in 2015.",
        Said("9%", -9, "percent", "growth", "2015"),
        "not comparable",
        "it is about oil",
    ),
    (
        "Exports of wheat to Poland fell by 9% in 2015.",
        Said("9%", -9, "percent", "growth", "2015"),
        "not comparable",
        "it is about wheat",
    ),
    (
        "Trade reached $105 billion in 2019.",
        Said("$105 billion", 105 * BN, "USD", "trade_turnover", "2019"),
        "no reference",
        "no reference statistics for Germany and Poland in 2019",
    ),
    (
        "China is Germany's largest trading partner.",
        Said("largest", 1, "rank", "rank"),
        "inconsistent",
        "China is second",
    ),
    (
        "China is Germany's second largest trading partner.",
        Said("second largest", 2, "rank", "rank"),
        "consistent",
        "China is second (France $185 billion, China $179 billion",
    ),
    (
        "Poland is Germany's third largest partner in Europe.",
        Said("third largest", 3, "rank", "rank"),
        "consistent",
        "third in Europe by UN M49, Russia counted",
    ),
    (
        "Poland is the second largest partner of Germany in the EU.",
        Said("second largest", 2, "rank", "rank"),
        "consistent",
        "second in the European Union",
    ),
    (
        "Poland is Germany's largest partner in the Global South.",
        Said("largest", 1, "rank", "rank"),
        "not comparable",
        "Global South is no region that the tables draw",
    ),
    (
        "France is Germany's largest export market.",
        Said("largest", 1, "rank", "rank"),
        "consistent",
        "France is first (France $110 billion",
    ),
    (
        "China is the top supplier of Germany.",
        Said("top", 1, "rank", "rank"),
        "consistent",
        "China is first (China $94 billion",
    ),
    (
        "Trade grew 8% annually over five years.",
        Said("8%", 8, "percent", "growth", "five years"),
        "not comparable",
        "an average growth a year",
    ),
]


@pytest.mark.parametrize(("text", "said", "verdict", "words"), OWN, ids=[case[0] for case in OWN])
def test_verdicts_against_a_table_of_ones_own(world, text, said, verdict, words):
    record, article = make(text, ("POL", "DEU"), [said], date="2016-03-01")
    (claim,) = claims.check(record, article, world)
    assert (claim.verdict, words in claim.reason) == (verdict, True), claim.reason


def test_an_old_ranking_refuses_only_a_place_far_off(world):
    for printed, place, verdict in (
        ("fourth", 4, "consistent"),
        ("third", 3, "not comparable"),
        ("ninth", 9, "inconsistent"),
    ):
        text = f"Poland is Germany's {printed} largest trading partner."
        record, article = make(text, ("POL", "DEU"), [Said(printed, place, "rank", "rank")], date="2024-03-01")
        (claim,) = claims.check(record, article, world)
        assert claim.verdict == verdict, claim.reason


def test_a_share_without_a_year_is_refused_by_no_older_year(world):
    text = "Poland takes 30% of Germany's exports."
    record, article = make(text, ("POL", "DEU"), [Said("30%", 30, "percent", "share")], date="2024-03-01")
    (claim,) = claims.check(record, article, world)
    assert claim.verdict == "not comparable"
    assert "2015 is the latest year it has" in claim.reason


# Figures that say nothing of trade between countries.
NO_CLAIMS = [
    ("Brazil is the seventh economy in the world.", Said("seventh", 7, "rank", "rank")),
    ("GDP grew by 4.8%, the minister said.", Said("4.8%", 4.8, "percent", "growth")),
    ("While trade stagnated, tourist arrivals rose by 30%.", Said("30%", 30, "percent", "growth")),
    ("The forum drew over 180 enterprises.", Said("180 enterprises", 180, "companies", "company_count")),
    ("The group will invest $75 million in the port.", Said("$75 million", 75e6, "USD", "investment")),
    ("Buyers will get an extra 1 million tons of palm oil.", Said("1 million tons", 1e6, "tons", "exports")),
    ("Seoul imports 95 percent of its tungsten from one country.", Said("95 percent", 95, "percent", "share")),
    ("Regions account for 70% of our two-way trade.", Said("70%", 70, "percent", "share")),
    ("Trade is growing. A quarter of its tea leaves through the port.", Said("A quarter", 25, "percent", "share")),
    ("Contracts worth $20 billion were signed.", Said("$20 billion", 20e9, "USD", "agreements_value")),
]


@pytest.mark.parametrize(("text", "said"), NO_CLAIMS, ids=[case[0] for case in NO_CLAIMS])
def test_what_is_no_trade_claim(text, said):
    record, article = make(text, ("BRA", "PRT"), [said])
    assert claims.of(record, article) == ()


# Whose trade with whom: text, sides, figure, (country, partner, flow).
PARTIES = [
    # one country alone does not trade with itself
    (
        "The trade of India with Africa touched $100 billion.",
        ("IND",),
        Said("$100 billion", 100e9, "USD", "trade_turnover"),
        (None, None, "turnover"),
    ),
    (
        "German exports to the kingdom fell 3%.",
        ("SAU", "DEU"),
        Said("3%", -3, "percent", "growth"),
        ("DEU", "SAU", "exports"),
    ),
    (
        "Exports from Italy to Kazakhstan rose 3%.",
        ("KAZ", "ITA"),
        Said("3%", 3, "percent", "growth"),
        ("ITA", "KAZ", "exports"),
    ),
    (
        "Italy exported goods worth $2 billion to Kazakhstan.",
        ("KAZ", "ITA"),
        Said("$2 billion", 2e9, "USD", "exports"),
        ("ITA", "KAZ", "exports"),
    ),
    (
        "Purchases from Serbia went up by 16.5%.",
        ("SRB", "GRC"),
        Said("16.5%", 16.5, "percent", "growth"),
        ("GRC", "SRB", "imports"),
    ),
    (
        "Imports into Italy from Kazakhstan rose 3%.",
        ("KAZ", "ITA"),
        Said("3%", 3, "percent", "growth"),
        ("ITA", "KAZ", "imports"),
    ),
    (
        "The trade turnover with Russia reached $26 billion.",
        ("KAZ", "ITA"),
        Said("$26 billion", 26e9, "USD", "trade_turnover"),
        ("KAZ", "RUS", "turnover"),
    ),
    (
        "Kazakhstan's foreign trade reached $141 billion.",
        ("KAZ", "ITA"),
        Said("$141 billion", 141e9, "USD", "trade_turnover"),
        ("KAZ", "WLD", "turnover"),
    ),
    (
        "Trade with the European Union neared $50 billion.",
        ("KAZ", "ITA"),
        Said("$50 billion", 50e9, "USD", "trade_turnover"),
        ("KAZ", "EU27", "turnover"),
    ),
    (
        "Trade between China and Australia rose 40%.",
        ("KAZ", "ITA"),
        Said("40%", 40, "percent", "growth"),
        ("CHN", "AUS", "turnover"),
    ),
    (
        "Kazakh-Italian trade rose 40%.",
        ("KAZ", "ITA"),
        Said("40%", 40, "percent", "growth"),
        ("KAZ", "ITA", "turnover"),
    ),
    (
        "Portuguese direct investment in Brazil amounts to $60 billion.",
        ("BRA", "PRT"),
        Said("$60 billion", 60e9, "USD", "investment"),
        ("BRA", "PRT", "investment"),
    ),
    (
        "Brazil has put $5 billion into Portugal.",
        ("BRA", "PRT"),
        Said("$5 billion", 5e9, "USD", "investment"),
        ("PRT", "BRA", "investment"),
    ),
    (
        "Norway is Viet Nam's 8th largest partner.",
        ("VNM", "NOR"),
        Said("8th largest", 8, "rank", "rank"),
        ("VNM", "NOR", "turnover"),
    ),
    (
        "Viet Nam is the third largest supplier of Norway.",
        ("VNM", "NOR"),
        Said("third largest", 3, "rank", "rank"),
        ("NOR", "VNM", "imports"),
    ),
    (
        "Norway ranks third among Viet Nam's trading partners.",
        ("VNM", "NOR"),
        Said("third", 3, "rank", "rank"),
        ("VNM", "NOR", "turnover"),
    ),
    (
        "China's share in Tajikistan's foreign trade rose to 26%.",
        ("TJK", "CHN"),
        Said("26%", 26, "percent", "share"),
        ("TJK", "CHN", "turnover"),
    ),
]


@pytest.mark.parametrize(("text", "sides", "said", "wanted"), PARTIES, ids=[case[0] for case in PARTIES])
def test_whose_trade_with_whom(text, sides, said, wanted):
    record, article = make(text, sides, [said])
    (claim,) = claims.of(record, article)
    assert (claim.country, claim.partner, claim.flow) == wanted


def test_a_second_rank_takes_the_owner_of_the_first():
    text = "Italy is Kazakhstan’s third trading partner in the world and the largest partner in Europe."
    figures = [Said("third", 3, "rank", "rank"), Said("largest", 1, "rank", "rank")]
    record, article = make(text, ("KAZ", "ITA"), figures)
    found = claims.of(record, article)
    assert [(claim.country, claim.partner, claim.region) for claim in found] == [
        ("KAZ", "ITA", "World"),
        ("KAZ", "ITA", "Europe"),
    ]


def test_who_states_a_figure():
    text = (
        "President Aidar Bekov noted that trade rose by 12% in 2024. Turkish exports fell by 3%.\n\n"
        "Another 5% of growth in trade is expected.\n\nHe added that imports gained 7%."
    )
    figures = [
        Said("12%", 12, "percent", "growth", "2024"),
        Said("3%", -3, "percent", "growth", "2024"),
        Said("5%", 5, "percent", "growth"),
        Said("7%", 7, "percent", "growth"),
    ]
    people = (person("Aidar Bekov", "Kazakh President", text),)
    record, article = make(text, ("KAZ", "TUR"), figures, people=people)
    found = claims.of(record, article)
    assert [claim.speaker for claim in found] == ["Aidar Bekov", "Aidar Bekov", None, "Aidar Bekov"]


def test_it_takes_its_flow_from_the_sentence_before():
    text = "Mutual trade still falls short. It rose by 15-20 percent last year but came to only $58.4 million."
    figures = [
        Said("15-20 percent", (15, 20), "percent", "growth", "2023"),
        Said("$58.4 million", 58.4e6, "USD", "trade_turnover", "2023"),
    ]
    record, article = make(text, ("KGZ", "TKM"), figures, date="2024-06-27")
    growth, level = claims.of(record, article)
    assert (growth.kind, growth.flow, growth.base) == ("growth", "turnover", 2022)
    assert growth.level == level.numbers
    assert level.growth == growth.numbers


def test_growth_over_years_is_counted_from_its_beginning():
    text = "Trade has grown sixfold since 2010 and exceeded $9 billion in 2022."
    figures = [
        Said("sixfold", 6, "times", "growth", "since 2010"),
        Said("$9 billion", 9e9, "USD", "trade_turnover", "2022"),
    ]
    record, article = make(text, ("RUS", "ARE"), figures, date="2023-03-15")
    growth = claims.of(record, article)[0]
    assert (growth.base, growth.year, growth.numbers) == (2010, 2022, (450, 550))


def test_assumptions_are_said_in_the_reason(world):
    record, article = make(
        "Trade reached $105 billion.",
        ("POL", "DEU"),
        [Said("$105 billion", 105 * BN, "USD", "trade_turnover")],
        "2016-03-01",
    )
    (claim,) = claims.check(record, article, world)
    assert claim.verdict == "consistent"
    assert "2015 is taken, the last full year before the article" in claim.reason


def test_a_target_is_arithmetic_and_no_verdict(shipped):
    record, article = make(
        "The two want trade of $2.7 billion by 2027, after $1.5 billion in 2024.",
        ("USA", "AZE"),
        [
            Said("$2.7 billion", 2.7 * BN, "USD", "target", "2027"),
            Said("$1.5 billion", 1.5 * BN, "USD", "trade_turnover", "2024"),
        ],
    )
    claim = claims.check(record, article, shipped)[0]
    assert claim.verdict == "not comparable"
    assert "needs 19.6 to 23.8% a year for 3 years" in claim.reason


def test_a_target_without_a_start_or_a_year(shipped):
    record, article = make(
        "They want trade of $3 billion by 2030.", ("USA", "AZE"), [Said("$3 billion", 3 * BN, "USD", "target", "2030")]
    )
    (claim,) = claims.check(record, article, shipped)
    assert claim.verdict == "no reference"
    record, article = make(
        "They want trade of $3 billion.", ("USA", "AZE"), [Said("$3 billion", 3 * BN, "USD", "target")]
    )
    (claim,) = claims.check(record, article, shipped)
    assert "no year is set for it" in claim.reason


@pytest.mark.parametrize("stem", ["08_rs", "22_br", "12_vn"])
def test_pairs_without_rows_get_a_clear_no_reference(shipped, stem):
    record, article = trade_cases.practice(stem)
    found = claims.check(record, article, shipped)
    assert found
    names = " and ".join(sorted(countries.country(code).name for code in record.countries))
    for claim in found:
        assert claim.verdict in ("no reference", "not comparable")
        if claim.verdict == "no reference" and claim.kind != "target":
            assert claim.reason.startswith(f"no reference statistics for {names}")


def test_austria_and_kazakhstan(shipped):
    record, article = trade_cases.practice("02_kz")
    found = claims.check(record, article, shipped)
    assert [claim.verdict for claim in found] == ["no reference"] * 4
    assert all(claim.reason.startswith("no reference statistics for Austria and Kazakhstan") for claim in found)


def test_the_steps_of_arithmetic(shipped):
    record, article = trade_cases.seed()
    found = {claim.figure.text: claim for claim in claims.of(record, article)}
    earlier = claims.arithmetic(found["24%"], shipped)[1]
    assert earlier.name == "implied earlier level"
    assert earlier.numbers == pytest.approx((19.5e9 / 1.245, 20.5e9 / 1.235))
    names = [(step.name, step.unit) for step in claims.arithmetic(found["$20 billion"], shipped)]
    assert names == [("stated", "USD"), ("implied earlier level", "USD"), ("implied growth", "percent")]
    text = "It takes 25% of India's exports, or $175 billion."
    record, article = make(
        text, ("IND", "MUS"), [Said("25%", 25, "percent", "share"), Said("$175 billion", 175 * BN, "USD", "exports")]
    )
    total = claims.arithmetic(claims.of(record, article)[0], shipped)[1]
    assert (total.name, total.numbers) == ("implied total", pytest.approx((174.5e9 / 0.255, 175.5e9 / 0.245)))


def test_rankings_are_made_within_one_basis(shipped):
    found = ranks.of_country(shipped, "KAZ", "turnover")
    assert {ranking.basis for ranking in found} == {"national_press", "baci"}
    for ranking in found:
        bases = {row.basis for entry in ranking.standings for row in entry.level.rows}
        assert bases == {ranking.basis}


def test_how_far_down_a_list_is_complete(shipped):
    found = {(r.basis, r.year): r.depth for r in ranks.of_country(shipped, "KAZ", "turnover")}
    assert found["national_press", 2023] == 3  # "ranked first", "ranked second", "ranked third"
    assert found["baci", 2019] == 15  # "one of the fifteen largest partners"
    assert found["national_press", 2022] == 0


def test_the_regions_of_the_world():
    europe = regions.readings("Europe")
    assert [("RUS" in reading.members, "ITA" in reading.members) for reading in europe] == [(True, True), (False, True)]
    assert all("TUR" not in reading.members for reading in europe)
    assert len(regions.readings("Central Asia")[0].members) == 5
    assert regions.readings("World")[0].members is None
    assert not regions.is_known("Global South")


@pytest.mark.parametrize(
    ("source", "since"),
    [
        ("L'Unione Sarda, 28 Sep 2025", True),
        ("Tokayev, 30 May 2025 (seed article)", True),
        ("A Paper, May 2025", True),
        ("A Paper, 29 May 2025", False),
        ("Astana Times, Mar 2025", False),
        ("UNCTAD bilateral FDI statistics, annual inflows 2005-2012 added up", False),
    ],
)
def test_what_was_printed_since_the_article(source, since):
    assert printed_since(source, "2025-05-30") is since
    assert not printed_since(source, None)


def test_the_table_for_the_terminal(shipped):
    record, article = trade_cases.seed()
    text = claims.table_text(claims.check(record, article, shipped), 90)
    assert "24%  [growth]  CONSISTENT" in text
    assert "- imf_imts_mean: not comparable: in tension" in text
    assert "- national_press: consistent (above)" in text
    assert "rows: trade:KAZ-ITA:turnover:2023:national_press" in text
    assert max(map(len, text.splitlines())) <= 90
    assert claims.table_text(()).startswith("no trade claims")


@pytest.mark.parametrize("width", [60, 80])
def test_the_table_shows_the_sentence_of_each_claim(shipped, width):
    long = "after talks that " + "went on and on, " * 40 + "trade of Italy and Kazakhstan reached $20 billion in 2023, "
    text = f"They met. {long}{'and so on ' * 60}to the end. Trade with Italy fell by 2  percent in 2022."
    article = from_text(text)
    shown = claims.table_text(pipeline.record(article, reference=shipped).claims, width, article)
    whole = " ".join(shown.split())
    assert "“… " in whole
    assert "trade of Italy and Kazakhstan reached $20 billion in 2023, and so on" in whole
    assert " …”" in whole
    assert "“Trade with Italy fell by 2 percent in 2022.”" in whole
    assert max(map(len, shown.splitlines())) <= width


def test_an_article_without_figures(shipped):
    record, article = make("They talked.", ("KAZ", "ITA"), [])
    assert claims.check(record, article, shipped) == ()


def test_claims_are_read_in_linear_time(shipped):
    sentence = "Trade between Germany and Poland rose by 12% to $105 billion in 2015. "
    text = sentence * 400
    figures = []
    for at in range(400):
        start = at * len(sentence)
        for printed, value, unit, measure in (
            ("12%", 12, "percent", "growth"),
            ("$105 billion", 105e9, "USD", "trade_turnover"),
        ):
            place = start + sentence.index(printed)
            figures.append(
                Figure(
                    text=printed,
                    span=Span(place, place + len(printed)),
                    value=value,
                    unit=unit,
                    measure=measure,
                    period="2015",
                )
            )
    _, article = make(text, ("POL", "DEU"), [])
    record = Record(id="long", date="2016-03-01", countries=("POL", "DEU"), figures=tuple(figures))
    assert len(claims.of(record, article)) == 800
    assert steps.of(claims.of(record, article)[0], shipped)


@pytest.mark.parametrize(("amount", "verdict"), [(5e9, "consistent"), (4e9, "inconsistent"), (9e9, "inconsistent")])
def test_a_total_of_later_years_is_no_floor_but_a_ceiling(shipped, amount, verdict):
    text = f"Italy has invested ${amount / 1e9:g} billion in Kazakhstan since 2005."
    said = Said(f"${amount / 1e9:g} billion", amount, "USD", "investment", "2005-2018")
    (claim,) = claims.check(*make(text, ("KAZ", "ITA"), [said]), shipped)
    assert claim.verdict == verdict, claim.reason
