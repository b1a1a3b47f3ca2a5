package wormhole.plugin.server.net;

/** What is attached to a selection key. */
@FunctionalInterface
interface Selectable {
    /** Something can be done without blocking. */
    void ready();
}
