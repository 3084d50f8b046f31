package dev.fedbytweets.tables.deletion;

import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.GoldTable;
import dev.fedbytweets.core.model.MediaVariant;
import dev.fedbytweets.core.model.Reference;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What becomes of a table's rows. It is what becomes of the same things in pages, so tables that
/// are rebuilt from the pages are the same.
///
/// - A row of a forgotten post, user or medium goes, and with it a post of a forgotten user, one
///   that only repeats a forgotten one, and another version of it.
/// - A row of a forgotten subject, or that came from a page of one, goes.
/// - In other rows a value that only names what is forgotten becomes null, and the digits of an
///   identifier within a text become zeros.
///
/// @param <R> the rows
public final class RowRedaction<R extends Record> {

  /// What says where a row comes from names no post and no user.
  private static final Set<String> ORIGIN = Set.of("subject", "fileName", "runId");

  private static final Set<String> PLACES = Set.of("placeId", "longitude", "latitude");

  private final TableDefinition<R> definition;
  private final Forgotten forgotten;
  private final RecordComponent[] components;

  public RowRedaction(TableDefinition<R> definition, Forgotten forgotten) {
    this.definition = definition;
    this.forgotten = forgotten;
    this.components = definition.binding().type().getRecordComponents();
  }

  /// The row without what is forgotten.
  ///
  /// @return an equal row if nothing of it is; empty if it goes
  public Optional<R> of(R row) {
    Object[] values = values(row);
    if (isForgotten(values)) {
      return Optional.empty();
    }
    Object[] redacted = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      redacted[i] = redacted(components[i].getName(), values[i]);
    }
    int type = index("referencedType");
    if (type >= 0 && redacted[index("referencedId")] == null) {
      redacted[type] = values[index("referencedId")] == null ? values[type] : null;
    }
    if (scrubsPlace(values)) {
      PLACES.forEach(name -> redacted[index(name)] = null);
    }
    return Optional.of(Arrays.equals(values, redacted) ? row : make(redacted));
  }

  /// Whether a row stayed as it was.
  ///
  /// @param left as [#of] gave it
  public static boolean isSame(Object row, Object left) {
    return row.equals(left);
  }

  /// The row with other values.
  ///
  /// @param changes names of components, each followed by its value
  public R with(R row, Object... changes) {
    Object[] values = values(row);
    for (int i = 0; i < changes.length; i += 2) {
      values[index(changes[i].toString())] = changes[i + 1];
    }
    return make(values);
  }

  private boolean isForgotten(Object[] values) {
    if (isOfSubject(values)) {
      return true;
    }
    String key = text(values[0]);
    return switch (definition.name()) {
      case Entity.TWEETS -> isForgottenPost(key, values);
      case Entity.USERS -> forgotten.has(ForgottenKind.USER, key);
      case Entity.MEDIA -> forgotten.hasMedium(key);
      case Entity.PLACES -> false;
      case GoldTable.POST_LABELS -> isPost(key);
      case GoldTable _ -> false;
    };
  }

  private boolean isOfSubject(Object[] values) {
    return forgotten.hasSubjects()
        && (forgotten.hasSubject(text(value(values, "subject")))
            || LakeLayout.subjectOf(text(value(values, "fileName")))
                .filter(forgotten::hasSubject)
                .isPresent());
  }

  private boolean isForgottenPost(String id, Object[] values) {
    if (isPost(id) || forgotten.has(ForgottenKind.USER, text(value(values, "authorId")))) {
      return true;
    }
    boolean isRepeating =
        "retweeted".equals(value(values, "referencedType"))
            && isPost(text(value(values, "referencedId")));
    boolean isVersion = isPost(text(value(values, "originalId")));
    return isRepeating
        || isVersion
        || list(values, "referenced").stream().anyMatch(this::isRepeated)
        || list(values, "editHistory").stream().anyMatch(version -> isPost(text(version)));
  }

  private boolean isRepeated(Object reference) {
    return reference instanceof Reference(String type, String id)
        && "retweeted".equals(type)
        && isPost(text(id));
  }

  private boolean isPost(String id) {
    return forgotten.has(ForgottenKind.POST, id);
  }

  private boolean scrubsPlace(Object[] values) {
    return index("placeId") >= 0 && forgotten.has(ForgottenKind.SCRUB_GEO, text(values[0]));
  }

  private Object redacted(String name, Object value) {
    if (ORIGIN.contains(name) || name.equals(components[0].getName())) {
      return value;
    }
    return switch (value) {
      case String text -> isNamed(name, text) ? null : forgotten.masked(text);
      case Long number -> name.endsWith("Id") && isNamed(name, number.toString()) ? null : number;
      case List<?> elements -> redacted(name, elements);
      case null, default -> value;
    };
  }

  private List<?> redacted(String name, List<?> elements) {
    List<?> left =
        elements.stream()
            .map(element -> redactedElement(name, element))
            .filter(Objects::nonNull)
            .toList();
    if (left.equals(elements)) {
      return elements;
    }
    return left.isEmpty() ? null : left;
  }

  private Object redactedElement(String name, Object element) {
    return switch (element) {
      case String text when name.equals("mediaKeys") -> forgotten.hasMedium(text) ? null : text;
      case String text -> isNamed(name, text) ? null : forgotten.masked(text);
      case Reference(String _, String id) -> isPost(text(id)) ? null : element;
      case MediaVariant(Long bitRate, String type, String url) when url != null ->
          new MediaVariant(bitRate, type, forgotten.masked(url));
      default -> element;
    };
  }

  /// Whether a value is nothing but an identifier of what is forgotten.
  private boolean isNamed(String name, String text) {
    return name.contains("UserId") || name.contains("authorId")
        ? forgotten.has(ForgottenKind.USER, text)
        : forgotten.hasAny(text);
  }

  private Object value(Object[] values, String name) {
    int index = index(name);
    return index < 0 ? null : values[index];
  }

  private List<?> list(Object[] values, String name) {
    return value(values, name) instanceof List<?> elements ? elements : List.of();
  }

  private int index(String name) {
    for (int i = 0; i < components.length; i++) {
      if (components[i].getName().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private Object[] values(R row) {
    try {
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = components[i].getAccessor().invoke(row);
      }
      return values;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record's component cannot be read", e);
    }
  }

  private R make(Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
    try {
      return definition.binding().type().getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record cannot be made", e);
    }
  }
}
