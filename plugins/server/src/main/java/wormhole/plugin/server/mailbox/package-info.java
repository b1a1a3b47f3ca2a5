/**
 * What a mailbox server decides: who gets which nameplate, who may open which mailbox, and who hears which message.
 *
 * <p>Start with {@link wormhole.plugin.server.mailbox.MailboxServer}: it turns lines of JSON into lines of JSON and knows
 * neither sockets nor threads. Everything that would have to outlive the process goes through
 * {@link wormhole.plugin.server.mailbox.ChannelStore}. The behaviour, down to the texts of errors, is that of the reference,
 * magic-wormhole-mailbox-server; it differs where the reference drops the connection instead of answering.
 */
@NullMarked
package wormhole.plugin.server.mailbox;

import org.jspecify.annotations.NullMarked;
