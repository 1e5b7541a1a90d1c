package start;

/** Something that is started again and again. */
interface Candidate {
  /** Makes the AOT cache that the set-up speaks of. */
  void train(Setup setup) throws Exception;

  /** Starts it once, and ends it. */
  Times times(Setup setup) throws Exception;

  /**
   * In milliseconds.
   *
   * @param first from the start of the process to its first answer
   * @param order from there to its first placed order; the first answer's where it takes no orders
   * @param next what the order after that took
   */
  record Times(double first, double order, double next) {}
}
