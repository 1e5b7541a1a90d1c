package io.storefront.adapters.postgres;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * How each connection is made: our settings, where the URL does not say otherwise.
 *
 * @param url without its start-up options, which are among the properties
 */
record ConnectionSettings(String url, Properties properties, String ownOptions) {
  private static final String TIMEOUTS =
      "-c statement_timeout=3s -c lock_timeout=2s -c idle_in_transaction_session_timeout=5s";

  private static final Map<PGProperty, String> OURS =
      Map.of(
          PGProperty.APPLICATION_NAME, "oms",
          PGProperty.CONNECT_TIMEOUT, "3",
          PGProperty.LOGIN_TIMEOUT, "5",
          PGProperty.SOCKET_TIMEOUT, "10",
          // Of several hosts a silent one must leave time for the next.
          PGProperty.SSL_RESPONSE_TIMEOUT, "2000",
          PGProperty.CANCEL_SIGNAL_TIMEOUT, "2",
          PGProperty.TCP_KEEP_ALIVE, "true",
          PGProperty.LOG_SERVER_ERROR_DETAIL, "false");

  private static final Pattern OPTIONS = Pattern.compile("(?<=[?&])options=[^&]*&?");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

  /**
   * The URL wins; start-up options are joined, the URL's last, so that they win as well. Empty ones
   * in the URL mean none at all: RDS Proxy lets nobody in who brings any.
   */
  static ConnectionSettings of(String jdbcUrl) {
    Properties inUrl = Driver.parseURL(jdbcUrl, null);
    if (inUrl == null) {
      throw new IllegalArgumentException("jdbcUrl is not one of PostgreSQL's");
    }
    Optional<String> inOptions =
        Optional.ofNullable(inUrl.getProperty(PGProperty.OPTIONS.getName()));
    String ownOptions = inOptions.orElse("");
    Properties properties = new Properties();
    if (!inOptions.equals(Optional.of(""))) {
      properties.setProperty(PGProperty.OPTIONS.getName(), (TIMEOUTS + " " + ownOptions).strip());
    }
    if (!isLoopback(inUrl.getProperty(PGProperty.PG_HOST.getName(), "localhost"))) {
      setUnlessInUrl(properties, inUrl, PGProperty.SSL_MODE, "verify-full");
    }
    OURS.forEach((property, value) -> setUnlessInUrl(properties, inUrl, property, value));
    return new ConnectionSettings(OPTIONS.matcher(jdbcUrl).replaceAll(""), properties, ownOptions);
  }

  /** The same for work that may take long. */
  Properties withoutTimeouts() {
    Properties patient = new Properties();
    patient.putAll(properties);
    patient.remove(PGProperty.OPTIONS.getName());
    if (!ownOptions.isEmpty()) {
      patient.setProperty(PGProperty.OPTIONS.getName(), ownOptions);
    }
    patient.setProperty(PGProperty.SOCKET_TIMEOUT.getName(), "0");
    return patient;
  }

  private static void setUnlessInUrl(
      Properties properties, Properties inUrl, PGProperty property, String value) {
    if (!inUrl.containsKey(property.getName())) {
      properties.setProperty(property.getName(), value);
    }
  }

  private static boolean isLoopback(String hosts) {
    return List.of(hosts.split(",")).stream().allMatch(host -> LOOPBACK.matcher(host).matches());
  }
}
