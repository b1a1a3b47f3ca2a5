package wormhole.engine;

import java.net.URI;
import java.util.Optional;
import wormhole.engine.code.TransferUri;
import wormhole.engine.code.WormholeCode;
import wormhole.spi.CodeChoice;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * Where two sides meet: at which server, and with which code.
 *
 * @param code never a link any more
 */
record MeetingPoint(WormholeSettings settings, CodeChoice code) {
    private static final String FILE_TRANSFER = ClientSettings.defaults().appId();

    /** As was asked for; a link in place of a code may name another server. */
    static MeetingPoint of(WormholeSettings settings, CodeChoice choice) throws WormholeException {
        if (choice instanceof CodeChoice.Given given && TransferUri.looksLikeOne(given.code())) {
            TransferUri link = TransferUri.parse(given.code());
            URI server = link.server().orElse(settings.mailboxServer());
            return new MeetingPoint(
                    settings.withMailboxServer(server),
                    new CodeChoice.Given(link.code().text()));
        }
        return new MeetingPoint(settings, choice);
    }

    /** The code that was typed here, or stands in a link to here. */
    WormholeCode read(String typed) throws WormholeException {
        if (!TransferUri.looksLikeOne(typed)) {
            return WormholeCode.parse(typed);
        }
        TransferUri link = TransferUri.parse(typed);
        if (!link.server().orElse(settings.mailboxServer()).equals(settings.mailboxServer())) {
            throw new WormholeException(ErrorCode.USAGE, "this link leads to another mailbox server than the one asked")
                    .withHint("Give the link on the command line: wormhole receive LINK");
        }
        return link.code();
    }

    /** The link that leads here; none for what is no ordinary file transfer, since a link can't say so. */
    Optional<String> link(String text) throws WormholeException {
        if (!settings.appId().equals(FILE_TRANSFER)) {
            return Optional.empty();
        }
        URI server = settings.mailboxServer();
        boolean usual = server.equals(ClientSettings.PUBLIC_MAILBOX_SERVER);
        return Optional.of(new TransferUri(WormholeCode.parse(text), usual ? null : server, false).text());
    }
}
