namespace UnionBot.Sandbox.Followers;

/// <summary>How somebody came to follow the account.</summary>
internal enum SubscribeScene : byte
{
    Search,
    QrCode,
    ProfileCard,
    Others,
}
