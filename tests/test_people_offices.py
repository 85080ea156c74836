"""Persons by offices that are written in the ways of one country or another: courtesies, relatives, seats, ranks."""

import pytest

from communique import article
from communique.extract import people


def named(text):
    return [(person.name, person.role) for person in people.find(article.from_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # forms of address of several words between an office and a name
        ("The Prime Minister, the Most Hon. Eva Ros, said so.", [("Eva Ros", "Prime Minister")]),
        ("Its Chief Executive Officer, Dr. the Hon. Eva Ros, left.", [("Eva Ros", "Chief Executive Officer")]),
        (
            "The Minister of Agriculture and Coastal Affairs, Senator the Hon. Eva Ros, left.",
            [("Eva Ros", "Minister of Agriculture and Coastal Affairs")],
        ),
        ("Ana Gil, Secretary for Trade and Senator, left.", [("Ana Gil", "Secretary for Trade and Senator")]),
        ("Its Minister for Fisheries, Lord Tulau, left.", [("Tulau", "Minister for Fisheries")]),
        ("The Minister of Finance, Tuesday, spoke.", []),
        ("The Minister of Trade, Chad, was not there.", []),
        ("It was HE Governor of Chad Bank Sheikh Omar bin Ali who left.", [("Omar bin Ali", "Governor of Chad Bank")]),
        # Indian lists
        (
            "The side included Smt. Eva Ros, Additional Secretary; Lt. Gen. (Retd.) P. S. Gill, Chairman; and Shri"
            " Anand, Deputy Governor.",
            [("Eva Ros", "Additional Secretary"), ("P. S. Gill", "Chairman"), ("Anand", "Deputy Governor")],
        ),
        # relatives and peers
        ("Its chairman Jon Moe and his wife, Eva Ros, came.", [("Jon Moe", "chairman"), ("Eva Ros", "wife")]),
        ("She and her husband, the pianist Jon Moe, came.", [("Jon Moe", "pianist")]),
        ("He met his Peruvian peer Eva Ros in Lima.", [("Eva Ros", "Peruvian peer")]),
        ("He met his Ivorian colleague, Mme Eva Ros, in Lima.", [("Eva Ros", "Ivorian colleague")]),
        ("He met his counterpart from Skopje, Eva Ros, there.", [("Eva Ros", "counterpart from Skopje")]),
        ("It overtook its Indian peer Ropa Tala last year.", []),
        ("He came with his wife and Foreign Minister Eva Ros.", [("Eva Ros", "Foreign Minister")]),
        # an office between the name before and the name behind
        (
            "It was attended by Eva Ros, director of the agency Invest Tala, ex-minister Jon Moe, and Ana Gil.",
            [("Eva Ros", "director of the agency Invest Tala"), ("Jon Moe", "ex-minister")],
        ),
        (
            "Eva Ros, Chief of the Textile Institute, and Commander Jon Moe attended.",
            [("Eva Ros", "Chief of the Textile Institute"), ("Jon Moe", "Commander")],
        ),
        # what an office is of
        ("He met Eva Ros, head of Chad's Central Bank, there.", [("Eva Ros", "head of Chad's Central Bank")]),
        (
            "He met Chief Representative of the Sahel Aid Agency (SAA) in Dakar Eva Ros.",
            [("Eva Ros", "Chief Representative of the Sahel Aid Agency (SAA) in Dakar")],
        ),
        ("He met the Chief of Army Staff (COAS) General Jon Moe.", [("Jon Moe", "Chief of Army Staff")]),
        ("He met Gen. Eva Ros, deputy chief of the General Staff.", [("Eva Ros", "deputy chief of the General Staff")]),
        (
            "He met Chairman of the Cabinet of Ministers Omur Ros uulu, and left.",
            [("Omur Ros uulu", "Chairman of the Cabinet of Ministers")],
        ),
        (
            "He met the Ambassador Extraordinary and Plenipotentiary of Mongolia Dorj Ganbold.",
            [("Dorj Ganbold", "Ambassador Extraordinary and Plenipotentiary of Mongolia")],
        ),
        # short offices and ranks
        (
            "He met the PS for Trade, Eva Ros, and Energy CS Jon Moe.",
            [("Eva Ros", "PS for Trade"), ("Jon Moe", "Energy CS")],
        ),
        ("Rear Admiral Jon Moe left.", [("Jon Moe", "Rear Admiral")]),
        ("MP Ramil bey Ros spoke.", [("Ramil bey Ros", "MP")]),
        ("Malayan Coach Berhad signed it.", []),
        ("The flagbearer-designate, Dr Eva Ros, left.", [("Eva Ros", "flagbearer-designate")]),
        ("Its Spokesperson on Agriculture, Eva Ros, left.", [("Eva Ros", "Spokesperson on Agriculture")]),
    ],
)
def test_offices_in_the_ways_of_a_country(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Malaysian Rubber Authority chairman Eva Ros.", "Malaysian Rubber Authority chairman"),
        ("He met Economic Relations Division (ERD) Secretary Eva Ros.", "Economic Relations Division (ERD) Secretary"),
        ("He met Tala Shakti Textiles chairman Eva Ros.", "Tala Shakti Textiles chairman"),
        ("Today Planning Commission member Eva Ros came.", "Planning Commission member"),
        ("He met the Sahel Bank's chairman Eva Ros.", "chairman"),
        ("He met Chadian President Eva Ros.", "Chadian President"),
        ("LANDS RENEW THEIR ALLIANCE Minister Eva Ros came.", "Minister"),
        ("It was Minister of Art of Chad Eva Ros the envoy met.", "Minister of Art of Chad"),
    ],
)
def test_institutions_before_offices(text, expected):
    assert [role for _, role in named(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Joint Secretary, Ministry of Steel, D V Singh, said so.",
            [("D V Singh", "Joint Secretary, Ministry of Steel")],
        ),
        (
            "They greeted Resident Representative, Caribbean Fund, Joaquín del Valle.",
            [("Joaquín del Valle", "Resident Representative, Caribbean Fund")],
        ),
        ("They met the Minister, the Ministry of Trade, Sahel Bank and others.", []),
        ("They met Gen.-Col. Victor Ros, Chief of Staff, there.", [("Victor Ros", "Chief of Staff")]),
        ("Binali Ros was welcomed in the palace.", [("Binali Ros", None)]),
        ("Green Deal was received well.", []),
        ("“We met with [Chadian President] Jon Moe there,” he said.", [("Jon Moe", "Chadian President")]),
        (
            "He met the minister of foreign affairs and European integration Eva Ros.",
            [("Eva Ros", "minister of foreign affairs and European integration")],
        ),
        ("He met the World Bank Group President Eva Ros.", [("Eva Ros", "World Bank Group President")]),
        ("He met the Senate President Eva Ros.", [("Eva Ros", "Senate President")]),
        (
            "The president of Acme – Eva Ros, the president of Chad – Mr. Jon Moe, and Ana Gil – head of Barlo.",
            [("Eva Ros", "president of Acme"), ("Jon Moe", "president of Chad"), ("Ana Gil", "head of Barlo")],
        ),
        ("They spoke of the minister – Trade Policy came up – and left.", []),
        ("The Minister of Trade & Industry, Shri Jon Moe, left.", [("Jon Moe", "Minister of Trade & Industry")]),
        ("He met Energy, Trade & Industry Minister Jon Moe.", [("Jon Moe", "Energy, Trade & Industry Minister")]),
        ("He met Tala & Ropa chairman Jon Moe.", [("Jon Moe", "chairman")]),
        (
            "It had Eva Ros, Chairman, Border Council; and Ana Gil, Dean, Tala Institute; and Jon Moe, envoy.",
            [("Eva Ros", "Chairman, Border Council"), ("Ana Gil", "Dean, Tala Institute"), ("Jon Moe", "envoy")],
        ),
        ("Representatives of Acme International, Barlo Bank, Cenko and John Brown came.", []),
        (
            "The vice premiers of both countries, Eva Ros and Jon Moe, came.",
            [("Eva Ros", "vice premier"), ("Jon Moe", "vice premier")],
        ),
        ("The presidents of both countries, Chad and Fiji, came.", []),
        (
            "The National Chairman of the ruling National Party (NP), Hon. Eva Ros, came.",
            [("Eva Ros", "National Chairman of the ruling National Party")],
        ),
        (
            "The presidents of Fiji and Tonga, Eva Ros and Jon Moe, came.",
            [("Eva Ros", "president of Fiji"), ("Jon Moe", "president of Tonga")],
        ),
    ],
)
def test_lists_and_what_stands_between_an_office_and_a_name(text, expected):
    assert named(text) == expected
