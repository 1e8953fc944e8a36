"""Many writers, one place, kills and cut connections: at the end nothing is lost.

python -m tests.soak --rounds 500
"""
