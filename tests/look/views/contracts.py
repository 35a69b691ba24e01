"""Contracts linked, shown and shared; meters and what they measured."""

from typing import Final

from tests.look.view import Step, View, Who, newcomer, refused, subscriber

CONTRACTS: Final[tuple[View, ...]] = (
    newcomer("/contrats/lier"),
    refused(newcomer("/contrats/lier")),
    newcomer("/contrats/lier").after(
        Step(answers={"contract_number": "100200334", "security_key": "ABCDEFGH"}), called="faux"
    ),
    View(path="/contrats/en-attente", who=Who.WAITING),
    View(path="/tableau-de-bord", who=Who.WAITING),
    subscriber("/contrats/lier"),
    subscriber("/contrats/lies"),
    subscriber("/contrats/lies?deja=oui"),
    subscriber("/mon-compte/comptes-lies"),
    subscriber("/tableau-de-bord"),
    subscriber("/tableau-de-bord?contrat=100200331"),
    subscriber("/tableau-de-bord?contrat=100200317"),
    subscriber("/tableau-de-bord?contrat=100200423"),
    subscriber("/tableau-de-bord?contrat=100200433"),
    subscriber("/tableau-de-bord?contrat=100300002"),
)

METERS: Final[tuple[View, ...]] = (
    newcomer("/consommations"),
    subscriber("/consommations?contrat=100200331"),
    subscriber("/consommations?contrat=100200331&vue=jour&personnes=3"),
    subscriber("/consommations?contrat=100200331&personnes=0", status=422),
    subscriber("/consommations?contrat=100200317"),
    subscriber("/consommations?contrat=100200433"),
    subscriber("/consommations?contrat=100300002"),
    subscriber("/contrats/100200331/releve"),
    subscriber("/contrats/100300002/releve"),
    refused(subscriber("/contrats/100300002/releve")),
    subscriber("/contrats/100200423/releve").after(
        Step(answers={"index": "700"}), called="a-confirmer"
    ),
    subscriber("/contrats/100200329/releve"),
    subscriber("/contrats/100200317/releve"),
    subscriber("/contrats/100200331/releve/{reading}"),
    subscriber("/contrats/100200331/releve/{doubtful_reading}"),
)
