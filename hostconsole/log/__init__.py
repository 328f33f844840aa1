"""The session log: one SQLite database, the only SQL of the program (DESIGN §5.4, docs/log.md).

`journal.Journal` writes, on its own thread; `reader.LogReader` reads, from anywhere; `lock.DataLock`
keeps a second console out; `clock.SystemClock` is the system's time.
"""
