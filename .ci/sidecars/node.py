"""A node in a network of its own: pods are further network namespaces on its bridge. Nothing of it reaches another network."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BRIDGE4, BRIDGE6 = "192.0.2.1", "2001:db8::1"


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout


class Node:
    """Use it in a with statement: at its end all pods, processes, namespaces and files are gone."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="sidecars-")
        os.chmod(self.folder, 0o755)
        self.netns = f"sc{os.getpid()}n"
        self._pods, self._servers, self._count = [], [], 1
        try:
            run("ip", "netns", "add", self.netns)
            for line in ("link set lo up", "link add br0 type bridge", "link set br0 up",
                         f"addr add {BRIDGE4}/24 dev br0", f"-6 addr add {BRIDGE6}/64 dev br0 nodad"):
                run("ip", "-n", self.netns, *line.split())
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for pod in self._pods:
            pod.kill()
        for server in self._servers:
            server.kill()
            server.wait()
        for netns in [pod.netns for pod in self._pods] + [self.netns]:
            subprocess.run(["ip", "netns", "del", netns], capture_output=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def attach(self, pod):
        """Gives a pod a network namespace with two addresses."""
        self._count += 1
        pod.netns = f"sc{os.getpid()}p{self._count}"
        pod.ip, pod.ip6 = f"192.0.2.{self._count}", f"2001:db8::{self._count:x}"
        self._pods.append(pod)
        link = f"v{self._count}"
        run("ip", "netns", "add", pod.netns)
        run("ip", "-n", self.netns, "link", "add", link, "type", "veth", "peer", "name", "eth0", "netns", pod.netns)
        run("ip", "-n", self.netns, "link", "set", link, "master", "br0", "up")
        for line in ("link set lo up", "link set eth0 up", f"addr add {pod.ip}/24 dev eth0",
                     f"-6 addr add {pod.ip6}/64 dev eth0 nodad", f"route add default via {BRIDGE4}"):
            run("ip", "-n", pod.netns, *line.split())

    def serve(self, command, log="server.log", netns=None, uid=None, **environment):
        """Starts a program of the test's own, on the node or in a pod's network."""
        rights = ["setpriv", f"--reuid={uid}", f"--regid={uid}", "--clear-groups"] if uid is not None else []
        with open(os.path.join(self.folder, log), "a") as file:
            server = subprocess.Popen(["nsenter", f"--net=/run/netns/{netns or self.netns}", *rights, *command], stdout=file,
                                      stderr=subprocess.STDOUT, env={**os.environ, **environment})
        self._servers.append(server)
        return server

    def end(self, server):
        server.terminate()
        server.wait(10)

    def call(self, kind, host, port, netns=None, uid=0, **details):
        """One request, from the node or from a pod's network: {status, headers, body} or {error}."""
        request = json.dumps(dict(kind=kind, host=host, port=port, **details))
        done = subprocess.run(["nsenter", f"--net=/run/netns/{netns or self.netns}", "setpriv", f"--reuid={uid}",
                               f"--regid={uid}", "--clear-groups", sys.executable, f"{HERE}/client.py", request],
                              capture_output=True, text=True)
        return json.loads(done.stdout) if done.stdout else {"error": done.stderr.strip()[-300:]}

    def get(self, host, port, path="/", **details):
        return self.call("http", host, port, path=path, **details)
