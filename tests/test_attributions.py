"""How each quotation was attributed: its words, speaker, cue and kind, and the rule that found them."""

import pytest
from test_quotes import ADOMAKO, BEKOV, LUND, PEOPLE, ROJAS, SOL

from communique import article
from communique.extract import quotes
from communique.record import Person

MET = "President Ana Maria Sol met Prime Minister Erik Lund on Monday. "
CASES = [
    (
        "“We sail tomorrow,” Sol said.",
        [("We sail tomorrow,", SOL, "said", "full", "verb after")],
    ),
    (
        "“We sail tomorrow,” said Sol.",
        [("We sail tomorrow,", SOL, "said", "full", "inverted verb after")],
    ),
    (
        "“We sail tomorrow,” crowed Sol in the harbour.",
        [("We sail tomorrow,", SOL, "crowed", "full", "inverted verb after")],
    ),
    (
        "“We sail tomorrow” – Ana Maria Sol, President of Chile.",
        [("We sail tomorrow", SOL, "–", "full", "name after a dash")],
    ),
    (
        "“We sail tomorrow,” according to Sol.",
        [("We sail tomorrow,", SOL, "according to", "full", "according to, after")],
    ),
    (
        "According to Sol, “we sail tomorrow”.",
        [("we sail tomorrow", SOL, "According to", "partial", "according to")],
    ),
    (
        "“We sail tomorrow,” in the words of Sol.",
        [("We sail tomorrow,", SOL, "in the words of", "full", "according to, after")],
    ),
    (
        "“We sail tomorrow,” Sol was quoted as saying.",
        [("We sail tomorrow,", SOL, "quoted", "full", "quoted as saying, after")],
    ),
    (
        "“We sail tomorrow at dawn.” This was stated by Timur Bekov.",
        [("We sail tomorrow at dawn.", BEKOV, "stated by", "full", "stated by")],
    ),
    (
        "Sol said: “We sail tomorrow.”",
        [("We sail tomorrow.", SOL, "said", "full", "verb before")],
    ),
    (
        "Lund thanked Sol, adding that “we sail tomorrow at dawn”.",
        [("we sail tomorrow at dawn", LUND, "adding", "partial", "verb in the sentence")],
    ),
    (
        "Lund thanked Sol. He went home, noting that “we sail tomorrow at dawn”.",
        [("we sail tomorrow at dawn", LUND, "noting", "partial", "verb in the sentence")],
    ),
    (
        "President Sol: “We sail tomorrow.”",
        [("We sail tomorrow.", SOL, ":", "full", "colon")],
    ),
    (
        "Sol’s answer was short: “We sail tomorrow.”",
        [("We sail tomorrow.", SOL, ":", "full", "colon")],
    ),
    (
        "Sol greeted the crew. The answer was short: “We sail tomorrow.”",
        [("We sail tomorrow.", SOL, ":", "full", "colon")],
    ),
    (
        "The agency quotes Bekov: “We sail tomorrow.”",
        [("We sail tomorrow.", BEKOV, "quotes", "full", "verb before")],
    ),
    (
        "The agency quoted Bekov as saying: “We sail tomorrow.”",
        [("We sail tomorrow.", BEKOV, "saying", "full", "quoted as saying")],
    ),
    (
        "Bekov was quoted by the agency as saying “we sail tomorrow at dawn”.",
        [("we sail tomorrow at dawn", BEKOV, "quoted", "partial", "quoted as saying")],
    ),
    (
        "The agency cited the harbour master as saying: “We sail tomorrow.”",
        [("We sail tomorrow.", "harbour master", "saying", "full", "quoted as saying")],
    ),
    (
        MET + "In her words, the deal is “a gift to our sailors”.",
        [("a gift to our sailors", SOL, "In her words", "partial", "in somebody's words")],
    ),
    (
        "In Sol’s view, the deal is “a gift to our sailors”.",
        [("a gift to our sailors", SOL, "In Sol’s view", "partial", "in somebody's words")],
    ),
    (
        "For Sol, “the sea we share is our best road”, and it is open.",
        [("the sea we share is our best road", SOL, "for", "partial", "for somebody")],
    ),
    (
        "The Protocol states that “the Parties shall sail every year”.",
        [("the Parties shall sail every year", "Protocol", "states", "partial", "verb in the sentence")],
    ),
    (
        "“We sail tomorrow,” the statement reads.",
        [("We sail tomorrow,", "statement", "reads", "full", "verb after")],
    ),
    (
        "“We sail tomorrow,” reads the joint statement.",
        [("We sail tomorrow,", "joint statement", "reads", "full", "inverted verb after")],
    ),
    (
        "“We sail tomorrow,” a senior official told the agency.",
        [("We sail tomorrow,", "senior official", "told", "full", "verb after")],
    ),
    (
        "“We sail tomorrow,” said a senior official in the port who gave no name.",
        [("We sail tomorrow,", "senior official", "said", "full", "inverted verb after")],
    ),
    (
        "“We sail tomorrow,” said the harbour master of the old port of Valparaiso, who has seen it all.",
        [("We sail tomorrow,", "harbour master of the old port of Valparaiso", "said", "full", "inverted verb after")],
    ),
    (
        "“We sail tomorrow,” it was said.",
        [("We sail tomorrow,", None, "said", "full", "verb after")],
    ),
    (
        "“We sail tomorrow,” many said.",
        [("We sail tomorrow,", None, "said", "full", "verb after")],
    ),
    (
        "“We sail tomorrow,” Sol said. “Tomorrow we return.”",
        [("We sail tomorrow, Tomorrow we return.", SOL, "said", "full", "verb after")],
    ),
    (
        "“Today,” Sol told guests, “we sail.”",
        [("Today, we sail.", SOL, "told", "full", "verb after")],
    ),
    (
        "“Today,” said Sol, “we sail.”",
        [("Today, we sail.", SOL, "said", "full", "inverted verb after")],
    ),
    (
        "“Today we sail,” Sol said on leaving. She paused. “Tomorrow we return.”",
        [("Today we sail,", SOL, "said", "full", "verb after"), ("Tomorrow we return.", SOL, None, "full", "carried")],
    ),
    (
        "Sol praised the fleet. “We sail tomorrow at dawn.”",
        [("We sail tomorrow at dawn.", SOL, None, "full", "carried")],
    ),
    (
        "It rained in Oslo all day.\n\n“We sail tomorrow at dawn.”",
        [("We sail tomorrow at dawn.", None, None, "full", "no attribution")],
    ),
    (
        "Sol said Chile would “sail with every boat it has”.",
        [("sail with every boat it has", SOL, "said", "partial", "verb in the sentence")],
    ),
    (
        "Lund, who had promised “boats, not brochures”, left.",
        [("boats, not brochures", LUND, "promised", "partial", "verb in the sentence")],
    ),
    (
        "Sol told Lund that “we sail tomorrow at dawn” and left.",
        [("we sail tomorrow at dawn", SOL, "told", "partial", "verb in the sentence")],
    ),
    (
        "Asked by Lund whether it would rain, Sol replied, “Never.”",
        [("Never.", SOL, "replied", "full", "verb before")],
    ),
    (
        MET + "“We sail tomorrow,” the Norwegian leader said.",
        [("We sail tomorrow,", LUND, "said", "full", "verb after")],
    ),
    (
        MET + "“We sail tomorrow,” her counterpart said.",
        [("We sail tomorrow,", LUND, "said", "full", "verb after")],
    ),
    (
        MET + "“We sail tomorrow,” he said. “We rest,” she replied.",
        [("We sail tomorrow,", LUND, "said", "full", "verb after"), ("We rest,", SOL, "replied", "full", "verb after")],
    ),
    (
        "“We sail tomorrow,” Sol’s spokesman said.",
        [("We sail tomorrow,", ADOMAKO, "said", "full", "verb after")],
    ),
    (
        "“We sail tomorrow,” said Sol’s spokesman Paul Adomako.",
        [("We sail tomorrow,", ADOMAKO, "said", "full", "inverted verb after")],
    ),
    (
        "“We sail tomorrow,” said Bekov and Dahl.",
        [("We sail tomorrow,", BEKOV, "said", "full", "inverted verb after")],
    ),
    (
        "“We sail tomorrow,” wrote Lund in a letter to Sol.",
        [("We sail tomorrow,", LUND, "wrote", "full", "inverted verb after")],
    ),
    (
        "“We sail tomorrow,” Carla Rojas, chief executive of the yard, told the paper.",
        [("We sail tomorrow,", ROJAS, "told", "full", "verb after")],
    ),
    (
        "Sol described the fleet as “a gift” and “the pride of the south”.",
        [("the pride of the south", SOL, "described", "partial", "verb in the sentence")],
    ),
    (
        "“We sail tomorrow and come back, Sol said.",
        [("We sail tomorrow and come back,", SOL, "said", "full", "verb after")],
    ),
    (
        "We sail tomorrow and come back,” Sol said.",
        [("We sail tomorrow and come back,", SOL, "said", "full", "verb after")],
    ),
    (
        "Sol received Lund. “We sail tomorrow,” the visitor said.",
        [("We sail tomorrow,", LUND, "said", "full", "verb after")],
    ),
    (
        "Sol received Lund. “We sail tomorrow,” the visiting leader said.",
        [("We sail tomorrow,", LUND, "said", "full", "verb after")],
    ),
    (
        "Sol praised Lund. Speaking of boats and adding that “we sail tomorrow at dawn”, she left.",
        [("we sail tomorrow at dawn", SOL, "adding", "partial", "verb in the sentence")],
    ),
    (
        "Lund wrote to Sol. The letter, which Sol read aloud, says: “We sail tomorrow.”",
        [("We sail tomorrow.", "letter", "says", "full", "verb before")],
    ),
    (MET + "Her answer was short: “We sail tomorrow.”", [("We sail tomorrow.", SOL, ":", "full", "colon")]),
    ("“We sail,” Sol said. “Yes.” Lund left.", [("We sail, Yes.", SOL, "said", "full", "verb after")]),
    (
        "In a message to St. Olav's College, Lund wrote: “We sail tomorrow.”",
        [("We sail tomorrow.", LUND, "wrote", "full", "verb before")],
    ),
    (
        "According to a statement by the ministry, “We sail tomorrow.”",
        [("We sail tomorrow.", "statement", "According to", "full", "according to")],
    ),
    (
        "Sol has been the president since 2020. “We sail tomorrow at dawn.”",
        [("We sail tomorrow at dawn.", SOL, None, "full", "carried")],
    ),
    ("Sol praised the “spirit of the sea”, said Lund.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_an_attribution_is_whole(text, wanted):
    found = quotes.find(article.from_text(text), PEOPLE)
    assert [(quote.text, quote.speaker, quote.cue, quote.kind, quote.rule) for quote in found] == wanted
    for quote in found:
        assert " ".join(text[slice(*piece)] for piece in quote.pieces) == quote.text


# Who is named with which role, a text, and who speaks in it.
MEANT = [
    (("Zaya Sokolova, minister", "Zol Petrov, minister"), "Sokolova met Petrov. “We sail,” he said.", "Zol Petrov"),
    (("Zaya Sokolova, minister", "Zol Petrov, minister"), "Petrov met Sokolova. “We sail,” she said.", "Zaya Sokolova"),
    (("Zol Petrov Dal, minister", "Zaya Ros, minister"), "Petrov Dal met Ros. “We sail,” he said.", "Zol Petrov Dal"),
    (("Kim Dal, minister", "Lee Ros, minister"), "Mr Dal met Ms Ros. “We sail,” she said.", "Lee Ros"),
    (("Kim Dal, King", "Lee Ros, Queen"), "Dal met Ros. “We sail,” she said.", "Lee Ros"),
    (("Kim Dal, King", "Lee Ros, Queen"), "Ros met Dal. “We sail,” he said.", "Kim Dal"),
    (
        ("Kim Dal, Norwegian minister", "Lee Ros, Fijian minister"),
        "Dal met Ros. “We sail,” the Fijian minister said.",
        "Lee Ros",
    ),
    (
        ("Kim Dal, Norwegian minister", "Lee Ros, Danish counterpart"),
        "Dal met Ros. “We sail,” the Danish minister said.",
        "Lee Ros",
    ),
    (("Kim Dal, minister", "Lee Ros, envoy"), "Dal met Ros. “We sail,” the minister's aide said.", "minister's aide"),
    (("Kim Dal, deputy minister", "Lee Ros, minister"), "Dal met Ros. “We sail,” the deputy minister said.", "Kim Dal"),
    (("Kim Dal, deputy minister", "Lee Ros, minister"), "Dal met Ros. “We sail,” the minister said.", "Lee Ros"),
    (("Kim Dal, prime minister", "Lee Ros, minister"), "Ros met Dal. “We sail,” the prime minister said.", "Kim Dal"),
    (("Kim Dal, minister", "Lee Ros, minister"), "Dal welcomed Ros. “We sail,” the guest said.", "Lee Ros"),
    (("José Núñez, minister",), "“We sail,” Jose Nunez said.", "José Núñez"),
    (("Kim Bin Dal, minister",), "“We sail,” Bin Dal said.", "Kim Bin Dal"),
    (("Kim Dal Sr., minister",), "“We sail,” Dal said.", "Kim Dal Sr."),
    (("Kim Dal, minister", "Jan Dal, envoy"), "“We sail,” Jan Dal said.", "Jan Dal"),
    (("Kim Dal, minister", "Jan Dal, envoy"), "“We sail,” Dal said.", "Kim Dal"),
    (("Kim Dal, president",), "Dal spoke. “We sail,” a statement by his office said.", "statement"),
    (("Kim Dal, minister",), "It rained.\n\n“We sail,” it said.", None),
]


@pytest.mark.parametrize(("people", "text", "speaker"), MEANT)
def test_whom_a_word_means(people, text, speaker):
    named = tuple(Person(name=one.partition(", ")[0], role=one.partition(", ")[2]) for one in people)
    (quote,) = quotes.find(article.from_text(text), named)
    assert quote.speaker == speaker
