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
        var state = left is null ? answer.State : answer.State with { More = left };
        return new DecidedTurn(state, text, answer.Effects);
    }

    /// <summary>The answer when deciding failed: nothing is lost, and a person of the union takes over.</summary>
    public DecidedTurn Apologise(LoadedTalk talk) =>
        new(talk.State, templates.Word(new Stumbled()), [new Effect.HandOver("handover/failed")]);

    /// <summary>Says more behind an answer; what does not fit is said on 更多.</summary>
    public DecidedTurn Append(LoadedTalk talk, DecidedTurn decided, IReadOnlyList<IReply> replies)
    {
        var more = templates.Word(replies);
        if (decided.State.More is { } left) return decided with { State = decided.State with { More = left + Gap + more } };

        var (text, over) = Fit(decided.Text + Gap + more, _channels[talk.Speaker.Channel]);
        return decided with { Text = text, State = decided.State with { More = over } };
    }

    /// <summary>Says something before an answer; what does not fit is said on 更多.</summary>
    public DecidedTurn Prepend(LoadedTalk talk, DecidedTurn decided, IReply reply)
    {
        var whole = decided.State.More is { } cut ? decided.Text![..^_moreLeft.Length] + cut : decided.Text;
        var (text, left) = Fit($"{templates.Word(reply)}{Blank}{whole}", _channels[talk.Speaker.Channel]);
        return decided with { Text = text, State = decided.State with { More = left } };
    }

    private (string Text, string? Left) Fit(string text, ChannelRules channel)
    {
        var (head, left) = channel.Cut(text, channel.MaxBytes);
        if (left is null) return (head, null);

        (head, left) = channel.Cut(text, channel.MaxBytes - Encoding.UTF8.GetByteCount(_moreLeft));
        return (head + _moreLeft, left);
    }
}
