namespace UnionBot.Services.LegalAid.Talking;

/// <summary>A consultation of the person's own that is still to come.</summary>
/// <param name="Number">What people read: LA-0116-037.</param>
public sealed record OwnBooking(string Id, string Number, OfferedSlot Slot)
{
    /// <summary>The last four digits of the number that is called; null when it is a number the bot does not show.</summary>
    public string? PhoneTail { get; init; }

    /// <summary>The lawyer is away: it needs another time.</summary>
    public bool IsDisplaced { get; init; }

    internal Guid Key => Guid.ParseExact(Id, "N");
}
