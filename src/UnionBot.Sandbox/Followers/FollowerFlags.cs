namespace UnionBot.Sandbox.Followers;

[Flags]
internal enum FollowerFlags : byte
{
    None = 0,
    Follows = 1,
    Blacklisted = 2,

    /// <summary>The follower switched 接收消息 off: template messages end as <c>failed:user block</c>.</summary>
    RefusesMessages = 4,
}
