namespace UnionBot.Web.Commands;

/// <summary>What a command has while it runs.</summary>
/// <param name="Services">A scope of its own: database, settings, cipher and the services of the bot.</param>
/// <param name="Output">For the answer; the log goes elsewhere.</param>
internal sealed record CommandContext(IServiceProvider Services, TextWriter Output);
