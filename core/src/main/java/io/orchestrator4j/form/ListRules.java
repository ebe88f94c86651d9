package io.orchestrator4j.form;

import io.orchestrator4j.form.page.Said;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules of a field that holds a list. */
public final class ListRules<P, E> extends FieldRules<P, @Nullable List<E>, ListRules<P, E>> {

  ListRules(Said said) {
    super(said);
  }

  @Override
  ListRules<P, E> self() {
    return this;
  }

  /** How many items it must have. */
  public ListRules<P, E> items(int least, int most) {
    said().size(least, most);
    return this;
  }

  /** The items must differ. */
  public ListRules<P, E> unique() {
    said().isUnique();
    return this;
  }

  /** It keeps as many items as it begins with. */
  public ListRules<P, E> fixedSize() {
    said().isFixed();
    return this;
  }

  /** The rules of the small form that each item is. */
  public ListRules<P, E> each(Consumer<PageRules<E>> rules) {
    said().inside(PageRules.inside(rules));
    return this;
  }

  /** Whose contacts these are: the id of a customer or organisation that is not on the page. */
  public ListRules<P, E> contactsOf(String id) {
    said().contactsOf(id);
    return this;
  }
}
