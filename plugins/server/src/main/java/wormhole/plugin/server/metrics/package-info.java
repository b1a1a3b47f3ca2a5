/** What an operator can watch: figures for Prometheus, a health check, and a page for people. */
@NullMarked
package wormhole.plugin.server.metrics;

import org.jspecify.annotations.NullMarked;
