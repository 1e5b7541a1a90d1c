package io.storefront.reliability.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What clients have seen and heard, to be held against the database.
 *
 * @param talks all that was said about orders
 * @param adjustments what became of each
 * @param glances orders that were looked at after something had been said about them
 * @param followed the feed as somebody read it while everything went wrong
 * @param feed the feed as it is at the end
 */
record Evidence(
    List<Talk> talks,
    Map<Adjustment, Adjustment.Outcome> adjustments,
    List<Glance> glances,
    List<Event> followed,
    List<Event> feed) {

  /**
   * An order that was looked at.
   *
   * @param status that was shown, empty when no such order was known
   * @param expected what had been said before
   */
  record Glance(String order, String status, String expected) {}

  /** An item of the feed, with all of its text. */
  record Event(long position, String order, int sequence, String type, String text) {}

  /** Writes it down, a line each. */
  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    talks.forEach(talk -> lines.add(talk.toString()));
    adjustments.forEach((adjustment, outcome) -> lines.add(adjustment + " " + outcome));
    glances.forEach(glance -> lines.add(glance.toString()));
    feed.forEach(event -> lines.add(event.toString()));
    Files.write(file, lines);
  }

  Evidence withTalks(List<Talk> others) {
    return new Evidence(others, adjustments, glances, followed, feed);
  }

  Evidence withGlances(List<Glance> others) {
    return new Evidence(talks, adjustments, others, followed, feed);
  }

  Evidence withFeed(List<Event> others) {
    return new Evidence(talks, adjustments, glances, followed, others);
  }

  Evidence withFollowed(List<Event> others) {
    return new Evidence(talks, adjustments, glances, others, feed);
  }
}
