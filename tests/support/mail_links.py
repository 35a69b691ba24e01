"""The way in that a letter gives."""

import re

from tests.support.mail_server import Arrived, MailSink


def letter_about(mail: MailSink, subject: str) -> Arrived:
    """Return the latest letter whose subject holds those words."""
    found = [each for each in mail.arrived if subject in str(each.message["Subject"])]
    assert found, (
        f"no letter about {subject!r}: {[str(e.message['Subject']) for e in mail.arrived]}"
    )
    return found[-1]


def link_in(letter: Arrived, path: str) -> str:
    """Return the path behind the link of a letter that begins with `path`, as its text gives it."""
    found = re.search(rf"http://localhost({re.escape(path)}\S+)", letter.text)
    assert found, f"no link to {path} in the letter"
    return found[1]
