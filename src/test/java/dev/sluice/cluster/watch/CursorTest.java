package dev.sluice.cluster.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.cluster.api.BrokenJsonException;
import dev.sluice.fuzz.Dice;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Held to Jackson on random documents, whole and damaged, that arrive in random pieces.
class CursorTest {
  private static final ObjectMapper JACKSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DOCUMENTS = 2_500;
  private static final int LIKES = 3;

  @Test
  void everyDocumentReadsAsJacksonReadsIt() throws IOException {
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      byte[] text = new Documents(seed).make();
      assertThat(whole(text, seed)).as("seed %d", seed).isEqualTo(JACKSON.readTree(text));
    }
  }

  @Test
  void whatIsPassedOverChangesNothingOfTheRest() throws IOException {
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      var documents = new Documents(seed);
      byte[] passed = documents.make();
      byte[] kept = documents.make();
      byte[] text = join("{\"a\": ", passed, ", \"b\":", kept, "}");
      assertThat(behind(Cursor.on(pieces(text, seed), new Memory())))
          .as("seed %d", seed)
          .isEqualTo(JACKSON.readTree(kept));
    }
  }

  @Test
  void aDamagedDocumentIsRefusedOrReadAsJacksonReadsIt() {
    int refused = 0;
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      byte[] text = join("[", damaged(new Documents(seed).make(), Dice.of(seed)), "]");
      JsonNode read;
      try {
        read = whole(text, seed);
      } catch (EOFException | BrokenJsonException _) {
        refused++;
        continue;
      } catch (IOException e) {
        throw new AssertionError("seed " + seed, e);
      }
      assertThat(read).as("seed %d", seed).isEqualTo(jackson(text));
    }
    assertThat(refused).isGreaterThan(DOCUMENTS / 10);
  }

  @Test
  void aDamagedDocumentThatIsPassedOverFailsAsOneThatIsReadOrNotAtAll() {
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      byte[] text = damaged(new Documents(seed).make(), Dice.of(seed));
      var cursor = Cursor.on(pieces(join("[", text, "]"), seed), new Memory());
      var thrown = catchThrowable(() -> cursor.list(_ -> {}));
      if (thrown != null) {
        assertThat(thrown).isInstanceOfAny(EOFException.class, BrokenJsonException.class);
      }
    }
  }

  @Test
  void whatIsLikeTheObjectBeforeEndsWhereItEnds() throws IOException {
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      var memory = new Memory();
      var documents = new Documents(seed);
      var likes = new Likes(JACKSON.readTree(documents.make()), seed);
      byte[] kept = documents.make();
      for (int i = 0; i < LIKES; i++) {
        byte[] text = join("{\"a\": ", likes.next(), ", \"b\":", kept, "}");
        assertThat(behind(Cursor.on(pieces(text, seed), memory)))
            .as("seed %d, %d", seed, i)
            .isEqualTo(JACKSON.readTree(kept));
      }
    }
  }

  @Test
  void whatIsUnlikeTheObjectBeforeEndsWhereItEnds() throws IOException {
    var memory = new Memory();
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      var documents = new Documents(seed);
      byte[] passed = documents.make();
      byte[] kept = documents.make();
      byte[] text = join("{\"a\": ", passed, ", \"b\":", kept, "}");
      assertThat(behind(Cursor.on(pieces(text, seed), memory)))
          .as("seed %d", seed)
          .isEqualTo(JACKSON.readTree(kept));
    }
  }

  @Test
  void aNameThatArrivesInTwoPiecesIsNotTakenForTheOneBefore() throws IOException {
    var memory = new Memory();
    for (int i = 0; i < LIKES; i++) {
      byte[] list = bytes("{\"list\": [0, 1, 2, 3, 4, 5, 6, 7], \"obj");
      byte[] object = bytes("ect\": {\"a\": [], \"c\": true, \"d\": false}, \"b\": 1}");
      var in =
          new SequenceInputStream(new ByteArrayInputStream(list), new ByteArrayInputStream(object));
      assertThat(behind(Cursor.on(in, memory))).isEqualTo(NODES.numberNode(1));
    }
  }

  @Test
  void whatIsLikeTheObjectBeforeButDamagedIsTakenAsIfNothingWereBefore() throws IOException {
    int both = 0;
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      var memory = new Memory();
      var likes = new Likes(JACKSON.readTree(new Documents(seed).make()), seed);
      var random = Dice.of(seed);
      for (int i = 0; i < LIKES; i++) {
        byte[] passed = i == 0 ? likes.next() : damaged(likes.next(), random);
        byte[] text = join("{\"a\": ", passed, ", \"b\": [", bytes("1, 2"), "]}");
        var fresh = outcome(Cursor.on(text, new Memory()));
        var known = outcome(Cursor.on(pieces(text, seed), memory));
        if (fresh.isPresent() && known.isPresent()) {
          both++;
          assertThat(known).as("seed %d, %d", seed, i).isEqualTo(fresh);
        }
      }
    }
    assertThat(both).isGreaterThan(DOCUMENTS);
  }

  @Test
  void tellsWhereAnAnswerStopsBeingJson() {
    var cursor = Cursor.on(bytes("{\"a\": 1,\n  \"b\": <html>}"), new Memory());
    assertThatThrownBy(() -> cursor.object(_ -> cursor.text()))
        .isInstanceOf(BrokenJsonException.class)
        .hasMessageContaining("line 2, column 8");
  }

  @Test
  void nestingWithoutEndIsRefused() {
    byte[] deep = bytes("[".repeat(5_000));
    assertThatThrownBy(() -> Cursor.on(join("[", deep, ""), new Memory()).list(_ -> {}))
        .isInstanceOf(BrokenJsonException.class);
    assertThatThrownBy(() -> read(Cursor.on(deep, new Memory())))
        .isInstanceOf(BrokenJsonException.class);
  }

  @Test
  void aTextLongerThanTheMemoryIsReadWhole() throws IOException {
    var text = "long ".repeat(100_000);
    var cursor = Cursor.on(pieces(bytes("[\"" + text + "\"]"), 1), new Memory());
    cursor.list(_ -> assertThat(cursor.text()).isEqualTo(text));
  }

  @Test
  void textThatIsReadMustBeUtf8() {
    byte[] text = {'[', '"', (byte) 0xC3, '(', '"', ']'};
    var cursor = Cursor.on(text, new Memory());
    assertThatThrownBy(() -> cursor.list(_ -> cursor.text()))
        .isInstanceOf(BrokenJsonException.class);
  }

  private static Optional<JsonNode> outcome(Cursor in) {
    try {
      return Optional.of(behind(in));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// What stands behind the member that is passed over.
  private static JsonNode behind(Cursor in) throws IOException {
    var read = NODES.arrayNode();
    in.object(name -> {
      if (name.equals("b")) {
        read.add(read(in));
      }
    });
    return read.path(0);
  }

  private static JsonNode whole(byte[] text, int seed) throws IOException {
    return read(Cursor.on(pieces(text, seed), new Memory()));
  }

  private static JsonNode read(Cursor in) throws IOException {
    return switch (in.type()) {
      case OBJECT -> {
        var object = NODES.objectNode();
        in.object(name -> object.set(name, read(in)));
        yield object;
      }
      case LIST -> {
        var list = NODES.arrayNode();
        in.list(_ -> list.add(read(in)));
        yield list;
      }
      case TEXT, TIME -> NODES.textNode(in.text());
      case FLAG -> NODES.booleanNode(in.flag());
      case NUMBER -> JACKSON.readTree(in.textOrNumber());
      case null -> {
        in.pass();
        yield NODES.nullNode();
      }
    };
  }

  private static JsonNode jackson(byte[] text) {
    try {
      return JACKSON.readTree(text);
    } catch (IOException e) {
      return NODES.textNode("refused: " + e.getMessage());
    }
  }

  private static byte[] damaged(byte[] text, Random random) {
    byte[] damaged = text.clone();
    for (int i = random.nextInt(3); i >= 0 && damaged.length > 0; i--) {
      damaged[random.nextInt(damaged.length)] =
          random.nextBoolean()
              ? (byte) "{}[]\":,\\0-e.nt \n".charAt(random.nextInt(16))
              : (byte) random.nextInt(256);
    }
    boolean cut = random.nextInt(3) == 0;
    return cut ? Arrays.copyOf(damaged, random.nextInt(damaged.length + 1)) : damaged;
  }

  /// Hands the bytes out a few at a time, as a network does.
  private static InputStream pieces(byte[] text, int seed) {
    var random = Dice.of(seed);
    return new ByteArrayInputStream(text) {
      @Override
      public synchronized int read(byte[] into, int from, int most) {
        return super.read(into, from, Math.min(most, 1 + random.nextInt(40)));
      }
    };
  }

  private static byte[] join(String before, byte[] text, String after) {
    return bytes(before + new String(text, StandardCharsets.ISO_8859_1) + after);
  }

  private static byte[] join(String a, byte[] one, String b, byte[] two, String c) {
    var ones = new String(one, StandardCharsets.ISO_8859_1);
    return bytes(a + ones + b + new String(two, StandardCharsets.ISO_8859_1) + c);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
