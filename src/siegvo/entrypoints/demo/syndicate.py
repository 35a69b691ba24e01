"""An imaginary syndicate: two households worth a visit, and a crowd."""

from datetime import date
from random import Random
from typing import Final

from siegvo.entrypoints.demo.contracts import DemoContract, DemoMeter, DemoPayer
from siegvo.entrypoints.demo.households import karim_haddad, odile_marchal
from siegvo.entrypoints.demo.people import a_key, a_person, an_address

_CROWD: Final = 54
_SEED: Final = 57865
_EVERY: Final = 7
_SEVERAL: Final = 3


def demo_contracts(today: date) -> tuple[DemoContract, ...]:
    """Return the same contracts each time; only their last months follow `today`."""
    dice = Random(_SEED)  # noqa: S311 (people who do not exist)
    crowd = tuple(_ordinary(rank, dice=dice) for rank in range(_CROWD))
    return (*odile_marchal(today), *karim_haddad(today), *crowd)


def _ordinary(rank: int, *, dice: Random) -> DemoContract:
    payer = _payer(rank)
    supply = an_address(dice)
    fitted_on = date(dice.randint(2012, 2021), dice.randint(1, 12), dice.randint(1, 28))
    return DemoContract(
        number=f"9002{rank:05}",
        key=a_key(dice),
        payer=payer,
        supply=supply if rank % _EVERY < _SEVERAL else payer.address,
        started_on=fitted_on,
        payment_mode=dice.choice(("facture", "facture", "echeance", "mensuel")),
        has_e_invoice=dice.choice((True, False, False, False)),
        meters=(
            DemoMeter(
                serial=f"G{fitted_on:%y}MA{rank:06}",
                litres=dice.randint(60, 520),
                fitted_on=fitted_on,
                fitted_at=dice.randint(0, 900),
                last_source=dice.choice(("agent", "agent", "abonne", "estimation")),
            ),
        ),
    )


def _payer(rank: int) -> DemoPayer:
    """Return who pays: one payer in five has three contracts, the others have one."""
    first = rank - rank % _EVERY if rank % _EVERY < _SEVERAL else rank
    dice = Random(_SEED + first)  # noqa: S311
    return DemoPayer(code=f"R9001{first:02}", name=a_person(dice), address=an_address(dice))
