/**
 * Keys and what is done with them: {@link wormhole.engine.crypto.Spake2} turns a code into a
 * {@link wormhole.engine.crypto.SharedKey}, from which all other keys are derived; each kind of key is a class of its own,
 * cannot be printed, and offers only what that kind of key is for.
 *
 * <p>Field arithmetic, the stream cipher, the authenticator and HKDF are Bouncy Castle's. What is built on them here is
 * free of branches and table look-ups that depend on secrets, except where a comment says why it may.
 */
@NullMarked
package wormhole.engine.crypto;

import org.jspecify.annotations.NullMarked;
