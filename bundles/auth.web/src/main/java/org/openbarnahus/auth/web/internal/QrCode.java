// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A text as a QR code, drawn as one SVG path: no image request, no script. */
final class QrCode {
    private static final int QUIET = 4;

    private QrCode() {}

    /**
     * @param label says what it is to those who do not see it; HTML-safe
     */
    static String svg(String text, String label) {
        ByteMatrix modules = modules(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        int size = modules.getWidth() + 2 * QUIET;
        return "<svg class=\"qr\" role=\"img\" aria-label=\"" + label + "\" viewBox=\"0 0 " + size + " " + size
                + "\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "H0z\"/><path fill=\"#000\" d=\"" + path
                + "\"/></svg>";
    }

    static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("too long for a QR code", e);
        }
    }
}
