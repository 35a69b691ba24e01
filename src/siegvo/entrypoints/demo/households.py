"""Two households that have met everything: the ready account's, and one to be linked."""

from datetime import date

from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.entrypoints.demo.contracts import DemoContract, DemoMeter, DemoPayer, Fate


def odile_marchal(today: date) -> tuple[DemoContract, ...]:
    """Return the contracts of the ready account: one of each case a household may meet."""
    street = PostalAddress(street="12 rue des Mirabelliers", postcode="57865", town="AMANVILLERS")
    payer = DemoPayer(code="R900001", name="Mme Odile Marchal", address=street)
    changed_on = date(today.year - 1, 3, 18)
    return (
        DemoContract(
            number="900100001",
            key="7MK4X9QP",
            payer=payer,
            supply=street,
            started_on=date(2009, 9, 1),
            payment_mode="mensuel",
            fates=(Fate.DEBITED_SOON,),
            meters=(
                DemoMeter(
                    serial="D14BA900001",
                    litres=310,
                    fitted_on=date(2014, 5, 6),
                    fitted_at=12,
                    removed_on=changed_on,
                ),
                DemoMeter(
                    serial="H25LA900002",
                    litres=295,
                    fitted_on=changed_on,
                    last_source="estimation",
                ),
            ),
        ),
        DemoContract(
            number="900100002",
            key="R3TW8HZ5",
            payer=payer,
            supply=PostalAddress(
                street="3 chemin de la Mance", postcode="57130", town="GRAVELOTTE"
            ),
            started_on=date(2017, 4, 1),
            occupant="Yaël Marchal",
            payment_mode="echeance",
            has_e_invoice=True,
            meters=(
                DemoMeter(serial="C16UA900003", litres=180, fitted_on=date(2016, 8, 30)),
                DemoMeter(
                    serial="C19UA900004",
                    litres=60,
                    fitted_on=date(2019, 6, 12),
                    last_source="abonne",
                ),
            ),
        ),
        DemoContract(
            number="900100003",
            key="J6VN2CBY",
            payer=payer,
            fates=(Fate.DUE, Fate.PARTLY_PAID, Fate.USUAL, Fate.CREDITED, Fate.CANCELLED),
            supply=PostalAddress(street="27 rue de l’Église", postcode="57120", town="ROMBAS"),
            started_on=date(2020, 1, 15),
            occupant="Benoît Kieffer",
            meters=(
                DemoMeter(
                    serial="F20BA900005",
                    litres=240,
                    fitted_on=date(2020, 1, 10),
                    is_remote_read=True,
                    last_source="telereleve",
                    leaked=160,
                ),
            ),
        ),
        DemoContract(
            number="900100004",
            key="W8PD5GSF",
            payer=payer,
            supply=PostalAddress(
                street="5 impasse des Tilleuls", postcode="57860", town="RONCOURT"
            ),
            started_on=date(2012, 11, 2),
            ended_on=date(today.year - 1, 8, 31),
            fates=(Fate.LATE,),
            meters=(
                DemoMeter(
                    serial="A11LA900006",
                    litres=150,
                    fitted_on=date(2011, 7, 21),
                    fitted_at=430,
                    removed_on=date(today.year - 1, 8, 31),
                ),
            ),
        ),
    )


def karim_haddad(today: date) -> tuple[DemoContract, ...]:
    """Return the contracts nobody has linked yet; the first is printed, to be tried."""
    home = PostalAddress(street="41 allée des Vergers", postcode="57140", town="NORROY-LE-VENEUR")
    payer = DemoPayer(code="R900002", name="M. Karim Haddad", address=home)
    turned_on = date(today.year - 1, 1, 20)
    return (
        DemoContract(
            number="900100011",
            key="5HX7QK2M",
            payer=payer,
            supply=home,
            started_on=date(2015, 3, 1),
            payment_mode="echeance",
            meters=(
                # Four wheels: they passed zero last winter.
                DemoMeter(
                    serial="D15BA900007",
                    litres=280,
                    fitted_on=date(2015, 2, 26),
                    fitted_at=10_000 - 280 * (turned_on - date(2015, 2, 26)).days // 1000,
                    dials=4,
                ),
            ),
        ),
        DemoContract(
            number="900100012",
            key="N4BZ9RTC",
            payer=payer,
            supply=PostalAddress(street="8 place de la Mairie", postcode="57140", town="PLESNOIS"),
            started_on=date(2018, 6, 5),
            is_suspended=True,
            meters=(DemoMeter(serial="E18LA900008", litres=90, fitted_on=date(2018, 6, 4)),),
        ),
    )
