package load;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code POST /v1/orders} in bytes, with places of fixed width for what differs. */
final class PlacingRequest {
  private static final int KEY_DIGITS = 32;
  private static final int CUSTOMER_DIGITS = 12;
  private static final int SKU_DIGITS = 4;

  private final byte[] bytes;
  private final int keyEnd;
  private final int customerEnd;
  private final int[] skuEnds;
  private final int products;

  PlacingRequest(InetSocketAddress server, String apiKey, int lines, int products) {
    String body =
        """
        {"customerId":"cus_01890000-0000-7000-8001-%s","currency":"EUR",\
        "lines":[%s],"payment":{"token":"tok_approve"}}\
        """
            .formatted(
                "C".repeat(CUSTOMER_DIGITS),
                IntStream.range(0, lines)
                    .mapToObj(n -> "{\"sku\":\"BENCH-SSSS\",\"quantity\":1}")
                    .collect(Collectors.joining(",")));
    String request =
        """
        POST /v1/orders HTTP/1.1\r
        Host: %s:%d\r
        Authorization: Bearer %s\r
        Idempotency-Key: %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        %s\
        """
            .formatted(
                server.getHostString(),
                server.getPort(),
                apiKey,
                "K".repeat(KEY_DIGITS),
                body.length(),
                body);
    this.bytes = request.getBytes(StandardCharsets.US_ASCII);
    this.keyEnd = request.indexOf("K".repeat(KEY_DIGITS)) + KEY_DIGITS;
    this.customerEnd = request.indexOf("C".repeat(CUSTOMER_DIGITS)) + CUSTOMER_DIGITS;
    this.skuEnds = new int[lines];
    int from = 0;
    for (int n = 0; n < lines; n++) {
      from = request.indexOf("SSSS", from) + SKU_DIGITS;
      skuEnds[n] = from;
    }
    this.products = products;
  }

  /** The same bytes each time; the lines take their products from shares that do not overlap. */
  byte[] next(long key, SplittableRandom random) {
    hex(random.nextLong(), keyEnd - KEY_DIGITS / 2);
    hex(key, keyEnd);
    decimal(1 + random.nextInt(Load.CUSTOMERS), customerEnd, CUSTOMER_DIGITS);
    int share = products / skuEnds.length;
    for (int n = 0; n < skuEnds.length; n++) {
      decimal(n * share + 1 + random.nextInt(share), skuEnds[n], SKU_DIGITS);
    }
    return bytes;
  }

  private void hex(long value, int end) {
    for (int n = 1; n <= KEY_DIGITS / 2; n++) {
      bytes[end - n] = (byte) Character.forDigit((int) (value >>> 4 * (n - 1)) & 15, 16);
    }
  }

  private void decimal(int value, int end, int digits) {
    Arrays.fill(bytes, end - digits, end, (byte) '0');
    for (int at = end, left = value; left > 0; left /= 10) {
      bytes[--at] = (byte) ('0' + left % 10);
    }
  }
}
