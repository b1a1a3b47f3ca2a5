-- Times are microseconds since 1970; sides are a JSON list of [side, active, added, mood].
-- Texts are compared byte by byte ("C"): no locale of the server may order or equate them in its own way.
CREATE TABLE nameplates (
  app_id     TEXT COLLATE "C" NOT NULL,
  name       TEXT COLLATE "C" NOT NULL,
  digits     INTEGER NOT NULL,
  mailbox_id TEXT COLLATE "C" NOT NULL,
  sides      TEXT NOT NULL,
  PRIMARY KEY (app_id, name)
);

CREATE INDEX nameplates_by_length ON nameplates (app_id, digits, name);

CREATE TABLE mailboxes (
  app_id    TEXT COLLATE "C" NOT NULL,
  id        TEXT COLLATE "C" NOT NULL,
  nameplate TEXT COLLATE "C",
  sides     TEXT NOT NULL,
  updated   BIGINT NOT NULL,
  messages  INTEGER NOT NULL,
  bytes     BIGINT NOT NULL,
  PRIMARY KEY (app_id, id)
);

CREATE TABLE messages (
  app_id     TEXT COLLATE "C" NOT NULL,
  mailbox_id TEXT COLLATE "C" NOT NULL,
  position   INTEGER NOT NULL,
  side       TEXT NOT NULL,
  phase      TEXT NOT NULL,
  body       TEXT NOT NULL,
  received   BIGINT NOT NULL,
  client_id  TEXT NOT NULL,
  PRIMARY KEY (app_id, mailbox_id, position)
);
