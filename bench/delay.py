"""A TCP proxy on loopback that hands everything over later, in both directions: a server that is far away."""

import collections
import socket
import threading
import time


class FarAway:
    """Listens on `port`; what comes there reaches the target `seconds` later, and the other way round."""

    def __init__(self, target_port, seconds):
        self.target_port = target_port
        self.seconds = seconds
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            near, _ = self.listener.accept()
            # Connecting takes a round trip, too.
            threading.Thread(target=self._connect, args=(near,), daemon=True).start()

    def _connect(self, near):
        time.sleep(2 * self.seconds)
        far = socket.create_connection(("127.0.0.1", self.target_port))
        for one, other in ((near, far), (far, near)):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            _Direction(one, other, self.seconds)


class _Direction:
    """One reader that notes when things came, one writer that lets them go when their time has come."""

    def __init__(self, source, sink, seconds):
        self.source, self.sink, self.seconds = source, sink, seconds
        self.waiting = collections.deque()
        self.came = threading.Semaphore(0)
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._write, daemon=True).start()

    def _read(self):
        data = b"first"
        while data:
            try:
                data = self.source.recv(65536)
            except OSError:
                data = b""
            self.waiting.append((time.monotonic() + self.seconds, data))
            self.came.release()

    def _write(self):
        while True:
            self.came.acquire()
            due, data = self.waiting.popleft()
            time.sleep(max(0, due - time.monotonic()))
            try:
                if not data:
                    self.sink.shutdown(socket.SHUT_WR)
                    return
                self.sink.sendall(data)
            except OSError:
                return
