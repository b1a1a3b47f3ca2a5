"""The servers under mixed load for a while, with clients that are killed at random: nothing may grow.

  bench/soak.py [--minutes 10] [--quiet-minutes 18]

First the load: whole meetings, clients that wait, transfers through the relay, clients that read nothing, each in a process that is
killed at a random moment. Every half minute the heap (after a collection), the descriptors and the mailboxes are noted. Then it is
quiet, until the mailboxes of those who were killed have been forgotten. It fails if anything has grown.
"""

import argparse
import json
import os
import pathlib
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

BENCH = pathlib.Path(__file__).resolve().parent
OURS = BENCH.parent / "wormhole"
SAMPLE_SECONDS = 30
SLOTS = 4


class Server:
    """Our servers, on any ports, with a database on the disk."""

    def __init__(self, folder):
        self.database = folder / "mailbox.sqlite"
        options = ["--host", "127.0.0.1", "--mailbox-port", "0", "--relay-port", "0", "--metrics-port", "0"]
        self.child = subprocess.Popen(
            [OURS, "server", "--json", *options, "--database", self.database],
            stdout=subprocess.PIPE,
            env={**os.environ, "WORMHOLE_JAVA_OPTS": "-Xmx256m"},
        )
        ready = json.loads(self.child.stdout.readline())
        self.mailbox, self.relay, self.metrics = ready["mailbox"], ready["relay"], ready["metrics"]

    def heap(self):
        """Bytes in use after a collection."""
        jcmd = pathlib.Path(os.path.realpath("/proc/%d/exe" % self.child.pid)).with_name("jcmd")
        subprocess.run([jcmd, str(self.child.pid), "GC.run"], check=True, stdout=subprocess.DEVNULL)
        info = subprocess.run([jcmd, str(self.child.pid), "GC.heap_info"], check=True, stdout=subprocess.PIPE, text=True)
        return sum(int(k) << 10 for k in re.findall(r"generation +total \d+K, used (\d+)K", info.stdout))

    def descriptors(self):
        return len(os.listdir("/proc/%d/fd" % self.child.pid))

    def figures(self):
        with urllib.request.urlopen(self.metrics + "metrics", timeout=30) as answer:
            lines = [line.rsplit(" ", 1) for line in answer.read().decode().splitlines() if not line.startswith("#")]
        return {name: float(value) for name, value in lines}

    def sample(self):
        figures = self.figures()
        return {
            "heap": self.heap(),
            "descriptors": self.descriptors(),
            "clients": figures["wormhole_mailbox_clients"],
            "mailboxes": figures["wormhole_mailbox_mailboxes"],
            "usage": sum(v for k, v in figures.items() if k.startswith("wormhole_mailbox_usage_total")),
            "relayed": figures["wormhole_relay_bytes_total"],
        }

    def stop(self):
        self.child.terminate()
        self.child.wait(20)


def load(server, kind):
    """A process that goes on until it is killed."""
    if kind == "unread":
        return subprocess.Popen([sys.executable, __file__, "--unread", server.mailbox, server.relay])
    host, port = server.relay.split(":")[1:]
    commands = {
        "meetings": ["mailbox_load.py", "--url", server.mailbox, "pair", "--seconds", "1000", "--concurrency", "8"],
        "lonely": ["mailbox_load.py", "--url", server.mailbox, "solo", "--seconds", "1000", "--concurrency", "4"],
        "waiting": ["mailbox_load.py", "--url", server.mailbox, "idle", "--clients", "40", "--state", "waiting", "--hold", "999"],
        "transfers": ["relay_load.py", "--host", host, "--port", port, "--pairs", "10", "--bytes", str(1 << 30)],
    }
    command = [sys.executable, BENCH / commands[kind][0], *commands[kind][1:]]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def unread(mailbox, relay):
    """Asks for a lot and reads nothing, until it is killed or turned away; and waits at the relay for nobody."""
    host, port = mailbox.split("/")[2].split(":")
    waiting = socket.create_connection((relay.split(":")[1], int(relay.split(":")[2])))
    waiting.sendall(b"please relay %s for side 0123456789abcdef\n" % os.urandom(32).hex().encode())
    with socket.create_connection((host, int(port))) as client:
        client.sendall(
            b"GET /v1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        ping = b'{"type":"ping","ping":"%s"}' % (b"x" * 3000)
        frame = bytes([0x81, 0xFE, len(ping) >> 8, len(ping) & 255, 0, 0, 0, 0]) + ping
        try:
            while True:
                client.sendall(frame)
        except OSError:
            time.sleep(1000)


def keep_busy(server, stop, killed):
    """Starts a process, kills it at a random moment, starts the next."""
    kinds = ["meetings", "meetings", "lonely", "waiting", "transfers", "unread"]
    while not stop.is_set():
        kind = random.choice(kinds)
        process = load(server, kind)
        stop.wait(random.uniform(1, 15))
        subprocess.run(["pkill", "-KILL", "-P", str(process.pid)], check=False)
        process.kill()
        process.wait()
        killed.append(kind)


def show(begun, sample):
    print(
        "%4d s  heap %5.1f MiB  %4d descriptors  %4d clients  %5d mailboxes  %7d uses over  %6.1f GiB relayed"
        % (
            time.monotonic() - begun,
            sample["heap"] / (1 << 20),
            sample["descriptors"],
            sample["clients"],
            sample["mailboxes"],
            sample["usage"],
            sample["relayed"] / (1 << 30),
        ),
        flush=True,
    )


def under_load(server, minutes, begun):
    stop, killed, samples = threading.Event(), [], []
    threads = [threading.Thread(target=keep_busy, args=(server, stop, killed)) for _ in range(SLOTS)]
    for thread in threads:
        thread.start()
    while time.monotonic() - begun < minutes * 60:
        time.sleep(min(SAMPLE_SECONDS, minutes * 10))
        samples.append(server.sample())
        show(begun, samples[-1])
    stop.set()
    for thread in threads:
        thread.join()
    print("%d clients were killed" % len(killed))
    return samples


def quiet(server, minutes, begun):
    """Waits for the last mailbox to be forgotten."""
    end = time.monotonic() + minutes * 60
    while time.monotonic() < end and server.figures()["wormhole_mailbox_mailboxes"] > 0:
        time.sleep(10)
    # Connections that were dropped are gone within ten seconds.
    time.sleep(15)
    sample = server.sample()
    show(begun, sample)
    return sample


def rows(database):
    import sqlite3

    with sqlite3.connect(database) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        ours = [t for t in tables if not t.startswith(("sqlite_", "wormhole_schema"))]
        return {t: connection.execute("SELECT count(*) FROM " + t).fetchone()[0] for t in ours}


def judge(first, samples, last, left):
    third = max(1, len(samples) // 3)
    early = statistics.median(s["heap"] for s in samples[third : 2 * third] or samples)
    late = statistics.median(s["heap"] for s in samples[-third:])
    faults = []
    if late > early * 1.15 + (4 << 20):
        faults.append("the heap grew from %d to %d bytes under load" % (early, late))
    if last["heap"] > first["heap"] * 1.25 + (8 << 20):
        faults.append("the heap is %d bytes, and was %d at the beginning" % (last["heap"], first["heap"]))
    if last["descriptors"] > first["descriptors"] + 2:
        faults.append("%d descriptors, and %d at the beginning" % (last["descriptors"], first["descriptors"]))
    if last["mailboxes"] or any(left.values()):
        faults.append("left in the database: %s" % left)
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--quiet-minutes", type=float, default=18)
    parser.add_argument("--unread", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.unread:
        unread(*arguments.unread)
        return
    with tempfile.TemporaryDirectory() as folder:
        server = Server(pathlib.Path(folder))
        begun = time.monotonic()
        try:
            time.sleep(2)
            first = server.sample()
            show(begun, first)
            samples = under_load(server, arguments.minutes, begun)
            last = quiet(server, arguments.quiet_minutes, begun)
        finally:
            server.stop()
        left = rows(server.database)
        print("rows: %s, the file has %d KiB" % (left, server.database.stat().st_size >> 10))
    faults = judge(first, samples, last, left)
    print("\n".join(faults) or "nothing has grown")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
