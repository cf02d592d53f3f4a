package dev.sluice.cluster.watch;

import java.io.IOException;
import java.io.InputStream;

/// Decodes the answers to LIST and WATCH of one kind. One thread uses it.
///
/// @param <T> the slim record
public final class Decoder<T> {
  private final Kind<T> kind;
  private final Memory memory = new Memory();

  public Decoder(Kind<T> kind) {
    this.kind = kind;
  }

  /// One page of a list, read as it arrives.
  public Page<T> page(InputStream bytes) throws IOException {
    var in = Cursor.on(bytes, memory);
    var page = new Page.Reader<T>();
    in.enter();
    in.object(field -> page.field(field, in, kind));
    return page.done();
  }

  /// One object by itself, as a GET answers with it.
  public Item<T> item(InputStream bytes) throws IOException {
    return Item.read(Cursor.on(bytes, memory), kind);
  }

  /// One entry of a watch.
  public News<T> news(byte[] text) throws IOException {
    var in = Cursor.on(text, memory);
    var entry = new Entry<>(kind);
    in.enter();
    in.object(field -> entry.field(field, in));
    return entry.done();
  }
}
