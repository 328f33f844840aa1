"""The log's tables, made and brought up to date by sqlite-utils.

Loaded only for a log that is new or of an older program: importing sqlite-utils takes longer than opening
a log does.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils.db import Database
from sqlite_utils.migrations import Migrations

from hostconsole.log.schema import APPLICATION_ID

_migrations = Migrations("hostconsole.log")

_SCHEMA = (
    """CREATE TABLE events (
        n INTEGER PRIMARY KEY,
        session TEXT NOT NULL, seq INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
        prev_hash TEXT NOT NULL, hash TEXT NOT NULL,
        UNIQUE (session, seq)) STRICT""",
    "CREATE INDEX ended ON events (session, seq) WHERE kind = 'session.ended'",
    """CREATE TABLE sessions (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, show TEXT, kind TEXT, simulated INTEGER,
        started TEXT, sheet TEXT) STRICT""",
    """CREATE TRIGGER session_listed AFTER INSERT ON events
        WHEN new.kind = 'session.started' AND json_valid(new.text)
        BEGIN
            INSERT OR IGNORE INTO sessions VALUES (
                new.n, new.session, json_extract(new.text, '$.data.plan.name'),
                json_extract(new.text, '$.data.kind'),
                coalesce(json_extract(new.text, '$.data.simulated'), 0),
                json_extract(new.text, '$.at'), json_extract(new.text, '$.data.plan.sheet'));
        END""",
    *(
        f"""CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
            BEGIN SELECT raise(ABORT, 'the log is append-only'); END"""
        for table in ("events", "sessions")
        for verb in ("update", "delete")
    ),
)


@_migrations()
def tables(db: Database) -> None:
    """Version 1."""
    for statement in _SCHEMA:
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Applies what the log lacks, each migration in one transaction."""
    _migrations.apply(Database(connection, execute_plugins=False, strict=True))
