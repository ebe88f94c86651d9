package io.orchestrator4j.form.page;

import io.orchestrator4j.customer.Customers;
import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.form.field.AskedPage;
import io.orchestrator4j.form.field.FieldKind;
import io.orchestrator4j.form.field.FieldLimits;
import io.orchestrator4j.form.field.InputField;
import io.orchestrator4j.form.field.PagePart;
import io.orchestrator4j.form.field.ShownField;
import io.orchestrator4j.translation.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The pages of one form, as its rules make them of their definitions. It remembers which were asked, for summaries.
 * Not thread-safe.
 */
public final class Asking {

  private static final String BUTTONS = "buttons";
  private static final String SUMMARY = "SummaryPage";

  private final Labels labels;
  private final AskedKinds kinds;
  private final Starts starts;
  private final ShownContents contents;
  private final IdentityHashMap<Object, AskedPage<?>> answered = new IdentityHashMap<>();
  private final Map<Class<?>, AskedPage<?>> smalls = new HashMap<>();

  /** A form that is about to be asked. */
  public Asking(Customers customers, Labels labels, DefinitionReader definitions) {
    this.labels = labels;
    CustomerOffers offers = new CustomerOffers(customers);
    this.kinds = new AskedKinds(offers, this);
    this.starts = new Starts(offers);
    this.contents = new ShownContents(new SummaryTables(definitions, labels, this));
  }

  /** A page with its rules. */
  public <P> AskedPage<P> page(PageDefinition<P> definition, PageSaid<P> rules) {
    List<PagePart> parts = new ArrayList<>();
    for (FieldDefinition field : definition.fields()) {
      Said said = rules.of(field.component().name());
      InputField.Look look = look(field, said);
      parts.add(
          field.declared() instanceof Declared.Shows(Declared.Shows.What what)
              ? shown(definition.place(field), field, what, said, look)
              : input(definition.place(field), field, said, look));
    }
    buttons(definition.name(), rules.buttons(), parts);
    return new AskedPage<>(
        definition.name(), rules.title(), parts, definition.assembly(), rules.checks());
  }

  /** A small form with its rules. */
  @SuppressWarnings("unchecked") // the rules inside were said of this definition
  <R> AskedPage<R> small(PageDefinition<R> definition, Said said) {
    PageSaid<R> rules =
        said.inside == null ? new PageSaid<>() : (PageSaid<R>) said.inside.apply(definition);
    AskedPage<R> form = page(definition, rules);
    smalls.put(definition.type(), form);
    return form;
  }

  /** A page that only shows tables. */
  public AskedPage<Object> summary(
      String title, List<SummaryPart> tables, @Nullable Buttons buttons) {
    List<PagePart> parts = new ArrayList<>(contents.tables(tables));
    buttons(SUMMARY, buttons, parts);
    return new AskedPage<>(SUMMARY, title, parts, ShownContents.NOTHING, List.of());
  }

  /** Remembers what a page became. */
  public void answered(Object answers, AskedPage<?> page) {
    answered.put(answers, page);
  }

  /** The page, or small form, whose answers a record holds; empty where this form did not ask it. */
  Optional<AskedPage<?>> pageOf(Record record) {
    AskedPage<?> page = answered.get(record);
    return Optional.ofNullable(page == null ? smalls.get(record.getClass()) : page);
  }

  private InputField.Look look(FieldDefinition field, Said said) {
    String key = field.component().key();
    Optional<String> title = labels.title(key).or(() -> Optional.ofNullable(said.title));
    return new InputField.Look(
        title.orElse(field.look().title()),
        title.isPresent() || field.look().titled(),
        labels
            .help(key)
            .or(() -> Optional.ofNullable(said.help))
            .orElse(field.look().help()));
  }

  private ShownField shown(
      String place,
      FieldDefinition field,
      Declared.Shows.What what,
      Said said,
      InputField.Look look) {
    ShownField.Content content = contents.of(place, what, said, look);
    // these are references, which have a title only if it was given
    boolean titled = look.titled()
        || content instanceof ShownField.Content.Label
        || content instanceof ShownField.Content.Divider
        || content instanceof ShownField.Content.Subscription;
    return new ShownField(
        field.component().name(), field.component().key(), titled ? look.title() : "", content);
  }

  private InputField input(String place, FieldDefinition field, Said said, InputField.Look look) {
    Misuse.refuse(place, field.declared(), said);
    JsonNode start = starts.of(field, said);
    FieldKind kind = kinds.of(place, field, said, start);
    if (start == null && said.mode != InputField.Mode.OPEN) {
      throw new DefinitionProblem(
          place,
          "it cannot be filled in, but has no value",
          "Give it one with value(...), or @DefaultValue");
    }
    FieldLimits limits =
        said.divisor == null ? field.limits() : new Divisor(field.limits(), said.divisor);
    return new InputField(
        field.component().name(),
        field.component().key(),
        field.component().type(),
        kind,
        look,
        new InputField.Start(
            Starts.converted(kind, start), field.component().nullable(), said.mode),
        new InputField.Checks(limits, said::complaint));
  }

  private static void buttons(String page, @Nullable Buttons buttons, List<PagePart> parts) {
    if (buttons == null) {
      return;
    }
    if (parts.stream().anyMatch(part -> part.key().equals(BUTTONS))) {
      throw new DefinitionProblem(
          page,
          "it has buttons, and a component named 'buttons', which is what the wire calls them",
          "Give the component another name");
    }
    parts.add(new ShownField(
        BUTTONS, BUTTONS, "", new ShownField.Content.Buttons(buttons.previous(), buttons.next())));
  }
}
