package dev.sluice.bench.load;

import dev.sluice.ui.board.BoardRow;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/// A large cluster that does not exist: as many rollouts as wanted, five pods each, spread over
/// namespaces; every tenth is a canary that waits for a person. Nothing is kept but the canaries'
/// weights.
public final class Crowd {
  static final String ROLLOUTS = "/apis/argoproj.io/v1alpha1/rollouts";
  static final String REPLICA_SETS = "/apis/apps/v1/replicasets";
  static final String PODS = "/api/v1/pods";
  static final String SERVICES = "/api/v1/services";
  private static final int PODS_EACH = 5;
  private static final int CANARY_EVERY = 10;
  private static final int STABLE = 1;
  private static final int CANARY = 2;

  private final int rollouts;
  private final int namespaces;
  private final boolean withPods;
  private final int[] weights;

  public Crowd(int rollouts, int namespaces) {
    this(rollouts, namespaces, true);
  }

  /// @param withPods else it tells of no pod
  public Crowd(int rollouts, int namespaces, boolean withPods) {
    this.rollouts = rollouts;
    this.withPods = withPods;
    this.namespaces = namespaces;
    this.weights = new int[rollouts];
  }

  public int rollouts() {
    return rollouts;
  }

  public int pods() {
    return withPods ? rollouts * PODS_EACH : 0;
  }

  /// How many canaries are on their way.
  public int canaries() {
    return (rollouts + CANARY_EVERY - 1) / CANARY_EVERY;
  }

  /// The rollout of that canary.
  public static int rolloutOf(int canary) {
    return canary * CANARY_EVERY;
  }

  public static String name(int rollout) {
    return "svc-%05d".formatted(rollout);
  }

  /// Which rollout that row is of.
  public static int rollout(BoardRow row) {
    return Integer.parseInt(row.ref().name().substring("svc-".length()));
  }

  public int weight(int rollout) {
    return weights[rollout];
  }

  /// Moves that canary's traffic, and gives back the rollout as it then is.
  byte[] move(int rollout, int weight, long version) {
    weights[rollout] = weight;
    var out = new ByteArrayOutputStream(8192);
    rollout(rollout, version, out);
    return out.toByteArray();
  }

  /// How many objects that collection has.
  int size(String collection) {
    return switch (collection) {
      case ROLLOUTS -> rollouts;
      case REPLICA_SETS -> rollouts + canaries();
      case PODS -> pods();
      case SERVICES -> 2 * rollouts;
      default -> 0;
    };
  }

  void write(String collection, int index, ByteArrayOutputStream out) {
    switch (collection) {
      case ROLLOUTS -> rollout(index, 1, out);
      case REPLICA_SETS -> replicaSet(index, out);
      case PODS -> pod(index, out);
      case SERVICES -> service(index, out);
      default -> {}
    }
  }

  private static boolean updating(int rollout) {
    return rollout % CANARY_EVERY == 0;
  }

  private void rollout(int index, long version, ByteArrayOutputStream out) {
    boolean updating = updating(index);
    var values = about(index, updating ? CANARY : STABLE);
    values.put("uid", uid('1', index));
    values.put("rv", Long.toString(version));
    values.put("stable", hash(index, STABLE));
    values.put("current", hash(index, updating ? CANARY : STABLE));
    values.put("weight", Integer.toString(weights[index]));
    values.put("rest", Integer.toString(100 - weights[index]));
    values.put("phase", updating ? "Paused" : "Healthy");
    values.put("pausing", updating ? Shapes.PAUSING : "");
    values.put("step", updating ? "1" : "6");
    Shapes.ROLLOUT.fill(values, out);
  }

  private void replicaSet(int index, ByteArrayOutputStream out) {
    int rollout = index < rollouts ? index : rolloutOf(index - rollouts);
    int revision = index < rollouts ? STABLE : CANARY;
    var values = about(rollout, revision);
    values.put("uid", replicaSetUid(rollout, revision));
    values.put("owner", uid('1', rollout));
    int pods = revision == CANARY ? 1 : updating(rollout) ? PODS_EACH - 1 : PODS_EACH;
    values.put("replicas", Integer.toString(pods));
    Shapes.REPLICA_SET.fill(values, out);
  }

  private void pod(int index, ByteArrayOutputStream out) {
    int rollout = index / PODS_EACH;
    int revision = updating(rollout) && index % PODS_EACH == 0 ? CANARY : STABLE;
    var values = about(rollout, revision);
    values.put("uid", uid('3', index));
    values.put("owner", replicaSetUid(rollout, revision));
    values.put("pod", Integer.toString(index, Character.MAX_RADIX));
    values.put("node", "node-%03d".formatted(index % 400));
    Shapes.POD.fill(values, out);
  }

  private void service(int index, ByteArrayOutputStream out) {
    int rollout = index / 2;
    boolean canary = index % 2 == 1;
    var values = about(rollout, canary && updating(rollout) ? CANARY : STABLE);
    values.put("uid", uid('4', index));
    values.put("side", canary ? "canary" : "stable");
    Shapes.SERVICE.fill(values, out);
  }

  private Map<String, String> about(int rollout, int revision) {
    var values = new HashMap<String, String>();
    values.put("name", name(rollout));
    values.put("namespace", "team-%03d".formatted(rollout % namespaces));
    values.put("hash", hash(rollout, revision));
    values.put("version", "v1.%d.0".formatted(revision));
    values.put("revision", Integer.toString(revision));
    values.put("rv", "1");
    return values;
  }

  private static String hash(int rollout, int revision) {
    return "%08x%d".formatted(rollout * 0x9E3779B9, revision);
  }

  private static String replicaSetUid(int rollout, int revision) {
    return uid('2', rollout * 2 + revision - 1);
  }

  private static String uid(char kind, int index) {
    return "%c7f1b2c3-1111-4222-8333-%012d".formatted(kind, index);
  }
}
