/**
 * Codes: their form ({@link wormhole.engine.code.WormholeCode}), the words they are made of
 * ({@link wormhole.engine.code.WordList}), what people get wrong when they type them
 * ({@link wormhole.engine.code.CodeMender}), and links that hold one ({@link wormhole.engine.code.TransferUri}) with the
 * address of a server ({@link wormhole.engine.code.ServerAddress}).
 */
@NullMarked
package wormhole.engine.code;

import org.jspecify.annotations.NullMarked;
