"""What leaves, what comes in, and what is left of it: mail, files, pages, the trail."""

from typing import Final

from tests.sabotage.sabotage import Sabotage

_CELLS: Final = "integration/exchange_files"
_PHOTOS: Final = "integration/files/test_photos.py"
_AUDIT: Final = "integration/cli/test_audit.py::TestAuditVerify"
_ENCRYPTION: Final = "integration/mail/test_encryption.py"

OUTPUT: Final = (
    Sabotage(
        "rest",
        "a letter that cannot leave is forgotten",
        "application/notifications/deliver_mail.py",
        was="outcome = Outcome.PUT_OFF if claimed.tries < last_try else Outcome.GIVEN_UP",
        now="outcome = Outcome.TOLD",
        tests=("unit/application/notifications/test_deliver_mail.py",),
    ),
    Sabotage(
        "rest",
        "a letter carries markup of others",
        "adapters/mail/rendering.py",
        was='autoescape=select_autoescape(enabled_extensions=("html",)),',
        now="autoescape=select_autoescape(enabled_extensions=()),",
        tests=("integration/mail/test_writing.py::TestEveryLetter",),
    ),
    Sabotage(
        "rest",
        "mail leaves in clear where the server asks for no better",
        "adapters/mail/conversation.py",
        was="        link.starttls(context=server.trust)\n",
        now="        link.ehlo()\n"
        '        if link.has_extn("starttls"):\n'
        "            link.starttls(context=server.trust)\n",
        tests=(f"{_ENCRYPTION}::TestStarttls",),
    ),
    Sabotage(
        "rest",
        "any certificate passes for the mail server's",
        "adapters/mail/conversation.py",
        was="        link.starttls(context=server.trust)\n",
        now="        link.starttls()\n",
        tests=(f"{_ENCRYPTION}::TestStarttls",),
    ),
    Sabotage(
        "rest",
        "a form prints what is said beside a question as it is",
        "entrypoints/web/templates/components/forms.html",
        was="</span>{{ field.errors[0] }}</span>",
        now="</span>{{ field.errors[0]|safe }}</span>",
        tests=("unit/web/test_questions.py",),
    ),
    Sabotage(
        "rest",
        "a page prints what the billing system wrote as it is",
        "entrypoints/web/templates/contracts/dashboard.html",
        was="{{ facts.payer }}",
        now="{{ facts.payer|safe }}",
        tests=("integration/journeys/test_dashboard.py::TestTheDashboard", "unit/web/test_look.py"),
    ),
    Sabotage(
        "rest",
        "a cell may be run by a spreadsheet",
        "adapters/exchange_files/harmless.py",
        was='return _ARMED.sub(r"\\g<before>\'\\g<blanks>", visible)',
        now='return _ARMED.sub(r"\\g<before>\\g<blanks>", visible)',
        tests=(f"{_CELLS}/test_writing.py::TestACell",),
    ),
    Sabotage(
        "rest",
        "a photo keeps where it was taken",
        "adapters/files/photos.py",
        was='    bare.save(kept, "JPEG", quality=_KEPT_QUALITY)\n    return kept.getvalue()\n',
        now='    bare.save(kept, "JPEG", quality=_KEPT_QUALITY)\n    return sent\n',
        tests=(f"{_PHOTOS}::TestDrawingAgain",),
    ),
    Sabotage(
        "rest",
        "a picture of a thousand million points is drawn",
        "adapters/files/photos.py",
        was="if sides[0] * sides[1] > _MOST_PIXELS or max(sides) > _LONGEST_SIDE:",
        now="if sides[0] * sides[1] < _MOST_PIXELS - _MOST_PIXELS or max(sides) < 0:",
        tests=(f"{_PHOTOS}::TestRefusing",),
    ),
    Sabotage(
        "rest",
        "a request may weigh what it likes",
        "entrypoints/web/sizes.py",
        was="MAX_CONTENT_LENGTH=HEAVIEST,",
        now="MAX_CONTENT_LENGTH=None,",
        tests=("integration/journeys/test_hostile_requests.py::TestTooMuch",),
    ),
    Sabotage(
        "rest",
        "an error page shows what went wrong inside",
        "entrypoints/web/errors.py",
        was="return _page(500, number=number), 500",
        now="return _page(500, number=number, sentence=repr(error)), 500",
        tests=("integration/journeys/test_error_pages.py",),
    ),
    Sabotage(
        "rest",
        "a change leaves no line in the trail",
        "application/accounts/sign_out.py",
        was="            work.audit.add(\n",
        now="            repr(\n",
        tests=(
            "unit/application/test_audit_of_everything.py::test_every_change_is_written_down_once",
        ),
    ),
    Sabotage(
        "rest",
        "a line of the trail may be altered",
        "application/operations/seal_of.py",
        was="    yield line.subject\n",
        now="",
        tests=(_AUDIT, "unit/application/operations/test_seal_audit.py"),
    ),
    Sabotage(
        "rest",
        "a line of the trail may be taken out",
        "application/operations/verify_audit.py",
        was="if not (is_whole and self.keyed_hash.matches(seal.seal, SEALING, *parts)):",
        now="if is_whole and not self.keyed_hash.matches(seal.seal, SEALING, *parts):",
        tests=(_AUDIT,),
    ),
    Sabotage(
        "rest",
        "a seal does not vouch for the one before",
        "application/operations/seal_of.py",
        was='head = (before.seal if before else "", str(upto), str(len(lines)))',
        now='head = ("" if before else "", str(upto), str(len(lines)))',
        tests=(_AUDIT, "unit/application/operations/test_seal_audit.py"),
    ),
    Sabotage(
        "rest",
        "others on the server may read the secret key",
        "entrypoints/secret_file.py",
        was="if path.exists() and path.stat().st_mode & _OTHERS:",
        now="if not path.parent.exists():",
        tests=("integration/settings/test_secret_file.py",),
    ),
    Sabotage(
        "rest",
        "settings show their secrets",
        "entrypoints/settings.py",
        was="default=(), repr=False, converter=parse_secrets",
        now="default=(), converter=parse_secrets",
        tests=("integration/settings/test_settings.py",),
    ),
    Sabotage(
        "rest",
        "the worker forgets failures that still count",
        "application/operations/forget_old.py",
        was="now - ATTEMPT_KEPT",
        now="now",
        tests=("unit/entrypoints/test_worker.py",),
    ),
)
