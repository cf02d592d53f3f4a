package dev.sluice.ui.waiting;

import dev.sluice.release.Permissions;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Identity;
import dev.sluice.state.Need;
import dev.sluice.state.Place;
import java.util.List;
import java.util.Map;

/// [WaitingViews#mine], kept while neither what waits nor who may act has changed: the clock alone
/// is no reason to ask again of a thousand. For one thread.
public final class MineList {
  private List<Need> waiting = List.of();
  private Map<String, Identity> identities = Map.of();
  private Map<Place, Permissions> permissions = Map.of();
  private List<Need> mine = List.of();

  /// Those of `next` that this user is waited for with; all of them while none is.
  public List<Need> of(ConsoleState state, List<Need> next) {
    boolean same =
        next.equals(waiting)
            && state.identities().equals(identities)
            && state.permissions().equals(permissions);
    if (!same) {
      waiting = next;
      identities = state.identities();
      permissions = state.permissions();
      mine = WaitingViews.mine(state, next);
    }
    return mine;
  }
}
