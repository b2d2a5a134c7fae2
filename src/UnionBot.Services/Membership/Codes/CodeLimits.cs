namespace UnionBot.Services.Membership.Codes;

/// <summary>How many codes are sent at most, so that nobody is bothered by them and no number can be tried out.</summary>
/// <param name="PerPhoneAndDay">Within 24 hours to one number, whoever asks.</param>
/// <param name="PerPersonAndHour">Within one hour for one person, to whatever numbers.</param>
public sealed record CodeLimits(int PerPhoneAndDay = 5, int PerPersonAndHour = 5)
{
    /// <summary>No second code goes to the same number before this.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
}
