package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Order;
import dev.sluice.act.Pursuits;
import dev.sluice.act.Write;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import dev.sluice.reports.ReportFolder;
import dev.sluice.state.Effect;
import dev.sluice.state.Event;
import dev.sluice.state.LogTail;
import dev.sluice.state.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EffectsTest {

  private final ToyConnection connection = new ToyConnection();
  private final BlockingQueue<Event> posted = new LinkedBlockingQueue<>();
  private final Effects effects =
      new Effects(
          new Connected(
              context -> context.equals("prod") ? Optional.of(connection) : Optional.empty()),
          new ReportFolder(Path.of("target", "no-reports")),
          posted::add);
  private final Release release = Releases.canary().build();
  private final Write abort = () -> "abort";

  @AfterEach
  void close() {
    connection.answering.countDown();
    effects.close();
  }

  @Test
  void aWriteIsPreparedSentOnceAndItsAnswerPosted() throws InterruptedException {
    connection.answering.countDown();
    effects.accept(new Effect.Carry(7, new Order.Send(release, abort)));

    assertThat(next())
        .isInstanceOfSatisfying(
            Event.Replied.class,
            replied -> {
              assertThat(replied.pursuit()).isEqualTo(7);
              assertThat(replied.answer()).isInstanceOf(Result.Ok.class);
            });
    assertThat(connection.asked).containsExactly("prepare abort", "send", "answered");
  }

  @Test
  void whatCannotBePreparedIsNotSent() throws InterruptedException {
    connection.preparing = false;
    effects.accept(new Effect.Carry(7, new Order.Send(release, abort)));

    assertThat(next())
        .isInstanceOfSatisfying(
            Event.Replied.class,
            replied -> assertThat(replied.answer()).isInstanceOf(Result.Failed.class));
    assertThat(connection.asked).containsExactly("prepare abort");
  }

  @Test
  void aClusterThatIsNotConnectedIsUnreachableAndNothingWasSent() throws InterruptedException {
    var elsewhere = new dev.sluice.release.ReleaseRef("gone", "shop", "checkout");
    effects.accept(new Effect.Carry(7, new Order.Read(elsewhere)));

    assertThat(next())
        .isInstanceOfSatisfying(
            Event.Reread.class,
            reread ->
                assertThat(reread.answer())
                    .isInstanceOfSatisfying(
                        Result.Failed.class,
                        failed ->
                            assertThat(failed.failure()).isInstanceOf(Failure.Unreachable.class)));
  }

  @Test
  void aPlanIsDrawnOnTheFactsItIsAskedFor() throws InterruptedException {
    effects.accept(new Effect.Draw(release, new Action.Promote(), Permissions.ALL));

    assertThat(next())
        .isInstanceOfSatisfying(
            Event.Planned.class,
            planned -> {
              assertThat(planned.action()).isEqualTo(new Action.Promote());
              assertThat(planned.facts()).isEqualTo(dev.sluice.act.Facts.of(release));
            });
  }

  @Test
  void permissionsAreAskedInTheirNamespace() throws InterruptedException {
    effects.accept(new Effect.AskPermissions(new Place("prod", "shop")));

    assertThat(next()).isInstanceOf(Event.Permitted.class);
    assertThat(connection.asked).containsExactly("permissions shop");
  }

  @Test
  void whoStepsDownDoesSoAfterWhatWasAskedForBefore() {
    connection.campaigning = () -> waits(() -> connection.asked.contains("step down checkout"));
    effects.accept(new Effect.Campaign(release.ref()));
    effects.accept(new Effect.StepDown(release.ref()));

    effects.close();

    assertThat(connection.asked).containsExactly("campaign checkout", "step down checkout");
  }

  /// Gives the other one every chance to be first.
  private static void waits(BooleanSupplier there) {
    long end = System.nanoTime() + Duration.ofMillis(200).toNanos();
    while (!there.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  @Test
  void whatIsAttendedToIsTurnedToInTheOrderAskedFor() {
    var ref = release.ref();
    for (int i = 0; i < 100; i++) {
      effects.accept(new Effect.Unfollow(ref));
      effects.accept(new Effect.Adjourn(ref));
      effects.accept(new Effect.Follow(ref));
      effects.accept(new Effect.Judge(ref));
    }
    effects.close();

    assertThat(connection.asked)
        .hasSize(400)
        .isEqualTo(
            Collections.nCopies(
                    100,
                    List.of(
                        "unfollow checkout",
                        "adjourn checkout",
                        "follow checkout",
                        "judge checkout"))
                .stream()
                .flatMap(List::stream)
                .toList());
  }

  @Test
  void aLogIsFetchedAndItsAnswerPosted() throws InterruptedException {
    var source = new LogTail.Source("checkout-1", "app", true);
    effects.accept(new Effect.FetchLog(release.ref(), source));

    assertThat(next())
        .isInstanceOfSatisfying(
            Event.LogRead.class, read -> assertThat(read.source()).isEqualTo(source));
  }

  @Test
  void whoMayNotLeaveATraceIsTold() throws InterruptedException {
    connection.mute = true;
    effects.accept(new Effect.Note(release, Pursuits.underWay(new Action.Abort())));

    assertThat(next()).isEqualTo(new Event.Troubled(new Failure.Forbidden("prod", "no Events")));
  }

  @Test
  void closingWaitsForTheAnswerToAWriteOnItsWay() throws InterruptedException {
    effects.accept(new Effect.Carry(7, new Order.Send(release, abort)));
    var closing = Thread.ofVirtual().start(effects::close);
    connection.answering.countDown();
    closing.join();

    assertThat(next()).isInstanceOf(Event.Replied.class);
    assertThat(connection.asked).contains("answered");
  }

  private Event next() throws InterruptedException {
    var event = posted.poll(20, TimeUnit.SECONDS);
    assertThat(event).as("an event within 20 s").isNotNull();
    return event;
  }
}
