package wormhole.plugin.server.mailbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mailboxes of one app: who has opened which, and who listens. */
final class Mailboxes {
    private final String appId;
    private final ChannelStore store;
    private final Limits limits;
    private final Usage usage;
    private final Map<String, List<Subscription>> subscriptions = new HashMap<>();

    Mailboxes(String appId, ChannelStore store, Limits limits, Usage usage) {
        this.appId = appId;
        this.store = store;
        this.limits = limits;
        this.usage = usage;
    }

    /** Opens a mailbox for a side, making it if need be. A mailbox that was ever crowded stays so. */
    void open(String mailboxId, String side, Instant now) throws Refusal {
        Optional<Mailbox> known = store.mailbox(appId, mailboxId);
        Mailbox mailbox = known.isPresent() ? known.get() : make(mailboxId, null, now);
        // A side that closed it stays closed: it may have come back only to make sure of that.
        Mailbox opened = mailbox.openedBy(side, now);
        store.put(opened.touched(now));
        if (opened.sides().areCrowded()) {
            throw new Refusal("crowded");
        }
    }

    /** Makes a mailbox that nobody has opened yet, for a nameplate or for itself. */
    Mailbox make(String mailboxId, @Nullable String nameplate, Instant now) throws Refusal {
        if (store.mailboxCount() >= limits.mailboxes()) {
            throw new Refusal("the server has too many mailboxes, try again later");
        }
        Mailbox mailbox = Mailbox.fresh(appId, mailboxId, nameplate, now);
        store.put(mailbox);
        return mailbox;
    }

    /** Lets somebody hear all messages of a mailbox, old and new, in order. */
    Subscription subscribe(String mailboxId, Subscriber subscriber) {
        Subscription subscription = new Subscription(mailboxId, subscriber);
        subscriptions.computeIfAbsent(mailboxId, id -> new ArrayList<>(2)).add(subscription);
        try {
            pump(subscription);
        } catch (RuntimeException e) {
            // Nobody would ever end it.
            unsubscribe(subscription);
            throw e;
        }
        return subscription;
    }

    void unsubscribe(Subscription subscription) {
        subscriptions.computeIfPresent(subscription.mailboxId(), (id, listening) -> {
            listening.remove(subscription);
            return listening.isEmpty() ? null : listening;
        });
    }

    /** Hands over what the subscriber has room for. */
    void pump(Subscription subscription) {
        subscription.pump(position -> store.messages(appId, subscription.mailboxId(), position));
    }

    void add(String mailboxId, Message message) throws Refusal {
        Mailbox mailbox = store.mailbox(appId, mailboxId).orElseThrow(() -> new Refusal("the mailbox is gone"));
        if (mailbox.messages() >= limits.mailboxMessages()
                || mailbox.bytes() + message.bytes() > limits.mailboxBytes()) {
            throw new Refusal("the mailbox is full");
        }
        if (store.messageBytes() + message.bytes() > limits.totalBytes()) {
            throw new Refusal("the server is full, try again later");
        }
        store.append(mailbox, message);
        for (Subscription subscription : subscriptions.getOrDefault(mailboxId, List.of())) {
            if (!subscription.offer(mailbox.messages(), message)) {
                pump(subscription);
            }
        }
    }

    /** Closes a mailbox for a side; when no side has it open any more, it is forgotten with all its messages. */
    void close(String mailboxId, String side, @Nullable String mood, Instant now) {
        Optional<Mailbox> mailbox = store.mailbox(appId, mailboxId);
        if (mailbox.isEmpty() || !mailbox.get().sides().know(side)) {
            return;
        }
        Mailbox closed = mailbox.get().closedBy(side, mood);
        if (closed.sides().anyActive()) {
            store.put(closed);
        } else {
            forget(closed, now, false);
        }
    }

    /** Forgets mailboxes that nobody listens to and that were last used at or before {@code old}. */
    void prune(Instant now, Instant old) {
        for (String id : subscriptions.keySet()) {
            store.mailbox(appId, id).ifPresent(mailbox -> store.put(mailbox.touched(now)));
        }
        store.unusedSince(appId, old).forEach(mailbox -> forget(mailbox, now, true));
    }

    /** Another server added to a mailbox, or forgot it. */
    void changed(String mailboxId) {
        List<Subscription> listening = subscriptions.get(mailboxId);
        if (listening == null) {
            return;
        }
        if (store.mailbox(appId, mailboxId).isEmpty()) {
            subscriptions.remove(mailboxId);
            listening.forEach(Subscription::end);
        } else {
            List.copyOf(listening).forEach(this::pump);
        }
    }

    void mayHaveChanged() {
        Set.copyOf(subscriptions.keySet()).forEach(this::changed);
    }

    private void forget(Mailbox mailbox, Instant now, boolean pruned) {
        String name = mailbox.nameplate();
        if (name != null) {
            store.nameplate(appId, name)
                    .filter(nameplate -> nameplate.mailboxId().equals(mailbox.id()))
                    .ifPresent(nameplate -> {
                        store.remove(nameplate);
                        usage.over(nameplate, now, pruned);
                    });
        }
        store.remove(mailbox);
        usage.over(mailbox, now, pruned);
        List<Subscription> orphans = subscriptions.remove(mailbox.id());
        if (orphans != null) {
            orphans.forEach(Subscription::end);
        }
    }
}
