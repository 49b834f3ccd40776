"""sidecar-logger, with the real BusyBox: a file that comes late, is rotated, is truncated."""
import os
import sys
import time

import images
from applications import deployment
from checks import check, close, wait_until
from node import Node
from pod import Pod, inject

def main():
    workload = inject("sidecar-logger", deployment())
    with Node() as node:
        pod = Pod(node, workload, {"sidecar-logger": images.busybox()}).start()
        logger = pod["sidecar-logger"]
        file = os.path.join(pod.volumes["shared-logs"], "access.log")
        append = lambda text: open(file, "a").write(text + "\n") and None
        seen = lambda line: wait_until(lambda: line + "\n" in logger.output(), 6)

        time.sleep(1.2)
        check("it runs without the file, as user 65534 on a read-only root", logger.runs() and owner_of(logger) == 65534)
        append("late-1")
        check("a file that appears late is followed", seen("late-1"))
        append("late-2")
        check("  and what is appended to it", seen("late-2"))
        os.rename(file, file + ".1")
        append("rotated-1")
        check("a file in its place after a rotation is followed", seen("rotated-1"))
        append("a line that makes the file longer than what is written next")
        check("  and what is appended to that", seen("a line that makes the file longer than what is written next"))
        open(file, "w").close()
        time.sleep(1.5)
        append("truncated-1")
        check("a file that was truncated is followed", seen("truncated-1"))
        check("each line is printed once", logger.output().count("late-1\n") == 1)
        check("it takes little memory", logger.memory() < 8 << 10, f"{logger.memory()} KiB")
        append("last")
        status, seconds = logger.stop()
        check("SIGTERM ends it, as first process of its container, and it prints the last line before",
              status == 0 and seconds < 4 and "last\n" in logger.output(), f"{seconds:.1f} s, of which 2 on purpose")
    close("sidecar-logger")


def owner_of(container):
    return os.stat(f"/proc/{container.pid()}").st_uid


if __name__ == "__main__":
    sys.exit(main())
