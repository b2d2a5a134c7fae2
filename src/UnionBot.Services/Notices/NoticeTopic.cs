using UnionBot.Core.Messaging;

namespace UnionBot.Services.Notices;

/// <summary>What people call some kinds of messages, such as 招聘推送.</summary>
/// <param name="Key">Stored in what was offered, so it is never changed.</param>
internal sealed record NoticeTopic(string Key, string Name, IReadOnlyList<MessageKind> Kinds);
