"""The use cases about service requests."""

from typing import Self

import attrs

from siegvo.application.ports.outside import Outside
from siegvo.application.requests.cancel_request import CancelRequest
from siegvo.application.requests.contact_service import ContactService
from siegvo.application.requests.handle_requests import (
    AnswerRequest,
    CloseRequest,
    RefuseRequest,
    StartRequest,
)
from siegvo.application.requests.list_requests import ListAllRequests, ListRequests
from siegvo.application.requests.open_attachment import OpenAnyAttachment, OpenAttachment
from siegvo.application.requests.reply import Reply
from siegvo.application.requests.send_request import SendRequest
from siegvo.application.requests.show_request import ShowAnyRequest, ShowRequest


@attrs.frozen(kw_only=True)
class Requests:
    list_requests: ListRequests
    contact_service: ContactService
    send_request: SendRequest
    show_request: ShowRequest
    open_attachment: OpenAttachment
    reply: Reply
    cancel_request: CancelRequest
    list_all_requests: ListAllRequests
    show_any_request: ShowAnyRequest
    open_any_attachment: OpenAnyAttachment
    answer_request: AnswerRequest
    start_request: StartRequest
    close_request: CloseRequest
    refuse_request: RefuseRequest

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        begin, look, clock = outside.begin, outside.look, outside.clock
        keyed_hash, files = outside.keyed_hash, outside.attachments
        return cls(
            list_requests=ListRequests(look),
            contact_service=ContactService(begin=begin, clock=clock, keyed_hash=keyed_hash),
            send_request=SendRequest(begin=begin, clock=clock, keyed_hash=keyed_hash, files=files),
            show_request=ShowRequest(look, clock),
            open_attachment=OpenAttachment(look, files),
            reply=Reply(begin=begin, clock=clock, keyed_hash=keyed_hash, files=files),
            cancel_request=CancelRequest(begin=begin, clock=clock),
            list_all_requests=ListAllRequests(look, clock),
            show_any_request=ShowAnyRequest(look, clock),
            open_any_attachment=OpenAnyAttachment(look, files),
            answer_request=AnswerRequest(begin=begin, clock=clock, files=files),
            start_request=StartRequest(begin=begin, clock=clock),
            close_request=CloseRequest(begin=begin, clock=clock),
            refuse_request=RefuseRequest(begin=begin, clock=clock),
        )
