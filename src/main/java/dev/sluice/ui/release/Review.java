package dev.sluice.ui.release;

import dev.sluice.act.Facts;
import dev.sluice.release.Action;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.PlanPanel;
import dev.sluice.ui.control.PlanView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The panel's life on a page: it opens when an action is armed, and stays, without effect, when
/// the arming has ended by itself, so that nobody has to read against the clock.
final class Review implements PlanPanel.Desk {
  private final PlanPanel panel = new PlanPanel(this);
  private final Outcome outcome;
  private ReleaseView.@Nullable ArmedView armed;
  private boolean open;

  /// What comes of it.
  interface Outcome {
    void complete(Action action, Facts facts, Optional<String> reason);

    void again(Action action);

    void closed();
  }

  Review(Outcome outcome) {
    this.outcome = outcome;
  }

  PlanPanel panel() {
    return panel;
  }

  boolean open() {
    return open;
  }

  /// @param next what is armed now
  void show(Optional<ReleaseView.ArmedView> next) {
    if (next.isPresent()) {
      boolean other = !open || armed == null || !armed.action().equals(next.get().action());
      armed = next.get();
      open = true;
      panel.show(armed.plan());
      if (other) {
        panel.begin();
      }
    } else if (open && armed != null) {
      panel.show(armed.plan().with(new PlanView.Stand.Locked(Texts.of("plan.ended"))));
    }
  }

  @Override
  public void complete(Optional<String> reason) {
    if (armed != null) {
      var held = armed;
      close();
      outcome.complete(held.action(), held.facts(), reason);
    }
  }

  @Override
  public void again() {
    if (armed != null) {
      outcome.again(armed.action());
    }
  }

  @Override
  public void cancel() {
    if (open) {
      close();
      outcome.closed();
    }
  }

  private void close() {
    open = false;
    armed = null;
  }
}
