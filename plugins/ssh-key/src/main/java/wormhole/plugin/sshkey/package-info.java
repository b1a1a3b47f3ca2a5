/** Lets somebody log in: brings a public SSH key to where it opens a door. */
@NullMarked
package wormhole.plugin.sshkey;

import org.jspecify.annotations.NullMarked;
