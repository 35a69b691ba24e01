"""Who wrote to the service without an account."""

import attrs

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.asked import Asked, answers
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen(kw_only=True)
class Contact:
    """Whom to answer a request of kind `CONTACT`; nobody has proved the name or the number."""

    reference: RequestReference
    name: str = attrs.field(validator=answers(Asked.NAME))
    email: EmailAddress
    contract: ContractNumber | None = None
