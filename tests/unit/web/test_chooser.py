from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.entrypoints.web.chooser import choices, chooser
from tests.support.pages import a_held_contract

FIRST, SECOND = a_held_contract("100001"), a_held_contract("100002", ended="2026-04-16")


class TestTheChooser:
    def test_is_not_there_when_there_is_nothing_to_choose(self) -> None:
        assert chooser([FIRST], shown=FIRST.number, path="/factures") is None

    def test_marks_the_contract_that_is_shown(self) -> None:
        offered = chooser([FIRST, SECOND], shown=FIRST.number, path="/factures")

        assert offered
        assert [choice.is_shown for choice in offered.choices] == [True, False]
        assert offered.choices[0].note == "Contrat 100001 · affiché"

    def test_leads_to_the_same_page_of_the_other_contract(self) -> None:
        offered = chooser([FIRST, SECOND], shown=FIRST.number, path="/factures")

        assert offered
        assert offered.choices[1].href == "/factures?contrat=100002"

    def test_becomes_a_list_beyond_four(self) -> None:
        many = [a_held_contract(str(number)) for number in range(100001, 100006)]

        four = chooser(many[:4], shown=ContractNumber("100001"), path="/factures")
        five = chooser(many, shown=ContractNumber("100001"), path="/factures")

        assert four
        assert four.is_short
        assert five
        assert not five.is_short


class TestChoices:
    def test_say_where_a_contract_is_and_that_it_ended(self) -> None:
        (choice,) = choices([SECOND], path="/tableau-de-bord")

        assert choice.address == "12 rue des Prés, GRAVELOTTE"
        assert choice.note == "Contrat 100002 · résilié le 16/04/2026"
