"""Runs the pod of a workload as processes, as a kubelet and a container runtime would; without either."""
import json
import os
import re
import signal
import subprocess
import sys
import time

import images
from node import HERE

ROOT = os.path.dirname(os.path.dirname(HERE))
RUNTIME_CAPABILITIES = ["CHOWN", "DAC_OVERRIDE", "FSETID", "FOWNER", "MKNOD", "NET_RAW", "SETGID", "SETUID", "SETFCAP",
                        "SETPCAP", "NET_BIND_SERVICE", "SYS_CHROOT", "KILL", "AUDIT_WRITE"]


def inject(template, manifest, version=None, **parameters):
    """The first workload of a manifest as sidecarctl injects a template of the catalogue into it."""
    command = [f"{ROOT}/sidecarctl", "inject", "-q", "-o", "json", "-f", "-", "-t", f"{ROOT}/templates/{template}/template.yaml"]
    for name, value in parameters.items():
        text = value if isinstance(value, str) else json.dumps(value)
        command += ["--set", f"{template}.{name}={text}"]
    if version:
        command += ["--kubernetes-version", version]
    done = subprocess.run(command, input=manifest, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"sidecarctl inject: {done.stderr}")
    found = json.loads(done.stdout)
    return found["items"][0] if found["kind"] == "List" else found


def spec_of(workload):
    """The pod's spec, and its metadata."""
    template = workload
    if workload["kind"] == "CronJob":
        template = workload["spec"]["jobTemplate"]["spec"]["template"]
    elif workload["kind"] != "Pod":
        template = workload["spec"]["template"]
    return template["spec"], template.get("metadata", {})


class Container:
    """One container: its process, and what it wrote."""

    def __init__(self, pod, item, init):
        self.pod, self.item, self.name = pod, item, item["name"]
        self.stays = not init or item.get("restartPolicy") == "Always"
        self.log = os.path.join(pod.folder, f"{self.name}.log")
        self.process = None

    def output(self):
        with open(self.log, errors="replace") as file:
            return file.read()

    def start(self, image):
        path = os.path.join(self.pod.folder, f"{self.name}.json")
        with open(path, "w") as file:
            json.dump(self.pod.entry(self.item, image), file)
        command = ["nsenter", f"--net=/run/netns/{self.pod.netns}"]
        if self.pod.pause:
            command.append(f"--pid=/proc/{child_of(self.pod.pause.pid)}/ns/pid")
        else:
            command += ["unshare", "--pid", "--fork", "--kill-child"]
        command += ["unshare", "--mount", sys.executable, f"{HERE}/enter.py", path]
        with open(self.log, "a") as file:
            self.process = subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)

    def runs(self):
        return self.process is not None and self.process.poll() is None

    def pid(self):
        """The number of the container's first process, as the host counts."""
        return child_of(self.process.pid)

    def memory(self):
        """What it holds in memory, in KiB."""
        with open(f"/proc/{self.pid()}/status") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1))

    def stop(self, seconds=15):
        """Its preStop hook and SIGTERM: (exit status, seconds until it had ended), (None, …) if it had to be killed."""
        begin = time.monotonic()
        hook = self.item.get("lifecycle", {}).get("preStop", {})
        if "sleep" in hook:
            time.sleep(hook["sleep"]["seconds"])
        elif "exec" in hook:
            self.execute(hook["exec"]["command"])
        try:
            os.kill(self.pid(), signal.SIGTERM)
            status = self.process.wait(seconds)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            status = None
            self.kill()
        return status, time.monotonic() - begin

    def kill(self):
        if self.runs():
            try:
                os.kill(self.pid(), signal.SIGKILL)
            except ProcessLookupError:
                pass
            try:
                self.process.wait(2)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def execute(self, command):
        """A command in the container, as an exec probe is run; whether it succeeded."""
        process = self.pid()
        uid, gid = owner(process)
        done = subprocess.run(["nsenter", f"--target={process}", "--net", "--pid", "--mount", "--root", f"--setuid={uid}",
                               f"--setgid={gid}", *command], capture_output=True, env={"PATH": images.PATH})
        return done.returncode == 0

    def probe(self, name="startupProbe"):
        """Whether a probe succeeds now, asked from the node; True where there is none."""
        probe = self.item.get(name)
        if not probe:
            return True
        if "exec" in probe:
            return self.execute(probe["exec"]["command"])
        action = probe.get("httpGet") or probe.get("tcpSocket")
        port = self.port(action["port"])
        if "httpGet" in probe:
            answer = self.pod.node.get(self.pod.ip, port, action.get("path", "/"), timeout=probe.get("timeoutSeconds", 1))
            return 200 <= answer.get("status", 0) < 400
        return "error" not in self.pod.node.call("tcp", self.pod.ip, port, send="")

    def port(self, port):
        if isinstance(port, int):
            return port
        return next(p["containerPort"] for p in self.item["ports"] if p.get("name") == port)


class Pod:
    """A pod: images are given for the names of the containers, files for those volumes that the cluster would fill."""

    def __init__(self, node, workload, containers, volumes=None, secrets=None):
        self.node, self.images, self.secrets = node, containers, secrets or {}
        self.spec, self.metadata = spec_of(workload)
        self.name, self.namespace = workload["metadata"].get("name", "pod"), workload["metadata"].get("namespace", "default")
        node.attach(self)
        self.folder = os.path.join(node.folder, self.netns)
        os.makedirs(self.folder)
        self.volumes = {item["name"]: self._volume(item, (volumes or {}).get(item["name"])) for item in self.spec.get("volumes", [])}
        self.containers, self.pause = {}, None
        if self.spec.get("shareProcessNamespace"):
            self.pause = subprocess.Popen(["unshare", "--pid", "--fork", "--kill-child", "sleep", "infinity"])
            while not children(self.pause.pid):
                time.sleep(0.01)

    def start(self, ready=60):
        """Init containers to their ends, native sidecars until their startup probes succeed, then the containers."""
        for item in self.spec.get("initContainers", []):
            if item["name"] in self.images:
                self._start(Container(self, item, True), ready)
        for item in self.spec["containers"]:
            if item["name"] in self.images:
                self._start(Container(self, item, False), 0)
        return self

    def _start(self, container, ready):
        self.containers[container.name] = container
        container.start(self.images[container.name])
        if not container.stays:
            status = container.process.wait(30)
            if status:
                raise RuntimeError(f"init container {container.name} ended with {status}: {container.output()[-2000:]}")
            return
        end = time.monotonic() + ready
        while ready and not container.probe():
            if time.monotonic() > end or not container.runs():
                raise RuntimeError(f"{container.name} does not start: {container.output()[-3000:]}")
            time.sleep(0.2)

    def run_again(self, name):
        """An init container once more, as after a restart of the pod's sandbox: its exit status."""
        container = self.containers[name]
        container.start(self.images[name])
        return container.process.wait(30)

    def __getitem__(self, name):
        return self.containers[name]

    def kill(self):
        for container in self.containers.values():
            container.kill()
        if self.pause:
            self.pause.kill()
            self.pause.wait()

    # What a kubelet makes of the spec.

    def _volume(self, item, files):
        folder = os.path.join(self.folder, "volumes", item["name"])
        os.makedirs(folder)
        security = self.spec.get("securityContext", {})
        if files is not None:
            self.fill(folder, files, security.get("fsGroup"), mode_of(item))
        elif "emptyDir" in item or len(item) == 1:
            os.chown(folder, 0, security.get("fsGroup", 0))
            os.chmod(folder, 0o2777 if "fsGroup" in security else 0o777)
        return folder

    def fill(self, folder, files, group=None, mode=0o644):
        """Files as the kubelet lays those of ConfigMaps and Secrets: behind a link that it swaps."""
        if not os.path.isdir(folder):
            folder = self.volumes[folder]
            group = self.spec.get("securityContext", {}).get("fsGroup")
        data = f"..{time.monotonic_ns()}"
        os.makedirs(os.path.join(folder, data))
        for name, text in files.items():
            path = os.path.join(folder, data, name)
            with open(path, "w") as file:
                file.write(text)
            os.chown(path, 0, group or 0)
            os.chmod(path, mode | (0o040 if group else 0))
            if not os.path.islink(os.path.join(folder, name)):
                os.symlink(f"..data/{name}", os.path.join(folder, name))
        os.symlink(data, os.path.join(folder, "..data_tmp"))
        os.rename(os.path.join(folder, "..data_tmp"), os.path.join(folder, "..data"))

    def entry(self, item, image):
        """The spec of a container's process: see enter.py."""
        security = {**self.spec.get("securityContext", {}), **item.get("securityContext", {})}
        uid = security.get("runAsUser", image.uid)
        if security.get("runAsNonRoot") and uid == 0:
            raise RuntimeError(f"{item['name']}: runAsNonRoot, and the image's user is root")
        group = self.spec.get("securityContext", {}).get("fsGroup")
        root = os.path.join(self.folder, f"{item['name']}.root")
        os.makedirs(root, exist_ok=True)
        environment = self.environment(item)
        expand = lambda words: [expanded(word, environment) for word in words]
        command = expand(item["command"]) if item.get("command") else image.entrypoint
        arguments = expand(item["args"]) if item.get("args") else [] if item.get("command") else image.command
        return {
            "root": root, "files": {"/etc/passwd": "root:x:0:0:root:/root:/bin/sh\n", "/etc/group": "root:x:0:\n",
                                    "/etc/hosts": "127.0.0.1 localhost\n::1 localhost\n" + self.hosts(),
                                    "/etc/nsswitch.conf": "hosts: files\n"},
            "links": image.links, "programs": image.programs, "binds": image.binds + self.mounts(item),
            "readOnlyRoot": security.get("readOnlyRootFilesystem", False), "uid": uid,
            "gid": security.get("runAsGroup", 0), "groups": ([group] if group else []) + security.get("supplementalGroups", []),
            "capabilities": capabilities(security.get("capabilities", {})),
            "noNewPrivileges": not security.get("allowPrivilegeEscalation", True), "folder": item.get("workingDir", "/"),
            "environment": {"PATH": images.PATH, "HOME": "/root" if uid == 0 else "/", "HOSTNAME": self.name, **environment},
            "command": command + arguments}

    def hosts(self):
        return "".join(f"{alias['ip']} {' '.join(alias['hostnames'])}\n" for alias in self.spec.get("hostAliases", []))

    def mounts(self, item):
        binds = []
        for mount in item.get("volumeMounts", []):
            source = os.path.join(self.volumes[mount["name"]], mount.get("subPath", ""))
            volume = next(v for v in self.spec["volumes"] if v["name"] == mount["name"])
            fixed = any(kind in volume for kind in ("secret", "configMap", "projected", "downwardAPI"))
            binds.append((source.rstrip("/"), mount["mountPath"].rstrip("/"), bool(mount.get("readOnly")) or fixed))
        return sorted(binds, key=lambda bind: bind[1])

    def environment(self, item):
        environment = {}
        for variable in item.get("env", []):
            value = self.value(variable, environment)
            if value is not None:
                environment[variable["name"]] = value
        return environment

    def value(self, variable, earlier):
        source = variable.get("valueFrom")
        if source is None:
            return expanded(variable.get("value", ""), earlier)
        if "fieldRef" in source:
            path = source["fieldRef"]["fieldPath"]
            known = {"metadata.name": self.name, "metadata.namespace": self.namespace, "status.podIP": self.ip,
                     "spec.nodeName": "node", "metadata.uid": "0", "spec.serviceAccountName": "default"}
            return known[path]
        if "resourceFieldRef" in source:
            return "1"
        reference = source.get("secretKeyRef") or source.get("configMapKeyRef")
        held = self.secrets.get(reference["name"], {})
        if reference["key"] not in held and not reference.get("optional"):
            raise RuntimeError(f"there is no {reference['name']}/{reference['key']}")
        return held.get(reference["key"])


def capabilities(said):
    dropped, added = said.get("drop", []), said.get("add", [])
    kept = [] if "ALL" in dropped else [name for name in RUNTIME_CAPABILITIES if name not in dropped]
    return kept + [name for name in added if name not in kept]


def expanded(text, variables):
    """$(NAME) as Kubernetes expands it; $$ is a dollar sign, and a name that nobody knows stays."""
    return re.sub(r"\$\$|\$\(([A-Za-z_.-][A-Za-z0-9_.-]*)\)",
                  lambda m: "$" if m.group(0) == "$$" else variables.get(m.group(1), m.group(0)), text)


def mode_of(volume):
    for kind in ("secret", "configMap", "projected"):
        if kind in volume:
            return volume[kind].get("defaultMode", 0o644)
    return 0o644


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            return [int(child) for child in file.read().split()]
    except FileNotFoundError:
        return []


def child_of(pid, seconds=5):
    """The first process below one; waits until it is there."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = children(pid)
        if found:
            return found[0]
        time.sleep(0.02)
    raise ProcessLookupError(pid)


def owner(pid):
    status = os.stat(f"/proc/{pid}")
    return status.st_uid, status.st_gid
