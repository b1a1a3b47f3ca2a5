package wormhole.plugin.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import wormhole.plugin.server.proxy.ClientHeader;
import wormhole.plugin.server.proxy.TrustedProxies;
import wormhole.spi.ErrorCode;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/**
 * What the operator says about the proxies in front of the server.
 *
 * @param trusted which they are
 * @param clientHeader the header of HTTP in which they name the client
 * @param header on which ports they begin with the PROXY protocol
 */
record ProxyOptions(TrustedProxies trusted, ClientHeader clientHeader, Header header) {
    /** Which ports begin with the PROXY protocol. */
    enum Header {
        NONE,
        TCP,
        WEBSOCKET,
        ALL;

        boolean onTcp() {
            return this == TCP || this == ALL;
        }

        boolean onWebSocket() {
            return this == WEBSOCKET || this == ALL;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Option TRUST_PROXY = Option.text(
                    "ADDRESSES",
                    "Addresses or networks (10.0.0.0/8) of the proxies that may say who their clients are,"
                            + " separated by commas. Limits then count those clients.",
                    "--trust-proxy")
            .repeated();
    private static final Option PROXY_HEADER = Option.text(
                    "NAME",
                    "The header in which those proxies name the client of a WebSocket. They have to write it themselves:"
                            + " clients lie.",
                    "--proxy-header")
            .oneOf(Arrays.stream(ClientHeader.values()).map(ClientHeader::key).toArray(String[]::new))
            .defaultingTo(ClientHeader.X_FORWARDED_FOR.key());
    private static final Option PROXY_PROTOCOL = Option.text(
                    "PORTS",
                    "On which ports those proxies put the header of the PROXY protocol (1 or 2) in front of each"
                            + " connection: tcp is the transit relay's, websocket the mailbox server's and the relay's"
                            + " for WebSockets.",
                    "--proxy-protocol")
            .oneOf(Arrays.stream(Header.values()).map(Header::key).toArray(String[]::new))
            .defaultingTo(Header.NONE.key());

    static final List<Option> OPTIONS = List.of(TRUST_PROXY, PROXY_HEADER, PROXY_PROTOCOL);

    static ProxyOptions from(OptionValues options) throws WormholeException {
        TrustedProxies trusted = TrustedProxies.parse(options.all(TRUST_PROXY.key()));
        Header header = Header.valueOf(upper(options, PROXY_PROTOCOL));
        if (header != Header.NONE && trusted.isEmpty()) {
            throw new WormholeException(ErrorCode.USAGE, "--proxy-protocol needs to know who the proxies are")
                    .withHint("Give --trust-proxy their addresses, such as 127.0.0.1.");
        }
        return new ProxyOptions(trusted, ClientHeader.valueOf(upper(options, PROXY_HEADER)), header);
    }

    /** The value as the constant of an enum is written. */
    private static String upper(OptionValues options, Option option) {
        String byDefault = String.valueOf(option.defaultValue());
        return options.text(option.key())
                .orElse(byDefault)
                .toUpperCase(Locale.ROOT)
                .replace('-', '_');
    }
}
