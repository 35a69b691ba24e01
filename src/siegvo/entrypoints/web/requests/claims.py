"""« Faire plafonner ma facture »: by a certificate, or by a test of the meter."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import ClassVar, Final

from siegvo.application.readers.visitors import HeldContract
from siegvo.domain import policy
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.requests.asked import Asked, reader_of
from siegvo.domain.requests.cap_claim import (
    CapClaim,
    CapWay,
    CertificateMissing,
    ClaimWithoutContract,
)
from siegvo.domain.requests.days import check_past
from siegvo.domain.requests.kind import RequestKind
from siegvo.entrypoints.web.fields import Parsed
from siegvo.entrypoints.web.requests import questions
from siegvo.entrypoints.web.requests.contract_choices import worded
from siegvo.entrypoints.web.requests.picked import Picked
from siegvo.entrypoints.web.requests.request_form import RequestForm, Rule, Step

FOR: Final[Mapping[CapWay, str]] = {
    CapWay.CERTIFICATE: "attestation",
    CapWay.METER_TEST: "compteur",
}
"""What `pour` says in the address of the form."""


class ClaimForm(RequestForm):
    """One page is enough, and a contract is wanted."""

    kind: ClassVar = RequestKind.LEAK

    contract_number = Picked("Contrat", questions.if_any(ContractNumber.parse))
    telephone = questions.telephone(optional=True)

    def steps(self) -> Sequence[Step]:
        return ()

    def check(self, *, today: date) -> None:
        """Note what is wrong; a contract is wanted."""
        super().check(today=today)
        number = self.contract_number
        if number.data is None and not number.errors:
            number.refuse(ClaimWithoutContract())

    def offer(self, contracts: Sequence[HeldContract]) -> None:
        self.contract_number.choices = worded(contracts)


class CertificateForm(ClaimForm):
    title: ClassVar = "Envoyer l’attestation de réparation"

    leak_place = Parsed(
        "Endroit de la fuite",
        reader_of(Asked.LEAK_PLACE),
        description=(
            "Comme sur l’attestation, par exemple «\u00a0canalisation enterrée, devant le"
            " garage\u00a0»."
        ),
        render_kw={"autocomplete": "off", "required": True, "maxlength": 200},
    )
    repaired_on = questions.day("Date de la réparation", "Celle de l’attestation.")
    attachment = questions.attachment("Attestation de l’entreprise", optional=False)

    def last(self) -> Step:
        return Step(
            name="attestation",
            title=self.title,
            asks=(
                "contract_number",
                "leak_place",
                "repaired_on",
                "attachment",
                "message",
                "telephone",
            ),
            lead=(
                "Pour faire plafonner votre facture, la loi demande l’attestation d’une entreprise"
                " de plomberie, avec l’endroit de la fuite et la date de sa réparation. Joignez-la"
                " à cette demande."
            ),
        )

    def rules(self, today: date) -> Iterator[Rule]:
        yield self.repaired_on, partial(check_past, today=today, within=policy.LEAK_BACK)

    def check(self, *, today: date) -> None:
        """Note what is wrong; the certificate itself is wanted."""
        super().check(today=today)
        if not self.attachment.data:
            self.refuse_file(CertificateMissing())

    def content(self) -> CapClaim:
        return CapClaim(
            way=CapWay.CERTIFICATE,
            leak_place=self.leak_place.data,
            repaired_on=self.repaired_on.data,
            telephone=self.telephone.data,
        )


class MeterTestForm(ClaimForm):
    title: ClassVar = "Demander la vérification du compteur"

    def last(self) -> Step:
        return Step(
            name="compteur",
            title=self.title,
            asks=("contract_number", "message", "attachment", "telephone"),
            lead=(
                "Aucune fuite n’est trouvée\u00a0? Le service vérifie votre compteur et vous"
                " répond dans le mois. S’il est en défaut, ce qui dépasse le double de la moyenne"
                " n’est pas dû\u00a0; s’il fonctionne bien, tout est dû."
            ),
        )

    def content(self) -> CapClaim:
        return CapClaim(way=CapWay.METER_TEST, telephone=self.telephone.data)


FORMS: Final[Mapping[str, type[ClaimForm]]] = {
    FOR[CapWay.CERTIFICATE]: CertificateForm,
    FOR[CapWay.METER_TEST]: MeterTestForm,
}
"""The form for each `pour`."""
