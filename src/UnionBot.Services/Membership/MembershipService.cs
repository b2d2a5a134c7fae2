using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionBot.Chat.Dialogs;
using UnionBot.Services.Membership.Binding;
using UnionBot.Services.Membership.Codes;

namespace UnionBot.Services.Membership;

/// <summary>会籍: who a follower is as a member, and what the union keeps of them.</summary>
internal sealed class MembershipService : IUnionService
{
    public string Name => "membership";

    public void AddTo(IServiceCollection services)
    {
        services.AddScoped<IDialog, FollowAccount>();
        services.AddScoped<IDialog, MyMembership>();
        services.AddScoped<IDialog, BindMember>();

        services.AddSingleton<MembershipCiphers>();
        services.AddSingleton<BindCodes>();
        services.AddScoped<OneTimeCodes>();
        services.AddScoped<IBinding, BindingRegister>();
        services.TryAddSingleton(new CodeLimits());
    }
}
