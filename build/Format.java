import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the layout of every Java, Markdown and SQL file below the current directory, or repairs it
 * when the argument is {@code apply}.
 *
 * <p>The build runs this with the JDK of the toolchain, because google-java-format parses with the
 * compiler of the JDK it runs on and Maven itself may run on one that does not know our syntax.
 */
final class Format {
  private static final Set<String> SKIPPED = Set.of("target", "node_modules", "cdk.out");
  private static final Formatter JAVA = new Formatter();

  public static void main(String[] args) throws IOException {
    boolean apply = args.length == 1 && args[0].equals("apply");
    if (!apply && !(args.length == 1 && args[0].equals("check"))) {
      System.err.println("Say format=check or format=apply.");
      System.exit(2);
    }
    List<String> complaints =
        files().parallelStream().flatMap(file -> visit(file, apply).stream()).sorted().toList();
    if (!complaints.isEmpty()) {
      complaints.forEach(System.err::println);
      System.err.println("To repair the layout: mvn -N validate -Dformat=apply");
      System.exit(1);
    }
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        Path.of(""),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            return SKIPPED.contains(name) || name.startsWith(".")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().matches(".*\\.(java|md|sql)")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static Optional<String> visit(Path file, boolean apply) {
    try {
      String found = Files.readString(file);
      String wanted =
          file.toString().endsWith(".java") ? java(found) : withoutTrailingBlanks(found);
      if (found.equals(wanted)) {
        return Optional.empty();
      }
      if (apply) {
        Files.writeString(file, wanted);
        System.out.println("formatted " + file);
        return Optional.empty();
      }
      return Optional.of(file + ":" + firstDifference(found, wanted) + ": is not formatted");
    } catch (FormatterException e) {
      return Optional.of(file + ":" + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String java(String source) throws FormatterException {
    return JAVA.formatSourceAndFixImports(source);
  }

  private static String withoutTrailingBlanks(String text) {
    return text.isBlank() ? "" : text.replaceAll("[ \\t\\r]+(?=\\n|$)", "").stripTrailing() + "\n";
  }

  private static int firstDifference(String found, String wanted) {
    List<String> left = found.lines().toList();
    List<String> right = wanted.lines().toList();
    int line = 0;
    while (line < left.size() && line < right.size() && left.get(line).equals(right.get(line))) {
      line++;
    }
    return line + 1;
  }
}
