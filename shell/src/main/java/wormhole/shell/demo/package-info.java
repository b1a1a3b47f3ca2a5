/** The main job, shown on one machine: real programs move real things through servers of their own. */
@NullMarked
package wormhole.shell.demo;

import org.jspecify.annotations.NullMarked;
