package io.orchestrator4j.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A set of VLANs, written as numbers and ranges: {@code 20-23,45}. Immutable. */
public final class VlanRanges {

  /** The highest number that the wire takes. */
  public static final int HIGHEST = 4096;

  private static final Pattern PART = Pattern.compile("\\s*(\\d{1,9})\\s*(?:-\\s*(\\d{1,9})\\s*)?");
  private static final VlanRanges NONE = new VlanRanges(new BitSet());

  private final BitSet vlans;

  private VlanRanges(BitSet vlans) {
    this.vlans = vlans;
  }

  /** No VLAN. */
  public static VlanRanges none() {
    return NONE;
  }

  /** These VLANs. */
  public static VlanRanges of(int... vlans) {
    BitSet set = new BitSet();
    for (int vlan : vlans) {
      set.set(inRange(vlan));
    }
    return new VlanRanges(set);
  }

  /**
   * The VLANs that a text names; an empty text names none.
   *
   * @throws IllegalArgumentException if it is no list of numbers and ranges, or a number is out of range
   */
  @JsonCreator
  public static VlanRanges parse(String text) {
    BitSet set = new BitSet();
    if (text.isBlank()) {
      return NONE;
    }
    for (String part : text.split(",", -1)) {
      Matcher range = PART.matcher(part);
      if (!range.matches()) {
        throw new IllegalArgumentException(
            text + " could not be converted to a VlanRanges object.");
      }
      int from = inRange(Integer.parseInt(range.group(1)));
      int to = range.group(2) == null ? from : inRange(Integer.parseInt(range.group(2)));
      if (to < from) {
        throw new IllegalArgumentException(
            "%d-%d runs backwards; the lower number comes first".formatted(from, to));
      }
      set.set(from, to + 1);
    }
    return new VlanRanges(set);
  }

  private static int inRange(int vlan) {
    if (vlan < 0 || vlan > HIGHEST) {
      throw new IllegalArgumentException("%d is out of range (0-%d).".formatted(vlan, HIGHEST));
    }
    return vlan;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return vlans.isEmpty();
  }

  /** Whether a VLAN is one of them. */
  public boolean contains(int vlan) {
    return vlan >= 0 && vlans.get(vlan);
  }

  /** Whether some are in both. */
  public boolean overlaps(VlanRanges other) {
    return vlans.intersects(other.vlans);
  }

  /** These and those. */
  public VlanRanges plus(VlanRanges other) {
    BitSet all = (BitSet) vlans.clone();
    all.or(other.vlans);
    return new VlanRanges(all);
  }

  /** These without those. */
  public VlanRanges minus(VlanRanges other) {
    BitSet rest = (BitSet) vlans.clone();
    rest.andNot(other.vlans);
    return new VlanRanges(rest);
  }

  /** Those that are in both. */
  public VlanRanges and(VlanRanges other) {
    BitSet both = (BitSet) vlans.clone();
    both.and(other.vlans);
    return new VlanRanges(both);
  }

  /** The numbers, the lowest first. */
  public IntStream stream() {
    return vlans.stream();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VlanRanges ranges && vlans.equals(ranges.vlans);
  }

  @Override
  public int hashCode() {
    return vlans.hashCode();
  }

  /** The text that {@link #parse} reads. */
  @Override
  @JsonValue
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int from = vlans.nextSetBit(0); from >= 0; ) {
      int to = vlans.nextClearBit(from) - 1;
      text.append(text.isEmpty() ? "" : ",").append(from).append(to == from ? "" : "-" + to);
      from = vlans.nextSetBit(to + 1);
    }
    return text.toString();
  }
}
