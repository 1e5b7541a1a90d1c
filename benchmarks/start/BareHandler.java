package start;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The floor: the least that a function does under the same runtime client. */
public final class BareHandler implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    event.readAllBytes();
    answer.write(
        "{\"statusCode\":201,\"headers\":{},\"body\":\"\",\"isBase64Encoded\":false}"
            .getBytes(StandardCharsets.UTF_8));
  }
}
