using System.Globalization;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;

namespace UnionBot.Tests.Chat;

/// <summary>
/// A talk between one person and the bot, without database, host or platform. The state goes through JSON after every
/// message, as it would through a restart.
/// </summary>
internal sealed class Talk(Vocabulary vocabulary, ConversationOptions options, params IDialog[] dialogs)
{
    private readonly Queue<IReply> _heard = new();
    private Answer? _answer;

    /// <summary>A talk with dialogs of the product, opened by the words of <c>templates/understanding</c>.</summary>
    public Talk(params IDialog[] dialogs)
        : this(Vocabulary.Load(Tree.Templates, ServicesOf(dialogs)), ConversationOptions.Default, dialogs)
    {
    }

    public TalkState State { get; set; } = TalkState.Fresh;

    public DateTimeOffset Now { get; set; } = China("2026-11-23 09:00");

    public Speaker Speaker { get; set; } = new(new PersonId(1), "wechat", MemberLevel.Follower);

    public bool StaffOwns { get; set; }

    /// <summary>Understands free words; null when only opening words are understood.</summary>
    public CurrentUnderstanding? Understanding { get; set; }

    /// <summary>Whether no question of a dialog is open.</summary>
    public bool IsOver => State.Waiting is null;

    public IReadOnlyList<Effect> Effects => _answer!.Effects;

    /// <summary>The last message as the person reads it; "" when the bot was silent.</summary>
    public string Text => Words.Of(_answer!.Replies);

    /// <summary>Says these one after the other; what is heard afterwards is the answer to the last.</summary>
    public async Task Says(params string[] texts)
    {
        foreach (var text in texts) await Sends(new Input(Speaker, TextNormaliser.Normalise(text), Now));
    }

    public Task Taps(string key) => Sends(new Input(Speaker, "", Now) { Kind = InputKind.MenuTap, Key = key });

    public Task Sends(InputKind kind, string? key = null) => Sends(new Input(Speaker, "", Now) { Kind = kind, Key = key });

    public Task SendsPhoto(long media) => Sends(new Input(Speaker, "", Now) { Kind = InputKind.Photo, MediaId = media });

    public void Waits(TimeSpan time) => Now += time;

    /// <summary>A push with choices reaches the person.</summary>
    public TOffer IsPushed<TOffer>(params PushChoice[] choices)
        where TOffer : IReply
    {
        Now += TimeSpan.FromSeconds(5);
        (State, var offer) = PushWording.Offer(State, choices, Now, options);
        return Assert.IsType<TOffer>(offer);
    }

    /// <summary>The next reply to the last thing said.</summary>
    public TReply Hears<TReply>()
        where TReply : IReply
    {
        Assert.True(_heard.Count > 0, $"Heard nothing, instead of {typeof(TReply).Name}.");
        return Assert.IsType<TReply>(_heard.Dequeue());
    }

    /// <summary>The next such reply to the last thing said, whatever comes before it.</summary>
    public TReply HearsSomewhere<TReply>()
        where TReply : IReply
    {
        while (_heard.Count > 1 && _heard.Peek() is not TReply) _heard.Dequeue();
        return Hears<TReply>();
    }

    /// <summary>The kinds of what was heard and not taken out yet.</summary>
    public IEnumerable<string> HeardKinds => _heard.Select(r => r.GetType().Name);

    public void HearsNothingElse() => Assert.Empty(_heard);

    public static DateTimeOffset China(string local) =>
        new DateTimeOffset(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();

    private async Task Sends(Input input)
    {
        var conversation = new Conversation(dialogs, vocabulary, options, Understanding);
        _answer = await conversation.AdvanceAsync(State, input with { StaffOwnsTalk = StaffOwns }, CancellationToken.None);
        State = TalkJson.Read<TalkState>(TalkJson.Write(_answer.State));
        Now += TimeSpan.FromSeconds(10);

        _heard.Clear();
        foreach (var reply in _answer.Replies) _heard.Enqueue(reply);
    }

    private static string[] ServicesOf(IDialog[] dialogs) => [.. dialogs.Select(d => d.Name.Split('/')[0]).Distinct()];
}
