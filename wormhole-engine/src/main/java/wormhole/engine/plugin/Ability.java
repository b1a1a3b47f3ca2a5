package wormhole.engine.plugin;

import wormhole.spi.WormholeException;

/** Something that a plugin can do, which is there when it is asked for: its plugin may have to be opened first. */
@FunctionalInterface
interface Ability<T> {
    T get() throws WormholeException;
}
