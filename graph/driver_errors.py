"""What the errors of Neo4j's driver mean here: the server is away, the login or the database is wrong, or it answers with an error."""

from __future__ import annotations

from graph.driver import neo4j
from graph.errors import GraphError, StoreUnavailableError
from graph.server import Endpoint


def unreachable(endpoint: Endpoint, error: Exception) -> StoreUnavailableError:
    """The store does not answer."""
    first = (str(error).splitlines() or [type(error).__name__])[0].rstrip(":")
    if endpoint.embedded is None:
        return StoreUnavailableError(
            f"The Neo4j server {endpoint.uri} does not answer: {first}. Check NEO4J_URI and that the server runs, "
            "or unset NEO4J_URI to use govgraph's own store.",
            f"Neo4j 服务器 {endpoint.uri} 无响应：{first}。请检查 NEO4J_URI 及服务器是否运行；取消 NEO4J_URI 则使用内置图库。",
        )
    return StoreUnavailableError(
        f"The store in {endpoint.embedded.path} does not answer: {first}. Run `govgraph stop` and try again; "
        f"its logs are in {endpoint.embedded.neo4j / 'logs'}.",
        f"{endpoint.embedded.path} 中的图库无响应：{first}。请运行 govgraph stop 后重试；"
        f"日志见 {endpoint.embedded.neo4j / 'logs'}。",
    )


def translate(endpoint: Endpoint, error: Exception) -> GraphError:
    """A driver's error → ours."""
    if isinstance(error, neo4j.exceptions.AuthError):
        return StoreUnavailableError(
            f"The store {endpoint.uri} refuses the login of {endpoint.user!r}. "
            "Check NEO4J_USERNAME and NEO4J_PASSWORD.",
            f"图库 {endpoint.uri} 拒绝用户 {endpoint.user!r} 登录。请检查 NEO4J_USERNAME 和 NEO4J_PASSWORD。",
        )
    if isinstance(error, neo4j.exceptions.Neo4jError):
        code, message = error.code or "", error.message or ""
        if code == "Neo.ClientError.Database.DatabaseNotFound":
            return StoreUnavailableError(
                f"The server {endpoint.uri} has no database {endpoint.database!r}. Check NEO4J_DATABASE.",
                f"服务器 {endpoint.uri} 上没有数据库 {endpoint.database!r}。请检查 NEO4J_DATABASE。",
            )
        return GraphError(f"The store answered with an error: {message} ({code})", f"图库返回错误：{message}（{code}）")
    return unreachable(endpoint, error)
