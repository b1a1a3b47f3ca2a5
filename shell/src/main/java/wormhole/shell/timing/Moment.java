package wormhole.shell.timing;

/**
 * Something that happened, or went on for a while.
 *
 * @param name of the event
 * @param detail more about it, for people; empty if there is nothing to say
 * @param start in seconds since the command began
 * @param stop the same as the start for what took no time
 */
record Moment(String name, String detail, double start, double stop) {}
