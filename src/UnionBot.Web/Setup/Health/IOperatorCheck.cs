namespace UnionBot.Web.Setup.Health;

/// <summary>Something that only the command <c>check</c> looks at; it may take seconds and call the platform.</summary>
internal interface IOperatorCheck : ICheck;
