package list;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The statements of each page, as the server itself logs them. */
final class Statements implements AutoCloseable {
  private static final Pattern EXECUTE = Pattern.compile("(?s)execute [^:]+: (.*)");
  private static final Pattern ABOUT_ORDERS =
      Pattern.compile("\\b(FROM|JOIN) (orders|order_line)\\b");
  private static final Pattern ABOUT_WORK =
      Pattern.compile("\\b(order_work|order_journal|outbox_head|order_feed)\\b");
  private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']++|'')*+)')");
  private static final Pattern UNTYPED = Pattern.compile("unnest\\((\\$\\d+)\\)");
  private static final int LOGGED_WITHIN_MILLIS = 200;

  private final Shop shop;

  /**
   * One of them, with {@code $1}, {@code $2} … for its values. An array is typed where the server
   * cannot tell what it is of; the driver says so beside the statement.
   */
  record Statement(String sql, List<Optional<String>> values) {

    private static Statement of(String sql, String detail) {
      List<Optional<String>> values = new ArrayList<>();
      Matcher found = VALUE.matcher(detail);
      while (found.find()) {
        values.add(Optional.ofNullable(found.group(1)).map(text -> text.replace("''", "'")));
      }
      return new Statement(UNTYPED.matcher(sql).replaceAll("unnest($1::text[])"), values);
    }
  }

  private Statements(Shop shop) {
    this.shop = shop;
  }

  /** From now on the server logs every statement. */
  static Statements listen(Shop shop) throws Exception {
    shop.execute("ALTER SYSTEM SET log_statement = 'all'");
    shop.execute("SELECT pg_reload_conf()");
    TimeUnit.MILLISECONDS.sleep(LOGGED_WITHIN_MILLIS);
    return new Statements(shop);
  }

  /** Those of one page; what works in the background is left out. */
  List<Statement> of(Case page, Host host) throws Exception {
    long begin = shop.log().toFile().length();
    page.ask(host);
    TimeUnit.MILLISECONDS.sleep(LOGGED_WITHIN_MILLIS);
    List<Statement> found = new ArrayList<>();
    for (String line : logged(begin).lines().toList()) {
      JsonNode entry = JsonMapper.shared().readTree(line);
      Matcher execute = EXECUTE.matcher(entry.path("message").asString(""));
      if (execute.matches()
          && ABOUT_ORDERS.matcher(execute.group(1)).find()
          && !ABOUT_WORK.matcher(execute.group(1)).find()) {
        found.add(Statement.of(execute.group(1), entry.path("detail").asString("")));
      }
    }
    if (found.isEmpty()) {
      throw new IllegalStateException("no statement was logged of " + page.name());
    }
    return found;
  }

  private String logged(long begin) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(shop.log().toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(log.length() - begin)];
      log.seek(begin);
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws Exception {
    shop.execute("ALTER SYSTEM RESET log_statement");
    shop.execute("SELECT pg_reload_conf()");
    TimeUnit.MILLISECONDS.sleep(LOGGED_WITHIN_MILLIS);
  }
}
