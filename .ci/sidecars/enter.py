"""Becomes a container's process: python3 enter.py SPEC, in its own mount and process namespaces, as their first process.

SPEC is JSON: root, files, binds, readOnlyRoot, uid, gid, groups, capabilities, noNewPrivileges, folder, environment, command.
"""
import ctypes
import json
import os
import shutil
import sys

MS_RDONLY, MS_NOSUID, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 1, 2, 32, 4096, 16384, 1 << 18
PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 24, 38, 47, 4
CAPABILITIES = {"CHOWN": 0, "DAC_OVERRIDE": 1, "FOWNER": 3, "FSETID": 4, "KILL": 5, "SETGID": 6, "SETUID": 7, "SETPCAP": 8,
                "NET_BIND_SERVICE": 10, "NET_ADMIN": 12, "NET_RAW": 13, "SYS_CHROOT": 18, "MKNOD": 27, "AUDIT_WRITE": 29,
                "SETFCAP": 31}
LAST_CAPABILITY = 40
libc = ctypes.CDLL(None, use_errno=True)


def mount(source, target, kind, flags, data=None):
    encode = lambda text: text.encode() if text else None
    if libc.mount(encode(source), encode(target), encode(kind), flags, encode(data)) != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"mount {source} at {target}: {os.strerror(code)}")


def bind(source, target, read_only):
    if os.path.isdir(source):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        open(target, "a").close()
    mount(source, target, None, MS_BIND | MS_REC)
    if read_only:
        mount(None, target, None, MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID)


def build_root(spec):
    root = spec["root"]
    mount(None, "/", None, MS_REC | MS_PRIVATE)
    mount("tmpfs", root, "tmpfs", 0, "mode=0755")
    for path, mode in (("etc", 0o755), ("proc", 0o755), ("dev", 0o755), ("bin", 0o755), ("tmp", 0o1777), ("root", 0o700)):
        os.mkdir(f"{root}/{path}", mode)
        os.chmod(f"{root}/{path}", mode)
    mount("proc", f"{root}/proc", "proc", 0)
    for device in ("null", "zero", "random", "urandom"):
        bind(f"/dev/{device}", f"{root}/dev/{device}", False)
    for name, target in (("stdin", 0), ("stdout", 1), ("stderr", 2)):
        os.symlink(f"/proc/self/fd/{target}", f"{root}/dev/{name}")
    for path, text in spec["files"].items():
        os.makedirs(os.path.dirname(root + path), exist_ok=True)
        with open(root + path, "w") as file:
            file.write(text)
    for link, target in spec["links"].items():
        os.makedirs(os.path.dirname(root + link), exist_ok=True)
        os.symlink(target, root + link)
    for source, target in spec["programs"]:
        os.makedirs(os.path.dirname(root + target), exist_ok=True)
        shutil.copy(source, root + target)
        os.chmod(root + target, 0o755)
    for source, target, read_only in spec["binds"]:
        bind(source, root + target, read_only)
    if spec["readOnlyRoot"]:
        mount(None, root, None, MS_REMOUNT | MS_RDONLY)


def drop_rights(spec):
    keep = {CAPABILITIES[name] for name in spec["capabilities"]}
    for capability in range(LAST_CAPABILITY + 1):
        if capability not in keep:
            libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    os.setgroups(spec["groups"])
    os.setgid(spec["gid"])
    os.setuid(spec["uid"])
    if spec["noNewPrivileges"]:
        libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def main():
    with open(sys.argv[1]) as file:
        spec = json.load(file)
    build_root(spec)
    os.chroot(spec["root"])
    os.chdir(spec["folder"])
    os.umask(0o022)
    drop_rights(spec)
    try:
        os.execvpe(spec["command"][0], spec["command"], spec["environment"])
    except OSError as error:
        print(f"cannot start {spec['command'][0]}: {error.strerror}", file=sys.stderr)
        os._exit(127)


main()
