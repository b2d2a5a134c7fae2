namespace UnionBot.Services.Membership.MyData;

/// <summary>Where people reach the pages of this service.</summary>
/// <param name="Site">The start of every link, such as https://bot.union.example.</param>
public sealed record MyDataAddress(Uri Site)
{
    public Uri LinkOf(string token) => new(Site, $"/my-data/{token}");
}
