package wormhole.shell.console;

import wormhole.engine.code.TransferUri;

/** How people are told a code. */
@FunctionalInterface
public interface CodeAnnouncement {
    /** For a code that the person knows already. */
    CodeAnnouncement NOTHING = (code, link) -> "";

    CodeAnnouncement CODE_ONLY = (code, link) -> "Wormhole code is: " + code;

    /**
     * What is said; empty for nothing.
     *
     * @param link the same for apps that open links; empty if there is none
     */
    String of(String code, String link);

    /** The code, and what the other person has to do with it: a code that would be mended there goes as a link. */
    static CodeAnnouncement withCommand(String command) {
        return (code, link) -> CODE_ONLY.of(code, link)
                + "\nOn the other computer, please run: " + command + " "
                + (CodeQuestion.wouldMend(code) ? TransferUri.exactly(code) : code)
                + (link.isEmpty() ? "" : "\nOr open there: " + link);
    }

    /** The same below a QR code, which an app on a phone reads. */
    default CodeAnnouncement withQrCode(Background background) {
        return (code, link) -> (link.isEmpty() ? "" : QrCodeText.of(link, background)) + of(code, link);
    }
}
