// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ops4j.pax.exam.Option;

/** The distribution under test: as Pax Exam options, or unpacked for its own hub script. */
final class Distribution {
    private static final String LOG = "etc/org.ops4j.pax.logging.cfg";
    private static final String MAVEN = "etc/org.ops4j.pax.url.mvn.cfg";
    private static final String PLUGINS = "etc/org.openbarnahus.plugins.cfg";
    private static final String SITE = "etc/org.openbarnahus.site.cfg";
    private static final String WEB = "etc/org.openbarnahus.auth.web.cfg";

    private Distribution() {}

    /** What every test class that runs inside the container returns from its {@code @Configuration} method. */
    static Option options() {
        String karaf = System.getProperty("karaf.version");
        return composite(
                karafDistributionConfiguration()
                        .frameworkUrl(archive().toUri().toString())
                        .name("OpenBarnahus")
                        .unpackDirectory(new File("target/exam"))
                        .useDeployFolder(false),
                keepRuntimeFolder(),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                // Pax Exam starts Java itself, in the unpacked directory: what the hub script gives must be given here
                vmOptions(
                        "-Xmx512m",
                        "--add-reads=java.xml=java.logging",
                        "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                        "--patch-module",
                        "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + karaf + ".jar",
                        "--patch-module",
                        "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + karaf + ".jar"),
                vmOptions(
                        Runtime.version().feature() < 24
                                ? new String[] {"-Djava.security.manager=allow"}
                                : new String[] {
                                    "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"
                                }),
                // the product fetches nothing; Pax Exam's own bundles come from the build's local repository
                editConfigurationFilePut(MAVEN, "org.ops4j.pax.url.mvn.localRepository", localRepository()),
                // which are not the distribution's
                editConfigurationFilePut(PLUGINS, "development", "true"),
                // says which bundles it stops and refreshes
                editConfigurationFilePut(LOG, "log4j2.logger.features.name", "org.apache.karaf.features"),
                editConfigurationFilePut(LOG, "log4j2.logger.features.level", "INFO"),
                editConfigurationFilePut(WEB, "port", Integer.toString(freePort())),
                // without the law of a country there are no cases
                editConfigurationFilePut(SITE, "country", "SE,NO"));
    }

    /** Where the state lies while a test runs inside the container. */
    static Path stateInContainer() {
        return Path.of(System.getProperty("openbarnahus.data"));
    }

    /** Unpacks into {@code target/}, anew. */
    static Path unpack(String name) throws IOException, InterruptedException {
        Path home = Path.of("target", name).toAbsolutePath();
        run("rm", "-rf", home.toString());
        Files.createDirectories(home);
        run("tar", "xzf", archive().toString(), "-C", home.toString(), "--strip-components=1");
        return home;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path archive() {
        return Path.of(System.getProperty("distribution")).normalize();
    }

    private static String localRepository() {
        return System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
    }
}
