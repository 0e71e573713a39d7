// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.command.FirstAdministrator;

public class SetupServletTest {
    private final FakeAccounts accounts = new FakeAccounts();
    private final SetupServlet page = new SetupServlet(accounts, false);

    @Before
    public void nobodyYet() {
        accounts.waits = true;
    }

    private Web get() throws IOException {
        Web web = new Web("GET", "/setup");
        page.doGet(web.request(), web.response());
        return web;
    }

    private Web post(String again) throws IOException {
        Web shown = get();
        Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(shown.text());
        String value = token.find() ? token.group(1) : "";
        Web web = new Web("POST", "/setup")
                .parameter("token", value)
                .parameter("code", "ABCD-EFGH")
                .parameter("serviceName", "Barnahus Linköping")
                .parameter("serviceCode", "lkp")
                .parameter("country", "SE")
                .parameter("username", "anna")
                .parameter("password", "jag cyklar till skogen")
                .parameter("again", again);
        shown.given.stream()
                .filter(cookie -> cookie.getName().equals(FormGuard.COOKIE))
                .forEach(web.cookies::add);
        page.doPost(web.request(), web.response());
        return web;
    }

    @Test
    public void theFormMakesTheFirstAdministratorAndShowsTheSecondFactorOnce() throws IOException {
        Web web = post("jag cyklar till skogen");
        assertEquals(200, web.status);
        assertEquals(
                new FirstAdministrator(
                        "ABCD-EFGH", "LKP", "Barnahus Linköping", "SE", "anna", "jag cyklar till skogen"),
                accounts.first);
        String html = web.text();
        assertTrue(
                html, html.contains("ABCD EFGH IJKL") && html.contains("<svg") && html.contains("href=\"/sign-in\""));
        assertTrue(html, html.contains("otpauth://totp/OpenBarnahus%20SE-LKP:anna?secret="));
        assertFalse(html, html.contains("<script") || html.contains("style=\"") || html.contains("?lang="));
    }

    @Test
    public void passwordsThatDifferAreNotTried() throws IOException {
        Web web = post("jag cyklar till staden");
        assertEquals(422, web.status);
        assertNull(accounts.first);
        assertTrue(web.text(), web.text().contains("id=\"again-error\">The two passwords differ."));
        assertFalse(web.text(), web.text().contains("skogen"));
    }

    @Test
    public void everyProblemStandsAtItsFieldAndWhatWasTypedStays() throws IOException {
        accounts.refusals = List.of(
                Problem.at(ErrorCode.SETUP_CODE, "code"),
                Problem.at(ErrorCode.PASSWORD_GUESSABLE, "password"),
                Problem.at(ErrorCode.UNKNOWN_CODE, "country"));
        Web web = post("jag cyklar till skogen");
        assertEquals(422, web.status);
        String html = web.text();
        assertTrue(html, html.contains("role=\"alert\""));
        for (String field : List.of("code", "password", "country")) {
            assertTrue(html, html.contains("id=\"" + field + "-error\""));
        }
        assertTrue(html, html.contains("aria-describedby=\"password-hint password-error\" aria-invalid=\"true\""));
        assertTrue(html, html.contains("value=\"Barnahus Linköping\"") && html.contains("value=\"SE\" selected"));
        assertFalse(html, html.contains("skogen"));
    }

    @Test
    public void afterwardsThePageIsNoMore() throws IOException {
        accounts.waits = false;
        assertEquals(404, get().status);
        assertFalse(get().text().contains("<form"));
        assertEquals(403, post("jag cyklar till skogen").status);
        assertNull(accounts.first);
    }

    @Test
    public void theQrCodeCanBeRead() throws ReaderException {
        String uri = "otpauth://totp/OpenBarnahus%20SE-LKP:anna?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        assertEquals(
                uri,
                new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(picture(uri))))
                        .getText());
    }

    /** The SVG's path as a picture with eight dots a module. */
    private static LuminanceSource picture(String text) {
        String svg = QrCode.svg(text, "x");
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertTrue(box.find());
        int size = Integer.parseInt(box.group(1)) * 8;
        byte[] light = new byte[size * size];
        Arrays.fill(light, (byte) 255);
        Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (module.find()) {
            for (int dot = 0; dot < 64; dot++) {
                int x = Integer.parseInt(module.group(1)) * 8 + dot % 8;
                int y = Integer.parseInt(module.group(2)) * 8 + dot / 8;
                light[y * size + x] = 0;
            }
        }
        return new LuminanceSource(size, size) {
            @Override
            public byte[] getRow(int y, byte[] row) {
                return Arrays.copyOfRange(light, y * size, (y + 1) * size);
            }

            @Override
            public byte[] getMatrix() {
                return light;
            }
        };
    }
}
