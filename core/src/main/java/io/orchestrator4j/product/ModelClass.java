package io.orchestrator4j.product;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.value.SnakeCase;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an author's class of blocks or subscriptions: what its members declare. */
final class ModelClass {

  private static final int LONGEST_TAG = 20;

  private ModelClass() {}

  /** Refuses a class of which the platform cannot make objects. */
  static void requireUsable(Class<?> type) {
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new DefinitionProblem(
          type.getSimpleName(), "it is marked but abstract", "Mark its subclasses instead");
    }
    if (type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers())) {
      throw new DefinitionProblem(
          type.getSimpleName(),
          "it is an inner class, which only its outer object can make",
          "Make it static");
    }
    try {
      var _ = type.getDeclaredConstructor();
    } catch (NoSuchMethodException _) {
      throw new DefinitionProblem(
          type.getSimpleName(),
          "it has no constructor without parameters, by which the platform makes it",
          "Add one, or take the others away");
    }
  }

  /** The fields of a class and its superclasses, up to one, the topmost first; fixed inputs are left out. */
  static List<FieldDefinition> fieldsOf(Class<?> type, Class<?> upTo) {
    return declared(type, upTo).stream()
        .filter(field -> !field.isAnnotationPresent(FixedInput.class))
        .map(ModelClass::read)
        .toList();
  }

  /** Refuses fixed inputs where there can be none. */
  static void requireNoFixedInputs(Class<?> type, Class<?> upTo) {
    declared(type, upTo).stream()
        .filter(field -> field.isAnnotationPresent(FixedInput.class))
        .findFirst()
        .ifPresent(field -> {
          throw new DefinitionProblem(
              new FieldAccess(field).place(),
              "it is marked @FixedInput, and a block has none: they are the product's",
              "Move it to the product type, or take the annotation away");
        });
  }

  /** Refuses a label that is longer than what the database keeps. */
  static void requireShort(String place, String tag) {
    if (tag.length() > LONGEST_TAG) {
      throw new DefinitionProblem(
          place,
          "its tag '%s' has %d letters".formatted(tag, tag.length()),
          "Write %d at most".formatted(LONGEST_TAG));
    }
  }

  static List<Field> declared(Class<?> type, Class<?> upTo) {
    Deque<Class<?>> classes = new ArrayDeque<>();
    for (Class<?> each = type; each != null && each != upTo; each = each.getSuperclass()) {
      classes.push(each);
    }
    List<Field> fields = new ArrayList<>();
    for (Class<?> each : classes) {
      Arrays.stream(each.getDeclaredFields()).filter(ModelClass::isModelled).forEach(fields::add);
    }
    return fields;
  }

  private static boolean isModelled(Field field) {
    int modifiers = field.getModifiers();
    if (field.isSynthetic() || Modifier.isStatic(modifiers) || Modifier.isTransient(modifiers)) {
      return false;
    }
    if (Modifier.isFinal(modifiers)) {
      throw new DefinitionProblem(
          new FieldAccess(field).place(),
          "it is final, so that nothing can be loaded into it",
          "Take final away");
    }
    return true;
  }

  private static FieldDefinition read(Field field) {
    FieldAccess access = new FieldAccess(field);
    Type item = itemOf(field.getGenericType());
    Class<?> type = raw(item == null ? field.getGenericType() : item);
    boolean blocks = ProductBlockModel.class.isAssignableFrom(type)
        || isUnion(access, type)
        || (type.isInterface() && field.isAnnotationPresent(OneOf.class));
    if (!blocks) {
      requireNone(access, field, List.of(Shared.class, OneOf.class));
      ValueType.require(access, field);
      return new FieldDefinition.Value(
          key(field, field.getName()),
          access,
          requiredFrom(field),
          field.isAnnotationPresent(Searchable.class),
          field.isAnnotationPresent(Unique.class)
              ? field.getAnnotation(Unique.class).scope()
              : null);
    }
    requireNone(access, field, List.of(Searchable.class, Unique.class));
    OneOf oneOf = field.getAnnotation(OneOf.class);
    List<Class<?>> types = oneOf == null ? List.of(type) : List.of(oneOf.value());
    requireKnown(access, type, oneOf, types);
    Shared shared = field.getAnnotation(Shared.class);
    return new FieldDefinition.Blocks(
        key(field, field.getName()),
        access,
        requiredFrom(field),
        ownership(shared),
        cardinality(field, item != null),
        types,
        oneOf != null || Modifier.isAbstract(type.getModifiers()));
  }

  private static void requireNone(
      FieldAccess access, Field field, List<Class<? extends Annotation>> unfit) {
    unfit.stream().filter(field::isAnnotationPresent).findFirst().ifPresent(found -> {
      throw new DefinitionProblem(
          access.place(),
          "it is a field of the type %s marked @%s, which has no meaning there"
              .formatted(field.getGenericType().getTypeName(), found.getSimpleName()),
          "Take the annotation away");
    });
  }

  private static void requireKnown(
      FieldAccess access, Class<?> type, @Nullable OneOf oneOf, List<Class<?>> types) {
    if (type == ProductBlockModel.class && oneOf == null) {
      throw new DefinitionProblem(
          access.place(),
          "its type is ProductBlockModel, which says nothing of what it takes",
          "Write the block's class, a sealed interface that permits blocks, or @OneOf({...})");
    }
    for (Class<?> each : types) {
      if (!type.isAssignableFrom(each)) {
        throw new DefinitionProblem(
            access.place(),
            "@OneOf names %s, which is no %s".formatted(each.getSimpleName(), type.getSimpleName()),
            "Name classes that the field can hold");
      }
    }
  }

  /** Whether a type is a union of blocks: a sealed interface that permits nothing else. */
  private static boolean isUnion(FieldAccess access, Class<?> type) {
    if (!type.isInterface() || !type.isSealed()) {
      return false;
    }
    List<Class<?>> others = new ArrayList<>();
    boolean blocks = false;
    for (Class<?> each : type.getPermittedSubclasses()) {
      if (ProductBlockModel.class.isAssignableFrom(each) || isUnion(access, each)) {
        blocks = true;
      } else {
        others.add(each);
      }
    }
    if (blocks && !others.isEmpty()) {
      throw new DefinitionProblem(
          access.place(),
          "its type %s permits blocks and also %s, which is none"
              .formatted(type.getSimpleName(), others.getFirst().getSimpleName()),
          "Permit blocks only");
    }
    return blocks;
  }

  private static FieldDefinition.Ownership ownership(@Nullable Shared shared) {
    if (shared == null) {
      return FieldDefinition.Ownership.OWNED;
    }
    return shared.orOwned()
        ? FieldDefinition.Ownership.OWNED_OR_SHARED
        : FieldDefinition.Ownership.SHARED;
  }

  private static FieldDefinition.Cardinality cardinality(Field field, boolean list) {
    if (!list) {
      return isNullable(field)
          ? new FieldDefinition.Cardinality.Optional()
          : new FieldDefinition.Cardinality.One();
    }
    int least = Stream.of(field.getAnnotationsByType(NotEmpty.class))
            .anyMatch(each -> each.groups().length == 0)
        ? 1
        : 0;
    int most = Integer.MAX_VALUE;
    for (Size size : field.getAnnotationsByType(Size.class)) {
      if (size.groups().length == 0) {
        least = Math.max(least, size.min());
        most = Math.min(most, size.max());
      }
    }
    return new FieldDefinition.Cardinality.Many(least, most);
  }

  /** The methods that compute a value. */
  static List<ComputedDefinition> computedOf(Class<?> type) {
    List<ComputedDefinition> computed = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      Stream.of(each.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Computed.class))
          .sorted(Comparator.comparing(Method::getName))
          .filter(method -> names.add(method.getName()))
          .forEach(method -> computed.add(computed(method)));
    }
    return computed;
  }

  private static ComputedDefinition computed(Method method) {
    String place = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    if (method.getParameterCount() > 0 || method.getReturnType() == void.class) {
      throw new DefinitionProblem(
          place,
          "it is marked @Computed but takes parameters or returns nothing",
          "Take no parameters and return the value");
    }
    if (!method.trySetAccessible()) {
      throw new DefinitionProblem(place, "it cannot be called", "Open its package to this library");
    }
    return new ComputedDefinition(
        key(method, method.getName()),
        method,
        method.getAnnotation(Computed.class).from());
  }

  /** Refuses two members of one key, and keys that the platform has itself. */
  static void requireDistinct(Class<?> type, Stream<String> members, Set<String> taken) {
    Set<String> keys = new HashSet<>(taken);
    members.filter(key -> !keys.add(key)).findFirst().ifPresent(key -> {
      throw new DefinitionProblem(
          type.getSimpleName() + "." + key,
          "the name '%s' is taken, by another member or by the platform".formatted(key),
          "Give it another name, or @JsonProperty(\"...\")");
    });
  }

  static String key(AnnotatedElement member, String name) {
    JsonProperty explicit = member.getAnnotation(JsonProperty.class);
    return explicit == null || explicit.value().isEmpty() ? SnakeCase.of(name) : explicit.value();
  }

  /** The first status at which a constraint demands that there is something. */
  private static @Nullable SubscriptionLifecycle requiredFrom(Field field) {
    List<Class<?>[]> demands = new ArrayList<>();
    Stream.of(field.getAnnotationsByType(NotNull.class))
        .forEach(each -> demands.add(each.groups()));
    Stream.of(field.getAnnotationsByType(NotBlank.class))
        .forEach(each -> demands.add(each.groups()));
    Stream.of(field.getAnnotationsByType(NotEmpty.class))
        .forEach(each -> demands.add(each.groups()));
    return demands.stream()
        .flatMap(ModelClass::statuses)
        .min(Comparator.comparingInt(SubscriptionLifecycle::stage))
        .orElse(null);
  }

  private static Stream<SubscriptionLifecycle> statuses(Class<?>[] groups) {
    if (groups.length == 0) {
      return Stream.of(SubscriptionLifecycle.INITIAL);
    }
    return Arrays.stream(SubscriptionLifecycle.values())
        .filter(status -> Arrays.stream(groups).anyMatch(group -> group == status.group()));
  }

  private static @Nullable Type itemOf(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == List.class
        ? generic.getActualTypeArguments()[0]
        : null;
  }

  private static Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> simple -> simple;
      case ParameterizedType generic -> (Class<?>) generic.getRawType();
      default -> Object.class;
    };
  }

  // any annotation of that name: which library's is the author's choice
  private static boolean isNullable(Field field) {
    return Stream.concat(
            Arrays.stream(field.getAnnotatedType().getAnnotations()),
            Arrays.stream(field.getAnnotations()))
        .anyMatch(annotation -> annotation.annotationType().getSimpleName().equals("Nullable"));
  }
}
