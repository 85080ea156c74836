"""Files of all kinds -> articles, or one line that says what to do."""

import pytest

from communique import article
from communique.errors import CommuniqueError

TEXT = "ASTANA, 30 May 2025 – The leaders met.\n\nThey said “yes”."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (TEXT.replace("\n", "\r\n").encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf_16"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_encodings_give_the_same_text(tmp_path, data, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    read = article.read(path)
    assert read.text == TEXT
    assert (read.date, read.dateline) == ("2025-05-30", "ASTANA")
    assert read.encoding == encoding


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"", "is empty"), (b" \n ", "is empty"), (b"ab\x00cd" * 10, "NUL bytes"), (None, "no such file")],
)
def test_bad_files_are_named_with_a_remedy(tmp_path, data, what):
    path = tmp_path / "a.txt"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(CommuniqueError) as error:
        article.read(path)
    assert str(path) in str(error.value)
    assert what in str(error.value)
    assert "\n" not in str(error.value)
    assert "; " in str(error.value)


def test_front_matter_is_read_and_is_no_paragraph():
    text = "url: https://example.org/a\ndate: 2024-03-01\ntitle: The visit\noutlet: The Gazette\n\nROME – They met."
    read = article.from_text(text)
    assert (read.date, read.title, read.outlet, read.dateline) == ("2024-03-01", "The visit", "The Gazette", "ROME")
    assert text[slice(*read.paragraphs[0])] == "ROME – They met."


def test_an_article_without_a_date_has_none():
    assert article.from_text("The two met on Monday.").date is None


PAGE = """<!doctype html><html><head><title>Leaders meet | The Gazette</title>
<meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2024-03-01T10:00:00Z">
</head><body><nav>Home <a href="/x">Sport</a></nav><article><h1>Leaders meet in Rome</h1>
<p>ROME – The two leaders met on Friday and signed a memorandum of understanding on trade, the press office said.</p>
<p>“We are friends,” the Prime Minister said &amp; smiled. “That will not change,” she added, and pointed to it.</p>
<p>Later they visited a museum that holds the largest collection of coins, and then they left for the airport.</p>
</article><footer>Copyright 2024. All rights reserved.</footer></body></html>"""


def test_a_page_gives_its_main_text_and_what_it_says_of_itself(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    read = article.read(path)
    assert (read.date, read.outlet, read.dateline) == ("2024-03-01", "The Gazette", "ROME")
    assert "“We are friends,” the Prime Minister said & smiled." in read.text
    assert "Copyright" not in read.text
    assert "Sport" not in read.text


def test_a_page_without_an_article_is_named(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<html><body></body></html>", encoding="utf-8")
    with pytest.raises(CommuniqueError, match="holds no article"):
        article.read(path)
