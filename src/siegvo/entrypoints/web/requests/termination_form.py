"""« Résilier un abonnement »."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from siegvo.application.readers.visitors import HeldContract
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.requests.address import parse_address
from siegvo.domain.requests.asked import Asked, reader_of
from siegvo.domain.requests.content import ContractMissing, Termination
from siegvo.domain.requests.days import check_move
from siegvo.domain.requests.kind import RequestKind
from siegvo.entrypoints.web.fields import Parsed
from siegvo.entrypoints.web.requests import questions
from siegvo.entrypoints.web.requests.contract_choices import running, worded
from siegvo.entrypoints.web.requests.picked import Picked
from siegvo.entrypoints.web.requests.request_form import RequestForm, Rule, Step


class TerminationForm(RequestForm):
    kind: ClassVar = RequestKind.TERMINATION
    title: ClassVar = "Résilier un abonnement"

    contract_number = Picked("Contrat à résilier", questions.if_any(ContractNumber.parse))
    leaving_on = questions.day(
        "Date de départ", "Le jour où vous rendez les clés. Vous payez l’eau jusque-là."
    )
    index = questions.index()
    new_occupant = Parsed(
        "Nom du nouvel occupant",
        questions.if_any(reader_of(Asked.NEW_OCCUPANT)),
        description="Si vous le connaissez.",
        render_kw={"autocomplete": "off", "maxlength": 100},
    )
    street = questions.street()
    postcode = questions.postcode()
    town = questions.town()
    telephone = questions.telephone()

    def last(self) -> Step:
        return Step(
            name="verifier",
            title="Vérifiez votre demande de résiliation",
            asks=("message", "attachment"),
        )

    def steps(self) -> Sequence[Step]:
        return _STEPS

    def rules(self, today: date) -> Iterator[Rule]:
        yield self.leaving_on, partial(check_move, today=today)

    def check(self, *, today: date) -> None:
        """Note what is wrong; a contract is wanted."""
        super().check(today=today)
        number = self.contract_number
        if number.data is None and not number.errors:
            number.refuse(ContractMissing())

    def offer(self, contracts: Sequence[HeldContract]) -> None:
        self.contract_number.choices = worded(running(contracts))

    def content(self) -> Termination:
        index = self.index.data
        return Termination(
            leaving_on=self.leaving_on.data,
            forwarding=parse_address(
                street=self.street.data, postcode=self.postcode.data, town=self.town.data
            ),
            telephone=self.telephone.data,
            index_m3=None if index is None else index.cubic_metres,
            new_occupant=self.new_occupant.data,
        )


_STEPS = (
    Step(
        name="contrat", title="Quel contrat voulez-vous résilier\u00a0?", asks=("contract_number",)
    ),
    Step(name="depart", title="Votre départ", asks=("leaving_on", "index", "new_occupant")),
    Step(
        name="adresse",
        title="Votre nouvelle adresse",
        asks=("street", "postcode", "town", "telephone"),
        lead="Votre dernière facture y sera envoyée.",
    ),
)
