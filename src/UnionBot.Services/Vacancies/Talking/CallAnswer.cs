using System.Text.RegularExpressions;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>How a worker wants to be reached by an officer.</summary>
/// <param name="Way">Null: not at all, for now.</param>
/// <param name="Phone">Set exactly for <see cref="CallWay.GivenPhone"/>.</param>
internal sealed partial record CallAnswer(CallWay? Way, MobileNumber? Phone = null)
{
    /// <param name="hasConfirmed">Whether a phone was confirmed before, so that a yes is enough.</param>
    /// <returns>Null when the words say something else.</returns>
    public static CallAnswer? Read(IWishReader reader, Input input, bool hasConfirmed)
    {
        if (reader.PhoneIn(input.FullText, input.At) is { } phone) return new CallAnswer(CallWay.GivenPhone, phone);
        if (hasConfirmed && YesNo.Read(input.Text) is true) return new CallAnswer(CallWay.ConfirmedPhone);

        var cues = reader.Read(input.Text, input.At, new VacancyWish()).Cues;
        if (cues.HasFlag(Cue.NoPhone)) return new CallAnswer(CallWay.Chat);
        return cues.HasFlag(Cue.NotNow) || YesNo.Read(input.Text) is false ? new CallAnswer(Way: null) : null;
    }

    /// <summary>A number that begins like a mobile one and has too few or too many digits.</summary>
    /// <returns>Null when there is none.</returns>
    public static CallPhoneIsNotWhole? Slip(Input input) =>
        LikeMobile().Match(input.FullText) is { Success: true } match && match.Value.Count(char.IsAsciiDigit) is not MobileNumber.Length and var digits
            ? new CallPhoneIsNotWhole(digits)
            : null;

    [GeneratedRegex("(?<![0-9])1[3-9](?:[ -]?[0-9]){5,12}(?![0-9])")]
    private static partial Regex LikeMobile();
}
