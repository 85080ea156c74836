"""What pages of newspapers say of organisations: small letters, halves of names, matters that end like a body."""

import pytest

from communique import pipeline
from communique.article import from_text
from communique.extract.organisations import find
from communique.extract.people import find as persons


def found(text):
    article = from_text(text)
    return [organisation.name for organisation in find(article, persons(article))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Fijian defence department said so.", ["Fijian defence department"]),
        ("The defence department of a firm said so.", []),
        ("It was bought by the Chadian ministry of trade and industry.", ["Chadian ministry of trade and industry"]),
        ("The Chadian ministry agreed.", []),
        ("The Lao embassy in Oslo opened, the Lao embassy in Norway said.", ["Lao embassy in Norway"]),
        ("He entered the embassy in Norway.", []),
        ("It was approved by Chad's parliament.", ["Chad's parliament"]),
        ("It was approved by parliament.", []),
        ("Aid will rise, the Chadian vice president's office said.", ["vice president's office"]),
        ("The prime minister's office said so.", []),
        ("A Chadian office said so.", []),
        ("The government trade agency said so.", []),
        ("The foreign ministry said so.", ["foreign ministry"]),
    ],
)
def test_institutions_in_small_letters(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Institute of Political and Electoral Reforms met.", ["Institute of Political and Electoral Reforms"]),
        ("The Agency for Science and Road Building (ASRB) met.", ["Agency for Science and Road Building (ASRB)"]),
        ("The Agency for Science and Ros Builders met.", ["Agency for Science", "Ros Builders"]),
        (
            "The Chad-Sri Lanka Joint Trade and Economic Commission met.",
            ["Chad-Sri Lanka Joint Trade and Economic Commission"],
        ),
        (
            "The National Risk Reduction and Control Council (NRRCC) met.",
            ["National Risk Reduction and Control Council (NRRCC)"],
        ),
        ("The Lao Radio and Television Corporation met.", ["Lao Radio and Television Corporation"]),
        ("The Chad-Fiji Business Council met. The Business Council agreed.", ["Chad-Fiji Business Council"]),
        (
            "The Chad-Fiji Joint Intergovernmental Commission on Tea met. The Joint Intergovernmental Commission left.",
            ["Chad-Fiji Joint Intergovernmental Commission on Tea"],
        ),
        (
            "The Chad-South Africa Bi-National Commission met. The Bi-National Commission agreed.",
            ["Chad-South Africa Bi-National Commission"],
        ),
        ("The Chadian Trade Ministry met. The Trade Ministry agreed.", ["Chadian Trade Ministry"]),
        (
            "The Chadian Trade Ministry and the Fijian Trade Ministry met. The Trade Ministry agreed.",
            ["Chadian Trade Ministry", "Fijian Trade Ministry", "Trade Ministry"],
        ),
    ],
)
def test_halves_and_shorter_names(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It drew Foreign Direct Investment of $2bn.", []),
        ("They spoke of Information and Communication Technology (ICT).", []),
        ("The Ministry of Information Technology agreed.", ["Ministry of Information Technology"]),
        ("The Department of Foreign Direct Investment agreed.", ["Department of Foreign Direct Investment"]),
        ("Non Governmental Organizations agreed.", []),
        ("They went to the occupied West Bank.", []),
        ("Ships left the Lome Free Trade Port.", []),
        ("They met at Oslo's World Trade Center and the Oslo Convention Center (OCC).", []),
        (
            "The State Committee on Trade and State-owned Property met.",
            ["State Committee on Trade and State-owned Property"],
        ),
        ("They read the Committee Report and Senate Resolution No. 5.", []),
        ("They landed at the Lome International Airport Terminal 2.", []),
        ("NEWSPAPER SECTION: News\n\nAnd PPP reports on it came, a Consulting Fellow said.", []),
        ("Firms grow in the MENA (Middle East and North Africa) region.", []),
        (
            "He met Jon Moe, Vice Minister of General Administration of Fijian Customs (GAFC).",
            ["General Administration of Fijian Customs (GAFC)"],
        ),
        ("Firms such as Sonel and Limited agreed.", ["Sonel"]),
        ("They spoke of the Creative Industries.", []),
        ("It was built, according to JCPOA rules.", []),
        ("The Lome Port Authority agreed.", ["Lome Port Authority"]),
        ("They will build a State of the Art Oil Refinery.", []),
        ("The Ministry of State and the Art Council agreed.", ["Ministry of State", "Art Council"]),
        ("Chadian Chambers agreed.", []),
        ("Firms such as Sonel and Europeans agreed.", ["Sonel"]),
    ],
)
def test_matters_and_places_that_end_like_a_body(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Indian Navy and the Saudi Exchange came.", ["Indian Navy", "Saudi Exchange"]),
        ("A Cultural Exchange was held.", []),
        (
            "The leftist Abo Dabo Kedo (ADK) and the Frontier Guard Corps came.",
            ["Abo Dabo Kedo (ADK)", "Frontier Guard Corps"],
        ),
        ("The Treasury Department and the Fijian Congress agreed.", ["Treasury Department", "Fijian Congress"]),
        ("The Congress and the Department agreed.", []),
        ("He met TUC President Ms Eva Ros.", ["TUC"]),
        ("He met UAE President Jon Moe.", []),
        ("It was Member of Parliament Eva Ros, of the New Dawn Kazhagam, who left.", ["New Dawn Kazhagam"]),
        ("It was said by Eva Ros, of the South.", []),
        ("The local publication Nextpage said so.", ["Nextpage"]),
        ("A report from Oslo International Media Center (OIMC) said so.", ["Oslo International Media Center (OIMC)"]),
        ("They met in the Oslo Media Center.", []),
    ],
)
def test_every_countrys_and_those_told_by_a_holder(text, expected):
    assert found(text) == expected


def test_a_surname_is_no_company_where_a_fuller_name_has_a_suffix():
    text = "Secretary of Defence Jon B. Moe III spoke. Defence Secretary Jon Moe signed the deal with Fiji."
    assert found(text) == []


def test_nouns_in_the_plural_that_sign_are_no_names():
    text = "They signed a memorandum of understanding between the Academies of Chad and of Fiji on Friday."
    assert organised(text) == []
    assert organised("Sonel City signed a memorandum of understanding with Delmo City on Friday.") == []
    assert organised("They signed a cooperation plan between the two ministries on Friday.") == []


def organised(text):
    return [found.name for found in pipeline.extract(from_text(text)).organisations]
