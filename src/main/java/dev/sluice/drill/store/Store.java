package dev.sluice.drill.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.json.Sameness;
import dev.sluice.drill.world.Change;
import dev.sluice.drill.world.Conflict;
import dev.sluice.drill.world.Refusal;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The objects of the drill's cluster. Every write makes a new resourceVersion, which rises by one;
/// a write that changes nothing makes none, as on a real API server.
public final class Store implements World {
  /// How many changes a watch may be behind and still be resumed.
  public static final int WINDOW = 1000;

  private static final long FIRST = 1000;

  private final InstantSource clock;
  private final Names names;
  private final Map<Resource, NavigableMap<Key, ObjectNode>> objects =
      new EnumMap<>(Resource.class);
  private final History history;
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final List<Feed> feeds = new ArrayList<>();
  private long version = FIRST;

  public Store(InstantSource clock, long seed) {
    this(clock, seed, WINDOW);
  }

  /// @param window how many changes a watch may be behind
  public Store(InstantSource clock, long seed, int window) {
    this.clock = clock;
    this.names = new Names(seed);
    this.history = new History(window, FIRST);
    for (var resource : Resource.values()) {
      objects.put(resource, new TreeMap<>());
    }
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  /// Tells of every change, on the writer's thread and after the write; in the order of the
  /// versions only where one thread writes.
  public void listen(Consumer<Change> listener) {
    listeners.add(listener);
  }

  @Override
  public synchronized List<ObjectNode> list(Resource resource) {
    return all(resource).values().stream().map(ObjectNode::deepCopy).toList();
  }

  @Override
  public synchronized Optional<ObjectNode> get(Resource resource, String namespace, String name) {
    return Optional.ofNullable(all(resource).get(Key.of(resource, namespace, name)))
        .map(ObjectNode::deepCopy);
  }

  /// The version of the newest change.
  public synchronized long version() {
    return version;
  }

  /// The objects as they stood at a version; shared, not to be changed. Empty when it is too old to
  /// be known.
  public synchronized Optional<List<ObjectNode>> at(long then, Resource resource) {
    return history.knows(then)
        ? Optional.of(List.copyOf(history.at(then, resource, all(resource)).values()))
        : Optional.empty();
  }

  /// What happened to a resource since a version and from now on; empty when that is too old to be
  /// known. To be closed.
  ///
  /// @param selection which objects are meant; one that no longer is counts as deleted
  public synchronized Optional<Feed> watch(
      Resource resource, long since, Predicate<ObjectNode> selection) {
    if (!history.knows(since)) {
      return Optional.empty();
    }
    var feed = new Feed(resource, selection, this::forget);
    history.since(since, resource).forEach(feed::offer);
    feeds.add(feed);
    return Optional.of(feed);
  }

  /// All there is of a resource, as if it were new, and what happens from now on. To be closed.
  public synchronized Feed watchAll(Resource resource, Predicate<ObjectNode> selection) {
    var feed = new Feed(resource, selection, this::forget);
    for (var object : all(resource).values()) {
      var news = new Change(Change.Type.ADDED, resource, version, object);
      feed.offer(new History.Step(news, null));
    }
    feed.begins(version);
    feeds.add(feed);
    return feed;
  }

  /// From now on no watch can be resumed from before now.
  public synchronized void compact() {
    version++;
    history.compact(version);
  }

  @Override
  public ObjectNode create(Resource resource, ObjectNode object) {
    return create(resource, object, false);
  }

  /// As [World#create], or a trial of it.
  ///
  /// @param dry whether it is only tried
  public ObjectNode create(Resource resource, ObjectNode object, boolean dry) {
    var made = Metadata.typed(resource, object.deepCopy());
    Optional<Change> change;
    synchronized (this) {
      new Birth(resource, names, now(), all(Resource.NAMESPACES).keySet()).of(made);
      if (all(resource).containsKey(Key.of(made))) {
        throw Refusal.alreadyExists(resource, Key.of(made).name());
      }
      change = dry ? Optional.empty() : Optional.of(put(resource, null, made));
    }
    change.ifPresent(this::tell);
    return made.deepCopy();
  }

  @Override
  public ObjectNode update(Resource resource, ObjectNode object) {
    return replace(resource, object, false);
  }

  @Override
  public ObjectNode updateStatus(Resource resource, ObjectNode object) {
    return replace(resource, object, resource.hasStatus());
  }

  private ObjectNode replace(Resource resource, ObjectNode object, boolean status) {
    var key = Key.of(object);
    var copy = object.deepCopy();
    return modify(resource, key.namespace(), key.name(), new Writing(status, false), _ -> copy);
  }

  /// How an object is written.
  ///
  /// @param status whether only its status is
  /// @param dry whether it is only tried
  public record Writing(boolean status, boolean dry) {}

  /// Reads and writes an object in one step that nothing can come between.
  ///
  /// @param change of a private copy; what it throws leaves the object as it is
  public ObjectNode modify(
      Resource resource,
      String namespace,
      String name,
      Writing writing,
      UnaryOperator<ObjectNode> change) {
    ObjectNode after;
    Optional<Change> told = Optional.empty();
    synchronized (this) {
      var before = all(resource).get(Key.of(resource, namespace, name));
      if (before == null) {
        throw Refusal.notFound(resource, name);
      }
      after = merged(resource, before, change.apply(before.deepCopy()), writing.status());
      if (!writing.dry() && !Sameness.of(after, before)) {
        told = Optional.of(put(resource, before, after));
      }
    }
    told.ifPresent(this::tell);
    return after.deepCopy();
  }

  private static ObjectNode merged(
      Resource resource, ObjectNode before, ObjectNode wanted, boolean status) {
    var stated = Metadata.resourceVersion(wanted);
    if (!stated.isEmpty() && !stated.equals(Metadata.resourceVersion(before))) {
      throw new Conflict(resource, Key.of(before).name());
    }
    if (status) {
      var after = before.deepCopy();
      Metadata.status(wanted, after);
      return after;
    }
    Metadata.sameObject(resource, before, wanted);
    var after = Metadata.typed(resource, wanted);
    Metadata.keep(before, after);
    if (resource.hasStatus()) {
      Metadata.status(before, after);
    }
    Metadata.raiseGeneration(before, after);
    return after;
  }

  @Override
  public void delete(Resource resource, String namespace, String name) {
    List<Change> changes = new ArrayList<>();
    synchronized (this) {
      remove(resource, Key.of(resource, namespace, name), changes);
    }
    changes.forEach(this::tell);
  }

  private void remove(Resource resource, Key key, List<Change> changes) {
    var last = all(resource).remove(key);
    if (last == null) {
      return;
    }
    var gone = last.deepCopy();
    version++;
    Metadata.of(gone).put("resourceVersion", Long.toString(version));
    changes.add(note(new Change(Change.Type.DELETED, resource, version, gone), last));
    var uid = Metadata.uid(last);
    for (var other : Resource.values()) {
      all(other).entrySet().stream()
          .filter(entry ->
              Metadata.ownedOnlyBy(uid, entry.getValue())
                  || (resource == Resource.NAMESPACES
                      && entry.getKey().namespace().equals(key.name())))
          .map(Map.Entry::getKey)
          .toList()
          .forEach(owned -> remove(other, owned, changes));
    }
  }

  private Change put(Resource resource, @Nullable ObjectNode before, ObjectNode after) {
    version++;
    Metadata.of(after).put("resourceVersion", Long.toString(version));
    var kept = after.deepCopy();
    all(resource).put(Key.of(kept), kept);
    var type = before == null ? Change.Type.ADDED : Change.Type.MODIFIED;
    return note(new Change(type, resource, version, kept), before);
  }

  private Change note(Change change, @Nullable ObjectNode before) {
    var step = new History.Step(change, before);
    history.add(step);
    feeds.forEach(feed -> feed.offer(step));
    return change;
  }

  private void tell(Change change) {
    listeners.forEach(listener -> listener.accept(change));
  }

  private synchronized void forget(Feed feed) {
    feeds.remove(feed);
  }

  private NavigableMap<Key, ObjectNode> all(Resource resource) {
    return Objects.requireNonNull(objects.get(resource));
  }
}
