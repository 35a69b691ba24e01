"""« Signaler une fuite »."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from siegvo.application.readers.visitors import HeldContract
from siegvo.domain import policy
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.requests.address import parse_address
from siegvo.domain.requests.content import Leak, LeakPlace
from siegvo.domain.requests.days import check_past
from siegvo.domain.requests.kind import RequestKind
from siegvo.entrypoints.web.requests import questions
from siegvo.entrypoints.web.requests.contract_choices import worded
from siegvo.entrypoints.web.requests.picked import Picked
from siegvo.entrypoints.web.requests.request_form import RequestForm, Rule, Step

_ADDRESS = ("street", "postcode", "town")


class LeakForm(RequestForm):
    """The address is asked for where no contract tells it."""

    kind: ClassVar = RequestKind.LEAK
    title: ClassVar = "Signaler une fuite"

    where = Picked(
        "Où est la fuite\u00a0?",
        LeakPlace,
        choices={
            LeakPlace.AFTER_METER: "Chez moi, après le compteur",
            LeakPlace.METER: "Au compteur",
            LeakPlace.STREET: "Dans la rue, avant le compteur",
            LeakPlace.UNKNOWN: "Je ne sais pas",
        },
    )
    contract_number = Picked(
        "Quel contrat cela concerne-t-il\u00a0?", questions.if_any(ContractNumber.parse)
    )
    street = questions.street(optional=True, autocomplete="off")
    postcode = questions.postcode(optional=True, autocomplete="off")
    town = questions.town(optional=True, autocomplete="off")
    since = questions.day("Depuis quand\u00a0?", "Le jour où vous l’avez vue, ou à peu près.")
    flowing = Picked(
        "L’eau coule-t-elle encore\u00a0?", str, choices={"yes": "Oui", "no": "Non, c’est réparé"}
    )
    message = questions.message(
        "Décrivez la fuite",
        "Où elle est, ce qui a été fait. 4\u202f000\u00a0caractères au plus.",
        optional=False,
    )
    telephone = questions.telephone(optional=True)

    def last(self) -> Step:
        return Step(name="verifier", title="Vérifiez votre signalement", asks=("attachment",))

    def steps(self) -> Sequence[Step]:
        asks = ("where", "contract_number") if self.contract_number.choices else ("where",)
        place = Step(name="lieu", title="La fuite", asks=asks)
        if self.contract_number.data and not self._has_address():
            return place, _WHAT
        return place, _WHERE, _WHAT

    def rules(self, today: date) -> Iterator[Rule]:
        yield self.since, partial(check_past, today=today, within=policy.LEAK_BACK)

    def check(self, *, today: date) -> None:
        """Note what is wrong; an address is wanted whole, or not at all beside a contract."""
        super().check(today=today)
        if self._has_address() or not self.contract_number.data:
            questions.insist_on_address(self)

    def offer(self, contracts: Sequence[HeldContract]) -> None:
        if contracts:
            self.contract_number.choices = worded(contracts, none="Aucun, la fuite est ailleurs")

    def _has_address(self) -> bool:
        return any(self[name].data for name in _ADDRESS)

    def content(self) -> Leak:
        address = (
            parse_address(street=self.street.data, postcode=self.postcode.data, town=self.town.data)
            if self.street.data
            else None
        )
        return Leak(
            where=self.where.data,
            since=self.since.data,
            is_flowing=self.flowing.data == "yes",
            address=address,
            telephone=self.telephone.data,
        )


_WHERE = Step(name="adresse", title="Où est la fuite\u00a0?", asks=_ADDRESS)
_WHAT = Step(
    name="description",
    title="Que se passe-t-il\u00a0?",
    asks=("since", "flowing", "message", "telephone"),
)
