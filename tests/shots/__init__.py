"""Screenshots of the real windows, with the sample show in the middle of an evening.

python3 dev.py shots             those the documents show, into docs/shots
python3 dev.py shots FOLDER      every state, size and language, to look at
"""
