package dev.sluice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxTest {

  private final ArrayDeque<Runnable> queue = new ArrayDeque<>();
  private final List<Integer> read = new ArrayList<>();
  private final Mailbox<Integer> mailbox = new Mailbox<>(queue::add, read::add);

  @Test
  void many_posts_between_two_pulses_become_one_render_of_the_last() {
    IntStream.rangeClosed(1, 1000).forEach(mailbox::accept);

    assertThat(queue).hasSize(1);
    queue.remove().run();
    assertThat(read).containsExactly(1000);
  }

  @Test
  void a_post_after_the_render_is_rendered_too() {
    mailbox.accept(1);
    queue.remove().run();
    mailbox.accept(2);

    assertThat(queue).hasSize(1);
    queue.remove().run();
    assertThat(read).containsExactly(1, 2);
  }

  @Test
  void a_post_made_while_rendering_is_not_lost() {
    var reposting = new ArrayList<Integer>();
    var later = new ArrayDeque<Runnable>();
    var self = new ArrayList<Mailbox<Integer>>();
    self.add(
        new Mailbox<>(
            later::add,
            value -> {
              reposting.add(value);
              if (value < 3) {
                self.getFirst().accept(value + 1);
              }
            }));
    self.getFirst().accept(1);
    while (!later.isEmpty()) {
      later.remove().run();
    }

    assertThat(reposting).containsExactly(1, 2, 3);
  }

  @Test
  void the_last_of_a_million_posts_from_many_threads_is_shown_and_renders_are_few()
      throws InterruptedException {
    var last = new AtomicInteger();
    var renders = new AtomicInteger();
    var posted = new AtomicInteger();
    var done = new CountDownLatch(1);
    try (var fx = Executors.newSingleThreadExecutor();
        var posters = Executors.newFixedThreadPool(4)) {
      var box =
          new Mailbox<Integer>(
              fx,
              value -> {
                renders.incrementAndGet();
                last.set(value);
                if (value < 0) {
                  done.countDown();
                }
              });
      for (int i = 0; i < 4; i++) {
        posters.execute(() -> {
          for (int n = 0; n < 250_000; n++) {
            box.accept(posted.incrementAndGet());
          }
        });
      }
      posters.shutdown();
      assertThat(posters.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      box.accept(-1);
      assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(last).hasValue(-1);
    assertThat(renders.get()).isLessThan(1_000_000);
  }
}
