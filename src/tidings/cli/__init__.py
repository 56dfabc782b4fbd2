"""The `tidings` commands, each a few lines that call a room."""


def main() -> None:
    """Entry point of the console script. Nothing heavy is imported on the way to `--help`."""
    from tidings.cli.app import run

    run()


__all__ = ["main"]
