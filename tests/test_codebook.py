from communique import codebook


def test_the_package_books_load():
    books = codebook.load()
    assert [len(books.topics.codes), len(books.digest)] == [21, 12]
