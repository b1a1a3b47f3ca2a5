package wormhole.spi;

import java.util.List;

/** Something that {@code wormhole server} runs, such as a mailbox server or a transit relay. */
public interface HostedService {
    /** {@code [a-z][a-z0-9-]*}, unique among the loaded services. */
    String id();

    /** One line that says what it does. */
    String summary();

    /** Options it adds to {@code wormhole server}. Services that declare an equal option share it. */
    default List<Option> options() {
        return List.of();
    }

    /** Starts it; returns when it serves. */
    RunningService start(ServiceContext context) throws WormholeException;
}
