-- Times are microseconds since 1970; sides are a JSON list of [side, active, added, mood].
CREATE TABLE nameplates (
  app_id     TEXT NOT NULL,
  name       TEXT NOT NULL,
  digits     INTEGER NOT NULL,
  mailbox_id TEXT NOT NULL,
  sides      TEXT NOT NULL,
  PRIMARY KEY (app_id, name)
) WITHOUT ROWID;

CREATE INDEX nameplates_by_length ON nameplates (app_id, digits, name);

CREATE TABLE mailboxes (
  app_id    TEXT NOT NULL,
  id        TEXT NOT NULL,
  nameplate TEXT,
  sides     TEXT NOT NULL,
  updated   INTEGER NOT NULL,
  messages  INTEGER NOT NULL,
  bytes     INTEGER NOT NULL,
  PRIMARY KEY (app_id, id)
) WITHOUT ROWID;

CREATE TABLE messages (
  app_id     TEXT NOT NULL,
  mailbox_id TEXT NOT NULL,
  position   INTEGER NOT NULL,
  side       TEXT NOT NULL,
  phase      TEXT NOT NULL,
  body       TEXT NOT NULL,
  received   INTEGER NOT NULL,
  client_id  TEXT NOT NULL,
  PRIMARY KEY (app_id, mailbox_id, position)
) WITHOUT ROWID;
