using System.Text;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Templates;

namespace UnionBot.Core.Messaging;

/// <summary>Asks the conversation what to make of a message, and words the answer for the person's channel.</summary>
internal sealed class TurnDecider(TemplateBook templates, IEnumerable<ChannelRules> channels)
{
    private const string Gap = "\n";
    private const string Blank = "\n\n";

    private readonly Dictionary<string, ChannelRules> _channels = channels.ToDictionary(c => c.Channel);
    private readonly string _moreLeft = "\n" + templates.Word(new MoreLeft());

    public async Task<DecidedTurn> DecideAsync(
        Conversation conversation, LoadedTalk talk, Input input, CancellationToken ct)
    {
        var answer = await conversation.AdvanceAsync(talk.State, input, ct);
        if (answer.Replies.Count == 0) return new DecidedTurn(answer.State, null, answer.Effects);

        var (text, left) = Fit(templates.Word(answer.Replies), _channels[talk.Speaker.Channel]);
        return new DecidedTurn(answer.State with { More = Joined(left, answer.State.More) }, text, answer.Effects);
    }

    /// <summary>The answer when deciding failed: nothing is lost, and a person of the union takes over.</summary>
    public DecidedTurn Apologise(LoadedTalk talk) =>
        new(talk.State, templates.Word(new Stumbled()), [new Effect.HandOver("handover/failed")]);

    /// <summary>Says more behind an answer; what does not fit is said on 更多.</summary>
    public DecidedTurn Append(LoadedTalk talk, DecidedTurn decided, IReadOnlyList<IReply> replies)
    {
        var more = templates.Word(replies);
        if (IsCut(decided)) return decided with { State = decided.State with { More = Joined(decided.State.More, more) } };

        var (text, over) = Fit(decided.Text + Gap + more, _channels[talk.Speaker.Channel]);
        return decided with { Text = text, State = decided.State with { More = Joined(over, decided.State.More) } };
    }

    /// <summary>Says something before an answer; what does not fit is said on 更多.</summary>
    public DecidedTurn Prepend(LoadedTalk talk, DecidedTurn decided, IReply reply)
    {
        var (whole, kept) = IsCut(decided)
            ? (decided.Text![..^_moreLeft.Length] + decided.State.More, null)
            : (decided.Text, decided.State.More);
        var (text, left) = Fit($"{templates.Word(reply)}{Blank}{whole}", _channels[talk.Speaker.Channel]);
        return decided with { Text = text, State = decided.State with { More = Joined(left, kept) } };
    }

    /// <summary>Whether the message was too long; else what is left for 更多 was kept back by the answer itself.</summary>
    private bool IsCut(DecidedTurn decided) => decided.State.More is not null && decided.Text!.EndsWith(_moreLeft, StringComparison.Ordinal);

    private static string? Joined(string? first, string? then) => first is null || then is null ? first ?? then : first + Gap + then;

    private (string Text, string? Left) Fit(string text, ChannelRules channel)
    {
        var (head, left) = channel.Cut(text, channel.MaxBytes);
        if (left is null) return (head, null);

        (head, left) = channel.Cut(text, channel.MaxBytes - Encoding.UTF8.GetByteCount(_moreLeft));
        return (head + _moreLeft, left);
    }
}
