namespace UnionBot.Web.Setup.Settings;

/// <summary>How a line of the log looks.</summary>
internal enum LogFormat
{
    /// <summary>For people at a terminal.</summary>
    Simple,

    /// <summary>One JSON object a line, for collectors.</summary>
    Json,
}
