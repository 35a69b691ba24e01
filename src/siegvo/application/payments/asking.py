"""Where changes of payment mode are asked, inside one transaction."""

from datetime import date, datetime
from typing import Final

import attrs

from siegvo.application.payment_steps import PaymentSteps
from siegvo.application.payments.throttles import of_payment_change
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Work
from siegvo.application.sealed_mandates import sealed
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.place import vicinity_of
from siegvo.domain.payments.bank_details import BankDetails
from siegvo.domain.payments.change import PaymentChange
from siegvo.domain.payments.events import PaymentChangeAsked, PaymentChangeNoticed
from siegvo.domain.payments.mandate import Evidence, Mandate, MandateReference
from siegvo.domain.payments.suspecting import Circumstances
from siegvo.domain.payments.wish import Wish
from siegvo.domain.policy import ACCESS_FRESH_FOR, MANDATE_TEXT
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState, ServiceRequest, Step

_OPENS_THE_DOOR: Final = frozenset(
    {
        Gesture.ACTIVATED,
        Gesture.PASSWORD_RESET,
        Gesture.ADDRESS_CHANGED,
        Gesture.ADDRESS_CHANGE_CANCELLED,
    }
)
"""What lets somebody into an account who was not there before."""


@attrs.frozen
class ChangeUnderWay(Refused):
    """Somebody else who sees the contract asked for a change that is not over."""

    contract: ContractNumber


@attrs.frozen(kw_only=True)
class Asker:
    """Who asks, and from where; `payer_name` is whose contract it is."""

    account: AccountId
    payer_name: str
    origin: str
    device: str


@attrs.frozen(kw_only=True)
class AskingDesk:
    """One change at a time; `salt` makes the reference of its mandate the only one."""

    work: Work
    vault: Vault
    keyed_hash: KeyedHash
    now: datetime
    today: date
    salt: str

    def ask(
        self, tenure: Tenure, wish: Wish, details: BankDetails | None, *, asker: Asker
    ) -> RequestReference:
        """Keep a change, have its mailbox asked to confirm, and return the number of its request.

        It takes the place of one the same account asked before, if there is time.

        Raises:
            ChangeUnderWay: another account asked for one, or the billing system has it.
            TooManyAttempts: too many changes.
        """
        throttle = of_payment_change(self.keyed_hash, asker.account)
        throttle.hold(self.work.attempts, now=self.now)
        throttle.count(self.work.attempts, at=self.now)
        self._make_room(tenure, asker)
        suspicions = self._circumstances(tenure, details, asker).suspicions()
        mandate = self._sign(tenure, details, asker) if details else None
        change = PaymentChange(
            reference=self._register(tenure, wish, asker),
            contract=tenure.contract,
            payer=tenure.payer,
            account=asker.account,
            before=wish.before,
            after=wish.after,
            asked_at=self.now,
            mandate=mandate,
            debit_day=wish.debit_day,
            suspicions=suspicions,
        )
        if not self.work.payment_changes.add(change):
            raise ChangeUnderWay(tenure.contract)
        self._tell(change, asker)
        return change.reference

    def _make_room(self, tenure: Tenure, asker: Asker) -> None:
        before = self.work.payment_changes.open_of(tenure.contract)
        if before is None:
            return
        steps = PaymentSteps(work=self.work, vault=self.vault, now=self.now, today=self.today)
        before = steps.held(before.reference)
        if before.account != asker.account or not before.may_be_cancelled:
            raise ChangeUnderWay(tenure.contract)
        steps.drop(before, quietly=True)

    def _circumstances(
        self, tenure: Tenure, details: BankDetails | None, asker: Asker
    ) -> Circumstances:
        debited = (
            self.work.mandates.payers_of_account(self.vault.fingerprints(details.iban.text))
            if details
            else frozenset()
        )
        return Circumstances(
            payer=tenure.payer,
            payer_name=asker.payer_name,
            is_access_fresh=self._is_fresh(tenure, asker.account),
            holder=details.holder if details else None,
            debited_payers=debited,
        )

    def _is_fresh(self, tenure: Tenure, account: AccountId) -> bool:
        since = self.now - ACCESS_FRESH_FOR
        links = (each for each in self.work.links.of(account) if each.payer == tenure.payer)
        return (
            any(each.linked_at > since for each in links)
            or self.work.devices.met_since(account, since)
            or self.work.audit.tells(str(account), _OPENS_THE_DOOR, since=since)
        )

    def _sign(self, tenure: Tenure, details: BankDetails, asker: Asker) -> MandateReference:
        mandate = Mandate(
            reference=MandateReference.made_of(tenure.contract, on=self.today, salt=self.salt),
            contract=tenure.contract,
            payer=tenure.payer,
            details=details,
            evidence=Evidence(
                account=str(asker.account),
                at=self.now,
                origin=vicinity_of(asker.origin),
                device=asker.device,
                text=MANDATE_TEXT,
            ),
        )
        self.work.mandates.add(sealed(self.vault, mandate))
        return mandate.reference

    def _register(self, tenure: Tenure, wish: Wish, asker: Asker) -> RequestReference:
        same = wish.before is wish.after
        request = ServiceRequest(
            reference=self.work.requests.new_reference(self.today.year),
            kind=RequestKind.BANK_DETAILS if same else RequestKind.PAYMENT_MODE,
            account=asker.account,
            contract=tenure.contract,
            steps=(Step(state=RequestState.REGISTERED, at=self.now),),
        )
        self.work.requests.add(request)
        return request.reference

    def _tell(self, change: PaymentChange, asker: Asker) -> None:
        reference = str(change.reference)
        self.work.record(
            PaymentChangeAsked(at=self.now, reference=reference, account=str(asker.account))
        )
        for other in self.work.links.accounts_of(change.payer):
            if other != asker.account:
                self.work.record(
                    PaymentChangeNoticed(at=self.now, reference=reference, account=str(other))
                )
        steps = PaymentSteps(work=self.work, vault=self.vault, now=self.now, today=self.today)
        actor = Actor.subscriber(asker.account)
        steps.note(change, Gesture.PAYMENT_CHANGE_ASKED, actor=actor, origin=asker.origin)
