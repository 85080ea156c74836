"""Many articles side by side: what is counted and drawn for a folder, for one article, for none that says anything."""

import gzip
import json

import nbformat
import pandas as pd
import pytest

from communique import briefing, charts, charts_corpus, paths, tables_corpus
from communique.errors import CommuniqueError

SUVA = (
    "SUVA, 3 May 2031 – The Prime Minister of Tonga paid an official visit to Fiji. The two sides signed a memorandum "
    "on fisheries and an agreement on extradition. Trade between Fiji and Tonga grew to $40 million in 2030.\n"
)
NUKU = (
    "NUKU'ALOFA, 9 June 2032 – The President of Fiji paid an official visit to Tonga. The two sides signed a "
    "memorandum on schools. Trade between Fiji and Tonga reached $55 million in 2031, up from $48 million in 2030.\n"
)
APIA = "The President of Samoa met the Prime Minister of Tonga in Apia. Nothing was signed.\n"


@pytest.fixture
def folder(tmp_path):
    """Three articles, one without date and documents, in a folder with files that cannot be read."""
    for name, text in {"suva.txt": SUVA, "later/nuku.txt": NUKU, "later/apia.htm": f"<p>{APIA}</p>" * 3}.items():
        file = tmp_path / "news" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    news = tmp_path / "news"
    (news / "empty.txt").touch()
    (news / ".hidden.txt").write_text(SUVA, encoding="utf-8")
    (news / "notes.md").write_text("no article", encoding="utf-8")
    (news / "later" / "wrong.txt").write_text(SUVA, encoding="utf-8")
    (news / "later" / "wrong.corrections.toml").write_text(
        '[[drop]]\nitem = "person@0"\nwords = "x"\nreason = "r"\nby = "AB"\n', encoding="utf-8"
    )
    return news


@pytest.fixture
def corpus(folder):
    return tables_corpus.read(folder)


def table(columns, *rows):
    return pd.DataFrame(rows, columns=columns)


def documents(*years_and_topics):
    columns = ["article", "year", "instrument", "legal character", "topic"]
    return table(columns, *((year, year, "treaty", "binding", topic) for year, topic in years_and_topics))


def claim(article="a", *, pair="A and B", flow="turnover", kind="level", year=2030, value=4.0, unit="USD"):
    numbers = (value - 0.5, value + 0.5, value)
    return (article, pair, flow, kind, f"{unit} {value:g}", year, *numbers, unit, None, "no reference")


def claims(*rows):
    return table(tables_corpus.CLAIMS, *rows).astype({"year": "Int64"})


def test_a_bad_file_is_listed_with_its_reason_and_stops_nobody(corpus):
    assert [record.id for record in corpus.records] == ["apia", "nuku", "suva"]
    assert list(corpus.failures["file"]) == ["empty.txt", "later/wrong.txt"]
    empty, wrong = corpus.failures["reason"]
    assert empty == "is empty; put the article's text into it"
    assert wrong.startswith("later/wrong.corrections.toml: drop 1 (person@0): 'x' does not stand there")


def test_one_article_is_a_folder_of_one(folder):
    corpus = tables_corpus.read(folder / "suva.txt")
    assert ([record.id for record in corpus.records], len(corpus.failures)) == (["suva"], 0)


def test_lines_of_json_are_articles_too(folder):
    lines = [json.dumps({"id": id, "text": text, "date": "2033-01-01"}) for id, text in (("suva", SUVA), ("n", NUKU))]
    text = "\n".join([lines[0], "no json", lines[1], ""])
    (folder / "later" / "many.jsonl").write_text(text, encoding="utf-8")
    (folder / "later" / "most.jsonl.gz").write_bytes(gzip.compress(text.encode())[:40])
    corpus = tables_corpus.read(folder)
    ids = [record.id for record in corpus.records]
    assert ids == ["apia", "suva", "n", "nuku", "suva.txt"], "a name that was there before is told apart by its place"
    assert [record.date for record in corpus.records][1:3] == ["2033-01-01"] * 2
    assert len(corpus.records[2].claims) == len(corpus.records[3].claims) > 0
    failed = dict(corpus.failures.itertuples(index=False))
    assert "each line must be an object with id, text" in failed["later/many.jsonl:2"]
    assert failed["later/most.jsonl.gz"].startswith("cannot be read (Compressed file ended before")
    assert not any("file:" in reason for reason in failed.values())
    assert tables_corpus.read(folder / "later" / "many.jsonl").records[1].id == "n"


def test_articles_of_one_name_are_kept_apart(folder):
    (folder / "later" / "suva.txt").write_text(SUVA.replace("$40", "$48"), encoding="utf-8")
    corpus = tables_corpus.read(folder)
    assert [record.id for record in corpus.records] == ["apia", "nuku", "suva", "suva.txt"]
    assert [article.id for article in corpus.articles] == ["apia", "nuku", "suva", "suva.txt"]
    assert tables_corpus.compared(tables_corpus.trade_claims(corpus))["articles"].tolist() == [3]


def test_where_nothing_can_be_read_that_is_said(tmp_path):
    (tmp_path / "bad.txt").touch()
    assert tables_corpus.sentences(tables_corpus.read(tmp_path))[0] == "No articles. 1 file could not be read."


@pytest.mark.parametrize(("name", "what"), [("none", "no such folder"), ("bare", "holds no articles")])
def test_a_folder_without_articles_is_one_line(tmp_path, name, what):
    (tmp_path / "bare").mkdir()
    with pytest.raises(CommuniqueError, match=what):
        tables_corpus.read(tmp_path / name)


def test_what_was_read_in_sentences(corpus, folder):
    assert tables_corpus.sentences(corpus) == (
        "3 articles of 2031 to 2032, 1 of them without a date. 2 files could not be read.",
        "They report 3 documents and make 3 claims that statistics could speak to.",
    )
    place = SUVA.index("memorandum")
    (folder / "suva.corrections.toml").write_text(
        f'[[drop]]\nitem = "document@{place}"\nwords = "memo"\nreason = "r"\nby = "AB"\n', encoding="utf-8"
    )
    assert tables_corpus.sentences(tables_corpus.read(folder))[1:] == (
        "They report 2 documents and make 3 claims that statistics could speak to.",
        "1 item was corrected by hand: 1 dropped (AB).",
    )


def test_documents_carry_the_year_of_their_article(corpus):
    found = tables_corpus.documents(corpus)
    assert list(zip(found["article"], found["year"], found["instrument"], strict=True)) == [
        ("nuku", "2032", "memorandum"),
        ("suva", "2031", "memorandum"),
        ("suva", "2031", "agreement"),
    ]
    assert tables_corpus.by_year(found, "instrument").to_dict() == {
        "2031": {"memorandum": 1, "agreement": 1},
        "2032": {"memorandum": 1, "agreement": 0},
    }


@pytest.mark.parametrize(
    ("years", "columns"),
    [
        (["2031", "no date", "2029"], ["2029", "2031", "no date"]),
        ([str(year) for year in range(2020, 2030)], ["2020–2021", "2022–2023", "2024–2025", "2026–2027", "2028–2029"]),
        ([str(year) for year in range(1950, 2030, 3)], [f"{year}–{year + 9}" for year in range(1950, 2030, 10)]),
        (["0900", "2031"], ["2031", "900"]),
        (["no date"], ["no date"]),
        ([], []),
    ],
)
def test_many_years_share_a_column(years, columns):
    counts = tables_corpus.by_year(documents(*((year, "Energy") for year in years)), "topic")
    assert list(counts.columns) == columns
    assert counts.to_numpy().sum() == len(years)


def test_who_meets_whom_counts_articles(corpus):
    assert tables_corpus.meetings(corpus).to_numpy().tolist() == [
        ["Fiji", "Tonga", 1, "suva"],
        ["Samoa", "Tonga", 1, "apia"],
        ["Tonga", "Fiji", 1, "nuku"],
    ]


def test_trade_claims_of_all_articles(corpus):
    found = tables_corpus.trade_claims(corpus)
    said = found[["article", "pair", "flow", "kind", "claim", "year", "value", "unit", "verdict"]]
    assert [tuple(row) for row in said.to_numpy().tolist() if row[3] == "level"] == [
        ("nuku", "Fiji and Tonga", "turnover", "level", "$55 million", 2031, 55e6, "USD", "no reference"),
        ("nuku", "Fiji and Tonga", "turnover", "level", "$48 million", 2030, 48e6, "USD", "no reference"),
        ("suva", "Fiji and Tonga", "turnover", "level", "$40 million", 2030, 40e6, "USD", "no reference"),
    ]


def test_amounts_of_several_articles_are_compared_as_printed(corpus):
    (row,) = tables_corpus.compared(tables_corpus.trade_claims(corpus)).to_numpy().tolist()
    assert row == ["Fiji and Tonga", "turnover", 2030, "USD", 2, 40e6, 48e6, False]


@pytest.mark.parametrize(
    ("second", "both"),
    [
        (claim("b", value=4.6), [True]),
        (claim("b", value=5.6), [False]),
        (claim("a", value=9.0), []),
        (claim("b", kind="target"), []),
        (claim("b", unit="EUR"), []),
        (claim("b", year=2031), []),
        (claim("b", flow="exports of A"), []),
        (claim("b", pair="A and C", value=9.0), []),
    ],
)
def test_only_like_is_compared_with_like(second, both):
    compared = tables_corpus.compared(claims(claim("a"), second))
    assert compared["can both hold"].tolist() == both


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        (claim(), True),
        (claim(kind="target"), True),
        (claim(flow="imports of B"), True),
        (claim(flow="investment"), False),
        (claim(kind="growth", unit="percent"), False),
        (claim(year=None), False),
    ],
)
def test_levels_are_amounts_of_trade_for_a_year(row, kept):
    assert len(tables_corpus.levels(claims(row))) == kept


def test_the_longest_series_is_of_one_pair_in_one_currency():
    rows = [claim(year=2029), claim(year=2030), claim(year=2028, unit="EUR")]
    others = [claim(pair="C and D", year=year) for year in (2028, 2029, 2030)]
    assert tables_corpus.longest_series(claims(*rows))["year"].tolist() == [2029, 2030]
    assert set(tables_corpus.longest_series(claims(*rows, *others))["pair"]) == {"C and D"}
    assert tables_corpus.longest_series(claims(claim(), claim("b"))).empty


def test_amounts_with_partners_not_named_are_no_series_and_contradict_nobody():
    rows = [
        claim(article, pair=f"A, {tables_corpus.NOT_NAMED}", year=year)
        for article, year in [("a", 2030), ("b", 2030), ("b", 2031)]
    ]
    assert len(tables_corpus.levels(claims(*rows))) == 3
    assert tables_corpus.compared(claims(*rows)).empty
    assert tables_corpus.longest_series(claims(*rows)).empty


def test_the_most_frequent_codes():
    assert tables_corpus.top(pd.Series(["b", "a", "b", "a", "c"])) == ["a", "b"]
    assert tables_corpus.top(pd.Series([], dtype="str")) == []


def drawn(picture):
    """The words and numbers in a picture's axes."""
    (axes,) = picture.figure.axes
    return [text.get_text() for text in axes.texts if text.get_text()]


def test_instruments_are_drawn_by_how_binding_they_look(corpus):
    picture = charts_corpus.by_instrument(tables_corpus.documents(corpus), "3 articles")
    assert "3 documents of 2 instruments, most often memorandum (2)" in picture.alt
    assert "memorandum and political 2; agreement and binding 1" in picture.alt
    assert sorted(drawn(picture)) == ["1", "2"]


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([("2031", "Energy")] * 2, "2 documents, all Energy"),
        ([("2031", "Energy"), ("no date", "Health"), ("2030", "Energy")], "most often Energy (2); 1 without a date"),
        ([("2031", "Energy"), ("2031", "Health")], "2 documents on 2 topics, most often Energy and Health (1 each)"),
        ([("2031", name) for name in "abcd"], "4 documents on 4 topics, none more than 1 time"),
    ],
)
def test_topics_by_year_say_what_is_most_frequent(rows, finding):
    picture = charts_corpus.by_year(documents(*rows), "topic", "source")
    assert finding in picture.alt
    assert sum(map(int, drawn(picture))) == len(rows)


@pytest.mark.parametrize(
    ("verdicts", "finding"),
    [
        (["no reference"] * 3, "No statistics at hand decide any of 3 claims"),
        (
            ["consistent", "inconsistent", "no reference"],
            "1 of 3 claims agrees with statistics, 1 does not, 1 is open",
        ),
        (["consistent"] * 2, "2 of 2 claims agree with statistics, 0 do not, 0 are open"),
    ],
)
def test_verdicts(verdicts, finding):
    rows = claims(*[claim()] * len(verdicts)).assign(verdict=verdicts)
    picture = charts_corpus.verdicts(rows, "source")
    assert finding in picture.alt
    assert sum(map(int, drawn(picture))) == len(verdicts)


def pairs(*rows):
    return table(tables_corpus.MEETINGS, *((first, second, count, "") for first, second, count in rows))


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([("Fiji", "Tonga", 1)], "Fiji and Tonga meet, in one article"),
        ([("Fiji", "Tonga", 3), ("Fiji", "Samoa", 1)], "Fiji and Tonga meet most often, in 3 articles"),
        ([("Fiji", "Tonga", 1), ("Samoa", "Tonga", 1)], "2 pairs of countries meet, each in one article"),
        ([("A", "B", 2), ("C", "D", 2), ("E", "F", 1)], "2 of 3 pairs meet most often, each in 2 articles"),
    ],
)
def test_who_meets_whom_is_a_line_each(rows, finding):
    picture = charts_corpus.meetings(pairs(*rows), "source")
    assert finding in picture.alt
    names = {name for row in rows for name in row[:2]}
    assert set(drawn(picture)) == names | {str(count) for *_, count in rows if count > 1}


def test_more_pairs_than_can_be_read_are_told():
    rows = [(f"A{number}", f"B{number % 3}", 1) for number in range(40)]
    picture = charts_corpus.meetings(pairs(*rows), "source")
    assert "; 16 of 40 pairs, the most frequent first" in picture.alt


def test_amounts_stand_at_the_year_they_speak_of(corpus):
    picture = charts_corpus.timeline(tables_corpus.trade_claims(corpus), "3 articles")
    assert "3 amounts of trade, for 2030 to 2031" in picture.alt
    assert sorted(drawn(picture)) == ["$40 million", "$48 million", "$55 million"]
    (axes,) = picture.figure.axes
    assert sorted(line.get_xdata()[0] for line in axes.lines if line.get_marker() == "o") == [2030, 2030, 2031]


def test_amounts_of_exports_name_whose_they_are_and_aims_are_hollow():
    rows = claims(claim(flow="exports of Tonga"), claim(kind="target", year=2040))
    picture = charts_corpus.timeline(rows, "source")
    assert "USD 4 (Tonga)" in drawn(picture)
    (axes,) = picture.figure.axes
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["turnover, aimed at", "exports"]


def test_what_several_articles_print_alike_is_one_amount():
    rows = claims(claim("a"), claim("b"), claim("b", value=5.0), claim("b", value=5.0))
    picture = charts_corpus.timeline(rows, "source")
    assert "2 amounts of trade, for 2030" in picture.alt
    assert drawn(picture) == ["USD 4, 2 articles", "USD 5"]


def test_a_hundred_amounts_are_as_many_as_can_be_read():
    rows = claims(*(claim(pair=f"A and {number // 4}", year=2000 + number) for number in range(100)))
    picture = charts_corpus.timeline(rows, "source")
    assert "100 amounts of trade, for 2000 to 2099" in picture.alt
    assert "84 more are in the table" in picture.alt
    assert len(drawn(picture)) == 16


def test_one_pair_over_the_years(corpus):
    picture = charts_corpus.series(tables_corpus.trade_claims(corpus), "3 articles")
    assert "Fiji and Tonga: turnover from $40 million in 2030 to $55 million in 2031" in picture.alt
    assert "Trade as stated in 2 articles, million USD" in picture.alt
    mixed = charts_corpus.series(claims(claim(year=2030), claim(year=2031, flow="exports of A")), "source")
    assert "amounts for 2 years, of different flows" in mixed.alt


def test_without_anything_to_draw_pictures_say_so(tmp_path):
    (tmp_path / "apia.txt").write_text(APIA, encoding="utf-8")
    corpus = tables_corpus.read(tmp_path)
    found, said = tables_corpus.documents(corpus), tables_corpus.trade_claims(corpus)
    made = [
        charts_corpus.by_instrument(found, "source"),
        charts_corpus.by_year(found, "topic", "source"),
        charts_corpus.verdicts(said, "source"),
        charts_corpus.timeline(said, "source"),
        charts_corpus.series(said, "source"),
        charts_corpus.meetings(tables_corpus.meetings(corpus).head(0), "source"),
    ]
    assert [picture.figure for picture in made] == [None] * 6
    assert all(picture.alt.startswith("No picture of") for picture in made)


def run(folder, out):
    """Runs the code of the notebook here for another folder, without a kernel."""
    names = {"__name__": "06_corpus"}
    for cell in nbformat.read(paths.NOTEBOOKS / "06_corpus.ipynb", as_version=4).cells:
        if cell.cell_type == "code":
            exec(compile(cell.source, cell.id, "exec"), names)  # noqa: S102 -- our own notebooks
        if "parameters" in cell.metadata.get("tags", []):
            names |= {"folder": str(folder), "out": str(out)}
    return names


@pytest.mark.parametrize(
    "texts",
    [
        {"one.txt": SUVA},
        {"none.txt": APIA, "other.txt": "Nothing of note was said.\n"},
        {"bad.txt": ""},
        {"documents only.txt": "Fiji and Tonga signed a memorandum on <script>alert(1)</script> fisheries.\n"},
        {"figures only.txt": "Exports of Fiji to Tonga grew by 12% to $40 million.\n", "bad.txt": ""},
    ],
    ids=["one article", "no documents", "nothing readable", "no claims", "no documents, a bad file"],
)
def test_the_notebook_runs_for_any_folder(texts, tmp_path, monkeypatch):
    for module in (briefing, charts):
        monkeypatch.setattr(module, "display", lambda *_, **__: None)
    for name, text in texts.items():
        file = tmp_path / "news" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    names = run(tmp_path / "news", tmp_path / "out")
    assert len(names["corpus"].failures) == sum(not text for text in texts.values())
    assert (tmp_path / "out" / "tables" / "failures.csv").exists()
