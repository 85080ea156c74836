import csv
import json

import pytest

from communique import article as articles, coding_sheet, reliability
from communique.errors import CommuniqueError
from communique.record import Document, Party, Record, Span

TEXT = "ROME – They signed a treaty on extradition and the MoU between Ann and =Ben(). They left."
FIRST, SECOND = "a1@21-42", "a1@51-77"


def coded(text=TEXT, *titles):
    article = articles.from_text(text, id="a1")
    documents = []
    for title, instrument in titles or (
        ("treaty on extradition", "treaty"),
        ("MoU between Ann and =Ben()", "memorandum"),
    ):
        at = text.index(title)
        documents.append(
            Document(
                text=title,
                span=Span(at, at + len(title)),
                instrument=instrument,
                parties=(Party(name="=Ben()"),) if "Ben" in title else (),
                cap_topic="Law and Crime" if "extradition" in title else None,
                legal_character="binding",
            )
        )
    return [(article, Record(id="a1", documents=tuple(documents)))]


@pytest.fixture
def filled(tmp_path):
    """A sheet as written, with some cells filled in, saved under a coder's name."""

    def fill(name="ann", delimiter=",", encoding="utf-8", **cells):
        sheet, _ = coding_sheet.write(tmp_path / "sheet.csv", coded())
        with sheet.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        for number, row in enumerate(rows, start=1):
            row.update({key[:-1]: value for key, value in cells.items() if key.endswith(str(number))})
        path = tmp_path / name / f"{name}.csv"
        path.parent.mkdir(exist_ok=True)
        with path.open("w", encoding=encoding, newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows)
        return path

    return fill


def test_the_sheet_has_a_row_a_document_and_the_codes_stand_beside_it(tmp_path):
    sheet, codes = coding_sheet.write(tmp_path / "new" / "sheet.csv", coded())
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == list(coding_sheet.COLUMNS)
    assert [row["document"] for row in rows] == [FIRST, SECOND]
    assert [row["instrument"] + row["legal_character"] + row["topic"] + row["remarks"] for row in rows] == ["", ""]
    assert rows[1]["sentence"].startswith("ROME – They signed a treaty on extradition and the MoU")
    with codes.open(encoding="utf-8-sig", newline="") as file:
        allowed = list(csv.DictReader(file))
    assert {row["column"] for row in allowed} == {"instrument", "legal_character", "topic"}
    assert [row["code"] for row in allowed if row["number"] == "9"] == ["Immigration"]
    assert all(row["definition"] for row in allowed)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_runs_as_a_formula(tmp_path, sign):
    name = f"{sign}SUM(A1)"
    pairs = coded(f"They signed {name} MoU.", (f"{name} MoU", "memorandum"))
    sheet, _ = coding_sheet.write(tmp_path / "sheet.csv", pairs)
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["text"] == f"'{name} MoU"


def test_an_article_without_documents_makes_an_empty_sheet(tmp_path):
    sheet, _ = coding_sheet.write(tmp_path / "sheet.csv", [(articles.from_text("Nothing."), Record(id="a"))])
    assert sheet.read_text(encoding="utf-8-sig").strip() == ",".join(coding_sheet.COLUMNS)
    assert coding_sheet.read([sheet], [])[0].codes["topic"] == {}


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Energy", "Energy"),
        (" energy ", "Energy"),
        ("8", "Energy"),
        ("Labor", "Labor"),
        ("Civil Rights and Liberties", "Civil Rights"),
        ("Unclassified", "unclassified"),
        ("not classified", "unclassified"),
        ("", None),
    ],
)
def test_a_code_by_name_label_or_number(filled, cell, code):
    (sheet,) = coding_sheet.read([filled(topic1=cell)], coded())
    assert sheet.coder == "ann"
    assert sheet.codes["topic"] == {FIRST: code, SECOND: None}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_whatever_the_spreadsheet_saves(filled, delimiter, encoding):
    (sheet,) = coding_sheet.read([filled(delimiter=delimiter, encoding=encoding, topic2="3")], coded())
    assert sheet.codes["topic"][SECOND] == "Health"


def test_coders_of_the_same_name_are_told_apart(filled, tmp_path):
    first = filled("ann")
    other = tmp_path / "other" / "ann.csv"
    other.parent.mkdir()
    other.write_bytes(first.read_bytes())
    sheets = coding_sheet.read([first, other, filled("ben")], coded())
    assert [sheet.coder for sheet in sheets] == ["ann (1)", "ann (2)", "ben"]


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("topic", "subject", ["'topic'", "row 1", "keep its first row"]),
        ("document,", "doc,", ["'document'"]),
        (FIRST, "a2@1-2", ["'a2@1-2' is no document of these articles", "row 2"]),
        (FIRST, SECOND, ["there twice", "row 3"]),
        (",,,", ",,Glorbs,", ["'Glorbs' is no code", "row 2, column legal_character", "leave the cell empty"]),
    ],
)
def test_a_spoilt_sheet_says_row_and_remedy(filled, old, new, parts):
    path = filled()
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CommuniqueError) as caught:
        coding_sheet.read([path], coded())
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    assert [part for part in parts if part not in message] == []


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "no column 'document'"), (b"PK\x00\x01", "is no text"), (b"\n\n", "no column 'document'")],
)
def test_what_is_no_sheet(tmp_path, content, words):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(CommuniqueError, match=words):
        coding_sheet.read([path], coded())
    with pytest.raises(CommuniqueError, match="cannot be read"):
        coding_sheet.read([tmp_path / "missing.csv"], coded())


def test_the_codebook_is_one_more_coder():
    sheet = coding_sheet.automatic(coded())
    assert sheet.codes["topic"] == {FIRST: "Law and Crime", SECOND: "unclassified"}
    assert sheet.codes["legal_character"] == {FIRST: "binding", SECOND: "binding"}


def test_gold_is_a_coder_where_there_is_gold(tmp_path):
    entry = {
        "text": "MoU between Ann and =Ben()",
        "instrument": "memorandum",
        "cap_topic": "Health",
        "cap_alt": ["Labor"],
    }
    (tmp_path / "a1.json").write_text(json.dumps({"documents": [entry]}), encoding="utf-8")
    sheet, accepted = coding_sheet.gold(coded(), tmp_path)
    assert sheet.codes["topic"] == {FIRST: None, SECOND: "Health"}
    assert sheet.codes["instrument"][SECOND] == "memorandum"
    assert accepted[SECOND] == ["Labor"]
    assert coding_sheet.gold(coded(), tmp_path / "none")[0].codes["topic"] == {FIRST: None, SECOND: None}


def test_a_folder_of_sheets_is_collected_and_the_spoilt_ones_named(filled, tmp_path):
    good, spoilt = filled("ann", topic1="8"), filled("ben", topic1="Glorbs")
    folder = tmp_path / "class"
    folder.mkdir()
    for path in (good, spoilt):
        (folder / path.name).write_bytes(path.read_bytes())
    coding_sheet.write(folder / "empty.csv", coded())
    sheets, messages = coding_sheet.collect(folder, coded())
    assert [sheet.coder for sheet in sheets] == ["ann", "empty"]
    assert messages == [
        "Left out: ben.csv: row 2, column topic: 'Glorbs' is no code; "
        "use a code of the list of codes, or leave the cell empty"
    ]
    assert coding_sheet.collect(f"{good}; {spoilt}", coded())[0][0].coder == "ann"
    assert coding_sheet.collect("", coded()) == ([], [])
    assert "cannot be read" in coding_sheet.collect(tmp_path / "none.csv", coded())[1][0]


def test_disagreements_come_with_their_documents_and_reasons():
    pairs = coded()
    table = reliability.disagreements(
        {"ann": {FIRST: "Health", SECOND: "Labor"}, "ben": {FIRST: "Labor", SECOND: "Energy"}}
    )
    shown = coding_sheet.in_context(pairs, table, {FIRST: ["Law and Crime"]})
    assert shown["document"].tolist() == ["MoU between Ann and =Ben()", "treaty on extradition"]
    assert shown["alternative accepted"].tolist() == [False, True]
    assert shown.loc[1, ["ann", "ben"]].tolist() == ["Health", "Labor"]
    assert coding_sheet.in_context(pairs, table.head(0)).empty
