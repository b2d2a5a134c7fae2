using System.Diagnostics.CodeAnalysis;

namespace UnionBot.WeChat.Api;

/// <summary>The outcome of a call and, when it succeeded, what the platform told.</summary>
public sealed class ApiAnswer<T>
    where T : class
{
    private readonly T? _value;

    internal ApiAnswer(SendOutcome outcome, T? value)
    {
        (Outcome, _value) = (outcome, value);
    }

    public SendOutcome Outcome { get; }

    public bool TryGet([NotNullWhen(true)] out T? value)
    {
        value = _value;
        return value is not null;
    }
}

/// <summary>The outcome of a send and the ids by which later events name it; null = the platform gave none.</summary>
public sealed record SendResult(SendOutcome Outcome, string? MsgId = null, string? MsgDataId = null);
