package dev.sluice.cluster.policy;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.watch.Audience;
import dev.sluice.cluster.watch.Meta;
import dev.sluice.cluster.watch.Pace;
import dev.sluice.cluster.watch.Resource;
import dev.sluice.cluster.watch.Watcher;
import dev.sluice.policy.Draft;
import dev.sluice.policy.PolicyBook;
import dev.sluice.policy.PolicyBook.Entry;
import dev.sluice.policy.PolicyFeed;
import dev.sluice.policy.PolicyReading;
import dev.sluice.release.Failure;
import dev.sluice.release.Scope;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Watches the policies of one context, each scope on a thread of its own, until it is closed.
public final class PolicyWatch implements AutoCloseable {

  private final Map<Watcher<PolicyMap>, Thread> watchers;

  /// Watches nothing before [#begin].
  ///
  /// @param namespaces empty for all
  public PolicyWatch(
      ApiClient api, Collection<String> namespaces, PolicyFeed feed, InstantSource clock) {
    var scopes =
        namespaces.isEmpty()
            ? Stream.of(new Scope(api.context(), Optional.empty()))
            : namespaces.stream().distinct().map(n -> new Scope(api.context(), Optional.of(n)));
    this.watchers =
        scopes
            .map(scope -> watcher(api, scope, feed, clock))
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(),
                    Thread.ofVirtual().name(api.context() + " watch policies")::unstarted));
  }

  /// Starts watching, once, and returns at once: the feed may be called before it has.
  public PolicyWatch begin() {
    watchers.values().forEach(Thread::start);
    return this;
  }

  private static Watcher<PolicyMap> watcher(
      ApiClient api, Scope scope, PolicyFeed feed, InstantSource clock) {
    return new Watcher<>(
        api,
        new Resource<>(new PolicyMaps(), scope.namespace()),
        new Listener(scope, feed),
        Pace.STANDARD,
        clock,
        RandomGenerator.of("L64X128MixRandom"));
  }

  /// Watches anew at once, where a pause is waited out: the API server answers again.
  public void renew() {
    watchers.keySet().forEach(Watcher::renew);
  }

  @Override
  public void close() {
    watchers.forEach((watcher, thread) -> {
      watcher.close();
      thread.interrupt();
    });
  }

  /// Keeps the maps of one scope and hands on the whole book at each change. Its watch's thread
  /// alone calls it.
  private static final class Listener implements Audience<PolicyMap> {
    private final PolicyReading reading = new YamlPolicies();
    private final Map<String, List<Entry>> read = new HashMap<>();
    private final Scope scope;
    private final PolicyFeed feed;
    private boolean known;

    Listener(Scope scope, PolicyFeed feed) {
      this.scope = scope;
      this.feed = feed;
    }

    @Override
    public void listed(List<PolicyMap> all) {
      read.clear();
      all.forEach(map -> read.put(map.uid(), entries(map)));
      known = true;
      tell();
    }

    @Override
    public void put(PolicyMap map) {
      read.put(map.uid(), entries(map));
      tell();
    }

    @Override
    public void gone(String uid) {
      if (read.remove(uid) != null) {
        tell();
      }
    }

    @Override
    public void unreadable(Meta object, Failure why) {
      feed.unruled(scope, why);
    }

    @Override
    public void heard() {}

    @Override
    public void broken(Failure why) {
      if (why instanceof Failure.BadAnswer) {
        feed.unruled(scope, why);
      } else {
        lost(why);
      }
    }

    @Override
    public void down(Failure why) {
      lost(why);
    }

    /// What was known before still applies; nothing known is not the same as nothing said.
    private void lost(Failure why) {
      if (!known) {
        feed.unruled(scope, why);
      }
    }

    private void tell() {
      feed.ruled(scope, PolicyBook.of(read.values().stream().flatMap(List::stream).toList()));
    }

    private List<Entry> entries(PolicyMap map) {
      return map.data().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(text -> entry(map, text.getKey(), text.getValue()))
          .toList();
    }

    private Entry entry(PolicyMap map, String key, String text) {
      Draft draft = reading.document(map.namespace() + "/" + map.name() + ": " + key, text);
      var name = key.substring(0, key.length() - PolicyMap.SUFFIX.length());
      return new Entry(map.namespace(), name, draft, map.author());
    }
  }
}
