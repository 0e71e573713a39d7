// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line. */
record Report(PrintStream out) {
    /**
     * @param baseline what the value is compared with: bare JDBC in the same run, or a limit
     * @param wanted the aim, in words
     */
    void line(String name, String unit, double value, double baseline, String wanted, String conditions)
            throws IOException {
        ObjectNode json = Api.JSON.createObjectNode()
                .put("name", name)
                .put("unit", unit)
                .put("value", round(value))
                .put("baseline", round(baseline))
                .put("ratio", round(value / baseline))
                .put("conditions", wanted + "; " + conditions + "; " + machine());
        out.println(json);
        out.flush();
    }

    static double round(double value) {
        return Double.isFinite(value) ? Double.parseDouble(String.format(Locale.ROOT, "%.3g", value)) : 0;
    }

    static String text(double value) {
        double rounded = round(value);
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String machine() throws IOException {
        String[] load = Files.readString(Path.of("/proc/loadavg")).split(" ");
        return Runtime.getRuntime().availableProcessors() + " cores shared with the load generator, load average "
                + load[0] + " / " + load[1] + ", Java " + Runtime.version().feature();
    }
}
