"""What the images hold that the templates name: programs, a shell or none, what is started if nobody says otherwise."""
import subprocess

BUSYBOX = "/usr/bin/busybox"
LIBRARIES = [("/usr/lib", "/usr/lib", True), ("/usr/lib64", "/usr/lib64", True)]
LIBRARY_LINKS = {"/lib": "usr/lib", "/lib64": "usr/lib64"}
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


class Image:
    """An image: programs as pairs of a file here and a path there; binds as (here, there, read-only)."""

    def __init__(self, entrypoint=(), command=(), programs=(), shell=False, dynamic=False, uid=0, binds=(), links=None):
        self.entrypoint, self.command, self.uid = list(entrypoint), list(command), uid
        self.programs, self.binds, self.links = list(programs), list(binds), dict(links or {})
        if shell:
            self.programs.append((BUSYBOX, "/bin/busybox"))
            for applet in applets():
                self.links.setdefault(f"/bin/{applet}", "/bin/busybox")
        if dynamic:
            self.binds += LIBRARIES
            self.links.update(LIBRARY_LINKS)


def applets():
    listed = subprocess.run([BUSYBOX, "--list"], capture_output=True, text=True, check=True).stdout.split()
    return [applet for applet in listed if applet != "busybox"]


def busybox():
    return Image(command=["sh"], shell=True)


def single(program, path, shell=False, uid=0, dynamic=False, entrypoint=True):
    """An image that is made around one program."""
    return Image(entrypoint=[path] if entrypoint else [], programs=[(program, path)], shell=shell, uid=uid, dynamic=dynamic)


def iptables():
    """A shell and the host's iptables."""
    return Image(shell=True, dynamic=True, uid=65534,
                 binds=[("/usr/sbin", "/usr/sbin", True), ("/etc/alternatives", "/etc/alternatives", True)])
