// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import java.util.List;

/**
 * Files that are no CSV whatever their name says, by the bytes that they begin with: archives, spreadsheets, pictures, documents,
 * programs. None is unpacked or looked into. The bytes were read as UTF-8, where what is not a character has become U+FFFD.
 */
final class OtherFiles {
    private static final List<String> BEGINNINGS = List.of(
            "PK\u0003\u0004", // zip, and with it xlsx, ods, docx, jar
            "PK\u0005\u0006",
            "\u001F\uFFFD", // gzip, and compress
            "BZh",
            "\uFFFD7zXZ",
            "7z\uFFFD\uFFFD'\u001C",
            "Rar!\u001A\u0007",
            "(\uFFFD/\uFFFD", // zstd
            "\uFFFDPNG\r\n",
            "GIF8",
            "\uFFFD\uFFFD\uFFFD", // jpeg
            "\uFFFD\uFFFD\u0011", // old spreadsheets and documents
            "%PDF-",
            "{\\rtf",
            "MZ\uFFFD",
            "\u007FELF",
            "<?xml",
            "<!DOCTYPE",
            "<html");

    private OtherFiles() {}

    static boolean begins(String text) {
        return BEGINNINGS.stream().anyMatch(text::startsWith);
    }
}
