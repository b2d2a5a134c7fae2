namespace UnionBot.Web.Setup.Keys;

/// <summary>One key of ASP.NET's data protection, which seals cookies and anti-forgery tokens of all hosts.</summary>
internal sealed class CookieKey
{
    private CookieKey() { }

    /// <param name="name">The name data protection gives it; unique.</param>
    /// <param name="xml">Sealed by our own cipher.</param>
    public CookieKey(string name, byte[] xml, DateTimeOffset createdAt) => (Name, Xml, CreatedAt) = (name, xml, createdAt);

    public string Name { get; private set; } = "";

    public byte[] Xml { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }
}
