package io.storefront.reliability.provider;

/**
 * What the provider answers.
 *
 * @param key of the request, {@code amount} and {@code of} likewise
 * @param of the key of the authorization that is let go of, or nothing
 * @param reference its own name for what it has done, or nothing
 * @param code why it has not, or nothing
 */
record Verdict(
    int status, String word, String key, String amount, String of, String reference, String code) {
  static Verdict approved(Request request, String reference) {
    return of(request, 200, "APPROVED", reference, "");
  }

  static Verdict declined(Request request, String code) {
    return of(request, 402, "DECLINED", "", code);
  }

  /** There is no such request, and none is under way that it knows of. */
  static Verdict unknown(Request request) {
    return of(request, 404, "NO_SUCH_REQUEST", "", "");
  }

  private static Verdict of(
      Request request, int status, String word, String reference, String code) {
    return new Verdict(
        status,
        word,
        request.get("key"),
        request.get("amount"),
        request.get("of"),
        reference,
        code);
  }

  String json() {
    return """
    {"status":"%s","key":"%s","amount":"%s","of":"%s","reference":"%s","code":"%s"}\
    """
        .formatted(word, key, amount, of, reference, code);
  }
}
