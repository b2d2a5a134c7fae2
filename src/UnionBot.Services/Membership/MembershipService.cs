using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership;

/// <summary>会籍: who a follower is as a member, and what the union keeps of them.</summary>
internal sealed class MembershipService : IUnionService
{
    public string Name => "membership";

    public void AddTo(IServiceCollection services)
    {
        services.AddScoped<IDialog, FollowAccount>();
        services.AddScoped<IDialog, MyMembership>();
    }
}
