"""`siegvo requests`, about changes of payment."""

import json

import pytest
from click.testing import CliRunner, Result

from siegvo.application.portal import Portal, assemble
from siegvo.domain.payments.change import ChangeStep
from siegvo.entrypoints.cli.main import siegvo
from tests.support.builders.banking import french_iban
from tests.support.changing import Changing
from tests.support.database import Database
from tests.support.outside import Surroundings


@pytest.fixture
def changing(database: Database, surroundings: Surroundings) -> Changing:
    return Changing.on(database, surroundings)


@pytest.fixture
def portal(changing: Changing) -> Portal:
    return assemble(changing.outside)


def run(portal: Portal, *words: str) -> Result:
    return CliRunner().invoke(siegvo, ["requests", *words], obj=portal)


class TestAChangeOfPayment:
    def test_shows_staff_what_they_let_leave(self, changing: Changing, portal: Portal) -> None:
        reference = changing.ask()
        changing.make_ready(reference)

        shown = run(portal, "show", str(reference)).stdout

        assert (
            "Changement\u00a0: règlement par prélèvement à l’échéance, au lieu d’un règlement"
            " à réception de la facture" in shown
        )
        assert f"Compte\u00a0: {french_iban(1).masked}" in shown
        assert "Titulaire\u00a0: Odile Marchal" in shown
        assert "Étape\u00a0: prêt, part avec le prochain export" in shown
        assert "À vérifier" not in shown
        assert french_iban(1).text not in shown

    def test_says_why_somebody_has_to_look(self, changing: Changing, portal: Portal) -> None:
        reference = changing.ask(account_holder="Jean Dupont")
        changing.confirm(reference)

        shown = run(portal, "show", str(reference)).stdout

        assert "À vérifier\u00a0: le titulaire du compte n’est pas le redevable" in shown
        assert "Étape\u00a0: confirmé, peut encore être annulé jusqu’au" in shown

    def test_says_in_the_list_what_it_waits_for(self, changing: Changing, portal: Portal) -> None:
        reference = changing.ask(account_holder="Jean Dupont")
        changing.confirm(reference)

        assert "à vérifier" in run(portal, "list").stdout
        assert run(portal, "start", str(reference)).exit_code == 0
        assert "en traitement" in run(portal, "list").stdout
        changing.wait()
        assert "prête à partir" in run(portal, "list").stdout

    def test_is_read_by_programs(self, changing: Changing, portal: Portal) -> None:
        reference = changing.ask(account_holder="Jean Dupont")

        (line,) = json.loads(run(portal, "list", "--json").stdout)
        change = json.loads(run(portal, "show", str(reference), "--json").stdout)["change"]

        assert (line["is_suspected"], line["is_ready"]) == (True, False)
        assert change["after"] == "direct_debit"
        assert change["step"] == "asked"
        assert change["account"] == french_iban(1).masked
        assert change["account_holder"] == "Jean Dupont"
        assert change["suspicions"] == ["other_holder"]

    def test_is_closed_without_a_word_that_nobody_would_read(
        self, changing: Changing, portal: Portal
    ) -> None:
        reference = changing.ask()
        changing.make_ready(reference)
        changing.export(reference)

        refused = run(portal, "close", str(reference), "--message", "C’est fait.")

        assert refused.exit_code == 1
        assert "ne reçoit pas de message" in refused.stderr
        assert changing.change(reference).step is ChangeStep.EXPORTED
