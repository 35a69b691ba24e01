"""Fifty bank accounts go through the portal: none can be read anywhere afterwards."""

import logging
from base64 import b64encode
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.banking import french_iban
from tests.support.contents import contents
from tests.support.mail_links import letter_about, link_in
from tests.support.mail_server import MailSink
from tests.support.sample_portal import PASSWORD, SamplePortal

NUMBER: Final = "100200304"
_HOW_MANY: Final = 50
_A_DAY: Final = 9
_PAGES: Final = (
    "/tableau-de-bord",
    "/demarches",
    "/demarches/D-2026-000050",
    f"/contrats/{NUMBER}/reglement",
    f"/contrats/{NUMBER}/mode-de-reglement",
    f"/contrats/{NUMBER}/coordonnees-bancaires",
)


def _spellings(iban: str) -> tuple[str, ...]:
    spaced = " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))
    return iban, iban.lower(), spaced, b64encode(iban.encode()).decode().rstrip("=")


def _ask(service: SamplePortal, account: AccountId, rank: int, iban: str) -> RequestReference:
    if rank % _A_DAY == 0:
        service.clock.advance(timedelta(days=1))
    return service.portal.payments.change_payment_mode(
        holder=account,
        contract=ContractNumber(NUMBER),
        mode=PaymentMode.DIRECT_DEBIT,
        iban=iban,
        account_holder="Amélie Mangin",
        consent=True,
        password=Password(PASSWORD),
        origin="192.0.2.7",
        device="Firefox",
    )


def test_no_account_can_be_read_anywhere(
    writing_service: SamplePortal,
    mail: MailSink,
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
) -> None:
    caplog.set_level(logging.DEBUG)
    service = writing_service
    account = service.account(NUMBER)
    ibans = [french_iban(rank).text for rank in range(1, _HOW_MANY + 1)]
    for rank, iban in enumerate(ibans):
        last = _ask(service, account, rank, iban)
        service.post()
    browser = service.visitor()
    browser.submit("/connexion", email="odile.marchal@exemple.fr", password=PASSWORD)
    pages = [browser.open(path).source for path in _PAGES]
    browser.open(link_in(letter_about(mail, "Confirmez"), "/contrats/changement/"))
    pages.append(browser.press("Confirmer ce changement").source)
    service.portal.payments.let_through(last, actor=service.clerk)
    service.clock.advance(timedelta(hours=72))
    assert service.portal.payments.run_due_changes() == 1
    service.post()

    written = [
        str(contents(service.database.engine)),
        caplog.text,
        *pages,
        *(arrived.message.as_string() + arrived.text for arrived in mail.arrived),
        *(file.read_bytes().decode("latin-1") for file in tmp_path.rglob("*") if file.is_file()),
    ]
    assert len(mail.arrived) > _HOW_MANY
    assert sum(french_iban(_HOW_MANY).masked in each for each in written) > 1  # what may be read
    for iban in ibans:
        for spelling in _spellings(iban):
            assert not any(spelling in each for each in written)
