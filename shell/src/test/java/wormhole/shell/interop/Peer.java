package wormhole.shell.interop;

import java.util.List;
import java.util.Set;

/** An implementation of the client, as command lines. */
interface Peer {

    /** Its language and version. */
    String title();

    /** The command that sends; {@code what} is its own way to name a text or a path, after any options. */
    List<String> send(Site site, Route route, List<String> what);

    /** The command that receives, asking before it takes a file unless {@link #accepting} stands in the options. */
    List<String> receive(Site site, Route route, List<String> options, String code);

    /** The options with which it receives files unasked. */
    List<String> accepting();

    /** What to type so that it receives a file, if it has no option for that. */
    default String consent() {
        return "";
    }

    /** What sets apart what it sends. */
    Set<Quirk> quirksWhenSending(Content content);

    /** What sets apart what it makes of a perfect sender's content. */
    Set<Quirk> quirksWhenReceiving(Content content);

    /** Whether it can refuse direct connections on its own account, both made and taken. */
    boolean forcesRelay();

    /** Whether it can refuse to be connected to, but not to connect. */
    default boolean stopsListening() {
        return forcesRelay();
    }
}
