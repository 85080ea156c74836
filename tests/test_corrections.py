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
        (entry("add", "figure@48", "Trade"), "missing required field `value`"),
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
        ("#" * 1_000_001, "has more than 1,000,000 bytes"),
        (entry("drop", "person@0", "Ana") * 2_001, "has more than 2,000 entries"),
        (
            entry("set", "document@18", "pact", '{ cap_topic = "Railways" }'),
            "set 1 (document@18): 'Railways' is no code for the cap_topic; take one of these: Macroeconomics, Civil",
        ),
        (
            entry("set", "document@18", "pact", '{ instrument = "accord" }'),
            "set 1 (document@18): 'accord' is no code for the instrument; take one of these: treaty, agreement",
        ),
        (
            entry("set", "document@18", "pact", '{ instrument = "" }'),
            "'' is no code for the instrument",
        ),
        (
            entry("set", "document@18", "pact", '{ legal_character = "soft" }'),
            "'soft' is no code for the legal_character; take one of these: binding, political, commercial",
        ),
        (
            entry("set", "document@18", "pact", '{ status = "agreed" }'),
            "'agreed' is no code for the status; take one of these: signed, planned",
        ),
        (
            entry("add", "document@0", "Ana", '{ parties = [{ name = "x" }, { name = "y", kind = "firm" }] }'),
            "add 1 (document@0): 'firm' is no code for the kind of party 2; take one of these: head of state",
        ),
        (
            entry("add", "document@0", "Ana", '{ parties = [{ name = "x", country = "Italy" }] }'),
            "'Italy' is no code for the country of party 1; write the three letters of ISO 3166, such as KAZ",
        ),
        (entry("set", "person@0", "Ana", '{ country = "IT" }'), "'IT' is no code for the country"),
        (
            entry("set", "figure@58", "$3 billion", '{ measure = "turnover" }'),
            "'turnover' is no code for the measure; take one of these: trade_turnover, exports",
        ),
        (
            entry("set", "figure@58", "$3 billion", '{ qualifier = "about" }'),
            "'about' is no code for the qualifier; take one of these: approx, at_least, at_most",
        ),
        (
            entry("add", "organisation@36", "Alfa Works", '{ kind = "firm" }'),
            "'firm' is no code for the kind; take one of these: ministry, bank",
        ),
        (entry("add", "quote@48", "Trade was", '{ kind = "half" }'), "'half' is no code for the kind; take"),
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
    assert [action for action, _, _ in corrections.entries.read(file.read_bytes(), file)] == [
        "drop",
        "set",
        "set",
        "add",
        "add",
    ]


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


def codes(document):
    return {one.dimension: (one.code, one.confidence) for one in document.evidence}


PAPER = "SUVA – Fiji signed a memorandum on fisheries with Tonga, and a contract on air services with Alfa Ltd.\n"


def test_a_document_added_by_hand_is_coded_like_one_that_was_found():
    at = PAPER.index("memorandum")
    values = '{ parties = [{ name = "Fiji" }, { name = "Tonga" }] }'
    story = article.from_text(PAPER, "p")
    toml = entry("add", f"document@{at}", "memorandum on fisheries", values)
    record = corrections.apply_bytes(story, Record(id="p"), toml.encode(), "p.corrections.toml")
    document = record.documents[0]
    assert (document.instrument, document.cap_topic, document.legal_character) == (
        "memorandum",
        "Agriculture",
        "political",
    )
    assert [(party.kind, party.country) for party in document.parties] == [("government", "FJI"), ("government", "TON")]
    assert [one.dimension for one in document.evidence] == [
        "instrument",
        "party kind",
        "party kind",
        "topic",
        "legal character",
    ]
    assert codes(document)["topic"] == ("Agriculture", "stated")
    assert document.evidence[0].rule == "words of the title", "the hand did not say what it is"
    assert corrections.is_corrected(document)


@pytest.mark.parametrize(
    ("words", "values", "code", "how"),
    [
        ("memorandum on fisheries", '{ cap_topic = "Culture" }', "Culture", "by hand"),
        ("memorandum on fisheries", '{ cap_topic = "" }', None, "by hand"),
        ("Tonga", "{}", None, "unclassified"),
    ],
)
def test_of_an_added_document_the_code_that_the_entry_gives_stays(words, values, code, how):
    toml = entry("add", f"document@{PAPER.index(words)}", words, values)
    story = article.from_text(PAPER, "p")
    document = corrections.apply_bytes(story, Record(id="p"), toml.encode(), "p").documents[0]
    assert (document.cap_topic, codes(document)["topic"]) == (code, (code, how))
    assert document.instrument == ("memorandum" if "memo" in words else "other")


def test_what_a_hand_changed_of_a_document_changes_the_codes_that_follow_from_it():
    story = article.from_text(PAPER, "p")
    at = f"document@{PAPER.index('contract')}"
    before = pipeline.coded(story).documents[1]
    toml = entry("set", at, "contract", '{ instrument = "agreement", parties = [{ name = "Tonga" }] }')
    after = corrections.apply_bytes(story, pipeline.coded(story), toml.encode(), "p").documents[1]
    assert (before.legal_character, after.legal_character) == ("commercial", "binding")
    assert codes(after)["instrument"] == ("agreement", "by hand")
    assert [party.kind for party in after.parties] == ["government"]


def test_a_second_entry_keeps_what_the_first_gave():
    story = article.from_text(PAPER, "p")
    at = f"document@{PAPER.index('contract')}"
    party = '{ cap_topic = "Culture", parties = [{ name = "Alfa Ltd", kind = "state company or fund" }] }'
    toml = entry("set", at, "contract", party) + entry("set", at, "contract", '{ status = "planned" }')
    document = corrections.apply_bytes(story, pipeline.coded(story), toml.encode(), "p").documents[1]
    assert (document.cap_topic, document.status) == ("Culture", "planned")
    assert document.parties[0].kind == "state company or fund"
    assert codes(document)["party kind"] == ("state company or fund", "by hand")
    assert codes(document)["instrument"] == ("contract", "stated")
    assert not document.evidence[0].rule.startswith("by hand"), "no hand said that it is a contract"


def test_your_own_codebooks_say_which_codes_there_are(tmp_path, read):
    text = (paths.CODEBOOKS / "topics.toml").read_text(encoding="utf-8")
    last = '\n[[code]]\ncode = "Space"\nlabel = "Space"\ndefinition = "d"\nsource = "s"\nnumber = 99\n'
    books = tmp_path / "books"
    books.mkdir()
    (books / "topics.toml").write_text(text + last, encoding="utf-8")
    file = tmp_path / "a.corrections.toml"
    file.write_text(entry("set", "document@18", "pact", '{ cap_topic = "Space" }'), encoding="utf-8")
    assert corrections.apply(*read, file, codebook.load(books)).documents[0].cap_topic == "Space"
    with pytest.raises(CommuniqueError, match="'Space' is no code for the cap_topic"):
        corrections.apply(*read, file)


HEAD = "Fiji and Tonga met. Trade grew by 12 percent last year. It was $40 million last year.\n"


def of_article(values, words="Fiji and", action="set"):
    return entry(action, "article@0", words, values)


def test_what_is_said_of_the_article_counts_from_the_start(tmp_path):
    seed = tmp_path / "a.txt"
    seed.write_text(HEAD, encoding="utf-8")
    before = pipeline.read(seed)[1]
    assert (before.date, before.visit_type, {figure.period for figure in before.figures}) == (None, None, {"last year"})
    values = '{ date = 2031-05-03, dateline = "SUVA", countries = ["TON", "FJI"], visit_type = "working" }'
    corrections.beside(seed).write_text(of_article(values), encoding="utf-8")
    story, record = pipeline.read(seed)
    assert (story.date, story.dateline) == (record.date, record.dateline) == ("2031-05-03", "SUVA")
    assert (record.countries, record.visit_type) == (("TON", "FJI"), "working")
    assert {figure.period for figure in record.figures} == {"2030"}
    assert [done.item for done in record.corrections] == ["article@0"]
    assert "no reference" in {claim.verdict for claim in record.claims}
    corrections.beside(seed).write_text(of_article('{ date = "", countries = [] }'), encoding="utf-8")
    assert (pipeline.read(seed)[1].date, pipeline.read(seed)[1].countries) == (None, ())


@pytest.mark.parametrize(
    ("toml", "what"),
    [
        (of_article("{}", words="Tonga"), "set 1 (article@0): 'Tonga' does not stand there, 'Fiji and Tonga met."),
        (of_article("{}", action="drop"), "drop 1 (article@0): an article is neither added nor dropped"),
        (of_article("{}", action="add"), "add 1 (article@0): an article is neither added nor dropped"),
        (of_article('{ title = "x" }'), "has no title; take one of these: date, dateline, countries, visit_type"),
        (of_article('{ date = "3 May" }'), "'3 May' is no date; write it as 2025-05-30"),
        (of_article('{ date = "2031-02-30" }'), "'2031-02-30' is no date"),
        (of_article("{ date = 2031 }"), "the date is no text"),
        (of_article('{ visit_type = "private" }'), "'private' is no kind of visit; take one of these: state, official"),
        (of_article('{ countries = ["Fiji"] }'), "['Fiji'] is no list of countries; write their codes, such as"),
        (of_article('{ countries = ["FJI", "FJI"] }'), "is no list of countries"),
        (of_article("{ countries = 3 }"), "3 is no list of countries"),
        (of_article("{ countries = [[]] }"), "is no list of countries"),
    ],
)
def test_what_cannot_be_said_of_the_article(toml, what):
    with pytest.raises(CommuniqueError) as error:
        pipeline.corrected(article.from_text(HEAD), (toml.encode(), "a.corrections.toml"))
    assert what in str(error.value)
    assert "\n" not in str(error.value)


def test_an_empty_value_takes_the_value_away_and_a_byte_order_mark_is_no_matter(read):
    toml = entry("set", "person@0", "Ana", '{ role = "Minister" }') + entry("set", "person@0", "Ana", '{ role = "" }')
    record = corrections.apply_bytes(*read, b"\xef\xbb\xbf" + toml.encode(), "a")
    assert record.people[0].role is None


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
