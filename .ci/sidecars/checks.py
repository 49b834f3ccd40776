"""Counts what holds and what does not, and tells it line by line."""
import sys
import time

_counts = {"passed": 0, "failed": 0}


def check(what, holds, detail=""):
    """Tells whether something holds; goes on either way."""
    _counts["passed" if holds else "failed"] += 1
    print(f"{'ok' if holds else 'FAILED'}: {what}" + (f"   [{detail}]" if detail != "" else ""), flush=True)
    return bool(holds)


def wait_until(holds, seconds=10, step=0.1):
    """Whether something comes to hold within so many seconds; what it gave last."""
    end = time.monotonic() + seconds
    while True:
        value = holds()
        if value or time.monotonic() > end:
            return value
        time.sleep(step)


def close(what):
    """Ends the process: 1 if anything failed."""
    print(f"{what}: {_counts['passed']} passed, {_counts['failed']} failed", flush=True)
    sys.exit(1 if _counts["failed"] or not _counts["passed"] else 0)
