namespace UnionBot.Web.Setup.Health;

/// <summary>Something that only the command <c>check</c> looks at; it may take seconds and call the platform.</summary>
internal interface IOperatorCheck : ICheck
{
    /// <summary>Whether what it finds is worth a look, but no fault: the command then still succeeds.</summary>
    bool OnlyWarns => false;
}
