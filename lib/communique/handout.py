"""The briefing as one page to print and hand on: a page that needs nothing but itself."""

import base64
from collections.abc import Iterable
from functools import cache

import jinja2

from communique import briefing, charts, corrections, paths, phrases
from communique.charts import Picture
from communique.record import UNCLASSIFIED, Article, Document, Record


def page(
    article: Article, record: Record, sources: Iterable[str], *, spoken: Picture, checked: Picture, topics: Picture
) -> str:
    """The page as HTML: what happened, who, the figures with their verdicts, the documents, pictures, sources.

    All that comes from the article is escaped; a picture with nothing to draw is left out.
    """
    return _template().render(
        title=title(record),
        opening=briefing.opening(article),
        happened=" ".join((briefing.happened(record), *briefing.by_hand(record))),
        named=briefing.named(record),
        said=briefing.said(record),
        quoted=briefing.quoted(record),
        counted=briefing.counted(record),
        stated=briefing.stated(record),
        signed=briefing.signed(record),
        documents=[_coded(document) for document in record.documents],
        spoken=_shown(spoken),
        checked=_shown(checked),
        topics=_shown(topics),
        sources=phrases.sentence("; ".join(dict.fromkeys((briefing.source(article), *sources)))),
    )


def title(record: Record) -> str:
    """The heading: the sides and the date, or the article's id where neither is known.

    >>> title(Record(id="a", countries=("FJI", "TON"), date="2031-01-05"))
    'Fiji and Tonga, 5 January 2031'
    """
    names = phrases.listed([phrases.country_name(code) for code in record.countries])
    parts = [names, phrases.day(record.date) if record.date else ""]
    return ", ".join(part for part in parts if part) or record.id


def environment() -> jinja2.Environment:
    """A new environment for the package's templates: what is put into them is escaped, what they lack is an error."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(paths.TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _coded(document: Document) -> dict[str, str]:
    status = "" if document.status == "signed" else document.status
    codes = [status, document.cap_topic or "no topic", document.legal_character or UNCLASSIFIED]
    codes += ["corrected by hand"] * corrections.is_corrected(document)
    return {"text": document.text, "codes": ", ".join(code for code in codes if code)}


def _shown(picture: Picture) -> dict[str, str]:
    data = base64.b64encode(charts.png(picture.figure)).decode() if picture.figure else ""
    return {"data": data, "alt": picture.alt}


@cache
def _template() -> jinja2.Template:
    return environment().get_template("handout.html.j2")
