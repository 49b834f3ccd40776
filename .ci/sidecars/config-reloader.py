"""config-reloader: with the real program, a request when a ConfigMap changes; with BusyBox, a signal."""
import os
import sys
import time

import images
from applications import deployment
from checks import check, close, wait_until
from node import Node
from pod import Pod, inject

SERVER = """
import http.server
class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        print("POST", self.path, flush=True)
        self.send_response(200)
        self.end_headers()
    def log_message(self, *_):
        pass
http.server.HTTPServer(("127.0.0.1", 8080), Handler).serve_forever()
"""
APPLICATION = "trap 'echo reloaded' HUP; trap 'exit 0' TERM; while :; do sleep 0.2; done"


def by_request(cache):
    reloader = images.single(f"{cache}/prometheus-config-reloader", "/bin/prometheus-config-reloader", uid=65534)
    workload = inject("config-reloader", deployment(), name="web", intervalSeconds="1", delaySeconds="1")
    with Node() as node:
        pod = Pod(node, workload, {"config-reloader": reloader}, volumes={"config-reloader-watched": {"a.yaml": "v: 1\n"}})
        node.serve([sys.executable, "-c", SERVER], "application.log", netns=pod.netns)
        asked = lambda: open(os.path.join(node.folder, "application.log")).read().count("POST /-/reload")
        sidecar = pod.start()["config-reloader"]
        check("by request: it is healthy", wait_until(lambda: sidecar.probe("livenessProbe"), 10))
        check("  and asks once when it has started", wait_until(lambda: asked() == 1, 8))
        time.sleep(2.5)
        check("  and not again as long as nothing changes", asked() == 1)
        pod.fill("config-reloader-watched", {"a.yaml": "v: 2\n"})
        check("a changed ConfigMap makes it ask", wait_until(lambda: asked() == 2, 10))
        pod.fill("config-reloader-watched", {"a.yaml": "v: 3\n", "b.yaml": "new: true\n"})
        check("  a new file too, once", wait_until(lambda: asked() == 3, 10) and not wait_until(lambda: asked() > 3, 2.5))
        metrics = node.get(pod.ip, 8081, "/metrics")
        check("it has metrics", "reloader_" in metrics.get("body", ""))
        status, seconds = sidecar.stop()
        check("SIGTERM ends it at once", status is not None and seconds < 2, f"status {status}, {seconds:.2f} s")


def by_signal():
    workload = inject("config-reloader", deployment("      securityContext: {runAsUser: 1000, runAsNonRoot: true}\n"), name="web",
                      mode="signal", processName="server", runAsUser="1000", intervalSeconds="1", delaySeconds="1", kind="secret")
    application = images.single("/usr/bin/dash", "/bin/server", shell=True, dynamic=True)
    application.command = ["-c", APPLICATION]
    with Node() as node:
        pod = Pod(node, workload, {"config-reloader": images.busybox(), "web": application},
                  volumes={"config-reloader-watched": {"a.yaml": "v: 1\n"}})
        pod.start()
        time.sleep(2.5)
        check("by signal: nothing is sent as long as nothing changes", "reloaded" not in pod["web"].output())
        pod.fill("config-reloader-watched", {"a.yaml": "v: 2\n"})
        check("a changed Secret sends HUP to the application's process",
              wait_until(lambda: pod["web"].output().count("reloaded") == 1, 8), pod["config-reloader"].output().strip())
        status, seconds = pod["config-reloader"].stop()
        check("SIGTERM ends it at once", status == 0 and seconds < 2, f"{seconds:.2f} s")


def main():
    by_request(sys.argv[1])
    by_signal()
    close("config-reloader")


if __name__ == "__main__":
    main()
