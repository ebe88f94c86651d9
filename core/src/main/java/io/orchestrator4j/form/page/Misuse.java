package io.orchestrator4j.form.page;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.form.field.FieldKind;
import io.orchestrator4j.form.field.NumberKind;
import io.orchestrator4j.form.field.SecretKind;

/** Rules that were given to a field that they are not for. */
final class Misuse {

  private Misuse() {}

  static void refuse(String place, Declared declared, Said said) {
    refuse(
        place,
        said.inside != null && !hasForm(declared),
        "nested(...) and each(...) are for records and lists of records, of more than one component");
    refuse(
        place,
        said.tasks != null && !(declared instanceof Declared.Accepting),
        "tasks(...) are for fields marked @Accept");
    refuse(
        place,
        (said.earliest != null || said.latest != null) && !(declared instanceof Declared.Picked),
        "earliest(...) and latest(...) are for fields marked @Timestamp");
    refuse(
        place,
        said.contactsOf != null && !(declared instanceof Declared.Contacts),
        "contactsOf(...) is for lists of ContactPerson");
    refuse(place, said.divisor != null && !isNumber(declared), "multipleOf(...) is for numbers");
    refuse(
        place, said.shown != null, "show(...) is for what is only shown; others have a value(...)");
    refuse(
        place,
        said.choices != null && !offers(declared),
        "choices(...) are for single values and lists of them");
    refuse(
        place,
        said.only != null && !isValue(declared),
        "only(...) is for single values that are entered");
  }

  private static void refuse(String place, boolean wrong, String rule) {
    if (wrong) {
      throw new DefinitionProblem(place, "its rules do not fit: " + rule, "Take the rule away");
    }
  }

  private static boolean hasForm(Declared declared) {
    return switch (declared) {
      case Declared.Small _, Declared.Contacts _ -> true;
      case Declared.Many(Declared item, var _) -> item instanceof Declared.Small;
      case Declared.Value _,
          Declared.Choose _,
          Declared.OfCustomers _,
          Declared.Accepting _,
          Declared.Picked _,
          Declared.Shows _ -> false;
    };
  }

  private static boolean offers(Declared declared) {
    return switch (declared) {
      case Declared.Many(Declared item, var _) -> offers(item);
      case Declared.Value(FieldKind kind) -> !(kind instanceof SecretKind);
      case Declared.Choose _, Declared.OfCustomers _ -> true;
      case Declared.Accepting _,
          Declared.Picked _,
          Declared.Contacts _,
          Declared.Small _,
          Declared.Shows _ -> false;
    };
  }

  private static boolean isNumber(Declared declared) {
    return declared instanceof Declared.Value(FieldKind kind) && kind instanceof NumberKind;
  }

  private static boolean isValue(Declared declared) {
    return switch (declared) {
      case Declared.Value(FieldKind kind) -> !(kind instanceof SecretKind);
      case Declared.Choose _ -> true;
      case Declared.Many _,
          Declared.OfCustomers _,
          Declared.Accepting _,
          Declared.Picked _,
          Declared.Contacts _,
          Declared.Small _,
          Declared.Shows _ -> false;
    };
  }
}
