"""Somebody comes to see a contract: who is it, and what do they see."""

import attrs

from siegvo.application.accounts.who_is import WhoIs
from siegvo.application.ports.session_keys import SessionKeys
from siegvo.application.ports.work import Glance
from siegvo.application.readers.arrivals import Arrival
from siegvo.domain.contracts.contract_number import ContractNumber


@attrs.frozen
class Arrive:
    """Ask at once what `WhoIs` and `ShowDashboard` would ask one after the other."""

    glance: Glance
    session_keys: SessionKeys
    who_is: WhoIs

    def __call__(
        self, session_value: str, *, contract: ContractNumber | None, origin: str = ""
    ) -> Arrival | None:
        """Return who came, with the sheet of `contract`, or of the first one that runs.

        Nothing if the session never was, has ended or is too old; no sheet of what is not theirs.
        """
        fingerprint = self.session_keys.fingerprint(session_value)
        with self.glance() as readers:
            arrival = readers.arrivals.behind(fingerprint, number=contract)
        if arrival and self.who_is.admits(arrival.visitor.session, origin=origin):
            return arrival
        return None
