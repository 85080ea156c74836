import pytest
from hypothesis import given, settings, strategies as st

from communique.grammar import marks, text as grammar

MARKS = "\"'“”„‘’‚«»`´\n .,:!?sab0—("


def found(text):
    """The quoted words, pieces parted by a bar; a lost mark shown by three dots on its side."""
    quotations = marks.quotations(text, grammar.paragraphs(text))
    shown = []
    for quotation in quotations:
        words = " | ".join(" ".join(text[start:end].split()) for start, end in quotation.pieces)
        shown.append(("" if quotation.opened else "...") + words + ("" if quotation.closed else "..."))
    return shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Rivers join us,” she said. “Bridges too.”", ["Rivers join us,", "Bridges too."]),
        ('"Rivers join us," she said. "Bridges too."', ["Rivers join us,", "Bridges too."]),
        ("'Rivers join us,' she said.", ["Rivers join us,"]),
        ("‘Rivers join us,’ she said.", ["Rivers join us,"]),
        ("«Rivers join us», she said.", ["Rivers join us"]),
        ("»Rivers join us«, she said.", ["Rivers join us"]),
        ("„Rivers join us“, she said.", ["Rivers join us"]),
        ("„Rivers join us”, she said.", ["Rivers join us"]),
        ("''Rivers join us,'' she said.", ["Rivers join us,"]),
        ("``Rivers join us,'' she said.", ["Rivers join us,"]),
        ("`Rivers join us,' she said.", ["Rivers join us,"]),
        ("’’Rivers join us,’’ she said.", ["Rivers join us,"]),
        ("“ Rivers join us ”, she said.", ["Rivers join us"]),
        ("« Rivers join us », she said.", ["Rivers join us"]),
        ("“Rivers“, she said, ”join us”.", ["Rivers", "join us"]),
        ('He said:"Rivers join us."Then he left.', ["Rivers join us."]),
        ('She said, "Rivers join us".', ["Rivers join us"]),
        ("It (“the river”) is wide.", ["the river"]),
        ("The plan—“a river of ideas”—is old.", ["a river of ideas"]),
        # Apostrophes, possessives, elisions.
        ("The partners' rivers and the cities’ bridges aren't one.", []),
        ("He praised 'every river' and the boats' crews.", ["every river"]),
        ("'The boats' crews came home,' she said.", ["The boats' crews came home,"]),
        ("‘It’s the crews’ day,’ she said.", ["It’s the crews’ day,"]),
        ("In the ’90s and the '80s they sailed rock 'n' roll boats.", []),
        ("N'Djamena, Sana'a, Cote d'Ivoire and O'Brien's boat.", []),
        # Inches and feet.
        ('A 55" screen and a 6\'2" sailor.', []),
        ('"A 55" screen is wide," he said.', ['A 55" screen is wide,']),
        ('"We will be there by 2030" and "not later", he said.', ["We will be there by 2030", "not later"]),
        # Nested quotations stay inside.
        ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
        ("'He told me \"no\" twice,' she said.", ["'He told me \"no\" twice,'"[1:-1]]),
        ("“We call it «our river»,” she said.", ["We call it «our river»,"]),
        ('"We read "Rivers of Ink" twice," she said.', ['We read "Rivers of Ink" twice,']),
        ("“She ended with ‘no.’”", ["She ended with ‘no.’"]),
        # A speech over several paragraphs.
        ("“Rivers join us.\n\n“Bridges too,” she said.", ["Rivers join us. | Bridges too,"]),
        ('"Rivers join us.\n\n"Bridges too.\n\n"And boats," he said.', ["Rivers join us. | Bridges too. | And boats,"]),
        ("«Rivers join us.\n\n«Bridges too», she said.", ["Rivers join us. | Bridges too"]),
        ("“Rivers join us.\n\nBridges too,” she said.", ["Rivers join us. | Bridges too,"]),
        ("“Rivers join us.\n\n‘Bridges’ are old.", ["Rivers join us....", "Bridges"]),
        ("“Rivers join us.\n\nIt is so.\n\nBridges too,” she said.", ["Rivers join us. | It is so. | Bridges too,"]),
        ("“Rivers join us.\n\nIt is so.\n\nBridges too” she said.", ["Rivers join us....", "...Bridges too"]),
        # Nested ones of a paragraph that closes nothing.
        ("“Rivers are ‘endless’ here.\n\n“Bridges too,” she said.", ["Rivers are ‘endless’ here. | Bridges too,"]),
        ("“Rivers.” They are ‘endless’ here.\n\n“Bridges too.”", ["Rivers.", "endless", "Bridges too."]),
        # A lost mark reaches no further than its paragraph.
        (
            "“Rivers join us, she said.\n\nIt rained.\n\n“Bridges too,” he said.",
            ["Rivers join us, she said....", "Bridges too,"],
        ),
        ("Rivers join us,” she said.\n\nIt rained.\n\n“Bridges too,” he said.", ["...Rivers join us,", "Bridges too,"]),
        ("“Rivers join us, she said. “Bridges too.”", ["Rivers join us, she said....", "Bridges too."]),
        ("‘Rivers join us, she said.\n\nIt rained.", ["Rivers join us, she said...."]),
        ("It is a 'lost apostrophe and no more.", []),
        # Hard-wrapped lines.
        (
            "“Rivers join us and the\nbridges join\nour cities,” she\nsaid.",
            ["Rivers join us and the | bridges join | our cities,"],
        ),
        (
            "“Rivers join us and the long bridges of the north\njoin our cities and harbours,” she said later.",
            ["Rivers join us and the long bridges of the north join our cities and harbours,"],
        ),
        ("No marks at all.", []),
        ("““””", []),
        ("““Rivers join us,”” she said.", ["Rivers join us,"]),
        ("", []),
    ],
)
def test_quotations(text, expected):
    assert found(text) == expected


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=MARKS, max_size=80))
def test_quotations_lie_in_order_inside_the_text(text):
    place = 0
    for quotation in marks.quotations(text, grammar.paragraphs(text)):
        assert place <= quotation.start < quotation.end <= len(text)
        for start, end in quotation.pieces:
            assert place <= start < end <= quotation.end
            assert not text[start].isspace()
            assert not text[end - 1].isspace()
            place = end
        place = quotation.end
