from datetime import date, timedelta

import attrs
import pytest

from siegvo.application.contracts.bundle import Contracts
from siegvo.application.contracts.issue_attestation import NoAttestationPaper
from siegvo.application.ports.papers import AttestationPaper
from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.contracts.attestation import (
    AttestationExpired,
    AttestationStanding,
    ContractNotBegun,
)
from siegvo.domain.contracts.attestation_code import AttestationCode, AttestationUnknown
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.throttle import TooManyAttempts
from tests.support.builders.accounts import ALICE, BOB, NOON
from tests.support.builders.contracts import (
    CONTRACT,
    MARCHAL,
    SOMEWHERE,
    a_link,
    a_payer,
    a_tenure,
)
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

STANDS, ENDED, CORRECTED = AttestationStanding


@pytest.fixture(autouse=True)
def _linked(world: World, contracts: Contracts) -> None:
    del contracts  # Alice has an account from then on
    world.know(a_payer(name="Mme Odile Marchal"), a_tenure())
    with world.begin() as work:
        work.links.add(a_link(ALICE))


def _paper(contracts: Contracts, surroundings: Surroundings) -> AttestationPaper:
    contracts.issue_attestation(holder=ALICE, contract=CONTRACT)
    assert surroundings.papers
    paper = surroundings.papers.made[-1]
    assert isinstance(paper, AttestationPaper)
    return paper


def _code(contracts: Contracts, surroundings: Surroundings) -> AttestationCode:
    return AttestationCode.parse(_paper(contracts, surroundings).code)


class TestIssueAttestation:
    def test_says_who_where_and_since_when(
        self, contracts: Contracts, surroundings: Surroundings
    ) -> None:
        paper = _paper(contracts, surroundings)

        assert (paper.payer.name, paper.payer.address) == ("Mme Odile Marchal", SOMEWHERE)
        assert (paper.contract, paper.supply) == (CONTRACT, SOMEWHERE)
        assert (paper.since, paper.until) == (date(2020, 1, 1), None)
        assert (paper.made_on, paper.checked_until) == (date(2026, 11, 23), date(2027, 2, 23))
        assert paper.verify_at == "http://localhost/verification"

    def test_is_of_the_period_of_whoever_left(
        self, world: World, contracts: Contracts, surroundings: Surroundings
    ) -> None:
        world.know(a_tenure(until="2026-10-31"))

        assert _paper(contracts, surroundings).until == date(2026, 10, 31)

    def test_is_the_same_all_day_long_and_another_the_next(
        self, contracts: Contracts, surroundings: Surroundings
    ) -> None:
        today = _paper(contracts, surroundings).code

        assert _paper(contracts, surroundings).code == today
        surroundings.clock.moment += timedelta(days=1)
        assert _paper(contracts, surroundings).code != today

    def test_is_not_for_others(self, contracts: Contracts) -> None:
        with pytest.raises(ContractNotFound):
            contracts.issue_attestation(holder=BOB, contract=CONTRACT)

    def test_is_refused_before_the_contract_begins(
        self, world: World, contracts: Contracts
    ) -> None:
        world.know(a_tenure(since="2026-12-01"))

        with pytest.raises(ContractNotBegun):
            contracts.issue_attestation(holder=ALICE, contract=CONTRACT)

    def test_needs_something_that_makes_papers(
        self, world: World, surroundings: Surroundings
    ) -> None:
        bare = attrs.evolve(surroundings, papers=None)

        with pytest.raises(NoAttestationPaper):
            Contracts.on(bare.around(world)).issue_attestation(holder=ALICE, contract=CONTRACT)


class TestCheckAttestation:
    def test_tells_what_the_paper_says(
        self, contracts: Contracts, surroundings: Surroundings
    ) -> None:
        checked = contracts.check_attestation(_code(contracts, surroundings))

        assert checked.standing is STANDS
        assert checked.made_on == date(2026, 11, 23)
        assert checked.said
        assert (checked.said.payer_name, checked.said.supply) == ("Mme Odile Marchal", SOMEWHERE)
        assert (checked.said.contract, checked.said.payer) == (CONTRACT, MARCHAL)

    @pytest.mark.parametrize("until", ["2026-11-10", "2026-11-23", "2026-12-31"])
    def test_tells_when_the_contract_has_ended_since(
        self, world: World, contracts: Contracts, surroundings: Surroundings, until: str
    ) -> None:
        """Even from a day before the paper was made: the file came later."""
        code = _code(contracts, surroundings)
        world.know(a_tenure(until=until))
        surroundings.clock.moment += timedelta(days=60)

        checked = contracts.check_attestation(code)

        assert checked.standing is ENDED
        assert checked.said
        assert checked.said.days.last is None

    def test_vouches_for_a_period_that_is_over(
        self, world: World, contracts: Contracts, surroundings: Surroundings
    ) -> None:
        world.know(a_tenure(until="2026-10-31"))

        checked = contracts.check_attestation(_code(contracts, surroundings))

        assert checked.standing is STANDS
        assert checked.said
        assert checked.said.days.last == date(2026, 10, 31)

    def test_hides_what_was_put_right_since(
        self, world: World, contracts: Contracts, surroundings: Surroundings
    ) -> None:
        code = _code(contracts, surroundings)
        world.know(a_payer(name="Mme Odile Weber"))

        checked = contracts.check_attestation(code)

        assert (checked.standing, checked.said) == (CORRECTED, None)

    def test_knows_its_paper_when_the_first_day_was_put_off(
        self, world: World, contracts: Contracts, surroundings: Surroundings
    ) -> None:
        code = _code(contracts, surroundings)
        with world.begin() as work:
            work.tenures.unlearn(a_tenure())
        world.know(a_tenure(since="2027-01-01"))

        assert contracts.check_attestation(code).standing is CORRECTED

    def test_does_not_take_the_next_payer_for_the_one_before(
        self, world: World, contracts: Contracts, surroundings: Surroundings
    ) -> None:
        code = _code(contracts, surroundings)
        world.know(a_payer("NEXT", name="M. Weber"), a_tenure(until="2026-11-30"))
        world.know(a_tenure(payer="NEXT", since="2026-12-01"))
        surroundings.clock.moment += timedelta(days=30)

        checked = contracts.check_attestation(code)

        assert checked.standing is ENDED
        assert checked.said
        assert checked.said.payer_name == "Mme Odile Marchal"

    def test_lasts_three_months(self, contracts: Contracts, surroundings: Surroundings) -> None:
        code = _code(contracts, surroundings)
        surroundings.clock.moment += date(2027, 2, 23) - date(2026, 11, 23)
        assert contracts.check_attestation(code).standing is STANDS
        surroundings.clock.moment += timedelta(days=1)

        with pytest.raises(AttestationExpired):
            contracts.check_attestation(code)

    def test_knows_no_code_that_was_changed(
        self, world: World, contracts: Contracts, surroundings: Surroundings
    ) -> None:
        world.know(a_payer("OTHER"), a_tenure("200000001", payer="OTHER"))
        code = _code(contracts, surroundings)
        another_day = attrs.evolve(code, made_on=code.made_on + timedelta(days=1))
        another_contract = attrs.evolve(code, contract=a_tenure("200000001").contract)
        no_contract = attrs.evolve(code, contract=a_tenure("200000002").contract)
        another_mark = attrs.evolve(code, holder_mark="0" * 12)

        for forged in (another_day, another_contract, no_contract, another_mark):
            with pytest.raises(AttestationUnknown):
                contracts.check_attestation(forged)

    def test_writes_down_each_check(
        self, world: World, contracts: Contracts, surroundings: Surroundings
    ) -> None:
        code = _code(contracts, surroundings)

        contracts.check_attestation(code, origin="192.0.2.7")
        with pytest.raises(AttestationUnknown):
            contracts.check_attestation(attrs.evolve(code, holder_mark="0" * 12))

        well, badly = world.kept.audit.entries
        assert well == Entry(
            at=NOON,
            actor=Actor.stranger(),
            gesture=Gesture.ATTESTATION_CHECKED,
            subject=str(CONTRACT),
            origin="192.0.2.7",
        )
        assert badly.gesture is Gesture.ATTESTATION_CHECK_FAILED

    def test_is_not_for_guessing(self, contracts: Contracts, surroundings: Surroundings) -> None:
        code = _code(contracts, surroundings)
        wrong = attrs.evolve(code, holder_mark="0" * 12)
        for _ in range(60):
            with pytest.raises(AttestationUnknown):
                contracts.check_attestation(wrong, origin="192.0.2.7")

        with pytest.raises(TooManyAttempts):
            contracts.check_attestation(code, origin="192.0.2.7")
        assert contracts.check_attestation(code, origin="192.0.2.8").standing is STANDS
