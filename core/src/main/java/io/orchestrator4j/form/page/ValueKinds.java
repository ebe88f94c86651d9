package io.orchestrator4j.form.page;

import io.orchestrator4j.form.field.AddressKind;
import io.orchestrator4j.form.field.ChoiceKind;
import io.orchestrator4j.form.field.DateKind;
import io.orchestrator4j.form.field.FieldKind;
import io.orchestrator4j.form.field.FieldLimits;
import io.orchestrator4j.form.field.IdKind;
import io.orchestrator4j.form.field.NumberKind;
import io.orchestrator4j.form.field.TextKind;
import io.orchestrator4j.form.field.TimeKind;
import io.orchestrator4j.form.field.ValueKind;
import io.orchestrator4j.form.field.YesOrNoKind;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.OneValueRecords;
import io.orchestrator4j.value.ValueType;
import io.orchestrator4j.value.VlanRanges;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The kinds of field that single values are entered in, by their class. */
public final class ValueKinds {

  private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(
      int.class,
      long.class,
      short.class,
      byte.class,
      Integer.class,
      Long.class,
      Short.class,
      Byte.class,
      BigInteger.class);
  private static final Set<Class<?>> DECIMAL_NUMBERS =
      Set.of(double.class, float.class, Double.class, Float.class, BigDecimal.class);
  private static final Map<Class<?>, FieldKind> OTHERS = Map.ofEntries(
      Map.entry(String.class, new TextKind("")),
      Map.entry(boolean.class, new YesOrNoKind()),
      Map.entry(Boolean.class, new YesOrNoKind()),
      Map.entry(UUID.class, new IdKind("uuid")),
      Map.entry(LocalDate.class, new DateKind()),
      Map.entry(Instant.class, new TimeKind(false)),
      Map.entry(OffsetDateTime.class, new TimeKind(false)),
      Map.entry(LocalDateTime.class, new TimeKind(true)),
      Map.entry(Inet4Address.class, new AddressKind(AddressKind.Version.FOUR)),
      Map.entry(Inet6Address.class, new AddressKind(AddressKind.Version.SIX)),
      Map.entry(InetAddress.class, new AddressKind(AddressKind.Version.ANY)));

  // unlike the one of the wire, the pattern takes every number
  private static final ValueType<VlanRanges> VLANS = ValueType.of(VlanRanges.class)
      .withFormat("vlan")
      .withPattern("^([0-9]{1,4}(-[0-9]{1,4})?(,[0-9]{1,4}(-[0-9]{1,4})?)*)?$")
      .withExamples("345", "20-23,45,50-100");

  private static final List<ValueType<?>> BUILTIN = List.of(
      VLANS,
      ValueType.of(URI.class).withFormat("uri"),
      ValueType.of(Duration.class).withFormat("duration"),
      ValueType.of(LocalTime.class).withFormat("time"));

  private static final String RADIO = "radio";

  private final Map<Class<?>, ValueType<?>> types = new HashMap<>();

  /** The usual ones, and those of these types. */
  public ValueKinds(Map<Class<?>, ValueType<?>> types) {
    BUILTIN.forEach(type -> this.types.put(type.type(), type));
    this.types.putAll(types);
  }

  /** The kind for values of a class; empty where they are not single values. */
  public Optional<FieldKind> of(Class<?> type) {
    ValueType<?> known = types.get(type);
    if (known == null) {
      Optional<FieldKind> usual = usual(type);
      if (usual.isPresent()) {
        return usual;
      }
    }
    return written(type)
        .map(kind -> new ValueKind(kind, known == null ? ValueType.of(type) : known, limits(type)));
  }

  private static FieldLimits limits(Class<?> type) {
    return OneValueRecords.isOne(type)
        ? new Limits(type, type.getRecordComponents()[0].getName())
        : FieldLimits.NONE;
  }

  private static Optional<FieldKind> usual(Class<?> type) {
    if (type.isEnum()) {
      return Optional.of(new ChoiceKind(type.getSimpleName(), "", offers(type)));
    }
    if (WHOLE_NUMBERS.contains(type) || DECIMAL_NUMBERS.contains(type)) {
      return Optional.of(new NumberKind(WHOLE_NUMBERS.contains(type)));
    }
    return Optional.ofNullable(OTHERS.get(type));
  }

  /** What values of a class are written as. */
  private Optional<FieldKind> written(Class<?> type) {
    Optional<FieldKind> usual = usual(type).or(() -> SingleValues.kindOf(type));
    return usual.isEmpty() && OneValueRecords.isOne(type)
        ? of(type.getRecordComponents()[0].getType())
        : usual;
  }

  /** The constants of an enum; one that has a text of its own shows it. */
  private static List<ChoiceKind.Offer> offers(Class<?> type) {
    List<ChoiceKind.Offer> offers = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      var value = Json.toTree(constant);
      boolean plain = constant.toString().equals(((Enum<?>) constant).name());
      offers.add(new ChoiceKind.Offer(value, plain ? value.asString() : constant.toString()));
    }
    return offers;
  }

  /** The same kind as a choice; the constants of an enum are there, others come with the rules. */
  public static Declared choice(FieldKind kind, boolean radio) {
    String format = radio ? RADIO : "";
    return kind instanceof ChoiceKind constants
        ? new Declared.Value(new ChoiceKind(constants.name(), format, constants.offers()))
        : new Declared.Choose(kind, format);
  }
}
