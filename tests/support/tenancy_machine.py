"""People, payers and files in any order; whatever happens, nobody sees another's days."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, suppress
from datetime import date, timedelta
from typing import Final

import attrs
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.strategies import sampled_from

from siegvo.application.portal import Portal, assemble
from siegvo.application.ports.outside import Outside
from siegvo.application.ports.tokens import Purpose
from siegvo.application.repositories.billing import InvoiceNotFound
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.password import Password
from siegvo.domain.accounts.registration import RegistrationLapsed
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.link import LinkRefused
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.errors import DomainError, NotFound
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.billing import an_invoice
from tests.support.builders.contracts import a_tenure
from tests.support.feeds import (
    Listed,
    Told,
    contract_feed,
    contract_row,
    invoice_feed,
    invoice_row,
    meter_feed,
    meter_row,
    reading_rows,
)
from tests.support.meters import a_meter
from tests.support.outside import Surroundings
from tests.support.store import Store

OpenStore = Callable[[], AbstractContextManager[Store]]

PEOPLE: Final = ("alice", "bob", "chloe")
NUMBERS: Final = ("4001", "4002")
PAYERS: Final = ("RA", "RB", "RC")
_PASSWORD: Final = Password("mirabelle tramway onze cailloux")
_CLERK: Final = Actor.staff("test")
_A_DAY: Final = timedelta(days=1)


@attrs.frozen(kw_only=True)
class Stay:
    """What is true: who held what from when to when."""

    number: str
    payer: str
    days: DayRange


class TenancyMachine(RuleBasedStateMachine):
    """The portal beside a model of it; give it a place to keep things in."""

    open_store: OpenStore

    def __init__(self) -> None:
        super().__init__()
        self._open = ExitStack()
        store = self._open.enter_context(type(self).open_store())
        self.surroundings = Surroundings()
        self.outside: Outside = self.surroundings.around(store)
        self.portal: Portal = assemble(self.outside)
        self.day, self.index = date(2020, 1, 1), 100
        self.stays: list[Stay] = []
        self.accounts: dict[str, AccountId] = {}
        self.everybody: set[AccountId] = set()
        self.links: set[tuple[AccountId, str]] = set()
        self.sent: dict[RequestReference, tuple[AccountId, str]] = {}
        self.invoices: list[Invoice] = []

    def teardown(self) -> None:
        self._open.close()

    @initialize()
    def begin(self) -> None:
        for number, payer in zip(NUMBERS, PAYERS, strict=False):
            self.move_in(number, payer)
            meter = attrs.evolve(a_meter(serial=f"M{number}"), contract=ContractNumber(number))
            self.portal.exchange.import_meters(meter_feed([meter_row(meter)]))
            self.read(number)
        for who, number, payer in zip(PEOPLE, NUMBERS, PAYERS, strict=False):
            self.register(who)
            self.activate(who)
            self.link(who, number, payer)

    @rule(who=sampled_from(PEOPLE))
    def register(self, who: str) -> None:
        with suppress(TooManyAttempts):
            self.portal.accounts.register(email=_mailbox(who), password=_PASSWORD)

    @rule(who=sampled_from(PEOPLE))
    def activate(self, who: str) -> None:
        with self.outside.look() as readers:
            waiting = readers.registrations.latest(_mailbox(who))
        if waiting is None or who in self.accounts:
            return
        token = self.outside.tokens.issue(Purpose.ACTIVATION, str(waiting.id))
        with suppress(RegistrationLapsed):
            account = self.portal.accounts.activate(token=token, password=_PASSWORD)
            self.accounts[who] = account
            self.everybody.add(account)

    @rule(who=sampled_from(PEOPLE))
    def delete(self, who: str) -> None:
        if account := self.accounts.pop(who, None):
            self.portal.accounts.delete_by_staff(_mailbox(who), actor=_CLERK)
            self.links = {link for link in self.links if link[0] != account}

    @rule(number=sampled_from(NUMBERS), payer=sampled_from(PAYERS))
    def move_in(self, number: str, payer: str) -> None:
        latest = self._latest(number)
        if latest and latest.payer == payer and latest.days.last is None:
            return
        first = self._next_day()
        if latest and latest.days.last is None:
            self._end(latest, first - _A_DAY)
        self.stays.append(Stay(number=number, payer=payer, days=DayRange(first)))
        self._tell(number, payer, first)

    @rule(number=sampled_from(NUMBERS))
    def move_out(self, number: str) -> None:
        latest = self._latest(number)
        if latest and latest.days.last is None:
            last = self._next_day()
            self._end(latest, last)
            self._tell(number, latest.payer, latest.days.first, last)

    @rule(number=sampled_from(NUMBERS))
    def read(self, number: str) -> None:
        self.index += 7
        told = Told(2, self.index, on=self._next_day().isoformat(), serial=f"M{number}")
        self.portal.exchange.import_readings(Listed([reading_rows(told)]))

    @rule(number=sampled_from(NUMBERS))
    def charge(self, number: str) -> None:
        """Send an invoice for days that may begin with one payer and end with the next."""
        last = self._next_day()
        invoice = an_invoice(
            f"F{len(self.invoices):03}",
            contract=number,
            period=(str(last - 15 * _A_DAY), str(last)),
            issued=str(last),
            due=str(last),
        )
        self.invoices.append(invoice)
        report = self.portal.exchange.import_invoices(invoice_feed([invoice_row(invoice)]))
        assert report.created == 1

    @rule(who=sampled_from(PEOPLE), number=sampled_from(NUMBERS), payer=sampled_from(PAYERS))
    def link(self, who: str, number: str, payer: str) -> None:
        """Try the key of a payer who may hold the contract, have held it, or never did."""
        account = self.accounts.get(who)
        if account is None:
            return
        self.surroundings.clock.advance(timedelta(hours=25))
        was_held = any((stay.number, stay.payer) == (number, payer) for stay in self.stays)
        try:
            linked = self.portal.contracts.link_contract(
                account=account, number=ContractNumber(number), key=_key(number, payer)
            )
        except LinkRefused:
            assert not was_held, "a key that fits was refused"
            return
        assert was_held, "a key that fits nothing opened something"
        if linked.awaits:
            self.portal.contracts.approve_link(linked.awaits, actor=_CLERK)
        self.links.add((account, payer))

    @rule(who=sampled_from(PEOPLE), payer=sampled_from(PAYERS))
    def unlink(self, who: str, payer: str) -> None:
        account = self.accounts.get(who)
        if account and (account, payer) in self.links:
            self.portal.contracts.unlink_payer(_mailbox(who), PayerCode(payer), actor=_CLERK)
            self.links.discard((account, payer))

    @rule(who=sampled_from(PEOPLE), number=sampled_from(NUMBERS))
    def send_a_reading(self, who: str, number: str) -> None:
        account = self.accounts.get(who)
        if account is None:
            return
        self.index += 3
        try:
            reference = self.portal.metering.submit_reading(
                holder=account,
                contract=ContractNumber(number),
                index=MeterIndex(self.index),
                taken_on=self._next_day(),
                confirmed=True,
            )
        except ContractNotFound:
            assert self._seen_by(account, number) is None
        except DomainError:
            assert self._seen_by(account, number) is not None
        else:
            assert self._seen_by(account, number) is not None
            self.sent[reference] = (account, number)

    @invariant()
    def everybody_sees_their_own_days(self) -> None:
        for account in self.everybody:
            for number in NUMBERS:
                self._check(account, number, self._seen_by(account, number))

    @invariant()
    def everybody_sees_their_own_invoices(self) -> None:
        with self.outside.look() as readers:
            for invoice in self.invoices:
                stay = self._charged(invoice)
                for account in self.everybody:
                    try:
                        shown = readers.invoices.held_by(account, invoice.number)
                    except InvoiceNotFound:
                        assert stay is None or (account, stay.payer) not in self.links
                        continue
                    assert shown == invoice
                    assert stay, "an invoice of nobody was shown"
                    assert (account, stay.payer) in self.links, "another's invoice was shown"
                    same = [each for each in self.invoices if self._charged(each) == stay]
                    assert readers.invoices.last_payable_of(invoice) == same[-1].number

    @invariant()
    def nobody_sees_what_another_sent(self) -> None:
        for reference, (author, number) in self.sent.items():
            for account in self.everybody - {author}:
                try:
                    self.portal.metering.show_sent_reading(
                        holder=account, contract=ContractNumber(number), reference=reference
                    )
                except NotFound:
                    continue
                message = f"{account} sees {reference}, which {author} sent"
                raise AssertionError(message)

    def _check(self, account: AccountId, number: str, stay: Stay | None) -> None:
        contract = ContractNumber(number)
        try:
            sheet = self.portal.contracts.show_dashboard(holder=account, contract=contract)
            view = self.portal.metering.show_consumption(holder=account, contract=contract)
        except ContractNotFound:
            assert stay is None, "what is theirs is not there"
            return
        assert stay is not None, "another's contract was shown"
        for tenure in (sheet.tenure, view.tenure):
            assert (tenure.payer.text, tenure.days) == (stay.payer, stay.days)
        shown = [
            *(reading for meter in view.meters for reading in meter.readings),
            *(reading for meter in sheet.meters for reading in (meter.last, meter.last_actual)),
            *(sent.reading for sent in view.awaited),
        ]
        assert all(stay.days.holds(each.taken_on) for each in shown if each)
        assert all(stay.days.holds(each.taken_on) for each in sheet.awaited)

    def _seen_by(self, account: AccountId, number: str) -> Stay | None:
        theirs = [
            stay
            for stay in self.stays
            if stay.number == number and (account, stay.payer) in self.links
        ]
        return max(theirs, key=lambda stay: stay.days.first, default=None)

    def _charged(self, invoice: Invoice) -> Stay | None:
        """Return who drew the last water that an invoice is for."""
        theirs = (
            stay
            for stay in self.stays
            if stay.number == invoice.contract.digits and stay.days.holds(invoice.belongs_on)
        )
        return next(theirs, None)

    def _latest(self, number: str) -> Stay | None:
        return next((stay for stay in reversed(self.stays) if stay.number == number), None)

    def _end(self, stay: Stay, last: date) -> None:
        rank = self.stays.index(stay)
        self.stays[rank] = attrs.evolve(stay, days=DayRange(stay.days.first, last))

    def _tell(self, number: str, payer: str, first: date, last: date | None = None) -> None:
        until = last.isoformat() if last else None
        tenure = a_tenure(number, payer=payer, since=first.isoformat(), until=until)
        row = contract_row(tenure, key=_key(number, payer).text)
        report = self.portal.exchange.import_contracts(contract_feed([row]), confirmed=True)
        assert not report.rejected

    def _next_day(self) -> date:
        self.day += 10 * _A_DAY
        return self.day


def _mailbox(who: str) -> EmailAddress:
    return EmailAddress(f"{who}@exemple.fr")


def _key(number: str, payer: str) -> SecurityKey:
    return SecurityKey(f"9NUU{payer}{number[-2:]}")
