"""``python -m coauthor``."""

import sys

from coauthor.cli import main

if __name__ == "__main__":
    sys.exit(main())
