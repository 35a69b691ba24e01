"""« Effectuer une demande d’abonnement »."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from siegvo.adapters.french.payment_words import MODES_ALONE
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.requests.address import parse_address
from siegvo.domain.requests.asked import Asked, reader_of
from siegvo.domain.requests.content import Occupancy, Subscription
from siegvo.domain.requests.days import check_birthday, check_move
from siegvo.domain.requests.kind import RequestKind
from siegvo.entrypoints.web.fields import Parsed
from siegvo.entrypoints.web.requests import questions
from siegvo.entrypoints.web.requests.picked import Picked
from siegvo.entrypoints.web.requests.request_form import RequestForm, Rule, Step

_BILLING = ("billing_street", "billing_postcode", "billing_town")


class SubscriptionForm(RequestForm):
    kind: ClassVar = RequestKind.SUBSCRIPTION
    title: ClassVar = "Demande d’abonnement"

    street = questions.street()
    postcode = questions.postcode()
    town = questions.town()
    move_in_on = questions.day("Date d’emménagement", "Le jour où vous prenez les clés.")
    occupancy = Picked(
        "Vous serez",
        Occupancy,
        choices={Occupancy.TENANT: "Locataire", Occupancy.OWNER: "Propriétaire"},
    )
    previous_occupant = Parsed(
        "Nom de l’occupant précédent",
        questions.if_any(reader_of(Asked.PREVIOUS_OCCUPANT)),
        description="Il aide à retrouver le branchement.",
        render_kw={"autocomplete": "off", "maxlength": 100},
    )
    meter = Parsed(
        "Numéro du compteur",
        questions.if_any(reader_of(Asked.METER)),
        description="Gravé sur le compteur, par exemple H25LA004127.",
        render_kw={"class": "code", "autocomplete": "off", "maxlength": 30},
    )
    index = questions.index()
    name = Parsed(
        "Votre nom",
        reader_of(Asked.NAME),
        description="Prénom et nom, comme ils figureront sur les factures.",
        render_kw={"autocomplete": "name", "required": True, "maxlength": 100},
    )
    second_name = Parsed(
        "Second nom",
        questions.if_any(reader_of(Asked.SECOND_NAME)),
        description="Si le contrat est pour deux personnes.",
        render_kw={"autocomplete": "off", "maxlength": 100},
    )
    born_on = questions.birthday()
    telephone = questions.telephone()
    billing_street = questions.street(optional=True, autocomplete="billing address-line1")
    billing_postcode = questions.postcode(optional=True, autocomplete="billing postal-code")
    billing_town = questions.town(optional=True, autocomplete="billing address-level2")
    payment_mode = Picked(
        "Comment voulez-vous régler vos factures\u00a0?",
        PaymentMode,
        choices={mode.value: words for mode, words in MODES_ALONE.items()},
        default=PaymentMode.ON_INVOICE,
        description="Pour un prélèvement, le service vous demandera vos coordonnées bancaires.",
    )
    e_invoice = Picked(
        "Comment voulez-vous les recevoir\u00a0?",
        str,
        choices={"no": "Par la poste", "yes": "En e-facture, un courriel à la place du papier"},
        default="no",
    )

    def last(self) -> Step:
        return Step(
            name="verifier",
            title="Vérifiez votre demande d’abonnement",
            asks=("message", "attachment"),
        )

    def steps(self) -> Sequence[Step]:
        return _STEPS

    def rules(self, today: date) -> Iterator[Rule]:
        yield self.move_in_on, partial(check_move, today=today)
        yield self.born_on, partial(check_birthday, today=today)

    def check(self, *, today: date) -> None:
        """Note what is wrong; an address for letters is wanted whole, or not at all."""
        super().check(today=today)
        if any(self[name].data for name in _BILLING):
            questions.insist_on_address(self, prefix="billing_")

    def content(self) -> Subscription:
        index, second = self.index.data, self.second_name.data
        return Subscription(
            supply=parse_address(
                street=self.street.data, postcode=self.postcode.data, town=self.town.data
            ),
            move_in_on=self.move_in_on.data,
            names=(self.name.data, second) if second else (self.name.data,),
            telephone=self.telephone.data,
            occupancy=self.occupancy.data,
            born_on=self.born_on.data,
            index_m3=None if index is None else index.cubic_metres,
            meter=self.meter.data,
            previous_occupant=self.previous_occupant.data,
            billing=(
                parse_address(
                    street=self.billing_street.data,
                    postcode=self.billing_postcode.data,
                    town=self.billing_town.data,
                )
                if self.billing_street.data
                else None
            ),
            payment_mode=self.payment_mode.data,
            e_invoice=self.e_invoice.data == "yes",
        )


_STEPS = (
    Step(
        name="logement",
        title="Le logement à desservir",
        asks=("street", "postcode", "town"),
        lead="L’adresse où vous voulez l’eau.",
    ),
    Step(
        name="arrivee",
        title="Votre emménagement",
        asks=("move_in_on", "occupancy", "previous_occupant"),
    ),
    Step(
        name="compteur",
        title="Le compteur",
        asks=("meter", "index"),
        lead="Relevez-le le jour de votre arrivée, si vous le pouvez.",
    ),
    Step(name="identite", title="Vous", asks=("name", "second_name", "born_on", "telephone")),
    Step(
        name="courrier",
        title="Où envoyer vos factures\u00a0?",
        asks=_BILLING,
        lead="Laissez vide si elles arrivent au logement.",
    ),
    Step(name="reglement", title="Vos factures", asks=("payment_mode", "e_invoice")),
)
