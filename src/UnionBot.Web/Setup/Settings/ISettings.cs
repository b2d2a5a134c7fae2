namespace UnionBot.Web.Setup.Settings;

/// <summary>The settings of one concern: a record whose properties are the keys of its section.</summary>
internal interface ISettings
{
    /// <summary>The section's name; empty for settings without a prefix.</summary>
    static abstract string Section { get; }

    /// <summary>What is wrong with the values, each taken for itself.</summary>
    IEnumerable<Problem> Problems();
}
