"""Goals B1 to B5: sessions."""

from typing import Final

from tests.sabotage.sabotage import Sabotage

_ACCOUNTS: Final = "application/accounts"
_TESTS: Final = "unit/application/accounts"
_SESSION: Final = "unit/domain/accounts/test_session.py"
_JOURNEYS: Final = "integration/journeys"
_WEB: Final = "entrypoints/web"

SESSIONS: Final = (
    Sabotage(
        "B1",
        "the database keeps what opens a session",
        "adapters/security/session_keys.py",
        was='return sha256(value.encode("utf-8", "surrogatepass")).hexdigest()',
        now='return value[:64] if sha256(b"") else ""',
        tests=("integration/security/test_session_keys.py",),
    ),
    Sabotage(
        "B1",
        "what opens a session is sixty-four bits long",
        "adapters/security/session_keys.py",
        was="_BYTES = 32",
        now="_BYTES = 8",
        tests=("integration/security/test_session_keys.py",),
    ),
    Sabotage(
        "B1",
        "a cookie somebody chose is kept at sign-in",
        f"{_WEB}/cookie.py",
        was="        self.value = value\n        self.lasts = lasts\n",
        now="        self.value = self.sent or value\n        self.lasts = lasts\n",
        tests=(f"{_JOURNEYS}/test_being_remembered.py::TestACraftedCookie",),
    ),
    Sabotage(
        "B1",
        "giving the password again leaves the cookie as it was",
        f"{_WEB}/accounts/confirmation.py",
        was="            current.cookie().become(key.value, lasts=lasts)\n",
        now="            current.cookie().lasts = key and lasts\n",
        tests=(f"{_JOURNEYS}/test_confirming.py::TestConfirming",),
    ),
    Sabotage(
        "B1",
        "whoever signs in leaves open what was open in the same browser",
        f"{_WEB}/current.py",
        was="    if visitor() is not None:\n        portal()",
        now="    if visitor() is None and cookie().sent:\n        portal()",
        tests=(f"{_JOURNEYS}/test_signing_in.py::TestSigningIn",),
    ),
    Sabotage(
        "B1",
        "leaving leaves the cookie as it was",
        f"{_WEB}/current.py",
        was="    cookie().become(token_urlsafe(32))\n",
        now="    cookie().lasts = token_urlsafe and None\n",
        tests=(f"{_JOURNEYS}/test_signing_in.py::TestASession",),
    ),
    Sabotage(
        "B2",
        "a session left alone does not end",
        "domain/accounts/session.py",
        was=" or now >= self.seen_at + SESSION_IDLE",
        now=" or now >= self.seen_at + SESSION_LONGEST",
        tests=(_SESSION,),
    ),
    Sabotage(
        "B2",
        "a session in use does not end",
        "domain/accounts/session.py",
        was="return now >= self.opened_at + SESSION_LONGEST or now >=",
        now="return now >=",
        tests=(_SESSION,),
    ),
    Sabotage(
        "B2",
        "a session that is over is taken all the same",
        f"{_ACCOUNTS}/who_is.py",
        was="if not session.is_alive(now):",
        now="if not session:",
        tests=(f"{_TESTS}/test_sessions.py::TestWhoIs",),
    ),
    Sabotage(
        "B3",
        "a link signs one out",
        f"{_WEB}/accounts/sign_in.py",
        was='@blueprint.post("/deconnexion")',
        now='@blueprint.route("/deconnexion", methods=["GET", "POST"])',
        tests=(f"{_JOURNEYS}/test_url_matrix.py::TestWhoeverIsNotSignedIn",),
    ),
    Sabotage(
        "B3",
        "leaving ends nothing",
        f"{_ACCOUNTS}/sign_out.py",
        was="not work.sessions.end(session)",
        now="not session.account",
        tests=(f"{_TESTS}/test_sessions.py::TestSignOut",),
    ),
    Sabotage(
        "B3",
        "a request under way revives a session that ended",
        "adapters/sql/repositories/sessions.py",
        was="        self.connection.execute(\n"
        "            update(sessions)\n"
        "            .where(sessions.c.fingerprint == session.fingerprint)\n"
        "            .values(seen_at=session.seen_at)\n"
        "        )\n",
        now="        seen = self.connection.execute(\n"
        "            update(sessions)\n"
        "            .where(sessions.c.fingerprint == session.fingerprint)\n"
        "            .values(seen_at=session.seen_at)\n"
        "        )\n"
        "        if not seen.rowcount:\n"
        "            self.open(session)\n",
        tests=("integration/conformance/test_sessions.py::test_a_session_that_ended_stays_ended",),
    ),
    Sabotage(
        "B3",
        "the browser keeps what it was shown after leaving",
        f"{_WEB}/accounts/sign_in.py",
        was='answer.headers["Clear-Site-Data"]',
        now='answer.headers["X-Site-Data"]',
        tests=(f"{_JOURNEYS}/test_signing_in.py::TestASession",),
    ),
    Sabotage(
        "B4",
        "other sessions outlive a change of password",
        f"{_ACCOUNTS}/change_password.py",
        was="work.sessions.end_all(account)",
        now="work.sessions.of_account(account)",
        tests=(f"{_TESTS}/test_change_password.py",),
    ),
    Sabotage(
        "B4",
        "sessions outlive their account",
        f"{_ACCOUNTS}/erasure.py",
        was="work.sessions.end_all(account.id)",
        now="work.sessions.of_account(account.id)",
        tests=(f"{_TESTS}/test_delete_account.py",),
    ),
    Sabotage(
        "B4",
        "one may end the session of another",
        f"{_ACCOUNTS}/end_session.py",
        was="if each.family == session), None)",
        now="if each.family), None)",
        tests=(f"{_TESTS}/test_ending_sessions.py",),
    ),
    Sabotage(
        "B4",
        "one is shown the sessions of everybody",
        "adapters/sql/repositories/sessions.py",
        was=".where(sessions.c.account == account, sessions.c.replaced_at.is_(None))",
        now=".where(sessions.c.replaced_at.is_(None))",
        tests=(
            "integration/conformance/test_sessions.py::test_sessions_are_listed_the_last_used_first",
            f"{_JOURNEYS}/test_devices.py::TestTheListOfDevices",
        ),
    ),
    Sabotage(
        "B4",
        "staff who end the sessions of an account end none",
        f"{_ACCOUNTS}/end_sessions_by_staff.py",
        was="ended = end_sessions(work, account.id)",
        now="ended = len(work.sessions.of_account(account.id)) and end_sessions is None",
        tests=("integration/cli/test_accounts.py",),
    ),
    Sabotage(
        "B5",
        "nobody notices a cookie that was replaced",
        f"{_ACCOUNTS}/who_is.py",
        was="if session.is_replayed(now):",
        now="if session is None:",
        tests=(f"{_TESTS}/test_renewing.py::TestAStolenValue",),
    ),
    Sabotage(
        "B5",
        "a remembered cookie never changes",
        "domain/accounts/session.py",
        was="return self.is_remembered and self.replaced_at is None and now",
        now="return not self.seen_at and now",
        tests=(_SESSION, f"{_TESTS}/test_renewing.py"),
    ),
    Sabotage(
        "B5",
        "a cookie that was replaced is good for days",
        "domain/accounts/session.py",
        was="now > self.replaced_at + SESSION_OVERLAP",
        now="now > self.replaced_at + REMEMBERED_FOR",
        tests=(_SESSION,),
    ),
)
