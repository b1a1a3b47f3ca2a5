package wormhole.shell.console;

import io.nayuki.qrcodegen.QrCode;

/** A QR code in letters: each stands for two modules, one above the other. */
public final class QrCodeText {
    /** The light frame that scanners need; four modules by the standard, two in practice. */
    private static final int QUIET_ZONE = 2;

    private QrCodeText() {}

    /** Light modules are drawn, dark ones are left, as fits the usual dark terminal; scanners read both. */
    public static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        StringBuilder drawing = new StringBuilder();
        for (int y = -QUIET_ZONE; y < code.size + QUIET_ZONE; y += 2) {
            for (int x = -QUIET_ZONE; x < code.size + QUIET_ZONE; x++) {
                drawing.append(block(!code.getModule(x, y), isLight(code, x, y + 1)));
            }
            drawing.append('\n');
        }
        return drawing.toString();
    }

    private static boolean isLight(QrCode code, int x, int y) {
        return y < code.size + QUIET_ZONE && !code.getModule(x, y);
    }

    private static char block(boolean above, boolean below) {
        if (above) {
            return below ? '█' : '▀';
        }
        return below ? '▄' : ' ';
    }
}
