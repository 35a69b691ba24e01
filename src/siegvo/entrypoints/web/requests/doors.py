"""What one can ask for, as ways that lead there."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import attrs
from markupsafe import Markup

from siegvo.application.readers.visitors import HeldContract
from siegvo.entrypoints.web.icons import ICONS

_FEW: Final = 4


@attrs.frozen(kw_only=True)
class Door:
    """A link.  `note` says a little more."""

    title: str
    note: str
    href: str
    icon: Markup


def _any(_: HeldContract) -> bool:
    return True


def _is_debited(contract: HeldContract) -> bool:
    return contract.is_debited


def _is_not_debited(contract: HeldContract) -> bool:
    return not contract.is_debited


@attrs.frozen(kw_only=True)
class ContractDoor:
    """What can be asked for one contract, at `page` of it; of some `contracts` only."""

    title: str
    note: str
    page: str
    icon: Markup
    contracts: Callable[[HeldContract], bool] = _any


FOR_A_CONTRACT: Final = (
    ContractDoor(
        title="Transmettre un index de relève",
        note="Les chiffres noirs du compteur",
        page="/contrats/{number}/releve",
        icon=ICONS["meter"],
    ),
    ContractDoor(
        title="Adhérer à la e-facture",
        note="Ou revenir à la facture papier",
        page="/contrats/{number}/e-facture",
        icon=ICONS["envelope"],
    ),
    ContractDoor(
        title="Adhérer au prélèvement automatique ou à la mensualisation",
        note="Munissez-vous de votre IBAN",
        page="/contrats/{number}/mode-de-reglement",
        icon=ICONS["bank"],
        contracts=_is_not_debited,
    ),
    ContractDoor(
        title="Modifier votre prélèvement ou votre mensualisation",
        note="Sur le tableau de bord",
        page="/tableau-de-bord?contrat={number}",
        icon=ICONS["bank"],
        contracts=_is_debited,
    ),
)
"""In the order of the page; who makes such a page adds its door here."""

_LINK: Final = Door(
    title="Lier un contrat",
    note="Pour transmettre ensuite un index de relève",
    href="/contrats/lier",
    icon=ICONS["paper"],
)
_SUBSCRIPTION: Final = Door(
    title="Effectuer une demande d’abonnement",
    note="Vous emménagez",
    href="/demarches/nouvelle/abonnement",
    icon=ICONS["home"],
)
_TERMINATION: Final = Door(
    title="Résilier un abonnement",
    note="Vous déménagez",
    href="/demarches/nouvelle/resiliation",
    icon=ICONS["exit"],
)
_LEAK: Final = Door(
    title="Signaler une fuite",
    note="Et demander le plafonnement de la facture",
    href="/demarches/nouvelle/fuite",
    icon=ICONS["drop"],
)


def doors(contracts: Sequence[HeldContract]) -> Iterator[Door]:
    """Yield what may be asked by an account that sees these contracts."""
    running = [contract for contract in contracts if not contract.ended_on]
    for each in FOR_A_CONTRACT:
        yield from _of_contracts(each, list(filter(each.contracts, running)), of=len(running))
    if not contracts:
        yield _LINK
    yield _SUBSCRIPTION
    if running:
        yield _TERMINATION
    yield _LEAK


def _of_contracts(
    door: ContractDoor, contracts: Sequence[HeldContract], *, of: int
) -> Iterator[Door]:
    """Lead to the page of the only contract, of each of a few, or else to where one is chosen."""
    if len(contracts) > _FEW:
        yield Door(
            title=door.title,
            note="Choisissez d’abord le contrat sur le tableau de bord",
            href="/tableau-de-bord",
            icon=door.icon,
        )
        return
    for each in contracts:
        place = f"{each.supply.street}, {each.supply.town}"
        yield Door(
            title=door.title,
            note=place if of > 1 else door.note,
            href=door.page.format(number=each.number),
            icon=door.icon,
        )
