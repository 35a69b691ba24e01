"""How far a change of payment has come, as its page tells it."""

import pytest

from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.payments.change import ChangeStep
from siegvo.entrypoints.web.payments.change_steps import StepRow, step_rows
from tests.support.builders.changes import a_change_view


def _stands_at(rows: tuple[StepRow, ...]) -> str:
    (current,) = [row.label for row in rows if row.is_current]
    return current


class TestTheWayOfAChange:
    @pytest.mark.parametrize(
        ("step", "stands"),
        [
            (ChangeStep.CONFIRMED, "Délai pour l’annuler"),
            (ChangeStep.READY, "Transmis au service de facturation"),
            (ChangeStep.EXPORTED, "En place\u00a0: règlement par mensualités"),
        ],
    )
    def test_tells_what_it_waits_for(self, step: ChangeStep, stands: str) -> None:
        rows = step_rows(a_change_view(step=step))

        assert _stands_at(rows) == stands
        assert len(rows) == 5

    def test_is_warm_as_long_as_the_subscriber_is_waited_for(self) -> None:
        view = a_change_view(step=ChangeStep.ASKED, due_at=None, debits_follow_from=None)

        rows = step_rows(view)

        assert [row.style for row in rows] == ["past", "warm", "", "", ""]
        assert rows[1].note.startswith("avant le 24/11/2026")

    def test_gives_the_days(self) -> None:
        rows = step_rows(a_change_view())

        assert rows[2].note.startswith("jusqu’au 26/11/2026")
        assert rows[4].note == "pour les échéances à partir du 06/12/2026"

    def test_says_that_somebody_looks_at_it_and_not_why(self) -> None:
        rows = step_rows(a_change_view(is_with_staff=True))

        assert rows[2].note.endswith(", et le service le vérifie")

    @pytest.mark.parametrize("step", [ChangeStep.APPLIED, ChangeStep.CANCELLED, ChangeStep.LAPSED])
    def test_ends(self, step: ChangeStep) -> None:
        assert step_rows(a_change_view(step=step)) == ()


class TestTheWayOfARevocation:
    @pytest.mark.parametrize(
        ("step", "stands"),
        [
            (ChangeStep.READY, "À transmettre au service de facturation"),
            (ChangeStep.EXPORTED, "En place\u00a0: règlement à réception de la facture"),
        ],
    )
    def test_is_shorter(self, step: ChangeStep, stands: str) -> None:
        view = a_change_view(step=step, after=PaymentMode.ON_INVOICE, is_revocation=True)

        rows = step_rows(view)

        assert _stands_at(rows) == stands
        assert "warm" not in {row.style for row in rows}
