package io.storefront.reliability.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A payment provider in a process of its own, and what its operator may ask it. Thread-safe. */
public final class ProviderProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final URI address;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private ProviderProcess(Process process, int port) {
    this.process = process;
    this.address = URI.create("http://127.0.0.1:" + port + "/");
  }

  /** Starts one; returns when it listens. */
  public static ProviderProcess start() {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            Provider.class.getName());
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      BufferedReader told =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      return new ProviderProcess(process, Integer.parseInt(told.readLine()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it takes requests. */
  public URI address() {
    return address;
  }

  /** From now on it behaves towards everything of this run. */
  public void heal(String run) {
    tell("heal?run=" + run);
  }

  /** How many requests of this run it will still do something about. */
  public int late(String run) {
    return Integer.parseInt(tell("late?run=" + run));
  }

  /** What it has done for these orders, oldest first. */
  public List<Effect> ledger(Collection<String> orders) {
    return tell("ledger?run=" + String.join(",", orders)).lines().map(Effect::of).toList();
  }

  /** How often it behaved how. */
  public Map<Mode, Long> modes() {
    Map<Mode, Long> modes = new EnumMap<>(Mode.class);
    tell("modes")
        .lines()
        .map(line -> line.split("\\|"))
        .forEach(pair -> modes.put(Mode.valueOf(pair[0]), Long.parseLong(pair[1])));
    return modes;
  }

  @Override
  public void close() {
    client.close();
    try {
      process.getOutputStream().close();
      process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private String tell(String question) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(question)).timeout(PATIENCE).build();
    try {
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
