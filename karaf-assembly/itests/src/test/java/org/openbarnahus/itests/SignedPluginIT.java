// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Jars of others in the folder of plugins, of the assembled product: who is let in, and what they are given. */
public class SignedPluginIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String RULE = "example.first_talk";
    private static final String IMPORTS = "org.openbarnahus.core.model.casefile,org.openbarnahus.core.model.condition,"
            + "org.openbarnahus.core.model.rule,org.openbarnahus.core.model.value,org.openbarnahus.spi.rule";

    /** Name of the jar to the code of its refusal. */
    private static final Map<String, String> REFUSED = Map.of(
            "unsigned", "PLUGIN_UNSIGNED",
            "changed", "PLUGIN_CHANGED",
            "stranger", "PLUGIN_STRANGER",
            "fragment", "PLUGIN_FORBIDDEN",
            "dynamic", "PLUGIN_FORBIDDEN",
            "greedy", "PLUGIN_FORBIDDEN",
            "override", "PLUGIN_FORBIDDEN");

    private static final int CANNOT = 3;

    private final Path home;
    private final Path data;
    private final int port = Distribution.freePort();
    private final Map<Long, StepUp> nations = new HashMap<>();

    public SignedPluginIT() throws Exception {
        home = Distribution.unpack("signed");
        data = Files.createDirectories(
                home.resolveSibling("signed-data-" + ProcessHandle.current().pid()));
    }

    @Test
    public void onlyWhatSomebodyTrustedSignedRunsAndSeesNothingOfTheCore() throws Exception {
        try (Hub hub = new Hub(home, data)) {
            hub.start(port, "--demo", "--demo-cases", "5");
            layJarsOut();
            StepUp nation = nation();
            assertRefused(nation);
            Api coordinator = coordinator();
            String path = "/cases/" + Samples.id(coordinator.post("/cases", Samples.swedishCase(9, ""))) + "/deadlines";
            assertSwitched(nation, "talk", "on");
            Samples.await(SOON, () -> coordinator.get(path), a -> has(a, RULE));
            assertSwitched(nation, "talk", "off");
            Samples.await(SOON, () -> coordinator.get(path), a -> a.status() == 200 && !has(a, RULE));
            assertSwitched(nation, "talk", "on");
            JsonNode spy = assertSwitched(nation, "spy", "on");
            assertEquals(
                    "rule:example.spy.hidden0.published1",
                    spy.path("provides").get(0).stringValue());
        }
        try (Hub hub = new Hub(home, data)) {
            hub.start(port);
            Samples.await(
                    SOON,
                    () -> nation().api().get("/plugins"),
                    a -> state(a, "jar-talk").equals("on"));
            ForeignJar.spoil(data.resolve("plugins/talk.jar"));
            assertEquals("failed", state(nation().api().get("/plugins"), "jar-talk"));
        }
        try (Hub hub = new Hub(home, data)) {
            hub.start(port);
            Answer plugins = Samples.await(
                    SOON,
                    () -> nation().api().get("/plugins"),
                    a -> state(a, "jar-spy").equals("on"));
            assertEquals("refused", state(plugins, "jar-talk"));
            assertFalse(plugins.body().toString().contains("rule:" + RULE));
        }
        assertSpoiltCopyEndsTheStart();
    }

    private void assertSpoiltCopyEndsTheStart() throws Exception {
        ForeignJar.spoil(keptCopy());
        Hub hub = new Hub(home, data);
        hub.run(CANNOT, "run", "--background", "--port", Integer.toString(port));
        assertTrue(hub.said(), hub.said().contains("kept copy") && hub.said().contains("remove " + data));
    }

    /** The framework's, of a bundle of the distribution. */
    private Path keptCopy() throws Exception {
        try (Stream<Path> files = Files.walk(data.resolve("karaf/cache"))) {
            return files.filter(file -> file.endsWith("bundle.jar"))
                    .filter(file -> read(file.resolveSibling("../bundle.info")).contains("org.openbarnahus.store.jpa"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String read(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void layJarsOut() throws Exception {
        Path work = Files.createDirectories(data.resolveSibling(data.getFileName() + "-work"));
        ForeignJar maker = new ForeignJar(home, work);
        Path folder = data.resolve("plugins");
        tool("key", work.resolve("house").toString());
        tool("key", work.resolve("stranger").toString());
        Files.copy(work.resolve("house.pem"), data.resolve("etc/plugin-keys/house.pem"));
        maker.spy(folder.resolve("spy.jar"));
        for (String whole : List.of("talk", "unsigned", "changed", "stranger")) {
            maker.firstTalk(folder.resolve(whole + ".jar"), Map.of());
        }
        maker.firstTalk(folder.resolve("fragment.jar"), Map.of("Fragment-Host", "org.openbarnahus.store.jpa"));
        maker.firstTalk(folder.resolve("dynamic.jar"), Map.of("DynamicImport-Package", "*"));
        maker.firstTalk(
                folder.resolve("greedy.jar"),
                Map.of("Import-Package", IMPORTS + ",org.openbarnahus.core.service.store;resolution:=optional"));
        maker.firstTalk(
                folder.resolve("override.jar"), Map.of("Export-Package", "org.openbarnahus.spi.rule;version=9"));
        for (String signed : List.of("spy", "talk", "changed", "fragment", "dynamic", "greedy", "override")) {
            tool(
                    "sign",
                    work.resolve("house.key").toString(),
                    folder.resolve(signed + ".jar").toString());
        }
        tool(
                "sign",
                work.resolve("stranger.key").toString(),
                folder.resolve("stranger.jar").toString());
        ForeignJar.spoil(folder.resolve("changed.jar"));
    }

    private static void assertRefused(StepUp nation) throws Exception {
        JsonNode plugins = nation.api().get("/plugins").body();
        assertEquals("off", plugin(plugins, "jar-talk").path("state").stringValue());
        assertEquals("house", plugin(plugins, "jar-talk").path("signer").stringValue());
        for (Map.Entry<String, String> each : REFUSED.entrySet()) {
            JsonNode plugin = plugin(plugins, "jar-" + each.getKey());
            assertEquals(each.getKey(), "refused", plugin.path("state").stringValue());
            assertEquals(
                    each.getKey(), each.getValue(), plugin.at("/refusal/code").stringValue());
            Answer answer = nation.send("PUT", "/plugins/jar-" + each.getKey(), "{\"state\": \"on\"}");
            assertEquals(each.getKey() + answer.body(), 422, answer.status());
            assertEquals(each.getValue(), answer.code());
        }
    }

    private static JsonNode assertSwitched(StepUp nation, String jar, String state) throws Exception {
        Answer answer = nation.send("PUT", "/plugins/jar-" + jar, "{\"state\": \"" + state + "\"}");
        assertEquals(answer.body().toString(), 200, answer.status());
        assertEquals(
                answer.body().toString(), state, answer.body().path("state").stringValue());
        return answer.body();
    }

    private static boolean has(Answer deadlines, String rule) {
        return deadlines.body().toString().contains("\"" + rule + "\"");
    }

    private static String state(Answer plugins, String id) {
        return plugin(plugins.body(), id).path("state").asString("");
    }

    private static JsonNode plugin(JsonNode plugins, String id) {
        return plugins.path("plugins")
                .valueStream()
                .filter(p -> p.path("id").stringValue().equals(id))
                .findFirst()
                .orElseGet(Api.JSON::createObjectNode);
    }

    /** Signed in once for each time the product was started. */
    private StepUp nation() throws Exception {
        long process = Long.parseLong(Files.readString(data.resolve("hub.pid")).strip());
        if (!nations.containsKey(process)) {
            Demo.User user = Demo.of(data).named("se-national-admin");
            nations.put(process, new StepUp(Demo.signIn(data, port, user), user));
        }
        return nations.get(process);
    }

    private Api coordinator() throws Exception {
        return Demo.signIn(data, port, Demo.of(data).named("se-coordinator"));
    }

    private void tool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/hub").toString(), "plugin"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HUB_JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(said, 0, process.waitFor());
        assertTrue(said, said.startsWith("key ") || said.startsWith("signed "));
    }
}
