package io.storefront.app.answers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides the body of an answer that holds a secret while it is stored: AES-GCM under a key derived
 * from the Idempotency-Key, of which only a hash is stored. So it can be read by whoever repeats
 * the request, and by nobody who has got hold of the storage. Thread-safe.
 */
public final class SealedBody {
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;

  /** For the answer to the request with this key. */
  public SealedBody(IdempotencyKey requestKey) {
    byte[] derived = new Digest().add("stored answer").add(requestKey.value()).bytes();
    this.key = new SecretKeySpec(derived, "AES");
  }

  /** What may be stored. */
  public Answer seal(Answer answer, SecureRandom random) {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    byte[] hidden = crypt(Cipher.ENCRYPT_MODE, nonce, answer.body());
    byte[] body = Arrays.copyOf(nonce, NONCE_LENGTH + hidden.length);
    System.arraycopy(hidden, 0, body, NONCE_LENGTH, hidden.length);
    return new Answer(answer.status(), answer.headers(), body);
  }

  /** What was sealed. */
  public Answer open(Answer stored) {
    byte[] nonce = Arrays.copyOf(stored.body(), NONCE_LENGTH);
    byte[] hidden = Arrays.copyOfRange(stored.body(), NONCE_LENGTH, stored.body().length);
    return new Answer(stored.status(), stored.headers(), crypt(Cipher.DECRYPT_MODE, nonce, hidden));
  }

  private byte[] crypt(int mode, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD("api-keys".getBytes(StandardCharsets.US_ASCII));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a stored answer cannot be sealed or opened", e);
    }
  }
}
