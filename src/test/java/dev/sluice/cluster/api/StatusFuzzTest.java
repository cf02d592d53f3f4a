package dev.sluice.cluster.api;

import dev.sluice.fuzz.Fuzz;
import dev.sluice.release.Failure;
import java.io.IOException;
import java.util.Collection;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

class StatusFuzzTest {
  private static final MediaType JSON = MediaType.get("application/json");

  @Test
  void aSpoiltAnswerToAWriteIsReadOrLeftOpen() {
    Fuzz.on(Fuzz.corpus("status"), StatusFuzzTest::read);
  }

  private static Collection<Failure> read(byte[] text) throws IOException {
    try (var refusal = answer(403, text)) {
      StatusText.of(refusal);
    }
    try (var receipt = answer(200, text)) {
      var answers = new Answers("prod", new Faults("prod", "localhost", false));
      return Fuzz.of(answers.receipt(receipt, 1 << 20));
    }
  }

  private static Response answer(int code, byte[] text) {
    return new Response.Builder()
        .request(new Request.Builder().url("https://prod.example/").build())
        .protocol(Protocol.HTTP_2)
        .code(code)
        .message("")
        .header("Content-Type", "application/json")
        .header("Warning", "299 - \"deprecated\"")
        .body(ResponseBody.create(text, JSON))
        .build();
  }
}
