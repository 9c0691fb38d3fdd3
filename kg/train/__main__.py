"""`python -m kg.train TEXTS GOLD -o MODEL`."""

from kg.train.tagger import main

main()
