"""Every use case that changes something writes one line of the audit trail, and says which."""

from collections.abc import Callable
from datetime import date
from typing import Final

import attrs
import pytest

from siegvo.application.portal import Portal, assemble
from siegvo.application.ports.outside import Outside
from siegvo.application.ports.session_keys import SessionKey
from siegvo.application.ports.tokens import Purpose
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.address_change import AddressChange
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.sent_reading import Review
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import BOB, an_account
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.feeds import (
    Listed,
    Told,
    contract_feed,
    contract_row,
    meter_feed,
    meter_row,
    reading_rows,
)
from tests.support.in_memory.world import World
from tests.support.meters import a_meter
from tests.support.outside import Surroundings
from tests.support.security_keys import know_with_key

ODILE, ELSEWHERE = EmailAddress("odile@exemple.fr"), EmailAddress("odile@ailleurs.fr")
FIRST, SECOND = Password("mirabelle tramway onze"), Password("quetsche funiculaire douze")
KEY, CLERK = SecurityKey("9NUUNTUW"), Actor.staff("c.weber")

READ_ONLY: Final = frozenset(
    {
        "accounts.list_sessions",
        "accounts.check_reset",
        "accounts.list_accounts",
        "accounts.show_account",
        "contracts.list_shared_payers",
        "contracts.list_waiting_links",
        "contracts.show_contract",
        "contracts.show_dashboard",
        "metering.show_consumption",
        "metering.show_sent_reading",
        "metering.list_readings_to_review",
        "requests.list_requests",
        "notifications.list_mail",
        "notifications.send_test",
        "operations.check_database",
        "operations.list_audit",
        "operations.show_counts",
        "operations.verify_audit",
    }
)
UPKEEP: Final = frozenset(
    {
        "accounts.who_is",
        "accounts.renew_session",
        "notifications.deliver_mail",
        "notifications.retry_mail",
        "operations.forget_old",
        "operations.seal_audit",
    }
)
"""What the portal does by itself, or tries again: nothing anybody could contest."""


@attrs.define
class Scene:
    """A portal, and what its people have in hand from one gesture to the next."""

    world: World
    outside: Outside
    portal: Portal
    account: AccountId = BOB
    session: SessionKey | None = None
    reference: RequestReference | None = None

    def link(self, purpose: Purpose, subject: object, *state: str) -> str:
        return self.outside.tokens.issue(purpose, str(subject), state=state)

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
    return Scene(world, outside, assemble(outside))


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


def _dispute(scene: Scene) -> None:
    scene.reference = scene.portal.contracts.dispute_link(account=scene.account, payer=MARCHAL)


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


def _import_contracts(scene: Scene) -> None:
    row = contract_row(a_tenure("4002", payer="R77"))
    scene.portal.exchange.import_contracts(contract_feed([row]), confirmed=True, actor=CLERK)


def _import_meters(scene: Scene) -> None:
    row = meter_row(a_meter(serial="T26AA000001"))
    scene.portal.exchange.import_meters(meter_feed([row]), actor=CLERK)


def _import_readings(scene: Scene) -> None:
    rows = Listed([reading_rows(Told(2, 20, serial="T26AA000001"))])
    scene.portal.exchange.import_readings(rows, actor=CLERK)


def _activate_by_staff(scene: Scene) -> None:
    scene.world.kept.registrations.kept.clear()
    email = EmailAddress("bob@exemple.fr")
    scene.portal.accounts.register(email=email, password=FIRST)
    del scene.world.kept.audit.entries[-1]
    scene.account = scene.portal.accounts.activate_by_staff(email, actor=CLERK)


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
        "accounts.change_address_by_staff",
        lambda on: on.portal.accounts.change_address_by_staff(ODILE, ELSEWHERE, actor=CLERK),
        Gesture.ADDRESS_CHANGED,
    ),
    ("accounts.reset_password", _reset_password, Gesture.PASSWORD_RESET),
    ("contracts.link_contract", _link, Gesture.CONTRACT_LINKED),
    ("contracts.dispute_link", _dispute, Gesture.LINK_DISPUTED),
    ("contracts.refuse_link", _refuse_link, Gesture.LINK_REFUSED),
    ("metering.submit_reading", _send_reading, Gesture.READING_SENT),
    ("metering.accept_reading", _accept, Gesture.READING_ACCEPTED),
    ("metering.refuse_reading", _refuse, Gesture.READING_REFUSED),
    ("exchange.export_readings", _export, Gesture.READINGS_EXPORTED),
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
