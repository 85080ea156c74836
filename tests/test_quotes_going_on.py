"""Speech that goes on behind words of the reporter, with verbs that are in no table too."""

import pytest

from communique import article
from communique.extract import quotes
from communique.record import Person

PEOPLE = (Person(name="Eva Ros", role="minister"), Person(name="Jon Moe", role="envoy"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Minister Eva Ros came. "We bought time," Ros told reporters. "That is good," she added, "for all of us."',
            [("We bought time,", "Eva Ros"), ("That is good, for all of us.", "Eva Ros")],
        ),
        (
            'Minister Eva Ros came. "We were here then," Ros said, adding, "It was slow, but it never left."',
            [("We were here then, It was slow, but it never left.", "Eva Ros")],
        ),
        (
            "Minister Eva Ros came. “One of us is far,” Ros smiled. “What we lack we make up in rails.”",
            [("One of us is far, What we lack we make up in rails.", "Eva Ros")],
        ),
        (
            'Minister Eva Ros came. "We were here then," Ros said, adding that "it was slow in those years".',
            [("We were here then,", "Eva Ros"), ("it was slow in those years", "Eva Ros")],
        ),
        # a dateline before it
        (
            "ROME, May 4 (ANA) – “We agree on it,” Minister Eva Ros said.\n\n“It is good.”",
            [("We agree on it,", "Eva Ros"), ("It is good.", "Eva Ros")],
        ),
        # another speaker, another sentence between
        (
            "Minister Eva Ros met envoy Jon Moe. “We agree on it,” Ros said. “We do not agree,” Moe said.",
            [("We agree on it,", "Eva Ros"), ("We do not agree,", "Jon Moe")],
        ),
        (
            "Minister Eva Ros came. “We agree on it,” Ros said. Talks lasted two days. “We do not agree,” she added.",
            [("We agree on it,", "Eva Ros"), ("We do not agree,", "Eva Ros")],
        ),
    ],
)
def test_speech_that_goes_on(text, expected):
    assert [(quote.text, quote.speaker) for quote in quotes.find(article.from_text(text), PEOPLE)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A gas treaty, much announced, fell through: “Nobody signs for a pipe,” said Eva Ros.", "Eva Ros"),
        ("Minister Eva Ros was short: “We agree on it,” and left.", "Eva Ros"),
        ("Minister Eva Ros said: “We agree on it,” said so and left.", "Eva Ros"),
    ],
)
def test_who_speaks_behind_a_colon(text, expected):
    assert [quote.speaker for quote in quotes.find(article.from_text(text), PEOPLE)] == [expected]


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("ROME, May 4, 2024 (ANA) – ", "full"),
        ("NEW DELHI — ", "full"),
        ("He sees – ", "partial"),
        ("NATO was ", "partial"),
    ],
)
def test_a_dateline_is_no_part_of_a_sentence(lead, kind):
    found = quotes.find(article.from_text(f"{lead}“We agree on it all,” Minister Eva Ros said."), PEOPLE)
    assert [quote.kind for quote in found] == [kind]


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("the head of the Chadian state said.", "Ana Sol"),
        ("the head of our state said.", "Ana Sol"),
        ("the head of the Chadian government noted.", "Ivo Ray"),
        ("said the head of Norwegian diplomacy.", "Lea Dahl"),
        ("the head of Norway’s delegation said.", "head of Norway’s delegation"),
        ("the head of the delegation said.", "head of the delegation"),
        ("Dahl began.", "Lea Dahl"),
    ],
)
def test_heads_of_states_and_verbs_in_no_table(said, speaker):
    people = (
        Person(name="Ana Sol", role="Chadian President"),
        Person(name="Ivo Ray", role="Prime Minister", country="TCD"),
        Person(name="Lea Dahl", role="Norwegian Foreign Minister"),
    )
    told = "Chadian President Ana Sol and Prime Minister Ivo Ray received Norwegian Foreign Minister Lea Dahl.\n\n"
    found = quotes.find(article.from_text(f"{told}“It is time to act,” {said}"), people)
    assert [quote.speaker for quote in found] == [speaker]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Minister Eva Ros spoke. Secretary Jon Moe quoted her as saying: “We agree on it.”", "Eva Ros"),
        ("Minister Eva Ros spoke. Moe called on her today. “We agree on it,” he said.", "Jon Moe"),
        ("Minister Eva Ros welcomed Moe and told him: “We agree on it.”", "Eva Ros"),
        (
            "President Olav Ness came. Moe left with Ada Lim, president of a bank. “We agree,” the president said.",
            "Olav Ness",
        ),
    ],
)
def test_whom_an_object_and_a_president_mean(told, speaker):
    people = (*PEOPLE, Person(name="Olav Ness", role="Norwegian President"), Person(name="Ada Lim", role="president"))
    found = quotes.find(article.from_text(told), people)
    assert [quote.speaker for quote in found] == [speaker]
