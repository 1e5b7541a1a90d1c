package io.storefront.reliability.mistake;

/**
 * A mistake in the code.
 *
 * @param name what is wrong
 * @param file below the root package, as a path
 * @param from what stands there, exactly once
 * @param to what stands there by mistake
 * @param always whether every build makes it, because it is found at once
 */
record Mistake(String name, String file, String from, String to, boolean always) {
  /** Where the file is, from the root. */
  String path() {
    String module = file.startsWith("app/") ? "orders-app" : "orders-domain";
    return module + "/src/main/java/io/storefront/" + file;
  }

  @Override
  public String toString() {
    return file.substring(file.lastIndexOf('/') + 1) + ", " + name;
  }
}
