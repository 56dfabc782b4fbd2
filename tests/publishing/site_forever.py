"""Builds a large site again and again with two workers, until it is killed."""

import sys
from pathlib import Path

from site_releases import built, many

if __name__ == "__main__":
    releases = [many(count) for count in (400, 500)]
    print("ready", flush=True)
    while True:
        for release in releases:
            built(release, Path(sys.argv[1]), workers=2)
            print("built", flush=True)
