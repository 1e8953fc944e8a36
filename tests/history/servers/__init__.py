"""Real servers on loopback, started by the tests themselves from Debian's packages."""
