"""Whose trade with whom a figure is about: the pair, the direction of a flow, who ranks in whose list."""

import re
from typing import NamedTuple

from communique import phrases, words
from communique.grammar import countries
from communique.grammar.countries import Mention
from communique.trade.rows import EU, WORLD
from communique.trade.wording import Word, names_total

_OWNER = re.compile(r"['’]s?\s(?:[\w-]{1,15}\s){0,2}")
_POSSESSIVE = re.compile(r"['’]s?\s")
_INTO = re.compile(r"\b(?:in|into|to)\s(?:the\s)?(?:economy of\s(?:the\s)?)?\Z")
_OWN = re.compile(r"\b(?:our|we)\b", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|by)\s(?:the\s)?\Z")
_TOWARDS = re.compile(r"\b(to|into|from|by)\s(?:the\s)?\Z")
_VERB = re.compile(r"(?:ed|ing|sold)\Z", re.IGNORECASE)
_WITH_EU = re.compile(r"\b(?:with|to|from|and|between|into|in)\s(?:the\s)?(?:EU|European Union)\b")
_DASH = re.compile(r"\s?[-–—/]\s?\Z")
# A country named further off than this from the flow word does not say whose flow it is.
_NEAR = 70


class Parties(NamedTuple):
    """The country whose flow it is and its partner (alpha-3, `WLD` for all, None if unknown), and what was assumed."""

    country: str | None
    partner: str | None
    assumed: str = ""


def of_turnover(sentence: str, word: Word | None, pair: tuple[str, ...], speaker: str | None) -> Parties:
    """Between whom a turnover is: the countries named, else the two sides of the article."""
    named = _codes(sentence)
    host, guest = (*pair, None, None)[:2]
    if _WITH_EU.search(sentence):
        own = next((code for code in (*named, speaker, *pair) if code and code not in _eu()), None)
        return Parties(own, EU)
    if names_total(sentence, word) and len(named) == 1:
        return Parties(named[0], WORLD)
    if host and guest and (not named or {host, guest} & set(named)) and not _pair_apart(named, pair):
        return Parties(host, guest)
    if len(named) >= 2:
        return Parties(*_nearest_two(sentence, word))
    if len(named) == 1:
        return _with_one_named(named[0], next((code for code in (speaker, host) if code and code != named[0]), None))
    return Parties(host, guest)


def of_flow(sentence: str, word: Word, pair: tuple[str, ...], speaker: str | None, before: Parties | None) -> Parties:
    """Who exports to whom, or imports from whom, by the words around "exports" or "imports".

    >>> of_flow("German exports to the kingdom fell.", Word(7, 14, "exports"), ("SAU", "DEU"), None, None)[:2]
    ('DEU', 'SAU')
    """
    country, partner = _directed(sentence, word)
    if country is None and partner is None:
        if _OWN.search(sentence[max(0, word.start - 20) : word.start]) and speaker:
            return Parties(speaker, _other(pair, speaker))
        if before and before.country in pair:
            return Parties(before.country, before.partner, "whose flow is meant is taken from the sentence before")
        if speaker in pair:
            said = f"whose {word.what} is not said; those of the speaker's country are taken"
            return Parties(speaker, _other(pair, speaker), said)
    if names_total(sentence, word) and country and not partner:
        return Parties(country, WORLD)
    country = country or _other(pair, partner)
    return Parties(country, partner or _other(pair, country))


def of_share(sentence: str, start: int, whole: Word, pair: tuple[str, ...], speaker: str | None) -> Parties:
    """Of whose total (first) with whom (second) a figure at `start` is a share; `whole` is the word for the total.

    >>> of_share("Greece takes 2% of Serbia's exports.", 13, Word(28, 35, "exports"), ("SRB", "GRC"), None)[:2]
    ('SRB', 'GRC')
    """
    named = countries.find(sentence)
    owner = _owner(sentence, whole, named)
    assumed = ""
    if owner is None and names_total(sentence, whole):
        owner, assumed = speaker, f"of whose total is not said; that of {_named(speaker)} is taken" if speaker else ""
    if owner is None:
        return Parties(None, None)
    before = [m.code for m in named if m.end <= start and m.code != owner]
    partner = before[-1] if before else _other(pair, owner)
    return Parties(owner, EU if _WITH_EU.search(sentence, 0, start) else partner, assumed)


def of_investment(sentence: str, pair: tuple[str, ...]) -> Parties:
    """Where the investment is (first) and whose it is (second).

    >>> of_investment("Italy has invested $7 billion in Kazakhstan.", ("KAZ", "ITA"))[:2]
    ('KAZ', 'ITA')
    """
    named = countries.find(sentence)
    host = next((m.code for m in named if _INTO.search(sentence[max(0, m.start - 30) : m.start])), None)
    investor = next((m.code for m in named if m.code != host), None)
    if host is None and investor is None:
        host, investor = (*pair, None, None)[:2]
        return Parties(host, investor, "the guest is taken as the investor, which is not said")
    if host is None and investor in pair:
        host = _other(pair, investor)
    return Parties(host, investor or _other(pair, host))


def of_rank(sentence: str, start: int, end: int, target: Word, pair: tuple[str, ...], speaker: str | None) -> Parties:
    """In whose list (first) which country has the rank (second).

    >>> of_rank("Italy is Kazakhstan's third partner.", 22, 27, Word(28, 35, "turnover"), ("KAZ", "ITA"), None)[:2]
    ('KAZ', 'ITA')
    """
    named = countries.find(sentence)
    owner = next((m.code for m in named if m.end <= start and _OWNER.fullmatch(sentence, m.end, start)), None)
    if owner is None:
        owner = _behind(sentence, named, target.end)
    if owner is None:
        owner = next((m.code for m in named if _POSSESSIVE.match(sentence, m.end)), None)
    ranked = next((m.code for m in named if m.code != owner and m.start < end), None)
    ranked = ranked or next((m.code for m in named if m.code != owner), None)
    assumed = ""
    if owner is None and ranked:
        owner = speaker if speaker and speaker != ranked else _other(pair, ranked)
        assumed = f"in whose list is not said; that of {_named(owner)} is taken"
    if ranked is None and owner:
        ranked = _other(pair, owner)
    if owner is None and ranked is None and len(pair) > 1:
        return Parties(pair[0], pair[1], "who ranks in whose list is not said; the guest in the host's is taken")
    return Parties(owner, ranked, assumed)


def _with_one_named(partner: str, own: str | None) -> Parties:
    if not own:
        return Parties(None, None)
    return Parties(own, partner, f"{_named(own)} is taken as the other side, which is not named")


def _directed(sentence: str, word: Word) -> tuple[str | None, str | None]:
    """Whose flow it is and to or from whom, as far as the words around it say so."""
    named = countries.find(sentence)
    country, partner = _owner(sentence, word, named), None
    for side, code in _towards(sentence, word, named):
        if side in (("to", "into") if word.what == "exports" else ("from",)):
            partner = partner or code
        elif country is None:
            country = code
    return country, partner


def _behind(sentence: str, named: list[Mention], end: int) -> str | None:
    """The country in "partner of X", "partner for X", "investor in X"."""
    for mention in named:
        if mention.start >= end and re.fullmatch(r"\s?(?:of|for|to|in)\s(?:the\s)?", sentence[end : mention.start]):
            return mention.code
    return None


def _owner(sentence: str, word: Word, named: list[Mention]) -> str | None:
    """The country in "German exports", "exports of Germany", "Germany exported"."""
    before = [m for m in named if m.end <= word.start]
    if before and _owns(sentence, before[-1], word):
        # "Kazakh-Italian trade" and "between A and B" own nothing alone.
        return (
            None if len(before) > 1 and _DASH.search(sentence[before[-2].end : before[-1].start]) else before[-1].code
        )
    if before and _VERB.search(sentence[word.start : word.end]) and word.start - before[-1].end < _NEAR:
        return before[-1].code
    after = next((m for m in named if m.start >= word.end), None)
    return after.code if after and _OF.fullmatch(sentence, word.end, after.start) else None


def _owns(sentence: str, mention: Mention, word: Word) -> bool:
    """Whether the country stands right before the flow word: "Italy's total exports", "German oil exports"."""
    if _OWNER.fullmatch(sentence, mention.end, word.start):
        return True
    between = sentence[mention.end : word.start].split()
    table = words.table("trade")
    # "China, while exports" is not China's; a demonym takes an adjective with it, a name takes none.
    allowed = {*table["products"]["before"], *table["totals"]["adjectives"]} if mention.form == "demonym" else set()
    return sentence[mention.end : mention.end + 1].isspace() and all(part.lower() in allowed for part in between)


def _towards(sentence: str, word: Word, named: list[Mention]) -> list[tuple[str, str]]:
    """The prepositions of place behind the flow word, each with its country."""
    found = []
    for mention in named:
        if word.end <= mention.start <= word.end + 2 * _NEAR:
            match = _TOWARDS.search(sentence[word.start : mention.start])
            if match:
                found.append((match[1].lower(), mention.code))
    return found


def _codes(sentence: str) -> list[str]:
    return list(dict.fromkeys(mention.code for mention in countries.find(sentence)))


def _pair_apart(named: list[str], pair: tuple[str, ...]) -> bool:
    """Whether the sentence names one of the two sides together with a third country, and not the other side."""
    others = [code for code in named if code not in pair]
    return bool(others) and len(set(named) & set(pair)) == 1


def _nearest_two(sentence: str, word: Word | None) -> tuple[str, str]:
    """The two countries whose names stand nearest to the flow word, in the order of the text."""
    place = word.start if word else 0
    best: dict[str, tuple[int, int]] = {}
    for mention in countries.find(sentence):
        distance = abs(mention.start - place)
        if mention.code not in best or distance < best[mention.code][0]:
            best[mention.code] = (distance, mention.start)
    first, second = sorted(sorted(best.items(), key=lambda item: item[1])[:2], key=lambda item: item[1][1])
    return first[0], second[0]


def _other(pair: tuple[str, ...], code: str | None) -> str | None:
    return next((side for side in pair if side != code), None) if code in pair else None


def _named(code: str | None) -> str:
    return phrases.in_sentence(phrases.country_name(code))


def _eu() -> list[str]:
    members: list[str] = words.table("trade")["regions"]["the European Union"]["members"]
    return members


def named_in(phrase: str) -> str | None:
    """The country that a counted noun phrase names: "270 Italian companies", "companies from Italy"."""
    named = countries.find(phrase)
    return named[0].code if named else None
