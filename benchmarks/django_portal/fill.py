"""Fills Django's database with the network, and opens sessions.

Usage: python -m benchmarks.django_portal.fill CONTRACTS SUBSCRIBERS, with the database's path in
BENCH_DJANGO_DATABASE.  Prints the cookies, and the statements of a page, as JSON.
"""

import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from itertools import count

import django
from django.core.management import call_command
from django.db import connection, transaction

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.django_portal.settings")
django.setup()

# Django's models can be imported once it is set up, not before.
from django.contrib.auth import (  # noqa: E402
    BACKEND_SESSION_KEY,
    HASH_SESSION_KEY,
    SESSION_KEY,
    get_user_model,
)
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from benchmarks import network  # noqa: E402
from benchmarks.django_portal.models import (  # noqa: E402
    Contract,
    Meter,
    Payer,
    Reading,
    SentReading,
    Tenure,
)
from benchmarks.network import Supply, in_batches, subscribers, supplies  # noqa: E402


def fill(contracts: int) -> None:
    call_command("migrate", run_syncdb=True, verbosity=0)
    meter_ids = count(1)
    known = {}
    with transaction.atomic():
        for batch in in_batches(enumerate(supplies(contracts), 1), of=2_000):
            _insert(batch, meter_ids=meter_ids, known=known)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def open_sessions(wanted: int, *, contracts: int) -> Iterator[str]:
    user_model = get_user_model()
    for rank, code in enumerate(subscribers(wanted, among=contracts)):
        user = user_model.objects.create(username=f"abonne{rank}", email=f"abonne{rank}@example.fr")
        payer = Payer.objects.get(code=code)
        payer.accounts.add(user)
        first = payer.tenures.first()
        SentReading.objects.create(
            reference=f"D-2026-{rank:06}",
            account=user,
            meter=first.contract.meters.get(removed_on=None),
            taken_on=date(2026, 11, 1),
            index_m3=4_000,
            state="En attente",
        )
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.create()
        yield f"sessionid={session.session_key}"


def statements(cookie: str, *, path: str) -> int:
    client = Client()
    client.cookies.load(cookie)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
    assert answer.status_code == 200, answer.status_code
    return len(captured)


def _insert(
    batch: list[tuple[int, Supply]], *, meter_ids: Iterator[int], known: dict[str, int]
) -> None:
    payers: list[Payer] = []
    tenures: list[Tenure] = []
    meters: list[Meter] = []
    readings: list[Reading] = []
    for contract_id, supply in batch:
        for held in supply.tenures:
            if held.payer.code not in known:
                known[held.payer.code] = len(known) + 1
                payers.append(_payer(held.payer, id=known[held.payer.code]))
            tenures.append(_tenure(held, contract_id=contract_id, payer_id=known[held.payer.code]))
        for meter in supply.meters:
            meter_id = next(meter_ids)
            meters.append(_meter(meter, id=meter_id, contract_id=contract_id))
            readings += [Reading(meter_id=meter_id, **each._asdict()) for each in meter.readings]
    Payer.objects.bulk_create(payers)
    Contract.objects.bulk_create(
        Contract(id=rank, number=supply.number, **supply.place._asdict()) for rank, supply in batch
    )
    Tenure.objects.bulk_create(tenures)
    Meter.objects.bulk_create(meters)
    Reading.objects.bulk_create(readings)


def _payer(payer: network.Payer, **ids: int) -> Payer:
    return Payer(code=payer.code, name=payer.name, **payer.place._asdict(), **ids)


def _tenure(tenure: network.Tenure, **ids: int) -> Tenure:
    facts = tenure._asdict()
    del facts["payer"]
    facts |= {"occupant": tenure.occupant or "", "masked_iban": tenure.masked_iban or ""}
    return Tenure(**facts, **ids)


def _meter(meter: network.Meter, **ids: int) -> Meter:
    facts = meter._asdict()
    del facts["readings"]
    return Meter(**facts, dials=5, **ids)


if __name__ == "__main__":
    contracts, wanted = int(sys.argv[1]), int(sys.argv[2])
    fill(contracts)
    cookies = list(open_sessions(wanted, contracts=contracts))
    count_of = statements(cookies[0], path="/tableau-de-bord")
    print(json.dumps({"cookies": cookies, "statements": count_of}))
