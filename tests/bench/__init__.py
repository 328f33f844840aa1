"""The benchmarks of the quality bars: `python3 dev.py bench [NAME …]`, or `--write` for docs/performance.md.

One module a subject. Each measures its own floor in the same run, and runs in a process of its own, so
that none warms or fattens another.
"""
