"""``python -m rights``."""

from rights.cli.main import main

if __name__ == "__main__":
    main()
