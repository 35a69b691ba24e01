"""The use cases about documents for everybody."""

from typing import Self

import attrs

from siegvo.application.documents.list_documents import ListDocuments
from siegvo.application.documents.open_document import OpenDocument
from siegvo.application.documents.publish_document import PublishDocument
from siegvo.application.documents.withdraw_document import WithdrawDocument
from siegvo.application.ports.outside import Outside


@attrs.frozen(kw_only=True)
class Documents:
    list_documents: ListDocuments
    open_document: OpenDocument
    publish_document: PublishDocument
    withdraw_document: WithdrawDocument

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        begin, look, clock = outside.begin, outside.look, outside.clock
        files = outside.document_files
        return cls(
            list_documents=ListDocuments(look),
            open_document=OpenDocument(look=look, files=files),
            publish_document=PublishDocument(begin=begin, clock=clock, files=files),
            withdraw_document=WithdrawDocument(begin=begin, clock=clock),
        )
