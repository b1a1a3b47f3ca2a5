package wormhole.shell.console;

import io.nayuki.qrcodegen.QrCode;

/** A QR code in letters: each stands for two modules, one above the other. */
public final class QrCodeText {
    /** The light frame that scanners need; four modules by the standard, two in practice. */
    private static final int QUIET_ZONE = 2;

    private QrCodeText() {}

    /**
     * The code for a text. On a dark terminal the light modules are drawn, on a light one the dark ones: letters are of the
     * other colour, and not every scanner reads negatives.
     */
    public static String of(String text, Background background) {
        boolean light = background == Background.DARK;
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        StringBuilder drawing = new StringBuilder();
        for (int y = -QUIET_ZONE; y < code.size + QUIET_ZONE; y += 2) {
            for (int x = -QUIET_ZONE; x < code.size + QUIET_ZONE; x++) {
                drawing.append(block(isDrawn(code, x, y, light), isDrawn(code, x, y + 1, light)));
            }
            drawing.append('\n');
        }
        return drawing.toString();
    }

    private static boolean isDrawn(QrCode code, int x, int y, boolean light) {
        return y < code.size + QUIET_ZONE && code.getModule(x, y) != light;
    }

    private static char block(boolean above, boolean below) {
        if (above) {
            return below ? '█' : '▀';
        }
        return below ? '▄' : ' ';
    }
}
