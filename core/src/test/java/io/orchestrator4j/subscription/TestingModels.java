package io.orchestrator4j.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.orchestrator4j.product.Active;
import io.orchestrator4j.product.Computed;
import io.orchestrator4j.product.FixedInput;
import io.orchestrator4j.product.OneOf;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.Provisioning;
import io.orchestrator4j.product.Searchable;
import io.orchestrator4j.product.Shared;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.product.Unique;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is sold in tests: users in groups, ports on nodes, and cabinets of folders and notes, in which everything occurs. */
final class TestingModels {

  private TestingModels() {}

  @ProductBlock(value = "UserGroupBlock", tag = "UGB")
  static class UserGroupBlock extends ProductBlockModel {
    @NotNull(groups = Provisioning.class)
    public String groupName;

    @NotNull(groups = Active.class)
    public Integer groupId;

    @Computed
    public String members() {
      return inUseBy(UserBlock.class).stream()
          .map(user -> user.username)
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }

  @ProductType("UserGroup")
  @Product(name = "User Group", tag = "GROUP", description = "A group of users")
  static class UserGroup extends SubscriptionModel {
    public UserGroupBlock userGroup;
  }

  @ProductBlock(value = "UserBlock", tag = "UB")
  static class UserBlock extends ProductBlockModel {
    @Shared
    @NotNull(groups = Provisioning.class)
    public UserGroupBlock group;

    @NotNull(groups = Provisioning.class)
    @Searchable
    public String username;

    public @Nullable Integer age;

    @NotNull(groups = Active.class)
    @Unique
    public Integer userId;

    @Computed
    public String title() {
      return "User " + username + " of " + owner().customerId();
    }
  }

  enum Affiliation {
    INTERNAL,
    EXTERNAL
  }

  interface OfPeople {}

  @ProductType("User")
  @Product(
      name = "User internal",
      tag = "USER_INT",
      description = "A user of ours",
      fixed = "affiliation=internal")
  @Product(
      name = "User external",
      tag = "USER_EXT",
      description = "A user of theirs",
      fixed = "affiliation=external")
  static class User extends SubscriptionModel implements OfPeople {
    @FixedInput
    public Affiliation affiliation;

    public UserBlock user;
  }

  enum Mood {
    GOOD,
    @JsonProperty("so so")
    MIDDLING
  }

  record Point(int x, BigDecimal y, @Nullable String name) {}

  /** What folders hold. */
  sealed interface Entry permits FolderBlock, NoteBlock {}

  @ProductBlock("Note")
  static final class NoteBlock extends ProductBlockModel implements Entry {
    public String text;
    public int number;
    public boolean open = true;
    public @Nullable Long size;
    public BigDecimal price;
    public LocalDate day;
    public Instant at;
    public Mood mood;
    public Point point;
    public UUID reference;
    public List<String> tags;
    public List<Point> points;
    public List<List<Integer>> matrix;
    public Map<String, Integer> counts;
    public Map<Mood, List<Point>> byMood;

    @Searchable
    public List<Integer> codes;

    @Unique(scope = Unique.Scope.CUSTOMER)
    public String serial;
  }

  @ProductBlock("Folder")
  static final class FolderBlock extends ProductBlockModel implements Entry {
    @Searchable
    public String title;

    public @Nullable FolderBlock inner;
    public List<FolderBlock> folders;
    public List<Entry> entries;

    @OneOf({NoteBlock.class, LabelBlock.class})
    public @Nullable ProductBlockModel cover;

    @Shared(orOwned = true)
    public List<NoteBlock> notes;

    @Shared
    public List<NoteBlock> links;

    @Shared
    public @Nullable FolderBlock linked;
  }

  @ProductBlock("Label")
  static class LabelBlock extends ProductBlockModel {
    public String words = "none";
  }

  @ProductType("Cabinet")
  @Product(name = "Cabinet", tag = "CAB", description = "Folders in folders")
  static class Cabinet extends SubscriptionModel {
    public FolderBlock main;
    public List<FolderBlock> folders;

    @Shared
    public @Nullable NoteBlock featured;
  }

  @ProductBlock("NodeBlock")
  static class NodeBlock extends ProductBlockModel {
    @NotNull(groups = Provisioning.class)
    public String nodeName;
  }

  @ProductType("Node")
  @Product(name = "Node", tag = "NODE", description = "A node")
  static class Node extends SubscriptionModel {
    public NodeBlock node;
  }

  @ProductBlock("PortBlock")
  static class PortBlock extends ProductBlockModel {
    @Shared
    @NotNull(groups = Provisioning.class)
    public NodeBlock node;

    public String portName;
  }

  @ProductBlock("CoreLinkBlock")
  static class CoreLinkBlock extends ProductBlockModel {
    @Size(min = 2, max = 2)
    public List<PortBlock> ports;
  }

  @ProductType("CoreLink")
  @Product(name = "Core link", tag = "CL", description = "Two ports", fixed = "speed=1000")
  static class CoreLink extends SubscriptionModel {
    @FixedInput
    public int speed;

    public CoreLinkBlock coreLink;
  }

  static List<Class<? extends SubscriptionModel>> types() {
    return List.of(UserGroup.class, User.class, Cabinet.class, Node.class, CoreLink.class);
  }

  static NoteBlock note(String text) {
    NoteBlock note = new NoteBlock();
    note.text = text;
    note.tags = new ArrayList<>();
    return note;
  }
}
