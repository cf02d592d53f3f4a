package dev.sluice.cluster.credentials;

import dev.sluice.cluster.kubeconfig.Context;
import dev.sluice.release.Result;

/// Gives the credentials of one context, fresh ones when the old have expired.
public interface CredentialSource {

  /// What to send with the next request. May read a file or run an approved program, and block.
  Result<Credentials> current();

  /// The API server did not accept these (401): the next [#current] looks for others, unless it did
  /// so only just now.
  void rejected(Credentials used);

  /// Of a context. Reads its client certificate; runs nothing yet.
  static Result<CredentialSource> of(Context context, Surroundings surroundings) {
    var user = context.user();
    return ClientKeys.read(user)
        .map(key -> {
          if (user.tokenFile().isPresent()) {
            return new TokenFile(context.name(), user, key, surroundings.clock());
          }
          var fixed =
              user.token()
                  .map(token -> Credentials.bearer(token.value()))
                  .or(() -> user.basic().map(Credentials::basic));
          return fixed.isPresent() || user.exec().isEmpty()
              ? new Fixed(new Credentials(fixed, key))
              : new Exec(
                  new ExecRunner(context, user.exec().get(), surroundings), surroundings.clock());
        });
  }

  /// Credentials that do not change.
  record Fixed(Credentials credentials) implements CredentialSource {
    @Override
    public Result<Credentials> current() {
      return Result.ok(credentials);
    }

    @Override
    public void rejected(Credentials used) {
      // There are no others to look for.
    }
  }
}
