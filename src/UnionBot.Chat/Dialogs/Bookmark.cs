namespace UnionBot.Chat.Dialogs;

/// <summary>Where a dialog stands between two messages: which step waits, and the draft so far.</summary>
/// <param name="Misses">How many times in a row the waiting step has not understood the person.</param>
public sealed record Bookmark(string Dialog, string Step, string DraftJson, int Misses = 0);
