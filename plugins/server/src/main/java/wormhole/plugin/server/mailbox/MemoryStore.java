package wormhole.plugin.server.mailbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    public Collection<Mailbox> mailboxes(String appId) {
        return mailboxes.of(appId).values().stream().map(Held::mailbox).toList();
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
    public List<Message> messages(String appId, String mailboxId) {
        Held held = mailboxes.of(appId).get(mailboxId);
        return held == null ? List.of() : Collections.unmodifiableList(held.messages());
    }

    @Override
    public long messageBytes() {
        return messageBytes;
    }

    @Override
    public int mailboxCount() {
        return mailboxCount;
    }
}
