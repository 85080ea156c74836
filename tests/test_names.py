import re

import pytest

from communique.grammar import compounds, names
from communique.record import Span


def runs(text, sentences=()):
    """The runs of capitals, only white space and particles between them, as printed."""
    words, marks, found = names.read(text, sentences), "", []
    for i, key in enumerate(words.key):
        marks += "|" * (not words.joined[i]) + ("C" if words.capital[i] else "p" if key in names.PARTICLES else "x")
    for run in re.finditer(r"C(?:p{1,3}C|C)*", marks):
        first = run.start() - marks.count("|", 0, run.start())
        found.append(text[slice(*words.span(first, first + len(run.group())))])
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prime Minister Ana de Souza spoke.", ["Prime Minister Ana de Souza"]),
        ("Hassan bin Ali Al Thani", ["Hassan bin Ali Al Thani"]),
        ("with Vincent van der Berg in Delft", ["Vincent van der Berg", "Delft"]),
        ("met Khalid al-Falih there", ["Khalid al-Falih"]),
        ("by Liam O’Brien’s office", ["Liam O’Brien"]),
        ("to Liam O'Brien's office", ["Liam O'Brien"]),
        ("Paul W. Grey arrived", ["Paul W. Grey"]),
        ("J.R. Moss and Dr. Eva Ros", ["J.R. Moss", "Dr. Eva Ros"]),
        ("Lt. Gen. Omar Nazari", ["Lt. Gen. Omar Nazari"]),
        ("Monte Banca S.p.A. and Fjord Oy", ["Monte Banca S.p.A.", "Fjord Oy"]),
        ("Nguyễn Văn Đức and Łukasz Żak", ["Nguyễn Văn Đức", "Łukasz Żak"]),
        ("Alisher O‘ktamov of Farg‘ona", ["Alisher O‘ktamov", "Farg‘ona"]),
        ("Jean-Luc d'Arcy", ["Jean-Luc d'Arcy"]),
        ("minister Timur SADYKOV said", ["Timur SADYKOV"]),
        ("told Gazeta.uz and Akbar.kz today", ["Gazeta.uz", "Akbar.kz"]),
        ("the Mongolian Employers’ Federation", ["Mongolian Employers", "Federation"]),
        ("Prime Minister J.Erdene spoke", ["Prime Minister J.Erdene"]),
        ("He left.Then rain fell", ["He", "Then"]),
        ("a T. Rex and vitamin C", ["T. Rex", "C"]),
        ("Italy's Anna Rossi", ["Italy", "Anna Rossi"]),
        ("Anna Rossi, Marco Verdi", ["Anna Rossi", "Marco Verdi"]),
        ("Anna Rossi\nMarco Verdi", ["Anna Rossi", "Marco Verdi"]),
        ("the mayor of a town", []),
        ("", []),
    ],
)
def test_runs_of_capitals(text, expected):
    assert runs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eva Ros spoke. Then she left.", ["Eva", "Then"]),
        ("He met “Eva Ros” there.", ["He", "Eva"]),
        ("- Eva Ros\n- Jon Moe", ["Eva", "Jon"]),
        ("We met Eva Ros.", ["We"]),
    ],
)
def test_words_that_open(text, expected):
    words = names.read(text)
    assert [words.text[i] for i in range(len(words.text)) if words.first[i]] == expected


def test_a_line_break_inside_a_sentence_is_a_hard_wrap():
    text = "Talks with Anna\nRossi ended.\nMarco Verdi left."
    sentences = (Span(0, 28), Span(29, len(text)))
    assert runs(text, sentences) == ["Talks", "Anna\nRossi", "Marco Verdi"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Rossi Monday", "Anna Rossi"),
        ("Theresa May said", "Theresa May"),
        ("Anna Rossi May 5", "Anna Rossi"),
        ("Hugo Moss Jr. said", "Hugo Moss Jr."),
        ("Hugo Moss, Jr., said", "Hugo Moss, Jr."),
        ("Omar bin Said said", "Omar bin Said"),
        ("Omar bin Saleh Al Harbi", "Omar bin Saleh Al Harbi"),
        ("The Hague", ""),
        ("Tuesday", ""),
    ],
)
def test_person_end(text, expected):
    words = names.read(text)
    last = names.person_end(words, 0)
    assert (words.phrase(0, last) if last else "") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Rossi Meets Kenyan Leader in Nairobi", "Anna Rossi"),
        ("Mark Rossi met the Kenyan leader", "Mark Rossi"),
        ("Among them was Rossi", ""),
    ],
)
def test_ordinary_words_end_a_name_in_headlines_and_where_a_sentence_opens(text, expected):
    words = names.read(text, (Span(0, len(text)),))
    last = names.person_end(words, 0)
    assert (words.phrase(0, last) if last else "") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministry of Trade (MoT) said", "MoT"),
        ("Ministry of Trade [MT] said", "MT"),
        ("Ministry of Trade (right) said", None),
        ("Ministry of Trade said (MT)", None),
        ("Ministry of Trade (Tashkent)", None),
    ],
)
def test_acronym_after(text, expected):
    match = compounds.acronym_after(text, len("Ministry of Trade"))
    assert (match and match[1]) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Dr.", "dr"),
        ("Ibañez", "ibanez"),
        ("Łukasz", "lukasz"),
        ("S.p.A.", "s.p.a"),
        ("O’Brien", "o'brien"),
        ("Đức", "duc"),
    ],
)
def test_key(word, expected):
    assert names.key(word) == expected


@pytest.mark.parametrize("unit", ['"', "A ", "1", "(", "A", "al ", "A-", "A.", "' ", "’"])
def test_any_text_is_read_and_every_span_is_its_word(unit):
    text = unit * 2000
    words = names.read(text)
    assert all(text[s:e] == t for s, e, t in zip(words.start, words.end, words.text, strict=True))
