package io.orchestrator4j.value;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Encrypts secrets for the database and decrypts them for steps: AES-256 in GCM (NIST SP 800-38D) with a fresh nonce for
 * each, under the first of its keys; the others still decrypt what was stored under them. A sealed secret is an object
 * with the one key {@code $secret}. Thread-safe.
 */
public final class Secrets {

  private static final String SEALED = "$secret";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int ID_BYTES = 4;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<Key> keys;

  private record Key(String id, SecretKeySpec spec) {

    static Key of(byte[] bytes) {
      if (bytes.length != KEY_BYTES) {
        throw new IllegalArgumentException(
            "A key for secrets has 32 bytes; found %d. Make one with: openssl rand -base64 32"
                .formatted(bytes.length));
      }
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        return new Key(
            HexFormat.of().formatHex(hash, 0, ID_BYTES), new SecretKeySpec(bytes, "AES"));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }

  private Secrets(List<Key> keys) {
    this.keys = keys;
  }

  /** No key: there can be no secrets. */
  public static Secrets none() {
    return new Secrets(List.of());
  }

  /**
   * Secrets under these keys, of 32 bytes each in Base64.
   *
   * @param texts the first one encrypts, all decrypt
   * @throws IllegalArgumentException if one is no such key
   */
  public static Secrets withKeys(List<String> texts) {
    return new Secrets(texts.stream()
        .map(text -> Key.of(Base64.getDecoder().decode(text.strip())))
        .toList());
  }

  /** A new key, as {@link #withKeys} takes it. */
  public static String newKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  /** Whether there is a key. */
  public boolean canSeal() {
    return !keys.isEmpty();
  }

  /**
   * The stored form of a secret.
   *
   * @throws NotStorable if there is no key
   */
  public JsonNode seal(String text) {
    if (keys.isEmpty()) {
      throw NotStorable.secret();
    }
    Key key = keys.getFirst();
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] encrypted =
        apply(Cipher.ENCRYPT_MODE, key, nonce, text.getBytes(StandardCharsets.UTF_8));
    ByteBuffer all = ByteBuffer.allocate(ID_BYTES + NONCE_BYTES + encrypted.length);
    all.put(HexFormat.of().parseHex(key.id())).put(nonce).put(encrypted);
    return io.orchestrator4j.value.Json.object()
        .put(SEALED, Base64.getEncoder().encodeToString(all.array()));
  }

  /**
   * A tree with its secrets in plain text; the same tree where it has none.
   *
   * @throws NotConvertible if a secret was stored under another key, or was changed
   */
  public JsonNode open(JsonNode tree) {
    return replaced(tree, stored -> StringNode.valueOf(text(stored)));
  }

  /** A tree with asterisks for its secrets; the same tree where it has none. */
  public static JsonNode masked(JsonNode tree) {
    return replaced(tree, _ -> StringNode.valueOf(Secret.MASK));
  }

  private interface Replacement {
    JsonNode of(String stored);
  }

  private static JsonNode replaced(JsonNode tree, Replacement replacement) {
    if (!isAnywhereIn(tree)) {
      return tree;
    }
    return switch (tree) {
      case ObjectNode object
      when isSealed(object) -> replacement.of(object.path(SEALED).stringValue());
      case ObjectNode object -> {
        ObjectNode copy = object.objectNode();
        object.forEachEntry((name, value) -> copy.set(name, replaced(value, replacement)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = array.arrayNode();
        array.forEach(item -> copy.add(replaced(item, replacement)));
        yield copy;
      }
      default -> tree;
    };
  }

  private static boolean isAnywhereIn(JsonNode tree) {
    if (tree instanceof ObjectNode object && isSealed(object)) {
      return true;
    }
    for (JsonNode child : tree) {
      if (child.isContainer() && isAnywhereIn(child)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSealed(ObjectNode object) {
    return object.size() == 1 && object.path(SEALED).isString();
  }

  private String text(String stored) {
    ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(stored));
    byte[] id = new byte[ID_BYTES];
    byte[] nonce = new byte[NONCE_BYTES];
    all.get(id).get(nonce);
    byte[] encrypted = new byte[all.remaining()];
    all.get(encrypted);
    Key key = keys.stream()
        .filter(each -> each.id().equals(HexFormat.of().formatHex(id)))
        .findFirst()
        .orElseThrow(NotConvertible::secret);
    return new String(apply(Cipher.DECRYPT_MODE, key, nonce, encrypted), StandardCharsets.UTF_8);
  }

  private static byte[] apply(int mode, Key key, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key.spec(), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException _) {
      throw NotConvertible.secret();
    }
  }
}
