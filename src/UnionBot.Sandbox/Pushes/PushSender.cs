using UnionBot.Sandbox.Setup;

namespace UnionBot.Sandbox.Pushes;

/// <summary>Hands a push to the bot: up to three tries, five seconds apart, each signed and encrypted afresh.</summary>
internal sealed class PushSender(
    IHttpClientFactory clients,
    EnvelopeWriter envelopes,
    ReplyReader replies,
    SandboxOptions options,
    TimeProvider real)
{
    public const string ClientName = "callback";

    private const int Tries = 3;

    /// <param name="openId">Whom the push is about.</param>
    /// <param name="fields">The push, the same in every try.</param>
    /// <param name="articles">How many articles an answer may hold: 1 after a message, 8 after an event.</param>
    /// <param name="turn">Which of several hosts gets the first try; the next ones go round.</param>
    /// <param name="ct">Stops waiting; the bot may have the push all the same.</param>
    public async Task<Delivery> DeliverAsync(string openId, PushFields fields, int articles, int turn, CancellationToken ct)
    {
        var attempts = new List<Attempt>();
        for (var number = 1; number <= Tries; number++)
        {
            var started = real.GetTimestamp();
            var (status, answer, problem) = await TryOnceAsync(openId, fields, turn + number, ct);
            var taken = real.GetElapsedTime(started);
            attempts.Add(new Attempt(number, status, (long)taken.TotalMilliseconds, problem));

            if (answer is not null)
                return Finish(attempts, replies.Read(answer, openId, articles, out var fault), fault);
            if (number < Tries && taken < options.AnswerTimeout)
                await Task.Delay(options.AnswerTimeout - taken, real, ct);
        }

        return Finish(attempts, null, attempts[^1].Problem);
    }

    private static Delivery Finish(List<Attempt> attempts, PassiveReply? reply, string? fault) =>
        new(attempts, reply, fault);

    private async Task<(int? Status, string? Answer, string? Problem)> TryOnceAsync(
        string openId, PushFields fields, int turn, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(options.AnswerTimeout, real);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        using var request = envelopes.Write(openId, fields, turn);
        try
        {
            using var response = await clients.CreateClient(ClientName).SendAsync(request, both.Token);
            var status = (int)response.StatusCode;
            return response.IsSuccessStatusCode
                ? (status, await response.Content.ReadAsStringAsync(both.Token), null)
                : (status, null, $"HTTP {status}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, null, "no answer in time");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return (null, null, failure.Message);
        }
    }
}
