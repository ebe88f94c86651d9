package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionModel;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was asked for is not there, or is not what the code takes it for. Each reason has a stable code. */
public abstract sealed class NotUsable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  private NotUsable(String code, String message) {
    super(message);
    this.code = code;
  }

  private NotUsable(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** The reason, as programs read it. */
  public final String code() {
    return code;
  }

  private static String named(SubscriptionHeader header) {
    return "The subscription %s '%s'".formatted(header.subscriptionId(), header.description());
  }

  /** There is no subscription of this id, or it has no such version. */
  public static final class SubscriptionNotFound extends NotUsable {
    private static final long serialVersionUID = 1L;

    private final UUID subscriptionId;

    SubscriptionNotFound(UUID subscriptionId) {
      super(
          "subscription_not_found",
          "Subscription with id: %s, does not exist".formatted(subscriptionId));
      this.subscriptionId = subscriptionId;
    }

    SubscriptionNotFound(UUID subscriptionId, int version) {
      super(
          "subscription_not_found",
          "The subscription %s has no version %d".formatted(subscriptionId, version));
      this.subscriptionId = subscriptionId;
    }

    /** The id that was asked for. */
    public UUID subscriptionId() {
      return subscriptionId;
    }
  }

  /** There is no block of this id. */
  public static final class BlockNotFound extends NotUsable {
    private static final long serialVersionUID = 1L;

    BlockNotFound(UUID instanceId) {
      super("block_not_found", "There is no block %s in any subscription".formatted(instanceId));
    }
  }

  /** There is no product of this id. */
  public static final class ProductNotFound extends NotUsable {
    private static final long serialVersionUID = 1L;

    ProductNotFound(UUID productId) {
      super(
          "product_not_found",
          "Could not find a product for the given product_id: %s".formatted(productId));
    }
  }

  /** The database has a product type or a block for which this application has no class. */
  public static final class NotDefined extends NotUsable {
    private static final long serialVersionUID = 1L;

    private NotDefined(String message) {
      super("not_defined", message);
    }

    static NotDefined type(String productType) {
      return new NotDefined(
          ("This application has no class for the product type '%s'; add one marked @ProductType(\"%s\"),"
                  + " or start an application that has it")
              .formatted(productType, productType));
    }

    static NotDefined noneOf(Class<?> wanted) {
      return new NotDefined(
          "No product type or block of this application is a %s; mark one that is @ProductType or @ProductBlock"
              .formatted(wanted.getName()));
    }

    static NotDefined block(String name) {
      return new NotDefined(
          "This application has no class for the block '%s'; add one marked @ProductBlock(\"%s\")"
              .formatted(name, name));
    }

    static NotDefined block(String name, SubscriptionHeader header) {
      return new NotDefined(
          "%s has a block '%s', for which this application has no class; add one marked @ProductBlock(\"%s\")"
              .formatted(named(header), name, name));
    }
  }

  /** It is there, and is something else than what was wanted. */
  public static final class WrongClass extends NotUsable {
    private static final long serialVersionUID = 1L;

    private WrongClass(String message) {
      super("wrong_class", message);
    }

    static WrongClass subscription(SubscriptionModel found, Class<?> wanted) {
      return new WrongClass("%s is a %s, of the product '%s'; a %s was wanted"
          .formatted(
              named(found.header()),
              found.getClass().getSimpleName(),
              found.product().name(),
              wanted.getSimpleName()));
    }

    static WrongClass product(String product, String type, Class<?> found, Class<?> wanted) {
      return new WrongClass(
          "The product '%s' is of the product type '%s', whose class is %s; a %s was wanted"
              .formatted(product, type, found.getSimpleName(), wanted.getSimpleName()));
    }

    static WrongClass block(UUID instanceId, String found, Class<?> wanted) {
      return new WrongClass("The block %s is a %s; a %s was wanted"
          .formatted(instanceId, found, wanted.getSimpleName()));
    }
  }

  /** What is stored does not fit the class that it is to be read into. */
  public static final class NotReadable extends NotUsable {
    private static final long serialVersionUID = 1L;

    private NotReadable(String message) {
      super("not_readable", message);
    }

    private NotReadable(String message, RuntimeException cause) {
      super("not_readable", message, cause);
    }

    static NotReadable value(
        SubscriptionHeader header, StoredBlock block, String place, RuntimeException cause) {
      return new NotReadable(
          "%s, block %s: %s does not take what is stored: %s. Change the field, or what is stored by a migration"
              .formatted(named(header), block.id(), place, cause.getMessage()),
          cause);
    }

    static NotReadable tooMany(SubscriptionHeader header, String place, int found) {
      return new NotReadable(
          "%s has %d blocks where %s takes one; make it a list, or remove them by a migration"
              .formatted(named(header), found, place));
    }

    static NotReadable unfit(SubscriptionHeader header, String place, String block) {
      return new NotReadable(
          "%s has a %s where %s takes none; add it to the field's type, or remove it by a migration"
              .formatted(named(header), block, place));
    }
  }

  /** Exactly one was wanted. */
  public static final class NotOne extends NotUsable {
    private static final long serialVersionUID = 1L;

    private NotOne(String code, String message) {
      super(code, message);
    }

    static NotOne none(String wanted) {
      return new NotOne("none_found", "There is no %s; one was wanted".formatted(wanted));
    }

    static NotOne several(String wanted, Collection<?> some) {
      return new NotOne(
          "several_found",
          "There are several %s, among them %s; one was wanted"
              .formatted(
                  wanted, some.stream().map(String::valueOf).collect(Collectors.joining(" and "))));
    }
  }

  /** A path leads to no field. */
  public static final class UnknownPath extends NotUsable {
    private static final long serialVersionUID = 1L;

    private UnknownPath(String message) {
      super("unknown_path", message);
    }

    static UnknownPath of(String path, String part, String where, Collection<String> known) {
      return new UnknownPath("'%s' leads nowhere: there is no '%s' in %s, which has %s"
          .formatted(path, part, where, known.isEmpty() ? "nothing" : String.join(", ", known)));
    }

    static UnknownPath blocks(String path, Collection<String> known) {
      return new UnknownPath("'%s' leads to blocks, not to a value; go on with one of %s"
          .formatted(path, String.join(", ", known)));
    }

    static UnknownPath value(String path, String part) {
      return new UnknownPath(
          "'%s' goes on behind '%s', which is a value and has no fields".formatted(path, part));
    }

    static UnknownPath unfit(String path, RuntimeException cause) {
      return new UnknownPath("'%s' never has this value: %s".formatted(path, cause.getMessage()));
    }
  }
}
