package com.example.baseline;

import com.example.baseline.OtherRows.ApiKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who brings a key whose secret has the stored hash. */
@Component
class ApiKeyFilter extends OncePerRequestFilter {
  static final String CALLER = "caller";

  private static final Pattern BEARER =
      Pattern.compile("Bearer oms_(?:live|test)_([0-9A-Za-z]{10})_([0-9A-Za-z]{32})[0-9A-Za-z]{6}");

  private final Repositories.ApiKeys keys;

  ApiKeyFilter(Repositories.ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/v1/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<ApiKey> caller = caller(request.getHeader("Authorization"));
    if (caller.isEmpty()) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (!caller.get().scopes.contains("orders:write")) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      request.setAttribute(CALLER, caller.get());
      chain.doFilter(request, response);
    }
  }

  private Optional<ApiKey> caller(String authorization) {
    Matcher sent = BEARER.matcher(authorization == null ? "" : authorization);
    if (!sent.matches()) {
      return Optional.empty();
    }
    byte[] hash = sha256(sent.group(2)).getBytes(StandardCharsets.US_ASCII);
    Instant now = Instant.now();
    return keys.findById(sent.group(1))
        .filter(
            key -> MessageDigest.isEqual(hash, key.secretHash.getBytes(StandardCharsets.US_ASCII)))
        .filter(key -> key.storefront != null && key.revokedAt == null)
        .filter(key -> key.expiresAt == null || now.isBefore(key.expiresAt));
  }

  /** In hexadecimal. */
  static String sha256(String text) {
    return HexFormat.of().formatHex(digest(text));
  }

  static byte[] digest(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return sha256.digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
