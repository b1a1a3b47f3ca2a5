package wormhole.plugin.server.websocket;

/**
 * What one endpoint bears.
 *
 * @param frameBytes the longest message that is read; a longer one ends its connection
 * @param queuedBytes how much may wait for a client that does not read before its connection is ended
 * @param connections how many there may be at once
 */
public record SocketLimits(int frameBytes, int queuedBytes, int connections) {}
