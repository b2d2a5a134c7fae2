namespace UnionBot.Benchmarks.Platform;

/// <summary>Who says what.</summary>
/// <param name="Person">The number of the person; see <see cref="Account.OpenIdOf"/>.</param>
internal readonly record struct Utterance(int Person, string Text)
{
    /// <summary>The same words from a million people, drawn at random.</summary>
    public static Func<int, Utterance> ByAnyone(string text) => _ => new(Random.Shared.Next(1, Account.People + 1), text);
}
