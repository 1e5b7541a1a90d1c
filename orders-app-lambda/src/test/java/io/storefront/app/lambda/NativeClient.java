package io.storefront.app.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The native part of the runtime client, in a file of this JVM's own. Left to itself each process
 * writes it to one and the same place, as an instance of Lambda may, which is alone on its machine;
 * processes that start side by side find it half written there, or somebody else's.
 */
final class NativeClient {
  private static final Path FILE = unpack();

  private NativeClient() {}

  /** The flag with which a JVM is told where it is. */
  static String flag() {
    return "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=" + FILE;
  }

  private static Path unpack() {
    String name = "/jni/libaws-lambda-jni." + build() + ".so";
    try (InputStream in = AWSLambda.class.getResourceAsStream(name)) {
      Path file = Files.createTempFile("lambda-client", ".so");
      file.toFile().deleteOnExit();
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String build() {
    boolean isArm = System.getProperty("os.arch").equals("aarch64");
    boolean isMusl =
        Files.exists(Path.of("/lib/ld-musl-%s.so.1".formatted(isArm ? "aarch64" : "x86_64")));
    return (isMusl ? "linux_musl-" : "linux-") + (isArm ? "aarch_64" : "x86_64");
  }
}
