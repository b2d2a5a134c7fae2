namespace UnionBot.Web.Setup.Settings;

/// <summary>A property whose value is not allowed.</summary>
/// <param name="Property">The property's name; the section is added by whoever reports it.</param>
/// <param name="Allowed">What is allowed instead, to be read after "must be".</param>
internal sealed record Problem(string Property, string Allowed);
