namespace UnionBot.Web.Setup.Postgres;

/// <summary>The server ended before it was ready, perhaps only because a former one was still going down.</summary>
internal sealed class PostmasterEndedException(string message) : SetupException(message);
