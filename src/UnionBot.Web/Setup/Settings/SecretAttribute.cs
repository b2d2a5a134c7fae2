namespace UnionBot.Web.Setup.Settings;

/// <summary>The value is never shown, and comes from the environment or a file that is closed to others.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : Attribute;
