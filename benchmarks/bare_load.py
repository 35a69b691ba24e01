"""The least an import can cost: read a file of readings, and load it into the indexed table.

Usage: python -m benchmarks.bare_load URL FILE
"""

import csv
import sys
from pathlib import Path

import psycopg
from sqlalchemy import URL, make_url

from siegvo.adapters.sql.driver import sqlite_driver

_COPY = (
    "COPY readings (meter, taken_on, index_m3, source)"
    " FROM STDIN (FORMAT csv, DELIMITER ';', HEADER)"
)


def load(url: URL, file: Path) -> None:
    if url.get_backend_name() == "sqlite":
        _into_sqlite(str(url.database), file=file)
    else:
        _into_postgresql(url, file=file)


def _into_sqlite(database: str, *, file: Path) -> None:
    connection = sqlite_driver().connect(database)
    connection.execute("PRAGMA synchronous = FULL")
    with file.open(newline="") as text:
        rows = csv.reader(text, delimiter=";")
        next(rows)
        connection.executemany(
            "INSERT INTO readings (meter, taken_on, index_m3, source) VALUES (?, ?, ?, ?)",
            ((meter, day, int(index), source) for meter, day, index, source in rows),
        )
    connection.commit()
    connection.close()


def _into_postgresql(url: URL, *, file: Path) -> None:
    place = {**url.translate_connect_args(username="user", database="dbname"), **url.query}
    with (
        psycopg.connect(**place) as connection,
        connection.cursor().copy(_COPY) as copy,
        file.open("rb") as text,
    ):
        while piece := text.read(1 << 16):
            copy.write(piece)


if __name__ == "__main__":
    load(make_url(sys.argv[1]), Path(sys.argv[2]))
