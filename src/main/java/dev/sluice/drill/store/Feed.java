package dev.sluice.drill.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.world.Change;
import dev.sluice.drill.world.Resource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The changes of one resource, as one watcher sees them, in the order of their versions.
public final class Feed implements AutoCloseable {
  private final Resource resource;
  private final Predicate<ObjectNode> selection;
  private final Consumer<Feed> farewell;
  private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
  private int initial;
  private long begun;

  Feed(Resource resource, Predicate<ObjectNode> selection, Consumer<Feed> farewell) {
    this.resource = resource;
    this.selection = selection;
    this.farewell = farewell;
  }

  /// The next change, or none within that time.
  public Optional<Change> next(Duration patience) throws InterruptedException {
    return Optional.ofNullable(changes.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
  }

  /// What was offered so far is how things stood at that version.
  void begins(long version) {
    initial = changes.size();
    begun = version;
  }

  /// How many of the first changes only tell what was there.
  public int initial() {
    return initial;
  }

  /// The version that those are of.
  public long begun() {
    return begun;
  }

  void offer(History.Step step) {
    if (step.change().resource() == resource) {
      seen(step).ifPresent(changes::add);
    }
  }

  /// An object that comes to be selected is new to this watcher, one that ceases to be is deleted.
  private Optional<Change> seen(History.Step step) {
    var change = step.change();
    boolean before = step.before() != null && selection.test(step.before());
    boolean after = change.type() != Change.Type.DELETED && selection.test(change.object());
    if (after) {
      return Optional.of(as(before ? Change.Type.MODIFIED : Change.Type.ADDED, change));
    }
    return before ? Optional.of(as(Change.Type.DELETED, change)) : Optional.empty();
  }

  private static Change as(Change.Type type, Change change) {
    return type == change.type()
        ? change
        : new Change(type, change.resource(), change.version(), change.object());
  }

  @Override
  public void close() {
    farewell.accept(this);
  }
}
