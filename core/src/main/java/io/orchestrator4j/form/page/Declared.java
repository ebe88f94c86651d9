package io.orchestrator4j.form.page;

import io.orchestrator4j.form.field.FieldKind;
import io.orchestrator4j.form.field.Limit;
import io.orchestrator4j.form.field.TimestampKind;
import java.util.List;

/** What a component is by its type and annotations; what the rules of the page add is only known when it is asked. */
public sealed interface Declared {

  /** A value of a kind that is known already. */
  record Value(FieldKind kind) implements Declared {}

  /**
   * A value that is chosen from what the rules offer.
   *
   * @param kind what it is where they name the values only
   * @param format how it is chosen
   */
  record Choose(FieldKind kind, String format) implements Declared {}

  /** A customer. */
  record OfCustomers() implements Declared {}

  /** Tasks that must be done. */
  record Accepting() implements Declared {}

  /** A time from a calendar. */
  record Picked(TimestampKind.Picker picker) implements Declared {}

  /** Several of one. */
  record Many(Declared item, List<Limit> limits) implements Declared {}

  /** Contact persons of somebody. */
  record Contacts(PageDefinition<?> person, Owner owner) implements Declared {

    /** Whose they are. */
    public enum Owner {
      ORGANISATION("organisationKey", "organisation", "organisationId"),
      CUSTOMER("customerKey", "customer_id", "customerId");

      private final String keyHint;
      private final String key;
      private final String idHint;

      Owner(String keyHint, String key, String idHint) {
        this.keyHint = keyHint;
        this.key = key;
        this.idHint = idHint;
      }

      /** In the schema, the name of the field on the page that says whose they are. */
      public String keyHint() {
        return keyHint;
      }

      /** That field. */
      public String key() {
        return key;
      }

      /** In the schema, the name for whose they are where no field says it. */
      public String idHint() {
        return idHint;
      }
    }
  }

  /** A small form. */
  record Small(PageDefinition<?> form) implements Declared {}

  /** Something that is only shown. */
  record Shows(What what) implements Declared {

    /** What is shown. */
    public enum What {
      LABEL,
      DIVIDER,
      CALLOUT,
      MARKDOWN,
      SUMMARY,
      SUBSCRIPTION
    }
  }

  /** Whether a component of this kind is a list in Java. */
  default boolean isList() {
    return switch (this) {
      case Many _, Contacts _ -> true;
      case Value _, Choose _, OfCustomers _, Accepting _, Picked _, Small _, Shows _ -> false;
    };
  }
}
