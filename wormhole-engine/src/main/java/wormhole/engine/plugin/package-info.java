/**
 * Finds plugin jars and loads them. Begin with {@link wormhole.engine.plugin.PluginLoader#load}; what it finds is a
 * {@link wormhole.engine.plugin.PluginRegistry}. Built-in plugins take exactly this path.
 *
 * <p>Each plugin has a class loader of its own, which sees the JDK, the SPI and the plugin's own jars. That keeps versions
 * of libraries apart; it is no sandbox.
 */
@NullMarked
package wormhole.engine.plugin;

import org.jspecify.annotations.NullMarked;
