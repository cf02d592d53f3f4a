package dev.sluice.fuzz;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The parsers of a fuzz test under Jazzer, which makes the texts that lead to code not reached
/// before: `mvn verify -Pfuzz -Dfuzz=CLASS`. Each of the test's methods is begun and stopped where
/// it hands over its parser; every text goes to all of them.
public final class Guided {
  private static final boolean ON = Boolean.getBoolean("sluice.fuzz.guided");
  private static final SynchronousQueue<Handed> HANDED = new SynchronousQueue<>();

  private static List<Handed> parsers = List.of();

  /// What a test would have tried, and the texts it would have begun with.
  private record Handed(Fuzz fuzz, Collection<byte[]> corpus) {}

  private Guided() {}

  /// Takes the parser over, for good, where Jazzer asks for texts; else does nothing.
  static void take(Fuzz fuzz, Collection<byte[]> corpus) {
    if (ON) {
      try {
        HANDED.put(new Handed(fuzz, corpus));
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// Called by Jazzer before the first text.
  ///
  /// @param arguments the fuzz test's class, and the folder for the texts to begin with
  public static void fuzzerInitialize(String[] arguments) throws Exception {
    var test = Class.forName(arguments[0]);
    var folder = Files.createDirectories(Path.of(arguments[1]));
    parsers = tests(test).map(method -> handed(test, method)).toList();
    int count = 0;
    for (var parser : parsers) {
      for (var text : parser.corpus) {
        Files.write(folder.resolve("corpus-" + count++), text);
      }
    }
  }

  /// Called by Jazzer with each text. A fault must be one when the text is read again: the first
  /// reading's memory is also that of classes that are loaded.
  public static void fuzzerTestOneInput(byte[] text) {
    for (var parser : parsers) {
      parser
          .fuzz
          .fault(text)
          .flatMap(_ -> parser.fuzz.fault(text))
          .ifPresent(why -> {
            throw new AssertionError(why);
          });
    }
  }

  private static Stream<Method> tests(Class<?> test) {
    return Arrays.stream(test.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class));
  }

  private static Handed handed(Class<?> test, Method method) {
    Thread.ofPlatform().daemon().start(() -> begin(test, method));
    try {
      return HANDED.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void begin(Class<?> test, Method method) {
    try {
      var constructor = test.getDeclaredConstructor();
      constructor.setAccessible(true);
      var instance = constructor.newInstance();
      for (var field : test.getDeclaredFields()) {
        if (field.isAnnotationPresent(TempDir.class)) {
          fill(instance, field);
        }
      }
      method.setAccessible(true);
      method.invoke(instance);
    } catch (IOException | ReflectiveOperationException e) {
      var cause = e instanceof InvocationTargetException thrown ? thrown.getCause() : e;
      throw new IllegalStateException(cause);
    }
  }

  private static void fill(Object instance, Field folder)
      throws IOException, IllegalAccessException {
    folder.setAccessible(true);
    folder.set(instance, Files.createTempDirectory("fuzz"));
  }
}
