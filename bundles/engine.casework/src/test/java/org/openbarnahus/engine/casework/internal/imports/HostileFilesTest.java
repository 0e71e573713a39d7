// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import static org.junit.Assert.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.service.ImportService;
import org.openbarnahus.core.service.command.ImportCases;
import org.openbarnahus.core.service.query.ImportReport;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.engine.casework.fake.House;

public class HostileFilesTest {
    private static final String HEAD = "reference,case_date,sex,suspicion,suspects,has_led_to_prosecution\n";
    private final House house = new House();
    private final ImportService imports = new Imports(
            () -> Set.of("SE"),
            house.gates,
            house.gates,
            house.gates,
            house.gates,
            house.store,
            house.site,
            house.time,
            house.pace);

    @Test
    public void hostileFilesAreRefusedWithoutHarm() {
        assertEquals(List.of("cases 2  IMPORT_ROW"), lines(check(HEAD + "a,2026-05-01,\uFFFD,,,\n", "")));
        assertEquals(
                "IMPORT_ROW",
                check(HEAD + "a,\"2026-05-01,female\n", "")
                        .problems()
                        .getFirst()
                        .problem()
                        .code()
                        .name());
        assertEquals(List.of("cases 1  IMPORT_ROW"), lines(check("", "")));
        assertEquals(List.of("cases 1  TOO_MANY"), lines(check("x,".repeat(2000), "")));
        assertEquals(
                ErrorCode.BODY_TOO_LARGE,
                ((Outcome.Refused<ImportReport>) imports.check(
                                House.coordinator(), new ImportCases("x".repeat(21 * 1024 * 1024), "", false)))
                        .problems()
                        .getFirst()
                        .code());
        ImportReport huge = check(
                HEAD + "a,2026-05-01,female,,,\n",
                "reference,type,date,note\na,forensic_interview,2026-05-02," + "x".repeat(10_000_000) + "\n");
        assertEquals(List.of("timeline 2 note TOO_LONG"), lines(huge));
        ImportReport bidi = check(
                HEAD + "a,2026-05-01,female,,,\n",
                "reference,type,date,note\na,forensic_interview,2026-05-02,x\u202Ey\na,forensic_interview,2026-05-02,x\u0000y\n");
        assertEquals(
                List.of("timeline 2 note FORBIDDEN_CHARACTER", "timeline 3 note FORBIDDEN_CHARACTER"), lines(bidi));
    }

    @Test
    public void whatIsWrongWithAFileIsSaidInTheReadersLanguage() {
        assertEquals(
                "Linjen kan ikke leses: den er ikke UTF-8; lagre filen som «CSV UTF-8».",
                reason(HEAD + "a,2026-05-01,\uFFFD,,,\n"));
        assertEquals(
                "Linjen kan ikke leses: anførselstegnene stemmer ikke overens.",
                reason(HEAD + "a,\"2026-05-01,female\n"));
        assertEquals("Linjen kan ikke leses: filen er tom.", reason(""));
        assertEquals(
                "Linjen kan ikke leses: den har flere celler enn det er kolonner.",
                reason("case_date,sex\n2026-05-01,female,extra\n"));
    }

    /** Archives would have to be unpacked, pictures to be measured: none is looked into, whatever its name ends with. */
    @Test
    public void whatIsNoCsvIsRefusedByItsFirstBytes() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("zip, and so xlsx", zip());
        files.put("gzip", gzip());
        files.put("png", HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"));
        files.put("jpeg", HexFormat.of().parseHex("ffd8ffe000104a46494600"));
        files.put("gif", "GIF89a".getBytes(StandardCharsets.US_ASCII));
        files.put("xls", HexFormat.of().parseHex("d0cf11e0a1b11ae1"));
        files.put("pdf", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        files.put("7z", HexFormat.of().parseHex("377abcaf271c0004"));
        files.put("xz", HexFormat.of().parseHex("fd377a585a0000"));
        files.put("zstd", HexFormat.of().parseHex("28b52ffd0458"));
        files.put("xml", "<?xml version=\"1.0\"?><a/>".getBytes(StandardCharsets.US_ASCII));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            assertEquals(
                    file.getKey(),
                    "Linjen kan ikke leses: dette er ingen CSV-fil; lagre regnearket som «CSV UTF-8», ikke pakket.",
                    reason(text));
            assertEquals(
                    file.getKey(),
                    List.of("timeline 1  IMPORT_ROW"),
                    lines(check(HEAD + "a,,,,,\n", text)).stream()
                            .filter(line -> line.startsWith("timeline"))
                            .toList());
        }
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(new byte[1_000_000]);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[1_000_000]);
        }
        return bytes.toByteArray();
    }

    private String reason(String cases) {
        return ErrorTexts.message(check(cases, "").problems().getFirst().problem(), Locale.forLanguageTag("nb"));
    }

    @Test
    public void tooManyCasesAreRefusedAsAWhole() {
        StringBuilder cases = new StringBuilder("case_date,sex\n");
        for (int i = 0; i < 5_001; i++) {
            cases.append("2026-05-01,female\n");
        }

        assertEquals(List.of("cases 5002  TOO_MANY"), lines(check(cases.toString(), "")));
    }

    private ImportReport check(String cases, String timeline) {
        return imports.check(House.coordinator(), new ImportCases(cases, timeline, false))
                .orElseThrow();
    }

    private static List<String> lines(ImportReport report) {
        return report.problems().stream()
                .map(p -> p.file() + " " + p.line() + " " + p.column() + " "
                        + p.problem().code())
                .toList();
    }

    @Test
    public void aCellOfSeparatorsIsRefusedAndNotAFailure() {
        assertEquals(
                List.of("cases 2 suspicion WRONG_TYPE", "cases 2 suspects WRONG_TYPE"),
                lines(check(HEAD + "a,2026-05-01,female,|,||,\n", "")));
    }
}
