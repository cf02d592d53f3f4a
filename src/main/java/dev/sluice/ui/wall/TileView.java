package dev.sluice.ui.wall;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Environment;
import dev.sluice.ui.control.Mark;
import java.util.OptionalInt;

/// One release on the wall.
///
/// @param detail the versions
/// @param percent how many users have the newer one, empty where they are not divided
/// @param verdict how it stands, in a few words
/// @param why the whole sentence, for a tile that has room for it; may be empty
/// @param share percent of the users on the newer revision
/// @param old how old this is, empty while it is live
public record TileView(
    ReleaseRef ref,
    Environment environment,
    String detail,
    String percent,
    Mark mark,
    String verdict,
    String why,
    OptionalInt share,
    String old) {

  /// Whether it is to be seen from the other end of the room.
  boolean alarm() {
    return mark == Mark.BAD;
  }
}
