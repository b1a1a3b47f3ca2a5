package wormhole.plugin.server.mailbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Keeps everything in memory: a restart forgets it. */
public final class MemoryStore implements ChannelStore {
    private record Held(Mailbox mailbox, List<Message> messages) {}

    private final PerApp<Nameplate> nameplates = new PerApp<>();
    private final PerApp<Held> mailboxes = new PerApp<>();
    private int mailboxCount;
    private long messageBytes;

    @Override
    public Set<String> appIds() {
        Set<String> ids = new HashSet<>(nameplates.appIds());
        ids.addAll(mailboxes.appIds());
        return ids;
    }

    @Override
    public Set<String> nameplates(String appId) {
        return nameplates.of(appId).keySet();
    }

    @Override
    public List<String> freeNames(String appId, int from, int to) {
        Map<String, Nameplate> taken = nameplates.of(appId);
        return IntStream.range(from, to)
                .mapToObj(Integer::toString)
                .filter(name -> !taken.containsKey(name))
                .toList();
    }

    @Override
    public Optional<Nameplate> nameplate(String appId, String name) {
        return Optional.ofNullable(nameplates.of(appId).get(name));
    }

    @Override
    public void put(Nameplate nameplate) {
        nameplates.put(nameplate.appId(), nameplate.name(), nameplate);
    }

    @Override
    public void remove(Nameplate nameplate) {
        nameplates.remove(nameplate.appId(), nameplate.name());
    }

    @Override
    public Collection<Mailbox> unusedSince(String appId, Instant time) {
        return mailboxes.of(appId).values().stream()
                .map(Held::mailbox)
                .filter(mailbox -> !mailbox.updated().isAfter(time))
                .toList();
    }

    @Override
    public Optional<Mailbox> mailbox(String appId, String id) {
        return Optional.ofNullable(mailboxes.of(appId).get(id)).map(Held::mailbox);
    }

    @Override
    public void put(Mailbox mailbox) {
        Held old = mailboxes.of(mailbox.appId()).get(mailbox.id());
        if (old == null) {
            mailboxCount++;
        }
        List<Message> messages = old == null ? new ArrayList<>(4) : old.messages();
        mailboxes.put(mailbox.appId(), mailbox.id(), new Held(mailbox, messages));
    }

    @Override
    public void remove(Mailbox mailbox) {
        Held held = mailboxes.remove(mailbox.appId(), mailbox.id());
        if (held != null) {
            mailboxCount--;
            messageBytes -= held.mailbox().bytes();
        }
    }

    @Override
    public void append(Mailbox mailbox, Message message) {
        put(mailbox.holding(message));
        Held held = mailboxes.of(mailbox.appId()).get(mailbox.id());
        if (held != null) {
            held.messages().add(message);
            messageBytes += message.bytes();
        }
    }

    @Override
    public List<Message> messages(String appId, String mailboxId, int from) {
        Held held = mailboxes.of(appId).get(mailboxId);
        if (held == null || from >= held.messages().size()) {
            return List.of();
        }
        return Collections.unmodifiableList(
                held.messages().subList(from, held.messages().size()));
    }

    @Override
    public long messageBytes() {
        return messageBytes;
    }

    @Override
    public int mailboxCount() {
        return mailboxCount;
    }

    @Override
    public void commit() {}

    /** Nothing here ever fails. */
    @Override
    public void rollback() {
        throw new UnsupportedOperationException("memory forgets nothing");
    }
}
