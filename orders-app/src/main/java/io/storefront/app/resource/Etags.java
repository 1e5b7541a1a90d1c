package io.storefront.app.resource;

import io.storefront.app.answers.Answer;
import io.storefront.app.answers.Replies;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entity tags (RFC 9110, 8.8.3); a version's tag is strong. */
final class Etags {
  private static final Pattern TAG = Pattern.compile("(W/)?(\"[^\"]*\")");

  private Etags() {}

  /** As If-Match compares: a weak tag matches nothing. */
  static boolean matchStrongly(List<String> headers, long version) {
    return match(headers, version, true);
  }

  /** As If-None-Match compares: a weak tag is as good as a strong one. */
  static boolean matchWeakly(List<String> headers, long version) {
    return match(headers, version, false);
  }

  /** Tells that the caller has this version already. */
  static Answer unchanged(long version) {
    return Replies.with(Replies.empty(304), "ETag", Replies.etag(version));
  }

  private static boolean match(List<String> headers, long version, boolean strongly) {
    for (String header : headers) {
      if (header.strip().equals("*")) {
        return true;
      }
      Matcher tags = TAG.matcher(header);
      while (tags.find()) {
        boolean isWeak = tags.group(1) != null;
        if (tags.group(2).equals(Replies.etag(version)) && !(strongly && isWeak)) {
          return true;
        }
      }
    }
    return false;
  }
}
