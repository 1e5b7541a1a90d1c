package io.storefront.app.answers;

import java.util.Map;

/**
 * An answer as it went out, to go out again byte for byte.
 *
 * @param headers those that belong to the answer: Content-Type, Location, ETag
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on and never changed
public record Answer(int status, Map<String, String> headers, byte[] body) {}
