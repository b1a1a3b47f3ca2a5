package wormhole.plugin.server.database;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wormhole.plugin.server.mailbox.Nameplate;

/** The rows of nameplates. */
final class NameplateTable {
    private final Session session;

    NameplateTable(Session session) {
        this.session = session;
    }

    Set<String> appIds() {
        return new HashSet<>(session.query("SELECT DISTINCT app_id FROM nameplates", row -> row.getString(1)));
    }

    Set<String> names(String appId) {
        return new HashSet<>(
                session.query("SELECT name FROM nameplates WHERE app_id = ?", row -> row.getString(1), appId));
    }

    /** Counts before it reads, because most names of a length are either all free or all taken. */
    List<String> freeNames(String appId, int from, int to) {
        String first = Integer.toString(from);
        String condition = " FROM nameplates WHERE app_id = ? AND digits = ? AND name >= ?";
        int taken = session.one("SELECT count(*)" + condition, row -> row.getInt(1), appId, first.length(), first)
                .orElse(0);
        if (taken >= to - from) {
            return List.of();
        }
        Set<String> names = new HashSet<>(
                session.query("SELECT name" + condition, row -> row.getString(1), appId, first.length(), first));
        List<String> free = new ArrayList<>();
        for (int number = from; number < to; number++) {
            String name = Integer.toString(number);
            if (!names.contains(name)) {
                free.add(name);
            }
        }
        return free;
    }

    Optional<Nameplate> find(String appId, String name) {
        return session.one(
                "SELECT mailbox_id, sides FROM nameplates WHERE app_id = ? AND name = ?",
                row -> new Nameplate(appId, name, row.getString(1), Columns.sides(row.getString(2))),
                appId,
                name);
    }

    void put(Nameplate nameplate) {
        session.update(
                "INSERT INTO nameplates (app_id, name, digits, mailbox_id, sides) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (app_id, name) DO UPDATE"
                        + " SET mailbox_id = excluded.mailbox_id, sides = excluded.sides",
                nameplate.appId(),
                nameplate.name(),
                nameplate.name().length(),
                nameplate.mailboxId(),
                Columns.of(nameplate.sides()));
    }

    void remove(Nameplate nameplate) {
        session.update("DELETE FROM nameplates WHERE app_id = ? AND name = ?", nameplate.appId(), nameplate.name());
    }
}
