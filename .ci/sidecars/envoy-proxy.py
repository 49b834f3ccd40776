"""envoy-proxy, with the real Envoy and the real iptables, in two pods: what passes, what is refused, what is counted."""
import concurrent.futures
import os
import re
import sys
import urllib.parse

import images
from applications import deployment
from certificates import Authority
from checks import check, close, wait_until
from node import HERE, Node, run
from pod import Pod, inject

APPLICATION, PROXY = 1000, 1337


class Peers:
    """Two pods, a and b, each with an application and the sidecar."""

    def __init__(self, node, envoy, version=None, both=None, a=None, b=None, certificates=None, ipv6=True):
        self.node, self.pods, self.servers = node, {}, []
        for name, own in (("a", a), ("b", b)):
            workload = inject("envoy-proxy", deployment(), version, concurrency="1", **{**(both or {}), **(own or {})})
            volumes = {"envoy-proxy-certs": certificates[name]} if certificates else None
            pod = Pod(node, workload, {"envoy-proxy-secrets": images.iptables(), "envoy-proxy-rules": images.iptables(),
                                       "envoy-proxy": envoy}, volumes=volumes)
            if not ipv6:
                run("nsenter", f"--net=/run/netns/{pod.netns}", "sysctl", "-qw", "net.ipv6.conf.all.disable_ipv6=1")
            self.servers.append(node.serve([sys.executable, f"{HERE}/application.py", name], f"{pod.netns}.log", pod.netns, APPLICATION))
            self.pods[name] = pod.start()
        self.a, self.b = self.pods["a"], self.pods["b"]
        for pod in self.pods.values():
            wait_until(lambda: pod["envoy-proxy"].probe(), 20)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for pod in self.pods.values():
            pod.kill()
        for server in self.servers:
            self.node.end(server)

    def get(self, host, path="/", port=8080, uid=APPLICATION, pod="a", **more):
        """What the application of a pod gets; with the proxy's user, what comes from the wire."""
        return self.node.get(host, port, path, netns=self.pods[pod].netns, uid=uid, **more)

    def call(self, kind, host, port, uid=APPLICATION, pod="a", **more):
        return self.node.call(kind, host, port, netns=self.pods[pod].netns, uid=uid, **more)

    def counter(self, pod, name):
        """One of Envoy's own counters."""
        pattern = urllib.parse.quote("^" + re.escape(name) + "$")
        body = self.get("127.0.0.1", f"/stats?filter={pattern}", 15000, PROXY, pod).get("body", "")
        return int(body.split(": ")[-1]) if ": " in body else 0

    def burst(self, count, path):
        with concurrent.futures.ThreadPoolExecutor(count) as pool:
            return list(pool.map(lambda _: self.get(self.b.ip, path), range(count)))


def plain(node, envoy):
    print("== plain traffic")
    with Peers(node, envoy) as peers:
        a, b, get, call, counter = peers.a, peers.b, peers.get, peers.call, peers.counter
        order = [item["name"] for item in a.spec["initContainers"]]
        check("the rules come first, then Envoy", order == ["envoy-proxy-rules", "envoy-proxy"], order)
        check("Envoy runs as user 1337", os.stat(f"/proc/{a['envoy-proxy'].pid()}").st_uid == PROXY)
        answer = get(b.ip)
        check("HTTP from a to b is answered by b's application, which listens on localhost alone",
              answer.get("status") == 200 and "peer=127.0.0.1" in answer["body"], answer.get("body", answer))
        check("  a's Envoy and b's counted it",
              counter("a", "http.outbound.downstream_rq_2xx") == 1 and counter("b", "http.inbound.downstream_rq_2xx") == 1)
        check("likewise over IPv6", get(b.ip6).get("status") == 200 and counter("b", "http.inbound.downstream_rq_2xx") == 2)
        echo = call("tcp", b.ip, 9999, send="hi\n")
        check("TCP that is not HTTP passes on any port", echo.get("body") == "echo hi\n"
              and counter("a", "tcp.outbound_tcp.downstream_cx_total") == 1 and counter("b", "tcp.inbound_tcp.downstream_cx_total") == 1)
        check("  over IPv6 too", call("tcp", b.ip6, 9999, send="hi\n").get("body") == "echo hi\n")
        check("a server that speaks first is heard", call("tcp", b.ip, 9998).get("body", "").startswith("220"))
        before = counter("a", "tcp.outbound_tcp.downstream_cx_total")
        check("UDP goes straight to b", call("udp", b.ip, 5353, send="q").get("body") == "udp q"
              and counter("a", "tcp.outbound_tcp.downstream_cx_total") == before)
        for pod, host, port, what in (("a", b.ip, 15006, "from outside"), ("a", "127.0.0.1", 15001, "by the application")):
            closed = call("tcp", host, port, send="x\n", pod=pod)
            check(f"port {port}, dialled {what}, leads nowhere", closed.get("body") == "" or "reset" in closed.get("error", ""), closed)
        check("  and not in a circle", counter("a", "tcp.nowhere.downstream_cx_total") == 1 and counter("b", "tcp.nowhere.downstream_cx_total") == 1)
        metrics = node.get(b.ip, 15021, "/stats/prometheus")
        check("there are metrics on the health port", "envoy_cluster_upstream_rq_total" in metrics.get("body", ""))
        check("  which gives no admin page away", node.get(b.ip, 15021, "/quitquitquit").get("status") == 404)
        check("  nor is the admin port reachable from outside", "status" not in node.get(b.ip, 15000))
        check("within the pod localhost is left alone", get("127.0.0.1", pod="b").get("status") == 200)
        rules = lambda: [line for line in run("nsenter", f"--net=/run/netns/{b.netns}", "iptables-save", "-t", "nat").splitlines()
                         if line.startswith("-A")]
        first = rules()
        status = b.run_again("envoy-proxy-rules")
        check("a second run of the rules changes nothing", status == 0 and rules() == first and len(first) > 5)
        peers.node.end(peers.servers[1])
        check("the application gone: 503 from its Envoy", get(b.ip).get("status") == 503)
        check("it takes little memory", a["envoy-proxy"].memory() < 200 << 10, f"{a['envoy-proxy'].memory() >> 10} MiB")
        status, seconds = a["envoy-proxy"].stop()
        check("SIGTERM ends it at once", status == 0 and seconds < 3, f"{seconds:.2f} s")
        peers.servers.pop()


def mutual(node, envoy):
    print("== mTLS")
    ours, another = Authority(node.folder, "ours"), Authority(node.folder, "another")
    certificates = {name: ours.issue(f"pod-{name}") for name in "ab"}
    folder = os.path.join(node.folder, "clients")
    clients = {"ours": write(f"{folder}/ours", ours.issue("client")), "another": write(f"{folder}/another", another.issue("client"))}
    with Peers(node, envoy, both={"mtls": "true"}, certificates=certificates) as peers:
        a, b, get, call, counter = peers.a, peers.b, peers.get, peers.call, peers.counter
        mesh = {"host": "b.shop.svc.cluster.local"}
        check("a's application says plain HTTP, on the wire it is mTLS", get(b.ip, headers=mesh).get("status") == 200
              and counter("a", "cluster.outbound_mtls.ssl.handshake") == 1 and counter("b", "http.inbound.downstream_rq_2xx") == 1)
        wire = lambda path="/", **more: get(b.ip, path, uid=PROXY, **more)
        check("plain HTTP from the wire is refused", wire().get("status") == 403)
        check("  but the kubelet's GET /healthz is answered", wire("/healthz").get("status") == 200)
        check("  and no way leads round it", wire("/healthz/../secret").get("status") == 403 and wire("/healthz", method="POST").get("status") == 403)
        check("TLS without a client certificate is refused", "error" in wire(ca=f"{clients['ours']}/ca.crt"))
        tls = lambda who: dict(ca=f"{clients[who]}/ca.crt", cert=f"{clients[who]}/tls.crt", key=f"{clients[who]}/tls.key")
        check("TLS with a certificate of another authority is refused", "error" in wire(**tls("another")))
        good = wire(**tls("ours"))
        check("TLS with the right certificate passes", good.get("status") == 200, good.get("error", ""))
        check("plain TCP on another port is refused", call("tcp", b.ip, 9999, uid=PROXY, send="hi\n").get("body", "") == "")
        b.fill("envoy-proxy-certs", ours.issue("pod-b-rotated"))
        check("a rotated certificate is served without a restart",
              wait_until(lambda: wire(**tls("ours")).get("certificate") not in (None, good.get("certificate")), 10))
        check("  and mTLS between the pods goes on", get(b.ip, headers=mesh).get("status") == 200)
    with Peers(node, envoy, both={"mtls": "true"}, b={"clientNames": ["pod-c"]}, certificates=certificates) as peers:
        answer = peers.get(peers.b.ip, headers={"host": "b.shop.svc.cluster.local"})
        check("a client of the authority that is not on the list is refused", answer.get("status") == 503, answer.get("body", answer))


def limits(node, envoy):
    print("== limits")
    with Peers(node, envoy, b={"maxConnections": "2", "maxPendingRequests": "1"}) as peers:
        answers = peers.burst(12, "/slow?s=1.5")
        refused = [one for one in answers if one.get("status") == 503 and one["headers"].get("x-envoy-overloaded") == "true"]
        passed = [one for one in answers if one.get("status") == 200]
        check("12 requests at a time open the circuit breaker of 2 connections and 1 in waiting", len(refused) >= 8 and len(passed) >= 2,
              f"{len(passed)} x 200, {len(refused)} x 503")
        check("  its counters say so", peers.counter("b", "cluster.app.upstream_rq_pending_overflow") == len(refused)
              and peers.counter("b", "cluster.app.upstream_cx_overflow") > 0)
    with Peers(node, envoy, a={"retries": "2", "retryOn": "5xx", "timeout": "0.5s"}, b={"timeout": "5s"}) as peers:
        check("two answers of 503 and one of 200: two retries", peers.get(peers.b.ip, "/flaky").get("status") == 200
              and peers.counter("a", "cluster.outbound.upstream_rq_retry_success") == 1)
        check("a request that takes too long: 504", peers.get(peers.b.ip, "/slow?s=2").get("status") == 504
              and peers.counter("a", "cluster.outbound.upstream_rq_timeout") == 1)


def exceptions(node, envoy):
    print("== what goes past it; an ordinary sidecar; no IPv6")
    with Peers(node, envoy, "1.28", a={"excludeOutboundPorts": [8080]}, b={"excludeInboundPorts": [9999]}) as peers:
        a, b = peers.a, peers.b
        check("as an ordinary sidecar it stands beside the application, and the rules are the last init container",
              a.spec["initContainers"][-1]["name"] == "envoy-proxy-rules" and a.spec["containers"][0]["name"] == "envoy-proxy")
        check("an excluded inbound port is reached past b's Envoy", peers.call("tcp", b.ip, 9999, send="hi\n").get("body") == "echo hi\n"
              and peers.counter("b", "tcp.inbound_tcp.downstream_cx_total") == 0)
        check("to an excluded outbound port a's application connects itself", peers.get(b.ip).get("status") == 200
              and peers.counter("a", "http.outbound.downstream_rq_total") == 0)
        status, seconds = b["envoy-proxy"].stop()
        check("SIGTERM ends it at once", status == 0 and seconds < 3, f"{seconds:.2f} s")
    with Peers(node, envoy, ipv6=False) as peers:
        check("pods without IPv6: the listeners for both families serve the old one", peers.get(peers.b.ip).get("status") == 200
              and "error" in peers.get(peers.b.ip6))
    with Peers(node, envoy, both={"listenAddress": "0.0.0.0"}) as peers:
        check("it serves on the old family alone where it is told to", peers.get(peers.b.ip).get("status") == 200)


def write(folder, files):
    os.makedirs(folder)
    for name, text in files.items():
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)
    os.chmod(folder, 0o755)
    return folder


def main():
    envoy = images.single(f"{sys.argv[1]}/envoy", "/usr/local/bin/envoy", dynamic=True, uid=0)
    with Node() as node:
        for part in (plain, mutual, limits, exceptions):
            part(node, envoy)
    close("envoy-proxy")


if __name__ == "__main__":
    main()
