package wormhole.plugin.server;

import wormhole.spi.Option;

/** The options that the services add to {@code wormhole server}. */
final class ServerOptions {
    static final Option HOST = Option.text(
            "HOST",
            "Name or address to listen on, such as 127.0.0.1. Without it, all addresses of this machine.",
            "--host");

    static final Option MAILBOX_PORT = Option.number(
                    "PORT", "Port of the mailbox server; 0 takes any free one.", "--mailbox-port")
            .defaultingTo("4000");
    static final Option DATABASE = Option.text(
            "FILE",
            "Where nameplates, mailboxes and messages are kept: a file, a PostgreSQL database that several servers share (jdbc:postgresql://HOST/NAME?user=USER), or :memory: until the server stops. Without it, a"
                    + " file of the port's own in $XDG_STATE_HOME/wormhole; in memory if the port is 0.",
            "--database");
    static final Option MOTD = Option.text("TEXT", "A message that clients show to everybody who connects.", "--motd");
    static final Option ADVERTISE_VERSION = Option.text(
            "VERSION",
            "The newest version of the reference's command line, which then recommends it to people.",
            "--advertise-version");
    static final Option SIGNAL_ERROR =
            Option.text("TEXT", "Turns every client away with this message.", "--signal-error");
    static final Option DISALLOW_LIST =
            Option.flag("Does not tell clients which nameplates are in use.", "--disallow-list");

    static final Option USAGE_LOG = Option.path(
            "FILE",
            "Gets a line of JSON for each nameplate, mailbox and pair at the relay that is over: when, how long, how it ended.",
            "--usage-log");
    static final Option BLUR_USAGE = Option.number(
            "SECONDS",
            "Rounds the times in the usage log down to a multiple of this, and the relay's sizes up.",
            "--blur-usage");
    static final Option TLS_CERT = Option.path(
            "FILE",
            "Makes the ports for WebSockets speak TLS (wss:), with this chain of certificates in PEM form, the server's own"
                    + " first. It is read again when it changes.",
            "--tls-cert");
    static final Option TLS_KEY = Option.path(
            "FILE", "The key of that certificate in PEM form; without it, it is in the same file.", "--tls-key");

    static final Option METRICS_PORT = Option.number(
            "PORT",
            "Port on 127.0.0.1 with figures for Prometheus (/metrics), /health and a page for people (/); 0 takes any free one.",
            "--metrics-port");

    static final Option RELAY_PORT = Option.number(
                    "PORT", "Port of the transit relay; 0 takes any free one.", "--relay-port")
            .defaultingTo("4001");
    static final Option RELAY_WEBSOCKET_PORT = Option.number(
            "PORT",
            "Port where the transit relay also takes WebSockets; 0 takes any free one. Without it, it takes none.",
            "--relay-websocket-port");

    private ServerOptions() {}
}
