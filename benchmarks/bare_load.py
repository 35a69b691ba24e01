"""The least an import can cost: read a file, and load its rows into the indexed tables.

Usage: python -m benchmarks.bare_load CARGO URL FILE
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
from sqlalchemy import URL, make_url

from benchmarks.cargoes import CARGOES, Bare, Cargo
from siegvo.adapters.sql.driver import sqlite_driver


def load(cargo: Cargo, url: URL, file: Path) -> None:
    if url.get_backend_name() == "sqlite":
        _into_sqlite(cargo, str(url.database), file=file)
    else:
        _into_postgresql(cargo, url, file=file)


def _into_sqlite(cargo: Cargo, database: str, *, file: Path) -> None:
    connection = sqlite_driver().connect(database)
    connection.execute("PRAGMA synchronous = FULL")
    for bare in cargo.bare:
        columns, marks = ", ".join(bare.columns), ", ".join("?" * len(bare.columns))
        insert = f"INSERT INTO {bare.table} ({columns}) VALUES ({marks})"
        connection.executemany(insert, _rows(bare, file))
    connection.commit()
    connection.close()


def _into_postgresql(cargo: Cargo, url: URL, *, file: Path) -> None:
    place = {**url.translate_connect_args(username="user", database="dbname"), **url.query}
    with psycopg.connect(**place) as connection, connection.cursor() as cursor:
        for bare in cargo.bare:
            line = "\t".join(["%s"] * len(bare.columns)) + "\n"
            with cursor.copy(f"COPY {bare.table} ({', '.join(bare.columns)}) FROM STDIN") as copy:
                for row in _rows(bare, file):
                    copy.write(line % row)


def _rows(bare: Bare, file: Path) -> Iterator[tuple[object, ...]]:
    with file.open(newline="") as text:
        rows = csv.reader(text, delimiter=";")
        next(rows)
        yield from map(tuple, map(bare.values, rows))


if __name__ == "__main__":
    load(CARGOES[sys.argv[1]], make_url(sys.argv[2]), Path(sys.argv[3]))
