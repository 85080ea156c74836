import json

import pytest

from communique import agreements, article as articles, codebook, paths
from communique.record import Document, Party, Span

BOOKS = codebook.load()
TITLES = [
    [part.strip() for part in line.rsplit("|", 1)]
    for line in (paths.ROOT / "tests" / "topics_of_titles.txt").read_text(encoding="utf-8").splitlines()
]


def categorise(text, *names, instrument=None, books=BOOKS):
    """A document of these words, with these parties (found in the text where they stand there), and its codes."""
    hits = BOOKS.instruments.find(text)
    parties = []
    for name in names:
        at = text.find(name)
        parties.append(Party(name=name, span=Span(at, at + len(name)) if at >= 0 else None))
    document = Document(
        text=text,
        span=Span(0, len(text)),
        instrument=instrument or (hits[0].code if hits else "other"),
        parties=tuple(parties),
    )
    return agreements.categorise(document, books)


def evidence(document, dimension):
    return [entry for entry in document.evidence if entry.dimension == dimension]


def in_article(text, title, *names, instrument="memorandum"):
    article = articles.from_text(text)
    start = text.index(title)
    parties = tuple(Party(name=name, span=Span(text.index(name), text.index(name) + len(name))) for name in names)
    document = Document(text=title, span=Span(start, start + len(title)), instrument=instrument, parties=parties)
    return agreements.categorise(document, BOOKS, article)


@pytest.mark.parametrize(("title", "accepted"), TITLES, ids=[title for title, _ in TITLES])
def test_the_topic_of_a_title(title, accepted):
    assert categorise(title).cap_topic in [topic.strip() for topic in accepted.split(";")]


@pytest.mark.parametrize(
    ("title", "topic", "confidence", "rule", "words"),
    [
        ("agreement on extradition", "Law and Crime", "stated", "words of the title", ("extradition",)),
        ("agreement on hydrogen trains", "Transportation", "stated", "words of the title", ("hydrogen trains",)),
        (
            "declaration on strategic partnership",
            "International Affairs",
            "stated",
            "frame of the title",
            ("strategic partnership",),
        ),
        ("strategic partnership agreement on energy", "Energy", "stated", "words of the title", ("energy",)),
        ("memorandum on training of farmers", "Education", "stated", "words of the title", ("training of",)),
        ("joint statement", "International Affairs", "inferred", "leaders' text", ()),
        ("memorandum on glorbs", None, "unclassified", "no cue", ()),
        ("declaration on glorbs", None, "unclassified", "no cue", ()),
        ("programme on glorbs", None, "unclassified", "no cue", ()),
        ("agreement", None, "unclassified", "no cue", ()),
        ("memorandum on health and energy", "Health", "stated", "first of several subjects", ("health",)),
        ("memorandum on energy and health", "Energy", "stated", "first of several subjects", ("energy",)),
        (
            "memorandum on technical assistance",
            "International Affairs",
            "stated",
            "words of the title",
            ("technical assistance",),
        ),
    ],
)
def test_topics_say_how_sure_they_are_and_why(title, topic, confidence, rule, words):
    document = categorise(title)
    (why,) = evidence(document, "topic")
    assert document.cap_topic == why.code == topic
    assert (why.confidence, why.rule, why.words) == (confidence, rule, words)
    assert tuple(title[start:end] for start, end in why.spans) == why.words


def test_of_several_subjects_or_parties_the_others_are_runner_up():
    assert evidence(categorise("memorandum on health and energy"), "topic")[0].runner_up == "Energy"
    names = ("Ministry of Health", "Ministry of Energy")
    why = evidence(categorise("memorandum between the Ministry of Health and the Ministry of Energy", *names), "topic")[
        0
    ]
    assert (why.code, why.confidence, why.rule) == ("Health", "inferred", "first of the parties")
    assert (why.words, why.runner_up) == (("Ministry of Health",), "Energy")
    assert evidence(categorise("agreement on customs clearance of livestock"), "topic")[0].runner_up == "Agriculture"


@pytest.mark.parametrize(
    ("title", "names", "topic", "rule"),
    [
        (
            "memorandum between the Ministry of Health and Vaxia",
            ("Ministry of Health", "Vaxia"),
            "Health",
            "names of the parties",
        ),
        ("agreement between Northgaz and Sudgaz", ("Northgaz", "Sudgaz"), "Energy", "names of the parties"),
        (
            "agreement between the Ministry of Education, Science and Culture and the Glorb Agency",
            ("Ministry of Education, Science and Culture", "Glorb Agency"),
            "Education",
            "names of the parties",
        ),
        (
            "agreement on museums between the Ministry of Health and Vaxia",
            ("Ministry of Health", "Vaxia"),
            "Culture",
            "words of the title",
        ),
        (
            "memorandum between Kestrel JSC and Ravna LLC",
            ("Kestrel JSC", "Ravna LLC"),
            "Domestic Commerce",
            "businesses among themselves",
        ),
        ("memorandum between Kestrel and Ravna", ("Kestrel", "Ravna"), None, "no cue"),
        (
            "memorandum on technical cooperation between Kestrel and the Ministry of Health",
            ("Kestrel", "Ministry of Health"),
            "Health",
            "names of the parties",
        ),
        (
            "memorandum between the Ravna Humanitarian Support Agency and Kestrel",
            ("Ravna Humanitarian Support Agency", "Kestrel"),
            "International Affairs",
            "names of the parties",
        ),
        (
            "agreement between the Government of Ghana and the Government of Togo",
            ("Government of Ghana", "Government of Togo"),
            None,
            "no cue",
        ),
        ("treaty between Ghana and Togo", ("Ghana", "Togo"), "International Affairs", "treaty between states"),
        (
            "roadmap for cooperation between Ghana and Togo until 2031",
            ("Ghana", "Togo"),
            "International Affairs",
            "plan of two states",
        ),
        (
            "agreement on cooperation between Ghana and Togo",
            ("Ghana", "Togo"),
            "International Affairs",
            "cooperation of two states",
        ),
        ("agreement on cooperation in glorbs between Ghana and Togo", ("Ghana", "Togo"), None, "no cue"),
    ],
)
def test_the_parties_speak_only_where_the_title_does_not(title, names, topic, rule):
    document = categorise(title, *names)
    (why,) = evidence(document, "topic")
    assert (document.cap_topic, why.rule) == (topic, rule)
    assert (why.confidence == "inferred") == (rule not in ("words of the title", "no cue"))


@pytest.mark.parametrize(
    ("text", "topic", "rule"),
    [
        ("Kestrel and Ravna signed a memorandum. It covers hospitals.", "Health", "words around it"),
        ("Kestrel and Ravna signed a memorandum. The memorandum provides for hospitals.", "Health", "words around it"),
        ("Energy Minister Ann Lee signed a memorandum.", "Energy", "words around it"),
        ("Kestrel and Ravna signed a memorandum. Ann Lee visited hospitals.", None, "no cue"),
        ("During the state visit and after high-level talks Kestrel signed a memorandum.", None, "no cue"),
        ("For the sake of clear manufacturer brands Kestrel signed a memorandum.", None, "no cue"),
        ("They signed a memorandum and an agreement on hospitals.", None, "no cue"),
    ],
)
def test_the_sentence_around_a_bare_name(text, topic, rule):
    document = in_article(text, "memorandum")
    (why,) = evidence(document, "topic")
    assert (document.cap_topic, why.rule) == (topic, rule)


def test_a_title_that_points_back_is_read_with_the_document_before_it():
    text = "They signed a social security agreement and an arrangement for its application."
    document = in_article(text, "arrangement for its application", instrument="agreement")
    assert document.cap_topic == "Social Welfare"


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Government of the Republic of Ghana", "government", "GHA"),
        ("Rwanda", "government", "RWA"),
        ("two governments", "government", None),
        ("President of Ghana Ann Lee", "head of state or government", "GHA"),
        ("two Presidents", "head of state or government", None),
        ("Ministry of Energy of the Republic of Ghana", "ministry or agency", "GHA"),
        ("Italian Trade Agency", "ministry or agency", "ITA"),
        ("Reserve Bank of Ghana", "ministry or agency", "GHA"),
        ("Prime Minister's Office", "ministry or agency", None),
        ("City of Graz", "subnational", None),
        ("Ghana Highways national company", "state company or fund", "GHA"),
        ("Northern Sovereign Wealth Fund", "state company or fund", None),
        ("Development Bank of Ghana JSC", "development bank or export-credit agency", "GHA"),
        ("Export-Import Bank of Ghana", "development bank or export-credit agency", "GHA"),
        ("Kestrel S.p.A.", "company", None),
        ("Kestrel Sdn Bhd", "company", None),
        ("Northgaz", "company", None),
        ("Kestrel News Agency", "company", None),
        ("University of Graz", "university or research", None),
        ("Academy of Sciences", "university or research", None),
        ("United Nations Development Programme", "international organisation", None),
        ("Chamber of Commerce and Industry of Ghana", "association", "GHA"),
        ("Kestrel", "unknown", None),
        ("Ghana-Togo Society", "association", None),
        ("Ravna Youth Federation", "association", None),
        ("Ravna Fund for Development", "development bank or export-credit agency", None),
        ("Ghana Railway Corporation", "state company or fund", "GHA"),
        ("Centre for Strategic Studies", "university or research", None),
        ("Ravna Prisons Service", "ministry or agency", None),
        ("Ravna Conservatory", "university or research", None),
        ("Guild of Ravna", "association", None),
        ("Ravna Region Administration", "subnational", None),
        ("Ghana Standards Institute", "ministry or agency", "GHA"),
    ],
)
def test_the_kind_and_country_of_a_party(name, kind, country):
    (party,) = categorise(f"memorandum with {name}", name).parties
    assert (party.kind, party.country) == (kind, country)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("memorandum between Kestrel and the state water company Ravna", "state company or fund"),
        ("memorandum between the Ministry of Health and Ravna", "unknown"),
        ("memorandum between the University of Graz, Ravna", "unknown"),
    ],
)
def test_the_words_before_a_name_tell_its_kind(text, kind):
    assert categorise(text, "Ravna").parties[0].kind == kind


@pytest.mark.parametrize(
    ("title", "names", "code", "rule"),
    [
        (
            "agreement between both governments on readmission",
            ("both governments",),
            "binding",
            "subject that needs law",
        ),
        ("agreement on museums between Ghana and Togo", ("Ghana", "Togo"), "binding", "between governments"),
        ("intergovernmental agreement on museums", (), "binding", "worded for governments"),
        ("treaty of friendship", (), "binding", "treaty"),
        ("memorandum on readmission", (), "political", "memorandum of public bodies"),
        ("joint statement on museums", (), "political", "statement or declaration"),
        ("roadmap for museums", (), "political", "plan of work"),
        ("letter of intent on museums", (), "political", "letter of intent"),
        ("letter of intent with Kestrel Ltd", ("Kestrel Ltd",), "commercial", "companies on all sides"),
        (
            "agreement between Kestrel Ltd and the Ministry of Health",
            ("Kestrel Ltd", "Ministry of Health"),
            "commercial",
            "company on one side",
        ),
        ("contract with the Ministry of Health", ("Ministry of Health",), "commercial", "contract"),
        (
            "agreement between the University of Graz and the Academy of Sciences",
            ("University of Graz", "Academy of Sciences"),
            "undetermined",
            "bodies without treaty power",
        ),
        ("memorandum between Kestrel and Ravna", ("Kestrel", "Ravna"), "undetermined", "unknown party"),
        ("agreement on museums", (), "undetermined", "nothing decides"),
    ],
)
def test_legal_character_is_a_rule_with_its_name(title, names, code, rule):
    document = categorise(title, *names)
    (why,) = evidence(document, "legal character")
    assert (document.legal_character, why.code, why.rule) == (code, code, rule)
    assert BOOKS.legal_character.by_code[code]


def test_evidence_has_one_entry_for_each_code_given():
    document = categorise("memorandum between Kestrel Ltd and Ravna", "Kestrel Ltd", "Ravna")
    assert [entry.dimension for entry in document.evidence] == [
        "instrument", "party kind", "party kind", "topic", "legal character",
    ]  # fmt: skip
    assert document.evidence[0].words == ("memorandum",)


def test_offsets_count_in_the_article():
    text = "ROME – They signed a memorandum on extradition between Ghana and Togo."
    document = in_article(text, "memorandum on extradition between Ghana and Togo", "Ghana", "Togo")
    for entry in document.evidence:
        assert tuple(text[start:end] for start, end in entry.spans) == entry.words
    assert [entry.words for entry in document.evidence if entry.words] == [
        ("memorandum",), ("Ghana",), ("Togo",), ("extradition",),
    ]  # fmt: skip


def test_an_edited_codebook_changes_the_code(tmp_path):
    text = (paths.CODEBOOKS / "topics.toml").read_text(encoding="utf-8")
    added = [
        "[[code]]",
        'code = "Glorbs"',
        'label = "Glorbs"',
        "number = 99",
        'definition = "All glorbs."',
        'source = "own"',
    ]
    (tmp_path / "topics.toml").write_text("\n".join([text, *added, 'cues = ["glorbs"]']), encoding="utf-8")
    assert categorise("memorandum on glorbs", books=codebook.load(tmp_path)).cap_topic == "Glorbs"


def gold_documents():
    for folder, gold in ((paths.SEEDS, paths.ROOT / "tests" / "gold"), (paths.PRACTICE, paths.PRACTICE / "gold")):
        for path in sorted(gold.glob("*.json")):
            read = json.loads(path.read_text(encoding="utf-8"))
            article = articles.read(folder / f"{read['id']}.txt")
            for entry in read["documents"]:
                start = article.text.find(entry["text"])
                if start >= 0:
                    names = tuple(Party(name=name) for name in entry["parties"])
                    span = Span(start, start + len(entry["text"]))
                    document = Document(text=entry["text"], span=span, instrument=entry["instrument"], parties=names)
                    yield entry, agreements.categorise(document, BOOKS, article)


def test_the_topics_of_the_practice_articles():
    coded = list(gold_documents())
    right = [document.cap_topic in [entry["cap_topic"], *entry.get("cap_alt", [])] for entry, document in coded]
    assert len(coded) > 50
    assert sum(right) / len(right) >= 0.95
