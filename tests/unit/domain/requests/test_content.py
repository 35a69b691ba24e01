from datetime import date, timedelta

import attrs
import pytest

from siegvo.domain.errors import DomainError
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.requests.address import InvalidPostcode, parse_address, parse_postcode
from siegvo.domain.requests.asked import AnswerMissing, AnswerTooLong, Asked, reader_of
from siegvo.domain.requests.content import (
    ContractMissing,
    LeakNowhere,
    kind_of,
)
from siegvo.domain.requests.days import (
    BirthdayUnlikely,
    DayNotPassedYet,
    DayTooFarAhead,
    DayTooLongAgo,
)
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.telephone import InvalidTelephone, Telephone
from tests.support.builders.contracts import CONTRACT
from tests.support.builders.threads import CONTENTS, LEAK, SUBSCRIPTION, SUPPLY, TERMINATION

TODAY = date(2026, 11, 23)


class TestEachContent:
    def test_makes_a_kind_of_request(self) -> None:
        assert [kind_of(content) for content in CONTENTS] == [
            RequestKind.SUBSCRIPTION,
            RequestKind.TERMINATION,
            RequestKind.LEAK,
            RequestKind.LEAK,
            RequestKind.OTHER,
        ]

    def test_may_be_asked_today(self) -> None:
        for content in CONTENTS:
            content.check(contract=CONTRACT, today=TODAY)


class TestASubscription:
    @pytest.mark.parametrize(
        ("days", "refusal"),
        [(180, None), (181, DayTooFarAhead), (-365, None), (-366, DayTooLongAgo)],
    )
    def test_begins_around_now(self, days: int, refusal: type[DomainError] | None) -> None:
        moved = attrs.evolve(SUBSCRIPTION, move_in_on=TODAY + timedelta(days=days))

        if refusal is None:
            moved.check(contract=None, today=TODAY)
        else:
            with pytest.raises(refusal):
                moved.check(contract=None, today=TODAY)

    @pytest.mark.parametrize(
        ("born", "is_likely"),
        [("2010-11-23", True), ("2010-11-24", False), ("1906-11-23", True), ("1905-11-23", False)],
    )
    def test_is_for_people_of_an_age(self, born: str, is_likely: bool) -> None:  # noqa: FBT001
        asked = attrs.evolve(SUBSCRIPTION, born_on=date.fromisoformat(born))

        if is_likely:
            asked.check(contract=None, today=TODAY)
        else:
            with pytest.raises(BirthdayUnlikely):
                asked.check(contract=None, today=TODAY)

    @pytest.mark.parametrize("names", [(), ("A", "B", "C")])
    def test_names_one_person_or_two(self, names: tuple[str, ...]) -> None:
        with pytest.raises(ValueError, match="names"):
            attrs.evolve(SUBSCRIPTION, names=names)

    def test_needs_names_and_addresses_in_order(self) -> None:
        with pytest.raises(AnswerMissing):
            attrs.evolve(SUBSCRIPTION, names=("",))
        with pytest.raises(AnswerTooLong):
            attrs.evolve(SUBSCRIPTION, previous_occupant="x" * 101)
        with pytest.raises(InvalidPostcode):
            attrs.evolve(SUBSCRIPTION, supply=attrs.evolve(SUPPLY, postcode="L-1234"))
        with pytest.raises(AnswerMissing):
            attrs.evolve(SUBSCRIPTION, billing=attrs.evolve(SUPPLY, town=""))

    @pytest.mark.parametrize("index", [-1, 10**9])
    def test_has_an_index_of_nine_digits_at_most(self, index: int) -> None:
        with pytest.raises(ValueError, match="index_m3"):
            attrs.evolve(SUBSCRIPTION, index_m3=index)


class TestATermination:
    def test_says_which_contract_ends(self) -> None:
        with pytest.raises(ContractMissing):
            TERMINATION.check(contract=None, today=TODAY)


class TestALeak:
    def test_is_somewhere(self) -> None:
        nowhere = attrs.evolve(LEAK, address=None)

        nowhere.check(contract=CONTRACT, today=TODAY)
        with pytest.raises(LeakNowhere):
            nowhere.check(contract=None, today=TODAY)

    def test_has_begun(self) -> None:
        attrs.evolve(LEAK, since=TODAY).check(contract=None, today=TODAY)
        with pytest.raises(DayNotPassedYet):
            attrs.evolve(LEAK, since=TODAY + timedelta(days=1)).check(contract=None, today=TODAY)


class TestAnAnswer:
    def test_is_read_on_one_line(self) -> None:
        read = reader_of(Asked.STREET)

        assert read("  3   rue\nde l’Église ") == "3 rue de l’Église"
        with pytest.raises(AnswerMissing) as missing:
            read(" \u202e ")
        assert missing.value.about is Asked.STREET
        with pytest.raises(AnswerTooLong) as long:
            read("x" * 101)
        assert long.value.most == 100


class TestAPostcode:
    @pytest.mark.parametrize("typed", ["57130", " 57 130 ", "57\u00a0130"])
    def test_is_five_digits(self, typed: str) -> None:
        assert parse_postcode(typed) == "57130"

    @pytest.mark.parametrize(
        "typed", ["", "5713", "571300", "2A004", "\u0665\u0667\u0661\u0663\u0660"]
    )
    def test_is_nothing_else(self, typed: str) -> None:
        with pytest.raises(InvalidPostcode):
            parse_postcode(typed)

    def test_is_part_of_an_address(self) -> None:
        address = parse_address(street="3 rue  X", postcode="57 130", town=" Metz ")

        assert address == PostalAddress(street="3 rue X", postcode="57130", town="Metz")


class TestATelephone:
    @pytest.mark.parametrize(
        ("typed", "number"),
        [
            ("06 12 34 56 78", "0612345678"),
            ("06.12.34.56.78", "0612345678"),
            ("+33 6 12 34 56 78", "0612345678"),
            ("0033612345678", "0612345678"),
            ("+33 (0)6 12 34 56 78", "0612345678"),
            ("00352 621 123 456", "+352621123456"),
            ("+352 621 123 456", "+352621123456"),
        ],
    )
    def test_is_read_as_people_write_it(self, typed: str, number: str) -> None:
        read = Telephone.parse(typed)

        assert str(read) == number
        assert Telephone.parse(str(read)) == read

    @pytest.mark.parametrize(
        "typed", ["", "06 12 34 56", "06123456789", "0012", "+33 1", "appelez-moi", "+0612345678"]
    )
    def test_can_be_called(self, typed: str) -> None:
        with pytest.raises(InvalidTelephone):
            Telephone.parse(typed)
