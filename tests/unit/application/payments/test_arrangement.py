"""How a contract is paid, as its page shows it."""

from datetime import date, timedelta

import attrs

from siegvo.application.payments.bundle import Payments
from siegvo.application.payments.show_arrangement import Arrangement
from siegvo.application.ports.papers import MandatePaper
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.payments.mandate import MandateState
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.billing import an_invoice
from tests.support.builders.changes import a_kept_mandate
from tests.support.builders.contracts import CONTRACT, MARCHAL
from tests.support.changing import CLERK, Changing, tenure_in
from tests.support.in_memory.world import World
from tests.support.papers import PlainPapers

DEBIT, MONTHLY, INVOICE = PaymentMode.DIRECT_DEBIT, PaymentMode.MONTHLY, PaymentMode.ON_INVOICE


def _shown(changing: Changing) -> Arrangement:
    return changing.payments.show_arrangement(holder=ALICE, contract=CONTRACT)


class TestTheArrangement:
    def test_names_the_bank_of_the_mandate(self, world: World, changing: Changing) -> None:
        world.know(tenure_in(DEBIT))
        kept = attrs.evolve(
            a_kept_mandate(activated_on=date(2026, 10, 5)),
            bic="PSSTFRPP",
            bank_name="La Banque Postale",
        )
        world.kept.mandates.add(kept)

        mandate = _shown(changing).mandate

        assert mandate
        assert (mandate.reference, mandate.state) == (kept.reference, MandateState.ACTIVE)
        assert (mandate.bic, mandate.bank_name) == ("PSSTFRPP", "La Banque Postale")
        assert mandate.lapses_on == date(2029, 10, 5)

    def test_names_the_bank_of_an_account_that_waits(self, changing: Changing) -> None:
        changing.ask()

        pending = _shown(changing).pending

        assert pending
        with changing.store.look() as readers:
            (signed,) = readers.mandates.of_contract(CONTRACT, MARCHAL)
        assert (pending.bic, pending.bank_name) == (signed.bic, signed.bank_name)

    def test_may_be_revoked_while_something_is_debited(
        self, world: World, changing: Changing
    ) -> None:
        assert not _shown(changing).may_revoke

        world.know(tenure_in(DEBIT))
        assert _shown(changing).may_revoke

        reference = changing.ask_account()
        assert _shown(changing).may_revoke

        changing.make_ready(reference)
        changing.export(reference)
        assert not _shown(changing).may_revoke


class TestTheNextDebit:
    def test_is_not_told_once_the_mandate_is_revoked(
        self, world: World, changing: Changing
    ) -> None:
        """But for one that is so near that the billing system has prepared it."""
        world.know(tenure_in(DEBIT), an_invoice("F-1", debit="2026-12-03", due="2026-12-03"))
        before = _shown(changing).next_debit
        assert before is not None

        changing.payments.revoke_mandate(
            holder=ALICE, contract=CONTRACT, proved_at=changing.outside.clock.now()
        )

        assert _shown(changing).next_debit is None
        world.know(an_invoice("F-1", debit="2026-12-02", due="2026-12-02"))
        assert _shown(changing).next_debit == attrs.evolve(before, on=date(2026, 12, 2))


class TestTheSchedule:
    def test_is_shown_as_it_was_before_consent(self, changing: Changing) -> None:
        before = changing.payments.plan_months(holder=ALICE, contract=CONTRACT, debit_day=10)

        changing.ask(MONTHLY)

        found = _shown(changing)
        assert (found.plan, found.pending_plan) == (None, before)

    def test_stays_the_same_once_it_runs(self, world: World, changing: Changing) -> None:
        before = changing.payments.plan_months(holder=ALICE, contract=CONTRACT, debit_day=10)
        reference = changing.ask(MONTHLY)
        changing.make_ready(reference)
        changing.export(reference)
        changing.payments.close_change(reference, actor=CLERK)
        world.know(tenure_in(MONTHLY), an_invoice("F-9", issued="2026-12-20", total=90_000))

        found = _shown(changing)

        assert (found.plan, found.pending_plan) == (before, None)
        assert found.next_debit
        assert found.next_debit.on == before.instalments[0].on

    def test_of_next_year_follows_the_last_instalment(
        self, world: World, changing: Changing
    ) -> None:
        reference = changing.ask(MONTHLY)
        changing.make_ready(reference)
        changing.export(reference)
        changing.payments.close_change(reference, actor=CLERK)
        world.know(tenure_in(MONTHLY), an_invoice("F-9", issued="2027-10-20", total=90_000))
        first = _shown(changing).plan
        assert first
        last = first.instalments[-1].on
        now = changing.outside.clock.today()

        changing.surroundings.clock.advance(last - now)
        assert _shown(changing).plan == first
        changing.surroundings.clock.advance(timedelta(days=1))

        following = _shown(changing).plan
        assert following
        assert {each.on.year for each in following.instalments} == {last.year + 1}

    def test_is_none_once_its_day_is_no_longer_offered(
        self, world: World, changing: Changing
    ) -> None:
        reference = changing.ask(MONTHLY)
        utility = changing.outside.utility
        rules = attrs.evolve(utility.monthly_plan, days=(20,))
        outside = attrs.evolve(changing.outside, utility=attrs.evolve(utility, monthly_plan=rules))
        later = attrs.evolve(changing, payments=Payments.on(outside))
        assert _shown(later).pending_plan is None

        changing.make_ready(reference)
        changing.export(reference)
        changing.payments.close_change(reference, actor=CLERK)
        world.know(tenure_in(MONTHLY))

        assert _shown(changing).plan is not None
        assert (_shown(later).plan, _shown(later).next_debit) == (None, None)


class TestTheMandateOnPaper:
    def test_tells_the_address_of_who_signed_to_nobody_else(
        self, world: World, changing: Changing
    ) -> None:
        world.know(tenure_in(DEBIT))
        world.kept.mandates.add(a_kept_mandate(activated_on=date(2026, 10, 5)))
        papers = PlainPapers()
        payments = Payments.on(attrs.evolve(changing.outside, papers=papers))

        payments.open_mandate(holder=ALICE, contract=CONTRACT)
        payments.open_mandate(holder=BOB, contract=CONTRACT)

        signed_as = [
            each.consent.signed_as
            for each in papers.made
            if isinstance(each, MandatePaper) and each.consent
        ]
        assert signed_as == [an_account(ALICE).email.text, ""]
