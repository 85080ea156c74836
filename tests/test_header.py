"""Datelines and dates of articles."""

import pytest
from hypothesis import given, strategies as st

from communique import article
from communique.grammar import furniture, header

LONG = " The two sides met there to talk about trade, visas and the bridge, and agreed to meet again in spring."


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("ASTANA – The leaders met.", "ASTANA", None),
        ("MOSCOW—Nine deals were signed.", "MOSCOW", None),
        ("DOHA // The two sides met.", "DOHA", None),
        ("Abu Dhabi [UAE], September 6, 2023 (MNA/LSN): The two sides met.", "Abu Dhabi", "2023-09-06"),
        ("Talks [sic] in Oslo: the two sides met.", None, None),
        ("Baku/29.09.22/Caspian News: The talks began.", "Baku", "2022-09-29"),
        ("ASTANA. STEPNEWS – The head spoke.", "ASTANA", None),
        ("NAIROBI- Aiming at more trade, the two signed.", "NAIROBI", None),
        ("COVID- 19 measures were on the agenda.", None, None),
        ("Accra, February 6/2020 (GNA)The minister spoke.", "Accra", "2020-02-06"),
        ("DUSHANBE, 10.03.2018. /LIAT “Khor”/. As told before, the two met.", "DUSHANBE", "2018-03-10"),
        ("Lakes-Press – Botswana. The official talks in Kasane went on for two days and then ended well.", None, None),
        ("    TEHRAN, Dec. 15 (LSNA)-Foreign Minister Ros spoke.", "TEHRAN", None),
        ("The Accra (ACC) airport opened.", None, None),
        (" date 2023-05 LISBON, PORTUGAL - APRIL 22: The two met on April 22, 2023.", "LISBON, PORTUGAL", "2023-04-22"),
        ("MOSCOW, May 30. /ANA/. The talks began.", "MOSCOW", None),
        ("Hanoi (MNA) – The guest left.", "Hanoi", None),
        ("Ankara, Dec. 1, 2021 (MNA) The guest left.", "Ankara", "2021-12-01"),
        ('Ankara, Sept. 3 (Morning News) "We came," she said.', "Ankara", None),
        ("Hanoi, Feb. 3, 2024. The guest left.", "Hanoi", "2024-02-03"),
        ("MOSCOW, Aug. 30. /ANA/. The talks began.", "MOSCOW", None),
        ("Baku, Azerbaijan, Aug. 17\n\nMorning News:\n\nThe two met.", "Baku, Azerbaijan", None),
        ("Rome, Oct. 5\n\nThe two met.", "Rome", None),
        ("Hanoi, August 17 /MNA/. The two met.", "Hanoi", None),
        ("Minsk, 21 October (BelNews). The two met.", "Minsk", None),
        ("Madrid, Oct 3 (MNA).- The two met.", "Madrid", None),
        ("YEREVAN, OCTOBER 3, ARMNEWS. The two met.", "YEREVAN", None),
        ("21 October 2023, Dushanbe – The two met.", "Dushanbe", "2023-10-21"),
        ("Lagos, Nigeria, Oct. 3, 2023 – The two met.", "Lagos, Nigeria", "2023-10-03"),
        ("Lagos, Oct. 3 (MNA) – The two met.", "Lagos", None),
        ("Moscow, The Kremlin, 5 November 2021, 14:20\n\nThe two met.", "Moscow", "2021-11-05"),
        ("ATHENS, 23/03 (MorningNews) The two met.", "ATHENS", None),
        ("UNION/BUSINESS - Two sign pacts\n\nROME, Aug 2, MNA – The two met.", "ROME", None),
        ("In Rome, Italy – where they met – it rained.", None, None),
        ("President Moe, Italy (on the left) – in Rome.", None, None),
        ("Exports, March 2024 (in USD) – a table", None, None),
        ("Uganda, Kenya – a border opens.", None, None),
        ("Rome (population large) The city grew.", None, None),
        ("Rome, no. 5 of the list. The city grew.", None, None),
        ("Beijing, NMN – The two met.", "Beijing", None),
        ("ISLAMABAD: The premier spoke.", "ISLAMABAD", None),
        ("BAKU, 2 June. The two met.", "BAKU", None),
        ("Tunis, (Morning) The two met.", "Tunis", None),
        ("Rome, (on the left) the two met.", None, None),
        ("Two meet\n\n11:05 | Asuncion, Nov. 15.\n\nThe two met.", "Asuncion", None),
        ("Baku, in June. The two met.", None, None),
        ("Baku, 2 June it rained in all of the town. The two met.", None, None),
        ("Minsk, 24 January /BelNews/. The two met.", "Minsk", None),
        ("(Bern, 3 February 2021) The two met.", "Bern", "2021-02-03"),
        ("(Bern, the capital) The two met.", None, None),
        ("Two meet\n\nThe two met there." + LONG + "\n\nMorning News, Oslo, 5 August 2024", "Oslo", "2024-08-05"),
        ("Two meet\n\nThe two met there." + LONG + "\n\nMorning News, Fishing, 5 August 2024", None, "2024-08-05"),
        ("Two to deepen tiesOSLO, April 3, 2024 (MNA) - The two met.", "OSLO", "2024-04-03"),
        ("Two sign four dealsNairobi, Kenya — The two met.", "Nairobi, Kenya", None),
        ("The site YouTube – the biggest – opened an office.", None, None),
        ("KUALA LUMPUR, June 5 (ANA) -- The king spoke.", "KUALA LUMPUR", None),
        ("ABU DHABI, 12th March 2024 (ANA) -- The two met.", "ABU DHABI", "2024-03-12"),
        ("TASHKENT, Uzbekistan (ANA) — The two met.", "TASHKENT, Uzbekistan", None),
        ("Leaders meet\n\nANKARA\n\nThe two met.", "ANKARA", None),
        ("Vilnius, 21 November 2022. The commission met.", "Vilnius", "2022-11-21"),
        ("Baku, March 3, ANA\n\nThe leaders met.", "Baku", None),
        ("Leaders meet again in Rome ASTANA (ANA) – They said so.", "ASTANA", None),
        ("date 2025-03-11 ASTANA – The two met.", "ASTANA", "2025-03-11"),
        ("BAKU, Azerbaijan, May 20\n\nThe two met.", "BAKU, Azerbaijan", None),
        ("BEIJING, Nov 9 (ANA):The two met.", "BEIJING", None),
        ("The two met.\n\nThey will meet again.\n\nMadrid, 12 June 2024", "Madrid", "2024-06-12"),
        ("Kasane - Trade leans on copper." + LONG, "Kasane", None),
        ("Dar es Salaam. Trade leans on copper." + LONG, "Dar es Salaam", None),
        ("(ANA- Gulf News Agency (GNA)) KUWAIT, May 13 (GNA) -- The two met.", "KUWAIT", None),
        ("Daily, 14 Nov 2024 - 17:32, Tbilisi, Georgia\n\nThe two met.", "Tbilisi, Georgia", "2024-11-14"),
        ("Astana Herald, 30 May 2025\n\nThe two met.", None, "2025-05-30"),
        ("Always. The two met." + LONG, None, None),
        ("Amb. Ana Ruiz of Chad met them." + LONG, None, None),
        ("H.E. Ana Ruiz of Chad met them." + LONG, None, None),
        ("Addis Ababa (ANA) February 16/2023 The two met.", "Addis Ababa", "2023-02-16"),
        ("U.S. Trade Representative Jon Moe met them." + LONG, None, None),
        ("Italian - Kazakh trade grew." + LONG, None, None),
        ("Ana Ruiz. She met them." + LONG, None, None),
        ("President Omarov – who came late – spoke.", None, None),
        ("Turkmen – Mongolian papers signed.", None, None),
        ("NOTE: This is no place.", None, None),
        ("Signed: the pact.", None, None),
        ("EU – Kazakhstan relations grow.", None, None),
        ("UAE, Italy sign deal – report says.", None, None),
        ("The two met.\n\nThey parted.\n\nPublished in Morning Herald, October 4th, 2024", None, "2024-10-04"),
        ("The two met.\n\nCopyright (c) ANA, 2024-05-28 17:02", None, "2024-05-28"),
        ("Headline\n\n21 February 2022\n\nThe two met.", None, "2022-02-21"),
        ("The two met in the year of 2020.", None, None),
        # A line of the place and the agency; a place before an article; labels that are no places.
        ("Cairo - MENA\nThe two met.", "Cairo", None),
        ("Firms sign\n\nPress Trust of India  |  Shanghai\n\nThe two met.", "Shanghai", None),
        ("New York, The minister met him.", None, None),
        ("New York, The Minister met him.", "New York", None),
        ("However, The Minister met him.", None, None),
        ("NEW YORK: The premier spoke.", "NEW YORK", None),
        (
            "Ahead of St. Patrick’s Day the chambers of commerce all welcome the beginning of a series of missions.",
            None,
            None,
        ),
        ("Today: September 22, 2024\n\nJanuary 27, 2022\n\nThe two met.", None, "2022-01-27"),
        ("“It was signed in Rome on 26 August 1991,” he said.", None, None),
        ("“It was signed,” he said on 26 August 2021.", None, "2021-08-26"),
        ("IN TALKS: The premier spoke.", None, None),
        ("SOURCE: NEWS AGENCIES", None, None),
        ("KINGSTON, November 24:\n\nThe minister met him.", "KINGSTON", None),
    ],
)
def test_head(text, place, date):
    read = article.from_text(text)
    assert (read.dateline, read.date) == (place, date)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2388 views", True),
        ("view-icon 211", True),
        ("Share", True),
        ("Read also: Metro line reopens", True),
        ("Copyright © 2022 The Gazette. All rights reserved.", True),
        ("The two sides share 2,388 views on trade.", False),
        ("Sharing rivers was discussed.", False),
        ("Views were exchanged.", False),
    ],
)
def test_furniture(line, expected):
    assert furniture.is_furniture(line) is expected


PARTS = "Rome ROME St. Dar es de U.S. Jean-Luc d’Arcy May 5 2022 , . ( ) / – - -- : // (GNA) ITAR Italy The two"


@given(st.lists(st.tuples(st.sampled_from(PARTS.split()), st.sampled_from([" ", " ", "", "\n"])), max_size=8))
def test_no_dateline_is_led_by_what_is_not_looked_at(parts):
    text = "".join(map("".join, parts))
    if header._LED.match(text) is None:
        assert header._led(text, 0, len(text)) is None
