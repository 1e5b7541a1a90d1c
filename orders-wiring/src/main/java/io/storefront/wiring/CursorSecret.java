package io.storefront.wiring;

import io.storefront.app.port.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Shared secrets, of which the one that signs cursors was given by the configuration. */
record CursorSecret(Secrets others, Secret given) implements Secrets {
  private static final String NAME = "cursor";

  @Override
  public byte[] get(String name) {
    return name.equals(NAME) ? sha256(given.value()) : others.get(name);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
