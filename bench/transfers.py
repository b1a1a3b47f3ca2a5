"""Whole transfers by this program and by the others, one after another in turn, in one run.

Every contestant sends to itself through our mailbox server, so that they differ in the clients only. A transfer is
timed from the start of the receiver, with the sender waiting, until both have ended; processor time and memory are what
the system counted for the processes.
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
# No transfer here takes as long; one that does hangs.
LIMIT_SECONDS = 60


class Contestant:
    """One program, sending to itself."""

    def __init__(self, name, send, receive, version, answers=b""):
        self.name = name
        self.send = send
        self.receive = receive
        self.version = version
        self.answers = answers


def contestants(mailbox, relay):
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
    ]


class Figures:
    """What one transfer took: seconds, processor seconds of both sides, the larger memory in bytes."""

    def __init__(self, wall, processor, memory):
        self.wall = wall
        self.processor = processor
        self.memory = memory


class Process:
    """A process whose use of the machine is known once it has ended."""

    def __init__(self, command, folder, answers=b""):
        self.log = tempfile.TemporaryFile()
        self.child = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=self.log, stderr=self.log, start_new_session=True
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

    def wait(self, seconds=LIMIT_SECONDS):
        killer = threading.Timer(seconds, self.child.kill)
        killer.start()
        _, status, usage = os.wait4(self.child.pid, 0)
        killer.cancel()
        self.child.returncode = os.waitstatus_to_exitcode(status)
        if self.child.returncode != 0:
            raise RuntimeError("failed: %s" % self.said())
        return usage


def transfer(contestant, what, path):
    """One transfer; None if the contestant cannot do it."""
    code = "%d-bench-mark" % random.randrange(1000, 100_000)
    command = contestant.send(code, what, path)
    if command is None:
        return None
    with tempfile.TemporaryDirectory(dir=scratch()) as folder:
        sender = Process(command, folder)
        sender.await_words(code)
        time.sleep(0.3)
        begun = time.monotonic()
        receiver = Process(contestant.receive(code, path), folder, contestant.answers)
        try:
            used = [receiver.wait(), sender.wait()]
        finally:
            sender.child.kill()
        wall = time.monotonic() - begun
    return Figures(
        wall,
        sum(each.ru_utime + each.ru_stime for each in used),
        max(each.ru_maxrss for each in used) * 1024,
    )


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


class Workload:
    """Something to do, so many times."""

    def __init__(self, name, what, rounds, path="direct", run=transfer, size=None):
        self.name = name
        self.what = what
        self.rounds = rounds
        self.path = path
        self.run = run
        self.size = size


def small_workloads(short):
    rounds = 3 if short else 15
    return [
        Workload("start: `--version`", None, rounds, run=start_up),
        Workload("text of 1 KiB", ["--text", "x" * 1024], rounds),
    ]


def bulk_workloads(folder, short):
    big, rounds = (256, 1) if short else (1024, 3)
    file = random_file(folder, "big", big * MIB)
    return [
        Workload("file of %d MiB, direct" % big, [file], rounds, size=big * MIB),
        Workload("file of %d MiB, through our relay" % big, [file], rounds, path="relay", size=big * MIB),
        Workload("folder of %d files of 4 KiB" % (2000 if short else 20_000), [small_files(folder, 2000 if short else 20_000)], rounds),
    ]


def measure(runners, workload):
    """All contestants in turn, round after round, so that whatever else the machine does hits all alike."""
    figures = {runner.name: [] for runner in runners}
    for _ in range(workload.rounds):
        for runner in runners:
            try:
                result = workload.run(runner, workload.what, workload.path)
            except RuntimeError as failure:
                print("%s, %s: %s" % (workload.name, runner.name, failure), file=sys.stderr)
                result = None
            if result is not None:
                figures[runner.name].append(result)
    return figures


def rows(workload, figures):
    ours = statistics.median(each.wall for each in figures["ours"]) if figures["ours"] else None
    for name, all_of_it in figures.items():
        if not all_of_it:
            yield "| %s | %s | – | | | | |" % (workload.name, name)
            continue
        wall = statistics.median(each.wall for each in all_of_it)
        rate = "%.0f" % (workload.size / 1e6 / wall) if workload.size else ""
        yield "| %s | %s | %.*f | %s | %.2f | %.0f | %s |" % (
            workload.name,
            name,
            2 if wall > 1 else 3,
            wall,
            rate,
            statistics.median(each.processor for each in all_of_it),
            max(each.memory for each in all_of_it) / 1e6,
            "%.2f" % (wall / ours) if ours else "",
        )


HEAD = [
    "| what | who | seconds | MB/s | processor seconds | most memory, MB | × ours |",
    "|---|---|---|---|---|---|---|",
]


def start_servers(folder):
    server = Process([OURS, "server", "--host", "127.0.0.1", "--mailbox-port", "0", "--relay-port", "0"], folder)
    server.await_words("relay tcp:")
    said = server.said()
    return server, re.search(r"ws://\S+", said).group(), re.search(r"relay (tcp:\S+)", said).group(1)


def write_document(table, lines):
    """Replaces what stands between the two marks of a table."""
    begin, end = "<!-- bench/run writes %s from here -->" % table, "<!-- to here -->"
    path = ROOT / "docs/performance.md"
    before, rest = path.read_text().split(begin)
    after = rest.split(end, 1)[1]
    path.write_text(before + begin + "\n\n" + "\n".join(lines) + "\n\n" + end + after)


def table_of(runners, workloads):
    """Measures and prints, row by row."""
    lines = list(HEAD)
    print("\n".join(HEAD), flush=True)
    for workload in workloads:
        for row in rows(workload, measure(runners, workload)):
            lines.append(row)
            print(row, flush=True)
    return lines


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--short", action="store_true", help="a taste of it, printed only")
    options.add_argument("--start", action="store_true", help="start-up and small transfers only")
    chosen = options.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(dir=scratch()))
    server, mailbox, relay = start_servers(folder)
    try:
        runners = [one for one in contestants(mailbox, relay) if pathlib.Path(one.version[0]).exists()]
        tables = {"small": small_workloads(chosen.short)}
        if not chosen.start:
            tables["bulk"] = bulk_workloads(folder, chosen.short)
        for table, workloads in tables.items():
            lines = table_of(runners, workloads)
            if not chosen.short:
                write_document(table, lines)
    finally:
        server.child.terminate()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
