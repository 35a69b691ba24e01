"""What holds the other goals up: transactions, the disk, two at once."""

from typing import Final

from tests.sabotage.sabotage import Sabotage

_CONFORMANCE: Final = "integration/conformance"

DURABILITY: Final = (
    Sabotage(
        "rest",
        "what a block did is kept although it raised",
        "adapters/sql/work.py",
        was="        with Translated(), engine.begin() as connection:\n"
        "            yield SqlWork(connection)\n",
        now="        with Translated(), engine.connect() as connection:\n"
        "            try:\n"
        "                yield SqlWork(connection)\n"
        "            finally:\n"
        "                connection.commit()\n",
        tests=(f"{_CONFORMANCE}/test_transactions.py",),
    ),
    Sabotage(
        "rest",
        "a letter is promised outside the transaction of its fact",
        "adapters/sql/work.py",
        was="        with Translated(), engine.begin() as connection:\n"
        "            yield SqlWork(connection)\n",
        now="        told: list[Event] = []\n"
        "        try:\n"
        "            with Translated(), engine.begin() as connection:\n"
        '                later = {"record": lambda _, each: told.append(each)}\n'
        '                yield type("Work", (SqlWork,), later)(connection)\n'
        "        finally:\n"
        "            with engine.begin() as connection:\n"
        "                for each in told:\n"
        "                    SqlOutbox(connection).add(each)\n",
        tests=(f"{_CONFORMANCE}/test_transactions.py", f"{_CONFORMANCE}/test_outbox.py"),
    ),
    Sabotage(
        "rest",
        "a transaction begins without the lock it will need",
        "adapters/sql/dialect.py",
        was='connection.execute("BEGIN IMMEDIATE")',
        now='connection.execute("BEGIN DEFERRED")',
        tests=("integration/sql/test_engine.py::TestAWriter",),
    ),
    Sabotage(
        "rest",
        "two imports at once do not take turns",
        "adapters/sql/work.py",
        was="        take_turn(self.connection)\n",
        now="",
        tests=("integration/sql/test_imports_at_once.py",),
    ),
    Sabotage(
        "rest",
        "a power cut takes what was promised",
        "adapters/sql/dialect.py",
        was='"PRAGMA synchronous = FULL"',
        now='"PRAGMA synchronous = OFF"',
        tests=("integration/sql/test_sqlite.py::TestEachConnection",),
    ),
    Sabotage(
        "rest",
        "a row may refer to what does not exist",
        "adapters/sql/dialect.py",
        was='"PRAGMA foreign_keys = ON"',
        now='"PRAGMA foreign_keys = OFF"',
        tests=("integration/sql/test_engine.py::TestAWriter",),
    ),
    Sabotage(
        "rest",
        "an SQLite that may corrupt its file is taken",
        "adapters/sql/driver.py",
        was="return version >= SOUND_SINCE or (",
        now="return version >= (3, 7, 0) or SOUND_SINCE > version or (",
        tests=("integration/sql/test_sqlite.py::TestASoundSqlite",),
    ),
    Sabotage(
        "rest",
        "a statement that failed quotes what it was to write",
        "adapters/sql/engine.py",
        was='"hide_parameters": True}',
        now='"hide_parameters": False}',
        tests=("integration/sql/test_engine.py::TestAWriter",),
    ),
    Sabotage(
        "rest",
        "what somebody typed is part of a statement",
        "adapters/sql/repositories/accounts.py",
        was="select(accounts).where(accounts.c.email_key == email.key)",
        now="select(accounts).where(\n"
        '            accounts.c.email_key == __import__("sqlalchemy").literal_column('
        "f\"'{email.key}'\")\n"
        "        )",
        tests=(f"{_CONFORMANCE}/test_accounts.py", "integration/journeys/test_hostile_requests.py"),
    ),
    Sabotage(
        "rest",
        "a database that is locked is a fault of ours",
        "adapters/sql/troubles.py",
        was="            raise DatabaseUnavailable from trouble\n",
        now="            return\n",
        tests=("integration/sql/test_troubles.py::TestAFullDisk",),
    ),
    Sabotage(
        "rest",
        "a form that comes back has a second effect",
        "adapters/sql/repositories/submissions.py",
        was="return self._outcome(submission) if mine.first() is None else None",
        now="return self._outcome(submission) if mine is None else None",
        tests=(f"{_CONFORMANCE}/test_submissions.py",),
    ),
    Sabotage(
        "rest",
        "a form that comes back with other answers passes for the first",
        "adapters/sql/repositories/submissions.py",
        was="if first.digest != _digest(submission):",
        now="if first.digest is submission:",
        tests=(f"{_CONFORMANCE}/test_submissions.py",),
    ),
    Sabotage(
        "rest",
        "an account changed meanwhile is written over",
        "adapters/sql/repositories/accounts.py",
        was=".where(accounts.c.id == account.id, accounts.c.version == account.version)",
        now=".where(accounts.c.id == account.id)",
        tests=(f"{_CONFORMANCE}/test_accounts.py",),
    ),
    Sabotage(
        "rest",
        "two workers take the same letter",
        "adapters/sql/repositories/outbox.py",
        was='.values(due_at=bindparam("until"), taken_by=',
        now=".values(taken_by=",
        tests=(f"{_CONFORMANCE}/test_outbox.py",),
    ),
    Sabotage(
        "rest",
        "a worker who was given up for dead notes what another does",
        "adapters/sql/repositories/outbox.py",
        was="                outbox.c.taken_by == owner,\n",
        now="",
        tests=(f"{_CONFORMANCE}/test_outbox.py",),
    ),
    Sabotage(
        "rest",
        "what a letter said is kept once it has left",
        "adapters/sql/repositories/outbox.py",
        was='"due_at": None, "facts": {}, "trouble": None}',
        now='"due_at": None, "trouble": None}',
        tests=("integration/sql/test_outbox.py",),
    ),
)
