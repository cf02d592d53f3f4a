package dev.sluice.cluster.credentials;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Credentials from a program, kept until they expire or are rejected. One run serves everybody who
/// waits, and after a failure or a fresh rejection it rests, so that no storm of runs begins.
final class Exec implements CredentialSource {
  private static final Duration REST = Duration.ofSeconds(10);

  private final ExecRunner runner;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Instant ranAt = Instant.MIN;
  private @Nullable ExecAnswer kept;
  private @Nullable Failure failed;

  Exec(ExecRunner runner, InstantSource clock) {
    this.runner = runner;
    this.clock = clock;
  }

  @Override
  public Result<Credentials> current() {
    lock.lock();
    try {
      var now = clock.instant();
      if (kept != null && kept.validAt(now)) {
        return Result.ok(kept.credentials());
      }
      if (failed != null && resting(now)) {
        return Result.failed(failed);
      }
      return runner.program().then(program -> run(program, now));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void rejected(Credentials used) {
    lock.lock();
    try {
      if (kept != null && kept.credentials().equals(used) && !resting(clock.instant())) {
        kept = null;
      }
    } finally {
      lock.unlock();
    }
  }

  private Result<Credentials> run(ExecProgram program, Instant now) {
    ranAt = now;
    kept = null;
    failed = null;
    return switch (runner.run(program)) {
      case Result.Ok<ExecAnswer>(var answer) -> {
        kept = answer;
        yield Result.ok(answer.credentials());
      }
      case Result.Failed<ExecAnswer>(var failure) -> {
        failed = failure;
        yield Result.failed(failure);
      }
    };
  }

  private boolean resting(Instant now) {
    return ranAt.isAfter(now.minus(REST));
  }
}
