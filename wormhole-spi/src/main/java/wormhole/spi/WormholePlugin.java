package wormhole.spi;

import java.util.List;

/**
 * The one interface a plugin implements and names for the {@link java.util.ServiceLoader}. Every ability is a list that is
 * empty by default, so a plugin overrides only what it adds.
 *
 * <p>The lists are read once, right after construction, on the thread that loads plugins; construction and these methods
 * must be quick and must not do I/O. What they return is remembered until the jar changes, and the plugin is then made only
 * when something of it is used. A plugin that is not ready after 5 seconds is left out, from then on without a wait,
 * until its jar changes. Texts for people are shortened and made harmless where they are shown.
 */
public interface WormholePlugin {
    /** The plugin's name, {@code [a-z][a-z0-9-]*}, unique among the loaded plugins. */
    String id();

    /** One line that says what the plugin is for. */
    default String description() {
        return "";
    }

    /** Kinds of things that can be sent and received within the file transfer application. */
    default List<OfferType> offerTypes() {
        return List.of();
    }

    /** Conversations of their own, each with its own application id. */
    default List<Application> applications() {
        return List.of();
    }

    /** Ways for bulk data to travel between the two sides. */
    default List<TransitMethod> transitMethods() {
        return List.of();
    }

    /** Services that {@code wormhole server} runs. */
    default List<HostedService> hostedServices() {
        return List.of();
    }

    /** New verbs, usable in one-shot commands, in the shell and in scripts. */
    default List<Command> commands() {
        return List.of();
    }
}
