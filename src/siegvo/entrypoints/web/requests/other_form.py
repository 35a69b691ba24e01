"""« Autre demande »: one page is enough."""

from collections.abc import Sequence
from typing import ClassVar

from siegvo.application.readers.visitors import HeldContract
from siegvo.domain.requests.asked import Asked, reader_of
from siegvo.domain.requests.content import OtherMatter
from siegvo.domain.requests.kind import RequestKind
from siegvo.entrypoints.web.fields import Parsed
from siegvo.entrypoints.web.requests import questions
from siegvo.entrypoints.web.requests.contract_choices import worded
from siegvo.entrypoints.web.requests.request_form import RequestForm, Step

_WORDS = ("subject", "message")


class OtherForm(RequestForm):
    kind: ClassVar = RequestKind.OTHER
    title: ClassVar = "Autre demande"

    subject = Parsed(
        "Objet",
        reader_of(Asked.SUBJECT),
        description="En quelques mots, par exemple «\u00a0Montant de ma facture\u00a0».",
        render_kw={"autocomplete": "off", "required": True, "maxlength": 120},
    )
    message = questions.message(
        "Votre message", "4\u202f000\u00a0caractères au plus.", optional=False
    )

    def steps(self) -> Sequence[Step]:
        return ()

    def offer(self, contracts: Sequence[HeldContract]) -> None:
        if contracts:
            self.contract_number.choices = worded(contracts, none="Aucun en particulier")
            self.contract_number.label.text = "Quel contrat cela concerne-t-il\u00a0?"

    def last(self) -> Step:
        asks = ("contract_number", *_WORDS) if self.contract_number.choices else _WORDS
        return Step(name="demande", title=self.title, asks=(*asks, "attachment"))

    def content(self) -> OtherMatter:
        return OtherMatter(subject=self.subject.data or "")

    def _subject(self) -> None:
        """Say it once: the subject is what is asked."""
