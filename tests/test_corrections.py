"""Corrections by hand: applied, marked, counted, or refused with the entry named."""

import nbformat
import pytest

from communique import (
    article,
    briefing,
    charts,
    codebook,
    corrections,
    handout,
    highlight,
    paths,
    pipeline,
    review,
    tables,
    tables_agreements,
)  # fmt: skip
from communique.errors import CommuniqueError
from communique.record import Document, Figure, Person, Record, Span

TEXT = "Ana Ruiz signed a pact on rail with Alfa Works. Trade was $3 billion."


@pytest.fixture
def read():
    person = Person(name="Ana Ruiz", spans=(Span(0, 8),), rule="x")
    wrong = Person(name="Alfa Works", spans=(Span(36, 46),), rule="x")
    pact = Document(text="pact on rail", span=Span(18, 30), instrument="agreement", rule="x")
    money = Figure(text="$3 billion", span=Span(58, 68), value=3e9, unit="USD", rule="x")
    record = Record(id="a", people=(person, wrong), documents=(pact,), figures=(money,))
    return article.from_text(TEXT, "a"), record


def corrected(read, tmp_path, toml):
    file = tmp_path / "a.corrections.toml"
    file.write_text(toml, encoding="utf-8")
    return corrections.apply(*read, file)


def entry(action, item, words, values="{}"):
    return f'[[{action}]]\nitem = "{item}"\nwords = "{words}"\nvalues = {values}\nreason = "seen"\nby = "AB"\n'


def test_without_a_file_the_record_is_the_same(read, tmp_path):
    assert corrections.apply(*read, tmp_path / "none.toml") is read[1]


def test_drop_set_and_add(read, tmp_path):
    toml = (
        entry("drop", "person@36", "Alfa Works")
        + entry("set", "document@18", "pact", '{ cap_topic = "Transportation", status = "planned" }')
        + entry("add", "organisation@36", "Alfa Works", '{ kind = "company" }')
    )
    record = corrected(read, tmp_path, toml)
    assert [person.name for person in record.people] == ["Ana Ruiz"]
    assert (record.documents[0].cap_topic, record.documents[0].status) == ("Transportation", "planned")
    assert (record.organisations[0].name, record.organisations[0].spans) == ("Alfa Works", (Span(36, 46),))
    assert [done.action for done in record.corrections] == ["drop", "set", "add"]
    assert corrections.is_corrected(record.documents[0])
    assert record.documents[0].rule == "by hand (AB): seen"
    assert not corrections.is_corrected(record.people[0])


@pytest.mark.parametrize(
    ("toml", "what"),
    [
        (
            entry("drop", "person@36", "Beta Works"),
            "drop 1 (person@36): 'Beta Works' does not stand there, 'Alfa Works",
        ),
        (entry("drop", "person@18", "pact"), "drop 1 (person@18): there is no such item; take one of these: person@0"),
        (entry("set", "treaty@18", "pact"), "set 1 (treaty@18): is not the id of an item"),
        (entry("set", "document@x", "pact"), "is not the id of an item"),
        (entry("set", "document@18", "pact", "{ colour = 1 }"), "has no colour; take one of these: text, span"),
        (entry("set", "document@18", "pact", "{ status = 1 }"), "Expected `str`, got `int` - at `$.status`"),
        (entry("add", "figure@58", "$3 billion"), "missing required field `value`"),
        ('[[drop]]\nitem = "person@0"\n', "missing required field `words`"),
        ("[[drop]\n", "correct this entry"),
        (entry("drop", "person@900", "Alfa"), "does not stand there"),
        (entry("drop", "person@" + "9" * 5000, "Ana"), "is not the id of an item"),
        (entry("add", "person@0", "Ana"), "there is one already; write [[set]] to change it"),
        (entry("set", "person@0", "Ana", "{ spans = [[0, 900]] }"), "its place is not in the text"),
        (entry("set", "person@0", "Ana", "{ spans = [] }"), "its place is not in the text"),
        (entry("add", "quote@0", "Ana", "{ pieces = [] }"), "its place is not in the text"),
        (
            entry("add", "document@0", "Ana", '{ instrument = "x", parties = [{ name = "x", span = [0, 900] }] }'),
            "party",
        ),
        (
            entry("set", "figure@58", "$3 billion", '{ text = "$4 billion" }'),
            "its text is not what stands at its place",
        ),
        (entry("set", "figure@58", "$3 billion", "{ value = nan }"), "its value is no number"),
        (entry("set", "figure@58", "$3 billion", "{ value = [1.0, inf] }"), "its value is no number"),
        ("number = " + "9" * 5000, "Exceeds the limit"),
        ("a." * 100_000 + "a = 1", "more than 1,000 full stops"),
        ("nested = " + "[" * 100_000, "brackets within brackets"),
    ],
)
def test_what_does_not_fit_is_one_line_naming_the_entry(read, tmp_path, toml, what):
    with pytest.raises(CommuniqueError) as error:
        corrected(read, tmp_path, toml)
    assert what in str(error.value)
    assert "a.corrections.toml" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_cannot_be_read_is_one_line(read, tmp_path):
    with pytest.raises(CommuniqueError, match=r"cannot be read \(is a directory\)"):
        corrections.apply(*read, tmp_path)


def test_a_name_too_long_for_corrections_has_none(read, tmp_path):
    assert corrections.apply(*read, corrections.beside(tmp_path / ("x" * 250 + ".txt"))) is read[1]


def test_the_empty_file_changes_nothing_and_is_written_once(read, tmp_path):
    seed = tmp_path / "a.txt"
    file = corrections.write_empty(seed)
    assert corrections.apply(*read, file) == read[1]
    file.write_text("# mine\n", encoding="utf-8")
    assert corrections.write_empty(seed).read_text(encoding="utf-8") == "# mine\n"


def test_the_examples_in_the_empty_file_are_valid_entries(tmp_path):
    text = corrections.write_empty(tmp_path / "a.txt").read_text(encoding="utf-8")
    active = "\n".join(line.removeprefix("# ") for line in text.split("#\n", 1)[1].splitlines() if line != "#")
    file = tmp_path / "active.toml"
    file.write_text(active, encoding="utf-8")
    assert [action for action, _, _ in corrections._entries(file)] == ["drop", "set", "add"]


def test_review_lists_the_least_sure_first(read):
    lines = review.lines(*read)
    assert [line.confidence for line in lines] == sorted(line.confidence for line in lines)
    assert lines[0].item == "document@18"
    assert "no topic" in lines[0].doubts
    assert {line.item for line in lines} == {"person@0", "person@36", "document@18", "figure@58"}
    assert "document@18" in review.text(*read)


STORY = """SUVA – Fiji and Tonga signed a memorandum on fisheries and an agreement on air services on 3 May 2031.

“We agree on all of it,” President Ana Lee said. Trade grew by 12 percent to $40 million in 2030.
"""
BY_HAND = "3 items were corrected by hand: 1 changed, 1 added and 1 dropped (AB)."


@pytest.fixture
def seed(tmp_path):
    """An article whose memorandum got another topic, whose agreement was dropped, to which a firm was added."""
    memorandum, agreement, trade = (STORY.index(words) for words in ("memorandum", "agreement", "Trade"))
    file = tmp_path / "fish.txt"
    file.write_text(STORY, encoding="utf-8")
    corrections.beside(file).write_text(
        entry("set", f"document@{memorandum}", "memorandum", '{ cap_topic = "Culture" }')
        + entry("drop", f"document@{agreement}", "agreement")
        + entry("add", f"organisation@{trade}", "Trade", '{ kind = "company" }'),
        encoding="utf-8",
    )
    return file


def test_corrected_items_are_marked_and_counted_everywhere(seed):
    story, record = pipeline.read(seed)
    assert BY_HAND in briefing.sentences(story, record)
    assert list(tables.documents(record)["corrected"]) == [True]
    assert list(tables.figures(record)["corrected"]) == [False, False]
    assert list(tables.corrections(record)["action"]) == ["drop", "set", "add"]
    assert tables.articles(record)["corrections"].tolist() == [3]
    html = highlight.marked(story, record)
    assert html.count("outline: 2px solid; outline-offset: 1px") == 3, "two marks and the legend"
    assert "framed</span> (2): corrected by hand" in html
    assert "Culture, corrected by hand" in html
    nothing = charts.Picture(None, "")
    page = handout.page(story, record, [], spoken=nothing, checked=nothing, topics=nothing)
    assert BY_HAND in page
    assert "Culture, political, corrected by hand" in page


def test_a_code_given_by_hand_has_the_hand_as_its_evidence(seed):
    _, record = pipeline.read(seed)
    coded = tables_agreements.coded(record).iloc[0]
    assert (coded["topic"], coded["topic is"], coded["rule"]) == ("Culture", "by hand", "by hand (AB): seen")
    assert (coded["words"], coded["corrected"]) == ("", True)
    why = tables_agreements.why(record, codebook.load()).set_index("dimension")
    assert why.loc["topic", "reason"] == "by hand (AB): seen"
    assert why.loc["instrument", "confidence"] == "stated"


def test_the_column_corrected_is_shown_only_where_something_was(seed):
    story, record = pipeline.read(seed)
    assert list(tables.shown(tables.documents(record), "text", "status").columns) == ["text", "status", "corrected"]
    untouched = tables.documents(pipeline.record(story))
    assert list(tables.shown(untouched, "text", "topic").columns) == ["text", "topic"]
    assert tables.shown(tables.people(record), "name", "country", missing="?")["country"].tolist() == ["?"]


def test_what_somebody_changed_is_said_so_in_sentences(read, tmp_path):
    toml = entry("set", "person@0", "Ana", '{ role = "Minister" }') + entry("set", "figure@58", "$3 billion")
    record = corrected(read, tmp_path, toml)
    assert "Ana Ruiz (Minister, corrected by hand)" in briefing.named(record)
    assert briefing.stated(record)[0].figure == "$3 billion (corrected by hand)"
    quote = '{ text = "Trade was", speaker = "Ana Ruiz" }'
    assert briefing.quoted(corrected(read, tmp_path, entry("add", "quote@48", "Trade was", quote))) == [
        "Ana Ruiz: “Trade was” (corrected by hand)"
    ]


@pytest.mark.parametrize("name", ["01_extraction", "02_trade_context", "03_agreement_categorisation", "04_briefing"])
def test_every_notebook_of_a_report_counts_corrections(name, seed, tmp_path, monkeypatch):
    said = []
    for module in (briefing, charts):
        monkeypatch.setattr(module, "display", lambda data, **_: said.append(data["text/plain"]))
    names = {"__name__": name}
    for cell in nbformat.read(paths.NOTEBOOKS / f"{name}.ipynb", as_version=4).cells:
        if cell.cell_type == "code" and "solution" not in cell.metadata.get("tags", []):
            exec(compile(cell.source, name, "exec"), names)  # noqa: S102 -- our own notebooks
        if "parameters" in cell.metadata.get("tags", []):
            names |= {"article": str(seed), "out": str(tmp_path / "out")}
    assert sum(BY_HAND in text for text in said) == 1
