/**
 * TLS for ports that would otherwise speak in the clear: {@link wormhole.plugin.server.tls.TlsAcceptor} wraps connections, with
 * what {@link wormhole.plugin.server.tls.WatchedCertificate} reads from files, again and again.
 */
@NullMarked
package wormhole.plugin.server.tls;

import org.jspecify.annotations.NullMarked;
