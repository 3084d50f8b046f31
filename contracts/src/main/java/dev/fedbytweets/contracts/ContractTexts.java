package dev.fedbytweets.contracts;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.model.TableName;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.step.ForgetStep;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.step.StopReason;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/// How types of the contracts that are plain strings in JSON are read and written. Anything but a
/// string is refused.
final class ContractTexts extends SimpleModule {

  private static final long serialVersionUID = 1L;

  ContractTexts() {
    add(RunName.class, RunName::value, RunName::new);
    add(SubjectName.class, SubjectName::value, SubjectName::new);
    add(Instant.class, Instant::toString, ContractTexts::instant);
    add(Entity.class, Entity::lowerCase, Entity::named);
    add(TableName.class, TableName::lowerCase, TableName::named);
    addConstants(ForgetStep.class);
    addConstants(Layer.class);
    addConstants(Progress.class);
    addConstants(StopReason.class);
  }

  private <E extends Enum<E>> void addConstants(Class<E> type) {
    add(type, ContractTexts::lowerCase, text -> constant(type, text));
  }

  private <T> void add(Class<T> type, Function<T, String> write, Function<String, T> read) {
    addSerializer(type, new TextSerializer<>(type, write));
    addDeserializer(type, new TextDeserializer<>(type, read));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new RejectedException("'%s' is not a time in ISO 8601".formatted(text), e);
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> lowerCase(constant).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new RejectedException(
                    "'%s' is none of %s"
                        .formatted(
                            text,
                            String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                    .map(ContractTexts::lowerCase)
                                    .toList()))));
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static final class TextSerializer<T> extends StdScalarSerializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<T, String> write;

    TextSerializer(Class<T> type, Function<T, String> write) {
      super(type);
      this.write = write;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(write.apply(value));
    }
  }

  private static final class TextDeserializer<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> read;

    TextDeserializer(Class<T> type, Function<String, T> read) {
      super(type);
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        throw new RejectedException("must be a text");
      }
      return read.apply(json.getText());
    }
  }
}
