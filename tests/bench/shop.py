"""A shop for the stall figures, in a process of its own: `python -m tests.bench.shop SKUS` says its address.

`/stock` has another number for every SKU each time, `/hang` takes the request and never answers, `/count`
says how many figures were given so far.
"""

from __future__ import annotations

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count


def main(skus: int) -> None:
    calls = count(1)
    given = [0]
    never = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path == "/hang":
                never.wait()
            if self.path == "/stock":
                call = next(calls)
                given[0] += skus
                self._send([{"sku": f"K{n}", "left": 100_000 - call - n % 7} for n in range(skus)])
            else:
                self._send(given[0])

        def _send(self, what: object) -> None:
            body = json.dumps(what).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Nothing: its output is its address."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]))
