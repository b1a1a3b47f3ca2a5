package wormhole.spi;

import java.util.Optional;
import java.util.OptionalLong;

/** Something that is ready to be offered to the peer. */
public interface OutgoingOffer extends AutoCloseable {
    /** The JSON value under the type's key: a {@code String}, {@code Number}, {@code Boolean}, {@code List} or {@code Map}. */
    Object body();

    /** What is sent, for people, such as {@code 'holiday.jpg' (3.1 MB)}. */
    String summary();

    /**
     * For people: why a careful peer may refuse this, and what to do about it. Asked once, when the offer has been prepared; told before a
     * code is shown, and in a dry run.
     */
    default Optional<String> caution() {
        return Optional.empty();
    }

    /** How many bytes will travel as records, if that is known. */
    default OptionalLong size() {
        return OptionalLong.empty();
    }

    /** Sends the content after the peer has accepted. With {@link Delivery#IN_OFFER} there is nothing left to do. */
    default void deliver(Sending sending) throws WormholeException {}

    /** Gives back what was opened; called once, on success and on failure. */
    @Override
    default void close() {}
}
