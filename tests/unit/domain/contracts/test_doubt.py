import pytest

from siegvo.domain.contracts.doubt import Doubt, KeyTooWeak, doubt_about


def doubt(
    *, contracts: int = 1, accounts: int = 0, key_bits: int = 40, is_suspicious: bool = False
) -> Doubt | None:
    return doubt_about(
        contracts=contracts, accounts=accounts, key_bits=key_bits, is_suspicious=is_suspicious
    )


class TestALink:
    def test_of_a_household_is_made_at_once(self) -> None:
        assert doubt() is None

    @pytest.mark.parametrize(("contracts", "waits"), [(10, None), (11, Doubt.MANY_CONTRACTS)])
    def test_waits_beyond_ten_contracts(self, contracts: int, waits: Doubt | None) -> None:
        assert doubt(contracts=contracts) is waits

    @pytest.mark.parametrize(("accounts", "waits"), [(4, None), (5, Doubt.MANY_ACCOUNTS)])
    def test_waits_after_five_accounts(self, accounts: int, waits: Doubt | None) -> None:
        assert doubt(accounts=accounts) is waits

    @pytest.mark.parametrize(
        ("bits", "waits"), [(40, None), (39, Doubt.WEAK_KEY), (20, Doubt.WEAK_KEY)]
    )
    def test_waits_when_its_key_is_short(self, bits: int, waits: Doubt | None) -> None:
        assert doubt(key_bits=bits) is waits

    def test_waits_when_wrong_keys_are_tried(self) -> None:
        assert doubt(is_suspicious=True) is Doubt.MANY_FAILURES

    def test_is_not_asked_for_with_a_key_that_proves_nothing(self) -> None:
        with pytest.raises(KeyTooWeak):
            doubt(key_bits=19)
