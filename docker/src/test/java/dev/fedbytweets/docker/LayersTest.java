package dev.fedbytweets.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Histories as engines print them, shortened.
class LayersTest {

  private static final String CLASSIC =
      """
      0 /bin/sh -c #(nop)  USER 65534:65534
      58800000 /bin/sh -c #(nop) COPY file:3acb in /var/task/function.aot\s
      0 /bin/sh -c #(nop)  CMD ["dev.fedbytweets.gettweets.GetTweetsHandler"]
      0 /bin/sh -c #(nop)  ENTRYPOINT ["/var/task/entrypoint"]
      1380 /bin/sh -c #(nop) COPY file:4205 in /var/task/entrypoint\s
      203000 /bin/sh -c #(nop) COPY dir:273b in /var/task/app\s
      49300000 /bin/sh -c #(nop) COPY dir:b3e1 in /var/task/lib\s
      379000000\s
      """;

  private static final String BUILD_KIT =
      """
      0 USER 65534:65534
      58800000 COPY /var/task/function.aot /var/task/function.aot # buildkit
      1380 COPY /image/entrypoint /var/task/entrypoint # buildkit
      49300000 COPY /image/lib /var/task/lib # buildkit
      203000 COPY /image/app /var/task/app # buildkit
      0 ENTRYPOINT ["/lambda-entrypoint.sh"]
      300000 COPY file:9a in /lambda-entrypoint.sh\s
      130000000 ADD file:1f in /\s
      """;

  @Test
  void whatChangesMostOftenLiesOnTop() {
    Layers layers = Layers.read(CLASSIC);

    assertThat(layers.parts())
        .containsExactly(
            ImagePart.BASE,
            ImagePart.LIBRARIES,
            ImagePart.CODE,
            ImagePart.ENTRY_POINT,
            ImagePart.CACHE);
    assertThat(layers.inOrder()).isTrue();
    assertThat(layers.megabytes(ImagePart.LIBRARIES)).isEqualTo(49.3);
    assertThat(layers.megabytes(ImagePart.CACHE)).isEqualTo(58.8);
    assertThat(layers.megabytes()).isBetween(487.3, 487.31);
  }

  @Test
  void aBaseMayHaveSeveralLayersButLibrariesAboveTheCodeAreOutOfOrder() {
    Layers layers = Layers.read(BUILD_KIT);

    assertThat(layers.parts())
        .containsExactly(
            ImagePart.BASE,
            ImagePart.BASE,
            ImagePart.CODE,
            ImagePart.LIBRARIES,
            ImagePart.ENTRY_POINT,
            ImagePart.CACHE);
    assertThat(layers.inOrder()).isFalse();
    assertThat(layers.megabytes(ImagePart.BASE)).isEqualTo(130.3);
  }

  @Test
  void anImageWithoutCacheIsNotInOrder() {
    assertThat(Layers.read(CLASSIC.replace("58800000", "0")).inOrder()).isFalse();
  }
}
