"""Tells whether a template was run or only started, and with which programs, by the versions in the script beside."""
import os
import re
import subprocess
import sys

PROGRAMS = {"envoy-proxy": ["envoy", "iptables"], "s3-sync": ["rclone", "moto"], "oauth2-proxy": ["oauth2-proxy"],
            "cloud-sql-proxy": ["cloud-sql-proxy"], "config-reloader": ["prometheus-config-reloader", "busybox"],
            "otel-collector": ["otelcol"], "sidecar-logger": ["busybox"]}
VARIABLES = {"prometheus-config-reloader": "CONFIG_RELOADER", "otelcol": "OTEL"}


def version(program):
    if program in ("busybox", "iptables"):
        first = subprocess.run([program] + (["--version"] if program == "iptables" else []), capture_output=True, text=True).stdout
        return re.search(r"v([0-9.]+)", first).group(1)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "build")) as file:
        name = VARIABLES.get(program, program.upper().replace("-", "_"))
        return re.search(rf"\b{name}=([0-9.]+)", file.read()).group(1)


# Nothing that they work for can be had here: no provider that knows users, no Cloud SQL.
ONLY_STARTED = ("cloud-sql-proxy", "oauth2-proxy")

print("started" if sys.argv[1] in ONLY_STARTED else "run", end="|")
print(", ".join(f"{program} {version(program)}" for program in PROGRAMS[sys.argv[1]]))
