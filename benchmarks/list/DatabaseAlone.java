package list;

import common.Pgbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the database alone makes of the same statements, asked by one client in C. */
record DatabaseAlone(Pgbench program, Path folder, Shop shop) {
  /** Pages a second. */
  double rate(List<Statements.Statement> statements, int seconds) throws Exception {
    StringBuilder script = new StringBuilder();
    List<String> command = program.command(shop.port(), Shop.USER);
    command.add("--time=" + seconds);
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
    command.addAll(List.of("--file=" + file, "postgres"));
    return Pgbench.perSecond(command, Map.of());
  }
}
