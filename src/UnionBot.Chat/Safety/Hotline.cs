namespace UnionBot.Chat.Safety;

/// <summary>A telephone number that replies may name.</summary>
/// <param name="Source">Who runs it and where the number is published.</param>
/// <param name="AsOf">The day the number was entered or last compared with its source.</param>
public sealed record Hotline(string Name, string Number, string Title, string Source, DateOnly AsOf);
