namespace UnionBot.Web.Commands;

/// <summary>How a command ends.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    public const int Failed = 1;

    /// <summary>The machine or the settings do not allow it; nothing was done.</summary>
    public const int CannotRunHere = 2;
}
