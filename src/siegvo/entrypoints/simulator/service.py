"""The SOAP service of the simulator: three operations of PayFiP's, and its faults."""

from collections.abc import Callable, Mapping

import attrs

from siegvo.entrypoints.simulator import soap
from siegvo.entrypoints.simulator.checks import Refused, check
from siegvo.entrypoints.simulator.operations import (
    NoSuchOperation,
    NotOverYet,
    Operations,
    OutOfOrder,
)


@attrs.frozen(kw_only=True)
class Service:
    """Knows its clients by their numbers, each by up to three names."""

    operations: Operations
    clients: Mapping[str, tuple[str, ...]]

    def answer(self, content: bytes) -> tuple[bytes, int]:
        """Return an envelope and its status, whatever was sent."""
        try:
            asked = soap.read(content)
            act = self._acts()[asked.operation]
            return soap.returned(asked.operation, act(asked.fields)), 200
        except Refused as refusal:
            return soap.refused(refusal.code, refusal.words), 500
        except NoSuchOperation:
            return soap.refused("P1", "IdOp incorrect."), 500
        except NotOverYet:
            return soap.refused("P5", "Résultat de la transaction non connu."), 500
        except (OutOfOrder, soap.NotAnEnvelope, KeyError):
            return soap.out_of_order(), 500

    def _acts(self) -> Mapping[str, Callable[[Mapping[str, str]], Mapping[str, str]]]:
        return {
            "creerPaiementSecurise": self._open,
            "recupererDetailPaiementSecurise": self._tell,
            "recupererDetailClient": self._describe,
        }

    def _open(self, fields: Mapping[str, str]) -> Mapping[str, str]:
        self._listen()
        check(fields)
        self._names(fields["numcli"])
        return {"idOp": self.operations.open(fields).idop}

    def _tell(self, fields: Mapping[str, str]) -> Mapping[str, str]:
        return self.operations.details(fields.get("idop", ""))

    def _describe(self, fields: Mapping[str, str]) -> Mapping[str, str]:
        self._listen()
        number = fields.get("numcli", "")
        names = self._names(number)
        labels = {f"libelleN{rank}": name for rank, name in enumerate(names, start=1)}
        return {**labels, "numcli": number}

    def _names(self, number: str) -> tuple[str, ...]:
        if number not in self.clients:
            raise Refused(code="T2", words="Numéro de client inconnu de PayFiP")
        return self.clients[number]

    def _listen(self) -> None:
        if self.operations.is_silent:
            raise OutOfOrder
