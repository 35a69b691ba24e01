"""What is due, done in the background: payments, changes, leaks, letters, old things."""

import logging
import time
import traceback
from collections.abc import Sequence
from threading import Event
from typing import Final

import attrs

from siegvo.application.billing.check_payments import Check, CheckOutcome
from siegvo.application.notifications.delivery import Delivery, Outcome
from siegvo.application.portal import Portal
from siegvo.application.ports.unavailable import Unavailable

REST: Final = 2.0
LONGEST_REST: Final = 60.0
FORGET_EVERY: Final = 3600.0
SEAL_EVERY: Final = 60.0
WATCH_EVERY: Final = 60.0
MOVE_EVERY: Final = 60.0
LOOK_FOR_LEAKS_EVERY: Final = 3600.0
# A mail server that puts off three letters in a row does not want the others now.
PATIENCE: Final = 3
# Letters do not wait for more look-ups than these.
MOST_CHECKS: Final = 20

_log = logging.getLogger("siegvo.worker")


@attrs.frozen(kw_only=True)
class Round:
    """What one round did.

    Payments asked about, changes of payment mode moved on, mandates that lapsed or were sealed
    anew, abnormal consumptions told, events taken, lines sealed, old things dropped.
    """

    checks: tuple[Check, ...]
    changes: int
    mandates: int
    leaks: int
    deliveries: tuple[Delivery, ...]
    sealed: int
    forgotten: int


def run_once(portal: Portal, stop: Event | None = None) -> Round:
    """Do all that is due, and no more of it once `stop` is set.

    Raises:
        DatabaseUnavailable: it cannot be reached, is locked or full.
    """
    stop = stop or Event()
    checks = _check_payments(portal, stop)
    changes = portal.payments.run_due_changes()
    mandates = portal.payments.lapse_mandates() + portal.payments.reseal_mandates()
    leaks = len(portal.metering.watch_leaks())
    deliveries = _deliver(portal, stop)
    _watch(portal)
    return Round(
        checks=checks,
        changes=changes,
        mandates=mandates,
        leaks=leaks,
        deliveries=deliveries,
        sealed=portal.operations.seal_audit(),
        forgotten=portal.operations.forget_old(),
    )


def run(portal: Portal, stop: Event, *, rest: float = REST) -> None:
    """Work until `stop` is set; the letter at hand is finished first.

    As many as one likes may run, on as many machines.  Between two rounds it rests, in
    seconds; for longer and longer while something fails, and goes on.
    """
    pause = rest
    seal_at = forget_at = move_at = watch_at = leaks_at = time.monotonic()
    while not stop.is_set():
        try:
            _check_payments(portal, stop)
            if time.monotonic() >= move_at:
                portal.payments.run_due_changes()
                move_at = time.monotonic() + MOVE_EVERY
            went_well = not _is_balking(_deliver(portal, stop))
            if time.monotonic() >= leaks_at:
                portal.metering.watch_leaks()
                leaks_at = time.monotonic() + LOOK_FOR_LEAKS_EVERY
            if time.monotonic() >= seal_at:
                portal.operations.seal_audit()
                seal_at = time.monotonic() + SEAL_EVERY
            if time.monotonic() >= watch_at:
                _watch(portal)
                watch_at = time.monotonic() + WATCH_EVERY
            if time.monotonic() >= forget_at:
                portal.payments.lapse_mandates()
                portal.payments.reseal_mandates()
                portal.operations.forget_old()
                forget_at = time.monotonic() + FORGET_EVERY
        except Exception as fault:  # noqa: BLE001 (a fault is logged; it does not end the service)
            _report(fault)
            went_well = False
        pause = rest if went_well else min(2 * pause, LONGEST_REST)
        stop.wait(pause)


def _check_payments(portal: Portal, stop: Event) -> tuple[Check, ...]:
    """Ask what became of payments, until none is due, the treasury is silent, or `stop` is set."""
    checks: list[Check] = []
    while not stop.is_set() and len(checks) < MOST_CHECKS:
        check = portal.billing.check_payments()
        if check is None:
            break
        checks.append(check)
        if check.outcome is CheckOutcome.PUT_OFF:
            _log.warning("the treasury does not answer (%s): trying again", check.why)
            break
    return tuple(checks)


def _deliver(portal: Portal, stop: Event) -> tuple[Delivery, ...]:
    """Tell events until none is due, the mail server balks, or `stop` is set."""
    deliveries: list[Delivery] = []
    while not stop.is_set() and not _is_balking(deliveries):
        delivery = portal.notifications.deliver_mail()
        if delivery is None:
            break
        deliveries.append(delivery)
    return tuple(deliveries)


def _watch(portal: Portal) -> None:
    """Warn whoever reads the log of a wave of guesses; each is slowed down by its own counts."""
    failed = portal.operations.watch_sign_ins()
    if failed:
        _log.warning("%d sign-ins failed within 5 minutes: somebody tries many accounts", failed)


def _is_balking(deliveries: Sequence[Delivery]) -> bool:
    latest = deliveries[-PATIENCE:]
    return len(latest) == PATIENCE and all(each.outcome is Outcome.PUT_OFF for each in latest)


def _report(fault: Exception) -> None:
    """Log where it happened and what it is called; its words may quote an address or a link."""
    name = type(fault).__name__
    if isinstance(fault, Unavailable):
        _log.warning("%s: trying again", name)
        return
    where = "".join(traceback.format_tb(fault.__traceback__))
    _log.error("%s: going on\n%s", name, where)
