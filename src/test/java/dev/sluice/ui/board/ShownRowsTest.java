package dev.sluice.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Agenda;
import dev.sluice.state.Need;
import dev.sluice.text.Words;
import dev.sluice.ui.stage.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.RandomAccess;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownRowsTest {
  private static final List<Column> COLUMNS = List.of(Column.values());

  private final ShownRows rows = new ShownRows();
  private final List<String> changes = new ArrayList<>();

  @Test
  void oneChangedReleaseTouchesOneRow() {
    var releases = fleet(1_000);
    rows.show(releases, Agenda.NOTHING, Map.of());
    listen();
    var ref = ref(500);
    rows.show(with(releases, paused(ref, 30)), Agenda.NOTHING, Map.of());
    assertThat(changes).hasSizeLessThanOrEqualTo(2).allMatch(change -> change.endsWith(" 1"));
    assertThat(rows.shown().getFirst().ref()).isEqualTo(ref);
  }

  @Test
  void aRowThatKeepsItsPlaceIsReplacedThere() {
    var releases = with(fleet(1_000), paused(ref(500), 10));
    rows.show(releases, Agenda.NOTHING, Map.of());
    listen();
    rows.shown().onSwap(at -> changes.add("swapped " + at));
    rows.show(with(releases, paused(ref(500), 30)), Agenda.NOTHING, Map.of());
    assertThat(changes).containsExactly("swapped 0");
    assertThat(rows.shown().getFirst().share()).hasValue(30);
  }

  /// Without this mark `Collections.binarySearch` walks.
  @Test
  void aRowAmongThousandsIsFoundWithoutWalkingThere() {
    assertThat(rows.shown()).isInstanceOf(RandomAccess.class);
  }

  @Test
  void aReleaseThatLooksTheSameTouchesNothing() {
    var releases = fleet(100);
    rows.show(releases, Agenda.NOTHING, Map.of());
    listen();
    rows.show(releases, Agenda.NOTHING, Map.of());
    rows.show(with(releases, Samples.finished(ref(5), "v2.5")), Agenda.NOTHING, Map.of());
    assertThat(changes).isEmpty();
  }

  @Test
  void theSizeFollowsWhatIsThereAndNotWhatIsFiltered() {
    rows.filter(Filter.of("nothing like it"));
    rows.show(with(fleet(10), paused(ref(3), 10)), Agenda.NOTHING, Map.of());
    assertThat(rows.size()).isEqualTo(10);
    assertThat(rows.shown()).isEmpty();
    rows.show(Map.of(), Agenda.NOTHING, Map.of());
    assertThat(rows.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void afterAnyChangesTheListIsTheOneMadeAnew(long seed) {
    var random = new Random(seed);
    var sorting =
        new Sorting(Optional.of(COLUMNS.get(random.nextInt(COLUMNS.size()))), random.nextBoolean());
    var filter = Filter.of(List.of("", "phase:paused", "1", "-v2").get(random.nextInt(4)));
    rows.sort(sorting);
    rows.filter(filter);
    var releases = new HashMap<>(fleet(200));
    for (int step = 0; step < 60; step++) {
      for (int i = random.nextInt(6); i >= 0; i--) {
        var ref = ref(random.nextInt(220));
        if (random.nextInt(4) == 0) {
          releases.remove(ref);
        } else {
          releases.put(ref, random.nextBoolean() ? paused(ref, random.nextInt(100)) : calm(ref));
        }
      }
      var agenda = asking(random, releases.keySet());
      rows.show(Map.copyOf(releases), agenda, Map.of());
      var anew = new ShownRows();
      anew.sort(sorting);
      anew.filter(filter);
      anew.show(Map.copyOf(releases), agenda, Map.of());
      assertThat(rows.shown()).isEqualTo(anew.shown());
    }
  }

  @Test
  void whatComesToNeedAPersonMovesUpAlthoughTheReleaseIsAsItWas() {
    var releases = fleet(1_000);
    rows.show(releases, Agenda.NOTHING, Map.of());
    rows.show(releases, asking(List.of(ref(500))), Map.of());
    assertThat(rows.shown().getFirst().ref()).isEqualTo(ref(500));
    rows.show(releases, Agenda.NOTHING, Map.of());
    assertThat(rows.shown().getFirst().ref()).isNotEqualTo(ref(500));
  }

  private static Agenda asking(Random random, Set<ReleaseRef> refs) {
    return asking(refs.stream().filter(_ -> random.nextInt(9) == 0).toList());
  }

  private static Agenda asking(List<ReleaseRef> refs) {
    var needs =
        refs.stream()
            .map(ref -> new Need(ref, Need.Kind.WORSE, Words.of("need.worse"), Optional.empty()))
            .toList();
    return new Agenda(
        needs,
        List.of(),
        needs.stream().collect(Collectors.toMap(Need::release, need -> need)),
        Map.of());
  }

  private void listen() {
    rows.shown()
        .addListener(
            (ListChangeListener<BoardRow>)
                change -> {
                  while (change.next()) {
                    if (change.wasReplaced()) {
                      changes.add("replaced " + change.getAddedSize());
                    } else if (change.wasAdded()) {
                      changes.add("added " + change.getAddedSize());
                    } else {
                      changes.add("removed " + change.getRemovedSize());
                    }
                  }
                });
  }

  private static Map<ReleaseRef, Release> fleet(int size) {
    var releases = new HashMap<ReleaseRef, Release>();
    for (int i = 0; i < size; i++) {
      releases.put(ref(i), Samples.finished(ref(i), "v2." + i));
    }
    return releases;
  }

  private static Map<ReleaseRef, Release> with(Map<ReleaseRef, Release> all, Release one) {
    var next = new HashMap<>(all);
    next.put(one.ref(), one);
    return next;
  }

  private static Release calm(ReleaseRef ref) {
    return Samples.finished(ref, "v3");
  }

  private static Release paused(ReleaseRef ref, int weight) {
    return Samples.canary(ref, Samples.standardPlan(), 3, weight, "v1", "v2", Samples.ARGO);
  }

  private static ReleaseRef ref(int i) {
    return new ReleaseRef(i % 2 == 0 ? "prod-eu" : "staging", "shop", "service-" + i);
  }
}
