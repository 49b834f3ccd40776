"""oauth2-proxy, the real one: nobody gets through to the application who has not logged in."""
import os
import sys

import images
from applications import deployment
from checks import check, close
from node import Node
from pod import Pod, inject

SECRET = {"oauth2-proxy": {"client-secret": "s", "cookie-secret": "0123456789abcdef0123456789abcdef"}}
ISSUER = "https://issuer.example.com"


def main():
    proxy = images.single(f"{sys.argv[1]}/oauth2-proxy", "/bin/oauth2-proxy", uid=65532)
    workload = inject("oauth2-proxy", deployment(), issuerUrl=ISSUER, clientId="web", skipDiscovery="true",
                      loginUrl=f"{ISSUER}/auth", redeemUrl=f"{ISSUER}/token", jwksUrl=f"{ISSUER}/keys",
                      redirectUrl="https://web.example.com/oauth2/callback", skipAuthPaths=["^/public/.*$"],
                      trustedProxies=["192.0.2.0/24"])
    with Node() as node:
        pod = Pod(node, workload, {"oauth2-proxy": proxy}, secrets=SECRET)
        node.serve([sys.executable, "-m", "http.server", "8080", "--bind", "127.0.0.1", "--directory", os.path.dirname(__file__)],
                   "application.log", netns=pod.netns)
        sidecar = pod.start()["oauth2-proxy"]
        get = lambda path, **more: node.get(pod.ip, 4180, path, **more)
        check("it starts, and /ready answers on the pod's address", sidecar.probe())
        check("/ping answers", get("/ping").get("status") == 200)
        login = get("/secret")
        check("a request without a cookie is sent to log in", login.get("status") == 302
              and login["headers"]["location"].startswith(f"{ISSUER}/auth?"), login.get("headers", {}).get("location", login))
        check("  with the address to come back to", "web.example.com%2Foauth2%2Fcallback" in login["headers"].get("location", ""))
        check("/oauth2/auth says 401", get("/oauth2/auth").get("status") == 401)
        public = get("/public/x")
        check("a path without login reaches the application", public.get("status") == 404 and "SimpleHTTP" in public["headers"]["server"])
        check("the application itself is not reachable past it", "error" in node.get(pod.ip, 8080))
        check("there are metrics", "oauth2_proxy" in node.get(pod.ip, 44180, "/metrics").get("body", ""))
        status, seconds = sidecar.stop()
        check("SIGTERM ends it at once", status is not None and seconds < 2, f"status {status}, {seconds:.2f} s")

        github = Pod(node, inject("oauth2-proxy", deployment(), provider="github", clientId="web", emailDomains=["example.com", "example.org"]),
                     {"oauth2-proxy": proxy}, secrets=SECRET).start()
        location = node.get(github.ip, 4180).get("headers", {}).get("location", "")
        check("with GitHub it needs no issuer", location.startswith("https://github.com/login/oauth/authorize"), location[:60])
    close("oauth2-proxy")


if __name__ == "__main__":
    main()
