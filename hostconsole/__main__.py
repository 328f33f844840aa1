"""`python -m hostconsole`."""

from hostconsole.cli import main

main()
