package dev.sluice.cluster.watch;

import static dev.sluice.drill.store.Objects.object;
import static dev.sluice.drill.world.Resource.CONFIG_MAPS;
import static dev.sluice.drill.world.Resource.NAMESPACES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.drill.Contexts;
import dev.sluice.drill.Drill;
import dev.sluice.drill.faults.Trouble;
import dev.sluice.drill.store.Objects;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A watch that is forced to list anew over and over, in every way that an API server has, while
/// objects come, change and go: after each time it knows what a LIST says.
class RelistTest {
  private static final int TIMES = 1000;
  private static final long SEED = 11;
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Pace PACE =
      new Pace(Duration.ofMillis(1), Duration.ofMillis(5), LONG, LONG, LONG, LONG, LONG, LONG);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Drill drill =
      Drill.byHand(
          SEED,
          Instant.parse("2026-01-05T09:30:00Z"),
          Duration.ZERO,
          begun -> begun.world().create(NAMESPACES, Objects.namespace("shop")));
  private final ApiClient api = Contexts.open(drill, "admin");
  private final Heard<Version> heard = new Heard<>(Version::uid);
  private final Watcher<Version> watcher =
      new Watcher<>(
          api,
          new Resource<>(new Maps(), Optional.of("shop")),
          heard,
          PACE,
          InstantSource.system(),
          RandomGenerator.of("L64X128MixRandom"));
  private final Thread thread = Thread.ofVirtual().unstarted(watcher);
  private final Random random = new Random(SEED);
  private final List<String> names = new ArrayList<>();
  private int made;

  /// Which version of an object is known.
  private record Version(String uid, String version) {}

  /// ConfigMaps, since nobody but the test changes them.
  private static final class Maps implements Kind<Version> {
    @Override
    public String group() {
      return "/api/v1";
    }

    @Override
    public String plural() {
      return "configmaps";
    }

    @Override
    public Set<String> kept() {
      return Set.of();
    }

    @Override
    public Reader<Version> reader() {
      return new Reader<>() {
        @Override
        public void field(String field, Cursor in) throws IOException {
          // What an object holds does not matter here, and what is left unread is skipped.
        }

        @Override
        public Optional<Version> done(Meta meta) {
          return Optional.of(new Version(meta.uid(), meta.resourceVersion()));
        }
      };
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    drill.faults().calm();
    watcher.close();
    thread.join(Duration.ofSeconds(10));
    api.close();
    drill.close();
  }

  @Test
  void afterEachOfAThousandForcedListingsItKnowsWhatAListSays() {
    thread.start();
    assertThat(heard.waits(() -> heard.listings == 1)).isTrue();
    var ways = new HashSet<Integer>();
    while (heard.listings <= TIMES) {
      int way = random.nextInt(20);
      change();
      force(way);
      change();
      var truth = list();
      assertThat(heard.waits(() -> heard.objects.equals(truth)))
          .as(() -> "%d: %s, but a LIST says %s".formatted(way, heard.objects, truth))
          .isTrue();
      ways.add(Math.min(way, 3));
    }
    assertThat(ways).hasSize(4);
    assertThat(heard.unreadable).isEmpty();
    assertThat(heard.down).isEmpty();
  }

  /// Each ends the watch, and leaves no place from which it could go on.
  private void force(int way) {
    switch (way) {
      case 0 -> restart();
      case 1 -> halfOpen();
      case 2 -> refuse();
      default -> {
        drill.compact();
        drill.faults().expiring(true);
        int before = heard.listings;
        assertThat(heard.waits(() -> listedWhenCut(before))).isTrue();
        drill.faults().expiring(false);
      }
    }
  }

  /// A watch that is just being opened is not cut by the first cut.
  private boolean listedWhenCut(int before) {
    drill.faults().cutWatches();
    return heard.listings > before;
  }

  /// The API server dies, and when it is back its history is gone.
  private void restart() {
    drill.down(true);
    change();
    change();
    drill.compact();
    drill.down(false);
  }

  /// A line goes dead, and is found out, as by a probe.
  private void halfOpen() {
    drill.faults().trouble(new Trouble.HalfOpen());
    change();
    change();
    drill.compact();
    watcher.renew();
    drill.faults().calm();
  }

  private void refuse() {
    drill.faults().trouble(new Trouble.Busy(503, Duration.ofSeconds(1)));
    drill.faults().cutWatches();
    change();
    change();
    drill.compact();
    drill.faults().calm();
  }

  /// Something comes, changes or goes.
  private void change() {
    var world = drill.world();
    int lot = random.nextInt(3);
    if (names.size() < 3 || (lot == 0 && names.size() < 30)) {
      var name = "map-" + made++;
      names.add(name);
      world.create(
          CONFIG_MAPS, object("{'metadata':{'namespace':'shop','name':'%s'}}".formatted(name)));
    } else if (lot == 1) {
      world.delete(CONFIG_MAPS, "shop", names.remove(random.nextInt(names.size())));
    } else {
      var map =
          world.get(CONFIG_MAPS, "shop", names.get(random.nextInt(names.size()))).orElseThrow();
      map.putObject("data").put("made", "" + made++);
      world.update(CONFIG_MAPS, map);
    }
  }

  private Map<String, Version> list() {
    var all = new HashMap<String, Version>();
    api.get("/api/v1/namespaces/shop/configmaps", JSON::readTree)
        .orElse(why -> {
          throw new AssertionError(why);
        })
        .path("items")
        .forEach(item -> all.put(uid(item), new Version(uid(item), Objects.version(item))));
    return all;
  }

  private static String uid(JsonNode item) {
    return item.at("/metadata/uid").asText();
  }
}
