package dev.sluice.drill;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.drill.access.User;
import dev.sluice.drill.access.Users;
import dev.sluice.drill.api.ApiServer;
import dev.sluice.drill.api.Audit;
import dev.sluice.drill.clock.DrillClock;
import dev.sluice.drill.control.Controllers;
import dev.sluice.drill.faults.Faults;
import dev.sluice.drill.kubelet.Autoscalers;
import dev.sluice.drill.kubelet.EndpointSlices;
import dev.sluice.drill.kubelet.EventGarbage;
import dev.sluice.drill.kubelet.Fates;
import dev.sluice.drill.kubelet.Kubelet;
import dev.sluice.drill.kubelet.ReplicaSets;
import dev.sluice.drill.store.Store;
import dev.sluice.drill.world.Backend;
import dev.sluice.drill.world.Controller;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A drill under way: cluster, API server, clock, and the switches of a scenario.
public final class Drill implements AutoCloseable {
  /// The name of its context.
  public static final String CONTEXT = "drill";

  /// The name of its Rollouts controller, for [#asleep].
  public static final String ARGO = "argo-rollouts";

  private static final List<String> NODES = List.of("node-a", "node-b", "node-c");

  private final DrillClock clock;
  private final Store store;
  private final Users users = Users.standard();
  private final Faults faults = new Faults();
  private final Fates fates = new Fates();
  private final Map<String, Backend> backends = new ConcurrentHashMap<>();
  private final List<Audit> audits = new CopyOnWriteArrayList<>();
  private final Controllers controllers;
  private final ApiServer api;

  private Drill(DrillClock clock, long seed) {
    this.clock = clock;
    this.store = new Store(clock, seed);
    this.controllers = new Controllers(clock);
    var kubelet = new Kubelet(store, fates);
    controllers.add("replica-sets", new ReplicaSets(store));
    controllers.add("kubelet", kubelet);
    controllers.add("autoscalers", new Autoscalers(store));
    controllers.add("endpoints", new EndpointSlices(store));
    controllers.add("event-garbage", new EventGarbage(store));
    store.listen(change -> {
      // No controller acts upon what is only told.
      if (change.resource() != Resource.EVENTS) {
        controllers.changed();
      }
    });
    this.api = ApiServer.start(store, users, faults, kubelet, this::backend, this::audited);
    NODES.forEach(this::node);
  }

  /// Starts one whose clock runs.
  ///
  /// @param start when it begins, by its own clock
  /// @param past how much of it is over when it is first seen, so that there is something to see
  /// @param speed drill seconds to a second of the wall
  public static Drill start(
      long seed, Instant start, Duration past, double speed, Scenario scenario) {
    var drill = byHand(seed, start, past, scenario);
    drill.clock.run(speed);
    return drill;
  }

  /// Starts one whose clock is moved by hand.
  public static Drill byHand(long seed, Instant start, Duration past, Scenario scenario) {
    var drill = new Drill(DrillClock.byHand(start.minus(past)), seed);
    scenario.begin(drill);
    drill.clock.step(past);
    return drill;
  }

  public World world() {
    return store;
  }

  public DrillClock clock() {
    return clock;
  }

  /// The seams at which the connection to the API server can be made to fail.
  public Faults faults() {
    return faults;
  }

  /// Which pods fare badly.
  public Fates fates() {
    return fates;
  }

  /// Where the API server listens.
  public URI uri() {
    return api.uri();
  }

  /// One of `admin`, `alice`, `bob`, `viewer`, `scoped`, `nobody`.
  public User user(String name) {
    return users.named(name);
  }

  /// From now on that answers behind a Service.
  public void serve(String namespace, String service, Backend backend) {
    backends.put(namespace + "/" + service, backend);
  }

  /// Adds a controller to those that watch the world.
  public void control(String name, Controller controller) {
    controllers.add(name, controller);
  }

  /// Tells of every write that somebody asks the API server for.
  public void audit(Audit audit) {
    audits.add(audit);
  }

  private void audited(Audit.Deed deed) {
    audits.forEach(audit -> audit.wrote(deed));
  }

  /// Lets a controller hang, or wakes it.
  public void asleep(String controller, boolean sleeps) {
    controllers.asleep(controller, sleeps);
  }

  /// The API server's process dies, or comes back.
  public void down(boolean dead) {
    if (dead) {
      api.unplug();
    } else {
      api.plug();
    }
  }

  /// No watch can go on from before now.
  public void compact() {
    store.compact();
  }

  private Optional<Backend> backend(String namespace, String service) {
    return Optional.ofNullable(backends.get(namespace + "/" + service));
  }

  private void node(String name) {
    var node = JsonNodeFactory.instance.objectNode();
    node.putObject("metadata").put("name", name);
    node.putObject("spec");
    store.create(Resource.NODES, node);
  }

  /// Ends everything that belongs to it.
  @Override
  public void close() {
    clock.close();
    faults.calm();
    api.close();
  }
}
