"""The application of a pod: HTTP on 127.0.0.1:8080 alone, an echo on 9999, a server that speaks first on 9998, UDP on 5353."""
import http.server
import socket
import socketserver
import sys
import threading
import time
import urllib.parse

NAME = sys.argv[1]
asked = {"/flaky": 0}


class Pages(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        url = urllib.parse.urlparse(self.path)
        status = 200
        if url.path == "/slow":
            time.sleep(float(urllib.parse.parse_qs(url.query)["s"][0]))
        if url.path == "/flaky":
            asked["/flaky"] += 1
            status = 503 if asked["/flaky"] % 3 else 200
        body = f"{NAME} {url.path} peer={self.client_address[0]}\n".encode()
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128


class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"echo " + self.rfile.readline())


class First(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"220 I speak first\n")
        self.rfile.readline()


class Listener(socketserver.ThreadingTCPServer):
    address_family, allow_reuse_address = socket.AF_INET6, True


def answer_datagrams():
    channel = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    channel.bind(("::", 5353))
    while True:
        data, sender = channel.recvfrom(512)
        channel.sendto(b"udp " + data, sender)


for work in (lambda: Listener(("::", 9999), Echo).serve_forever(), lambda: Listener(("::", 9998), First).serve_forever(),
             answer_datagrams):
    threading.Thread(target=work, daemon=True).start()
Server(("127.0.0.1", 8080), Pages).serve_forever()
