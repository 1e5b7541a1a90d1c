package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of metrics, read as strictly as the text format 0.0.4 is written, and a bit more: every
 * family has a help and a kind, names end as Prometheus wants them, and histograms add up.
 *
 * @param families by name
 */
record Exposition(Map<String, Family> families) {
  private static final Pattern HELP = Pattern.compile("# HELP ([a-z][a-z0-9_]*) (\\S.*)");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE ([a-z][a-z0-9_]*) (counter|gauge|histogram|summary)");
  private static final String LABEL = "[a-z][a-z_]*=\"(?:[^\"\\\\\\n]|\\\\[n\"\\\\])*\"";
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-z][a-z0-9_]*)(\\{%s(?:,%s)*})? (-?\\d+(?:\\.\\d+)?(?:E-?\\d+)?|NaN)"
              .formatted(LABEL, LABEL));
  private static final Pattern LE = Pattern.compile(",?le=\"([^\"]+)\"");
  private static final Set<String> PARTS = Set.of("_bucket", "_count", "_sum");

  /**
   * What has one name.
   *
   * @param samples numbers by name and labels, as they stand there
   */
  record Family(String kind, Map<String, Double> samples) {}

  static Exposition parse(String page) {
    assertThat(page).endsWith("\n").doesNotContain("\r", "\n\n");
    Map<String, Family> families = new LinkedHashMap<>();
    String helped = "";
    String current = "";
    for (String line : page.lines().toList()) {
      Matcher help = HELP.matcher(line);
      Matcher type = TYPE.matcher(line);
      Matcher sample = SAMPLE.matcher(line);
      if (help.matches()) {
        helped = help.group(1);
      } else if (type.matches()) {
        current = type.group(1);
        assertThat(helped).as("help before %s", line).isEqualTo(current);
        Family family = new Family(type.group(2), new LinkedHashMap<>());
        assertThat(families.put(current, family)).as("second %s", line).isNull();
      } else {
        assertThat(sample.matches()).as("a sample: %s", line).isTrue();
        add(families.get(current), current, sample, line);
      }
    }
    families.forEach(Exposition::check);
    return new Exposition(families);
  }

  /** A number that is there, by its name and labels as they stand there. */
  double number(String name) {
    return find(name).orElseThrow(() -> new AssertionError("no " + name + " in " + families));
  }

  /** By how much a number is greater than it was. */
  double since(Exposition before, String name) {
    return number(name) - before.find(name).orElse(0.0);
  }

  private Optional<Double> find(String name) {
    return families.values().stream()
        .flatMap(family -> Stream.ofNullable(family.samples().get(name)))
        .findFirst();
  }

  /** Whether there is anything of this name. */
  boolean has(String family) {
    return families.containsKey(family);
  }

  private static void add(Family family, String name, Matcher sample, String line) {
    String suffix = sample.group(1).substring(Math.min(name.length(), sample.group(1).length()));
    boolean isPart = family.kind().equals("histogram") || family.kind().equals("summary");
    assertThat(sample.group(1)).as("under its family %s", name).startsWith(name);
    assertThat(isPart ? PARTS.contains(suffix) : suffix.isEmpty()).as(line).isTrue();
    String key = line.substring(0, line.lastIndexOf(' '));
    Double number = Double.valueOf(sample.group(3));
    assertThat(family.samples().put(key, number)).as("second %s", line).isNull();
  }

  private static void check(String name, Family family) {
    assertThat(family.samples()).as(name).isNotEmpty();
    switch (family.kind()) {
      case "counter" -> assertThat(name).endsWith("_total");
      case "histogram" -> checkBuckets(name, family.samples());
      default -> assertThat(name).doesNotEndWith("_total");
    }
  }

  private static void checkBuckets(String name, Map<String, Double> samples) {
    assertThat(name).endsWith("_seconds");
    Map<String, List<Double>> counts = new LinkedHashMap<>();
    samples.forEach(
        (key, number) -> {
          if (key.startsWith(name + "_bucket")) {
            String series = LE.matcher(key.substring((name + "_bucket").length())).replaceAll("");
            counts.computeIfAbsent(series, first -> new ArrayList<>()).add(number);
          }
        });
    counts.forEach(
        (series, numbers) -> {
          assertThat(numbers).as(name + series).isSorted().hasSizeGreaterThan(2);
          assertThat(numbers.getLast()).isEqualTo(samples.get(name + "_count" + series));
          assertThat(samples).containsKey(name + "_sum" + series);
        });
    assertThat(counts).isNotEmpty();
  }
}
