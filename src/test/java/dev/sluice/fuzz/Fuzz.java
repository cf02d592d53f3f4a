package dev.sluice.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Hands spoilt texts to a parser: whatever comes, it answers with a value or with failures that
/// say where and what, it ends, and it takes no more memory than a text of that size may.
///
/// `-Dsluice.fuzz.cases=` sets how many, `-Dsluice.fuzz.seed=` which. What is found is made smaller
/// and told with the seed that brings it back.
public final class Fuzz {
  private static final int CASES = Integer.getInteger("sluice.fuzz.cases", 1_500);
  private static final long SEED = Long.getLong("sluice.fuzz.seed", 20_261_129L);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
  private static final long MEMORY = 64L << 20;
  private static final long MEMORY_A_BYTE = 20_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<byte[]> corpus;
  private final Parser parser;
  private final AtomicReference<Input> now = new AtomicReference<>();

  /// What is tried.
  @FunctionalInterface
  public interface Parser {

    /// Reads that text; gives back what was wrong with it.
    Collection<? extends Failure> read(byte[] text) throws Exception;
  }

  /// What is read now, and since when.
  private static final class Input {
    private final byte[] text;
    private final long since = System.nanoTime();

    Input(byte[] text) {
      this.text = text;
    }
  }

  private Fuzz(List<byte[]> corpus, Parser parser) {
    this.corpus = corpus;
    this.parser = parser;
  }

  /// Tries `parser` on many spoilt texts made of those of `corpus`.
  public static void on(List<String> corpus, Parser parser) {
    var bytes = corpus.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    var fuzz = new Fuzz(bytes, parser);
    Guided.take(fuzz, bytes);
    fuzz.all();
  }

  /// The texts to start from: files in `src/test/resources/fuzz`. What once broke something is kept
  /// there too.
  public static List<String> corpus(String folder) {
    try (var files = Files.list(Path.of("src/test/resources/fuzz", folder))) {
      var texts = new ArrayList<String>();
      for (var file : files.sorted().toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What was wrong, if anything was.
  public static Collection<Failure> of(Result<?> result) {
    return result instanceof Result.Failed<?>(var failure) ? List.of(failure) : List.of();
  }

  private void all() {
    var found = new AtomicReference<Optional<String>>();
    var reading = Thread.ofPlatform().daemon().start(() -> found.set(search()));
    while (found.get() == null) {
      join(reading);
      var input = now.get();
      if (input != null) {
        assertThat(System.nanoTime() - input.since)
            .as("one text keeps the parser busy: %s", shown(input.text))
            .isLessThan(PATIENCE);
      }
      assertThat(reading.isAlive() || found.get() != null).isTrue();
    }
    assertThat(found.get()).isEmpty();
  }

  private static void join(Thread thread) {
    try {
      thread.join(250);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<String> search() {
    for (var text : corpus) {
      var fault = fault(text);
      if (fault.isPresent()) {
        return fault.map(why -> why + "\non the corpus:\n" + shown(text));
      }
    }
    for (int i = 0; i < CASES; i++) {
      var dice = Dice.of(SEED + i);
      var text = new Mutator(corpus, dice).spoil(corpus.get(dice.nextInt(corpus.size())));
      if (fault(text).isPresent()) {
        var small = shrunk(text);
        return Optional.of(
            "%s\n-Dsluice.fuzz.cases=1 -Dsluice.fuzz.seed=%d\n%s"
                .formatted(fault(small).orElseThrow(), SEED + i, shown(small)));
      }
    }
    return Optional.empty();
  }

  private byte[] shrunk(byte[] text) {
    var small = text;
    for (int step = small.length / 2; step > 0; step /= 2) {
      for (int at = 0; at + step <= small.length; ) {
        var shorter = without(small, at, step);
        if (fault(shorter).isPresent()) {
          small = shorter;
        } else {
          at += step;
        }
      }
    }
    return small;
  }

  private static byte[] without(byte[] text, int at, int count) {
    var shorter = Arrays.copyOf(text, text.length - count);
    System.arraycopy(text, at + count, shorter, at, text.length - count - at);
    return shorter;
  }

  /// What is wrong with how that text is read, if anything is.
  Optional<String> fault(byte[] text) {
    now.set(new Input(text));
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      var faults = new ArrayList<>(parser.read(text));
      long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
      long most = MEMORY + MEMORY_A_BYTE * text.length;
      return taken > most
          ? Optional.of(taken + " bytes of memory")
          : faults.stream().flatMap(fault -> said(fault).stream()).findFirst();
    } catch (Exception | StackOverflowError | OutOfMemoryError thrown) {
      return Optional.of(thrown + at(thrown));
    }
  }

  private static String at(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("dev.sluice"))
        .limit(3)
        .map(frame -> "\n  at " + frame)
        .reduce("", String::concat);
  }

  /// What is wrong with how a failure is told.
  private static Optional<String> said(Failure failure) {
    var sentence = Texts.of(failure.words());
    if (failure instanceof Failure.BadInput(var source, int line, int column, var problem)) {
      if (source.isBlank() || line < 0 || column < 0 || Texts.of(problem).isBlank()) {
        return Optional.of("told without what or where: " + failure);
      }
    }
    return sentence.isBlank() ? Optional.of("told without a word: " + failure) : Optional.empty();
  }

  private static String shown(byte[] text) {
    return new String(text, 0, Math.min(text.length, 2_000), StandardCharsets.UTF_8);
  }
}
