"""`python -m memcon`: the command line."""

from memcon.cli import main

if __name__ == "__main__":
    main()
