/**
 * Keeps nameplates, mailboxes and messages in a database: an embedded one in a file, or PostgreSQL, which several servers can
 * share.
 *
 * <p>Begin with {@link wormhole.plugin.server.database.DatabaseStore}. The tables are in the resources of this package, each step
 * of their history in a file of its own, which the migration library applies in order. No file that was ever released may change.
 */
@NullMarked
package wormhole.plugin.server.database;

import org.jspecify.annotations.NullMarked;
