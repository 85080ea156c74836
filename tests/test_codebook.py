import shutil

import pytest

from communique import codebook, cues, paths
from communique.errors import CommuniqueError

CAP = [*range(1, 11), *range(12, 22), 23]


@pytest.fixture
def books():
    return codebook.load()


@pytest.fixture
def copy(tmp_path):
    """A researcher's folder with a copy of one codebook, edited by replacing one text with another."""

    def edit(name, old="", new=""):
        text = (paths.CODEBOOKS / f"{name}.toml").read_text(encoding="utf-8")
        assert old in text
        (tmp_path / f"{name}.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
        return tmp_path

    return edit


def found(text, *listed, counter=()):
    finder = cues.Finder(
        [cues.Cue(cues.words(cue), "yes", cue, 1.0) for cue in listed]
        + [cues.Cue(cues.words(cue), "yes", cue, 0.0, counter=True) for cue in counter]
    )
    return [text[hit.start : hit.end] for hit in finder.find(text)]


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Air Services Agreement", "air service", ["Air Services"]),
        ("hairservice", "air service", []),
        ("air-service", "air services", ["air-service"]),
        ("air\nservices", "air services", ["air\nservices"]),
        ("air, services", "air services", []),
        ("trade, economic ties", "trade, economic", ["trade, economic"]),
        ("trade economic ties", "trade, economic", ["trade economic"]),
        ("two MoUs and a mou", "MoU", ["MoUs"]),
        ("it is IT", "IT", ["IT"]),
        ("a communiqué", "communique", ["communiqué"]),
        ("agriculture and agronomy", "agri*", ["agriculture"]),
        ("Oesterbank AG and a banker", "*bank", ["Oesterbank"]),
        ("women’s rights", "women's rights", ["women’s rights"]),
        ("the new paper", "news", []),
        ("Maire S.p.A. signs", "S.p.A", ["S.p.A"]),
        ("R&D & innovation", "r & d", ["R&D"]),
        ("policies", "policy", ["policies"]),
        ("", "policy", []),
    ],
)
def test_what_a_cue_matches(text, cue, expected):
    assert found(text, cue) == expected


@pytest.mark.parametrize(
    ("text", "listed", "counter", "expected"),
    [
        ("water transport", ("water", "water transport"), (), ["water transport"]),
        ("hydrogen trains", ("hydrogen", "trains"), (), ["hydrogen", "trains"]),
        ("charter flight", ("charter",), ("charter flight",), []),
        ("charter and charter flight", ("charter",), ("charter flight",), ["charter"]),
        ("joint press statement", ("joint press statement",), ("press statement",), ["joint press statement"]),
    ],
)
def test_the_longest_cue_wins_and_a_counter_cue_silences(text, listed, counter, expected):
    assert found(text, *listed, counter=counter) == expected


def test_a_counter_cue_silences_its_own_code_only():
    finder = cues.Finder(
        [
            cues.Cue(("city",), "Housing", "city", 1.0),
            cues.Cue(("medical",), "Health", "medical", 1.0),
            cues.Cue(("medical", "city"), "Housing", "medical city", 0.0, counter=True),
        ]
    )
    assert [hit.code for hit in finder.find("Medical City")] == ["Health"]


@pytest.mark.parametrize("text", ["“" * 10**6, "7" * 10**6, "A" * 10**6, "(" * 10**6, "a " * 10**5, "'a" * 10**5])
def test_long_junk_is_read_in_linear_time(text, books):
    books.topics.find(text)


def test_the_topics_are_the_major_topics_with_their_numbers(books):
    assert [code.number for code in books.topics.codes] == CAP
    assert [code.code for code in books.topics.codes][:3] == ["Macroeconomics", "Civil Rights", "Health"]
    assert books.topics.by_code["Culture"].number == 23


def test_every_code_says_what_it_means_and_where_that_is_from(books):
    for name in codebook.NAMES:
        for code in getattr(books, name).codes:
            assert code.label, code
            assert len(code.definition) > 20, code
            assert code.source, code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Memoranda of Understanding", "memorandum"),
        ("note of cooperation", "memorandum"),
        ("framework agreement", "agreement"),
        ("accord", "agreement"),
        ("joint communiqué", "joint statement"),
        ("joint declaration of intent", "declaration"),
        ("Convention", "treaty"),
        ("concession contract", "contract"),
        ("road map", "roadmap"),
        ("action plan", "programme"),
        ("statement of intent", "letter of intent"),
        ("exchange of notes", "other"),
        ("regulations", "other"),
    ],
)
def test_instruments_by_their_names(books, words, code):
    assert [hit.code for hit in books.instruments.find(words)] == [code]


@pytest.mark.parametrize("words", ["convention centre", "head of protocol", "customs declaration", "charter flights"])
def test_what_only_looks_like_an_instrument(books, words):
    assert books.instruments.find(words) == []


def test_a_folder_may_hold_some_of_the_files_only(copy, books):
    own = codebook.load(copy("topics", 'label = "Health"', 'label = "Health and care"'))
    assert own.topics.by_code["Health"].label == "Health and care"
    assert own.instruments.codes == books.instruments.codes
    assert own.digest != books.digest
    assert codebook.load(None).digest == books.digest


@pytest.mark.parametrize(
    ("name", "old", "new", "parts"),
    [
        ("topics", "number = 3", 'number = "three"', ["topics.toml", "$.code[2].number (Health)", "Expected `int"]),
        ("topics", "number = 3", "number = 4", ["Health", "number of its own"]),
        ("topics", "number = 3\n", "", ["Health", "number of its own"]),
        ("topics", "weak_cues = [", "weak_cue = [", ["unknown field `weak_cue`", "$.code[0]"]),
        ("topics", 'label = "Health"\n', "", ["missing required field `label`", "$.code[2]"]),
        ("topics", '"vaccine"', '"vaccine", 7', ["Expected `str`, got `int`", "$.code[2].strong_cues[", "(Health)"]),
        ("topics", '"vaccine"', '"vaccine', ["not valid TOML", "line"]),
        ("topics", '"vaccine"', '"vaccine", "wheat"', ["'wheat'", "'Health'", "one list"]),
        ("topics", '"vaccine"', '"vaccine", "…"', ["has no word in it"]),
        ("topics", 'code = "Health"', 'code = "Energy"', ["used before", "$.code[7] (Energy)"]),
        ("topics", 'code = "Health"', 'code = ""', ["is empty", "$.code[2]"]),
        (
            "topics",
            'code = "Health"',
            'code = "Care"',
            ["sectors.toml", "health", "'Health' is no code of topics.toml"],
        ),
        ("sectors", 'topic = "Health"', 'topic = "Heath"', ["sectors.toml", "health", "'Heath' is no code"]),
        ("sectors", 'kind = "company"', 'kind = "firm"', ["energy", "'firm' is no code of party_kinds.toml"]),
        ("legal_character", 'gives = "binding"', 'gives = "firm"', ["treaty", "'firm'"]),
        ("legal_character", 'name = "treaty"', 'name = "contract"', ["used before", "$.rule[3] (contract)"]),
        ("legal_character", 'instruments = ["contract"]', 'instruments = ["pact"]', ["contract", "'pact'"]),
        ("instruments", 'example = "protocol on', 'cues = ["x"]\nexample = "protocol on', ["not valid TOML"]),
    ],
)
def test_a_bad_edit_names_file_key_and_remedy(copy, name, old, new, parts):
    with pytest.raises(CommuniqueError) as caught:
        codebook.load(copy(name, old, new))
    message = str(caught.value)
    assert "\n" not in message
    assert "; " in message
    assert [part for part in parts if part not in message] == []


def test_a_folder_that_cannot_be_used(tmp_path):
    with pytest.raises(CommuniqueError, match="no such folder"):
        codebook.load(tmp_path / "missing")
    with pytest.raises(CommuniqueError, match="holds no codebook"):
        codebook.load(tmp_path)
    shutil.copy(paths.CODEBOOKS / "topics.toml", tmp_path / "topic.toml")
    with pytest.raises(CommuniqueError, match=r"topic\.toml: not the name of a codebook; call it one of"):
        codebook.load(tmp_path)
    (tmp_path / "topic.toml").rename(tmp_path / "topics.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CommuniqueError, match="UTF-8"):
        codebook.load(tmp_path)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a = " + "[" * 100_000, "brackets within brackets"),
        ("a." * 100_000 + "a = 1", "more than 1,000 full stops"),
        ("a = " + "9" * 5_000, "is not valid TOML: Exceeds the limit"),
        ("a\0", "is not valid TOML"),
        ("", "missing required field `title`"),
    ],
    ids=lambda text: text[:10],
)
def test_what_no_book_holds_is_one_line(tmp_path, text, what):
    (tmp_path / "topics.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CommuniqueError, match=r"topics\.toml: .*; ") as error:
        codebook.load(tmp_path)
    assert what in str(error.value)
    assert "\n" not in str(error.value)


def test_a_book_without_codes(copy):
    folder = copy("sectors")
    text = (folder / "sectors.toml").read_text(encoding="utf-8")
    (folder / "sectors.toml").write_text(text[: text.index("[[code]]")] + "code = []\n", encoding="utf-8")
    with pytest.raises(CommuniqueError, match="has no code"):
        codebook.load(folder)


def test_the_example_of_the_readme_changes_the_topic(copy):
    readme = (paths.CODEBOOKS / "README.md").read_text(encoding="utf-8")
    added = readme.partition("```toml\n")[2].partition("```")[0]
    folder = copy("topics", '"critical mineral",', "")
    text = (folder / "topics.toml").read_text(encoding="utf-8").replace('"critical raw materials",', "", 1)
    (folder / "topics.toml").write_text(text + "\n" + added, encoding="utf-8")
    hits = codebook.load(folder).topics.find("joint statement on critical minerals and critical raw materials")
    assert {hit.code for hit in hits} == {"Critical Minerals"}


def test_the_readme_names_every_key():
    readme = (paths.CODEBOOKS / "README.md").read_text(encoding="utf-8")
    for struct in (codebook.Code, codebook.Rule, codebook.Weights):
        assert [name for name in struct.__struct_fields__ if f"`{name}`" not in readme] == []
