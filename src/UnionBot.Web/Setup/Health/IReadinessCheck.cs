namespace UnionBot.Web.Setup.Health;

/// <summary>
/// Something without which the bot cannot answer, looked at every second. The platform is none: it may be down while
/// we are well.
/// </summary>
internal interface IReadinessCheck : ICheck;
