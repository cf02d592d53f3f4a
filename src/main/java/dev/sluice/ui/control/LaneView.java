package dev.sluice.ui.control;

/// One lane of a blue-green.
///
/// @param name the lane's name, `BLUE` or `GREEN`
/// @param role `active, r18`
/// @param share of the users' requests, `100 %`
/// @param users the same in words: `all users`
/// @param version what it runs, and below it the digest
/// @param health `8 of 8 ready, 1 180/s`
/// @param aside at the right: `kept 27:43 more`, may be empty
/// @param trouble what is bad about it in a word or two, may be empty
public record LaneView(
    String name,
    String role,
    String share,
    String users,
    String version,
    String digest,
    Mark mark,
    String health,
    String aside,
    String trouble,
    Standing standing) {

  /// What a lane is there for.
  public enum Standing {
    /// It serves the users.
    ACTIVE,
    /// It gets them by the switch.
    PREVIEW,
    /// They can go back to it.
    KEPT
  }

  /// Whether it serves the users.
  public boolean active() {
    return standing == Standing.ACTIVE;
  }
}
