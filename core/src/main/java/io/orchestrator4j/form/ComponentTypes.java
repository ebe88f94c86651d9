package io.orchestrator4j.form;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.form.field.FieldKind;
import io.orchestrator4j.form.field.IdKind;
import io.orchestrator4j.form.field.SecretKind;
import io.orchestrator4j.form.field.TextKind;
import io.orchestrator4j.form.field.TimestampKind;
import io.orchestrator4j.form.page.Declared;
import io.orchestrator4j.form.page.Limits;
import io.orchestrator4j.form.page.RecordComponents;
import io.orchestrator4j.form.page.ValueKinds;
import io.orchestrator4j.value.ValueType;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a component is, by its type and the annotation that says how it is entered. */
final class ComponentTypes {

  private static final Set<Class<? extends Annotation>> WIDGETS = Set.of(
      Accept.class,
      Customer.class,
      DisplaySubscription.class,
      LongText.class,
      Organisation.class,
      Password.class,
      ProductChoice.class,
      Timestamp.class);

  private static final Map<Class<?>, Declared.Shows.What> SHOWN = Map.of(
      Label.class, Declared.Shows.What.LABEL,
      Divider.class, Declared.Shows.What.DIVIDER,
      Callout.class, Declared.Shows.What.CALLOUT,
      Markdown.class, Declared.Shows.What.MARKDOWN);

  private final PageDefinitions definitions;
  private final ValueKinds values;

  ComponentTypes(Map<Class<?>, ValueType<?>> valueTypes, PageDefinitions definitions) {
    this.values = new ValueKinds(valueTypes);
    this.definitions = definitions;
  }

  /** A component that is read, and where. */
  private record Place(
      String name, RecordComponents.Component component, Limits limits, List<Class<?>> path) {

    <A extends Annotation> boolean is(Class<A> annotation) {
      return component.annotation(annotation) != null;
    }
  }

  /**
   * What a component is.
   *
   * @param name where it is, for people
   * @param path the records that it is in
   * @throws DefinitionProblem if no field takes its type, or its annotations do not fit
   */
  Declared of(
      String name, RecordComponents.Component component, Limits limits, List<Class<?>> path) {
    Place place = new Place(name, component, limits, path);
    List<Annotation> widgets = WIDGETS.stream()
        .<Annotation>flatMap(mark -> Stream.ofNullable(component.annotation(mark)))
        .toList();
    if (widgets.isEmpty()) {
      return chosen(place, plain(place, component.type()));
    }
    if (widgets.size() > 1 || place.is(Choice.class) || place.is(Radio.class)) {
      throw new DefinitionProblem(
          name,
          "it is marked %s".formatted(marks(component, widgets)),
          "Keep the one that says how it is entered");
    }
    return marked(place, widgets.getFirst());
  }

  private static String marks(RecordComponents.Component component, List<Annotation> widgets) {
    return Stream.concat(
            widgets.stream().map(Annotation::annotationType),
            Stream.of(Choice.class, Radio.class).filter(mark -> component.annotation(mark) != null))
        .map(mark -> "@" + mark.getSimpleName())
        .sorted()
        .collect(Collectors.joining(" and "));
  }

  private Declared marked(Place place, Annotation widget) {
    return switch (widget) {
      case Accept _ -> only(place, widget, Map.of(boolean.class, new Declared.Accepting()));
      case Password _ -> only(place, widget, Map.of(String.class, value(new SecretKind())));
      case LongText _ -> only(place, widget, Map.of(String.class, value(new TextKind("long"))));
      case Timestamp timestamp ->
        only(place, widget, Map.of(Instant.class, new Declared.Picked(picker(timestamp))));
      case DisplaySubscription _ ->
        only(
            place,
            widget,
            Map.of(UUID.class, new Declared.Shows(Declared.Shows.What.SUBSCRIPTION)));
      case Organisation _ -> only(place, widget, ids("organisationId"));
      case ProductChoice _ -> only(place, widget, ids("productId"));
      case Customer _ -> customer(place, widget);
      default -> throw new IllegalStateException(widget + " is no way to enter a value");
    };
  }

  private static Declared value(FieldKind kind) {
    return new Declared.Value(kind);
  }

  private static Map<Class<?>, Declared> ids(String format) {
    return Map.of(UUID.class, value(new IdKind(format)), String.class, value(new TextKind(format)));
  }

  private static TimestampKind.Picker picker(Timestamp timestamp) {
    return new TimestampKind.Picker(
        timestamp.time(), timestamp.locale(), timestamp.dateFormat(), timestamp.timeFormat());
  }

  private Declared customer(Place place, Annotation widget) {
    if (isListOf(place.component().type(), ContactPerson.class)) {
      return contacts(place, Declared.Contacts.Owner.CUSTOMER);
    }
    Declared customer = new Declared.OfCustomers();
    return only(place, widget, Map.of(String.class, customer, UUID.class, customer));
  }

  /** What an annotation makes of the types that it is for, and of lists of them. */
  private static Declared only(
      Place place, Annotation widget, Map<Class<?>, ? extends Declared> byType) {
    Type type = place.component().type();
    Declared single = byType.get(type);
    if (single != null) {
      return single;
    }
    Optional<Declared> item = itemType(type).map(byType::get);
    if (item.isPresent() && canBeSeveral(item.get())) {
      return new Declared.Many(item.get(), place.limits().ofItems());
    }
    String types = byType.keySet().stream()
        .map(Class::getSimpleName)
        .sorted()
        .collect(Collectors.joining(" or "));
    throw new DefinitionProblem(
        place.name(),
        "@%s is no way to enter a %s"
            .formatted(widget.annotationType().getSimpleName(), type.getTypeName()),
        "Declare it as " + types);
  }

  private static boolean canBeSeveral(Declared item) {
    return item instanceof Declared.OfCustomers
        || (item instanceof Declared.Value(FieldKind kind) && !(kind instanceof SecretKind));
  }

  /** The same, where it is marked as a choice. */
  private static Declared chosen(Place place, Declared plain) {
    boolean radio = place.is(Radio.class);
    if (!radio && !place.is(Choice.class)) {
      return plain;
    }
    return switch (plain) {
      case Declared.Value(FieldKind kind) -> ValueKinds.choice(kind, radio);
      case Declared.Many(Declared.Value(FieldKind kind), var limits)
      when !radio -> new Declared.Many(ValueKinds.choice(kind, false), limits);
      case Declared.Many _,
          Declared.Choose _,
          Declared.OfCustomers _,
          Declared.Accepting _,
          Declared.Picked _,
          Declared.Contacts _,
          Declared.Small _,
          Declared.Shows _ ->
        throw new DefinitionProblem(
            place.name(),
            "@%s is no way to enter a %s"
                .formatted(radio ? "Radio" : "Choice", place.component().type().getTypeName()),
            radio ? "Declare it as a single value" : "Declare it as a value or a list of values");
    };
  }

  private Declared plain(Place place, Type type) {
    Optional<Type> item = itemType(type);
    if (item.isPresent()) {
      return item.get() == ContactPerson.class
          ? contacts(place, Declared.Contacts.Owner.ORGANISATION)
          : new Declared.Many(plain(place, item.get()), place.limits().ofItems());
    }
    if (type instanceof Class<?> simple) {
      return shown(simple)
          .or(() -> contactName(place).or(() -> values.of(simple)).map(ComponentTypes::value))
          .or(() -> small(place, simple))
          .orElseThrow(() -> unsupported(place, type));
    }
    throw unsupported(place, type);
  }

  private static DefinitionProblem unsupported(Place place, Type type) {
    return new DefinitionProblem(
        place.name(),
        "no field takes a " + type.getTypeName(),
        "Use text, numbers, boolean, enums, UUID, dates and times, addresses, what Jackson writes as one value, records, or lists of them");
  }

  private static Optional<Declared> shown(Class<?> type) {
    if (!Shown.class.isAssignableFrom(type)) {
      return Optional.empty();
    }
    return Optional.of(new Declared.Shows(SHOWN.getOrDefault(type, Declared.Shows.What.SUMMARY)));
  }

  /** Clients know names of contact persons apart. */
  private static Optional<FieldKind> contactName(Place place) {
    return !place.path().isEmpty()
            && place.path().getLast() == ContactPerson.class
            && place.component().name().equals("name")
        ? Optional.of(new TextKind("contactPersonName"))
        : Optional.empty();
  }

  private Optional<Declared> small(Place place, Class<?> type) {
    return type.isRecord()
        ? Optional.of(
            new Declared.Small(definitions.small(type.asSubclass(Record.class), place.path())))
        : Optional.empty();
  }

  private Declared contacts(Place place, Declared.Contacts.Owner owner) {
    return new Declared.Contacts(definitions.small(ContactPerson.class, place.path()), owner);
  }

  private static boolean isListOf(Type type, Class<?> item) {
    return itemType(type).filter(found -> found == item).isPresent();
  }

  private static Optional<Type> itemType(Type type) {
    return type instanceof ParameterizedType list && list.getRawType() == List.class
        ? Optional.of(list.getActualTypeArguments()[0])
        : Optional.empty();
  }
}
