using System.Collections.Concurrent;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Web.Channels;

/// <summary>Makes the calls of a part that is in hand, many at once, and records what became of them, many at once.</summary>
internal sealed partial class MassCalls(
    MassOutcomes outcomes,
    IMassChannel channel,
    DraftCopies drafts,
    PatientWriter writer,
    CallRate rate,
    SendingRules rules,
    TimeProvider time,
    ILogger<MassCalls> log) : IDisposable
{
    /// <summary>So often what is known is recorded, and asked whether to go on: a stop must reach all hosts within two seconds.</summary>
    private static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(500);

    /// <summary>When nobody could be asked who follows.</summary>
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(5);

    private const int MostSearches = 5;

    private static readonly SendFate NotWorded = new(OutboundStatus.Failed);

    private readonly SemaphoreSlim _places = new(rules.AtOnce);

    public void Dispose() => _places.Dispose();

    public async Task SendListAsync(MassSlice slice, ListContent content)
    {
        var fate = content is ListContent.Articles articles ? await SendCopyAsync(slice, articles) : await CallAsync(slice, content);
        if (fate.Closes is Closing.List) fate = await LeaveOutStrangersAsync(slice, fate);
        await writer.RunAsync(() => outcomes.RecordListAsync(slice, fate, CancellationToken.None));
        LogList(log, slice.BroadcastId, slice.Number, slice.People.Count, fate.Status, fate.ErrorCode);
    }

    private async Task<SendFate> SendCopyAsync(MassSlice slice, ListContent.Articles articles)
    {
        var copy = await drafts.ForAsync(slice, articles);
        if (copy.MediaId is not { } draft) return copy.Fate;

        var fate = await CallAsync(slice, new ListContent.Articles(draft));
        return fate.Closes is Closing.Draft ? await WithoutDraftAsync(slice, fate) : fate;
    }

    /// <summary>Nobody but us sends the copy: a call whose answer was lost has used it up, as far as anybody can know.</summary>
    private async Task<SendFate> WithoutDraftAsync(MassSlice slice, SendFate refused)
    {
        if (slice.People[0].IsRepeat) return new SendFate(OutboundStatus.Unknown, ErrorCode: refused.ErrorCode);
        if (slice.DraftId is null) return refused with { Closes = Closing.Template };

        await drafts.ForgetAsync(slice);
        return new SendFate(OutboundStatus.Queued, TimeSpan.Zero, refused.ErrorCode);
    }

    private async Task<SendFate> CallAsync(MassSlice slice, ListContent content)
    {
        await rate.WaitAsync(slice.Route, CancellationToken.None);
        return await channel.SendListAsync(slice, content, CancellationToken.None);
    }

    /// <summary>Somebody in the list is nobody to the platform: they are left out, and the others are sent it anew.</summary>
    private async Task<SendFate> LeaveOutStrangersAsync(MassSlice slice, SendFate refused)
    {
        var search = channel.FindStrangersAsync(slice, CancellationToken.None);
        while (await Task.WhenAny(search, Task.Delay(Pulse, time, CancellationToken.None)) != search) await KeepAsync(slice, []);

        // Where all are strangers, or nobody is, it is not about somebody in it: staff have to look.
        var strangers = await search;
        if (strangers is null && slice.People[0].Attempts <= MostSearches) return new SendFate(OutboundStatus.Queued, Unsaid, refused.ErrorCode);
        if (strangers is null or [] || strangers.Count == slice.People.Count) return refused with { Closes = Closing.Template };

        await KeepAsync(slice, strangers);
        LogStrangers(log, slice.BroadcastId, slice.Number, strangers.Count, refused.ErrorCode);
        return new SendFate(OutboundStatus.Queued, TimeSpan.Zero, refused.ErrorCode);
    }

    /// <summary>Records what is known of a list's people by now, and keeps the list in hand.</summary>
    private Task KeepAsync(MassSlice slice, IReadOnlyList<MassOutcome> known) =>
        writer.RunAsync(() => outcomes.RecordAsync(slice, known, CancellationToken.None));

    /// <param name="words">Who is missing is not told.</param>
    public async Task SendAsync(MassSlice slice, IReadOnlyDictionary<long, PersonalContent> words, CancellationToken ct)
    {
        var run = new Run(slice, words);
        var workers = Task.WhenAll(Enumerable.Range(0, Math.Min(rules.AtOnce, slice.People.Count)).Select(_ => WorkAsync(run, ct)));
        while (await Task.WhenAny(workers, Task.Delay(Pulse, time, CancellationToken.None)) != workers) await RecordAsync(run);

        await workers;
        await RecordAsync(run);
        await writer.RunAsync(() => outcomes.LetGoAsync(slice, run.All, [.. run.NotCalled()], CancellationToken.None));
        LogPart(log, slice.BroadcastId, slice.Number, run.All.Count, slice.People.Count);
    }

    /// <summary>Once called it is finished and recorded, also when the host is stopping: else nobody would know their fate.</summary>
    private async Task WorkAsync(Run run, CancellationToken ct)
    {
        while (!run.IsOver)
        {
            await _places.WaitAsync(CancellationToken.None);
            try
            {
                await rate.WaitAsync(run.Slice.Route, CancellationToken.None);
                if (run.IsOver || ct.IsCancellationRequested || run.Next() is not { } attempt) return;

                run.Add(await TellAsync(run, attempt));
            }
            finally
            {
                _places.Release();
            }
        }
    }

    private async Task<MassOutcome> TellAsync(Run run, SendAttempt attempt)
    {
        if (run.WordsFor(attempt) is not { } words) return new MassOutcome(attempt, NotWorded) { Reason = WithheldReason.NotWorded };

        var id = FormattableString.Invariant($"{run.Slice.BroadcastId}-{attempt.PersonId.Value}");
        return new MassOutcome(attempt, await channel.SendAsync(attempt, words, id, CancellationToken.None));
    }

    private async Task RecordAsync(Run run)
    {
        var known = run.TakeKnown();
        await writer.RunAsync(async () =>
        {
            if (!await outcomes.RecordAsync(run.Slice, known, CancellationToken.None)) run.Stop();
        });
    }

    [LoggerMessage(LogLevel.Information, "Broadcast {BroadcastId}, list {Number} of {People} people: {Status} (errcode {ErrorCode})")]
    private static partial void LogList(ILogger log, int broadcastId, int number, int people, OutboundStatus status, int? errorCode);

    [LoggerMessage(LogLevel.Warning, "Broadcast {BroadcastId}, list {Number}: {People} people are left out, since the platform refused the list (errcode {ErrorCode})")]
    private static partial void LogStrangers(ILogger log, int broadcastId, int number, int people, int? errorCode);

    [LoggerMessage(LogLevel.Information, "Broadcast {BroadcastId}, part {Number}: {Called} of {People} people called")]
    private static partial void LogPart(ILogger log, int broadcastId, int number, int called, int people);

    /// <summary>A part while its people are called.</summary>
    private sealed class Run(MassSlice slice, IReadOnlyDictionary<long, PersonalContent> words)
    {
        private readonly ConcurrentQueue<MassOutcome> _known = [];
        private int _next = -1;
        private volatile bool _isStopped;

        public MassSlice Slice => slice;

        /// <summary>All outcomes that were taken for recording.</summary>
        public List<MassOutcome> All { get; } = [];

        /// <summary>Whether nobody more is to be called.</summary>
        public bool IsOver => _isStopped || Volatile.Read(ref _next) >= slice.People.Count - 1;

        public void Stop() => _isStopped = true;

        public SendAttempt? Next() => Interlocked.Increment(ref _next) is var n && n < slice.People.Count ? slice.People[n] : null;

        public PersonalContent? WordsFor(SendAttempt attempt) => words.GetValueOrDefault(attempt.PersonId.Value);

        /// <summary>A refusal that everybody would meet ends the part.</summary>
        public void Add(MassOutcome outcome)
        {
            _known.Enqueue(outcome);
            var fate = outcome.Fate;
            if (fate.IsAccountWide || fate.Closes is Closing.RouteUntilTomorrow or Closing.RouteForAWhile or Closing.Template) Stop();
        }

        public List<MassOutcome> TakeKnown()
        {
            var taken = new List<MassOutcome>();
            while (_known.TryDequeue(out var outcome)) taken.Add(outcome);
            All.AddRange(taken);
            return taken;
        }

        public IEnumerable<SendAttempt> NotCalled() => slice.People.Skip(_next + 1);
    }
}
