package dev.sluice.cluster.credentials;

import dev.sluice.cluster.kubeconfig.User;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A token that something else renews in a file. Read again once a minute, and when it was
/// rejected; while the file cannot be read the last token, or the kubeconfig's own, is used.
final class TokenFile implements CredentialSource {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final String context;
  private final User user;
  private final Optional<ClientKey> key;
  private final InstantSource clock;
  private Instant readAt = Instant.MIN;
  private @Nullable Credentials last;

  TokenFile(String context, User user, Optional<ClientKey> key, InstantSource clock) {
    this.context = context;
    this.user = user;
    this.key = key;
    this.clock = clock;
    this.last =
        user.token()
            .map(token -> new Credentials(Optional.of(Credentials.bearer(token.value())), key))
            .orElse(null);
  }

  @Override
  public synchronized Result<Credentials> current() {
    if (!clock.instant().isBefore(readAt.equals(Instant.MIN) ? readAt : readAt.plus(FRESH))) {
      read();
    }
    return last == null
        ? Result.failed(
            new Failure.Unauthenticated(
                context, Words.of("exec.tokenfile", user.tokenFile().orElseThrow().toString())))
        : Result.ok(last);
  }

  @Override
  public synchronized void rejected(Credentials used) {
    readAt = Instant.MIN;
  }

  private void read() {
    try {
      var token = Files.readString(user.tokenFile().orElseThrow()).strip();
      if (!token.isEmpty()) {
        last = new Credentials(Optional.of(Credentials.bearer(token)), key);
        readAt = clock.instant();
      }
    } catch (IOException _) {
      // Renewing may replace the file just now; the last token may still be good.
      readAt = Instant.MIN;
    }
  }
}
