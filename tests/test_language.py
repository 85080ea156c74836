"""Texts in English, and texts of which a reader is told that they are not."""

from unittest import mock

import pytest
from hypothesis import given, strategies as st

from communique import paths
from communique.grammar import language

ENGLISH = [
    "",
    "x",
    "Rom, 1. Mai: Treffen der Minister.",
    "The two leaders met in Rome on Friday and signed a memorandum of understanding on trade. They said it was good.",
    "LEADERS MET IN ROME ON FRIDAY AND SIGNED A MEMORANDUM ON TRADE, AND THEY SAID IT WAS A START OF MORE FOR BOTH.",
    "Signed: memorandum on energy, Alfa Bank and Beta; agreement on rail, Ministry of Transport and Gamma; contract on "
    "wheat, Delta and Epsilon; protocol to the treaty of 1999.",
    "President Владимир Иванович Кузнецов met the minister in Astana, and the two of them spoke for an hour of trade.",
    "1 2 3 4 5 6 7 8 9 " * 20,
]
FOREIGN = {
    "German": "Der Präsident und die Ministerin trafen sich am Freitag in Rom und unterzeichneten eine Erklärung. "
    "Das war ein guter Tag, sagte sie, und der Handel hat zugenommen.",
    "Dutch": "De premier en de president spraken vrijdag in Rome over de handel en tekenden een akkoord. Het was een "
    "goede dag, aldus de minister, die ook over water sprak. We willen meer handel, zei hij.",
    "French": "Le président et la ministre se sont rencontrés vendredi à Rome et ont signé un accord. On a aussi parlé "
    "de l'énergie et de l'eau, a dit la ministre.",
    "Indonesian": "Presiden dan perdana menteri bertemu pada hari Jumat di Roma dan menandatangani nota kesepahaman "
    "tentang perdagangan dan energi, kata juru bicara itu kepada wartawan setelah pertemuan.",
}
SCRIPTS = {
    "Cyrillic": "Президент встретился с премьером в Астане.",
    "Arabic": "التقى الرئيس رئيس الوزراء في روما ووقعا مذكرة تفاهم.",
    "Chinese": "两国元首会晤并签署了谅解备忘录，加强贸易合作与能源合作。",
    "Korean": "두 정상은 회담하고 양해각서에 서명했다. 무역을 확대한다.",
    "Greek": "Ο πρωθυπουργός συναντήθηκε με τον πρόεδρο στην Αθήνα.",
}

MIXED = ["the", "of", "and", "was", "Rom", "der", "Straße,", "met", "“they", "и", "дом", "x1y", "don't", "—", "1.5"]


@pytest.mark.parametrize("text", ENGLISH, ids=lambda text: text[:20])
def test_english_and_what_is_too_short_to_tell(text):
    assert language.doubt(text) is None


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_another_language_in_latin_letters(text):
    assert "words are English function words" in language.doubt(text)


@pytest.mark.parametrize(("script", "text"), SCRIPTS.items())
def test_another_script(script, text):
    assert language.doubt(text) == f"most of its letters are {script}"


def test_the_middle_and_the_end_of_a_long_text_count():
    assert language.doubt(ENGLISH[3] + FOREIGN["German"] * 60) is not None


def test_every_practice_article_and_seed_reads_as_english():
    for path in [*paths.PRACTICE.glob("*.txt"), *paths.SEEDS.glob("*.txt")]:
        assert language.doubt(path.read_text(encoding="utf-8")) is None


@given(st.lists(st.sampled_from(MIXED), max_size=60).map(" ".join) | st.text())
def test_the_short_way_to_english_is_never_another(text):
    if language._is_surely_english(text.lower()):
        with mock.patch.object(language, "_is_surely_english", return_value=False):
            assert language.doubt(text) is None
