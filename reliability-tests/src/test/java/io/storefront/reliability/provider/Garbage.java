package io.storefront.reliability.provider;

import java.util.List;
import java.util.Map;

/** Answers that say neither yes nor no, whatever they look like. */
enum Garbage {
  TRUNCATED,
  NOTHING,
  HTML,
  OTHER_TYPE,
  OTHER_AMOUNT,
  OTHER_CURRENCY,
  NEGATIVE_AMOUNT,
  OTHER_KEY,
  OTHER_AUTHORIZATION,
  NO_REFERENCE,
  TWO_STATUSES,
  SOMETHING_BEHIND,
  UNKNOWN_WORD,
  HUGE,
  REDIRECT,
  TOO_MANY_REQUESTS,
  CONFLICT,
  TIMEOUT,
  TOO_EARLY,
  BAD_REQUEST;

  private static final List<Garbage> ALL = List.of(values());
  private static final int MEGABYTE = 1 << 20;

  /** An answer that is not one, made of one that was. */
  Reply of(Verdict honest) {
    String json = honest.json();
    return switch (this) {
      case TRUNCATED -> Reply.json(200, json.substring(0, json.length() - 2));
      case NOTHING -> Reply.json(200, "");
      case HTML -> new Reply(200, Map.of("Content-Type", "text/html"), "<html>200 OK</html>");
      case OTHER_TYPE -> new Reply(200, Map.of("Content-Type", "text/plain"), json);
      case OTHER_AMOUNT -> Reply.json(200, json.replaceAll("\"amount\":\"(\\w+) ", "$09"));
      case OTHER_CURRENCY ->
          Reply.json(200, json.replaceAll("\"amount\":\"\\w+", "\"amount\":\"XTS"));
      case NEGATIVE_AMOUNT -> Reply.json(200, json.replaceAll("\"amount\":\"(\\w+) ", "$0-"));
      case OTHER_KEY -> Reply.json(200, json.replace("\"key\":\"", "\"key\":\"x"));
      case OTHER_AUTHORIZATION -> Reply.json(200, json.replace("\"of\":\"", "\"of\":\"x"));
      case NO_REFERENCE ->
          Reply.json(200, json.replaceAll("\"reference\":\"[^\"]*\"", "\"reference\":\"\""));
      case TWO_STATUSES -> Reply.json(200, json.replace("{", "{\"status\":\"DECLINED\","));
      case SOMETHING_BEHIND -> Reply.json(200, json + json);
      case UNKNOWN_WORD -> Reply.json(200, json.replaceAll("APPROVED|DECLINED", "MAYBE"));
      case HUGE -> Reply.json(200, json + " ".repeat(MEGABYTE));
      case REDIRECT -> new Reply(302, Map.of("Location", "http://169.254.169.254/"), "");
      case TOO_MANY_REQUESTS -> Reply.json(429, json);
      case CONFLICT -> Reply.json(409, json);
      case TIMEOUT -> Reply.json(408, json);
      case TOO_EARLY -> Reply.json(425, json);
      case BAD_REQUEST -> Reply.json(400, json);
    };
  }

  /** Another one each time. */
  static Garbage any(long number) {
    return ALL.get((int) (number % ALL.size()));
  }
}
