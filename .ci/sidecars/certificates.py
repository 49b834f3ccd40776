"""Certificates as a cluster's certificate manager would make them, with openssl."""
import os

from node import run

CURVE = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")


class Authority:
    """An authority in a folder of its own."""

    def __init__(self, folder, name):
        self.folder, self.count = os.path.join(folder, f"ca-{name}"), 0
        os.makedirs(self.folder)
        run("openssl", "req", "-x509", *CURVE, "-days", "2", "-subj", f"/CN=ca-{name}", "-keyout", self._path("ca.key"),
            "-out", self._path("ca.crt"))

    def issue(self, name):
        """The files of a Secret: tls.crt, tls.key, ca.crt."""
        self.count += 1
        folder = self._path(f"{self.count}-{name}")
        os.makedirs(folder)
        path = lambda file: os.path.join(folder, file)
        with open(path("extension"), "w") as file:
            file.write(f"subjectAltName=DNS:{name}")
        run("openssl", "req", *CURVE, "-subj", f"/CN={name}", "-keyout", path("tls.key"), "-out", path("request"))
        run("openssl", "x509", "-req", "-in", path("request"), "-CA", self._path("ca.crt"), "-CAkey", self._path("ca.key"),
            "-CAcreateserial", "-days", "2", "-extfile", path("extension"), "-out", path("tls.crt"))
        return {"tls.crt": read(path("tls.crt")), "tls.key": read(path("tls.key")), "ca.crt": read(self._path("ca.crt"))}

    def _path(self, file):
        return os.path.join(self.folder, file)


def read(path):
    with open(path) as file:
        return file.read()
