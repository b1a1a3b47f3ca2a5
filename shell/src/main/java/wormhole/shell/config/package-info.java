/**
 * Configuration files: {@link wormhole.shell.config.Configuration} holds what they say, in layers. The keys are those of
 * the options, with the command's name before them where an option belongs to a command: {@code receive.on-conflict}.
 */
@NullMarked
package wormhole.shell.config;

import org.jspecify.annotations.NullMarked;
