package com.example.baseline;

import com.example.baseline.OtherRows.ApiKey;
import com.example.baseline.OtherRows.StoredAnswer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Places orders: what is to be asked is stored first, then the provider is asked. */
@RestController
class OrderController {
  private final Placing placing;
  private final JdbcTemplate database;

  OrderController(Placing placing, JdbcTemplate database) {
    this.placing = placing;
    this.database = database;
  }

  @PostMapping("/v1/orders")
  ResponseEntity<byte[]> place(
      @RequestAttribute(ApiKeyFilter.CALLER) ApiKey caller,
      @RequestHeader("Idempotency-Key") @Pattern(regexp = "[!-~]{1,255}") String key,
      @Valid @RequestBody OrderJson.Wanted wanted) {
    Placing.Begun begun = placing.begin(caller, key, wanted);
    return begun.earlier() != null
        ? answer(begun.earlier(), true)
        : answer(placing.confirm(begun, placing.authorize(begun.order())), false);
  }

  @GetMapping("/health/ready")
  String ready() {
    database.queryForObject("SELECT 1", Integer.class);
    return "{\"status\":\"UP\"}";
  }

  /** Two requests with one key, or one reference, at the same moment. */
  @ExceptionHandler
  ProblemDetail collided(DataIntegrityViolationException e) {
    return ProblemDetail.forStatus(HttpStatus.CONFLICT);
  }

  private static ResponseEntity<byte[]> answer(StoredAnswer answer, boolean isOld) {
    HttpHeaders headers = new HttpHeaders();
    answer.headers.forEach(headers::set);
    if (isOld) {
      headers.set("Idempotent-Replayed", "true");
    }
    return new ResponseEntity<>(answer.body, headers, answer.status);
  }
}
