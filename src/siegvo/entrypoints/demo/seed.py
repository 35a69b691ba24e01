"""Filling the demo, by the doors everybody uses: files for the syndicate, forms for the account."""

from datetime import date, timedelta
from pathlib import Path
from typing import Final

import attrs

from siegvo.adapters.french.values import say
from siegvo.application.portal import Portal
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.password import Password
from siegvo.domain.announcements.commune import Commune
from siegvo.domain.announcements.wording import AnnouncementText, Headline
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.documents.document import Title
from siegvo.domain.documents.slug import Slug
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.demo.bill_files import write_bill_files
from siegvo.entrypoints.demo.bills import demo_bills
from siegvo.entrypoints.demo.contracts import DemoContract
from siegvo.entrypoints.demo.files import write_files
from siegvo.entrypoints.demo.handouts import demo_documents
from siegvo.entrypoints.demo.households import karim_haddad, odile_marchal
from siegvo.entrypoints.demo.requests import make_requests
from siegvo.entrypoints.demo.syndicate import demo_contracts
from siegvo.entrypoints.exchange_files import (
    open_collections,
    open_contracts,
    open_invoice_lines,
    open_invoices,
    open_meters,
    open_readings,
)

EMAIL: Final = "odile.marchal@exemple.fr"
PASSWORD: Final = "tilleul brouette 57 caillou"  # noqa: S105 (printed for whoever opens the demo)


@attrs.frozen(kw_only=True)
class Invitation:
    """How to get in: a ready account, and a contract nobody has linked yet."""

    email: str
    password: str
    contract: str
    key: str


def seed(portal: Portal, *, folder: Path, today: date) -> Invitation:
    """Import the demo syndicate from files written into `folder`, and open the ready account."""
    _import(portal, demo_contracts(today), folder=folder, today=today)
    account = _open_account(portal, odile_marchal(today)[0])
    make_requests(portal, account, today=today)
    portal.metering.watch_leaks()
    _publish(portal)
    _announce(portal, odile_marchal(today)[0], today=today)
    free = karim_haddad(today)[0]
    return Invitation(email=EMAIL, password=PASSWORD, contract=free.number, key=free.key)


def _import(
    portal: Portal, contracts: tuple[DemoContract, ...], *, folder: Path, today: date
) -> None:
    files = write_files(contracts, folder=folder, today=today)
    with open_contracts(files.contracts) as feed:
        portal.exchange.import_contracts(feed)
    with open_meters(files.meters) as feed:
        portal.exchange.import_meters(feed)
    with open_readings(files.readings) as feed:
        portal.exchange.import_readings(feed)
    bills = write_bill_files(demo_bills(contracts, today=today), folder=folder)
    with open_invoices(bills.invoices) as feed:
        portal.exchange.import_invoices(feed)
    with open_invoice_lines(bills.lines) as feed:
        portal.exchange.import_invoice_lines(feed)
    with open_collections(bills.collections) as feed:
        portal.exchange.import_collections(feed)


def _publish(portal: Portal) -> None:
    for each in demo_documents():
        portal.documents.publish_document(
            each.pdf, title=Title(each.title), slug=Slug(each.slug), actor=Actor.portal()
        )


def _announce(portal: Portal, contract: DemoContract, *, today: date) -> None:
    cut_off = today + timedelta(days=8)
    portal.announcements.publish_announcement(
        headline=Headline(f"Coupure d’eau le {say(cut_off)}"),
        text=AnnouncementText(
            "L’eau sera coupée de 8\u00a0h à 12\u00a0h pour travaux. Faites quelques réserves la"
            " veille, et laissez couler l’eau froide une minute au retour."
        ),
        communes=(Commune.parse(contract.supply.town),),
        last_day=cut_off,
        actor=Actor.portal(),
    )


def _open_account(portal: Portal, contract: DemoContract) -> AccountId:
    email = EmailAddress.parse(EMAIL)
    portal.accounts.register(email=email, password=Password.parse(PASSWORD))
    account = portal.accounts.activate_by_staff(email, actor=Actor.portal())
    portal.contracts.link_contract(
        account=account,
        number=ContractNumber.parse(contract.number),
        key=SecurityKey.parse(contract.key),
    )
    return account
