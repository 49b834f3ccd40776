"""s3-sync, with the real rclone and a local S3 server: a changed, a new and a deleted object; the server gone."""
import os
import subprocess
import sys
import time

import images
from applications import deployment
from checks import check, close, wait_until
from node import BRIDGE4, Node
from pod import Pod, inject

PORT = 9000
OBJECTS = """
import boto3, sys
s3 = boto3.client("s3", endpoint_url=sys.argv[1])
for word in sys.argv[2:]:
    key, _, text = word.partition("=")
    if key == "bucket":
        s3.create_bucket(Bucket=text, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    elif text:
        s3.put_object(Bucket="conf", Key=key, Body=text.encode())
    else:
        s3.delete_object(Bucket="conf", Key=key)
"""
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "k", "AWS_SECRET_ACCESS_KEY": "s"}


def main():
    cache = sys.argv[1]
    endpoint = f"http://{BRIDGE4}:{PORT}"
    rclone = images.single(f"{cache}/rclone", "/usr/local/bin/rclone", shell=True)
    workload = inject("s3-sync", deployment(), bucket="conf", prefix="app", mountPath="/config", intervalSeconds="1",
                      region="eu-west-1", endpoint=endpoint, provider="Other")
    with Node() as node:
        s3 = lambda *words: subprocess.run(
            ["nsenter", f"--net=/run/netns/{node.netns}", f"{cache}/moto/bin/python", "-c", OBJECTS, endpoint, *words],
            env={**os.environ, **CREDENTIALS, "AWS_DEFAULT_REGION": "eu-west-1"}, capture_output=True).returncode == 0
        server = node.serve([f"{cache}/moto/bin/moto_server", "-H", BRIDGE4, "-p", str(PORT)])
        check("there is a local S3 server", wait_until(lambda: s3("bucket=conf"), 30))

        pod = Pod(node, workload, {"s3-sync": rclone}, secrets={"s3-sync": CREDENTIALS})
        folder = next(path for name, path in pod.volumes.items() if name == "s3-sync-data")
        read = lambda name: open(os.path.join(folder, name)).read() if os.path.exists(os.path.join(folder, name)) else None
        s3("app/a.conf=v1", "app/sub/b.conf=v1", "other/x=no")
        pod.start(30)
        sync = pod["s3-sync"]
        found = sorted(os.path.relpath(os.path.join(at, f), folder) for at, _, files in os.walk(folder) for f in files)
        check("once it has started, the objects of the prefix are there and no others", found == ["a.conf", "sub/b.conf"], found)
        inode = os.stat(os.path.join(folder, "a.conf")).st_ino
        s3("app/a.conf=version two", "app/sub/b.conf=", "app/c.conf=new")
        check("a changed object appears", wait_until(lambda: read("a.conf") == "version two", 8))
        check("  beside the old one, so that nobody reads half a file", os.stat(os.path.join(folder, "a.conf")).st_ino != inode)
        check("a new one appears, a deleted one goes", wait_until(lambda: read("c.conf") == "new" and read("sub/b.conf") is None, 5))
        time.sleep(1.1)
        s3("app/a.conf=version 3.0")
        check("another content of the same size is noticed", wait_until(lambda: read("a.conf") == "version 3.0", 8))
        node.end(server)
        time.sleep(3)
        check("the server gone: the files stay, and the sidecar", read("a.conf") == "version 3.0" and sync.runs())
        check("it runs as user 65534", os.stat(f"/proc/{sync.pid()}").st_uid == 65534)
        status, seconds = sync.stop()
        check("SIGTERM ends it at once, even while it waits for the server", status == 0 and seconds < 2, f"{seconds:.2f} s")

        missing = Pod(node, inject("s3-sync", deployment(), bucket="conf", endpoint=endpoint, provider="Other"),
                      {"s3-sync": rclone}, secrets={"s3-sync": CREDENTIALS})
        try:
            missing.start(4)
            started = True
        except RuntimeError:
            started = False
        check("without the server the application waits", not started and missing["s3-sync"].runs())
    close("s3-sync")


if __name__ == "__main__":
    main()
