package io.storefront.app.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One instance of a function: a process of its own in which the real runtime client, which is not
 * in the bundle, loads the handler from the task root, as the managed runtime does.
 */
public final class FunctionProcess implements AutoCloseable {
  /**
   * What the managed runtime says to the JVM, with the memory of a function of 256 MB;
   * -Xshare:auto, which it says as well, is what holds without it, and excludes an AOT cache.
   */
  private static final List<String> FLAGS =
      List.of("-Xmx180m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Process process;
  private final Path log;

  /**
   * How the process is started.
   *
   * @param before stands before the command
   * @param flags are said to the JVM after those of the managed runtime
   * @param jars are on the class path beside the runtime client, as in an image of one's own
   */
  public record Launch(List<String> before, List<String> flags, List<Path> jars) {
    private static final Launch MANAGED = new Launch(List.of(), List.of(), List.of());
    private static final Launch SNAP_START =
        new Launch(
            List.of(),
            List.of("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac"),
            List.of());
  }

  private FunctionProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts an instance that is initialised when the first event needs it. */
  public static FunctionProcess start(
      Path taskRoot, String handler, RuntimeApi api, Map<String, String> variables) {
    return start(taskRoot, handler, api, variables, Launch.MANAGED);
  }

  /** Starts an instance that has a snapshot taken of it before its first event. */
  static FunctionProcess startSnapStart(
      Path taskRoot, String handler, RuntimeApi api, Map<String, String> variables) {
    return start(taskRoot, handler, api, variables, Launch.SNAP_START);
  }

  /** Starts an instance in another way than the managed runtime does. */
  public static FunctionProcess start(
      Path taskRoot, String handler, RuntimeApi api, Map<String, String> variables, Launch launch) {
    List<String> command = new ArrayList<>(launch.before());
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(FLAGS);
    command.add(NativeClient.flag());
    command.addAll(launch.flags());
    command.addAll(List.of("-cp", classPath(launch), AWSLambda.class.getName(), handler));
    try {
      Path log = Files.createTempFile("lambda", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(taskRoot.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      Map<String, String> environment = builder.environment();
      environment.clear();
      environment.putAll(variables);
      environment.putAll(
          Map.of(
              "AWS_LAMBDA_RUNTIME_API", api.address(),
              "AWS_LAMBDA_INITIALIZATION_TYPE",
                  launch.equals(Launch.SNAP_START) ? "snap-start" : "on-demand",
              "AWS_LAMBDA_FUNCTION_NAME", "orders",
              "AWS_LAMBDA_FUNCTION_VERSION", "1",
              "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256",
              "AWS_REGION", "eu-central-1",
              "LAMBDA_TASK_ROOT", taskRoot.toString(),
              "_HANDLER", handler,
              "TZ", ":UTC",
              "LANG", "en_US.UTF-8"));
      return new FunctionProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything it has printed so far. */
  public String printed() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** By which the operating system knows it. */
  public long pid() {
    return process.pid();
  }

  /**
   * Ends it as one that may do what it does at its end.
   *
   * @throws IllegalStateException when it takes longer than two minutes
   */
  public void end() {
    process.destroy();
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException(printed());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As Lambda does with an instance that it needs no more. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(20, TimeUnit.SECONDS);
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String classPath(Launch launch) {
    return Stream.concat(runtimeClient(), launch.jars().stream().map(Path::toString))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The jars that the managed runtime has on its own class path. */
  private static Stream<String> runtimeClient() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            jar ->
                jar.matches(
                    ".*/(aws-lambda-java-(runtime-interface-client|core|serialization)|utils-lite)"
                        + "-[^/]*\\.jar"));
  }
}
