"""Exchanging versions with others: shared places, servers and packages."""
