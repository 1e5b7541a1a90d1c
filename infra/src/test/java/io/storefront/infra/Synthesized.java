package io.storefront.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.storefront.infra.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/**
 * What the flags make, checked by cdk-nag on the way. Nothing is built, asked or sent for it: the
 * bundle is a stand-in, and zones are those that the CDK makes up without an account.
 */
record Synthesized(Deployment deployment) {
  private static final Map<Map<String, String>, Synthesized> MADE = new ConcurrentHashMap<>();

  static Synthesized ecs() {
    return with(Map.of("compute", "ecs"));
  }

  static Synthesized lambda() {
    return with(Map.of("compute", "lambda"));
  }

  static Synthesized both() {
    return with(Map.of("compute", "both"));
  }

  static Synthesized aurora() {
    return with(Map.of("compute", "ecs", "database", "aurora"));
  }

  static Stream<Synthesized> all() {
    return Stream.of(ecs(), lambda(), both(), aurora());
  }

  static Synthesized with(Map<String, String> flags) {
    return MADE.computeIfAbsent(flags, Synthesized::make);
  }

  /** The template of a stack by the end of its name. */
  Template template(String end) {
    return Template.fromStack(stack(end));
  }

  /** The resources of one type, by their ids. */
  Map<String, Map<String, Object>> resources(String end, String type) {
    return template(end).findResources(type);
  }

  Stack stack(String end) {
    return deployment.stacks().stream()
        .filter(stack -> stack.getStackName().endsWith(end))
        .findFirst()
        .orElseThrow();
  }

  /** Fails with all that the checks found and nobody has excused. */
  void assertNothingFound() {
    for (Stack stack : deployment.stacks()) {
      Annotations found = Annotations.fromStack(stack);
      found.hasNoError("*", Match.anyValue());
      found.hasNoWarning("*", Match.stringLikeRegexp("AwsSolutions.*"));
    }
  }

  private static Synthesized make(Map<String, String> flags) {
    App app = app(flags);
    Deployment deployment = Deployment.of(app, new Settings(app.getNode()));
    Aspects.of(app).add(new AwsSolutionsChecks());
    return new Synthesized(deployment);
  }

  static App app(Map<String, String> flags) {
    Map<String, Object> context = new HashMap<>(flags);
    context.put("account", "123456789012");
    context.putIfAbsent("imageTag", "0.1.0");
    context.putIfAbsent("lambdaZip", zip("stand-in.zip", "global-bundle.pem"));
    try {
      String out = Files.createTempDirectory(Path.of("target"), "cdk").toString();
      return new App(AppProps.builder().outdir(out).context(context).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A bundle that holds one file without a byte. */
  static String zip(String name, String holding) {
    Path file = Path.of("target", name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      ZipEntry entry = new ZipEntry(holding);
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString();
  }
}
