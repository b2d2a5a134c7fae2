namespace UnionBot.Sandbox.Sms;

/// <summary>A short message that the demo's code sender handed over.</summary>
/// <param name="Openids">Followers whose number it is; empty = it lies in the common tray.</param>
internal sealed record SmsMessage(
    long Seq, DateTimeOffset At, string Phone, string Text, IReadOnlyList<string> Openids);
