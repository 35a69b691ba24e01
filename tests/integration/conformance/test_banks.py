"""What banks promise: those that tests imagine, and schwifty's register."""

from collections.abc import Callable

import attrs
import pytest

from siegvo.adapters.banking.schwifty_banks import SchwiftyBanks
from siegvo.application.ports.banks import Banks
from siegvo.domain.payments.iban import (
    CreditorsOwn,
    Iban,
    InvalidIban,
    NotAnIban,
    OutsideSepa,
    TooLong,
    TooShort,
    UnknownCountry,
    WrongChecksum,
    WrongRibKey,
)
from tests.support.banks import FewBanks
from tests.support.builders.banking import POST, french_iban

_OWN = french_iban(57_865)
_Open = Callable[[frozenset[Iban]], Banks]


@pytest.fixture(params=[FewBanks, SchwiftyBanks])
def banks(request: pytest.FixtureRequest) -> Banks:
    opened: _Open = request.param
    return opened(frozenset({_OWN}))


class TestAnAccountThatCanBeDebited:
    @pytest.mark.parametrize(
        "typed",
        [
            POST,
            "FR14 2004 1010 0505 0001 3M02 606",
            "fr14-2004-1010-0505-0001-3m02-606",
            "\u00a0FR14\u202f20041.01005 0500013M026 06\n",
            "IBAN: FR14 2004 1010 0505 0001 3M02 606",
        ],
    )
    def test_is_read_as_people_copy_it(self, banks: Banks, typed: str) -> None:
        found = banks.check(typed)

        assert found.iban == Iban(POST)
        assert (found.bic, found.bank_name) == ("PSSTFRPP", "LA BANQUE POSTALE")

    def test_may_be_abroad(self, banks: Banks) -> None:
        found = banks.check("DE89370400440532013000")

        assert (found.bic, found.bank_name) == ("COBADEFFXXX", "Commerzbank")

    def test_may_be_of_a_bank_nobody_knows(self, banks: Banks) -> None:
        found = banks.check("BE68539007547034")

        assert (found.bic, found.bank_name) == (None, None)


@pytest.mark.parametrize(
    "typed",
    [
        "AL47212110090000000235698741",
        "MD24AG000225100013104168",
        "ME25505000012345678951",
        "MK07250120000058984",
        "RS35260005601001611379",
    ],
)
def test_an_account_may_be_where_sepa_came_lately(typed: str) -> None:
    assert SchwiftyBanks().check(typed).iban == Iban(typed)


_REFUSED = [
    ("", NotAnIban()),
    ("bonjour", NotAnIban()),
    ("20041 01005 0500013M026 06", NotAnIban()),
    ("FR14 2004 1010 0505 0001 3M02 60\u00e9", NotAnIban()),
    ("\uff26\uff32" + POST[2:], NotAnIban()),
    (POST + ";DROP", NotAnIban()),
    ("XX1420041010050500013M02606", UnknownCountry("XX")),
    ("GF1420041010050500013M02606", UnknownCountry("GF")),
    ("BR9700360305000010009795493P1", OutsideSepa("BR")),
    ("FR", TooShort(country="FR", expected=27, found=2)),
    (POST[:-2], TooShort(country="FR", expected=27, found=25)),
    (POST + "1", TooLong(country="FR", expected=27, found=28)),
    ("FR1520041010050500013M02606", WrongChecksum()),
    ("FR2830006000011234567890180", WrongRibKey()),
    (_OWN.text, CreditorsOwn()),
]


class TestWhatIsNoAccountToDebit:
    @pytest.mark.parametrize(("typed", "refusal"), _REFUSED)
    def test_is_refused_for_one_reason(
        self, banks: Banks, typed: str, refusal: InvalidIban
    ) -> None:
        with pytest.raises(InvalidIban) as refused:
            banks.check(typed)

        assert type(refused.value) is type(refusal)
        assert attrs.asdict(refused.value) == attrs.asdict(refusal)

    @pytest.mark.parametrize("typed", [typed for typed, _ in _REFUSED if len(typed) > 20])
    def test_is_not_repeated_by_what_refuses_it(self, banks: Banks, typed: str) -> None:
        with pytest.raises(InvalidIban) as refused:
            banks.check(typed)

        error: BaseException | None = refused.value
        while error:
            assert typed[4:12] not in f"{error!r} {error}"
            error = error.__cause__

    def test_may_be_one_letter_where_its_country_has_digits(self) -> None:
        with pytest.raises(NotAnIban):
            SchwiftyBanks().check("FR14A0041010050500013M02606")

    def test_need_not_have_a_key_we_can_reckon(self) -> None:
        found = SchwiftyBanks().check("HU42117730161111101800000000")

        assert found.iban.country == "HU"
