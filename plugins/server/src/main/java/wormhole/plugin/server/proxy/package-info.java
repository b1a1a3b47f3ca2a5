/**
 * Who a client is when a proxy is between: it is told in front of the connection ({@link
 * wormhole.plugin.server.proxy.ProxyHeaderAcceptor}) or in a header of HTTP ({@link wormhole.plugin.server.proxy.ClientHeader}).
 * Only {@link wormhole.plugin.server.proxy.TrustedProxies} are believed.
 */
@NullMarked
package wormhole.plugin.server.proxy;

import org.jspecify.annotations.NullMarked;
