using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>Reads what work a worker wants.</summary>
public interface IWishReader
{
    /// <param name="text">Normalised text, as in <c>Input.Text</c>.</param>
    /// <param name="at">When it was written; UTC.</param>
    /// <param name="before">What was wanted before; what is said now changes it.</param>
    ReadWish Read(string text, DateTimeOffset at, VacancyWish before);

    /// <summary>For whom a sentence says that work is looked for: 媳妇也想找保洁, 我自己找电工.</summary>
    /// <param name="known">How people are called of whom was spoken before: whoever is the same keeps the name.</param>
    /// <returns>Null when it does not say it.</returns>
    Seeker? SeekerIn(string text, IEnumerable<string> known);

    /// <summary>Whose wish a sentence names that changes one of several: 媳妇的工资降到三千二.</summary>
    /// <inheritdoc cref="SeekerIn"/>
    Seeker? NamedIn(string text, IEnumerable<string> known);

    /// <summary>The mobile number in a text, also when it is spoken (一三八…); null when there is none.</summary>
    /// <param name="fullText">With its numbers, as in <c>Input.FullText</c>.</param>
    MobileNumber? PhoneIn(string fullText, DateTimeOffset at);

    /// <summary>Which entry of a list a sentence speaks of, counted from 1: 第二个帮我联系; null when of none.</summary>
    /// <param name="text">As for <see cref="Read"/>.</param>
    int? OrdinalIn(string text, DateTimeOffset at);
}

/// <summary>What a sentence says of work.</summary>
/// <param name="Wish">What is wanted from now on: what was wanted before, changed by what was said.</param>
/// <param name="IsWish">Whether anything was said of what the work should be.</param>
/// <param name="Unclear">A place of which there are several, such as 市中区; null when there is none.</param>
/// <param name="Others">What is wanted for somebody else, said in the same breath.</param>
public sealed record ReadWish(VacancyWish Wish, bool IsWish, Cue Cues, UnclearPlace? Unclear, OthersWish? Others)
{
    /// <summary>A part of the sentence was not about work as far as that can be told: 云门山门票 behind 青州.</summary>
    public bool IsLoose { get; init; }

    /// <summary>What was said that no post tells: 站着; null when nothing was.</summary>
    public string? Untold { get; init; }
}

/// <param name="Codes">The regions that may be meant.</param>
/// <param name="Names">Their names, with the city's.</param>
public sealed record UnclearPlace(string Name, IReadOnlyList<string> Codes, IReadOnlyList<string> Names);

/// <param name="Who">媳妇; null for the worker.</param>
public sealed record OthersWish(string? Who, VacancyWish Wish)
{
    /// <summary>Whether a list was shown for it.</summary>
    public bool IsShown { get; init; }
}

/// <summary>For whom work is looked for.</summary>
/// <param name="Who">媳妇; null for the worker.</param>
public sealed record Seeker(string? Who)
{
    public static readonly Seeker Speaker = new(Who: null);
}
