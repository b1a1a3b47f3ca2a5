"""Our servers beside the reference's, in turn, in one run: meetings, waiting clients, the relay.

  bench/servers.py [--rounds 3] [--seconds 5] [--clients 10000] [--only meetings,waiting,relay]

Prints Markdown tables: medians of the rounds. What counts are ratios within one run. Needs .ci/install-peers python-new.
"""

import argparse
import contextlib
import json
import os
import pathlib
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

BENCH = pathlib.Path(__file__).resolve().parent
PEERS = pathlib.Path(
    os.environ.get("WORMHOLE_PEERS")
    or pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "wormhole-peers"
)
TICK = os.sysconf("SC_CLK_TCK")
GIB = 1 << 30


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def await_port(port):
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise RuntimeError("nobody listens on %d" % port)


class Server:
    """A mailbox server and a relay, of ours or of theirs; theirs are two processes."""

    def __init__(self, ours, durable, folder):
        self.ours = ours
        self.name = "ours" if ours else "Python"
        self.mailbox_port, self.relay_port = free_port(), free_port()
        database = str(folder / (self.name + ".sqlite")) if durable else ":memory:"
        if ours:
            options = ["--host", "127.0.0.1", "--max-connections", "20000", "--database", database]
            ports = ["--mailbox-port", str(self.mailbox_port), "--relay-port", str(self.relay_port)]
            self.children = [self.start([BENCH.parent / "wormhole", "server", *options, *ports])] * 2
        else:
            twist = PEERS / "python-new/bin/twist"
            place = ":interface=127.0.0.1"
            mailbox = [twist, "wormhole-mailbox", "--port=tcp:%d%s" % (self.mailbox_port, place), "--channel-db=" + database]
            relay = [twist, "transitrelay", "--port=tcp:%d%s" % (self.relay_port, place)]
            self.children = [self.start(mailbox), self.start(relay)]
        await_port(self.mailbox_port)
        await_port(self.relay_port)
        self.url = "ws://127.0.0.1:%d/v1" % self.mailbox_port

    @staticmethod
    def start(command):
        return subprocess.Popen(
            [str(word) for word in command],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "WORMHOLE_JAVA_OPTS": "-Xmx1g"},
        )

    def pid(self, relay=False):
        return self.children[1 if relay else 0].pid

    def processor(self, relay=False):
        fields = open("/proc/%d/stat" % self.pid(relay)).read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def memory(self):
        for line in open("/proc/%d/status" % self.pid()):
            if line.startswith("VmRSS"):
                return int(line.split()[1]) << 10

    def stop(self):
        for child in set(self.children):
            child.terminate()
        for child in set(self.children):
            child.wait(30)


def java(folder):
    """The load generator, compiled once."""
    home = os.environ.get("JAVA_HOME")
    tool = pathlib.Path(home, "bin") if home else pathlib.Path(shutil.which("java")).resolve().parent
    subprocess.run([tool / "javac", "-d", folder, BENCH / "MeetingLoad.java"], check=True)
    return [str(tool / "java"), "-XX:+UseSerialGC", "-Xss256k", "-cp", str(folder), "MeetingLoad"]


def meetings(generator, server, seconds, concurrency):
    before = server.processor()
    command = [*generator, server.url, "meetings", str(seconds), str(concurrency)]
    result = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    # The two seconds before it count for the processor, too.
    result["busy"] = (server.processor() - before) / (seconds + 2)
    if result["errors"]:
        print("%s: %d errors, such as %s" % (server.name, result["errors"], result["first"]), file=sys.stderr)
    return result


def median(results, key):
    return statistics.median(result[key] for result in results)


def compare_meetings(arguments, generator, folder):
    print("| meetings | Python /s | ours /s | ratio | Python p99 | ours p99 | ratio | Python, core ms each | ours | ratio |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for durable in (True, False):
        pair = [Server(ours, durable, folder) for ours in (False, True)]
        for server in pair:
            meetings(generator, server, arguments.warm_up, 16)
        for concurrency in (16, 64):
            results = {server.name: [] for server in pair}
            for _ in range(arguments.rounds):
                for server in pair:
                    results[server.name].append(meetings(generator, server, arguments.seconds, concurrency))
            theirs, ours = results["Python"], results["ours"]
            rate = [median(each, "per_second") for each in (theirs, ours)]
            p99 = [median(each, "p99_ms") for each in (theirs, ours)]
            cost = [statistics.median(r["busy"] / max(r["per_second"], 0.1) * 1000 for r in each) for each in (theirs, ours)]
            print(
                "| %d at once, %s | %.0f | %.0f | %.1f | %.0f ms | %.0f ms | %.2f | %.2f | %.2f | %.2f |"
                % (
                    concurrency,
                    "on disk" if durable else "in memory",
                    *rate,
                    rate[1] / max(rate[0], 0.1),
                    *p99,
                    p99[1] / max(p99[0], 0.1),
                    *cost,
                    cost[1] / max(cost[0], 0.001),
                ),
                flush=True,
            )
        for server in pair:
            server.stop()


def compare_waiting(arguments, generator, folder):
    print("\n| waiting clients | set up in | a second | memory each | in all |")
    print("|---|---|---|---|---|")
    # Theirs takes longer for each client the more there are, and a quarter of an hour for a thousand on a busy disk.
    few = min(arguments.clients, 2000)
    for ours, durable, count in ((False, False, few), (True, False, few), (True, False, arguments.clients), (True, True, arguments.clients)):
        with contextlib.ExitStack() as last:
            server = Server(ours, durable, folder)
            last.callback(server.stop)
            time.sleep(1)
            before = server.memory()
            command = [*generator, server.url, "waiting", str(count), "600"]
            load = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            result = json.loads(load.stdout.readline())
            time.sleep(2)
            memory = server.memory()
            print(
                "| %s, %d, %s%s | %.1f s | %.0f | %.1f KiB | %.0f MiB |"
                % (
                    server.name,
                    count,
                    "on disk" if durable else "in memory",
                    "" if result["held"] == count else " (only %d)" % result["held"],
                    result["set_up_s"],
                    result["held"] / result["set_up_s"],
                    (memory - before) / max(result["held"], 1) / 1024,
                    memory / (1 << 20),
                ),
                flush=True,
            )
            load.stdin.close()
            load.wait(60)


def relay(server, pairs, size, procs):
    command = [sys.executable, BENCH / "relay_load.py", "--port", str(server.relay_port), "--pairs", str(pairs)]
    command += ["--bytes", str(size), "--procs", str(procs), "--server-pid", str(server.pid(relay=True))]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def compare_relay(arguments, folder):
    print("\n| relay | Python MB/s | ours | ratio | Python, core s a GiB | ours | ratio | Python: all connected in | ours |")
    print("|---|---|---|---|---|---|---|---|---|")
    pair = [Server(ours, False, folder) for ours in (False, True)]
    for server in pair:
        relay(server, 1, GIB, 1)
    for pairs, size, procs in ((1, 2 * GIB, 1), (200, 4 << 20, 2), (1000, 1 << 20, 2)):
        results = {server.name: [] for server in pair}
        for _ in range(arguments.rounds):
            for server in pair:
                results[server.name].append(relay(server, pairs, size, procs))
        theirs, ours = results["Python"], results["ours"]
        speed = [median(each, "MB_per_s") for each in (theirs, ours)]
        cost = [median(each, "xfer_cpu_s") / (pairs * size / GIB) for each in (theirs, ours)]
        set_up = [median(each, "setup_s") for each in (theirs, ours)]
        print(
            "| %d pair%s x %d MiB | %.0f | %.0f | %.2f | %.2f | %.2f | %.2f | %.2f s | %.2f s |"
            % (
                pairs,
                "s" if pairs > 1 else "",
                size >> 20,
                *speed,
                speed[1] / speed[0],
                *cost,
                cost[1] / cost[0],
                *set_up,
            ),
            flush=True,
        )
    for server in pair:
        server.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--warm-up", type=int, default=20, help="seconds, for each server")
    parser.add_argument("--clients", type=int, default=10000)
    parser.add_argument("--only", default="meetings,waiting,relay")
    arguments = parser.parse_args()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        generator = java(folder)
        if "meetings" in arguments.only:
            compare_meetings(arguments, generator, folder)
        if "waiting" in arguments.only:
            compare_waiting(arguments, generator, folder)
        if "relay" in arguments.only:
            compare_relay(arguments, folder)


if __name__ == "__main__":
    main()
