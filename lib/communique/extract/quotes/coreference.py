"""Which person an epithet ("the Turkish leader", "her guest") or a pronoun means at its place in the text."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from communique import words
from communique.extract.quotes.clauses import oblique
from communique.extract.quotes.referents import Profile, Referent
from communique.grammar import countries
from communique.grammar.concordance import Opened

_RECENT = 40
_WORD = re.compile(r"\w+")
_LESSER = re.compile(r"\b(?:deputy|vice|former)\b")
_PREMIER = re.compile(r"\b(?:(?:deputy|vice)[ -])?prime minister\b")
# Behind a "her" that owns nothing: "quoted her as", "called on her.".
_NO_NOUN = re.compile(
    r"\s*[.,;:)”\"]|\s+(?:as|to|that|about|at|in|on|for|with|and|when|while|by|after|during|before|over|from|here|there|today|yesterday)\b"
)
# Behind a person who is no subject of what follows: "welcomed N and told him", "N, when asked about him".
_OTHER_CLAUSE = re.compile(
    r"[\s,]*(?:and|or|but|who|whom|whose|which|that|when|while|where|as|to|in|at|on|of|for|with|from|by|after|before|said|says)\b|.*[.;:“\"]"
)
_CLAUSE = 60  # characters
# Heads that no vice-president is.
_FIRST = frozenset({"president", "head of state", "head of government", "prime minister", "premier"})
_INDEFINITE = re.compile(r"(?i)(?:an?|one|another)\s")
_ONE_OF = re.compile(r"(?i)one of ")
_ARTICLE = re.compile(r"(?i)(?:the|his|her|its|their|our|this)\s|\S+['’]s\s")
_RECEIVING = ("received", "receives", "welcomed", "welcomes", "hosted", "hosts", "greeted", "receiving", "welcoming")
RECEIVED = Opened(
    re.compile(rf"\b(?:{'|'.join(_RECEIVING)}|visit\s+(?:of|by))\b", re.IGNORECASE), frozenset((*_RECEIVING, "visit"))
)


# "the head of the Georgian state", with the office it is.
_HEAD_OF = re.compile(
    r"\bhead\s+of\s+(?:\w+(?:['’]s)?\s+){1,3}(?:(?P<state>state)|(?P<government>government|cabinet)|(?P<diplomacy>diplomacy))\b",
    re.IGNORECASE,
)
_OFFICES = {"state": "head of state", "government": "head of government", "diplomacy": "foreign minister"}


class Reader:
    """What the reader of an article has in mind at one place."""

    def __init__(self) -> None:
        """A reader before the first sentence."""
        self.topic: Referent | None = None
        self.speaker: Referent | None = None
        self.recent: dict[int, Referent] = {}
        self.institution: Referent | None = None
        self.voice: Referent | None = None  # the institution that spoke last
        self.visitors: set[int] = set()
        self.genders: dict[int, str] = {}
        self.unnamed: dict[str, int] = {}  # where somebody without a name was last brought in: "an official"
        self.background = False  # the last sentence only said what its subject is

    def see(self, referent: Referent) -> None:
        """Remembers a mention as the latest."""
        if referent.person >= 0:
            self.recent.pop(referent.person, None)
            self.recent[referent.person] = referent
            if len(self.recent) > _RECENT:
                del self.recent[next(iter(self.recent))]
        elif referent.kind in ("office", "document") and not referent.possessive:
            self.institution = referent


def resolved(
    text: str, start: int, own: list[Referent], state: Reader, profiles: tuple[Profile, ...]
) -> tuple[Referent, ...]:
    """The mentions of a sentence with the persons that epithets and pronouns mean."""
    found: list[Referent] = []
    for one in own:
        meant = one
        if one.kind == "pronoun":
            meant = _pronoun(text, start, one, found, state, profiles)
        elif one.kind in ("epithet", "office") and _bring_in(text, one, state):
            pass
        elif one.kind == "epithet":
            meant = _epithet(one, state, profiles, text[one.start].isupper() and not _ARTICLE.match(text, one.start))
        found.append(meant)
        state.see(meant)
    return tuple(found)


def _bring_in(text: str, one: Referent, state: Reader) -> bool:
    """Whether the mention is of somebody without a name, who is brought in ("an official", "one of the officials")
    or who spoke last ("the official")."""
    head = _parts(one.words)[0] if one.kind == "epithet" else one.words.rpartition(" ")[2].lower().removesuffix("s")
    first = _INDEFINITE.match(text, one.start) if one.kind == "epithet" else _ONE_OF.match(text, max(0, one.start - 7))
    if first:
        state.unnamed[head] = one.start
    named = state.speaker.start if state.speaker and state.speaker.person >= 0 else -1
    return first is not None or (one.kind == "epithet" and state.unnamed.get(head, -1) > named)


def _pronoun(
    text: str, start: int, one: Referent, own: list[Referent], state: Reader, profiles: tuple[Profile, ...]
) -> Referent:
    """The pronoun with the person it means: a subject of this sentence, else of those before, of its gender."""
    word = one.words.lower()
    if word == "it":
        spoken = state.voice or state.institution
        return replace(one, words=spoken.words if spoken else "")
    wanted = "m" if word in ("he", "him") else "f"
    near = [other for other in reversed(own[-8:]) if other.person >= 0 and not oblique(text, start, other)]
    if near and _is_object(text, near[0], one):
        near = near[1:]
    if not near and state.topic and state.topic.person < 0:
        return replace(one, words=state.topic.words)
    topic = [state.topic] if state.topic else []
    recent = list(reversed(list(state.recent.values())[-8:]))
    # Whose name tells nothing is rather a man in this news: a woman named before is meant by "she", unless it goes on
    # with who has just spoken.
    speaking = state.topic is not None and state.topic is state.speaker
    women = [other for other in recent if wanted == "f" and profiles[other.person].gender == "f"]
    for other in [*near, *(women if not (speaking or _is_woman(state, profiles)) else []), *topic, *recent]:
        if other.person >= 0 and state.genders.get(other.person, profiles[other.person].gender) in (wanted, None):
            state.genders[other.person] = wanted  # whom "he" has meant once, "she" does not mean later
            return replace(one, person=other.person, words=profiles[other.person].name)
    return replace(one, words="")


def _is_object(text: str, subject: Referent, one: Referent) -> bool:
    """Whether a pronoun is an object of what the person before it does, so that it means another: "N called on her"."""
    gap = text[subject.end : one.start]
    objective = one.words.lower() == "him" or (one.words.lower() == "her" and _NO_NOUN.match(text, one.end))
    return bool(objective) and len(gap) < _CLAUSE and _OTHER_CLAUSE.match(gap) is None


def _is_woman(state: Reader, profiles: tuple[Profile, ...]) -> bool:
    """Whether the one spoken of so far is known as a woman, by name or by a "she" before."""
    person = state.topic.person if state.topic else -1
    return person >= 0 and state.genders.get(person, profiles[person].gender) == "f"


def _epithet(one: Referent, state: Reader, profiles: tuple[Profile, ...], bare: bool = False) -> Referent:
    """The epithet with the person it fits best among those mentioned so far, unchanged where it fits nobody.

    A `bare` office ("Prime Minister said") is that of the outlet's own leader, who is named first.
    """
    said = _said(one.words)
    own = next((n for n, known in enumerate(profiles) if _fits(known, said.head, said.modifiers)), -1) if bare else -1
    if said.head == "latter" and state.recent:
        last = next(reversed(state.recent))
        return replace(one, person=last, words=profiles[last].name)
    best, most = -1, 0.0
    # Nobody mentioned so far may fit where an epithet comes before the name.
    for candidates in (state.recent, range(min(len(profiles), _RECENT))):
        later = 1 if candidates is state.recent else -1  # of those not yet named, the first
        for place, person in enumerate(candidates):
            points = _points(said, person, profiles[person], state)
            points += (0.5 * (person == own) + 0.4 * later * place / _RECENT) if points else 0
            if points > most:
                best, most = person, points
        if best >= 0:
            return replace(one, person=best, words=profiles[best].name)
    return one


class _Epithet(NamedTuple):
    """What an epithet says: its noun, the words before it, the countries among them, whether of a guest."""

    head: str
    modifiers: frozenset[str]
    codes: set[str]
    visiting: bool


def _said(epithet: str) -> _Epithet:
    """The epithet taken apart: "the visiting Turkish leader"."""
    head, modifiers = _parts(epithet)
    visiting = head in ("guest", "visitor") or "visiting" in epithet.lower().split()
    return _Epithet(head, modifiers, {mention.code for mention in countries.find(epithet)}, visiting)


def _points(said: _Epithet, person: int, profile: Profile, state: Reader) -> float:
    """How well an epithet fits a person, 0 where it does not."""
    topic = state.topic is not None and person == state.topic.person
    other = said.head in words.table("reporting")["other_side"]["words"]
    points = _other(profile, topic) if other else _fits(profile, said.head, said.modifiers)
    away = said.visiting and state.visitors and person not in state.visitors
    points = 0.0 if away else _by_country(points, said.codes, profile)
    leads = profile.firm and said.head in _FIRST  # "the president" is rather a country's
    return points + 0.5 * topic + 0.3 * leads if points else 0.0


def _by_country(points: float, codes: set[str], profile: Profile) -> float:
    """The points after comparing the epithet's country ("the Turkish leader") with the person's."""
    if not (points and codes and profile.countries):
        return points
    if codes & profile.countries:
        return points + 4
    # A country that nobody printed beside the person is a guess: it speaks against, but does not exclude.
    return 0.0 if profile.firm else points / 4


def _other(profile: Profile, is_topic: bool) -> float:
    """How likely a person is the guest, host or counterpart of the one spoken of so far."""
    if is_topic or not profile.role:
        return 0.0
    return 1.0 + 1.5 * bool(_fits(profile, "leader", frozenset()))


def received(match: re.Match[str], own: tuple[Referent, ...]) -> set[int]:
    """The person whom somebody received or welcomed: the first one behind the verb that the pattern matched."""
    for one in own:
        if one.start >= match.end() and one.kind == "person" and not one.possessive:
            return {one.person}
    return set()


@lru_cache(maxsize=4096)
def _fits(profile: Profile, head: str, modifiers: frozenset[str]) -> float:
    """How well a role answers to an epithet's noun and the words before it; 0 where it does not."""
    names = words.table("reporting")["epithets"].get(head, [head])
    if names and not any(_holds(profile.role, name) for name in names):
        return 0.0
    # "Deputy Prime Minister and Minister of Trade" is "the minister" by the second office.
    other = _PREMIER.sub("", profile.role) if head == "minister" else ""
    role = other if "minister" in other else profile.role
    if not role:
        return 0.0
    stems = {part[:5] for part in _WORD.findall(profile.role)}
    asked = {word for word in modifiers if word[:5] not in stems}
    if asked & _portfolios() or asked & {"deputy", "vice"}:
        return 0.0
    points = 2.0 + (head in profile.role) + 0.5 * len(modifiers - asked)
    if _LESSER.search(role) and not modifiers & {"deputy", "vice", "former"}:
        points -= 3 if head in _FIRST else 1
    return max(0.0, points - (head == "minister" and "prime minister" in role))


def _holds(role: str, name: str) -> bool:
    """Whether a role holds a noun as whole words."""
    return name in role and _whole(name).search(role) is not None


@cache  # of the nouns in the table
def _whole(noun: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(noun)}\b")


@lru_cache(maxsize=4096)
def _parts(phrase: str) -> tuple[str, frozenset[str]]:
    """The noun of an epithet or role and the words before it, in lower case."""
    match = _HEAD_OF.search(phrase) or _epithets().search(phrase)
    if not match:
        return "", frozenset()
    filler = words.table("reporting")["filler"]["words"]
    before = {word for word in re.findall(r"[^\W\d_]+", phrase[: match.start()].lower()) if word not in filler}
    return _OFFICES.get(match.lastgroup or "", " ".join(match.group().lower().split())), frozenset(before)


@cache
def _epithets() -> re.Pattern[str]:
    return re.compile(rf"\b{words.alternation(words.table('reporting')['epithets'])}\b", re.IGNORECASE)


@cache
def _portfolios() -> frozenset[str]:
    return frozenset(words.table("titles")["portfolio"]["words"])
