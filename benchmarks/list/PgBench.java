package list;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the database alone makes of the same statements, asked by one client in C. */
record PgBench(String program, Path folder, Shop shop) {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  /** Pages a second. */
  double rate(List<Statements.Statement> statements, int seconds) throws Exception {
    StringBuilder script = new StringBuilder();
    List<String> command =
        new ArrayList<>(List.of(program, "-n", "-M", "prepared", "-T", Integer.toString(seconds)));
    command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(shop.port())));
    command.addAll(List.of("-U", "postgres"));
    for (int n = 0; n < statements.size(); n++) {
      Statements.Statement statement = statements.get(n);
      script.append(statement.sql().replaceAll("\\$(\\d+)", ":v" + n + "_$1")).append(";\n");
      for (int value = 0; value < statement.values().size(); value++) {
        // A variable that is not there is null.
        String name = "v%d_%d=".formatted(n, value + 1);
        statement.values().get(value).ifPresent(it -> command.addAll(List.of("-D", name + it)));
      }
    }
    Path file = Files.writeString(folder.resolve("page.sql"), script);
    command.addAll(List.of("-f", file.toString(), "postgres"));
    return rate(command);
  }

  private static double rate(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher rate = RATE.matcher(printed);
    if (process.waitFor() != 0 || !rate.find()) {
      throw new IllegalStateException(printed);
    }
    return Double.parseDouble(rate.group(1));
  }
}
