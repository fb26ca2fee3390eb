"""`python -m promplan` is the `promplan` command."""

from promplan.cli import main

main()
