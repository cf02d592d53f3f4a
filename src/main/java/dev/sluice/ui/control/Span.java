package dev.sluice.ui.control;

/// Which of many stages are shown one by one where not all fit: the current one and its neighbours.
/// What is left out stands as one card at its end.
///
/// @param from first stage shown
/// @param to one after the last stage shown
record Span(int from, int to) {

  /// @param count of all stages
  /// @param current index of the current one, `count` when all are done
  /// @param room how many cards fit, those for what is left out included
  static Span of(int count, int current, int room) {
    if (count <= room) {
      return new Span(0, count);
    }
    int alone = Math.max(1, room - 2);
    int from = Math.clamp(current - (alone - 1) / 2, 0, count - alone);
    int to = from + alone;
    if (from <= 1) {
      from = 0;
      to = Math.min(count, Math.max(2, room - 1));
    } else if (count - to <= 1) {
      to = count;
      from = count - Math.max(2, room - 1);
    }
    return new Span(Math.max(0, from), to);
  }
}
