package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The container's image as the build made it, taken apart without a container engine.
 *
 * @param root a folder with what its layers hold, where a container has {@code /}
 * @param config what it says of itself
 * @param layers the names in each layer, the lowest first
 */
record Image(Path root, JsonNode config, List<List<String>> layers) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String HOME = "/app/";

  static Image unpack(Path archive, Path directory) throws Exception {
    Path parts = Files.createDirectory(directory.resolve("parts"));
    Path root = Files.createDirectory(directory.resolve("root"));
    tar("-xf", archive.toString(), "-C", parts.toString());
    JsonNode manifest =
        read(blob(parts, read(parts.resolve("index.json")).get("manifests").get(0)));
    List<List<String>> layers = new ArrayList<>();
    for (JsonNode layer : manifest.get("layers")) {
      String file = blob(parts, layer).toString();
      layers.add(tar("-tzf", file));
      tar("-xzf", file, "-C", root.toString());
    }
    return new Image(root, read(blob(parts, manifest.get("config"))).get("config"), layers);
  }

  List<String> entrypoint() {
    return texts(config.get("Entrypoint"));
  }

  /** The variables that the image itself sets. */
  Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>();
    for (String variable : texts(config.get("Env"))) {
      String[] parts = variable.split("=", 2);
      variables.put(parts[0], parts[1]);
    }
    return variables;
  }

  /** What is loaded, as the image names it. */
  List<String> classPath() throws IOException {
    List<String> command = entrypoint();
    String given = command.get(command.indexOf("-cp") + 1);
    String path = given.startsWith("@") ? Files.readString(at(given.substring(1))).strip() : given;
    return List.of(path.split(":"));
  }

  /** Where something of the image lies here. */
  Path at(String inside) {
    return root.resolve(inside.substring(1));
  }

  /** What the image runs: its own flags and class path, with our Java and from our folder. */
  List<String> command(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(entrypoint());
    command.set(0, ProcessHandle.current().info().command().orElseThrow());
    command.set(
        command.indexOf("-cp") + 1, String.join(":", classPath()).replace(HOME, at(HOME) + "/"));
    command.addAll(List.of(arguments));
    return command;
  }

  private static Path blob(Path parts, JsonNode descriptor) {
    return parts.resolve("blobs").resolve(descriptor.get("digest").asString().replace(':', '/'));
  }

  private static JsonNode read(Path file) throws IOException {
    return JSON.readTree(Files.readString(file));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  private static List<String> tar(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("tar"));
    command.addAll(Arrays.asList(arguments));
    Process tar =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines = tar.inputReader().lines().toList();
    assertThat(tar.waitFor()).as("%s", command).isZero();
    return lines;
  }
}
