"""What staff are asked to decide about a link."""

import attrs

from siegvo.domain.contracts.doubt import Doubt
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen(kw_only=True)
class LinkRequest:
    """The payer a service request about a link names, and why a person must look at it."""

    reference: RequestReference
    payer: PayerCode
    doubt: Doubt
