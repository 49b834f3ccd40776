"""otel-collector, with the real collector: what comes in over OTLP goes out again."""
import json
import os
import sys

import images
from applications import deployment
from checks import check, close, wait_until
from node import BRIDGE4, Node
from pod import Pod, inject

BACKEND = """
import http.server, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        print("POST", self.path, self.headers.get("authorization"), len(body), flush=True)
        self.send_response(200)
        self.end_headers()
    def log_message(self, *_):
        pass
http.server.HTTPServer((sys.argv[1], 4319), Handler).serve_forever()
"""
TRACE = {"resourceSpans": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "web"}}]}, "scopeSpans": [
    {"spans": [{"traceId": "5b8efff798038103d269b633813fc60c", "spanId": "eee19b7ec3c1b174", "name": "work", "kind": 1,
                "startTimeUnixNano": "1700000000000000000", "endTimeUnixNano": "1700000001000000000"}]}]}]}
LOG = {"resourceLogs": [{"scopeLogs": [{"logRecords": [{"timeUnixNano": "1700000000000000000", "body": {"stringValue": "said"}}]}]}]}


def main():
    collector = images.single(f"{sys.argv[1]}/otelcol", "/otelcol", uid=10001)
    workload = inject("otel-collector", deployment(), endpoint=f"http://{BRIDGE4}:4319", protocol="http", insecure="true",
                      headersSecret="backend", debug="true")
    with Node() as node:
        node.serve([sys.executable, "-c", BACKEND, BRIDGE4], "backend.log")
        backend = lambda: open(os.path.join(node.folder, "backend.log")).read()
        pod = Pod(node, workload, {"otel-collector": collector}, secrets={"backend": {"authorization": "Bearer t"}}).start()
        sidecar = pod["otel-collector"]
        check("it starts, and its health answers on the pod's address", sidecar.probe())
        application = {item["name"]: item["value"] for item in pod.spec["containers"][0]["env"]}
        address, port = application["OTEL_EXPORTER_OTLP_ENDPOINT"].removeprefix("http://").split(":")
        send = lambda path, what: node.call("http", address, int(port), netns=pod.netns, path=path, method="POST", body=json.dumps(what),
                                            headers={"content-type": "application/json"})
        check("the application hands over a trace where its variables say", send("/v1/traces", TRACE).get("status") == 200)
        check("  which goes out again, with the header from the Secret", wait_until(lambda: "POST /v1/traces Bearer t" in backend(), 15),
              backend().strip())
        check("a log record too", send("/v1/logs", LOG).get("status") == 200 and wait_until(lambda: "POST /v1/logs" in backend(), 15))
        check("  and both are counted in its own log", '"spans": 1' in sidecar.output() or "spans=1" in sidecar.output()
              or '"spans":1' in sidecar.output())
        check("gRPC is open", "error" not in node.call("tcp", pod.ip, 4317, send="PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"))
        metrics = node.get(pod.ip, 8888, "/metrics").get("body", "")
        check("there are metrics", "otelcol_receiver_accepted_spans" in metrics)
        check("it takes little memory", sidecar.memory() < 200 << 10, f"{sidecar.memory() >> 10} MiB")
        status, seconds = sidecar.stop()
        check("SIGTERM ends it at once, and well", status == 0 and seconds < 3, f"{seconds:.2f} s")

        grpc = Pod(node, inject("otel-collector", deployment(), endpoint="collector.example.com:4317", logs="false"),
                   {"otel-collector": collector}).start()
        check("over gRPC it starts without the other side", grpc["otel-collector"].probe())
        refused = node.call("http", "127.0.0.1", 4318, netns=grpc.netns, path="/v1/logs", method="POST", body=json.dumps(LOG),
                            headers={"content-type": "application/json"})
        check("  and takes no logs where there are to be none", refused.get("status") == 404, refused.get("status"))
    close("otel-collector")


if __name__ == "__main__":
    main()
