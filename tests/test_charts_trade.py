"""The tables around trade claims and the numbers drawn from them."""

import re

import pytest
import trade_cases
from trade_cases import Said, make

from communique import charts_trade, tables_trade
from communique.charts import Picture
from communique.trade import claims, reference


@pytest.fixture(scope="module")
def known() -> reference.Reference:
    return reference.load(cache_folder=None)


@pytest.fixture(scope="module")
def said() -> tuple:
    return claims.of(*trade_cases.seed())


def drawn(picture: Picture) -> list[tuple[float, float]]:
    """The points of every line of the picture's first axes, rounded."""
    assert picture.figure is not None
    lines = picture.figure.axes[0].lines
    return [
        (round(x, 1), round(y, 2)) for line in lines for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)
    ]


def test_what_is_stated(said):
    table = tables_trade.stated(said)
    assert table["stands for"].tolist()[2:] == [
        "23.5 to 24.5%",
        "$19.5 to 20.5 billion",
        "at most $7.6 billion",
        "265 to 270 companies",
    ]
    assert table["of"][1] == "place of Italy among the partners of Kazakhstan, Europe"
    assert set(table["stated by"]) == {"Kassym-Jomart Tokayev"}


def test_the_turnover_of_the_seed(known, said):
    table = tables_trade.turnover(known, "KAZ", "ITA")
    national = table[table["basis"] == "national_press"]
    assert national[["year", "billion"]].to_numpy().tolist() == [[2018, 13.2], [2019, 9.95], [2020, 7.58], [2023, 16.1]]
    points = tables_trade.points(tables_trade.first(said, "level"))
    assert points[["year", "low", "high"]].round(2).to_numpy().tolist() == [[2023, 15.66, 16.6], [2024, 19.5, 20.5]]
    picture = charts_trade.turnover(table, points, "Kazakhstan and Italy")
    assert {(2023, 16.1), (2024, 20.0), (2022, 4.74), (2022.6, 18.46), (2020, 7.46)} <= set(drawn(picture))
    assert picture.alt.startswith("Dot chart: $20 billion is stated for 2024; a statistic gives $16.1 billion for 2023")


def test_the_key_stands_outside_of_the_drawing(known, said):
    """In any article: where points lie is not known beforehand."""
    points = tables_trade.points(tables_trade.first(said, "level"))
    turnover = charts_trade.turnover(tables_trade.turnover(known, "KAZ", "ITA"), points, "the two")
    books = charts_trade.both_sides(tables_trade.books(known, "KAZ", "ITA"), tables_trade.sides(known, "KAZ", "ITA"))
    for picture, names in ((turnover, 8), (books, 3)):
        picture.figure.draw_without_rendering()
        first = picture.figure.axes[0]
        assert len(first.get_legend().get_texts()) == names
        assert first.get_legend().get_window_extent().y0 >= first.get_window_extent().y1


def test_the_weight_of_the_trade(known):
    table = tables_trade.weight(known, "KAZ", "ITA")
    assert table[["country", "year", "turnover", "share of GDP"]].to_numpy().tolist() == [
        ["Kazakhstan", 2023, 16.1, 6.2],
        ["Italy", 2023, 16.1, 0.7],
    ]
    assert tables_trade.weight(known, "KAZ", "AUT").empty


def test_both_sides_of_the_seed(known):
    sides = tables_trade.sides(known, "KAZ", "ITA")
    assert sides["ratio"].tolist() == [5.66, 3.55, 0.77, 3.14]
    books = tables_trade.books(known, "KAZ", "ITA")
    picture = charts_trade.both_sides(books, sides)
    assert {(2018, 11.7), (2019, 8.38), (2019, 2.36), (2012, 14.22)} <= set(drawn(picture))
    # 2019 and 2021 are not joined: there is no figure between them.
    italian = books[(books["from"] == "Italy") & (books["declared by"] == "Italy")]
    assert italian["year"].tolist() == [2019, 2021]
    assert "Kazakhstan declares 3.5 to 5.7 times the goods that Italy says it gets from there" in picture.alt


def test_the_ranking_of_the_seed(known, said):
    in_europe = [claim for claim in said if claim.kind == "rank"][1]
    table = tables_trade.ranking(known, in_europe)
    assert table[["country", "billion", "region", "asked"]].to_numpy().tolist() == [
        ["CHN", 31.5, "out", False],
        ["RUS", 26.0, "disputed", False],
        ["ITA", 16.1, "in", True],
        ["TUR", 6.0, "out", False],
    ]
    picture = charts_trade.partners(table, in_europe)
    assert [round(bar.get_width(), 1) for bar in picture.figure.axes[0].patches] == [31.5, 26.0, 16.1, 6.0]
    assert [bool(bar.get_hatch()) for bar in picture.figure.axes[0].patches] == [False, True, False, False]
    assert "Italy is number 1 in Europe without Russia in 2023" in picture.alt
    assert "complete down to place 3 only" in picture.alt


def test_the_totals_of_the_seed(known, said):
    claim = tables_trade.first(said, "investment")
    table = tables_trade.totals(known, claim)
    assert table["kind"].value_counts().to_dict() == {
        "another beginning": 5,
        "begins in the same year": 3,
        "repeats the claim": 2,
        "evidently a slip": 1,
        "stated": 1,
    }
    picture = charts_trade.investment(table, claim)
    assert "Totals in circulation run from $4.6 to 15 billion; the article says at most $7.6 billion" in picture.alt
    ends = {x for x, _ in drawn(picture)}
    assert {1991, 2005, 2023, 2025} <= ends


def test_the_rows_behind_the_verdicts(known):
    record, article = trade_cases.seed()
    table = tables_trade.rows(claims.check(record, article, known), known)
    wanted = {row for claim in claims.check(record, article, known) for entry in claim.by_basis for row in entry.rows}
    assert set(table["row"]) == wanted
    assert (table["source"] != "").all()
    says = table.set_index("row")["says"]
    assert says["trade:KAZ-ITA:turnover:2023:national_press"] == "Kazakhstan with Italy, turnover, 2023: $16.1 billion"


@pytest.mark.parametrize(("country", "partner"), [("AUT", "SRB"), (None, None), ("FJI", None)])
def test_pairs_without_rows_draw_nothing(known, country, partner):
    empty = tables_trade.turnover(known, country, partner)
    sides = tables_trade.sides(known, country, partner)
    none = tables_trade.points(None)
    pictures = [
        charts_trade.turnover(empty, none, tables_trade.pair_name(country, partner)),
        charts_trade.both_sides(tables_trade.books(known, country, partner), sides),
        charts_trade.partners(tables_trade.ranking(known, None), None),
        charts_trade.investment(tables_trade.totals(known, None), None),
    ]
    assert all(picture.figure is None and picture.alt.startswith("No picture") for picture in pictures)
    assert tables_trade.series(known, country, partner).empty


def test_a_table_of_ones_own_draws_the_turnover_and_no_sides(tmp_path):
    rows = [
        ("DEU", "POL", 2014, 59.5),
        ("POL", "DEU", 2014, 54.7),
        ("DEU", "POL", 2015, 53.9),
        ("POL", "DEU", 2015, 51.3),
    ]
    file = tmp_path / "own.csv"
    file.write_text(
        "exporter,importer,year,value\n" + "\n".join(",".join(map(str, row)) for row in rows), encoding="utf-8"
    )
    own = reference.load(file, scale=1e9, cache_folder=None)
    text = "Trade fell by 8% to $105 billion in 2015."
    figures = [
        Said("8%", -8, "percent", "growth", "2015"),
        Said("$105 billion", 105e9, "USD", "trade_turnover", "2015"),
    ]
    told = claims.of(*make(text, ("POL", "DEU"), figures, "2016-03-01"))
    points = tables_trade.points(tables_trade.first(told, "level"))
    picture = charts_trade.turnover(tables_trade.turnover(own, "POL", "DEU"), points, "Poland and Germany")
    assert {(2014, 114.2), (2015, 105.2)} <= set(drawn(picture))
    assert "a statistic gives $105.2 billion for that year" in picture.alt
    sides = charts_trade.both_sides(tables_trade.books(own, "POL", "DEU"), tables_trade.sides(own, "POL", "DEU"))
    assert sides.figure is None


def test_every_picture_names_unit_and_sources(known, said):
    level, total = tables_trade.first(said, "level"), tables_trade.first(said, "investment")
    pictures = [
        charts_trade.turnover(tables_trade.turnover(known, "KAZ", "ITA"), tables_trade.points(level), "the two"),
        charts_trade.both_sides(tables_trade.books(known, "KAZ", "ITA"), tables_trade.sides(known, "KAZ", "ITA")),
        charts_trade.investment(tables_trade.totals(known, total), total),
    ]
    for picture in pictures:
        written = " ".join(text.get_text() for text in picture.figure.texts)
        assert "Source" in written
        assert re.search(r"\d", picture.alt)
        assert len(picture.alt) > 60


def test_the_pair_of_an_article():
    record, article = trade_cases.practice("06_rw")
    assert tables_trade.pair((), record) == record.countries[:2]
    record, article = make("They met.", (), [])
    assert tables_trade.pair(claims.of(record, article), record) == (None, None)
