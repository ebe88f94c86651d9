package io.orchestrator4j.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SnakeCaseTest {

  @ParameterizedTest
  @CsvSource({
    "groupName, group_name",
    "primaryIp4, primary_ip4",
    "customerID, customer_id",
    "URLPrefix, url_prefix",
    "x, x",
    "already_snake, already_snake",
    "createUserGroup, create_user_group"
  })
  void splitsBeforeCapitalsNeverBeforeDigits(String java, String snake) {
    assertThat(SnakeCase.of(java)).isEqualTo(snake);
  }

  @ParameterizedTest
  @CsvSource({
    "group_name, true",
    "groupName, true",
    "GroupName, false",
    "group_Name, false",
    "GROUP_NAME, false",
    "groupname, false",
    "group, false",
    "'', false"
  })
  void aNameIsWrittenInOneOfTwoWays(String name, boolean same) {
    assertThat(SnakeCase.isOf("group_name", name)).isEqualTo(same);
  }
}
