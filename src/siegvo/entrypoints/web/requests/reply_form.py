"""Writing again about a request."""

from siegvo.adapters.french.explain import explain
from siegvo.application.ports.unavailable import Unavailable
from siegvo.domain.errors import DomainError
from siegvo.entrypoints.web.fields import Once
from siegvo.entrypoints.web.form_shape import StrictForm
from siegvo.entrypoints.web.requests import questions


class ReplyForm(StrictForm):
    submission = Once()
    message = questions.message("Votre message", "4\u202f000\u00a0caractères au plus.")
    attachment = questions.attachment()

    def begin(self, *, is_awaited: bool) -> None:
        """Ask for the answer that the service waits for, or else for a message."""
        self.message.label.text = "Votre réponse" if is_awaited else "Votre message"

    def refuse_file(self, error: DomainError) -> None:
        self.attachment.errors = (*self.attachment.errors, explain(error))

    def refuse(self, trouble: DomainError | Unavailable) -> None:
        """Say it of the whole."""
        self.form_errors.append(explain(trouble))

    @property
    def file_again(self) -> str:
        """Say that a file is to be chosen again, where one was."""
        return questions.CHOOSE_AGAIN if self.errors and self.attachment.data else ""
