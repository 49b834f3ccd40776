"""cloud-sql-proxy, the real one: started without Google behind it, as far as that goes."""
import sys

import images
from applications import deployment
from checks import check, close
from node import Node
from pod import Pod, inject

INSTANCE = "project:region:instance"


def main():
    proxy = images.single(f"{sys.argv[1]}/cloud-sql-proxy", "/cloud-sql-proxy", uid=65532)
    workload = inject("cloud-sql-proxy", deployment(), instance=INSTANCE, lazyRefresh="true", tokenSecret="token", quitSeconds="1",
                      portVariable="DATABASE")
    with Node() as node:
        pod = Pod(node, workload, {"cloud-sql-proxy": proxy}, secrets={"token": {"token": "fake"}}).start()
        sidecar = pod["cloud-sql-proxy"]
        check("it starts, and /startup answers on the pod's address", sidecar.probe())
        check("/liveness answers", sidecar.probe("livenessProbe"))
        check("/readiness answers", node.get(pod.ip, 9090, "/readiness", timeout=8).get("status") == 200)
        check("there are metrics", "cloudsql" in node.get(pod.ip, 9090, "/metrics").get("body", ""))
        local = node.call("tcp", "127.0.0.1", 5432, netns=pod.netns, send="")
        check("the database's port is open on localhost", "refused" not in local.get("error", ""), local)
        check("  and from nowhere else", "refused" in node.call("tcp", pod.ip, 5432, send="").get("error", ""))
        variables = pod.spec["containers"][0]["env"]
        check("the application is told of it", {"name": "DATABASE", "value": "127.0.0.1:5432"} in variables)
        status, seconds = sidecar.stop()
        check("SIGTERM ends it at once, and well", status == 0 and seconds < 3, f"{seconds:.2f} s")

        ordinary = Pod(node, inject("cloud-sql-proxy", deployment(), "1.28", instance=INSTANCE, lazyRefresh="true", tokenSecret="token"),
                       {"cloud-sql-proxy": proxy}, secrets={"token": {"token": "fake"}}).start()
        sidecar = ordinary["cloud-sql-proxy"]
        for _ in range(50):
            if sidecar.probe():
                break
        answer = node.call("http", "127.0.0.1", 9091, netns=ordinary.netns, path="/quitquitquit", method="POST")
        check("an ordinary sidecar can be told to quit from within the pod", answer.get("status") == 200, answer.get("error", ""))
        check("  and ends well", sidecar.process.wait(15) == 0)
    close("cloud-sql-proxy")


if __name__ == "__main__":
    main()
