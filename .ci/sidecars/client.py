"""One request, told as JSON: python3 client.py REQUEST."""
import http.client
import json
import socket
import ssl
import sys


def over_http(request):
    context = None
    if request.get("ca"):
        context = ssl.create_default_context(cafile=request["ca"])
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        if request.get("cert"):
            context.load_cert_chain(request["cert"], request["key"])
    kind = http.client.HTTPSConnection if context else http.client.HTTPConnection
    options = {"context": context} if context else {}
    connection = kind(request["host"], request["port"], timeout=request.get("timeout", 8), **options)
    connection.request(request.get("method", "GET"), request.get("path", "/"), request.get("body"), request.get("headers", {}))
    peer = {}
    if context:
        peer["certificate"] = ssl.DER_cert_to_PEM_cert(connection.sock.getpeercert(binary_form=True))
    response = connection.getresponse()
    return {"status": response.status, "headers": {name.lower(): value for name, value in response.getheaders()},
            "body": response.read().decode(errors="replace"), **peer}


def over_socket(request):
    family = socket.AF_INET6 if ":" in request["host"] else socket.AF_INET
    kind = socket.SOCK_DGRAM if request["kind"] == "udp" else socket.SOCK_STREAM
    with socket.socket(family, kind) as channel:
        channel.settimeout(request.get("timeout", 4))
        channel.connect((request["host"], request["port"]))
        if request.get("send"):
            channel.send(request["send"].encode())
        return {"body": channel.recv(200).decode()}


def main():
    request = json.loads(sys.argv[1])
    try:
        answer = over_http(request) if request["kind"] == "http" else over_socket(request)
    except Exception as error:  # whatever happened is the answer
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer))


main()
