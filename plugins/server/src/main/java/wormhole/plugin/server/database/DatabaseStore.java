package wormhole.plugin.server.database;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wormhole.plugin.server.mailbox.ChannelStore;
import wormhole.plugin.server.mailbox.Mailbox;
import wormhole.plugin.server.mailbox.Message;
import wormhole.plugin.server.mailbox.Nameplate;
import wormhole.spi.WormholeException;

/** Keeps everything in a database. What is committed outlives the process, and the machine's power too. */
public final class DatabaseStore implements ChannelStore, AutoCloseable {
    /** Other servers add and remove, too. */
    private static final Duration COUNT_AGAIN_AFTER = Duration.ofSeconds(5);

    private final Engine engine;
    private final Session session;
    private final NameplateTable nameplates;
    private final MailboxTable mailboxes;
    private final MessageTable messages;
    private final Totals totals;
    private long counted = System.nanoTime();

    DatabaseStore(Engine engine) {
        this.engine = engine;
        session = new Session(engine);
        nameplates = new NameplateTable(session);
        mailboxes = new MailboxTable(session);
        messages = new MessageTable(session);
        totals = new Totals(session);
    }

    /** Opens a file, which is made if it is missing. A file that cannot be trusted is refused. */
    public static DatabaseStore file(Path file) throws WormholeException {
        return new SqliteFile(file).open();
    }

    @Override
    public Set<String> appIds() {
        Set<String> ids = new HashSet<>(nameplates.appIds());
        ids.addAll(mailboxes.appIds());
        return ids;
    }

    @Override
    public Set<String> nameplates(String appId) {
        return nameplates.names(appId);
    }

    @Override
    public List<String> freeNames(String appId, int from, int to) {
        return nameplates.freeNames(appId, from, to);
    }

    @Override
    public Optional<Nameplate> nameplate(String appId, String name) {
        return nameplates.find(appId, name);
    }

    @Override
    public void put(Nameplate nameplate) {
        nameplates.put(nameplate);
    }

    @Override
    public void remove(Nameplate nameplate) {
        nameplates.remove(nameplate);
    }

    @Override
    public Optional<Mailbox> mailbox(String appId, String id) {
        return mailboxes.find(appId, id);
    }

    @Override
    public Collection<Mailbox> unusedSince(String appId, Instant time) {
        return mailboxes.unusedSince(appId, time);
    }

    @Override
    public void put(Mailbox mailbox) {
        if (!mailboxes.update(mailbox)) {
            totals.add(1, 0);
            mailboxes.insert(mailbox);
        }
    }

    @Override
    public void remove(Mailbox mailbox) {
        if (mailboxes.remove(mailbox)) {
            totals.add(-1, -mailbox.bytes());
        }
        messages.removeAll(mailbox);
        engine.changed(session, mailbox.appId(), mailbox.id());
    }

    @Override
    public void append(Mailbox mailbox, Message message) {
        messages.insert(mailbox, message);
        mailboxes.update(mailbox.holding(message));
        totals.add(0, message.bytes());
        engine.changed(session, mailbox.appId(), mailbox.id());
    }

    @Override
    public List<Message> messages(String appId, String mailboxId, int from) {
        return messages.from(appId, mailboxId, from);
    }

    @Override
    public long messageBytes() {
        return totals.bytes();
    }

    @Override
    public int mailboxCount() {
        return totals.mailboxes();
    }

    @Override
    public void commit() {
        session.commit();
        if (engine.isShared() && System.nanoTime() - counted > COUNT_AGAIN_AFTER.toNanos()) {
            counted = System.nanoTime();
            totals.forget();
        }
    }

    @Override
    public void rollback() {
        totals.forget();
        session.rollback();
    }

    @Override
    public void close() {
        session.close();
    }
}
