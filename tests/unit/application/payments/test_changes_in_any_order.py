"""Whatever is tried in whatever order, by whomever."""

from hypothesis import HealthCheck, settings

from tests.support.change_machine import PaymentChangeMachine

TestChangesInAnyOrder = PaymentChangeMachine.TestCase
TestChangesInAnyOrder.settings = settings(
    max_examples=50,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
