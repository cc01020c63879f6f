"""What others are called on to do: "called on X to", "called for", "the need to", "it is time to", "invited to"."""

from __future__ import annotations

from memcon.extraction.actors import Party
from memcon.extraction.commitments_ground import Action, Ground, Pledge, Site
from memcon.extraction.commitments_verbs import VerbReader
from memcon.extraction.expressions import VerbForm

_CLAUSE_STARTS = frozenset({",", '"', "and", ":", ";", "but", "so", "(", "–"})
_WISHES = frozenset({"want", "wants", "wanted", "like", "wish", "wishes", "love", "would"})
_HOPES = frozenset("hope hopes hoped hoping express expresses expressed expressing voiced wish wishes".split())
_NO_HEARER = frozenset({"that", "for", "about", "of", "on", "in"})
_COURTESIES = frozenset({"convey", "pass", "thank"})
_THANKS = ("thank", "accept", "grat")
_ENDS = frozenset({"end", "halt", "stop", "cessation", "withdrawal", "pullout"})
_NEAR_END = 4  # tokens between "for" and "end", or between "end to" and whose deed it is
_LONGEST_HEARER = 12  # tokens of a described addressee
_FAR_DEED = 8  # tokens between an addressee and "to"
_NEAR_HELP = 5  # tokens between "sought" and "assistance"


class CallReader:
    """Reads expressions by which one party tells another what should be done."""

    def __init__(self, ground: Ground, verbs: VerbReader) -> None:
        self._ground = ground
        self._verbs = verbs
        self._low = ground.low

    def _form(self, site: Site) -> VerbForm | None:
        """The form of the verb; None where it is a noun, or part of an action already found."""
        if self._low[site.start] in ("would", "'d"):
            return "finite"
        form = self._ground.expressions.verb_form(site.head, site.sentence)
        return None if form == "infinitive" and self._ground.swallowed(site.head) else form

    def read_object(self, site: Site) -> Pledge | None:
        """ "Called on X to", "X was instructed to", "hoped to see X do"."""
        ground = self._ground
        form = self._form(site)
        if form is None or site.end >= site.limit:
            return None
        if form == "passive":
            return self._charged(site)
        if "base" in site.group.takes:
            return self._seen(site)
        to = ground.expressions.infinitive(site.end, site.limit)
        if to is None and site.group.responsible is not None:
            return self._charged_with(site)
        if to is None or to == ground.expressions.skip(site.end, site.limit) or self._low[site.end] in _NO_HEARER:
            return None
        if self._low[min(ground.expressions.skip(to + 1, site.limit), site.limit - 1)] in _COURTESIES:
            return None
        actor, end = ground.owners.object(site.end, site.limit)
        if self._low[end] in ("'s", "'") and self._low[to - 1] not in ground.words["helps"]:
            actor = None  # "Norland's partners" are not Norland
        addressed = (
            self._low[site.head] not in _WISHES
            and self._low[site.start] not in _WISHES
            and to - site.end < _LONGEST_HEARER
        )
        actor = actor or ground.actors.phrase(site.end, to, addressed)
        return ground.make(site, Action(to + 1, site.limit), actor, "commitment-addressed")

    def _charged_with(self, site: Site) -> Pledge | None:
        """ "Tasked officials with drafting": the object does it."""
        ground = self._ground
        for i in range(site.end + 1, min(site.limit - 1, site.end + _LONGEST_HEARER)):
            if self._low[i] == "with" and ground.expressions.is_ing(i + 1, site.limit):
                actor, _ = ground.owners.object(site.end, site.limit)
                actor = actor or ground.actors.phrase(site.end, i, addressed=True)
                return ground.make(site, Action(i + 1, site.limit), actor, "commitment-addressed")
            if ground.syntax.finite(i):
                break
        return None

    def _charged(self, site: Site) -> Pledge | None:
        """ "The ministry was instructed to": the subject does it."""
        ground = self._ground
        takes = ("inf", "with+ing") if site.group.responsible is not None else ("inf",)
        complement = ground.expressions.complement(takes, site.end, site.limit)
        if complement is None:
            return None
        actor = ground.actors.subject(ground.expressions.chain(site.start, site.sentence), site.sentence)
        return ground.make(site, Action(complement.start, site.limit), actor, "commitment-charged")

    def _seen(self, site: Site) -> Pledge | None:
        """ "Hoped to see the two countries do"."""
        ground = self._ground
        actor, end = ground.owners.object(site.end, site.limit)
        if end >= site.limit or not (
            ground.expressions.is_base(end, site.limit) or ground.expressions.is_ing(end, site.limit)
        ):
            return None
        return ground.make(site, Action(end, site.limit), actor, "commitment-addressed")

    def read_call(self, site: Site) -> Pledge | None:
        """ "Called for", "proposed to", "hoped that", "urged restraint"."""
        ground = self._ground
        form = self._form(site)
        complement = ground.expressions.complement(site.group.takes, site.end, site.limit)
        if form is None or complement is None or form == "passive" and complement.takes != "that":
            return None
        if complement.takes == "that":
            ground.open_clause(site, complement.start)
            return self._bare_verb(site, complement.start)
        if site.group.needs == "help":
            return self._help(site, complement.start, form)
        if complement.takes == "np" and not ground.owners.is_deed(complement.start, site.limit):
            return None
        if form == "finite" and not self._has_caller(site, form):
            return None
        actor, start = ground.inside(complement), complement.start
        if actor is None and complement.actor is not None:
            start = complement.actor[0]
        actor = actor or self._ender(complement.start, site.limit) or ground.parties(site)
        return ground.make(site, Action(start, site.limit), actor, "commitment-called-for")

    def _ender(self, start: int, limit: int) -> Party | None:
        """Whose deed is to end: "an end to Norlandish attacks", "the withdrawal of Norland's forces"."""
        ground = self._ground
        head = next((i for i in range(start, min(limit, start + _NEAR_END)) if self._low[i] in _ENDS), None)
        if head is None or self._low[head + 1 : head + 2] not in (["to"], ["of"]):
            return None
        for i in range(head + 2, min(limit - 1, head + 2 + _NEAR_END)):
            mark = ground.draft.marks.at[i]
            if mark is not None and mark.state is not None:
                owns = mark.kind == "adjective" or self._low[mark.end] in ("'s", "'") or self._is_noun(mark.end)
                state = ground.draft.namer.state(mark.state, mark.start)
                return Party((state.number,), mark.start, "whose deed is to end", 0.8) if owns else None
            if self._low[i] in ("in", "on", "between", "by", "from", "and", ","):
                return None
        return None

    def _is_noun(self, i: int) -> bool:
        """Whether a plain word that no list of closed classes has stands at a token: "PRC [activity]"."""
        return self._ground.text[i].islower() and self._low[i] not in self._ground.verbs.classes["closed"]

    def _has_caller(self, site: Site, form: VerbForm) -> bool:
        """Whether a party, or a talk or document of the parties, is what calls: no plan calls for rain."""
        chain = self._ground.expressions.chain(site.start, site.sentence)
        if self._verbs.doer(site, chain, form) is not None:
            return True
        return self._ground.actors.talk(chain, site.sentence) is not None

    def _bare_verb(self, site: Site, start: int) -> Pledge | None:
        """ "Proposed that the two sides hold": a bare verb behind its subject."""
        ground = self._ground
        if any(self._low[i] in _HOPES for i in range(site.start, site.end)):
            return None
        actor, end = ground.owners.object(start, site.limit, together=True)
        verb = ground.syntax.skip_adverbs(end, site.limit)
        if actor is None or verb >= site.limit or not ground.verbs.is_verb(self._low[verb], "base"):
            return None
        if self._low[verb] in ground.verbs.classes["modal"] or self._low[verb] == "have":
            return None
        return ground.make(site, Action(end, site.limit), actor, "commitment-proposed")

    def _help(self, site: Site, start: int, form: VerbForm) -> Pledge | None:
        """ "Sought his assistance in", "requested the support of Norland for": help is asked of its owner."""
        ground, helps = self._ground, self._ground.words["helps"]
        noun = next((i for i in range(start, min(site.limit, start + _NEAR_HELP)) if self._low[i] in helps), None)
        if noun is None:
            return None
        behind = ground.owners.behind(noun + 1, site.limit, ("of", "from"))
        actor = behind[0] if behind is not None else ground.owners.owner(noun, site.sentence)
        asking = self._verbs.doer(site, ground.expressions.chain(site.start, site.sentence), form)
        if asking is not None and (actor is None or set(actor.beings) <= set(asking.beings)):
            others = tuple(number for number in ground.draft.principals if number not in asking.beings)
            actor = Party(others, site.start, "the counterpart", 0.65)
        return ground.make(site, Action(noun, site.limit), actor, "commitment-help")

    def read_need(self, site: Site) -> Pledge | None:
        """ "The need to", "the need for X to", "Norland's need for"."""
        ground = self._ground
        before = self._low[site.start - 1] if site.start > site.sentence.start else ""
        if before in ("if", "of", "as") or ground.expressions.has_subject(site.start, site.sentence):
            return None
        complement = ground.expressions.complement(site.group.takes, site.end, site.limit)
        if complement is None or before == "in" and complement.takes == "of+np" or ground.swallowed(site.start):
            return None
        if any(pledge.action[0] == complement.start for pledge in ground.found):
            return None
        actor, start = ground.inside(complement), complement.start
        if actor is None and complement.actor is not None:
            start = complement.actor[0]
        if actor is None and before not in ("the", "a"):
            actor = ground.owners.owner(site.start, site.sentence)
        return ground.make(site, Action(start, site.limit), actor or ground.parties(site), "commitment-need")

    def read_impersonal(self, site: Site) -> Pledge | None:
        """ "It is necessary to", "it is time for X to", "let us"."""
        ground = self._ground
        complement = ground.expressions.complement(site.group.takes, site.end, site.limit)
        if complement is None or not self._is_impersonal(site):
            return None
        if complement.takes == "that":
            ground.open_clause(site, complement.start)
            return self._bare_verb(site, complement.start)
        actor = ground.inside(complement) if complement.actor is not None else ground.parties(site)
        return ground.make(site, Action(complement.start, site.limit), actor, "commitment-impersonal")

    def _is_impersonal(self, site: Site) -> bool:
        """Whether "it is" or "considered it" stands before an adjective, and nobody before "let us"."""
        if site.group.group == "let-us":
            return site.start == site.sentence.start or self._low[site.start - 1] in _CLAUSE_STARTS
        chain = self._ground.expressions.predicative(site.start, site.sentence)
        first = site.start - 1 if chain is None else chain
        return "it" in self._low[max(site.sentence.start, first - 2) : site.start]

    def read_address(self, site: Site) -> Pledge | None:
        """ "An invitation to X to visit", "their request to the Council to act"."""
        ground = self._ground
        if site.end >= site.limit or ground.expressions.has_subject(site.start, site.sentence):
            return None
        if self._low[site.end] in ("to", "on", "upon", "for"):
            actor, end = ground.owners.object(site.end + 1, site.limit)
            to = ground.expressions.infinitive(site.end + 1, site.limit)
            apart = self._ground.text[end] == "," and to is not None and self._ground.text[to - 1] == ","
            if actor is not None and to is not None and (to - end < _FAR_DEED or apart):
                invited = self._not_inviter(site, actor)
                return ground.make(site, Action(to + 1, site.limit), invited, "commitment-invited")
        inviter = ground.owners.behind(site.end, site.limit, ("of", "from", "by"))
        behind = site.end if inviter is None else inviter[1]
        complement = ground.expressions.complement(site.group.takes, behind, site.limit)
        if complement is None or self._low[site.start].startswith("request"):
            return None
        if not self._low[site.start].startswith("invitation"):
            return ground.make(
                site, Action(complement.start, site.limit), ground.parties(site), "commitment-called-for"
            )
        return ground.make(site, Action(complement.start, site.limit), self._invited(site), "commitment-invited")

    def _not_inviter(self, site: Site, actor: Party) -> Party:
        """Whom a pronoun means behind "invitation to": never who invites, but the other of those who talk."""
        said = self._ground.extent.cued_by(site.start - _FAR_DEED, site.end)
        inviting = set() if said is None else set(said.speaker)
        if self._low[actor.start] not in ("him", "her", "them") or not set(actor.beings) <= inviting:
            return actor
        others = tuple(number for number in self._ground.draft.principals if number not in inviting)
        return actor._replace(beings=others, reason="the counterpart", confidence=0.75)

    def _invited(self, site: Site) -> Party | None:
        """Who is invited and not named: who thanks for it or accepts it, else the other of those who talk."""
        ground = self._ground
        for i in range(site.start - 1, max(site.sentence.start, site.start - _FAR_DEED), -1):
            if self._low[i] in ("accepted", "accepts", "accept"):
                return ground.actors.subject(ground.expressions.chain(i, site.sentence), site.sentence)
        said = ground.extent.cued_by(site.start - _FAR_DEED, site.start) or ground.extent.cover[site.start]
        if said is None or not said.speaker:
            return None
        thanked = any(word.startswith(_THANKS) for word in self._low[site.sentence.start : site.start])
        others = tuple(number for number in ground.draft.principals if number not in said.speaker)
        return Party(said.speaker if thanked else others, site.start, "who is invited is not named", 0.65)
