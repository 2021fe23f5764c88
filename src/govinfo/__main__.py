"""Run the command line: ``python -m govinfo``."""

from govinfo.cli.main import main

if __name__ == "__main__":
    main()
