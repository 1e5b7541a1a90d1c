package io.storefront.app.testkit;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sound body with one thing done to one of its nodes.
 *
 * @param kind what was done
 * @param pointer where, from the root of the body
 * @param text the body as it is sent, not always JSON that a tree could hold
 */
record Mutation(Kind kind, String pointer, String text) {

  /** What can be done to a node. */
  enum Kind {
    /** Left out; a body may be sound without it. */
    DROPPED,
    /** An empty string, list or object instead; a body may be sound with it. */
    EMPTIED,
    NULLED,
    RETYPED,
    /** The same member twice. */
    DUPLICATED,
    /** A member beside it that is in no contract. */
    GIVEN_A_SIBLING,
    /** Larger than anything of its kind may be. */
    ENLARGED
  }

  private static final String TWICE = "~twice";
  private static final String RAW = "~raw:";
  private static final int TOO_LONG = 8_193;
  private static final int TOO_MANY = 201;

  /** Every mutation of every node below the root. */
  static List<Mutation> of(JsonNode sound) {
    List<Mutation> all = new ArrayList<>();
    collect(sound, sound, "", all);
    return all;
  }

  private static void collect(JsonNode root, JsonNode node, String path, List<Mutation> all) {
    if (node.isObject()) {
      node.forEachEntry((name, child) -> mutate(root, path, name, child, all));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        mutate(root, path, Integer.toString(i), node.get(i), all);
      }
    }
  }

  private static void mutate(
      JsonNode root, String parent, String name, JsonNode node, List<Mutation> all) {
    String path = parent + "/" + name;
    put(root, path, Json.read("null"), Kind.NULLED, all);
    for (JsonNode other : otherTypes(node)) {
      put(root, path, other, Kind.RETYPED, all);
    }
    JsonNode empty = empty(node);
    if (!empty.isMissingNode() && !empty.equals(node)) {
      put(root, path, empty, Kind.EMPTIED, all);
    }
    put(root, path, enlarged(node), Kind.ENLARGED, all);
    JsonNode dropping = root.deepCopy();
    if (dropping.at(parent) instanceof ArrayNode array) {
      array.remove(Integer.parseInt(name));
    } else {
      ObjectNode object = (ObjectNode) dropping.at(parent);
      object.remove(name);
      ObjectNode twice = root.deepCopy().asObject();
      ((ObjectNode) twice.at(parent)).set(name + TWICE, node);
      all.add(new Mutation(Kind.DUPLICATED, path, text(twice)));
      ObjectNode sibling = root.deepCopy().asObject();
      ((ObjectNode) sibling.at(parent)).put(name + "2", "surplus");
      all.add(new Mutation(Kind.GIVEN_A_SIBLING, path, text(sibling)));
    }
    all.add(new Mutation(Kind.DROPPED, path, text(dropping)));
    collect(root, node, path, all);
  }

  private static void put(
      JsonNode root, String path, JsonNode value, Kind kind, List<Mutation> all) {
    JsonNode changed = root.deepCopy();
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    switch (changed.at(path.substring(0, slash))) {
      case ArrayNode array -> array.set(Integer.parseInt(name), value);
      case ObjectNode object -> object.set(name, value);
      default -> throw new IllegalArgumentException("no parent of " + path);
    }
    all.add(new Mutation(kind, path, text(changed)));
  }

  private static List<JsonNode> otherTypes(JsonNode node) {
    List<JsonNode> types = new ArrayList<>();
    for (String text : new String[] {"17", "true", "\"text\"", "[]", "{}", "\"" + RAW + "1e0\""}) {
      JsonNode other = Json.read(text);
      boolean raw = other.asString("").startsWith(RAW);
      if (raw || other.getNodeType() != node.getNodeType()) {
        types.add(other);
      }
    }
    types.add(Json.array().add(node));
    if (node.isNumber()) {
      types.add(Json.read("\"" + node + "\""));
      types.add(Json.read("\"" + RAW + node + ".0\""));
    }
    return types;
  }

  private static JsonNode empty(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> Json.read("\"\"");
      case ARRAY -> Json.array();
      case OBJECT -> Json.object();
      default -> Json.object().path("missing");
    };
  }

  private static JsonNode enlarged(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> Json.read("\"" + "x".repeat(TOO_LONG) + "\"");
      case NUMBER -> Json.read("\"" + RAW + "9".repeat(TOO_MANY) + "\"");
      case ARRAY -> {
        ArrayNode many = Json.array();
        for (int i = 0; i < TOO_MANY; i++) {
          many.add(node.get(0));
        }
        yield many;
      }
      default -> {
        ObjectNode many = Json.object();
        for (int i = 0; i < TOO_MANY; i++) {
          many.put("member" + i, i);
        }
        yield many;
      }
    };
  }

  /** The text of the tree, with raw tokens raw and with second members named like the first. */
  private static String text(JsonNode tree) {
    return tree.toString().replace(TWICE + "\"", "\"").replaceAll("\"" + RAW + "([^\"]*)\"", "$1");
  }
}
