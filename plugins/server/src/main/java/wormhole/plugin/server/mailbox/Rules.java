package wormhole.plugin.server.mailbox;

/**
 * What the operator of a mailbox server decided.
 *
 * @param welcome what every client is told first
 * @param listAllowed whether clients may hear which nameplates are in use
 * @param limits how much they may ask for
 * @param permission when they have to prove some work
 */
public record Rules(WelcomeText welcome, boolean listAllowed, Limits limits, PermissionPolicy permission) {}
