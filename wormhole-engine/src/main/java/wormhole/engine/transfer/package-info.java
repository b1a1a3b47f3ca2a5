/**
 * The file transfer application over an open conversation: offer, answer, records, acknowledgement (file transfer protocol).
 * {@link wormhole.engine.transfer.OfferSender} is one side, {@link wormhole.engine.transfer.OfferReceiver} the other;
 * {@link wormhole.engine.transfer.RecordSource} and {@link wormhole.engine.transfer.RecordSink} move the bytes.
 */
@NullMarked
package wormhole.engine.transfer;

import org.jspecify.annotations.NullMarked;
