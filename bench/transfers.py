"""Whole transfers by this program and by the others, one after another in turn, in one run.

Every contestant sends to itself through our mailbox server, so that they differ in the clients only; croc, which speaks
another protocol, through a relay of its own. A transfer is timed from the start of the receiver, with the sender waiting,
until both have ended; processor time and memory are what the system counted for the processes.
"""

import argparse
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import chart
import delay

ROOT = pathlib.Path(__file__).resolve().parent.parent
PEERS = pathlib.Path(
    os.environ.get("WORMHOLE_PEERS")
    or pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "wormhole-peers"
)
# The distribution, as people have it: the launcher of a checkout looks for changed sources first.
OURS = next(
    (
        str(launcher)
        for launcher in (ROOT / "shell/target").glob("wormhole-*/bin/wormhole")
        if not (launcher.parents[1] / "runtime").exists()
    ),
    "wormhole",
)
MIB = 1 << 20
# The Go client knows no other, and waits for ever if nobody answers there.
RELAY_PORT = "4001"
# No transfer here takes as long, not even 10 GiB on a busy machine; one that does hangs.
LIMIT_SECONDS = 600


class Contestant:
    """One program, sending to itself."""

    def __init__(self, name, send, receive, version, answers=b"", secret=None):
        self.name = name
        # The environment variable that carries the code, for a program that takes it in no other way.
        self.secret = secret
        self.send = send
        self.receive = receive
        self.version = version
        self.answers = answers


def contestants(mailbox, relay, croc_relay):
    """Those that are installed."""
    return [each for each in known_contestants(mailbox, relay, croc_relay) if os.path.exists(each.version[0])]


def known_contestants(mailbox, relay, croc_relay):
    croc = str(PEERS / "croc/bin/croc")
    python = str(PEERS / "python-new/bin/wormhole")
    go = str(PEERS / "go/bin/wormhole-william")
    rust = str(PEERS / "rust/bin/wormhole-rs")
    servers = ["--relay-url", mailbox, "--transit-helper", relay]
    rust_servers = ["--rendezvous-server", mailbox, "--relay-server", relay.replace("tcp:", "tcp://")]

    def through(path):
        return {"direct": [], "relay": ["--no-listen"]}[path]

    return [
        Contestant(
            "ours",
            lambda code, what, path: [OURS, *servers, "send", "--no-qr", "--code", code, "--transit", path, *what],
            lambda code, path: [OURS, *servers, "receive", "--accept-file", "--transit", path, code],
            [OURS, "--version"],
        ),
        Contestant(
            "Python",
            lambda code, what, path: [python, *servers, "send", "--no-qr", *through(path), "--code", code, *what],
            lambda code, path: [python, *servers, "receive", "--accept-file", *through(path), code],
            [python, "--version"],
        ),
        Contestant(
            "Go",
            lambda code, what, path: None
            if path == "relay"
            else [go, "--relay-url", mailbox, "send", "--code", code, *what],
            lambda code, path: [go, "--relay-url", mailbox, "recv", code],
            [go, "--version"],
            answers=b"y\n",
        ),
        Contestant(
            "Rust",
            lambda code, what, path: None
            if what[0] == "--text"
            else [rust, "send", *rust_servers, "--no-qr", "--force-" + path, "--code", code, *what],
            lambda code, path: [rust, "receive", *rust_servers, "--noconfirm", "--force-" + path, code],
            [rust, "--version"],
        ),
        # It always goes through a relay: directly means through the sender's own.
        Contestant(
            "croc",
            lambda code, what, path: [croc, "--relay", croc_relay, "--ignore-stdin", "--disable-clipboard", "send", "--no-local", *what],
            lambda code, path: [croc, "--relay", croc_relay, "--yes", "--overwrite"],
            [croc, "--version"],
            secret="CROC_SECRET",
        ),
    ]


def across(runners):
    """Python's program and ours, each sending to itself and to the other."""
    pair = [each for each in runners if each.name in ("ours", "Python")]
    return [
        Contestant(
            sender.name if sender is receiver else "%s to %s" % (sender.name, receiver.name),
            sender.send,
            receiver.receive,
            sender.version,
            receiver.answers,
        )
        for sender in pair
        for receiver in pair
    ]


class Figures:
    """What one transfer took: seconds, processor seconds of both sides, the larger memory in bytes."""

    def __init__(self, wall, processor, memory):
        self.wall = wall
        self.processor = processor
        self.memory = memory


class Process:
    """A process whose use of the machine is known once it has ended."""

    def __init__(self, command, folder, answers=b"", environment=None):
        self.log = tempfile.TemporaryFile()
        self.child = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
            env={**os.environ, **(environment or {})},
        )
        self.child.stdin.write(answers)
        self.child.stdin.flush()

    def said(self):
        self.log.seek(0)
        return self.log.read().decode(errors="replace")

    def await_words(self, words, seconds=60):
        end = time.monotonic() + seconds
        while words not in self.said():
            if time.monotonic() > end or self.child.poll() is not None:
                raise RuntimeError("'%s' was not said in: %s" % (words, self.said()))
            time.sleep(0.02)

    def wait(self):
        killer = threading.Timer(LIMIT_SECONDS, self.child.kill)
        killer.start()
        _, status, usage = os.wait4(self.child.pid, 0)
        killer.cancel()
        self.child.returncode = os.waitstatus_to_exitcode(status)
        if self.child.returncode != 0:
            raise RuntimeError("failed: %s" % self.said())
        return usage


def pinned(command, core):
    return ["taskset", "-c", str(core), *command]


def transfer(contestant, what, path, pin=False):
    """One transfer; None if the contestant cannot do it."""
    code = "%d-bench-mark" % random.randrange(1000, 100_000)
    command = contestant.send(code, what, path)
    if command is None:
        return None
    environment = {contestant.secret: code} if contestant.secret else None
    receive = contestant.receive(code, path)
    if pin:
        command, receive = pinned(command, 0), pinned(receive, 1)
    with tempfile.TemporaryDirectory(dir=scratch()) as folder:
        sender = Process(command, folder, environment=environment)
        sender.await_words(code)
        time.sleep(0.3)
        begun = time.monotonic()
        receiver = Process(receive, folder, contestant.answers, environment)
        try:
            used = [receiver.wait(), sender.wait()]
        finally:
            sender.child.kill()
            receiver.child.kill()
        wall = time.monotonic() - begun
    return Figures(
        wall,
        sum(each.ru_utime + each.ru_stime for each in used),
        max(each.ru_maxrss for each in used) * 1024,
    )


def pinned_transfer(contestant, what, path):
    """The sender on one core, the receiver on another."""
    return transfer(contestant, what, path, pin=True)


def start_up(contestant, what, path):
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(dir=scratch()) as folder:
        used = Process(contestant.version, folder).wait()
    return Figures(time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def scratch():
    """In memory where there is some: the disk is not what is measured."""
    return "/dev/shm" if os.path.isdir("/dev/shm") else None


def random_file(folder, name, size):
    path = folder / name
    with open(path, "wb") as out:
        for begin in range(0, size, MIB):
            out.write(os.urandom(min(MIB, size - begin)))
    return str(path)


def small_files(folder, count):
    tree = folder / ("%d-files" % count)
    for i in range(count):
        (tree / str(i // 200)).mkdir(parents=True, exist_ok=True)
        (tree / str(i // 200) / str(i)).write_bytes(os.urandom(4096))
    return str(tree)


def big_files(folder, size):
    tree = folder / "4-big-files"
    tree.mkdir()
    for i in range(4):
        random_file(tree, str(i), size)
    return str(tree)


def sparse_file(folder, size):
    path = folder / "sparse"
    with open(path, "wb") as out:
        out.truncate(size)
    return str(path)


# Seconds; whoever needs more for a round is not asked for the other rounds.
TOO_LONG = 20


class Workload:
    """Something to do, so many times."""

    def __init__(self, name, what, rounds, path="direct", run=transfer, size=None, far=False, across=False, without=()):
        self.far = far
        # Whether it is about one program sending to another.
        self.across = across
        self.without = without
        self.name = name
        self.what = what
        self.rounds = rounds
        self.path = path
        self.run = run
        self.size = size


def small_workloads(folder, short):
    rounds = 3 if short else 15
    text = ["--text", "x" * 1024]
    return [
        Workload("start: `--version`", None, rounds, run=start_up),
        Workload("text of 1 KiB", text, rounds),
        Workload("text of 1 KiB, the server 100 ms away", text, 1 if short else 5, far=True),
    ]


def bulk_workloads(folder, short):
    big, rounds, small = (128, 1, 1000) if short else (1024, 5, 20_000)
    file = random_file(folder, "big", big * MIB)
    chosen = [
        Workload("file of %d MiB, direct" % big, [file], rounds, size=big * MIB),
        Workload("file of %d MiB, through the relay" % big, [file], rounds, path="relay", size=big * MIB),
        Workload("folder of %d files of 4 KiB" % small, [small_files(folder, small)], rounds, size=small * 4096),
    ]
    if not short:
        chosen += [
            Workload("file of 1 KiB", [random_file(folder, "small", 1024)], rounds),
            Workload("file of 1024 MiB, direct, a core each", [file], rounds, size=big * MIB, run=pinned_transfer),
            Workload("file of 1024 MiB, across programs", [file], rounds, size=big * MIB, across=True),
            Workload("folder of 4 files of 256 MiB", [big_files(folder, 256 * MIB)], rounds, size=1024 * MIB),
            Workload("file of 10 GiB, direct", [sparse_file(folder, 10 << 30)], 1, size=10 << 30, without=("croc",)),
        ]
    return chosen


def takes_too_long(figures):
    """Whether one round says enough."""
    return any(each.wall > TOO_LONG for each in figures)


def measure(runners, workload):
    """All contestants in turn, round after round, so that whatever else the machine does hits all alike."""
    figures = {runner.name: [] for runner in runners if runner.name not in workload.without}
    for _ in range(workload.rounds):
        for runner in runners:
            if runner.name not in figures or takes_too_long(figures[runner.name]):
                continue
            try:
                result = workload.run(runner, workload.what, workload.path)
            except RuntimeError as failure:
                print("%s, %s: %s" % (workload.name, runner.name, failure), file=sys.stderr)
                result = None
            if result is not None:
                figures[runner.name].append(result)
    return figures


def row(workload, name, figures, ours):
    if not figures:
        return "| %s | %s | – | | | | |" % (workload.name, name)
    walls = [each.wall for each in figures]
    wall = statistics.median(walls)
    processor = statistics.median(each.processor for each in figures)
    return "| %s | %s | %.2f (%.2f – %.2f) | %s | %s | %.0f | %s |" % (
        workload.name,
        name,
        wall,
        min(walls),
        max(walls),
        "%.0f" % (workload.size / 1e6 / wall) if workload.size else "",
        "%.2f" % processor
        + (" (%.1f a GiB)" % (processor * (1 << 30) / workload.size) if workload.size and workload.size >> 26 else ""),
        max(each.memory for each in figures) / 1e6,
        "%.2f" % (wall / ours) if ours else "",
    )


def our_wall(figures):
    return statistics.median(each.wall for each in figures["ours"]) if figures.get("ours") else None


def bars(figures, ours):
    """What the chart shows of a workload."""
    walls = {name: statistics.median(each.wall for each in some) for name, some in figures.items() if some}
    return [(name, wall, wall / ours) for name, wall in walls.items()]


HEAD = [
    "| what | who | seconds, median (range) | MB/s | processor seconds | most memory, MB | × ours |",
    "|---|---|---|---|---|---|---|",
]


def start_servers(folder):
    server = Process([OURS, "server", "--host", "127.0.0.1", "--mailbox-port", "0", "--relay-port", RELAY_PORT], folder)
    server.await_words("relay tcp:")
    said = server.said()
    return server, re.search(r"ws://\S+", said).group(), re.search(r"relay (tcp:\S+)", said).group(1)


def start_croc_relay(folder):
    """croc's own relay, on ports next to each other; None if croc is not installed."""
    croc = PEERS / "croc/bin/croc"
    if not croc.exists():
        return None
    ports = ",".join(str(9009 + i) for i in range(5))
    return Process([str(croc), "relay", "--host", "127.0.0.1", "--ports", ports], folder)


def write_document(table, lines):
    """Replaces what stands between the two marks of a table."""
    begin, end = "<!-- bench/run writes %s from here -->" % table, "<!-- to here -->"
    path = ROOT / "docs/performance.md"
    before, rest = path.read_text().split(begin)
    after = rest.split(end, 1)[1]
    path.write_text(before + begin + "\n\n" + "\n".join(lines) + "\n\n" + end + after)


def far_away(mailbox):
    """The mailbox server's address through a proxy that takes 100 ms each way."""
    port = int(re.search(r":(\d+)", mailbox[5:]).group(1))
    return mailbox.replace(str(port), str(delay.FarAway(port, 0.1).port))


def run(workload, runners, lines, groups):
    figures = measure(runners, workload)
    ours = our_wall(figures)
    for name, some in figures.items():
        lines.append(row(workload, name, some, ours))
        print(lines[-1], flush=True)
    if ours:
        groups.append((workload.name, bars(figures, ours)))


def tables(folder, chosen):
    """The tables of the document, each with its workloads."""
    yield "small", small_workloads(folder, chosen.short)
    if not chosen.start:
        yield "bulk", bulk_workloads(folder, chosen.short)


def invited(near, far, workload, who):
    """Those who are named, or all whom it is about."""
    runners = far if workload.far else across(near) if workload.across else near
    return [each for each in runners if not who or each.name in who.split(",")]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--short", action="store_true", help="a taste of it, printed only")
    options.add_argument("--start", action="store_true", help="start-up and small transfers only")
    options.add_argument("--only", default="", help="workloads whose name holds this")
    options.add_argument("--who", default="", help="contestants, with commas between them")
    chosen = options.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(dir=scratch()))
    server, mailbox, relay = start_servers(folder)
    croc_relay = start_croc_relay(folder)
    try:
        near = contestants(mailbox, relay, "127.0.0.1:9009")
        far = [each for each in contestants(far_away(mailbox), relay, "") if each.name in ("ours", "Python")]
        groups = []
        for table, workloads in tables(folder, chosen):
            lines = list(HEAD)
            print("\n".join(HEAD), flush=True)
            for workload in workloads:
                if chosen.only in workload.name:
                    run(workload, invited(near, far, workload, chosen.who), lines, groups)
            if not (chosen.short or chosen.only or chosen.who):
                write_document(table, lines)
        if not (chosen.short or chosen.only or chosen.who or chosen.start):
            (ROOT / "docs/performance.svg").write_text(chart.svg(groups))
    finally:
        server.child.terminate()
        if croc_relay:
            croc_relay.child.terminate()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
