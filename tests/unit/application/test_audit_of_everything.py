"""Every use case that changes something writes one line of the audit trail, and says which."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

import attrs
import pytest

from siegvo.application.portal import Portal, assemble
from siegvo.application.ports.outside import Outside
from siegvo.application.ports.papers import AttestationPaper
from siegvo.application.ports.sepa import DebitMessage
from siegvo.application.ports.session_keys import SessionKey
from siegvo.application.ports.tokens import Purpose
from siegvo.application.sealed_mandates import sealed
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.address_change import AddressChange
from siegvo.domain.accounts.password import Password
from siegvo.domain.announcements.wording import AnnouncementText, Headline
from siegvo.domain.contracts.attestation_code import AttestationCode
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.documents.document import Title
from siegvo.domain.documents.slug import Slug
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.sent_reading import Review
from siegvo.domain.payments.change import ChangeStep
from siegvo.domain.policy import CHANGE_DELAY
from siegvo.domain.requests.message import MessageText
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import BOB, an_account
from tests.support.builders.banking import a_mandate, a_monthly_change, french_iban
from tests.support.builders.billing import INVOICE, a_collection, an_invoice, an_invoice_line
from tests.support.builders.changes import a_kept_mandate
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_tenure
from tests.support.builders.leaks import a_leaking_meter
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.builders.threads import HELLO, OTHER
from tests.support.feeds import (
    Listed,
    Told,
    collection_feed,
    contract_feed,
    contract_row,
    invoice_feed,
    invoice_line_rows,
    invoice_row,
    meter_feed,
    meter_row,
    reading_rows,
)
from tests.support.in_memory.world import World
from tests.support.meters import a_meter
from tests.support.outside import StoppedClock, Surroundings
from tests.support.papers import PlainPapers
from tests.support.security_keys import know_with_key
from tests.support.treasury import FakeTreasury

ODILE, ELSEWHERE = EmailAddress("odile@exemple.fr"), EmailAddress("odile@ailleurs.fr")
FIRST, SECOND = Password("mirabelle tramway onze"), Password("quetsche funiculaire douze")
KEY, CLERK = SecurityKey("9NUUNTUW"), Actor.staff("c.weber")

READ_ONLY: Final = frozenset(
    {
        "accounts.list_sessions",
        "accounts.check_activation",
        "accounts.check_reset",
        "accounts.list_accounts",
        "accounts.show_account",
        "billing.gather_invoices",
        "billing.list_invoices",
        "billing.list_payments",
        "billing.open_invoice",
        "billing.show_invoice",
        "billing.show_payment",
        "contracts.issue_attestation",
        "contracts.list_shared_payers",
        "contracts.list_waiting_links",
        "contracts.show_contract",
        "contracts.show_dashboard",
        "metering.show_consumption",
        "metering.show_sent_reading",
        "metering.list_leaks",
        "metering.list_readings_to_review",
        "metering.show_leak_notices",
        "requests.list_all_requests",
        "requests.list_requests",
        "requests.open_any_attachment",
        "requests.open_attachment",
        "requests.show_any_request",
        "requests.show_request",
        "announcements.list_announcements",
        "announcements.show_announcements",
        "documents.list_documents",
        "documents.open_document",
        "billing.show_e_invoice",
        "payments.carry_account",
        "payments.foresee_change",
        "payments.list_suspected",
        "payments.open_mandate",
        "payments.plan_months",
        "payments.show_arrangement",
        "payments.show_change",
        "payments.sort_changes",
        "payments.show_cancellation",
        "payments.show_confirmation",
        "payments.take_up_account",
        "notifications.list_mail",
        "notifications.send_test",
        "operations.check_database",
        "operations.check_treasury",
        "operations.list_audit",
        "operations.show_counts",
        "operations.verify_audit",
        "operations.watch_sign_ins",
    }
)
UPKEEP: Final = frozenset(
    {
        "accounts.arrive",
        "accounts.who_is",
        "accounts.renew_session",
        "billing.hear_of_payment",
        "notifications.deliver_mail",
        "notifications.retry_mail",
        "operations.forget_old",
        "operations.seal_audit",
        "payments.reseal_mandates",
    }
)
"""What the portal does by itself, or tries again: nothing anybody could contest."""


@attrs.define
class Scene:
    """A portal, and what its people have in hand from one gesture to the next."""

    world: World
    outside: Outside
    portal: Portal
    clock: StoppedClock
    account: AccountId = BOB
    session: SessionKey | None = None
    reference: RequestReference | None = None

    def link(self, purpose: Purpose, subject: object, *state: str) -> str:
        return self.outside.tokens.issue(purpose, str(subject), state=state)

    @property
    def treasury(self) -> FakeTreasury:
        assert isinstance(self.outside.treasury, FakeTreasury)
        return self.outside.treasury

    @property
    def cookie(self) -> str:
        assert self.session
        return self.session.value

    @property
    def last(self) -> RequestReference:
        assert self.reference
        return self.reference

    @property
    def change(self) -> AddressChange:
        return list(self.world.kept.address_changes.kept.values())[-1]


@pytest.fixture
def scene(world: World, surroundings: Surroundings) -> Scene:
    know_with_key(world, a_tenure(), KEY)
    world.know(a_meter_on(CONTRACT.digits))
    outside = surroundings.around(world)
    return Scene(world, outside, assemble(outside), surroundings.clock)


def _register(scene: Scene) -> None:
    scene.portal.accounts.register(email=ODILE, password=FIRST)


def _activate(scene: Scene) -> None:
    (registration,) = scene.world.kept.registrations.kept.values()
    token = scene.link(Purpose.ACTIVATION, registration.id)
    scene.account = scene.portal.accounts.activate(token=token, password=FIRST)


def _sign_in(scene: Scene) -> None:
    scene.session = scene.portal.accounts.sign_in(email=ODILE, password=FIRST)


def _open_session(scene: Scene) -> None:
    scene.session = scene.portal.accounts.open_session(scene.account)


def _prove(scene: Scene) -> None:
    scene.session = scene.portal.accounts.prove(scene.cookie, password=FIRST)


def _end_session(scene: Scene) -> None:
    (session,) = scene.portal.accounts.list_sessions(scene.account)
    scene.portal.accounts.end_session(scene.account, session=session.family)


def _reset_password(scene: Scene) -> None:
    state = scene.world.kept.accounts.of(scene.account).reset_state
    token = scene.link(Purpose.PASSWORD_RESET, scene.account, *state)
    scene.portal.accounts.reset_password(token=token, password=SECOND)


def _change_password(scene: Scene) -> None:
    scene.portal.accounts.change_password(account=scene.account, current=SECOND, password=FIRST)


def _ask_address_change(scene: Scene) -> None:
    scene.portal.accounts.ask_address_change(account=scene.account, email=ELSEWHERE, password=FIRST)


def _confirm_address_change(scene: Scene) -> None:
    account = scene.world.kept.accounts.of(scene.account)
    state = scene.change.confirmation_state(account)
    token = scene.link(Purpose.ADDRESS_CHANGE, scene.change.id, *state)
    scene.portal.accounts.confirm_address_change(token)


def _cancel_address_change(scene: Scene) -> None:
    state = scene.change.cancellation_state
    token = scene.link(Purpose.ADDRESS_CHANGE_CANCELLATION, scene.change.id, *state)
    scene.portal.accounts.cancel_address_change(token)


def _link(scene: Scene) -> None:
    linked = scene.portal.contracts.link_contract(account=scene.account, number=CONTRACT, key=KEY)
    scene.reference = linked.awaits


def _ask_to_link(scene: Scene) -> None:
    """Ask again, the key being worth less than it was."""
    know_with_key(scene.world, a_tenure(), KEY, bits=30)
    _link(scene)
    assert scene.reference


def _check_attestation(scene: Scene) -> None:
    scene.portal.contracts.issue_attestation(holder=scene.account, contract=CONTRACT)
    assert isinstance(scene.outside.papers, PlainPapers)
    paper = scene.outside.papers.made[-1]
    assert isinstance(paper, AttestationPaper)
    scene.portal.contracts.check_attestation(AttestationCode.parse(paper.code))


def _dispute(scene: Scene) -> None:
    scene.reference = scene.portal.contracts.dispute_link(account=scene.account, payer=MARCHAL)


def _pay(scene: Scene) -> None:
    scene.world.know(an_invoice())
    scene.portal.billing.pay_online(holder=scene.account, invoice=INVOICE)


def _hear_that_it_is_paid(scene: Scene) -> None:
    scene.treasury.decide(scene.treasury.last)
    scene.portal.billing.hear_of_payment(scene.treasury.last)
    scene.portal.billing.check_payments()


def _refuse_link(scene: Scene) -> None:
    scene.portal.contracts.refuse_link(scene.last, reason="Facture illisible.", actor=CLERK)


def _send_reading(scene: Scene) -> None:
    scene.reference = scene.portal.metering.submit_reading(
        holder=scene.account,
        contract=CONTRACT,
        index=MeterIndex(12),
        taken_on=date(2026, 11, 22),
        confirmed=True,
    )


def _watch_leaks(scene: Scene) -> None:
    scene.world.know(a_tenure("4008", payer="R88"), a_leaking_meter(number="4008", serial="L8"))
    (notice,) = scene.portal.metering.watch_leaks(actor=CLERK)
    assert not notice.by_mail


def _readings_await(scene: Scene) -> None:
    with scene.world.begin() as work:
        for number in (71, 72):
            work.requests.add(a_request(number))
            work.sent_readings.add(a_sent_reading(number, review=Review.AWAITED))


def _accept(scene: Scene) -> None:
    _readings_await(scene)
    scene.portal.metering.accept_reading(RequestReference(2026, 71), actor=CLERK)


def _refuse(scene: Scene) -> None:
    reference = RequestReference(2026, 72)
    scene.portal.metering.refuse_reading(reference, reason="Flou.", actor=CLERK)


def _export(scene: Scene) -> None:
    assert scene.portal.exchange.export_readings(since=None, hand_over=len, actor=CLERK)


def _ask(scene: Scene) -> None:
    scene.reference = scene.portal.requests.send_request(
        account=scene.account, content=OTHER, contract=CONTRACT, message=HELLO
    )


def _cancel(scene: Scene) -> None:
    scene.portal.requests.cancel_request(account=scene.account, reference=scene.last)


def _reply(scene: Scene) -> None:
    scene.portal.requests.reply(account=scene.account, reference=scene.last, message=HELLO)


def _answer(scene: Scene) -> None:
    scene.portal.requests.answer_request(scene.last, message=HELLO, actor=CLERK)


def _refuse_request(scene: Scene) -> None:
    scene.portal.requests.refuse_request(scene.last, reason="Hors du réseau.", actor=CLERK)


def _export_requests(scene: Scene) -> None:
    _ask(scene)
    del scene.world.kept.audit.entries[-1]
    assert scene.portal.exchange.export_requests(since=None, hand_over=len, actor=CLERK)


def _export_mandates(scene: Scene) -> None:
    mandate = a_mandate(contract=ContractNumber("4009"), activated_on=None)
    request = a_request(909)
    with scene.world.begin() as work:
        work.requests.add(request)
        work.mandates.add(sealed(scene.outside.vault, mandate))
        work.payment_changes.add(
            a_monthly_change(
                request.reference,
                contract=mandate.contract,
                mandate=mandate.reference,
                step=ChangeStep.READY,
            )
        )
    assert scene.portal.exchange.export_mandates(since=None, hand_over=len, actor=CLERK)


def _export_direct_debits(scene: Scene) -> None:
    day = scene.outside.utility.direct_debits.soonest(scene.outside.clock.today())
    issued = day - timedelta(days=20)
    scene.world.know(
        a_tenure("4009"),
        an_invoice("F-909", contract="4009", issued=f"{issued}", debit=f"{day}"),
    )
    with scene.world.begin() as work:
        [kept] = work.mandates.of_contract(ContractNumber("4009"), MARCHAL)
        work.mandates.save(attrs.evolve(kept, activated_on=issued))
    done = scene.portal.exchange.export_direct_debits(hand_over=_file_away, actor=CLERK)
    assert done.count == 1


def _file_away(_: DebitMessage) -> None: ...


def _import_contracts(scene: Scene) -> None:
    row = contract_row(a_tenure("4002", payer="R77"))
    scene.portal.exchange.import_contracts(contract_feed([row]), confirmed=True, actor=CLERK)


def _import_meters(scene: Scene) -> None:
    row = meter_row(a_meter(serial="T26AA000001"))
    scene.portal.exchange.import_meters(meter_feed([row]), actor=CLERK)


def _import_readings(scene: Scene) -> None:
    rows = Listed([reading_rows(Told(2, 20, serial="T26AA000001"))])
    scene.portal.exchange.import_readings(rows, actor=CLERK)


def _import_invoices(scene: Scene) -> None:
    row = invoice_row(an_invoice("2026-2"))
    scene.portal.exchange.import_invoices(invoice_feed([row]), actor=CLERK)


def _import_invoice_lines(scene: Scene) -> None:
    rows = Listed([invoice_line_rows(an_invoice_line(invoice="2026-2"))])
    scene.portal.exchange.import_invoice_lines(rows, actor=CLERK)


def _import_collections(scene: Scene) -> None:
    feed = collection_feed([a_collection(invoice="2026-2")])
    scene.portal.exchange.import_collections(feed, actor=CLERK)


def _activate_by_staff(scene: Scene) -> None:
    scene.world.kept.registrations.kept.clear()
    email = EmailAddress("bob@exemple.fr")
    scene.portal.accounts.register(email=email, password=FIRST)
    del scene.world.kept.audit.entries[-1]
    scene.account = scene.portal.accounts.activate_by_staff(email, actor=CLERK)


def _contact(scene: Scene) -> None:
    scene.portal.requests.contact_service(
        name="Odile Marchal", email=ODILE, subject="Pression", message=MessageText("Bonjour.")
    )


def _publish(scene: Scene) -> None:
    scene.portal.documents.publish_document(b"%PDF-1.7", title=Title("Règlement"), actor=CLERK)


def _announce(scene: Scene) -> None:
    scene.portal.announcements.publish_announcement(
        headline=Headline("Coupure"), text=AnnouncementText("Demain."), actor=CLERK
    )


def _send_a_strange_form(scene: Scene) -> None:
    scene.portal.operations.note_strange_form(scene.account, form="/contrats/lier", field="role")


def _change_mode(scene: Scene) -> None:
    scene.reference = scene.portal.payments.change_payment_mode(
        holder=scene.account,
        contract=CONTRACT,
        mode=PaymentMode.DIRECT_DEBIT,
        iban=french_iban().text,
        account_holder="Odile Marchal",
        consent=True,
        password=SECOND,
    )


def _change_account(scene: Scene) -> None:
    know_with_key(scene.world, attrs.evolve(a_tenure(), payment_mode=PaymentMode.MONTHLY), KEY)
    scene.reference = scene.portal.payments.change_bank_details(
        holder=scene.account,
        contract=CONTRACT,
        iban=french_iban(2).text,
        account_holder="Odile Marchal",
        consent=True,
        password=SECOND,
    )


def _let_a_mandate_lapse(scene: Scene) -> None:
    scene.world.kept.mandates.add(a_kept_mandate(9, activated_on=date(2020, 1, 2)))
    assert scene.portal.payments.lapse_mandates() == 1


def _revoke_mandate(scene: Scene) -> None:
    scene.portal.payments.revoke_mandate(holder=scene.account, contract=CONTRACT, password=SECOND)


def _confirm_change(scene: Scene) -> None:
    change = scene.world.kept.payment_changes.of(scene.last)
    proofs = scene.world.kept.accounts.of(scene.account).reset_state
    state = change.confirmation_state(*proofs)
    token = scene.link(Purpose.PAYMENT_CONFIRMATION, scene.last, *state)
    scene.portal.payments.confirm_change(token)


def _cancel_change(scene: Scene) -> None:
    scene.portal.payments.cancel_change(
        holder=scene.account, contract=CONTRACT, reference=scene.last
    )


def _cancel_change_by_link(scene: Scene) -> None:
    state = scene.world.kept.payment_changes.of(scene.last).cancellation_state
    token = scene.link(Purpose.PAYMENT_CANCELLATION, scene.last, *state)
    scene.portal.payments.cancel_by_link(token)


def _wait_for_the_delay(scene: Scene) -> None:
    scene.clock.advance(CHANGE_DELAY)
    assert scene.portal.payments.run_due_changes() == 1


def _export_payment_modes(scene: Scene) -> None:
    assert scene.portal.exchange.export_payment_modes(since=None, hand_over=len, actor=CLERK)


def _wish_invoices_by_mail(scene: Scene) -> None:
    scene.portal.billing.request_e_invoice(holder=scene.account, contract=CONTRACT, wanted=True)


def _export_e_invoices(scene: Scene) -> None:
    assert scene.portal.exchange.export_e_invoices(since=None, hand_over=len, actor=CLERK)


STORY: Final[tuple[tuple[str, Callable[[Scene], object], Gesture], ...]] = (
    ("accounts.register", _register, Gesture.REGISTERED),
    (
        "accounts.resend_activation",
        lambda on: on.portal.accounts.resend_activation(ODILE),
        Gesture.ACTIVATION_ASKED_AGAIN,
    ),
    ("accounts.activate", _activate, Gesture.ACTIVATED),
    ("accounts.sign_in", _sign_in, Gesture.SIGNED_IN),
    ("accounts.prove", _prove, Gesture.PROVED),
    (
        "accounts.sign_out",
        lambda on: on.portal.accounts.sign_out(on.cookie),
        Gesture.SIGNED_OUT,
    ),
    ("accounts.open_session", _open_session, Gesture.SIGNED_IN),
    ("accounts.end_session", _end_session, Gesture.SESSION_ENDED),
    (
        "accounts.end_all_sessions",
        lambda on: on.portal.accounts.end_all_sessions(on.account),
        Gesture.SESSIONS_ENDED,
    ),
    (
        "accounts.ask_password_reset",
        lambda on: on.portal.accounts.ask_password_reset(ODILE),
        Gesture.PASSWORD_RESET_ASKED,
    ),
    ("accounts.reset_password", _reset_password, Gesture.PASSWORD_RESET),
    ("accounts.change_password", _change_password, Gesture.PASSWORD_CHANGED),
    ("accounts.ask_address_change", _ask_address_change, Gesture.ADDRESS_CHANGE_ASKED),
    ("accounts.confirm_address_change", _confirm_address_change, Gesture.ADDRESS_CHANGED),
    ("accounts.cancel_address_change", _cancel_address_change, Gesture.ADDRESS_CHANGE_CANCELLED),
    (
        "accounts.unlock",
        lambda on: on.portal.accounts.unlock(ODILE, actor=CLERK),
        Gesture.ACCOUNT_UNLOCKED,
    ),
    (
        "accounts.end_sessions_by_staff",
        lambda on: on.portal.accounts.end_sessions_by_staff(ODILE, actor=CLERK),
        Gesture.SESSIONS_ENDED,
    ),
    (
        "accounts.change_address_by_staff",
        lambda on: on.portal.accounts.change_address_by_staff(ODILE, ELSEWHERE, actor=CLERK),
        Gesture.ADDRESS_CHANGED,
    ),
    ("accounts.reset_password", _reset_password, Gesture.PASSWORD_RESET),
    ("contracts.link_contract", _link, Gesture.CONTRACT_LINKED),
    ("contracts.check_attestation", _check_attestation, Gesture.ATTESTATION_CHECKED),
    ("billing.pay_online", _pay, Gesture.PAYMENT_BEGUN),
    ("billing.check_payments", _hear_that_it_is_paid, Gesture.PAYMENT_RECEIVED),
    ("contracts.dispute_link", _dispute, Gesture.LINK_DISPUTED),
    ("contracts.refuse_link", _refuse_link, Gesture.LINK_REFUSED),
    ("metering.submit_reading", _send_reading, Gesture.READING_SENT),
    ("metering.accept_reading", _accept, Gesture.READING_ACCEPTED),
    ("metering.refuse_reading", _refuse, Gesture.READING_REFUSED),
    ("metering.watch_leaks", _watch_leaks, Gesture.LEAK_TOLD),
    ("exchange.export_readings", _export, Gesture.READINGS_EXPORTED),
    ("requests.send_request", _ask, Gesture.REQUEST_SENT),
    ("requests.cancel_request", _cancel, Gesture.REQUEST_CANCELLED),
    ("exchange.export_requests", _export_requests, Gesture.REQUESTS_EXPORTED),
    (
        "requests.start_request",
        lambda on: on.portal.requests.start_request(on.last, actor=CLERK),
        Gesture.REQUEST_STARTED,
    ),
    ("requests.answer_request", _answer, Gesture.REQUEST_ANSWERED),
    ("requests.reply", _reply, Gesture.REQUEST_REPLIED),
    (
        "requests.close_request",
        lambda on: on.portal.requests.close_request(on.last, actor=CLERK),
        Gesture.REQUEST_CLOSED,
    ),
    ("requests.reply", _reply, Gesture.REQUEST_REPLIED),
    ("requests.refuse_request", _refuse_request, Gesture.REQUEST_REFUSED),
    (
        "contracts.unlink_payer",
        lambda on: on.portal.contracts.unlink_payer(ELSEWHERE, MARCHAL, actor=CLERK),
        Gesture.CONTRACT_UNLINKED,
    ),
    ("contracts.link_contract", _ask_to_link, Gesture.LINK_ASKED),
    (
        "contracts.approve_link",
        lambda on: on.portal.contracts.approve_link(on.last, actor=CLERK),
        Gesture.LINK_APPROVED,
    ),
    (
        "contracts.renew_key",
        lambda on: on.portal.contracts.renew_key(CONTRACT, actor=CLERK),
        Gesture.KEY_RENEWED,
    ),
    ("exchange.import_contracts", _import_contracts, Gesture.FILE_IMPORTED),
    ("exchange.import_meters", _import_meters, Gesture.FILE_IMPORTED),
    ("exchange.import_readings", _import_readings, Gesture.FILE_IMPORTED),
    ("exchange.import_invoices", _import_invoices, Gesture.FILE_IMPORTED),
    ("exchange.import_invoice_lines", _import_invoice_lines, Gesture.FILE_IMPORTED),
    ("exchange.import_collections", _import_collections, Gesture.FILE_IMPORTED),
    ("exchange.export_mandates", _export_mandates, Gesture.MANDATES_EXPORTED),
    ("exchange.export_direct_debits", _export_direct_debits, Gesture.DIRECT_DEBITS_EXPORTED),
    ("requests.contact_service", _contact, Gesture.SERVICE_CONTACTED),
    ("documents.publish_document", _publish, Gesture.DOCUMENT_PUBLISHED),
    (
        "documents.withdraw_document",
        lambda on: on.portal.documents.withdraw_document(Slug("reglement"), actor=CLERK),
        Gesture.DOCUMENT_WITHDRAWN,
    ),
    ("announcements.publish_announcement", _announce, Gesture.ANNOUNCEMENT_PUBLISHED),
    (
        "announcements.withdraw_announcement",
        lambda on: on.portal.announcements.withdraw_announcement(1, actor=CLERK),
        Gesture.ANNOUNCEMENT_WITHDRAWN,
    ),
    ("billing.request_e_invoice", _wish_invoices_by_mail, Gesture.E_INVOICE_ASKED),
    ("exchange.export_e_invoices", _export_e_invoices, Gesture.E_INVOICES_EXPORTED),
    ("payments.change_payment_mode", _change_mode, Gesture.PAYMENT_CHANGE_ASKED),
    ("payments.cancel_change", _cancel_change, Gesture.PAYMENT_CHANGE_CANCELLED),
    ("payments.change_payment_mode", _change_mode, Gesture.PAYMENT_CHANGE_ASKED),
    ("payments.cancel_by_link", _cancel_change_by_link, Gesture.PAYMENT_CHANGE_CANCELLED),
    ("payments.change_payment_mode", _change_mode, Gesture.PAYMENT_CHANGE_ASKED),
    (
        "payments.let_through",
        lambda on: on.portal.payments.let_through(on.last, actor=CLERK),
        Gesture.PAYMENT_CHANGE_LET_THROUGH,
    ),
    ("payments.confirm_change", _confirm_change, Gesture.PAYMENT_CHANGE_CONFIRMED),
    ("payments.run_due_changes", _wait_for_the_delay, Gesture.PAYMENT_CHANGE_READY),
    ("exchange.export_payment_modes", _export_payment_modes, Gesture.PAYMENT_MODES_EXPORTED),
    (
        "payments.close_change",
        lambda on: on.portal.payments.close_change(on.last, actor=CLERK),
        Gesture.PAYMENT_CHANGE_APPLIED,
    ),
    ("payments.change_bank_details", _change_account, Gesture.PAYMENT_CHANGE_ASKED),
    (
        "payments.refuse_change",
        lambda on: on.portal.payments.refuse_change(on.last, reason="Doute.", actor=CLERK),
        Gesture.PAYMENT_CHANGE_REFUSED,
    ),
    ("payments.lapse_mandates", _let_a_mandate_lapse, Gesture.MANDATE_LAPSED),
    ("payments.revoke_mandate", _revoke_mandate, Gesture.MANDATE_REVOKED),
    ("operations.note_strange_form", _send_a_strange_form, Gesture.FORM_REFUSED),
    (
        "accounts.delete_account",
        lambda on: on.portal.accounts.delete_account(account=on.account, password=SECOND),
        Gesture.ACCOUNT_DELETED,
    ),
    ("accounts.activate_by_staff", _activate_by_staff, Gesture.ACTIVATED),
    (
        "accounts.delete_by_staff",
        lambda on: on.portal.accounts.delete_by_staff(an_account(BOB).email, actor=CLERK),
        Gesture.ACCOUNT_DELETED,
    ),
)


def test_every_use_case_is_told_of(scene: Scene) -> None:
    known = {
        f"{room}.{name}"
        for room, bundle in attrs.asdict(scene.portal, recurse=False).items()
        for name in attrs.asdict(bundle, recurse=False)
    }
    told = {name for name, _, _ in STORY}

    assert told | READ_ONLY | UPKEEP == known
    assert not (told & READ_ONLY)
    assert not (told & UPKEEP)
    assert not (READ_ONLY & UPKEEP)


@pytest.mark.parametrize("name", sorted(READ_ONLY))
def test_what_only_reads_cannot_write(scene: Scene, name: str) -> None:
    room, _, use_case = name.partition(".")
    parts = attrs.asdict(getattr(getattr(scene.portal, room), use_case), recurse=False)

    assert "begin" not in parts


def test_every_change_is_written_down_once(scene: Scene) -> None:
    for name, happens, gesture in STORY:
        before = len(scene.world.kept.audit.entries)

        happens(scene)

        written = scene.world.kept.audit.entries[before:]
        assert [each.gesture for each in written] == [gesture], name
