// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code hub admin}: {@code AdminClient [--data DIR] COMMAND [--option value]…}. What is missing is asked for at the
 * terminal, or read from standard input line by line in the order of the list; a password never stands on the command
 * line. Exit codes: 0 done, 2 wrong usage or refused, 3 the product does not run or cannot do it now.
 */
final class AdminClient {
    private static final String USAGE = """
            usage: hub admin [--data DIR] COMMAND
              status                what the installation consists of
              doctor                whether it is well
              first-administrator   [--code C --service-name N --service-code LKP --country SE --username U]
              service-add           [--service-code OSL --service-name N --country NO] one more Barnahus (PostgreSQL)
              users                 [--service SE-LKP]
              requests              [--service SE-LKP] changes of accounts that wait for a second person
              request-confirm       --request ID [--service SE-LKP] be the second person, where a house has nobody else
              audit-check           whether the audit trail agrees with its signed checkpoints
              audit-dump            writes the audit trail with all that a verifier needs
              backup                [--to DIR] all tables and settings, encrypted, while people work; keys are not in it
              keys-rotate           [--service SE-LKP | --root | --site] a new key for a house, a new root key, or new keys for
                                    account secrets and backups
              keys-status           how far that is, where the root key is, what can be taken away, what should be renewed
              drill                 --file FILE restores a backup for a trial, beside the running product
              restore               FILE into a new data directory that holds nothing but the keys folder
              audit-verify          DUMP.jsonl CHECKPOINTS.jsonl PUBLIC-KEY.pem, needs no running product
              user-add              [--service SE-LKP --agency police --roles practitioner,… --username U] shows a
                                    one-time code for the owner; --with-password in a demonstration only
            Passwords, and what is missing, are asked for or read from standard input, one a line.""";
    private static final String PASSWORD = "password";
    private static final String WITH_PASSWORD = "with-password";
    /** What each command cannot do without, in the order in which it is asked. */
    private static final Map<String, List<String>> NEEDED = Map.ofEntries(
            Map.entry("status", List.of()),
            Map.entry("doctor", List.of()),
            Map.entry("service-add", List.of("service-code", "service-name", "country")),
            Map.entry("users", List.of()),
            Map.entry("requests", List.of()),
            Map.entry("request-confirm", List.of("request")),
            Map.entry("audit-check", List.of()),
            Map.entry("audit-dump", List.of()),
            Map.entry("backup", List.of()),
            Map.entry("drill", List.of("file")),
            Map.entry("keys-rotate", List.of()),
            Map.entry("keys-status", List.of()),
            Map.entry(
                    "first-administrator",
                    List.of("code", "service-name", "service-code", "country", "username", PASSWORD)),
            Map.entry("user-add", List.of("roles", "username")));
    /** They are of this terminal's directory, the product runs in another. */
    private static final Set<String> PATHS = Set.of("to", "file");
    /** They stand alone. */
    private static final Set<String> FLAGS = Set.of("--root", "--site", "--" + WITH_PASSWORD);

    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;

    AdminClient(BufferedReader in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.exit(new AdminClient(in, System.out, System.err).run(arguments));
    }

    int run(String... arguments) throws IOException {
        Map<String, String> request = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            if (FLAGS.contains(arguments[i])) {
                request.put(arguments[i].substring(2), "yes");
                continue;
            }
            boolean option = arguments[i].startsWith("--");
            if (option
                    ? i + 1 == arguments.length || arguments[i].equals("--password")
                    : request.containsKey("command")) {
                return wrong();
            }
            request.put(option ? arguments[i].substring(2) : "command", arguments[option ? ++i : i]);
        }
        Path data = Path.of(
                request.containsKey("data") ? request.remove("data") : System.getProperty("openbarnahus.data", "data"));
        List<String> needed = NEEDED.get(request.getOrDefault("command", ""));
        if (needed == null) {
            return wrong();
        }
        Path socket = data.toAbsolutePath().resolve(AdminSocket.FILE);
        if (!Files.exists(socket)) {
            err.println(
                    "The product does not run with the data directory " + data + ". Start it: hub run --data " + data);
            return Reply.CANNOT;
        }
        for (String name : needed) {
            if (!request.containsKey(name)) {
                request.put(name, ask(name));
            }
        }
        if (request.containsKey(WITH_PASSWORD)) {
            request.put(PASSWORD, ask(PASSWORD));
        }
        request.replaceAll((name, value) ->
                PATHS.contains(name) ? Path.of(value).toAbsolutePath().toString() : value);
        return send(socket, request);
    }

    private int send(Path socket, Map<String, String> request) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            AdminSocket.write(channel, Line.write(request));
            Reply reply = Reply.of(AdminSocket.readLine(Channels.newReader(channel, StandardCharsets.UTF_8)));
            (reply.exit() == Reply.DONE ? out : err).println(reply.text());
            return reply.exit();
        } catch (IOException | RuntimeException e) {
            err.println("The product does not answer at " + socket + ". Is it starting, or are you another user?");
            return Reply.CANNOT;
        }
    }

    private int wrong() {
        err.println(USAGE);
        return Reply.WRONG;
    }

    private String ask(String name) throws IOException {
        // Java 22 to 24 would otherwise call a pipe a console
        System.setProperty("jdk.console", "java.base");
        Console console = System.console();
        if (console != null) {
            if (name.equals(PASSWORD)) {
                char[] secret = console.readPassword("%s: ", name);
                return secret == null ? "" : new String(secret);
            }
            String typed = console.readLine("%s: ", name);
            return typed == null ? "" : typed;
        }
        String line = in.readLine();
        return line == null ? "" : line;
    }
}
