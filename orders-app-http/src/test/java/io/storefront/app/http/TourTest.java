package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.Json;
import io.storefront.app.testkit.SocketApiClient;
import io.storefront.wiring.demo.DemoKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The README's tour is walked as it stands there, and its answers are what is answered. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TourTest {
  private static final Pattern BLOCK =
      Pattern.compile("^```(sh|json)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern LINE =
      Pattern.compile("^api (\\w+) (\\S+)(?: '(.*)')?$", Pattern.MULTILINE);
  private static final Pattern VARIABLE = Pattern.compile("\\$(order|shipment|return)");
  private static final Map<String, String> PREFIXES =
      Map.of("ord_", "order", "shp_", "shipment", "ret_", "return");
  private static final int LEAST_STEPS = 9;

  private final Map<String, String> known = new TreeMap<>();

  @Test
  void every_step_of_the_tour_is_answered_as_the_readme_says() throws Exception {
    RunningHost host = RunningHost.start();
    int steps = 0;
    try (SocketApiClient client = new SocketApiClient(host.address())) {
      List<ApiAnswer> answers = new ArrayList<>();
      for (MatchResult block : BLOCK.matcher(tour()).results().toList()) {
        if (block.group(1).equals("sh")) {
          answers.addAll(walk(client, block.group(2), steps));
        } else {
          assertHolds(answers.getLast().json(), Json.read(block.group(2)), block.group(2));
          steps++;
        }
      }
    } finally {
      host.close();
    }
    assertThat(steps).isGreaterThanOrEqualTo(LEAST_STEPS);
  }

  private List<ApiAnswer> walk(SocketApiClient client, String block, int step) {
    List<ApiAnswer> answers = new ArrayList<>();
    for (MatchResult line : LINE.matcher(block).results().toList()) {
      ApiCall call =
          ApiCall.of(line.group(1), filledIn(line.group(2)))
              .with("Authorization", "Bearer " + DemoKeys.AURORA);
      String key = "tour-" + step + "-" + answers.size();
      ApiAnswer answer =
          client.send(line.group(3) == null ? call : call.withText(line.group(3)).withKey(key));
      String id = answer.json().path("id").asString("");
      PREFIXES.forEach(
          (prefix, name) -> {
            if (id.startsWith(prefix)) {
              known.put(name, id);
            }
          });
      answers.add(answer);
    }
    return answers;
  }

  private String filledIn(String path) {
    return VARIABLE
        .matcher(path)
        .replaceAll(name -> Matcher.quoteReplacement(known.get(name.group(1))));
  }

  /** What the page shows is there; it may leave things out, and ids differ. */
  private static void assertHolds(JsonNode answer, JsonNode shown, String block) {
    if (shown.isObject()) {
      shown
          .properties()
          .forEach(
              member -> {
                if (!member.getKey().equals("id")) {
                  assertHolds(answer.path(member.getKey()), member.getValue(), block);
                }
              });
    } else if (shown.isArray()) {
      assertThat(answer.size()).as(block + " in " + answer).isEqualTo(shown.size());
      for (int i = 0; i < shown.size(); i++) {
        assertHolds(answer.get(i), shown.get(i), block);
      }
    } else {
      assertThat(answer).as(block).isEqualTo(shown);
    }
  }

  private static String tour() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    String tour = readme.substring(readme.indexOf("## One order's life"));
    return tour.substring(0, tour.indexOf("\n## ", 1));
  }
}
