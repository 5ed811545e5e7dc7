"""Benchmarks: speed on made text, beside what it is to be compared with."""
