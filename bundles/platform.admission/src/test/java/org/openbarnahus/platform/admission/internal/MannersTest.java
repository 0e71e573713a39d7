// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission.internal;

import static org.junit.Assert.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class MannersTest {
    private static final Map<String, String> GOOD = Map.of(
            "Bundle-ManifestVersion", "2",
            "Bundle-SymbolicName", "org.example.rule;singleton:=true",
            "Import-Package", "org.openbarnahus.spi.rule;version=\"[1,2)\",org.openbarnahus.core.model.rule",
            "Require-Capability", "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.3))\"",
            "Provide-Capability", "osgi.service;objectClass:List<String>=\"a,b\"");

    @Test
    public void aRuleThatImportsWhatIsPublishedMayRun() {
        assertEquals(Optional.empty(), Manners.bad(GOOD::get));
    }

    @Test
    public void reachingIntoOthersIsRefusedByItsHeader() {
        for (String header : List.of(
                "Fragment-Host",
                "DynamicImport-Package",
                "Require-Bundle",
                "Bundle-NativeCode",
                "Export-Package",
                "Bundle-Activator")) {
            assertEquals(Optional.of(header), with(header, "org.openbarnahus.spi"));
        }
    }

    @Test
    public void nothingElseMayBeImportedNotEvenOptionallyOrBehindQuotes() {
        for (String hidden : List.of(
                "org.openbarnahus.core.service.store",
                "org.openbarnahus.core.security",
                "org.openbarnahus.spirit",
                "org.openbarnahus.platform.admission",
                "org.osgi.framework",
                "org.osgi.service.cm",
                "org.slf4j.spi",
                "jakarta.servlet.http",
                "com.vaadin.flow.server",
                "sun.misc")) {
            assertEquals(Optional.of("Import-Package: " + hidden), with("Import-Package", hidden));
            assertEquals(
                    Optional.of("Import-Package: " + hidden),
                    with("Import-Package", "org.slf4j;version=\"[1,2)\";x=\";,\"," + hidden + ";resolution:=optional"));
            assertEquals(Optional.of("Import-Package: " + hidden), with("Import-Package", "org.slf4j ; " + hidden));
        }
        assertEquals(Optional.of("Import-Package"), with("Import-Package", "org.slf4j;x=\\\",org.osgi.framework,\""));
    }

    @Test
    public void otherCapabilitiesOurNamesAndOldManifestsAreRefused() {
        assertEquals(
                Optional.of("Require-Capability: osgi.wiring.package"),
                with("Require-Capability", "osgi.wiring.package"));
        assertEquals(Optional.of("Provide-Capability: osgi.extender"), with("Provide-Capability", "osgi.extender"));
        assertEquals(
                Optional.of("Bundle-SymbolicName: org.openbarnahus.store.jpa"),
                with("Bundle-SymbolicName", "org.openbarnahus.store.jpa"));
        assertEquals(Optional.of("Bundle-ManifestVersion"), with("Bundle-ManifestVersion", "1"));
    }

    private static Optional<String> with(String header, String value) {
        Map<String, String> headers = new HashMap<>(GOOD);
        headers.put(header, value);
        return Manners.bad(headers::get);
    }
}
