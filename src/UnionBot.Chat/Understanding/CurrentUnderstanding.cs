namespace UnionBot.Chat.Understanding;

/// <summary>The understanding in force, exchanged whole while the bot runs. Take it once for each message.</summary>
/// <param name="first">Learnt when it is first needed.</param>
public sealed class CurrentUnderstanding(Lazy<LoadedUnderstanding> first)
{
    private volatile Lazy<LoadedUnderstanding> _value = first;

    /// <exception cref="BrokenFileException">A data file is missing or wrong: names file, line and reason.</exception>
    public LoadedUnderstanding Value => _value.Value;

    /// <summary>False until something was understood, or learnt ahead.</summary>
    public bool IsLearnt => _value.IsValueCreated;

    /// <param name="value">Learnt when it is next needed, unless it is already.</param>
    public void Exchange(Lazy<LoadedUnderstanding> value) => _value = value;
}
