"""Benchmarks: ``python -m tests.bench`` prints one table; nothing here is a test."""
