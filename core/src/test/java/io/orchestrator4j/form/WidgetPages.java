package io.orchestrator4j.form;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.orchestrator4j.value.VlanRanges;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page for every widget of the guide's table. */
final class WidgetPages {

  static final UUID ONE = UUID.fromString("11111111-2222-3333-4444-555555555555");

  enum Size3 {
    S("Small"),
    M("Medium"),
    L("Large");

    private final String label;

    Size3(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  enum Colour {
    RED,
    GREEN
  }

  record Topology(@Size(max = 6) String value) {
    Topology {
      if (!value.matches("[a-z]+")) {
        throw new IllegalArgumentException("Topology must be in lower case");
      }
    }
  }

  record Rate(@JsonValue int kilobits) {
    @JsonCreator
    static Rate of(int kilobits) {
      if (kilobits % 64 != 0) {
        throw new IllegalArgumentException("a rate is a multiple of 64");
      }
      return new Rate(kilobits);
    }
  }

  record Serial(String value) {}

  record Port(
      @Min(1) int number, @Nullable String note, @Nullable Label hint) {
    Port {
      if (number == 13) {
        throw new IllegalArgumentException("there is no port 13");
      }
    }
  }

  @FormPage
  record Text(@Size(min = 2, max = 5) String value) {}

  @FormPage
  record LongPage(@LongText String value) {}

  @FormPage
  record Cron(@Field(title = "Cron") String value) {}

  @FormPage
  record Whole(@Min(1) @Max(20) int value) {}

  @FormPage
  record Decimal(BigDecimal value) {}

  @FormPage
  record Steps(int value) {}

  @FormPage
  record YesNo(@DefaultValue("false") boolean value) {}

  @FormPage
  record Id(UUID value) {}

  @FormPage
  record Day(LocalDate value) {}

  @FormPage
  record Moment(OffsetDateTime value) {}

  @FormPage
  record Picked(
      @Timestamp(locale = "en-gb", dateFormat = "DD-MMM-YYYY HH:mm", timeFormat = "HH:mm")
      Instant value) {}

  @FormPage
  record Address4(Inet4Address value) {}

  @FormPage
  record Address6(Inet6Address value) {}

  @FormPage
  record Address(InetAddress value) {}

  @FormPage
  record Mail(@Email String value) {}

  @FormPage
  record Vlans(VlanRanges value) {}

  @FormPage
  record Constants(Size3 value) {}

  @FormPage
  record Chosen(@Choice int value) {}

  @FormPage
  record Few(String value) {}

  @FormPage
  record Fewer(int value) {}

  @FormPage
  record RadioPage(@Radio Colour value) {}

  @FormPage
  record Names(@Size(min = 1, max = 3) List<@Size(min = 2) String> value) {}

  @FormPage
  record ChosenList(@Choice List<Integer> value) {}

  @FormPage
  record ConstantList(List<Colour> value) {}

  @FormPage
  record Optional(@Nullable Integer value) {}

  @FormPage
  record OptionalChoice(@Nullable Colour value) {}

  @FormPage
  record CustomerPage(@Customer String value) {}

  @FormPage
  record OrganisationPage(@Organisation String value) {}

  @FormPage
  record ProductPage(@ProductChoice UUID value) {}

  @FormPage
  record Contacts(@Size(min = 1) List<ContactPerson> value) {}

  @FormPage
  record CustomerContacts(@Customer List<ContactPerson> value) {}

  @FormPage
  record Small(Port value) {}

  @FormPage
  record OptionalSmall(@Nullable Port value) {}

  @FormPage
  record Smalls(List<Port> value) {}

  @FormPage
  record ValueTypePage(Topology value) {}

  @FormPage
  record Annotated(Rate value) {}

  @FormPage
  record Foreign(URI value) {}

  @FormPage
  record Lasting(Duration value) {}

  @FormPage
  record Described(Serial value) {}

  @FormPage
  record PasswordPage(@Password @Size(min = 4) String value) {}

  @FormPage
  record AcceptPage(@Accept boolean value) {}

  @FormPage
  record Fixed(String value) {}

  @FormPage
  record FixedList(List<Integer> value) {}

  @FormPage
  record Hidden(int value) {}

  @FormPage
  record LabelPage(@Field(title = "Node settings") Label value) {}

  @FormPage
  record DividerPage(Divider value) {}

  @FormPage
  record CalloutPage(Callout value) {}

  @FormPage
  record MarkdownPage(Markdown value) {}

  @FormPage
  record SubscriptionPage(@DisplaySubscription UUID value) {}

  @FormPage
  record SummaryPage(Summary value) {}

  @FormPage
  record ButtonsPage(@DefaultValue("x") String value) {}

  private WidgetPages() {}
}
