package wormhole.engine;

import java.util.SortedSet;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * Helps a person to type a code. The nameplate is claimed as soon as it is chosen, so choose it only when it is certain.
 * May be used from any thread; calls out of order fail with {@link ErrorCode#MUST_CHOOSE_NAMEPLATE_FIRST},
 * {@link ErrorCode#ALREADY_CHOSE_NAMEPLATE} or {@link ErrorCode#ALREADY_CHOSE_WORDS}.
 */
public interface CodeInput {
    /** Asks the server again which nameplates are in use. */
    void refreshNameplates() throws WormholeException;

    /** What the digits typed so far can become, each with a hyphen at its end; empty until the server has told. */
    SortedSet<String> nameplateCompletions(String typed) throws WormholeException;

    /** Chooses and claims a nameplate of 1 to 40 ASCII digits. */
    void chooseNameplate(String nameplate) throws WormholeException;

    /** What the words typed so far can become, whole texts. */
    SortedSet<String> wordCompletions(String typed) throws WormholeException;

    /** Completes the code. */
    void chooseWords(String words) throws WormholeException;
}
