package io.storefront.reliability.simulation;

/** What becomes of one call to the bus. */
enum BusWeather {
  /** It takes everything. */
  CLEAR,
  /** It takes nothing now. */
  AWAY,
  /** It has taken everything, and the answer is lost. */
  ANSWER_LOST,
  /** It takes every second event of the batch, beginning with the first. */
  PARTLY,
  /** It refuses every event. */
  REFUSED,
  /** It takes nothing, and the port breaks its word and throws. */
  BROKEN,
  /** It takes nothing, and the port breaks its word and answers too little. */
  SHORT,
  /** It takes everything now, but no order's second event, ever. */
  POISONED
}
