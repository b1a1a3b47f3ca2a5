"""The relay's network engine: plain NIO, as `wormhole server` has it, beside a bare relay on Netty (bench/NettyRelay.java).

  bench/engines.py [--rounds 3] [--pairs 1,200]

Prints a Markdown table: medians of rounds that alternate between the relays. Maven fetches Netty for this; the product has none of it.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import servers

BENCH = pathlib.Path(__file__).resolve().parent
NETTY = "4.2.18.Final"
POM = """<project><modelVersion>4.0.0</modelVersion><groupId>bench</groupId><artifactId>netty</artifactId>
<version>1</version><dependencies><dependency><groupId>io.netty</groupId>
<artifactId>netty-transport-native-epoll</artifactId><version>%s</version><classifier>linux-%s</classifier>
</dependency></dependencies></project>"""
SIZES = {1: servers.GIB, 200: 4 << 20, 1000: 1 << 20}


class NettyRelay:
    """As bench/servers.py knows a server; one event loop, as ours has."""

    def __init__(self, engine, classes):
        self.name = "Netty, " + engine
        self.relay_port = servers.free_port()
        command = ["java", "-Xmx1g", "-XX:+UseSerialGC", "-cp", classes, "NettyRelay", engine, str(self.relay_port), "1"]
        self.child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        servers.await_port(self.relay_port)

    def pid(self, relay=True):
        return self.child.pid

    def stop(self):
        self.child.terminate()
        self.child.wait(30)


def netty(folder):
    """Where its classes and the bare relay's are."""
    machine = {"x86_64": "x86_64", "aarch64": "aarch_64"}[os.uname().machine]
    (folder / "pom.xml").write_text(POM % (NETTY, machine))
    library = folder / "lib"
    copy = ["mvn", "-q", "-B", "-f", folder / "pom.xml", "dependency:copy-dependencies", "-DoutputDirectory=%s" % library]
    subprocess.run(copy, check=True)
    subprocess.run(["javac", "-d", folder, "-cp", "%s/*" % library, BENCH / "NettyRelay.java"], check=True)
    return "%s:%s/*" % (folder, library)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pairs", default="1,200")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        classes = netty(pathlib.Path(name))
        ours = servers.Server(True, False, pathlib.Path(name))
        ours.name = "ours, NIO"
        relays = [ours, NettyRelay("nio", classes), NettyRelay("epoll", classes)]
        try:
            for each in relays:
                servers.relay(each, 1, servers.GIB, 1)
            print("| relay | engine | MB/s | core s a GiB | all connected in |\n|---|---|---|---|---|")
            for pairs in [int(word) for word in arguments.pairs.split(",")]:
                compare(relays, pairs, arguments.rounds)
        finally:
            for each in relays:
                each.stop()


def compare(relays, pairs, rounds):
    size = SIZES[pairs]
    results = {each.name: [] for each in relays}
    for _ in range(rounds):
        for each in relays:
            results[each.name].append(servers.relay(each, pairs, size, min(pairs, 2)))
    for name, measured in results.items():
        speed, cpu, set_up = (statistics.median(m[key] for m in measured) for key in ("MB_per_s", "xfer_cpu_s", "setup_s"))
        what = "%d pair%s x %d MiB" % (pairs, "s" if pairs > 1 else "", size >> 20)
        print("| %s | %s | %.0f | %.2f | %.2f s |" % (what, name, speed, cpu / (pairs * size / servers.GIB), set_up), flush=True)


if __name__ == "__main__":
    sys.exit(main())
