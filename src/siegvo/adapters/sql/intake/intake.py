"""What only the files of the billing system may change, in SQL."""

import attrs
from sqlalchemy import Connection

from siegvo.adapters.sql.intake.billing import SqlBillingIntake
from siegvo.adapters.sql.intake.contracts import SqlContractIntake
from siegvo.adapters.sql.intake.meters import SqlMeterIntake
from siegvo.adapters.sql.intake.shown import SqlReadingIntake
from siegvo.adapters.sql.intake.turns import look_up_by_key


@attrs.frozen
class SqlIntake:
    """`Intake`, through one connection."""

    connection: Connection

    @property
    def contracts(self) -> SqlContractIntake:
        look_up_by_key(self.connection)
        return SqlContractIntake(self.connection)

    @property
    def meters(self) -> SqlMeterIntake:
        look_up_by_key(self.connection)
        return SqlMeterIntake(self.connection)

    @property
    def readings(self) -> SqlReadingIntake:
        return SqlReadingIntake(self.connection)

    @property
    def billing(self) -> SqlBillingIntake:
        look_up_by_key(self.connection)
        return SqlBillingIntake(self.connection)
