using UnionBot.Chat.Dialogs;

namespace UnionBot.Chat.Safety;

/// <summary>Soon after an alarm somebody says that help is there, or that it was not meant so: thanks, and staff look after it all the same.</summary>
public sealed record AlarmStays : IReply;
