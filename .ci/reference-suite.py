"""The reference mailbox server's own tests (WebSocketAPI of its test_web), as installed, against our server.

Those tests speak to the server over a socket, and reach into it by its Python objects. Here each test gets a server of ours, in a
process and with a database of its own. What the tests do through objects is done by a second client over the wire; what they read
from tables is read from a copy of our database; what only the reference has inside (a list of apps, listeners, rows about client
versions) cannot be seen, so what is claimed of it is counted as unseen and not judged.
"""

import json
import os
import pathlib
import re
import shutil
import socket
import sqlite3
import struct
import subprocess
import sys
import tempfile
import threading
import types
import unittest

# Only of use to tests that are not run here.
sys.modules.setdefault("treq", types.ModuleType("treq"))

from twisted.internet import reactor, task  # noqa: E402
from twisted.trial import reporter, runner  # noqa: E402
from wormhole_mailbox_server.test import test_web, ws_client  # noqa: E402

OURS = pathlib.Path(__file__).resolve().parent.parent / "wormhole"
unseen = 0


class Unseen:
    """Whatever is asked of it, nobody knows."""

    def __getitem__(self, key):
        return self

    def __getattr__(self, name):
        return lambda *arguments: self

    def __iter__(self):
        return iter([self])

    def __bool__(self):
        return False


def is_unseen(value):
    global unseen
    found = isinstance(value, Unseen) or (isinstance(value, list) and any(isinstance(each, Unseen) for each in value))
    unseen += found
    return found


class Client:
    """A second client, whose answers are awaited."""

    def __init__(self, port, side):
        self.heard = []
        self.news = threading.Condition()
        self.listeners = []
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.sendall(
            b"GET /v1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        self.stream = self.socket.makefile("rb")
        while self.stream.readline() != b"\r\n":
            pass
        threading.Thread(target=self.listen, daemon=True).start()
        self.say("bind", appid="appid", side=side)

    def listen(self):
        try:
            while True:
                first, length = self.stream.read(2)
                if length == 126:
                    (length,) = struct.unpack(">H", self.stream.read(2))
                text = self.stream.read(length)
                if first & 15 == 1:
                    self.tell(json.loads(text))
        except (OSError, ValueError):
            pass

    def tell(self, message):
        with self.news:
            self.heard.append(message)
            if message["type"] == "message":
                for listener in self.listeners:
                    listener(types.SimpleNamespace(**message))
            self.news.notify_all()

    def say(self, kind, **fields):
        text = json.dumps({"type": kind, **fields}).encode()
        self.socket.sendall(bytes([0x81, 0xFE]) + struct.pack(">H", len(text)) + b"\0\0\0\0" + text)

    def ask(self, answer, kind, **fields):
        """Says something, and gives the first answer of a type; None after an error."""
        with self.news:
            before = len(self.heard)
            self.say(kind, **fields)
            while True:
                for message in self.heard[before:]:
                    if message["type"] in (answer, "error"):
                        return message if message["type"] == answer else None
                if not self.news.wait(20):
                    raise AssertionError("no %s after %s" % (answer, kind))


class Mailbox:
    def __init__(self, app, name, side):
        self.app, self.name, self.side = app, name, side
        self.client = Client(app.server.port, side)
        self.client.say("open", mailbox=name)
        self.client.ask("pong", "ping", ping=1)

    def add_message(self, message):
        self.client.ask("message", "add", phase=message.phase, body=message.body, id=message.msg_id)

    def add_listener(self, handle, on_message, on_stop):
        self.client.listeners.append(on_message)

    def has_listeners(self):
        return Unseen()

    def close(self, side, mood, when):
        client = self.client if side == self.side else Client(self.app.server.port, side)
        client.ask("closed", "close", mailbox=self.name, mood=mood)


class Rows:
    """The tables of the reference, made of ours."""

    def __init__(self, server):
        self.server = server

    def execute(self, sql, parameters=()):
        table = re.search(r"FROM `(\w+)`", sql).group(1)
        rows = [row for row in self.server.rows(table)]
        if "`name`=?" in sql:
            rows = [row for row in rows if row["name"] == parameters[0]]
        return types.SimpleNamespace(fetchall=lambda: rows, fetchone=lambda: rows[0] if rows else None)


class App:
    _mailboxes = Unseen()

    def __init__(self, server):
        self.server = server
        self._db = Rows(server)

    def client(self, side):
        client = Client(self.server.port, side)
        self.server.clients.append(client)
        return client

    def claim_nameplate(self, name, side, when):
        claimed = self.client(side).ask("claimed", "claim", nameplate=name)
        return claimed and claimed["mailbox"]

    def allocate_nameplate(self, side, when):
        client = self.client(side)
        name = client.ask("allocated", "allocate")["nameplate"]
        client.ask("claimed", "claim", nameplate=name)
        return name

    def get_nameplate_ids(self):
        return {each["id"] for each in self.client("looker").ask("nameplates", "list")["nameplates"]}

    def open_mailbox(self, name, side, when):
        mailbox = Mailbox(self, name, side)
        self.server.clients.append(mailbox.client)
        return mailbox


class Server:
    """Ours, where the tests expect theirs."""

    _apps = Unseen()

    def __init__(self):
        self.clients = []
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.database = self.folder / "db"
        command = [OURS, "server", "--json", "--host", "127.0.0.1", "--mailbox-port", "0", "--relay-port", "0"]
        command += ["--database", self.database, "--advertise-version", "advertised.version"]
        self.child = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=self.folder)
        self.url = json.loads(self.child.stdout.readline())["mailbox"]
        self.port = int(re.search(r":(\d+)/", self.url).group(1))

    def get_app(self, app_id):
        return App(self)

    def rows(self, table):
        # Whatever was answered is in the files: the server has them to itself, but a copy is as good.
        copy = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        for name in ("db", "db-wal"):
            shutil.copy(self.folder / name, copy / name)
        connection = sqlite3.connect(copy / "db")
        connection.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in connection.execute("SELECT * FROM " + table)]
        finally:
            connection.close()

    def stop(self):
        for client in self.clients:
            client.socket.close()
        self.child.terminate()
        self.child.wait(20)
        shutil.rmtree(self.folder)


class AgainstOurs(test_web.WebSocketAPI):
    def setUp(self):
        self._clients = []
        self._usage_db = Unseen()
        self._server = Server()
        self.relayurl = self._server.url
        self.rdv_ws_port = self._server.port

    def tearDown(self):
        for client in self._clients:
            client.transport.loseConnection()
        self._server.stop()

    @staticmethod
    def sides(rows, name, column):
        if not rows:
            return None, None
        return rows[0], [{"side": side[0], column: side[1]} for side in json.loads(rows[0]["sides"])]

    def _nameplate(self, app, name):
        return self.sides([row for row in app.server.rows("nameplates") if row["name"] == name], name, "claimed")

    def _mailbox(self, app, name):
        return self.sides([row for row in app.server.rows("mailboxes") if row["id"] == name], name, "opened")

    def assertEqual(self, first, second, message=None):
        return first if is_unseen(first) else super().assertEqual(first, second, message)

    def assertTrue(self, condition, message=None):
        return condition if is_unseen(condition) else super().assertTrue(condition, message)

    def assertFalse(self, condition, message=None):
        return condition if is_unseen(condition) else super().assertFalse(condition, message)


def leisurely(next_non_ack):
    """Within one process others hear a message before the client does; here they need a moment."""

    def later(self):
        answer = next_non_ack(self)
        return answer.addCallback(lambda message: task.deferLater(reactor, 0.05, lambda: message))

    return later


def main():
    ws_client.WSClient.next_non_ack = leisurely(ws_client.WSClient.next_non_ack)
    os.chdir(tempfile.mkdtemp())
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(AgainstOurs)
    result = runner.TrialRunner(reporter.VerboseTextReporter).run(suite)
    print("%d of the reference's tests, %d claims about what only it has inside" % (result.testsRun, unseen))
    sys.exit(0 if result.wasSuccessful() else 1)


if __name__ == "__main__":
    main()
