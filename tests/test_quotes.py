import pytest
from hypothesis import given, settings, strategies as st

from communique import article
from communique.extract import quotes
from communique.record import Organisation, Person, Span

PEOPLE = (
    Person(name="Ana Maria Sol", role="Chilean President", country="CHL"),
    Person(name="Erik Lund", role="Norwegian Prime Minister", country="NOR"),
    Person(name="Timur Bekov", role="Foreign Minister of Kazakhstan", country="KAZ"),
    Person(name="Ingrid Dahl", role="Minister of Trade and Industry", country="NOR"),
    Person(name="Salem Al Nuaimi", role="ambassador", country="ARE"),
    Person(name="Carla Rojas", role="chief executive", country="CHL"),
    Person(name="Paul Adomako", role="spokesman for the Chilean ministry", country="CHL"),
)
SOL, LUND, BEKOV, DAHL, NUAIMI, ROJAS, ADOMAKO = (person.name for person in PEOPLE)
PLAIN = "President Ana Maria Sol met Prime Minister Erik Lund on Monday. "


def found(text, people=PEOPLE, organisations=()):
    """Each quote's words, speaker and kind."""
    result = quotes.find(article.from_text(text), people, organisations)
    return [(quote.text, quote.speaker, quote.kind) for quote in result]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # After the words.
        ("“We sail tomorrow,” Sol said.", "We sail tomorrow,", SOL),
        ("“We sail tomorrow”, Sol said.", "We sail tomorrow", SOL),
        ("“We sail tomorrow” – Sol said.", "We sail tomorrow", SOL),
        ("“We sail tomorrow!” Sol exclaimed.", "We sail tomorrow!", SOL),
        ("“We sail tomorrow!” Sol shot back.", "We sail tomorrow!", SOL),
        ("“Shall we sail tomorrow?” Erik Lund asked his guest.", "Shall we sail tomorrow?", LUND),
        ("“We sail tomorrow.” Sol said.", "We sail tomorrow.", SOL),
        ("“We sail tomorrow,” President Sol told reporters in Oslo after the talks.", "We sail tomorrow,", SOL),
        ("“We sail tomorrow,” said Foreign Minister Timur Bekov on leaving the hall.", "We sail tomorrow,", BEKOV),
        ("“We sail tomorrow,” said Dr. Al Nuaimi.", "We sail tomorrow,", NUAIMI),
        ("“We sail tomorrow,” said Timur Bekov, head of the delegation.", "We sail tomorrow,", BEKOV),
        ("“We sail tomorrow,” Bekov, who leads the delegation, said.", "We sail tomorrow,", BEKOV),
        ("“We sail tomorrow,” the Foreign Minister, Timur Bekov, said.", "We sail tomorrow,", BEKOV),
        ("“We sail tomorrow,” Sol also stressed in her speech.", "We sail tomorrow,", SOL),
        ("“We sail tomorrow,” according to Sol.", "We sail tomorrow,", SOL),
        ("“We sail tomorrow,” in the words of the Chilean president Ana Maria Sol.", "We sail tomorrow,", SOL),
        ("“We sail tomorrow,” wrote Sol on X.", "We sail tomorrow,", SOL),
        ("“We sail tomorrow” – Ana Maria Sol, President of Chile.", "We sail tomorrow", SOL),
        ("''We sail tomorrow,'' Sol said.", "We sail tomorrow,", SOL),
        ("«We sail tomorrow», Sol said.", "We sail tomorrow", SOL),
        # Signed on the line below; a credit of the article signs nothing.
        (
            PLAIN + "\n\n“We sail,” Sol said. “We sail tomorrow.”\n\nEdited by Ingrid Dahl",
            "We sail, We sail tomorrow.",
            SOL,
        ),
        (
            PLAIN + "\n\n“We sail. We sail tomorrow.”\n\nIngrid Dahl, Minister of Trade - 10/10/2024",
            "We sail. We sail tomorrow.",
            DAHL,
        ),
        (
            PLAIN + "\n\n“We sail. We sail tomorrow.”\n\n— Ingrid Dahl, Minister of Trade",
            "We sail. We sail tomorrow.",
            DAHL,
        ),
        (
            PLAIN + "\n\nSol smiled. “We sail tomorrow.”\n\nDahl, of the Trade Ministry, left early.",
            "We sail tomorrow.",
            SOL,
        ),
        # Before the words.
        ("Sol said: “We sail tomorrow.”", "We sail tomorrow.", SOL),
        ("Sol said, “We sail tomorrow.”", "We sail tomorrow.", SOL),
        ("Sol said “We sail tomorrow.”", "We sail tomorrow.", SOL),
        ("In her speech, Sol stated: “We sail tomorrow.”", "We sail tomorrow.", SOL),
        ("Asked by a reporter about Lund, Sol answered: “Never.”", "Never.", SOL),
        ("Taking to X, President Sol wrote, “We sail tomorrow.”", "We sail tomorrow.", SOL),
        ("Sol, welcoming Prime Minister Lund in Santiago, said: “We sail tomorrow.”", "We sail tomorrow.", SOL),
        ("Sol thanked Lund and said: “We sail tomorrow.”", "We sail tomorrow.", SOL),
        ("After talks with Erik Lund, Ana Maria Sol said: “We sail tomorrow.”", "We sail tomorrow.", SOL),
        ("Lund quoted Sol as saying: “We sail tomorrow.”", "We sail tomorrow.", SOL),
        ("Sol was quoted by a newspaper as saying: “We sail tomorrow.”", "We sail tomorrow.", SOL),
        ("President of Chile Ana Maria Sol: “We sail tomorrow.”", "We sail tomorrow.", SOL),
        ("Sol’s answer was short: “We sail tomorrow.”", "We sail tomorrow.", SOL),
        # Epithets and pronouns.
        (PLAIN + "“We sail tomorrow,” the Norwegian leader said.", "We sail tomorrow,", LUND),
        (PLAIN + "“We sail tomorrow,” the Chilean head of state said.", "We sail tomorrow,", SOL),
        (PLAIN + "“We sail tomorrow,” the premier said.", "We sail tomorrow,", LUND),
        (PLAIN + "“We sail tomorrow,” the head of government added.", "We sail tomorrow,", LUND),
        (PLAIN + "“We sail tomorrow,” added the president.", "We sail tomorrow,", SOL),
        (PLAIN + "“We sail tomorrow,” her guest replied.", "We sail tomorrow,", LUND),
        (PLAIN + "“We sail tomorrow,” he said.", "We sail tomorrow,", LUND),
        (PLAIN + "“We sail tomorrow,” she said.", "We sail tomorrow,", SOL),
        (
            "Trade Minister Ingrid Dahl and Timur Bekov met. “We sail tomorrow,” the trade minister said.",
            "We sail tomorrow,",
            DAHL,
        ),
        ("Ingrid Dahl and Timur Bekov met. “We sail tomorrow,” the foreign minister said.", "We sail tomorrow,", BEKOV),
        ("Ingrid Dahl and Timur Bekov met. “We sail tomorrow,” the Kazakh diplomat said.", "We sail tomorrow,", BEKOV),
        ("Ana Maria Sol spoke first. It rained. “We sail tomorrow,” she said.", "We sail tomorrow,", SOL),
        ("Carla Rojas runs the yard. “We sail tomorrow,” the CEO said.", "We sail tomorrow,", ROJAS),
        ("Dahl and Bekov met. “We sail tomorrow,” said the latter.", "We sail tomorrow,", BEKOV),
        ("Lund received President Sol. “We sail tomorrow,” the guest said.", "We sail tomorrow,", SOL),
        (PLAIN + "“We sail tomorrow,” the visiting Norwegian premier said.", "We sail tomorrow,", LUND),
        # Other constructions.
        ("“We sail tomorrow,” crowed Sol in the harbour.", "We sail tomorrow,", SOL),
        ("“We sail tomorrow at dawn.” This was stated by Timur Bekov.", "We sail tomorrow at dawn.", BEKOV),
        ("The agency cited Bekov: “We sail tomorrow.”", "We sail tomorrow.", BEKOV),
        ("“We sail tomorrow,” – said the President, addressing guests.", "We sail tomorrow,", SOL),
        ("Sol quoted a proverb: “He who sails sees the world.”", "He who sails sees the world.", SOL),
        ("In a letter to Sol, Lund wrote: “We sail tomorrow.”", "We sail tomorrow.", LUND),
        # Offices, documents, unnamed speakers.
        ("“We sail tomorrow,” the statement reads.", "We sail tomorrow,", "statement"),
        ("The joint communiqué says: “The parties sail tomorrow.”", "The parties sail tomorrow.", "joint communiqué"),
        ("“We sail tomorrow,” the foreign ministry said in a statement.", "We sail tomorrow,", "foreign ministry"),
        ("“We sail tomorrow,” a senior official told the agency.", "We sail tomorrow,", "senior official"),
        ("“We sail tomorrow,” said a spokesman for President Sol.", "We sail tomorrow,", "spokesman for President Sol"),
        ("“We sail tomorrow,” said Sol’s spokeswoman, who gave no name.", "We sail tomorrow,", "Sol’s spokeswoman"),
        ("“We sail tomorrow,” one of the exporters said.", "We sail tomorrow,", "one of the exporters"),
        (PLAIN + "“We sail tomorrow,” the press release quoted her as saying.", "We sail tomorrow,", SOL),
        # No attribution: the subject of the sentence before.
        ("Sol, for her part, praised the fleet. “We sail tomorrow at dawn.”", "We sail tomorrow at dawn.", SOL),
        ("Minister Dahl let the numbers speak.\n\n“We sail tomorrow at dawn.”", "We sail tomorrow at dawn.", DAHL),
        ("It rained in Oslo all day.\n\n“We sail tomorrow at dawn.”", "We sail tomorrow at dawn.", None),
        # Lost marks.
        ("“We sail tomorrow and come back, Sol said.", "We sail tomorrow and come back,", SOL),
        (
            "“We sail tomorrow and come back, the Chilean president said.\n\nSol left.",
            "We sail tomorrow and come back,",
            SOL,
        ),
        ("We sail tomorrow and come back,” Sol said.", "We sail tomorrow and come back,", SOL),
        # Hard-wrapped lines and nested marks.
        (
            "“We sail tomorrow with\nall the ‘swift’ boats,” Sol said.",
            "We sail tomorrow with all the ‘swift’ boats,",
            SOL,
        ),
    ],
)
def test_direct_speech(text, words, speaker):
    result = found(text)
    assert result[:1] == [(words, speaker, "full")]
    assert len(result) == 1


def test_a_line_that_brings_another_quotation_signs_none():
    text = PLAIN + "\n\n“We sail,” Sol said. “We row.”\n\nLund, in turn: “We walk.”"
    assert [quote[:2] for quote in found(text)] == [("We sail, We row.", SOL), ("We walk.", LUND)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sail,” Sol said. “Tomorrow we return.”", [("We sail, Tomorrow we return.", SOL)]),
        ("“Today,” Sol told guests, “we sail.”", [("Today, we sail.", SOL)]),
        ("“We agreed,” said Bekov, “that all boats sail.”", [("We agreed, that all boats sail.", BEKOV)]),
        ("“We sail.\n\n“Tomorrow we return,” Sol said.", [("We sail. Tomorrow we return,", SOL)]),
        ("Sol said: “We sail.\n\n“Tomorrow we return.”", [("We sail. Tomorrow we return.", SOL)]),
        (
            "“We sail,” Sol said. “Tomorrow we rest.\n\n“Then we return.”",
            [("We sail, Tomorrow we rest. Then we return.", SOL)],
        ),
        ("“We sail,” Sol said — “and soon.”", [("We sail, and soon.", SOL)]),
        # Two attributions are two quotes.
        ("“We sail,” Sol said. “We rest,” she added.", [("We sail,", SOL), ("We rest,", SOL)]),
        ("“We sail,” Sol said. “We rest,” Lund replied.", [("We sail,", SOL), ("We rest,", LUND)]),
        ("“We sail,” Sol said. Lund answered: “We rest.”", [("We sail,", SOL), ("We rest.", LUND)]),
        ("“We sail,” Sol said, and Lund added: “We rest.”", [("We sail,", SOL), ("We rest.", LUND)]),
        # Paragraphs that are closed each are quotes of their own.
        (
            "“We sail tomorrow,” Sol said.\n\n“We rest on Sunday and sing.”",
            [("We sail tomorrow,", SOL), ("We rest on Sunday and sing.", SOL)],
        ),
        ("“We sail, Sol said.\n\nIt rained.\n\n“We rest,” Lund said.", [("We sail,", SOL), ("We rest,", LUND)]),
    ],
)
def test_pieces_of_one_speech(text, expected):
    assert [(words, speaker) for words, speaker, _ in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Sol called the accord “a gift to our sailors”.", "a gift to our sailors", SOL),
        ("Sol said Chile would “sail with every boat it has”.", "sail with every boat it has", SOL),
        ("Sol replied that Oslo regards its partner as “the harbour of the south”.", "the harbour of the south", SOL),
        ("Lund, who had promised “boats, not brochures”, left.", "boats, not brochures", LUND),
        ("The ministry described the talks as “frank and very useful”.", "frank and very useful", "ministry"),
        ("The agency quotes Sol as calling the talks “a new wind in the sails”.", "a new wind in the sails", SOL),
        (
            "For the Chilean president, “the sea we share is our best road”, and it is open.",
            "the sea we share is our best road",
            None,
        ),
        (
            "The Protocol states that “the Parties shall sail every year”.",
            "the Parties shall sail every year",
            "Protocol",
        ),
    ],
)
def test_partial_quotes(text, words, speaker):
    assert [(text_, speaker_) for text_, speaker_, _ in found(text)] == [(words, speaker)] or (
        speaker is None and found(text)[0][0] == words
    )


@pytest.mark.parametrize(
    "text",
    [
        "Sol praised the “Sea Silk Road” initiative.",
        "Sol opened a forum themed “Two Oceans, One Market”.",
        "Sol visited the exhibition “Boats of the North and South”.",
        "Sol spoke at the “boats of tomorrow” conference.",
        "Lund took part in a session titled “how to sail a green fleet”.",
        "Sol raised ties to a “strategic partnership” in May.",
        "Sol gave Erik “Viking” Lund a hat.",
        "Sol received the Order “For Merit to the Fleet”.",
        "The 'every boat' scheme and a 'fair wind' were mentioned.",
        "They signed a memorandum on “training of young sailors”.",
        "They signed an agreement on “Fisheries, Ports and Shipping”.",
        "The so-called “boats for oil deal” was dropped, Sol said.",
        '"Soft" in this case, Sol explained, means a fair wind.',
        "“Sea Star” sails tomorrow.",
        "The yacht 'Sea Star of the South' sails tomorrow.",
        "'Nine boats, one sea': Chile, Norway widen ties\n\nSol met Lund on Monday in Oslo and they spoke at length.",
        "Sol: “We sail tomorrow”\n\nSol met Lund on Monday in Oslo and they spoke at length.",
        "The crew's and the sailors' boats aren't Sol's.",
        "A 55\" screen showed Sol's boat, 6'2\" high.",
        "Sol said trade grew.",
        "Sol, on behalf of “the people of the long coast”, thanked Lund.",
        "Under the slogan “We sail together at dawn”, Sol opened the fair.",
        "",
    ],
)
def test_no_quotes(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("people", "text", "speaker"),
    [
        ([("Ferdinand Ruiz Jr.", "President")], "“We sail,” Ruiz said.", "Ferdinand Ruiz Jr."),
        ([("Ömer Doğan", "President")], "“We sail,” Dogan said.", "Ömer Doğan"),
        ([("Lim Bao Chau", None)], "“We sail,” Lim said.", "Lim Bao Chau"),
        (
            [("Inga Lus", "minister"), ("Olav Ness", "Norwegian counterpart")],
            "“We sail,” the Norwegian minister said.",
            "Olav Ness",
        ),
        # A sentence that only says what somebody is does not change who "he" is.
        (
            [("Jan Kos", "premier"), ("Petr Hon", "deputy premier")],
            "Kos said he would go.\n\nHon will be acting premier.\n\n“We sail,” he said.",
            "Jan Kos",
        ),
        # The country that an epithet names excludes those whose role names another.
        (
            [("Jan Kos", "Latvian premier"), ("Ana Lim", "premier")],
            "Lim met Kos. “We sail,” the Finnish premier said.",
            "Ana Lim",
        ),
        # An unnamed speaker stays the one who speaks.
        (
            [("Jan Kos", "premier")],
            "Kos left. “We sail,” a Chilean official said.\n\n“We rest,” he added.",
            "Chilean official",
        ),
        # Of two persons with one surname the title decides nothing: the first named is meant.
        ([("Ana Kos", "minister"), ("Jan Kos", "premier")], "“We sail,” Jan Kos said.", "Jan Kos"),
        # Whom "he" has meant once, "she" does not mean later.
        (
            [("Sok Chea", "premier"), ("Sin Vanna", "economist")],
            "Chea came. “We sail,” he said.\n\nVanna, an economist, was more careful.\n\n“We rest,” she said.",
            "Sin Vanna",
        ),
        # Who holds two offices is "the minister" by the second.
        (
            [("Jan Kos", "Prime Minister"), ("Ana Lim", "Deputy Prime Minister and Minister of Trade")],
            "Kos met them. Lim came. The minister was brief. “We sail,” the minister said.",
            "Ana Lim",
        ),
        # An office without an article is that of the outlet's own leader, who is named first; with one it is the last.
        (
            [("Jan Kos", "Prime Minister"), ("Ana Lim", "Prime Minister"), ("Olav Ness", "envoy")],
            "Kos held talks with Lim. Ness came. Speaking to students, Prime Minister said, “We sail.”",
            "Jan Kos",
        ),
        (
            [("Jan Kos", "Prime Minister"), ("Ana Lim", "Prime Minister"), ("Olav Ness", "envoy")],
            "Kos held talks with Lim. Lim came. Speaking to students, the Prime Minister said, “We sail.”",
            "Ana Lim",
        ),
        # "She" is the woman named before, not the one whose name tells nothing; where nobody is one, it is the latter.
        (
            [("Elena Kos", "minister"), ("Jok Wid", "President")],
            "Kos came. President Jok Wid received the guests.\n\n“We sail,” she said.",
            "Elena Kos",
        ),
        (
            [("Adam Kos", "minister"), ("Jok Wid", "President")],
            "Kos came. President Jok Wid received the guests.\n\n“We sail,” she said.",
            "Jok Wid",
        ),
        # Whom the headline quotes before anybody is named is the one who is named first.
        (
            [("Elena Kos", "minister"), ("Jok Wid", "minister")],
            "“We sail,” the minister said\n\nElena Kos met Jok Wid.",
            "Elena Kos",
        ),
        # A vice-president is no head of state.
        (
            [("Jan Kos", "Tea Bank Vice-President")],
            "Kos came. Chad's head of state described it as “our only and preferred customer”.",
            "Chad's head of state",
        ),
        # Who has just spoken goes on as "she".
        (
            [("Elena Kos", "minister"), ("Jok Wid", "President")],
            "Kos came. It rained, Jok Wid said.\n\n“We sail,” she told them.",
            "Jok Wid",
        ),
        # Of two surnames the first is used alone.
        (
            [("Rosa Kos Lim", "President"), ("Andrés Pérez Soto", "minister")],
            "Pérez came. Kos recalled the pact, which she described as “the best of them all”.",
            "Rosa Kos Lim",
        ),
        # A preposition governs the nearest name.
        (
            [("Jan Kos", "premier"), ("Ana Lim", "minister")],
            "Kos thanked Lim and, in talks with Lim, said: “We sail.”",
            "Jan Kos",
        ),
    ],
)
def test_whom_names_epithets_and_pronouns_mean(people, text, speaker):
    result = quotes.find(article.from_text(text), tuple(Person(name=name, role=role) for name, role in people))
    assert result[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Behind an attributed quotation the speaker goes on, an institution's statement too.
        (
            "“We sail,” Delmo said in a note.\n\n“The ships are new.”",
            [("We sail,", "Delmo"), ("The ships are new.", "Delmo")],
        ),
        ("“We sail,” Sol said.\n\n“The ships are new.”", [("We sail,", SOL), ("The ships are new.", SOL)]),
        # Another sentence between the two says whose turn it is.
        (
            "“We sail,” Sol said.\n\nLund agreed. “The ships are new.”",
            [("We sail,", SOL), ("The ships are new.", LUND)],
        ),
        # The envoy's country does not hide who speaks.
        (
            "Asked by the press, Norwegian Ambassador to Kenya Erik Lund stated that all went well. “More will come.”",
            [("More will come.", LUND)],
        ),
        # The institution that closes the sentence before speaks on; a person whom it only names does not.
        ("Sol will meet Lund, the ministry said. “They will sail.”", [("They will sail.", "ministry")]),
        ("The ministry said Sol was glad to be in Oslo. “They will sail.”", [("They will sail.", SOL)]),
        # "It" is the institution that spoke last, not any document or owner that is named.
        (
            "The ministry said the visit honours the invitation of the Sultan.\n\n“Both will sail,” it said.",
            [("Both will sail,", "ministry")],
        ),
        # A title and an honour stand before one name; whoever an article is by speaks, not whom it tells of.
        (
            "Senator the Hon. Ingrid Dahl, explained that it is “our pact of all the seas”.",
            [("our pact of all the seas", DAHL)],
        ),
        (
            "The fair, according to its website, will greet leaders who “sail far and wide”.",
            [("sail far and wide", "website")],
        ),
        # The paragraph before ends with who speaks; a name that nobody has been given is no other's.
        ("Sol met Lund. Minister Ingrid Dahl told them,\n\n“We sail today.”", [("We sail today.", DAHL)]),
        (
            "Sol met Lund. “We sail today,” said Nkoan-Moe, who came when Minister Ingrid Dahl was there.",
            [("We sail today,", "Nkoan-Moe")],
        ),
        # A statement printed in paragraphs has one mark before it and one behind.
        (
            "Minister Ingrid Dahl said,\n\n“We sail.\n\nThe ships are new.\n\nThe sea is wide.”\n\nThey left.",
            [("We sail. The ships are new. The sea is wide.", DAHL)],
        ),
        (
            "Minister Ingrid Dahl said: “We sail.\n\nThey left.\n\nSol said it was late, “as always”, and left.",
            [("We sail.", DAHL)],
        ),
        # Somebody without a name goes on as "the official", until a name speaks.
        (
            "A Chilean official said so. Sol met Lund.\n\n“They will sail,” the official told them.",
            [("They will sail,", "official")],
        ),
        (
            "One of the Chilean officials said so. Sol met Lund.\n\n“They will sail,” the official told them.",
            [("They will sail,", "official")],
        ),
        # Two who speak as one, and two of whom one is only met.
        ("“We sail,” Presidents Sol and Lund said in Oslo.", [("We sail,", f"{SOL} and {LUND}")]),
        ("“We sail,” Minister Ingrid Dahl and her guest Timur Bekov said.", [("We sail,", f"{DAHL} and {BEKOV}")]),
        ("President Sol met Lund and Bekov said: “We sail.”", [("We sail.", BEKOV)]),
        # A single mark closes what a double one opened.
        ("“We sail far,’ Lund said.\nThey left.\n“We stay,” he said.", [("We sail far,’", LUND), ("We stay,", LUND)]),
        # A name behind a dash signs the words, with a full stop inside the marks too.
        ("Sol met Lund.\n\n“We do our part.” - Minister Ingrid Dahl", [("We do our part.", DAHL)]),
        (
            "Sol said ships will come, “where we build to sail and stay.” — Timur Bekov",
            [("where we build to sail and stay.", SOL)],
        ),
        # "Official" is an adjective there.
        ("Sol met Lund. “We sail”, stated the official information.", [("We sail", "official information")]),
        # A theme behind a colon is nobody's speech, a speech behind one is.
        ("According to Sol, Lund will open the forum with the theme: “Growth through Trade and Skill”.", []),
        ("Sol opened the forum: “We grow through trade and skill.”", [("We grow through trade and skill.", SOL)]),
    ],
)
def test_who_goes_on_and_what_is_a_theme(text, expected):
    delmo = text.find("Delmo")
    bodies = (Organisation(name="Delmo", spans=(Span(delmo, delmo + 5),)),) if delmo >= 0 else ()
    assert [(words, speaker) for words, speaker, _ in found(text, organisations=bodies)] == expected


def test_a_quote_says_how_it_was_found():
    (quote,) = quotes.find(article.from_text("“We sail,” Sol noted."), PEOPLE)
    assert (quote.cue, quote.rule, quote.pieces) == ("noted", "verb after", (Span(1, 9),))


def test_an_organisation_speaks_by_its_full_name():
    text = "“We sail,” the Harbour Board of Oslo said."
    board = Organisation(name="Harbour Board of Oslo", spans=(Span(15, 36),))
    assert found(text, organisations=(board,)) == [("We sail,", "Harbour Board of Oslo", "full")]


PIECES = st.sampled_from(
    [
        *"\"'“”„‘’«».,:;!?\n ()-–s0",
        "\n\n",
        "Sol ",
        "said ",
        "the president ",
        "he ",
        "“We sail,” ",
        "according to ",
        "Erik Lund",
        "in his words ",
        "quoted her as saying ",
        "The statement ",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_gives_quotes_inside_it(text):
    place = 0
    for quote in quotes.find(article.from_text(text), PEOPLE):
        for start, end in quote.pieces:
            assert place <= start < end <= len(text)
            place = end
        assert quote.text == " ".join(" ".join(text[start:end].split()) for start, end in quote.pieces)
        assert quote.speaker is None or quote.speaker.strip()
