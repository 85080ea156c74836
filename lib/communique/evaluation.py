"""Records against gold: precision, recall and F1 an item kind, and the share of items whose attribute is right.

Definitions: items are paired one to one, the most alike first; texts are compared by their words, without case,
accents, punctuation and function words (Dice coefficient). Full quotes count; partial ones may be given or left out.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

Item = Any  # a gold item or a record's item: an object of the JSON contract, or a plain name
Likeness = Callable[[Item, Item], float]

_FUNCTION_WORDS = frozenset(("the", "a", "an", "of", "and", "on", "in", "for", "between", "to", "with"))
_ATTRIBUTES = ("unit", "measure", "period", "qualifier")


@dataclass
class Score:
    """Counts over articles: `items` kind -> [matched, gold, found], `attributes` name -> [right, asked]; the misses."""

    items: dict[str, list[int]] = field(default_factory=dict)
    attributes: dict[str, list[int]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def rows(self) -> dict[str, dict[str, float | int]]:
        """One row an item kind (precision, recall, f1, gold), one an attribute (accuracy, asked), to 3 places."""
        rows: dict[str, dict[str, float | int]] = {}
        for kind, (matched, gold, found) in self.items.items():
            precision, recall = matched / found if found else 0.0, matched / gold if gold else 0.0
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
            shares = {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}
            rows[kind] = {**shares, "gold": gold}
        for name, (right, asked) in self.attributes.items():
            rows[name] = {"accuracy": round(right / asked, 3), "asked": asked}
        return rows

    def count(self, kind: str, article: str, pairs: list[Any], missed: list[Item], spurious: list[Item]) -> None:
        """Adds one article's pairing of a kind."""
        counts = self.items.setdefault(kind, [0, 0, 0])
        counts[0] += len(pairs)
        counts[1] += len(pairs) + len(missed)
        counts[2] += len(pairs) + len(spurious)
        self.misses += [f"{article}: missed {kind}: {_shown(item)}" for item in missed]
        self.misses += [f"{article}: spurious {kind}: {_shown(item)}" for item in spurious]

    def judge(self, name: str, article: str, right: bool, wanted: Item, got: Item, about: str = "") -> None:
        """Adds one judgement of an attribute."""
        counts = self.attributes.setdefault(name, [0, 0])
        counts[0] += right
        counts[1] += 1
        if not right:
            self.misses.append(f"{article}: wrong {name}: wanted {wanted!r}, got {got!r} {about}".rstrip())


def evaluate(pairs: Iterable[tuple[dict[str, Any], dict[str, Any]]]) -> Score:
    """The score of (gold, record) pairs; both are objects of the JSON contract, a missing record is `{}`."""
    score = Score()
    for gold, record in pairs:
        _header(score, gold, record)
        _people(score, gold, record)
        _organisations(score, gold, record)
        _quotes(score, gold, record)
        _figures(score, gold, record)
        _documents(score, gold, record)
    return score


def fold(text: Any) -> str:
    """The text in lower-case ASCII words with single spaces; nothing for None."""
    plain = unicodedata.normalize("NFKD", str(text or "")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", " ", plain.lower()).strip()


def overlap(left: Any, right: Any) -> float:
    """The Dice coefficient of the two texts' words, 0 to 1, function words left out."""
    first, second = _bag(left), _bag(right)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def same_person(left: Any, right: Any) -> bool:
    """Whether one name's words are all among the other's: a surname and the full name are one person."""
    first, second = set(fold(left).split()), set(fold(right).split())
    return bool(first and second) and (first <= second or second <= first)


def match(
    gold: list[Item], found: list[Item], alike: Likeness, least: float
) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    """The pairs, the gold items missed and the items found in vain; the most alike are paired first."""
    ranked = sorted(((alike(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for likeness, i, j in ranked:
        if likeness >= least and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    missed = [item for i, item in enumerate(gold) if i not in used_gold]
    return pairs, missed, [item for j, item in enumerate(found) if j not in used_found]


def _header(score: Score, gold: dict[str, Any], record: dict[str, Any]) -> None:
    article = gold["id"]
    for name, same in (("date", str), ("dateline", fold), ("countries", _codes), ("visit_type", str)):
        score.judge(name, article, same(gold[name]) == same(record.get(name)), gold[name], record.get(name))


def _people(score: Score, gold: dict[str, Any], record: dict[str, Any]) -> None:
    def alike(wanted: Item, got: Item) -> float:
        return float(same_person(wanted["name"], got["name"]))

    result = match(gold["people"], record.get("people", []), alike, 1)
    score.count("people", gold["id"], *result)
    for wanted, got in result[0]:
        same = fold(wanted["name"]) == fold(got["name"])
        score.judge("person.name (full)", gold["id"], same, wanted["name"], got["name"])
        role, printed = wanted["role"], got.get("role")
        right = overlap(role, printed) >= 0.5 if _bag(role) else not _bag(printed)
        score.judge("person.role", gold["id"], right, role, printed, got["name"])


def _organisations(score: Score, gold: dict[str, Any], record: dict[str, Any]) -> None:
    found = record.get("organisations", [])
    result = match(gold["organisations"], found, lambda wanted, got: overlap(_name(wanted), _name(got)), 0.66)
    score.count("organisations", gold["id"], *result)


def _quotes(score: Score, gold: dict[str, Any], record: dict[str, Any]) -> None:
    def alike(wanted: Item, got: Item) -> float:
        return overlap(wanted["text"], got["text"])

    full = [quote for quote in gold["quotes"] if quote["kind"] == "full"]
    partial = [quote for quote in gold["quotes"] if quote["kind"] != "full"]
    pairs, missed, left = match(full, record.get("quotes", []), alike, 0.75)
    more, _, spurious = match(partial, left, alike, 0.6)
    score.count("quotes", gold["id"], pairs, missed, spurious)
    for wanted, got in pairs + more:
        accepted = [wanted["speaker"], *wanted.get("speaker_alt", [])]
        right = any(_same_speaker(speaker, got.get("speaker")) for speaker in accepted)
        score.judge("quote.speaker", gold["id"], right, wanted["speaker"], got.get("speaker"), got["text"][:40])


def _figures(score: Score, gold: dict[str, Any], record: dict[str, Any]) -> None:
    result = match(gold["figures"], record.get("figures", []), _figure_likeness, 1)
    score.count("figures", gold["id"], *result)
    for wanted, got in result[0]:
        for name in _ATTRIBUTES:
            one, other = fold(wanted[name]), fold(got.get(name))
            right = one == other or (name == "period" and bool(one and other) and (one in other or other in one))
            score.judge(f"figure.{name}", gold["id"], right, wanted[name], got.get(name), wanted["text"])


def _documents(score: Score, gold: dict[str, Any], record: dict[str, Any]) -> None:
    found = record.get("documents", [])
    result = match(gold["documents"], found, lambda wanted, got: overlap(wanted["text"], got["text"]), 0.6)
    score.count("documents", gold["id"], *result)
    for wanted, got in result[0]:
        _document(score, gold["id"], wanted, got)


def _document(score: Score, article: str, wanted: Item, got: Item) -> None:
    about = wanted["text"][:50]
    instrument = fold(wanted["instrument"]) == fold(got.get("instrument"))
    score.judge("document.instrument", article, instrument, wanted["instrument"], got.get("instrument"), about)
    topics = [wanted["cap_topic"], *wanted.get("cap_alt", [])]
    topic = fold(got.get("cap_topic")) in [fold(accepted) for accepted in topics]
    score.judge("document.topic", article, topic, topics, got.get("cap_topic"), about)
    status = wanted.get("status", "signed")
    score.judge("document.status", article, (got.get("status") or "signed") == status, status, got.get("status"), about)
    parties = [_name(party) for party in got.get("parties", [])]
    score.count("parties", article, *match(wanted["parties"], parties, overlap, 0.6))


def _figure_likeness(wanted: Item, got: Item) -> float:
    """1 where the values are equal and the places at most 25 characters apart, else 0."""
    one, other = _numbers(wanted["value"]), _numbers(got.get("value"))
    same = len(one) == len(other) and all(abs(x - y) <= 1e-6 * max(1, abs(x)) for x, y in zip(one, other, strict=True))
    place = (got.get("span") or [-(10**9)])[0]
    return float(same and abs(place - wanted["start"]) <= 25)


def _numbers(value: Any) -> list[float]:
    return [float(x) for x in (value if isinstance(value, list) else [value]) if isinstance(x, int | float)]


def _same_speaker(wanted: str | None, got: str | None) -> bool:
    nobody = not fold(wanted) and not fold(got)
    return nobody or same_person(wanted, got) or overlap(wanted, got) >= 0.6


def _bag(text: Any) -> set[str]:
    return {word for word in fold(text).split() if word not in _FUNCTION_WORDS}


def _codes(countries: Any) -> set[str]:
    return set(countries or [])


def _name(item: Item) -> str:
    return item if isinstance(item, str) else str(item["name"])


def _shown(item: Item) -> str:
    return item if isinstance(item, str) else str(item.get("name") or item.get("text"))[:80]
