package dev.sluice.cluster.credentials;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.cluster.kubeconfig.Secret;
import dev.sluice.text.Words;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// An `ExecCredential` as a program printed it.
///
/// @param expires when to run it again; empty for not before it is rejected
record ExecAnswer(Credentials credentials, Optional<Instant> expires) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Says what is wrong with it, without a word of it.
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Words problem;

    Unusable(Words problem) {
      super(problem.key());
      this.problem = problem;
    }

    Words problem() {
      return problem;
    }
  }

  boolean validAt(Instant now) {
    return expires.map(now::isBefore).orElse(true);
  }

  static ExecAnswer parse(String output, String version) throws Unusable {
    var answer = tree(output);
    if (!"ExecCredential".equals(answer.path("kind").asText())
        || !version.equals(answer.path("apiVersion").asText())) {
      throw new Unusable(Words.of("exec.version", version));
    }
    var status = answer.path("status");
    var token = text(status, "token");
    var certificate = text(status, "clientCertificateData");
    var key = text(status, "clientKeyData");
    if (certificate.isPresent() != key.isPresent() || (token.isEmpty() && key.isEmpty())) {
      throw new Unusable(Words.of("exec.empty"));
    }
    Optional<ClientKey> pair =
        key.isEmpty() ? Optional.empty() : Optional.of(pair(certificate.orElseThrow(), key.get()));
    Optional<Secret> authorization = token.map(Credentials::bearer);
    return new ExecAnswer(new Credentials(authorization, pair), expires(status));
  }

  private static JsonNode tree(String output) throws Unusable {
    try {
      return JSON.readTree(output);
    } catch (JacksonException _) {
      throw new Unusable(Words.of("exec.json"));
    }
  }

  private static ClientKey pair(String certificate, String key) throws Unusable {
    try {
      return ClientKeys.pair(certificate, key);
    } catch (GeneralSecurityException _) {
      throw new Unusable(Words.of("exec.certificate"));
    }
  }

  private static Optional<Instant> expires(JsonNode status) throws Unusable {
    var text = text(status, "expirationTimestamp");
    try {
      return text.map(time -> OffsetDateTime.parse(time).toInstant());
    } catch (DateTimeException _) {
      throw new Unusable(Words.of("exec.expiry"));
    }
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field).asText()).filter(text -> !text.isEmpty());
  }
}
