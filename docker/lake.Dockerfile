# The local lake as an image, of the release that `mvn -Pdist package` made.
#
#   BASE  a Linux with bash and the C++ library
ARG BASE=debian:trixie-slim

FROM ${BASE} AS release
ADD local/target/dist/fed-by-tweets-*.tar.gz /opt/
RUN mv /opt/fed-by-tweets-* /opt/fed-by-tweets

FROM ${BASE}
COPY --from=release /opt/fed-by-tweets /opt/fed-by-tweets
# Anybody may write where no folder of the caller's is mounted.
RUN mkdir /lake && chmod 1777 /lake
ENV HOME=/tmp LAKE_COMMAND=lake
WORKDIR /lake
USER 65534:65534
ENTRYPOINT ["/opt/fed-by-tweets/bin/lake"]
