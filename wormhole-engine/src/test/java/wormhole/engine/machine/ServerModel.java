package wormhole.engine.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import wormhole.engine.wire.ClientMessage;
import wormhole.engine.wire.ServerMessage;

/**
 * A mailbox server in memory (server protocol) that is as unhelpful as it may be: what is in a mailbox comes in any order.
 */
final class ServerModel {
    private static final int MAX_SIDES = 2;

    private record Nameplate(String mailbox, Set<String> claimed, Set<String> released) {}

    private record Mailbox(Set<String> open, List<ServerMessage> messages, Map<Connection, String> listeners) {}

    private final Random order;
    private final Map<String, Nameplate> nameplates = new HashMap<>();
    private final Map<String, Mailbox> mailboxes = new HashMap<>();
    private int mailboxesMade;

    ServerModel(Random order) {
        this.order = order;
    }

    /** The names of all nameplates and mailboxes that a side has claimed or opened and not given back. */
    Set<String> heldBy(String side) {
        Set<String> held = new TreeSet<>();
        nameplates.forEach((name, nameplate) -> {
            if (nameplate.claimed.contains(side)) {
                held.add(name);
            }
        });
        mailboxes.forEach((name, mailbox) -> {
            if (mailbox.open.contains(side)) {
                held.add(name);
            }
        });
        return held;
    }

    /** One connection of one side. */
    final class Connection {
        private final String side;
        private final Consumer<ServerMessage> client;

        Connection(String side, Consumer<ServerMessage> client) {
            this.side = side;
            this.client = client;
        }

        void lose() {
            mailboxes.values().forEach(mailbox -> mailbox.listeners.remove(this));
        }

        void receive(ClientMessage message) {
            if (message instanceof ClientMessage.ListNameplates) {
                client.accept(new ServerMessage.Nameplates(Set.copyOf(nameplates.keySet())));
            } else if (message instanceof ClientMessage.Allocate) {
                String name = freeNameplate();
                claim(name);
                client.accept(new ServerMessage.Allocated(name));
            } else if (message instanceof ClientMessage.Claim claim) {
                client.accept(answerTo(claim));
            } else if (message instanceof ClientMessage.Release release) {
                release(release.nameplate());
            } else if (message instanceof ClientMessage.Open open) {
                open(open.mailbox());
            } else if (message instanceof ClientMessage.Add add) {
                add(new ServerMessage.Message(side, add.phase(), add.body()));
            } else if (message instanceof ClientMessage.Close close) {
                close(close.mailbox());
            }
        }

        private ServerMessage answerTo(ClientMessage.Claim claim) {
            Nameplate known = nameplates.get(claim.nameplate());
            if (known != null && known.released.contains(side)) {
                return new ServerMessage.Refused("reclaimed");
            }
            return claim(claim.nameplate());
        }

        private ServerMessage claim(String name) {
            Nameplate nameplate = nameplates.computeIfAbsent(
                    name, absent -> new Nameplate("mailbox" + ++mailboxesMade, new HashSet<>(), new HashSet<>()));
            if (!nameplate.claimed.contains(side)
                    && nameplate.claimed.size() + nameplate.released.size() == MAX_SIDES) {
                return new ServerMessage.Refused("crowded");
            }
            nameplate.claimed.add(side);
            mailbox(nameplate.mailbox).open.add(side);
            return new ServerMessage.Claimed(nameplate.mailbox);
        }

        private void release(String name) {
            Nameplate nameplate = nameplates.get(name);
            if (nameplate != null && nameplate.claimed.remove(side)) {
                nameplate.released.add(side);
                if (nameplate.claimed.isEmpty()) {
                    nameplates.remove(name);
                }
            }
            client.accept(new ServerMessage.Released());
        }

        private void open(String name) {
            Mailbox mailbox = mailbox(name);
            mailbox.open.add(side);
            mailbox.listeners.put(this, side);
            List<ServerMessage> stored = new ArrayList<>(mailbox.messages);
            Collections.shuffle(stored, order);
            stored.forEach(client);
        }

        private void add(ServerMessage message) {
            Mailbox mailbox = mailboxes.values().stream()
                    .filter(each -> each.listeners.containsKey(this))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(side + " adds before it opens"));
            mailbox.messages.add(message);
            mailbox.listeners.keySet().forEach(listener -> listener.client.accept(message));
        }

        private void close(String name) {
            Mailbox mailbox = mailbox(name);
            mailbox.open.remove(side);
            mailbox.listeners.remove(this);
            if (mailbox.open.isEmpty()) {
                mailboxes.remove(name);
            }
            client.accept(new ServerMessage.Closed());
        }

        private Mailbox mailbox(String name) {
            return mailboxes.computeIfAbsent(
                    name, absent -> new Mailbox(new HashSet<>(), new ArrayList<>(), new HashMap<>()));
        }

        private String freeNameplate() {
            int number = 1;
            while (nameplates.containsKey(Integer.toString(number))) {
                number++;
            }
            return Integer.toString(number);
        }
    }
}
